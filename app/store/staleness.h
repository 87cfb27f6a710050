// SPDX-License-Identifier: GPL-3.0-or-later
// Notes what the roll-ups do not show any more, in the transaction of the change. For the store thread.
// Remembers what it has noted until the transaction ends, since thousands of changes of an import mean the
// same few weeks.
#pragma once

#include "app/domain/ids.h"
#include "app/store/statement.h"

#include <QSet>

#include <utility>

namespace assay {

class Database;

/// Where a generation counts.
struct CountedIn
{
    qint64 client = 0;
    QString week;
    std::optional<qint64> asset;
};

class Staleness
{
public:
    explicit Staleness(const Database& database);

    /// The week and the asset that this generation stands in now. A change that moves it is marked before and
    /// after.
    Result<void> mark(GenerationId id);
    Result<void> mark(const CountedIn& place);

private:
    void forgetOldTransaction();

    const Database& m_database;
    Statement m_place;
    Statement m_markWeek;
    Statement m_markAsset;
    std::pair<int, int> m_transaction; ///< the one that what is remembered was noted in
    QSet<std::pair<qint64, QString>> m_weeks;
    QSet<qint64> m_assets;
};

} // namespace assay
