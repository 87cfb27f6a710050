// SPDX-License-Identifier: GPL-3.0-or-later
// Imports into a database of the calling thread, for programs that have no store thread.
#pragma once

#include "app/intake/importbatch.h"
#include "app/store/checkpointer.h"

namespace assay {

class DirectTarget : public ImportTarget
{
public:
    /// The database is writable and outlives the target.
    DirectTarget(const Database& database, Clock clock, BatchLimit limit = {});

    BatchLimit batchLimit() const override { return m_limit; }
    Result<BatchOutcome> store(const ImportBatch& batch) override;
    Result<ImageRoot> addRoot(const QString& folder, const QString& client, RootUse use) override;

private:
    const Database& m_database;
    Clock m_clock;
    BatchLimit m_limit;
    BatchStore m_store;
    Checkpointer m_checkpointer;
};

} // namespace assay
