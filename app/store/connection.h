// SPDX-License-Identifier: GPL-3.0-or-later
// Connection: SQLite's own handle of one Database, and the prepared statements of it that no Statement uses
// at the moment. SQLite is called directly, since Qt Sql costs more than the work itself in an import or a
// scan (a record of field descriptions for every run, UTF-16 both ways). Used by Database and Statement only,
// in their thread.
#pragma once

#include "app/base/result.h"
#include "app/store/database.h"
#include "app/store/preparedstatement.h"

#include <QHash>
#include <QString>

#include <memory>
#include <unordered_map>
#include <vector>

struct sqlite3;

namespace assay {

class Connection
{
public:
    /// Nothing is read yet: whether the file is a database shows with the first statement.
    static Result<std::shared_ptr<Connection>> open(const QString& path, Database::Mode mode);

    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// One statement of literal text; Invalid when there is text behind it.
    Result<PreparedStatement> take(const QString& sql);
    /// Keeps what was finished for the next one of the same text.
    void giveBack(const QString& sql, PreparedStatement statement);

    /// Rows of the last statement that changed some.
    qint64 affectedRows() const;
    /// What the last call that failed had to say; with the workspace's path as subject.
    Error lastError(const QString& sql) const;

private:
    struct Close
    {
        void operator()(sqlite3* handle) const;
    };

    Connection(QString path, std::unique_ptr<sqlite3, Close> handle);

    QString m_path;
    std::unique_ptr<sqlite3, Close> m_handle;
    std::unordered_map<QString, std::vector<PreparedStatement>> m_idle;
};

} // namespace assay
