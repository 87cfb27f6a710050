// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/directtarget.h"

namespace assay {

DirectTarget::DirectTarget(const Database& database, Clock clock)
    : m_database(database)
    , m_clock(std::move(clock))
{
}

Result<BatchOutcome> DirectTarget::store(const ImportBatch& batch)
{
    return storeBatch(m_database, batch, m_clock());
}

Result<ImageRoot> DirectTarget::addRoot(const QString& folder, const QString& client, RootUse use)
{
    return storeRoot(m_database, {folder, client, use}, m_clock());
}

} // namespace assay
