// SPDX-License-Identifier: GPL-3.0-or-later
// Everything in which one database program differs from another, beside the migrations: how to set up, lock,
// check, copy and search, and what its error codes mean. All other SQL is standard text in the class that
// owns the table. Free functions without state, for any thread.
#pragma once

#include "app/base/result.h"
#include "app/domain/ids.h"
#include "app/store/database.h"

#include <QList>
#include <QStringList>

namespace assay::dialect {

/// Run one after the other on every new connection.
QStringList connectionSettings(Database::Mode mode);

/// What the database's own error code means.
ErrorKind errorKind(int code);

/// For a connection that writes a lot and shares its process with no window: 192 MiB.
QStringList importSettings();
/// Starts a transaction that holds the write lock from its beginning.
QString beginWriting();
QString checkpoint();
/// The file that takes the writes until they are moved into the database.
QString logPath(const QString& databasePath);
/// One number that changes when another connection has committed.
QString dataVersion();

/// The version of the schema; 0 for a new file. Part of the transaction that sets it.
QString schemaVersion();
QString setSchemaVersion(int version);
/// The number that tells a workspace from any other database; 0 for a new file.
QString applicationId();
QString setApplicationId();
inline constexpr qint64 kApplicationId = 0x41535359; ///< "ASSY"
/// How many tables there are.
QString tableCount();

/// Rows of text, one of them "ok" when all is well.
QString integrityCheck();
/// The same, but without comparing indices with their tables: for a check before an upgrade.
QString quickCheck();
/// One row (table, row, referenced table) for each reference that leads nowhere.
QString foreignKeyCheck();
/// Copies the database to the file of the bound name, as of one instant.
QString copyInto();

/// Makes the prompts searchable that are not yet: those after the last one that is.
QString indexNewPrompts();
/// Makes all prompts searchable anew.
QString rebuildPromptIndex();
/// The ids of prompts that the index of the search does not have.
QString promptsNotSearchable();
/// A sub-select of the prompts' ids that contain the words of the bound text (see searchText).
QString promptsMatching();
/// The words as bound text: quoted, so that nothing in them is query syntax. Every word has to occur, each
/// may be the beginning of a longer one.
QString searchText(const QString& words);
/// What is looked for, word by word; empty when there is nothing to look for.
QStringList searchWords(const QString& words);
/// A condition on a column `name`: that it has the bound text in it (see containedText), in any case of
/// letters.
QString nameContains();
QString containedText(const QString& word);
/// Behind a table's name: its rows are walked through in the order of that index and no other.
QString walkedBy(const QString& index);
/// The members of a JSON object in a column, as rows with `key` and `value`.
QString membersOf(const QString& column);

/// A sub-select of the ids in the bound text (see idList).
QString idsInList();
QString idList(const QList<GenerationId>& ids);

} // namespace assay::dialect
