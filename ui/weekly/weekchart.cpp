// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weekly/weekchart.h"

#include "app/report/figures.h"
#include "ui/common/theme.h"
#include "ui/trends/trendchart.h"
#include "ui/trends/weekaxisitems.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QGraphicsScene>
#include <QWheelEvent>

#include <algorithm>

namespace assay {

namespace {

constexpr size_t kWeeks = 6;
constexpr double kTop = 16;
constexpr double kRight = 24;
constexpr double kBottom = 8;
constexpr double kLeft = 16;
constexpr int kLeastWidth = 240;
constexpr int kLeastHeight = 160;

/// For the names of the values, whatever steps the chart takes.
double labelRoom(const TrendLine& line, const ChartStyle& style)
{
    const QFontMetricsF metrics(style.label);
    double room = 0;
    for (const double steps : {1.0, 2.0, 3.0}) {
        for (const ValueTick& tick : valueAxis(line, steps).ticks)
            room = std::max(room, metrics.horizontalAdvance(tick.text) + 8);
    }
    return room;
}

} // namespace

WeekChart::WeekChart(TrendLine line, QWidget* parent)
    : QGraphicsView(parent)
    , m_line(std::move(line))
    , m_scene(std::make_unique<QGraphicsScene>())
{
    setObjectName(QStringLiteral("weekChart"));
    setAccessibleName(tr("The last weeks of %1").arg(metricName(definition(m_line.metric))));
    setFrameShape(QFrame::NoFrame);
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred); // takes no room that the cards don't need
    setInteractive(false);
    setScene(m_scene.get());
}

WeekChart::~WeekChart() = default;

void WeekChart::setLine(const TrendLine& line)
{
    if (line == m_line)
        return;
    m_line = line;
    rebuild();
}

QSize WeekChart::sizeHint() const
{
    return {kLeastWidth, kLeastHeight};
}

void WeekChart::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    rebuild();
}

void WeekChart::changeEvent(QEvent* event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        rebuild();
}

/// Left to the page, which scrolls.
void WeekChart::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

void WeekChart::rebuild()
{
    m_scene->clear();
    const QSizeF size = viewport()->size();
    m_scene->setSceneRect(QRectF({0, 0}, size));
    setBackgroundBrush(colour(Token::Panel));
    if (m_line.points.empty())
        return;
    const ChartStyle style = screenChartStyle();
    const double left = kLeft + labelRoom(m_line, style);
    const double height = size.height() - kTop - kBottom - weekRowHeight(style);
    const QRectF plot(left, kTop, std::max(1.0, size.width() - left - kRight), std::max(1.0, height));
    auto* chart = new TrendChart(m_line, {.style = style, .plot = plot, .hasWords = false});
    m_scene->addItem(chart);
    addWeekAxis(m_line, style, {.plot = plot, .rows = WeekAxisRows::Weeks}, chart);
}

std::span<const JudgedWeek> chartWeeks(const std::vector<JudgedWeek>& weeks, IsoWeek week)
{
    const auto last = std::ranges::upper_bound(weeks, week, {}, &JudgedWeek::week);
    const size_t count = size_t(last - weeks.begin());
    return std::span(weeks).first(count).last(std::min(count, kWeeks));
}

} // namespace assay
