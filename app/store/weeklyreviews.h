// SPDX-License-Identifier: GPL-3.0-or-later
// The signed weekly reviews and the acknowledgements of alerts. They are only added, never changed. Writing
// is for the store thread, inside the caller's Transaction; reading works on any connection.
#pragma once

#include "app/base/result.h"
#include "app/domain/weeklyreview.h"

namespace assay {

class Database;

class WeeklyReviews
{
public:
    explicit WeeklyReviews(const Database& database);

    /// Its id. Invalid when it has two decisions about one metric.
    Result<qint64> add(const WeeklyReview& review) const;
    /// Of one view, by week, then in the order in which they were signed.
    Result<std::vector<WeeklyReview>> ofView(const ViewFilter& view) const;

    Result<void> add(const Acknowledgement& acknowledgement) const;
    /// Of one view, in the order in which they were given.
    Result<std::vector<Acknowledgement>> acknowledgements(const ViewFilter& view) const;

private:
    Result<std::vector<DecidedAlert>> decisionsOf(qint64 review) const;

    const Database& m_database;
};

} // namespace assay
