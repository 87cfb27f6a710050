// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/lanetabs.h"

#include "ui/common/format.h"
#include "ui/common/type.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

namespace assay {

namespace {

constexpr int kHeight = 53;
constexpr int kUnderline = 2;

} // namespace

/// One lane: its count above its name.
class LaneTab : public QAbstractButton
{
public:
    explicit LaneTab(const QString& name, QWidget* parent)
        : QAbstractButton(parent)
    {
        setText(name);
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    }

    void setCount(qint64 count)
    {
        m_count = formatCount(count);
        setAccessibleName(LaneTabs::tr("%1, %2").arg(text(), m_count));
        update();
    }

    QSize sizeHint() const override { return {64, kHeight}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (isChecked())
            painter.fillRect(0, height() - kUnderline, width(), kUnderline, colour(Token::Accent));
        painter.setFont(assay::font(TextStyle::Section));
        painter.setPen(colour(Token::Text));
        painter.drawText(QRect(0, 8, width(), 20), Qt::AlignCenter, m_count);
        painter.setFont(assay::font(TextStyle::Second));
        painter.setPen(colour(isChecked() || underMouse() ? Token::Text : Token::Text2));
        painter.drawText(QRect(0, 28, width(), 16), Qt::AlignCenter, text());
    }

private:
    QString m_count;
};

LaneTabs::LaneTabs(QWidget* parent)
    : Surface(Token::Panel, parent)
{
    setObjectName(QStringLiteral("laneTabs"));
    setLines(Qt::BottomEdge);
    setFixedHeight(kHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 1);
    row->setSpacing(0);
    m_tabs = {add(QueueLane::ToReview, tr("To review"), QStringLiteral("laneToReview")),
              add(QueueLane::Decided, tr("Decided"), QStringLiteral("laneDecided")),
              add(QueueLane::All, tr("All"), QStringLiteral("laneAll"))};
    for (LaneTab* tab : std::as_const(m_tabs))
        row->addWidget(tab);
    setLane(QueueLane::ToReview);
    setCounts({});
    connect(&m_group, &QButtonGroup::idToggled, this, [this](int id, bool isChosen) {
        if (isChosen)
            emit laneChosen(QueueLane(id));
    });
}

LaneTab* LaneTabs::add(QueueLane lane, const QString& name, const QString& objectName)
{
    auto* tab = new LaneTab(name, this);
    tab->setObjectName(objectName);
    m_group.addButton(tab, int(lane));
    return tab;
}

void LaneTabs::setLane(QueueLane lane)
{
    const QSignalBlocker quiet(m_group);
    m_group.button(int(lane))->setChecked(true);
}

void LaneTabs::setCounts(const QueueCounts& counts)
{
    m_tabs.at(0)->setCount(counts.toReview);
    m_tabs.at(1)->setCount(counts.decided);
    m_tabs.at(2)->setCount(counts.all);
}

} // namespace assay
