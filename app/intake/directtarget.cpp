// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/directtarget.h"

namespace assay {

DirectTarget::DirectTarget(const Database& database, Clock clock, BatchLimit limit)
    : m_database(database)
    , m_clock(std::move(clock))
    , m_limit(limit)
    , m_store(database)
    , m_checkpointer(database)
{
}

Result<BatchOutcome> DirectTarget::store(const ImportBatch& batch)
{
    auto outcome = m_store.store(batch, m_clock());
    m_checkpointer.moveLargeLog();
    return outcome;
}

Result<ImageRoot> DirectTarget::addRoot(const QString& folder, const QString& client, RootUse use)
{
    return storeRoot(m_database, {folder, client, use}, m_clock());
}

} // namespace assay
