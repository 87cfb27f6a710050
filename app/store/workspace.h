// SPDX-License-Identifier: GPL-3.0-or-later
// Opening a workspace: one SQLite file NAME.assay. Creates it, checks it, brings it to the newest schema
// after a copy.
#pragma once

#include "app/store/database.h"

#include <QTimeZone>

namespace assay {

/// What opening did to the schema.
enum class MigrationOutcome { Created, UpToDate, Upgraded };

struct OpenedWorkspace
{
    std::unique_ptr<Database> database; ///< read-write, of the calling thread
    MigrationOutcome outcome = MigrationOutcome::UpToDate;
    QString copyPath; ///< the copy made before an upgrade, or empty
};

/// Opens or creates the workspace for the calling thread. A new one gets `zone` as the time zone of its
/// weeks. TooNew (unchanged), Damaged (unchanged), NoSpace, NoPermission, Busy.
Result<OpenedWorkspace> openWorkspace(const QString& path,
                                      const QTimeZone& zone = QTimeZone::systemTimeZone());

/// The version of the schema that this program writes.
int newestSchemaVersion();

} // namespace assay
