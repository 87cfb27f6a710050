// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/writertarget.h"

#include "app/store/storewriter.h"

namespace assay {

WriterTarget::WriterTarget(StoreWriter& writer, Clock clock)
    : m_writer(writer)
    , m_clock(std::move(clock))
{
}

Result<BatchOutcome> WriterTarget::store(const ImportBatch& batch)
{
    const auto job = [batch, clock = m_clock, writer = &m_writer](const Database& database) {
        auto outcome = BatchStore(database).store(batch, clock());
        if (outcome && !outcome->added.isEmpty())
            writer->announceGenerationsAdded(outcome->added);
        if (outcome && !outcome->changed.isEmpty())
            writer->announceGenerationsChanged(outcome->changed);
        if (outcome && outcome->hasChanges)
            writer->announceGenerationsChanged({});
        return outcome;
    };
    return m_writer.run<BatchOutcome>(StoreWriter::Priority::Bulk, job).result();
}

Result<ImageRoot> WriterTarget::addRoot(const QString& folder, const QString& client, RootUse use)
{
    const auto job = [root = NewRoot{folder, client, use}, clock = m_clock](const Database& database) {
        return storeRoot(database, root, clock());
    };
    return m_writer.run<ImageRoot>(StoreWriter::Priority::Bulk, job).result();
}

} // namespace assay
