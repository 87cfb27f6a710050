// SPDX-License-Identifier: GPL-3.0-or-later
// ChartPanel: the big chart of one metric with title, read-out row, legend and, switchable, the chart of the
// metric that explains it below. GUI thread. It is given weeks and shows them; it reads nothing.
#pragma once

#include "app/base/result.h"
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
    /// Saving the chart as a picture and its data as a table, in the order of the chart's menu.
    QList<QAction*> saveActions() const { return m_saveActions; }
    TrendView* view() const { return m_view; }
    ReadOut* readOut() const { return m_readOut; }

    /// What the weeks are of, for what is saved: "all clients, models and templates".
    void setScope(const QString& scope) { m_scope = scope; }

signals:
    void weekChosen(int index);
    /// The weeks' numbers of these metrics are to be written there: they are the page's.
    void dataWanted(const QString& path, const std::vector<assay::MetricId>& metrics);
    void saved(const QString& path);
    void notSaved(const assay::Error& error);
    void weekOpened(int index); ///< its images are wanted

private:
    void showCharts();
    void showReadOut(std::optional<int> index);
    QString summary(MetricId metric) const;
    void addSaveAction(const char* name, const QString& text, const QString& suffix);
    void askWhereToSave(const QString& suffix);
    void save(const QString& path);
    std::vector<MetricId> shownMetrics() const;

    std::vector<JudgedWeek> m_weeks;
    std::vector<Change> m_changes;
    MetricId m_metric = MetricId::Adherence;
    Room m_room = Room::Full;
    QString m_scope;
    QAction* m_second;
    QList<QAction*> m_saveActions;
    TextLabel* m_title;
    TextLabel* m_formula;
    ReadOut* m_readOut;
    TrendView* m_view;
    ChartLegend* m_legend;
};

} // namespace assay
