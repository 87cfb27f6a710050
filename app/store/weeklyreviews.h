// SPDX-License-Identifier: GPL-3.0-or-later
// The signed weekly reviews and the acknowledgements of alerts, which are only added, never changed; and what
// is decided before it is signed, kept as it is chosen, so that it is there after a restart or a crash.
// Writing is for the store thread, inside the caller's Transaction; reading works on any connection.
#pragma once

#include "app/base/result.h"
#include "app/domain/weeklyreview.h"

namespace assay {

class Database;

class WeeklyReviews
{
public:
    explicit WeeklyReviews(const Database& database);

    /// Its id. Invalid when it has two decisions about one metric. What was drafted about the metrics it
    /// decides is removed.
    Result<qint64> add(const WeeklyReview& review) const;
    /// Of one view, by week, then in the order in which they were signed.
    Result<std::vector<WeeklyReview>> ofView(const ViewFilter& view) const;

    Result<void> add(const Acknowledgement& acknowledgement) const;
    /// Of one view, in the order in which they were given.
    Result<std::vector<Acknowledgement>> acknowledgements(const ViewFilter& view) const;

    /// Takes the place of what was drafted about that metric in that week; an empty one only removes it.
    Result<void> putDraft(const ViewFilter& view, const DraftedDecision& draft) const;
    /// Of one view, by week.
    Result<std::vector<DraftedDecision>> drafts(const ViewFilter& view) const;

private:
    Result<void> removeDraft(const ViewFilter& view, IsoWeek week, MetricId metric) const;
    Result<std::vector<DecidedAlert>> decisionsOf(qint64 review) const;

    const Database& m_database;
};

} // namespace assay
