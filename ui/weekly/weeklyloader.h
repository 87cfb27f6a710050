// SPDX-License-Identifier: GPL-3.0-or-later
// WeeklyLoader: reads what the weekly review shows in a thread of its own with a read-only connection of its
// own; only values come back. Lives in the GUI thread. Of several requests only the newest is answered.
#pragma once

#include "app/report/movement.h"
#include "app/report/weekreview.h"
#include "ui/common/workspacereader.h"

#include <atomic>
#include <memory>

namespace assay {

/// An alert that fires, in the view of all clients.
struct AlertNews
{
    MetricId metric = MetricId::Adherence;
    IsoWeek since{};

    bool operator==(const AlertNews&) const = default;
};

struct WeeklyContent
{
    QStringList clients{}; ///< of the workspace, by name; empty: "no client"
    std::shared_ptr<const WeeklyView> view = std::make_shared<WeeklyView>();
    std::vector<WeeklyReview> reviews{}; ///< of the view, as the next two
    std::vector<Acknowledgement> acknowledgements{};
    std::vector<DraftedDecision> drafts{};
    std::optional<UtcTime> begunAt{}; ///< the workspace, by its first import
    UnsignedWeeks overdue{};          ///< of all clients, as the next
    std::vector<AlertNews> firing{};
};

/// Where the metrics of one week moved.
struct WeekMovements
{
    IsoWeek week{};
    std::vector<Movement> movements{};
};

class WeeklyLoader : public QObject
{
    Q_OBJECT

public:
    WeeklyLoader(const QString& workspacePath, Clock clock, QObject* parent = nullptr);

    /// Answered by loaded() or failed(), never within this call.
    void load(const std::optional<QString>& client);
    /// Answered by movementsLoaded(), unless another week is asked for meanwhile. What can't be read is left
    /// out: the review does without.
    void loadMovements(const std::shared_ptr<const WeeklyView>& view, const JudgedWeek& week);

signals:
    void loaded(const assay::WeeklyContent& content);
    void failed(const assay::Error& error);
    void movementsLoaded(const assay::WeekMovements& movements);

private:
    Clock m_clock;
    WorkspaceReader m_reader;
    int m_newest = 0;
    std::shared_ptr<std::atomic_int> m_newestMovements = std::make_shared<std::atomic_int>(0);
};

} // namespace assay
