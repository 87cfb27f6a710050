// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/dialect.h"

#include <QRegularExpression>

#include <sqlite3.h>

namespace assay::dialect {

QStringList connectionSettings(Database::Mode mode)
{
    QStringList settings{QStringLiteral("PRAGMA foreign_keys = ON"),
                         QStringLiteral("PRAGMA cache_size = -16384")};
    if (mode == Database::Mode::ReadOnly) {
        // As much as SQLite allows: only what is read takes memory.
        settings << QStringLiteral("PRAGMA mmap_size = 2147418112");
        return settings;
    }
    settings << QStringLiteral("PRAGMA journal_mode = WAL") << QStringLiteral("PRAGMA synchronous = FULL")
             << QStringLiteral("PRAGMA wal_autocheckpoint = 0")
             // What a savepoint would restore is small and is written for every changed page.
             << QStringLiteral("PRAGMA temp_store = MEMORY")
             // Once all of a large log is moved, the next write makes its file small again.
             << QStringLiteral("PRAGMA journal_size_limit = 4194304");
    return settings;
}

ErrorKind errorKind(int code)
{
    // An extended code has its primary one in the low byte, https://www.sqlite.org/rescode.html.
    switch (code & 0xff) {
    case SQLITE_FULL:
        return ErrorKind::NoSpace;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorKind::Busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorKind::Damaged;
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
        return ErrorKind::NoPermission;
    case SQLITE_NOTFOUND:
        return ErrorKind::NotFound;
    case SQLITE_CONSTRAINT:
        return ErrorKind::Invalid;
    default:
        return ErrorKind::Io;
    }
}

QStringList importSettings()
{
    return {QStringLiteral("PRAGMA cache_size = -196608"), QStringLiteral("PRAGMA foreign_keys = OFF"),
            QStringLiteral("PRAGMA synchronous = NORMAL")};
}

QString beginWriting()
{
    return QStringLiteral("BEGIN IMMEDIATE");
}

QString checkpoint()
{
    return QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)");
}

QString logPath(const QString& databasePath)
{
    return databasePath + QStringLiteral("-wal");
}

QString dataVersion()
{
    return QStringLiteral("PRAGMA data_version");
}

QString schemaVersion()
{
    return QStringLiteral("PRAGMA user_version");
}

QString setSchemaVersion(int version)
{
    return QStringLiteral("PRAGMA user_version = %1").arg(version);
}

QString applicationId()
{
    return QStringLiteral("PRAGMA application_id");
}

QString setApplicationId()
{
    return QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId);
}

QString tableCount()
{
    return QStringLiteral("SELECT count(*) FROM sqlite_schema");
}

QString integrityCheck()
{
    return QStringLiteral("PRAGMA integrity_check");
}

QString quickCheck()
{
    return QStringLiteral("PRAGMA quick_check");
}

QString foreignKeyCheck()
{
    return QStringLiteral("PRAGMA foreign_key_check");
}

QString copyInto()
{
    return QStringLiteral("VACUUM INTO ?");
}

QString rebuildPromptIndex()
{
    return QStringLiteral("INSERT INTO prompt_search (prompt_search) VALUES ('rebuild')");
}

QString indexNewPrompts()
{
    return QStringLiteral("INSERT INTO prompt_search (rowid, text) SELECT id, text FROM prompts"
                          " WHERE id > (SELECT coalesce(max(id), 0) FROM prompt_search_docsize)");
}

QString promptsNotSearchable()
{
    return QStringLiteral("SELECT id FROM prompts EXCEPT SELECT id FROM prompt_search_docsize");
}

QString promptsMatching()
{
    return QStringLiteral("SELECT rowid FROM prompt_search WHERE prompt_search MATCH ?");
}

QString searchText(const QString& words)
{
    QStringList terms;
    for (QString word : searchWords(words))
        terms << u'"' + word.replace(u'"', QStringLiteral("\"\"")) + QStringLiteral("\"*");
    return terms.join(u' ');
}

QStringList searchWords(const QString& words)
{
    static const QRegularExpression gaps(QStringLiteral("[\\s\\x{0}]+"));
    // Half of a surrogate pair would take the quote behind it along when it is converted.
    const QString valid = QString::fromUtf8(words.toUtf8());
    return valid.split(gaps, Qt::SkipEmptyParts);
}

QString nameContains()
{
    return QStringLiteral("name LIKE ? ESCAPE '!'");
}

QString containedText(const QString& word)
{
    QString escaped;
    for (const QChar letter : word) {
        if (letter == u'!' || letter == u'%' || letter == u'_')
            escaped += u'!';
        escaped += letter;
    }
    return u'%' + escaped + u'%';
}

QString walkedBy(const QString& index)
{
    return QStringLiteral(" INDEXED BY ") + index;
}

QString membersOf(const QString& column)
{
    return QStringLiteral("json_each(%1)").arg(column);
}

QString idsInList()
{
    return QStringLiteral("SELECT value FROM json_each(?)");
}

QString idList(const QList<GenerationId>& ids)
{
    QString list;
    list.reserve(ids.size() * 8 + 2);
    list += u'[';
    for (const GenerationId id : ids) {
        if (list.size() > 1)
            list += u',';
        list += QString::number(id.value);
    }
    list += u']';
    return list;
}

} // namespace assay::dialect
