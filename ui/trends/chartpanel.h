// SPDX-License-Identifier: GPL-3.0-or-later
// ChartPanel: the big chart of one metric with title, read-out row, legend and, switchable, the chart of the
// metric that explains it below. GUI thread. It is given weeks and shows them; it reads nothing.
#pragma once

#include "app/metrics/weeklyseries.h"
#include "ui/common/surface.h"

#include <optional>
#include <span>
#include <vector>

class QAction;

namespace assay {

class ChartLegend;
class ReadOut;
class TextLabel;
class TrendView;

/// The metric that is looked at together with this one.
MetricId companionOf(MetricId metric);

class ChartPanel : public Panel
{
    Q_OBJECT

public:
    enum class Room { Full, Small, NoSecond };

    explicit ChartPanel(QWidget* parent = nullptr);

    /// `chosen`: index of the week the read-out shows.
    void setWeeks(std::span<const JudgedWeek> weeks, std::span<const Change> changes,
                  std::optional<int> chosen);
    void setMetric(MetricId metric);
    void setRoom(Room room);
    void chooseWeek(int index); ///< clamped to the weeks there are
    std::optional<int> chosenWeek() const;
    MetricId metric() const { return m_metric; }

    QAction* secondAction() const { return m_second; }
    TrendView* view() const { return m_view; }
    ReadOut* readOut() const { return m_readOut; }

signals:
    void weekChosen(int index);
    void weekOpened(int index); ///< its images are wanted

private:
    void showCharts();
    void showReadOut(std::optional<int> index);
    QString summary(MetricId metric) const;

    std::vector<JudgedWeek> m_weeks;
    std::vector<Change> m_changes;
    MetricId m_metric = MetricId::Adherence;
    Room m_room = Room::Full;
    QAction* m_second;
    TextLabel* m_title;
    TextLabel* m_formula;
    ReadOut* m_readOut;
    TrendView* m_view;
    ChartLegend* m_legend;
};

} // namespace assay
