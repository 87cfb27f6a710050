// SPDX-License-Identifier: GPL-3.0-or-later
// Brings the schema of an open database to the newest version, one transaction for each step, after a copy of
// the file. Used by openWorkspace only. Does not decide what is in a migration: those are the numbered files
// of resources/schema.
#pragma once

#include "app/base/result.h"
#include "app/store/workspace.h"

#include <QList>
#include <QString>

namespace assay {

struct Migration
{
    int version = 0;
    QString sql; ///< statements that end with ";" and an empty line
};

/// The files of resources/schema in order.
QList<Migration> builtInMigrations();

/// 0 for a new file. Unsupported when the file is a database but not a workspace.
Result<int> schemaVersionOf(const Database& database);

struct MigrationResult
{
    MigrationOutcome outcome = MigrationOutcome::UpToDate;
    QString copyPath; ///< the copy made before an upgrade, or empty
};

/// Runs the migrations that the database does not have. TooNew and Damaged leave it unchanged; after any
/// other error it has the version of the last step that succeeded.
Result<MigrationResult> migrate(const Database& database, const QList<Migration>& migrations);

} // namespace assay
