// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/statementpool.h"

#include "app/store/dialect.h"

#include <QSqlError>

namespace assay {

StatementPool::StatementPool(QSqlDatabase connection, QString path)
    : m_connection(std::move(connection))
    , m_path(std::move(path))
{
}

QSqlQuery StatementPool::take(const QString& sql)
{
    if (const auto idle = m_idle.find(sql); idle != m_idle.end() && !idle->second.empty()) {
        QSqlQuery query = std::move(idle->second.back());
        idle->second.pop_back();
        return query;
    }
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    query.prepare(sql);
    return query;
}

void StatementPool::giveBack(const QString& sql, QSqlQuery query)
{
    // A query that failed keeps its error; the next user of the text shall not take it for its own.
    if (!m_connection.isValid() || query.lastError().isValid())
        return;
    query.finish();
    m_idle[sql].push_back(std::move(query));
}

void StatementPool::close()
{
    m_idle.clear();
    m_connection = QSqlDatabase();
}

Error StatementPool::errorOf(const QSqlError& error, const QString& sql) const
{
    return {dialect::errorKind(error), m_path,
            error.databaseText() + QStringLiteral(" in: ") + sql.simplified()};
}

} // namespace assay
