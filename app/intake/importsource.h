// SPDX-License-Identifier: GPL-3.0-or-later
// What an import reads from: a log, a folder, a list of files. A source gives one thing at a time, so that
// the importer decides how large a batch becomes. Belongs to the importer's thread; stores nothing.
#pragma once

#include "app/intake/importbatch.h"

#include <QStringList>

namespace assay {

class ImportSource
{
public:
    ImportSource() = default;
    virtual ~ImportSource();
    ImportSource(const ImportSource&) = delete;
    ImportSource& operator=(const ImportSource&) = delete;

    /// What the import's record names.
    virtual QString name() const = 0;
    /// Adds the next thing, a problem or a known one to the batch; false when there is nothing more.
    virtual bool read(ImportBatch& batch) = 0;
    /// Items that were stored and are no longer needed: freeing a million of them takes its time too.
    virtual void giveBack(QList<ImportItem> /*stored*/) {}
    virtual qint64 done() const = 0;
    virtual qint64 total() const = 0; ///< an estimate while it is read
    /// Logs that were met on the way and are to be imported next.
    virtual QStringList takeLogs() { return {}; }
};

/// Adds a problem found while reading.
void refuse(ImportBatch& batch, ImportProblem problem);

} // namespace assay
