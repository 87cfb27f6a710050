// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the metadata of images that are in the workspace again, after a reader has become better or a sidecar
// has come. Replaces only what the files themselves gave. Free functions for the thread of the connection.
#pragma once

#include "app/intake/importreport.h"

#include <QList>

namespace assay {

class Database;

struct RereadReport
{
    int read = 0;                  ///< files
    QList<GenerationId> changed;   ///< what says something else now
    int withoutImage = 0;          ///< generations that have no image yet
    QList<ImportProblem> problems; ///< files that could not be read; their generations stay as they are
};

/// Reads the files of these generations and stores what they say in one transaction: give a hundred or so at
/// a time where somebody waits. Fails only when the workspace does.
Result<RereadReport> rereadMetadata(const Database& database, const QList<GenerationId>& ids, UtcTime now);

} // namespace assay
