// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/rootsettings.h"

#include "app/store/imageroots.h"
#include "app/store/rootrulesstore.h"
#include "app/store/transaction.h"

namespace assay {

namespace {

Result<void> store(const Database& database, ImageRootId root, const RootSettings& settings)
{
    if (auto set = ImageRoots(database).setClient(root, settings.client); !set)
        return set;
    return RootRulesStore(database).set(root, settings.rules);
}

} // namespace

Result<ImageRoot> followFolder(const Database& database, const QString& folder, const RootSettings& settings,
                               UtcTime at)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    auto root = ImageRoots(database).add(folder, settings.client, at);
    if (!root)
        return root;
    if (const auto stored = store(database, root->id, settings); !stored)
        return stored.error();
    if (const auto committed = transaction->commit(); !committed)
        return committed.error();
    root->client = settings.client;
    return root;
}

Result<void> changeRoot(const Database& database, ImageRootId root, const RootSettings& settings)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto stored = store(database, root, settings); !stored)
        return stored;
    return transaction->commit();
}

Result<void> stopFollowing(const Database& database, ImageRootId root, UtcTime at)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto removed = ImageRoots(database).remove(root, at); !removed)
        return removed;
    return transaction->commit();
}

} // namespace assay
