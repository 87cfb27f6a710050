// SPDX-License-Identifier: GPL-3.0-or-later
// TrendChart: one metric over the weeks as a QChart, for the screen and for paper. Unbroken runs of weeks are
// one line series each, so a gap is a gap; all else (band, whiskers, markers, flags, names) are graphics
// items on it, found by their ItemKind. GUI thread; a scene owns it. It is made anew when content, size or
// theme change, and knows nothing of selection.
#pragma once

#include "ui/trends/chartframe.h"

#include <QStringList>
#include <QtCharts/QChart>

#include <optional>

namespace assay {

struct TrendChartLook
{
    ChartStyle style{};
    QRectF plot{};        ///< of the axes, in the chart's coordinates
    double lineWidth = 2; ///< before scaling
    bool hasWords = true; ///< of changes, alerts, baselines and gaps
};

class TrendChart : public QChart
{
    Q_OBJECT

public:
    TrendChart(TrendLine line, const TrendChartLook& look);

    const TrendLine& line() const { return m_line; }
    const QRectF& plot() const { return m_look.plot; }
    double xOf(double week) const { return frame().x(week); }
    /// The week whose column holds that x; nothing beside the plot.
    std::optional<int> weekAt(double x) const;
    /// The texts of flags that had room for a number only.
    const QStringList& numberedChanges() const { return m_numberedChanges; }

    /// How much room the texts above the plot need.
    static double roomAbove(const TrendLine& line, const ChartStyle& style);

private:
    ChartFrame frame() const;
    void addLines();
    void addSegment(const QList<QPointF>& points, Qt::PenStyle penStyle);

    TrendLine m_line;
    TrendChartLook m_look;
    ValueAxis m_axis;
    QStringList m_numberedChanges;
};

} // namespace assay
