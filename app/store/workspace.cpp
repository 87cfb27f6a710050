// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/workspace.h"

#include "app/store/migrator.h"
#include "app/store/workspacesettings.h"

#include <QFileInfo>

namespace assay {

namespace {

/// Looks through a read-only connection first: a file that is refused stays as it is to the last byte.
Result<void> checkUsable(const QString& path)
{
    const QFileInfo file(path);
    if (!file.exists() || file.size() == 0)
        return {};
    auto database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    const auto version = schemaVersionOf(**database);
    if (!version)
        return version.error();
    if (*version > newestSchemaVersion()) {
        return Error{
            ErrorKind::TooNew, path,
            QStringLiteral("schema %1, this program knows %2").arg(*version).arg(newestSchemaVersion())};
    }
    return {};
}

QTimeZone usableZone(const QTimeZone& zone)
{
    return zone.isValid() && QTimeZone::isTimeZoneIdAvailable(zone.id()) ? zone : QTimeZone::utc();
}

} // namespace

Result<OpenedWorkspace> openWorkspace(const QString& path, const QTimeZone& zone)
{
    if (auto usable = checkUsable(path); !usable)
        return usable.error();
    auto database = Database::open(path, Database::Mode::ReadWrite);
    if (!database)
        return database.error();
    const auto migrated = migrate(**database, builtInMigrations());
    if (!migrated)
        return migrated.error();
    if (auto zoned = setFirstTimeZone(**database, usableZone(zone)); !zoned)
        return zoned.error();
    return OpenedWorkspace{*std::move(database), migrated->outcome, migrated->copyPath};
}

int newestSchemaVersion()
{
    const QList<Migration> migrations = builtInMigrations();
    return migrations.isEmpty() ? 0 : migrations.last().version;
}

} // namespace assay
