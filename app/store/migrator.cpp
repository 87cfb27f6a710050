// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/migrator.h"

#include "app/store/dialect.h"
#include "app/store/statement.h"
#include "app/store/transaction.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace assay {

namespace {

Result<qint64> number(const Database& database, const QString& sql)
{
    Statement statement = database.prepare(sql);
    const auto value = statement.firstInteger();
    if (!value)
        return value.error();
    return value->value_or(0);
}

Result<void> checkIntact(const Database& database)
{
    Statement statement = database.prepare(dialect::quickCheck());
    if (auto ran = statement.run(); !ran)
        return ran;
    const QString answer = statement.next() ? statement.text(0) : QString();
    statement.finish();
    if (statement.error())
        return *statement.error();
    if (answer != QLatin1String("ok"))
        return Error{ErrorKind::Damaged, database.path(), answer};
    return {};
}

/// "work.v1-copy.assay" beside the workspace, with a number when that exists.
QString freeCopyPath(const QString& path, int version)
{
    const QFileInfo file(path);
    const QString base =
        file.dir().filePath(file.completeBaseName() + QStringLiteral(".v%1-copy").arg(version));
    const QString suffix = file.suffix().isEmpty() ? QString() : u'.' + file.suffix();
    QString candidate = base + suffix;
    for (int i = 2; QFileInfo::exists(candidate); ++i)
        candidate = base + u'-' + QString::number(i) + suffix;
    return candidate;
}

/// Written under another name first, so that a copy with its final name is always complete.
Result<QString> copyBeside(const Database& database, int version)
{
    const QString path = freeCopyPath(database.path(), version);
    const QString unfinished = path + QStringLiteral(".part");
    QFile::remove(unfinished);
    Statement statement = database.prepare(dialect::copyInto());
    if (auto copied = statement.run(unfinished); !copied) {
        QFile::remove(unfinished);
        return copied.error();
    }
    if (!QFile::rename(unfinished, path))
        return Error{ErrorKind::Io, path, QStringLiteral("the copy could not be given its name")};
    return path;
}

QStringList statementsOf(const QString& sql)
{
    QString text = sql;
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    QStringList statements;
    for (const QString& part : text.split(QStringLiteral(";\n\n"), Qt::SkipEmptyParts)) {
        if (const QString trimmed = part.trimmed(); !trimmed.isEmpty())
            statements << trimmed;
    }
    return statements;
}

Result<void> apply(const Database& database, const Migration& migration)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    // Another program may have done it while this one waited for the lock.
    const auto version = schemaVersionOf(database);
    if (!version)
        return version.error();
    if (*version >= migration.version)
        return {};
    for (const QString& statement : statementsOf(migration.sql)) {
        if (auto ran = database.execute(statement); !ran)
            return ran;
    }
    if (auto marked = database.execute(dialect::setApplicationId()); !marked)
        return marked;
    if (auto numbered = database.execute(dialect::setSchemaVersion(migration.version)); !numbered)
        return numbered;
    return transaction->commit();
}

} // namespace

QList<Migration> builtInMigrations()
{
    QList<Migration> migrations;
    const QDir folder(QStringLiteral(":/schema"));
    for (const QString& name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened);
        migrations << Migration{name.left(4).toInt(), QString::fromUtf8(file.readAll())};
    }
    return migrations;
}

Result<int> schemaVersionOf(const Database& database)
{
    const auto version = number(database, dialect::schemaVersion());
    if (!version)
        return version.error();
    const auto application = number(database, dialect::applicationId());
    if (!application)
        return application.error();
    if (*application == dialect::kApplicationId)
        return static_cast<int>(*version);
    const auto tables = number(database, dialect::tableCount());
    if (!tables)
        return tables.error();
    if (*tables > 0 || *version != 0 || *application != 0)
        return Error{ErrorKind::Unsupported, database.path(), QStringLiteral("not an Assay workspace")};
    return 0;
}

Result<MigrationResult> migrate(const Database& database, const QList<Migration>& migrations)
{
    const auto before = schemaVersionOf(database);
    if (!before)
        return before.error();
    const int newest = migrations.isEmpty() ? 0 : migrations.last().version;
    if (*before > newest) {
        return Error{ErrorKind::TooNew, database.path(),
                     QStringLiteral("schema %1, this program knows %2").arg(*before).arg(newest)};
    }
    if (*before == newest)
        return MigrationResult{};
    MigrationResult result{MigrationOutcome::Created, {}};
    if (*before > 0) {
        if (auto intact = checkIntact(database); !intact)
            return intact.error();
        auto copy = copyBeside(database, *before);
        if (!copy)
            return copy.error();
        result = {MigrationOutcome::Upgraded, *copy};
    }
    for (const Migration& migration : migrations) {
        if (migration.version <= *before)
            continue;
        if (auto applied = apply(database, migration); !applied)
            return applied.error();
    }
    return result;
}

} // namespace assay
