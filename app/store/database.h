// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to a workspace file. Belongs to the thread that opened it and closes when it goes; every
// thread that reads has its own. Foreign keys are on, WAL, synchronous FULL, and a writer never checkpoints
// on its own: the store thread does that when it is idle. Knows no table.
#pragma once

#include "app/base/result.h"

#include <QString>

#include <memory>

namespace assay {

class Connection;
class Statement;

class Database
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    /// Opens the file as it is (no migration, see Workspace). NotFound, NoPermission, Damaged (no SQLite file
    /// or a broken header), Busy. ReadWrite creates the file where it is missing.
    static Result<std::unique_ptr<Database>> open(const QString& path, Mode mode);

    /// Every Statement of it must be gone.
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    const QString& path() const { return m_path; }
    Mode mode() const { return m_mode; }

    /// A prepared statement. The text is literal SQL; values are bound. Preparing the same text again costs
    /// next to nothing. Errors of preparing show when it is run.
    Statement prepare(const QString& sql) const;

    /// Runs one statement that has no values; rows are ignored.
    Result<void> execute(const QString& sql) const;

    /// For imports by programs without a window: keeps many more pages in memory from now on; does not look
    /// up the rows that a new row names, since an import has found or made each of them in the same
    /// transaction; does not wait for the disk with each batch. A power cut may then take the last batches
    /// whole, the position in the log with them, and the next import brings them again.
    Result<void> prepareForImport() const;

    /// Moves the write-ahead log into the file; called when idle.
    Result<void> checkpoint() const;
    /// The size of the write-ahead log's file. A log that was moved keeps its size until the next write.
    qint64 logBytes() const;

    /// Changes when another connection (also of another process) has committed.
    Result<qint64> dataVersion() const;

    /// How often a transaction or a part of one was rolled back: row ids remembered from before may not
    /// exist.
    int rollbackCount() const { return m_rollbackCount; }
    /// How many transactions were begun: what others may have changed has to be looked up again in each.
    int transactionCount() const { return m_transactionCount; }

private:
    friend class Savepoint;
    friend class Transaction;

    Database(QString path, Mode mode, std::shared_ptr<Connection> connection);
    Result<void> setUp();

    QString m_path;
    Mode m_mode;
    std::shared_ptr<Connection> m_connection;
    mutable int m_rollbackCount = 0;
    mutable int m_transactionCount = 0;
};

} // namespace assay
