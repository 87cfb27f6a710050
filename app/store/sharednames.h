// SPDX-License-Identifier: GPL-3.0-or-later
// Assets and batches of several clients that have the same name. Each client's view has its own; the view of
// all clients counts a name once, as the log's readers do. Reads only, on any connection; what it says of
// assets is as of the last refresh of the roll-ups.
#pragma once

#include "app/base/result.h"
#include "app/domain/ids.h"
#include "app/domain/weekrow.h"

#include <QHash>

#include <vector>

namespace assay {

class Database;

class SharedNames
{
public:
    static Result<SharedNames> read(const Database& database);

    /// The one asset that stands for all with its name.
    AssetId standIn(AssetId asset) const { return m_standIns.value(asset, asset); }
    /// Whether another client has an asset of that name.
    bool isShared(AssetId asset) const { return m_standIns.contains(asset); }
    bool isEmpty() const { return m_standIns.isEmpty(); }

private:
    QHash<AssetId, AssetId> m_standIns;
};

/// The weeks in which clients share names, of all clients together; the sums of their clients are not it.
Result<std::vector<WeekRow>> weeksWithSharedNames(const Database& database);

} // namespace assay
