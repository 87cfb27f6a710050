// SPDX-License-Identifier: GPL-3.0-or-later
// Checkpointer: moves what a long import has written from the write-ahead log into the workspace, so that the
// log does not grow with the import. Of the connection's thread; the one who writes decides when.
#pragma once

#include <QtGlobal>

namespace assay {

class Database;

class Checkpointer
{
public:
    /// The database outlives the checkpointer.
    explicit Checkpointer(const Database& database);

    /// A failure is logged: the next call tries again.
    void moveLog();
    /// Does nothing while the log is small.
    void moveLargeLog();

private:
    const Database& m_database;
    qint64 m_movedBytes = 0; ///< size of the log when it was last moved
};

} // namespace assay
