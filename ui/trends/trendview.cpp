// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/trendview.h"

#include "ui/common/theme.h"
#include "ui/common/type.h"
#include "ui/trends/trendchart.h"
#include "ui/trends/weekaxisitems.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QGraphicsItemGroup>
#include <QGraphicsScene>
#include <QGraphicsSimpleTextItem>
#include <QMouseEvent>
#include <QPen>

#include <algorithm>

namespace assay {

namespace {

constexpr double kRightMargin = 2;
constexpr double kCaption = 34;        ///< between the plots: the second chart's name
constexpr double kLeastLabelRoom = 36; ///< left of the plot, for the names of values
constexpr double kMainShare = 280.0 / 390.0;
constexpr double kLeastHeight = 60;

double labelRoom(const TrendViewContent& content, const ChartStyle& style)
{
    const QFontMetricsF metrics(style.label);
    double room = kLeastLabelRoom;
    for (const TrendLine* line : {&content.main, content.second ? &*content.second : nullptr}) {
        if (!line)
            continue;
        for (const double steps : {3.0, 5.0, 7.0}) {
            for (const ValueTick& tick : valueAxis(*line, steps).ticks)
                room = std::max(room, metrics.horizontalAdvance(tick.text) + 8);
        }
    }
    return room;
}

} // namespace

TrendView::TrendView(QWidget* parent)
    : QGraphicsView(parent)
    , m_scene(std::make_unique<QGraphicsScene>())
{
    setObjectName(QStringLiteral("trendView"));
    setAccessibleName(tr("Trend chart"));
    setFrameShape(QFrame::NoFrame);
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(240, 140);
    viewport()->setMouseTracking(true);
    setScene(m_scene.get());
}

TrendView::~TrendView() = default;

void TrendView::setContent(const TrendViewContent& content)
{
    m_content = content;
    const int count = int(content.main.points.size());
    if (m_chosen && *m_chosen >= count)
        m_chosen.reset();
    rebuild();
}

void TrendView::setChosenWeek(std::optional<int> index)
{
    if (index == m_chosen)
        return;
    m_chosen = index;
    rebuildChosen();
}

QStringList TrendView::numberedChanges() const
{
    return m_main ? m_main->numberedChanges() : QStringList();
}

void TrendView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    rebuild();
}

void TrendView::changeEvent(QEvent* event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        rebuild();
}

void TrendView::mouseMoveEvent(QMouseEvent* event)
{
    emit weekPointedAt(weekAt(event->pos()));
}

void TrendView::mousePressEvent(QMouseEvent* event)
{
    const std::optional<int> index = weekAt(event->pos());
    if (event->button() == Qt::LeftButton && index)
        emit weekClicked(*index);
}

void TrendView::leaveEvent(QEvent* event)
{
    QGraphicsView::leaveEvent(event);
    emit weekPointedAt(std::nullopt);
}

void TrendView::rebuild()
{
    m_scene->clear();
    m_main = nullptr;
    m_second = nullptr;
    m_chosenItems = nullptr;
    const QSizeF size = viewport()->size();
    m_scene->setSceneRect(QRectF({0, 0}, size));
    setBackgroundBrush(colour(Token::Panel));
    if (m_content.main.points.empty())
        return;
    const ChartStyle style = screenChartStyle();
    const double top = TrendChart::roomAbove(m_content.main, style);
    const double plots = size.height() - top - weekAxisHeight(style) - (m_content.second ? kCaption : 0);
    const double mainHeight = std::max(kLeastHeight, m_content.second ? plots * kMainShare : plots);
    const double left = labelRoom(m_content, style);
    const QRectF plot(left, top, std::max(1.0, size.width() - left - kRightMargin), mainHeight);
    m_main = new TrendChart(m_content.main, {.style = style, .plot = plot});
    m_scene->addItem(m_main);
    if (m_content.second)
        addSecond(plot.bottom() + kCaption, size.height() - weekAxisHeight(style));
    rebuildChosen();
    emit rebuilt();
}

void TrendView::addSecond(double top, double bottom)
{
    const ChartStyle style = screenChartStyle();
    const QRectF main = m_main->plot();
    const QRectF plot(main.left(), top, main.width(), std::max(kLeastHeight / 2, bottom - top));
    m_second = new TrendChart(*m_content.second,
                              {.style = style, .plot = plot, .lineWidth = 1.75, .hasWords = false});
    m_scene->addItem(m_second);
    QGraphicsSimpleTextItem* name =
        m_scene->addSimpleText(m_content.secondName, assay::font(TextStyle::SecondSemibold));
    name->setBrush(style.text);
    const double y = main.bottom() + kCaption * 0.56 - name->boundingRect().height() / 2;
    name->setPos(0, y);
    QGraphicsSimpleTextItem* summary =
        m_scene->addSimpleText(m_content.secondSummary, assay::font(TextStyle::Second));
    summary->setBrush(style.text2);
    summary->setPos(name->boundingRect().width() + 10, y);
}

void TrendView::rebuildChosen()
{
    delete m_chosenItems;
    m_chosenItems = nullptr;
    if (!m_main)
        return;
    m_chosenItems = m_scene->createItemGroup({});
    const ChartStyle style = screenChartStyle();
    const TrendChart* lowest = m_second ? m_second : m_main;
    addWeekAxis(m_content.main, style, {lowest->plot(), m_chosen}, m_chosenItems);
    if (!m_chosen)
        return;
    const double x = style.snapped(m_main->xOf(*m_chosen));
    for (const TrendChart* chart : {static_cast<const TrendChart*>(m_main), m_second ? lowest : nullptr}) {
        if (!chart)
            continue;
        auto* line = new QGraphicsLineItem(x, chart->plot().top(), x, chart->plot().bottom(), m_chosenItems);
        line->setPen(QPen(style.text2, 1));
        nameItem(line, "chosenWeek", *m_chosen);
    }
}

std::optional<int> TrendView::weekAt(const QPoint& position) const
{
    return m_main ? m_main->weekAt(mapToScene(position).x()) : std::nullopt;
}

} // namespace assay
