// SPDX-License-Identifier: GPL-3.0-or-later
// Imports through the store's thread: each batch is a bulk job that the importing thread waits for, so that
// no more than one is under way, and the window hears of new rows when they are durable. Used in the intake
// thread only.
#pragma once

#include "app/intake/importbatch.h"

namespace assay {

class StoreWriter;

class WriterTarget : public ImportTarget
{
public:
    /// The writer outlives the target.
    WriterTarget(StoreWriter& writer, Clock clock);

    Result<BatchOutcome> store(const ImportBatch& batch) override;
    Result<ImageRoot> addRoot(const QString& folder, const QString& client, RootUse use) override;

private:
    StoreWriter& m_writer;
    Clock m_clock;
};

} // namespace assay
