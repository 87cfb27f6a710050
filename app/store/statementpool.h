// SPDX-License-Identifier: GPL-3.0-or-later
// The prepared queries of one connection that no Statement uses at the moment. Belongs to Database; used by
// Database and Statement only, in the connection's thread.
#pragma once

#include "app/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <unordered_map>
#include <vector>

class QSqlError;

namespace assay {

class StatementPool
{
public:
    StatementPool(QSqlDatabase connection, QString path);

    /// A prepared query of this text; not prepared when the text has a mistake (lastError tells).
    QSqlQuery take(const QString& sql);
    void giveBack(const QString& sql, QSqlQuery query);

    /// Drops all queries and the connection. What is given back later is dropped at once.
    void close();

    Error errorOf(const QSqlError& error, const QString& sql) const;

private:
    QSqlDatabase m_connection;
    QString m_path;
    std::unordered_map<QString, std::vector<QSqlQuery>> m_idle;
};

} // namespace assay
