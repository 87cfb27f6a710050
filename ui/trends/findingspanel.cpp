// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/findingspanel.h"

#include "app/report/figures.h"
#include "ui/common/buttons.h"
#include "ui/common/format.h"
#include "ui/common/marks.h"
#include "ui/common/textlabel.h"

#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace assay {

namespace {

constexpr int kInset = 16;

/// The mark alone; the title beside it has the words.
class MarkSign : public QWidget
{
public:
    MarkSign(Mark mark, QWidget* parent)
        : QWidget(parent)
        , m_mark(mark)
    {
        setFixedSize(26, 20);
        setAccessibleName(markWord(mark));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintMark(&painter, QRect(0, 2, 16, 16), m_mark);
    }

private:
    Mark m_mark;
};

TextLabel* wrapped(const QString& text, TextStyle style, Token token)
{
    auto* label = new TextLabel(text, style, token);
    label->setWordWrap(true);
    return label;
}

} // namespace

FindingsPanel::FindingsPanel(QWidget* parent)
    : Panel(parent)
    , m_count(new TextLabel(TextStyle::Second, Token::Text2, this))
{
    setObjectName(QStringLiteral("findings"));
    auto* header = new QHBoxLayout;
    header->setContentsMargins(kInset, 10, kInset, 10);
    header->addWidget(new TextLabel(tr("What happened"), TextStyle::Section, Token::Text, this), 1);
    header->addWidget(m_count);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_list = new Surface(Token::Panel);
    m_rows = new QVBoxLayout(m_list);
    m_rows->setContentsMargins({});
    m_rows->setSpacing(0);
    m_rows->addStretch();
    scroll->setWidget(m_list);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 4);
    column->setSpacing(0);
    column->addLayout(header);
    column->addWidget(makeLine(Qt::Horizontal, this));
    column->addWidget(scroll, 1);
}

void FindingsPanel::setWeek(const JudgedWeek* week)
{
    while (m_rows->count() > 1) {
        const std::unique_ptr<QLayoutItem> item(m_rows->takeAt(0));
        delete item->widget();
    }
    m_findings = week ? findingsOf(*week) : std::vector<Finding>();
    m_count->setText(countText());
    for (const Finding& finding : m_findings)
        addFinding(finding);
    if (!week || !m_findings.empty())
        return;
    const QString name = formatWeek(week->week);
    if (week->role == WeekRole::Judged)
        addWords(tr("Nothing is out of its band"), tr("No metric is pending or firing in %1.").arg(name));
    else
        addWords(tr("The baseline is being built"),
                 tr("Two closed weeks with images make it; the weeks after them are judged against it."));
}

void FindingsPanel::addFinding(const Finding& finding)
{
    const bool isFiring = finding.state == AlertState::Firing;
    auto* row = new QWidget;
    auto* column = new QVBoxLayout(row);
    column->setContentsMargins(kInset, 14, kInset, 14);
    column->setSpacing(4);
    auto* title = new QHBoxLayout;
    title->setSpacing(0);
    title->addWidget(new MarkSign(isFiring ? Mark::Firing : Mark::Pending, row), 0, Qt::AlignTop);
    title->addWidget(wrapped(finding.title, TextStyle::Section, Token::Text), 1);
    title->addWidget(new TextLabel(finding.since, TextStyle::Second, Token::Text2, row));
    column->addLayout(title);
    column->addWidget(wrapped(finding.sentence, TextStyle::Body, Token::Text));
    for (const QString& words : {finding.sureness, finding.whatNext}) {
        if (!words.isEmpty())
            column->addWidget(wrapped(words, TextStyle::Second, Token::Text2));
    }
    QPushButton* show = makeButton(tr("Show its chart"), ButtonKind::Small, QStringLiteral("trends"), row);
    show->setObjectName(QStringLiteral("show_") + QLatin1String(definition(finding.metric).textId));
    connect(show, &QPushButton::clicked, this,
            [this, metric = finding.metric] { emit metricWanted(metric); });
    column->addSpacing(4);
    column->addWidget(show, 0, Qt::AlignLeft);
    m_rows->insertWidget(m_rows->count() - 1, row);
    m_rows->insertWidget(m_rows->count() - 1, makeLine(Qt::Horizontal, m_list));
}

void FindingsPanel::addWords(const QString& title, const QString& words)
{
    auto* row = new QWidget;
    auto* column = new QVBoxLayout(row);
    column->setContentsMargins(kInset, 14, kInset, 14);
    column->addWidget(wrapped(title, TextStyle::BodySemibold, Token::Text));
    column->addWidget(wrapped(words, TextStyle::Body, Token::Text2));
    m_rows->insertWidget(0, row);
}

QString FindingsPanel::countText() const
{
    const auto firing = std::ranges::count(m_findings, AlertState::Firing, &Finding::state);
    const auto pending = std::ranges::count(m_findings, AlertState::Pending, &Finding::state);
    QStringList counts;
    if (firing > 0)
        counts += tr("%1 firing").arg(firing);
    if (pending > 0)
        counts += tr("%1 pending").arg(pending);
    return counts.join(QStringLiteral(", "));
}

} // namespace assay
