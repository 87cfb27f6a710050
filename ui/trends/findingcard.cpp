// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/findingcard.h"

#include "ui/common/buttons.h"
#include "ui/common/icons.h"
#include "ui/common/marks.h"
#include "ui/common/textlabel.h"
#include "ui/common/tooltip.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace assay {

namespace {

constexpr int kInset = 16;
constexpr int kMarkRoom = 24;
constexpr int kExplainedLabel = 96;
constexpr int kChevron = 16;
constexpr int kLine = 20;

Mark markOf(const Finding& finding)
{
    return finding.state == AlertState::Firing ? Mark::Firing : Mark::Pending;
}

/// Mark, title, since when, and a chevron: the part of a finding that opens it.
class FindingHead : public QAbstractButton
{
public:
    FindingHead(const Finding& finding, QWidget* parent)
        : QAbstractButton(parent)
        , m_mark(markOf(finding))
        , m_since(finding.since)
    {
        const Definition& metric = definition(finding.metric);
        setObjectName(QStringLiteral("finding_") + QLatin1String(metric.textId));
        setText(finding.title);
        setAccessibleName(QStringLiteral("%1, %2, %3").arg(markWord(m_mark), finding.title, m_since));
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

    void setOpen(bool isOpen)
    {
        m_isOpen = isOpen;
        setAccessibleDescription(isOpen ? FindingCard::tr("Open") : FindingCard::tr("Closed"));
        updateGeometry();
        update();
    }

    QSize sizeHint() const override { return {200, kLine}; }
    int heightForWidth(int width) const override
    {
        const QRect room(0, 0, titleRoom(width).width(), 2 * kLine);
        const int needed = QFontMetrics(titleFont()).boundingRect(room, Qt::TextWordWrap, text()).height();
        return needed > kLine + kLine / 2 ? 2 * kLine : kLine;
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintMark(&painter, QRect(0, 2, 16, 16), m_mark);
        const QRect chevron(width() - kChevron, 2, kChevron, kChevron);
        paintIcon(&painter, chevron, m_isOpen ? QStringLiteral("down") : QStringLiteral("right"),
                  underMouse() ? Token::Text : Token::Text2, kChevron);
        painter.setFont(assay::font(TextStyle::Second));
        painter.setPen(colour(Token::Text2));
        const int since = painter.fontMetrics().horizontalAdvance(m_since);
        const QRect title = titleRoom(width());
        painter.drawText(QRect(title.right() + 9, 0, since, kLine), Qt::AlignLeft | Qt::AlignVCenter,
                         m_since);
        painter.setFont(titleFont());
        painter.setPen(colour(Token::Text));
        painter.drawText(title, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text());
    }

private:
    QFont titleFont() const { return assay::font(m_isOpen ? TextStyle::Section : TextStyle::BodySemibold); }
    QRect titleRoom(int width) const
    {
        const int since = QFontMetrics(assay::font(TextStyle::Second)).horizontalAdvance(m_since);
        return {kMarkRoom, 0, width - kMarkRoom - since - kChevron - 14, 2 * kLine};
    }

    Mark m_mark;
    QString m_since;
    bool m_isOpen = false;
};

} // namespace

FindingCard::FindingCard(const Finding& finding, const ViewFilter& view, QWidget* parent)
    : QWidget(parent)
    , m_finding(finding)
    , m_view(view)
    , m_column(new QVBoxLayout(this))
    , m_head(new FindingHead(finding, this))
    , m_line(wrappedLabel(finding.sentence, TextStyle::Second, Token::Text2))
{
    m_column->setContentsMargins(kInset, 14, kInset, 14);
    m_column->setSpacing(4);
    m_head->setToolTip(plainToolTip(finding.title));
    m_column->addWidget(m_head);
    m_line->setContentsMargins(kMarkRoom, 0, kChevron, 0);
    m_column->addWidget(m_line);
    connect(m_head, &QAbstractButton::clicked, this, &FindingCard::chosen);
}

void FindingCard::setOpen(bool isOpen)
{
    if (isOpen == this->isOpen())
        return;
    static_cast<FindingHead*>(m_head)->setOpen(isOpen);
    m_line->setVisible(!isOpen);
    if (isOpen) {
        addBody();
        return;
    }
    delete m_body;
    m_body = nullptr;
    m_where = nullptr;
}

void FindingCard::addBody()
{
    m_body = new QWidget(this);
    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addWidget(wrappedLabel(m_finding.sentence, TextStyle::Body, Token::Text));
    for (const QString& words : {m_finding.sureness, m_finding.whatNext}) {
        if (!words.isEmpty())
            column->addWidget(wrappedLabel(words, TextStyle::Second, Token::Text2));
    }
    addExplained(column, tr("Usually means"), m_finding.meaning);
    addExplained(column, tr("What to do"), m_finding.action);
    if (m_finding.metric == MetricId::Adherence) {
        QPushButton* misses =
            makeButton(tr("Constraints missed most"), ButtonKind::Small, QStringLiteral("list"), m_body);
        misses->setObjectName(QStringLiteral("showMisses"));
        connect(misses, &QPushButton::clicked, this, &FindingCard::missesWanted);
        column->addSpacing(4);
        column->addWidget(misses, 0, Qt::AlignLeft);
    }
    if (WherePanel::isPossible(m_finding.metric, m_view)) {
        m_where = new WherePanel(m_finding.metric, m_view, m_body);
        connect(m_where, &WherePanel::wanted, this, &FindingCard::whereWanted);
        connect(m_where, &WherePanel::narrowWanted, this, &FindingCard::narrowWanted);
        column->addSpacing(6);
        column->addWidget(m_where);
    }
    m_column->addWidget(m_body);
}

void FindingCard::addExplained(QVBoxLayout* column, const QString& label, const QString& words)
{
    if (words.isEmpty())
        return;
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    auto* name = new TextLabel(label, TextStyle::Second, Token::Text2);
    name->setFixedWidth(kExplainedLabel);
    row->addWidget(name, 0, Qt::AlignTop);
    row->addWidget(wrappedLabel(words, TextStyle::Body, Token::Text), 1);
    column->addSpacing(2);
    column->addLayout(row);
}

} // namespace assay
