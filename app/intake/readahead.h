// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a source on a thread of its own, one part ahead, so that reading and storing go on side by side.
#pragma once

#include "app/intake/importsource.h"

#include <future>

namespace assay {

class ReadAhead : public ImportSource
{
public:
    /// The source needs nothing of the calling thread, above all no database. A part has `rows` items at
    /// most.
    ReadAhead(std::unique_ptr<ImportSource> source, qsizetype rows);

    QString name() const override { return m_source->name(); }
    /// Adds a part.
    bool read(ImportBatch& batch) override;
    /// Freed on the reading thread, which uses their room again: new room of megabytes has to be cleared
    /// first.
    void giveBack(QList<ImportItem> stored) override { m_stored = std::move(stored); }
    qint64 done() const override { return m_done; }
    qint64 total() const override { return m_total; }

private:
    struct Part
    {
        ImportBatch batch;
        bool isLast = false;
        qint64 done = 0;
        qint64 total = 0;
    };

    Part readPart(QList<ImportItem> room) const;
    std::future<Part> start();

    std::unique_ptr<ImportSource> m_source; ///< while a part is read, that thread's alone
    qsizetype m_rows;
    qint64 m_done = 0;
    qint64 m_total;
    QList<ImportItem> m_stored;
    std::future<Part> m_next; ///< the last member: its end waits for the thread
};

} // namespace assay
