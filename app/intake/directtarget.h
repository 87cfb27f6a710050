// SPDX-License-Identifier: GPL-3.0-or-later
// Imports into a database of the calling thread, for programs that have no store thread.
#pragma once

#include "app/intake/importbatch.h"

namespace assay {

class DirectTarget : public ImportTarget
{
public:
    /// The database is writable and outlives the target.
    DirectTarget(const Database& database, Clock clock);

    Result<BatchOutcome> store(const ImportBatch& batch) override;
    Result<ImageRoot> addRoot(const QString& folder, const QString& client, RootUse use) override;

private:
    const Database& m_database;
    Clock m_clock;
};

} // namespace assay
