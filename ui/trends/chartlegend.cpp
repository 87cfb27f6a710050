// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/chartlegend.h"

#include "ui/common/theme.h"
#include "ui/common/type.h"
#include "ui/trends/chartmarks.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace assay {

namespace {

constexpr int kRow = 20;
constexpr int kGap = 14;
constexpr int kKeyGap = 6;

bool hasMark(const TrendLine& line, WeekMark mark)
{
    return std::ranges::any_of(line.points,
                               [mark](const TrendPoint& point) { return point.value && point.mark == mark; });
}

bool hasBackdrop(const TrendLine& line)
{
    return std::ranges::any_of(line.points,
                               [](const TrendPoint& point) { return point.backdrop.has_value(); });
}

} // namespace

ChartLegend::ChartLegend(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("chartLegend"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChartLegend::setLine(const TrendLine& line)
{
    m_entries = {{Key::Mark, WeekMark::Judged, tr("Week")},
                 {Key::Whisker, WeekMark::None, tr("95 % interval")}};
    if (hasBackdrop(line)) {
        m_entries.push_back({Key::Baseline, WeekMark::None, tr("Baseline")});
        m_entries.push_back({Key::Band, WeekMark::None, tr("Band")});
    }
    const std::pair<WeekMark, QString> marks[] = {
        {WeekMark::Pooled, tr("Several weeks")}, {WeekMark::Provisional, tr("Provisional")},
        {WeekMark::Open, tr("Open week")},       {WeekMark::Transition, tr("Transition")},
        {WeekMark::TooFew, tr("Too few")},       {WeekMark::Pending, tr("Pending")},
        {WeekMark::Firing, tr("Firing")}};
    for (const auto& [mark, words] : marks) {
        if (hasMark(line, mark))
            m_entries.push_back({Key::Mark, mark, words});
    }
    setAccessibleName(words().join(QStringLiteral(", ")));
    update();
}

void ChartLegend::setNumberedChanges(const QStringList& changes)
{
    if (changes == m_changes)
        return;
    m_changes = changes;
    updateGeometry();
    update();
}

QStringList ChartLegend::words() const
{
    QStringList words;
    for (const Entry& entry : m_entries)
        words += entry.words;
    return words;
}

QSize ChartLegend::sizeHint() const
{
    return {400, m_changes.isEmpty() ? kRow : 2 * kRow};
}

void ChartLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(assay::font(TextStyle::Label));
    const QFontMetrics metrics(painter.font());
    int x = 0;
    for (const Entry& entry : m_entries) {
        const int keyWidth =
            entry.key == Key::Baseline || entry.key == Key::Band || entry.mark == WeekMark::Open ? 20 : 14;
        const int end = x + keyWidth + kKeyGap + metrics.horizontalAdvance(entry.words);
        if (end > width())
            break;
        paintKey(&painter, entry, QRectF(x, 0, keyWidth, kRow));
        painter.setPen(colour(Token::Text2));
        painter.drawText(QRect(x + keyWidth + kKeyGap, 0, width(), kRow),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, entry.words);
        x = end + kGap;
    }
    QStringList numbered;
    for (const QString& change : m_changes)
        numbered += QStringLiteral("%1 ").arg(numbered.size() + 1) + change;
    painter.setPen(colour(Token::Text2));
    painter.drawText(QRect(0, kRow, width(), kRow), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     metrics.elidedText(numbered.join(QStringLiteral("   ")), Qt::ElideRight, width()));
}

void ChartLegend::paintKey(QPainter* painter, const Entry& entry, const QRectF& box) const
{
    const ChartStyle style = screenChartStyle();
    const QPointF centre = box.center();
    switch (entry.key) {
    case Key::Mark:
        if (entry.mark == WeekMark::Open) {
            painter->setPen(QPen(style.accent, 2, Qt::DotLine, Qt::FlatCap));
            painter->drawLine(QPointF(box.left(), centre.y()), QPointF(box.right(), centre.y()));
        }
        return paintMarker(painter, centre, entry.mark, style);
    case Key::Whisker:
        painter->setPen(QPen(style.whisker, 1));
        for (const double y : {centre.y() - 6.5, centre.y() + 6.5})
            painter->drawLine(QPointF(centre.x() - 3, y), QPointF(centre.x() + 4, y));
        painter->drawLine(QPointF(centre.x() + 0.5, centre.y() - 6),
                          QPointF(centre.x() + 0.5, centre.y() + 6));
        return;
    case Key::Baseline: {
        QPen dashed(style.text3, 1, Qt::CustomDashLine, Qt::FlatCap);
        dashed.setDashPattern({6, 3});
        painter->setPen(dashed);
        painter->drawLine(QPointF(box.left(), centre.y() + 0.5), QPointF(box.right(), centre.y() + 0.5));
        return;
    }
    case Key::Band:
        painter->setPen(QPen(style.bandEdge, 1));
        painter->setBrush(style.band);
        painter->drawRect(QRectF(box.left() + 0.5, centre.y() - 4.5, box.width() - 1, 9));
        return;
    }
}

} // namespace assay
