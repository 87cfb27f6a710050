// SPDX-License-Identifier: GPL-3.0-or-later
// Which batches have images in more than one week or client: found when generations are added or moved, a
// little at a time. Finding is for the store thread, inside the caller's Transaction; reading works on any
// connection. What the sums make of it is not its part.
#pragma once

#include "app/base/result.h"

#include <QSet>
#include <QString>

namespace assay {

class Database;

class SpreadNames
{
public:
    explicit SpreadNames(const Database& database);

    /// Looks at some of what was added or moved since; every week of a batch that has become spread, or is
    /// not any more, is marked as stale. False when there was nothing to look at.
    Result<bool> lookAtSome() const;
    /// Whether lookAtSome() has something to do.
    Result<bool> isBehind() const;
    /// Forgets all names; everything is to be looked at again.
    Result<void> forget() const;
    Result<QSet<QString>> all() const;

private:
    Result<void> lookAtNew(qint64 from, qint64 to) const;
    Result<void> lookAtMoved() const;

    const Database& m_database;
};

} // namespace assay
