// SPDX-License-Identifier: GPL-3.0-or-later
// The rate card of a workspace, and the estimated costs that follow from it. A change of the card only notes
// that estimates are to be made anew; recountSome() does it in short transactions, so that a verdict comes
// between two, and goes on where it stopped after a kill. What a log says is never touched. Writing is for
// the store thread; reading works on any connection.
#pragma once

#include "app/base/result.h"
#include "app/domain/rate.h"

namespace assay {

class Database;

struct RateCoverage
{
    qint64 priced = 0;  ///< generations whose cost the card estimates
    qint64 unknown = 0; ///< generations without any cost

    bool operator==(const RateCoverage&) const = default;
};

class Rates
{
public:
    explicit Rates(const Database& database);

    /// In the order they were entered.
    Result<RateCard> all() const;

    /// Each in a transaction of its own. Invalid, with a sentence as detail, for a rate that faultOf()
    /// objects to; nothing is written then.
    Result<RateId> add(const Rate& rate) const;
    /// All of them or, when one can't stand, none.
    Result<void> addAll(const RateCard& rates) const;
    /// NotFound when there is none.
    Result<void> remove(RateId id) const;

    /// Estimates some generations anew and marks the weeks whose costs moved as stale: true while more are
    /// left.
    Result<bool> recountSome() const;
    /// All that is left.
    Result<void> recount() const;

    Result<RateCoverage> coverage() const;

private:
    Result<RateId> insert(const Rate& rate) const;
    Result<void> askForRecount() const;
    Result<qint64> recountRows(qint64 after) const;

    const Database& m_database;
};

} // namespace assay
