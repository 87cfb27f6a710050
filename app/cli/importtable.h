// SPDX-License-Identifier: GPL-3.0-or-later
// What `assay-cli import` does with tables before the importer reads them: prints a guess, or gives the
// workspace the mapping to read them with.
#pragma once

#include "app/base/result.h"

#include <QStringList>

namespace assay {

class Database;

struct TableOptions
{
    QString mapFile;   ///< empty: none was given
    QString timesZone; ///< of times without an offset where the mapping names no zone; empty: none was given
};

/// Prints the guessed mapping as JSON, and on stderr what it leaves open. Returns the exit code.
int printTableGuess(const QString& path, const TableOptions& options);

/// Makes the workspace remember the mapping for each of the paths that is a table. Invalid for a mapping that
/// is wrong or does not fit.
Result<void> applyTableOptions(const Database& database, const QStringList& paths,
                               const TableOptions& options);

} // namespace assay
