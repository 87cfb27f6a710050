// SPDX-License-Identifier: GPL-3.0-or-later
// The exchange rates of a workspace. They are only added, or withdrawn; what that changes is marked as stale
// in the same transaction, so that the next refresh of the roll-ups counts it again. Writing is for the store
// thread, inside the caller's Transaction; reading works on any connection.
#pragma once

#include "app/base/result.h"
#include "app/domain/exchangerate.h"

#include <vector>

namespace assay {

class Database;

class ExchangeRates
{
public:
    explicit ExchangeRates(const Database& database);

    /// Its id. Invalid when another rate in force is to another currency: a workspace counts in one.
    Result<qint64> add(const ExchangeRate& rate) const;
    /// Takes one back; false when there is none of that id, or it is withdrawn already.
    Result<bool> withdraw(qint64 id, UtcTime at) const;
    /// Withdrawn ones too, in the order in which they were added.
    Result<std::vector<ExchangeRate>> all() const;
    /// Those in force.
    Result<ExchangeTable> table() const;

private:
    Result<void> markCosts(const QString& currency) const;

    const Database& m_database;
};

} // namespace assay
