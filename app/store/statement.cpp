// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/statement.h"

#include "app/store/statementpool.h"

#include <QSqlError>

namespace assay {

Statement::Statement(std::shared_ptr<StatementPool> pool, const QString& sql)
    : m_pool(std::move(pool))
    , m_sql(sql)
    , m_query(m_pool->take(sql))
{
    if (m_query.lastError().isValid())
        m_prepareError = errorOf(m_query.lastError());
}

Statement::~Statement()
{
    if (m_pool && !m_prepareError)
        m_pool->giveBack(m_sql, std::move(m_query));
}

Result<void> Statement::runBound(const QVariantList& values)
{
    m_error = m_prepareError;
    if (m_error)
        return *m_error;
    for (int i = 0; i < values.size(); ++i)
        m_query.bindValue(i, values.at(i));
    if (m_query.exec())
        return {};
    m_error = errorOf(m_query.lastError());
    m_query.finish();
    return *m_error;
}

Result<std::optional<qint64>> Statement::firstIntegerBound(const QVariantList& values)
{
    if (auto ran = runBound(values); !ran)
        return ran.error();
    const std::optional<qint64> value = next() ? optionalInteger(0) : std::nullopt;
    finish();
    if (m_error)
        return *m_error;
    return value;
}

bool Statement::next()
{
    if (m_error || !m_query.isActive())
        return false;
    if (m_query.next())
        return true;
    if (m_query.lastError().isValid())
        m_error = errorOf(m_query.lastError());
    m_query.finish();
    return false;
}

void Statement::finish()
{
    m_query.finish();
}

bool Statement::isNull(int column) const
{
    return m_query.isNull(column);
}

qint64 Statement::integer(int column) const
{
    return m_query.value(column).toLongLong();
}

double Statement::real(int column) const
{
    return m_query.value(column).toDouble();
}

QString Statement::text(int column) const
{
    return m_query.value(column).toString();
}

QByteArray Statement::bytes(int column) const
{
    return m_query.value(column).toByteArray();
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
    return m_query.numRowsAffected();
}

Error Statement::errorOf(const QSqlError& error) const
{
    return m_pool->errorOf(error, m_sql);
}

} // namespace assay
