// SPDX-License-Identifier: GPL-3.0-or-later
// WeekChart: the last weeks of one metric beside its finding: band, baseline, intervals and markers, drawn by
// the trends page's builder. GUI thread. Nothing can be chosen in it; the trends page has the whole chart.
#pragma once

#include "ui/trends/trendline.h"

#include <QGraphicsView>

#include <memory>

namespace assay {

class TrendChart;

class WeekChart : public QGraphicsView
{
    Q_OBJECT

public:
    explicit WeekChart(TrendLine line, QWidget* parent = nullptr);
    ~WeekChart() override;

    void setLine(const TrendLine& line);
    const TrendLine& line() const { return m_line; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void rebuild();

    TrendLine m_line;
    std::unique_ptr<QGraphicsScene> m_scene;
};

/// The weeks up to and with `week` that the chart shows, oldest first.
std::span<const JudgedWeek> chartWeeks(const std::vector<JudgedWeek>& weeks, IsoWeek week);

} // namespace assay
