// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/connection.h"

#include "app/store/dialect.h"

#include <sqlite3.h>

namespace assay {

namespace {

constexpr int kBusyTimeoutMs = 5000;

/// Small memory that SQLite hands out itself; what it has by default is used up by the statements that stay
/// prepared.
constexpr int kLookasideBytes = 1200;
constexpr int kLookasideCount = 500;

/// SQLite counts its memory behind a lock that every allocation takes. Nobody asks for the number.
/// Refused without harm where SQLite was in use before.
int leaveMemoryUncounted()
{
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

} // namespace

void FinalizeStatement::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

void Connection::Close::operator()(sqlite3* handle) const
{
    sqlite3_close_v2(handle);
}

Result<std::shared_ptr<Connection>> Connection::open(const QString& path, Database::Mode mode)
{
    const int access =
        mode == Database::Mode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    [[maybe_unused]] static const int once = leaveMemoryUncounted();
    sqlite3* handle = nullptr;
    const int code =
        sqlite3_open_v2(path.toUtf8().constData(), &handle, access | SQLITE_OPEN_NOMUTEX, nullptr);
    std::shared_ptr<Connection> connection(new Connection(path, std::unique_ptr<sqlite3, Close>(handle)));
    if (code != SQLITE_OK)
        return connection->lastError(QStringLiteral("open"));
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, kBusyTimeoutMs);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_LOOKASIDE, nullptr, kLookasideBytes, kLookasideCount);
    return connection;
}

Connection::Connection(QString path, std::unique_ptr<sqlite3, Close> handle)
    : m_path(std::move(path))
    , m_handle(std::move(handle))
{
}

Connection::~Connection() = default;

Result<PreparedStatement> Connection::take(const QString& sql)
{
    if (const auto idle = m_idle.find(sql); idle != m_idle.end() && !idle->second.empty()) {
        PreparedStatement statement = std::move(idle->second.back());
        idle->second.pop_back();
        return statement;
    }
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt* prepared = nullptr;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(m_handle.get(), text.constData(), static_cast<int>(text.size() + 1),
                                        SQLITE_PREPARE_PERSISTENT, &prepared, &rest);
    PreparedStatement statement(prepared);
    if (code != SQLITE_OK)
        return lastError(sql);
    if (!statement || !QByteArray(rest).trimmed().isEmpty())
        return Error{ErrorKind::Invalid, m_path, QStringLiteral("not one statement: ") + sql.simplified()};
    return statement;
}

void Connection::giveBack(const QString& sql, PreparedStatement statement)
{
    sqlite3_reset(statement.get());
    m_idle[sql].push_back(std::move(statement));
}

qint64 Connection::insertedId() const
{
    return sqlite3_last_insert_rowid(m_handle.get());
}

qint64 Connection::affectedRows() const
{
    return sqlite3_changes64(m_handle.get());
}

Error Connection::lastError(const QString& sql) const
{
    const QString words = m_handle ? QString::fromUtf8(sqlite3_errmsg(m_handle.get())) : QString();
    const int code = m_handle ? sqlite3_extended_errcode(m_handle.get()) : SQLITE_NOMEM;
    return {dialect::errorKind(code), m_path, words + QStringLiteral(" in: ") + sql.simplified()};
}

} // namespace assay
