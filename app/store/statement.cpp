// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/statement.h"

#include "app/store/connection.h"

#include <QStringConverter>

#include <sqlite3.h>

#include <algorithm>

namespace assay {

namespace {

/// Room for texts that a statement keeps from one run to the next, in bytes.
constexpr size_t kKeptTextRoom = 64 * 1024;

} // namespace

Statement::Statement(std::shared_ptr<Connection> connection, const QString& sql)
    : m_connection(std::move(connection))
    , m_sql(sql)
{
    auto prepared = m_connection->take(sql);
    if (prepared)
        m_prepared = *std::move(prepared);
    else
        m_prepareError = prepared.error();
}

Statement::~Statement()
{
    if (m_connection && m_prepared)
        m_connection->giveBack(m_sql, std::move(m_prepared));
}

Result<void> Statement::begin(size_t values, qsizetype textRoom)
{
    finish();
    m_error = m_prepareError;
    if (!m_error && sqlite3_bind_parameter_count(m_prepared.get()) != static_cast<int>(values))
        m_error = Error{ErrorKind::Invalid, {}, QStringLiteral("number of values in: ") + m_sql.simplified()};
    if (m_error)
        return *m_error;
    m_blobs.clear();
    m_textEnd = 0;
    const auto room = static_cast<size_t>(textRoom);
    if (room > m_text.size() || m_text.size() > std::max(room, kKeptTextRoom))
        m_text = std::vector<char>(room);
    return {};
}

Result<void> Statement::runBound(const QVariantList& values)
{
    qsizetype textRoom = 0;
    for (const QVariant& value : values)
        textRoom += roomFor(value);
    if (auto begun = begin(static_cast<size_t>(values.size()), textRoom); !begun)
        return begun;
    for (int i = 0; i < values.size(); ++i)
        bind(i + 1, values.at(i));
    return start();
}

/// Runs to the first row: what has none has done all that it does.
Result<void> Statement::start()
{
    m_rows = step() ? Rows::Before : Rows::None;
    if (m_error)
        return *m_error;
    return {};
}

bool Statement::step()
{
    const int code = sqlite3_step(m_prepared.get());
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        m_error = m_connection->lastError(m_sql);
    finish();
    return false;
}

Result<std::optional<qint64>> Statement::firstIntegerOf(const Result<void>& ran)
{
    if (!ran)
        return ran.error();
    const std::optional<qint64> value = next() ? optionalInteger(0) : std::nullopt;
    finish();
    return value;
}

Result<std::optional<qint64>> Statement::firstIntegerBound(const QVariantList& values)
{
    return firstIntegerOf(runBound(values));
}

Result<qint64> Statement::insertedId(const Result<void>& ran) const
{
    if (!ran)
        return ran.error();
    return m_connection->insertedId();
}

bool Statement::next()
{
    if (m_rows == Rows::None)
        return false;
    if (m_rows == Rows::Before) {
        m_rows = Rows::On;
        return true;
    }
    return step();
}

void Statement::finish()
{
    m_rows = Rows::None;
    if (m_prepared)
        sqlite3_reset(m_prepared.get());
}

/// The text is kept until the next run, so that it is not copied once more, and in room that stays, since an
/// import binds tens of millions.
void Statement::bind(int position, const QString& value)
{
    QStringEncoder encoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    char* const begin = m_text.data() + m_textEnd;
    const char* const end = value.isEmpty() ? begin : encoder.appendToBuffer(begin, value);
    m_textEnd += end - begin;
    sqlite3_bind_text64(m_prepared.get(), position, value.isEmpty() ? "" : begin,
                        static_cast<sqlite3_uint64>(end - begin), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bind(int position, const QByteArray& value)
{
    if (value.isNull()) {
        bindNull(position);
        return;
    }
    m_blobs.push_back(value);
    sqlite3_bind_blob64(m_prepared.get(), position, m_blobs.back().constData(),
                        static_cast<sqlite3_uint64>(value.size()), SQLITE_STATIC);
}

void Statement::bind(int position, qint64 value)
{
    sqlite3_bind_int64(m_prepared.get(), position, value);
}

void Statement::bind(int position, double value)
{
    sqlite3_bind_double(m_prepared.get(), position, value);
}

void Statement::bind(int position, const QVariant& value)
{
    if (value.isNull())
        bindNull(position);
    else if (value.typeId() == QMetaType::QByteArray)
        bind(position, value.toByteArray());
    else if (value.typeId() == QMetaType::Double)
        bind(position, value.toDouble());
    else if (value.typeId() == QMetaType::QString)
        bind(position, value.toString());
    else
        bind(position, value.toLongLong());
}

void Statement::bindNull(int position)
{
    sqlite3_bind_null(m_prepared.get(), position);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_prepared.get(), column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_prepared.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_prepared.get(), column);
}

QString Statement::text(int column) const
{
    const auto* utf8 = reinterpret_cast<const char*>(sqlite3_column_text(m_prepared.get(), column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_prepared.get(), column));
}

QByteArrayView Statement::utf8(int column) const
{
    const auto* utf8 = reinterpret_cast<const char*>(sqlite3_column_text(m_prepared.get(), column));
    return {utf8, sqlite3_column_bytes(m_prepared.get(), column)};
}

QByteArray Statement::bytes(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_prepared.get(), column));
    return QByteArray(bytes, sqlite3_column_bytes(m_prepared.get(), column));
}

std::optional<qint64> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<double> Statement::optionalReal(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(real(column));
}

std::optional<QString> Statement::optionalText(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(text(column));
}

std::optional<UtcTime> Statement::optionalTime(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(time(column));
}

qint64 Statement::affectedRows() const
{
    return m_connection->affectedRows();
}

} // namespace assay
