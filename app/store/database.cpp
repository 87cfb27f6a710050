// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"

#include "app/store/connection.h"
#include "app/store/dialect.h"
#include "app/store/statement.h"

#include <QDir>
#include <QFileInfo>

namespace assay {

namespace {

/// Says what the operating system would: SQLite has one code for a missing and for a forbidden file.
std::optional<Error> whyNotOpenable(const QString& path, Database::Mode mode)
{
    const QFileInfo file(path);
    if (file.isDir())
        return Error{ErrorKind::Invalid, path, QStringLiteral("is a folder")};
    if (mode == Database::Mode::ReadOnly && !file.exists())
        return Error{ErrorKind::NotFound, path, {}};
    if (!file.exists() && !file.dir().exists())
        return Error{ErrorKind::NotFound, file.dir().path(), QStringLiteral("no such folder")};
    if (file.exists() && !file.isReadable())
        return Error{ErrorKind::NoPermission, path, {}};
    if (mode == Database::Mode::ReadWrite && file.exists() && !file.isWritable())
        return Error{ErrorKind::NoPermission, path, QStringLiteral("not writable")};
    return std::nullopt;
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString& path, Mode mode)
{
    const QString absolutePath = QFileInfo(path).absoluteFilePath();
    if (const auto error = whyNotOpenable(absolutePath, mode))
        return *error;
    auto connection = Connection::open(absolutePath, mode);
    if (!connection)
        return connection.error();
    std::unique_ptr<Database> database(new Database(absolutePath, mode, *std::move(connection)));
    if (auto setUp = database->setUp(); !setUp)
        return setUp.error();
    return database;
}

Database::Database(QString path, Mode mode, std::shared_ptr<Connection> connection)
    : m_path(std::move(path))
    , m_mode(mode)
    , m_connection(std::move(connection))
{
}

Database::~Database() = default;

Result<void> Database::setUp()
{
    // The first read finds out whether this is a database at all, before anything is written to it.
    if (auto readable = execute(dialect::tableCount()); !readable) {
        const Error& error = readable.error();
        // Whoever chose the wrong file did not ask for our SQL.
        return error.kind == ErrorKind::Damaged
                   ? Error{error.kind, m_path, QStringLiteral("it can't be read as an Assay workspace")}
                   : error;
    }
    for (const QString& setting : dialect::connectionSettings(m_mode)) {
        if (auto set = execute(setting); !set)
            return set;
    }
    return {};
}

Statement Database::prepare(const QString& sql) const
{
    return Statement(m_connection, sql);
}

Result<void> Database::execute(const QString& sql) const
{
    Statement statement = prepare(sql);
    return statement.run();
}

Result<void> Database::prepareForImport() const
{
    for (const QString& setting : dialect::importSettings()) {
        if (auto set = execute(setting); !set)
            return set;
    }
    return {};
}

Result<void> Database::checkpoint() const
{
    return execute(dialect::checkpoint());
}

qint64 Database::logBytes() const
{
    return QFileInfo(dialect::logPath(m_path)).size();
}

Result<qint64> Database::dataVersion() const
{
    Statement statement = prepare(dialect::dataVersion());
    const auto version = statement.firstInteger();
    if (!version)
        return version.error();
    return version->value_or(0);
}

} // namespace assay
