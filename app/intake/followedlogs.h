// SPDX-License-Identifier: GPL-3.0-or-later
// FollowedLogs: how far each log was read, and what it was like. A log is known by its first bytes and by
// those before the place it was read to, not by its name alone: one that was renamed to make room (rotated)
// is gone on with where it was left, and what stands in its place is read from its start. Belongs to the
// thread of the importers, which share it. Reads a few bytes of files, stores nothing.
#pragma once

#include "app/intake/importbatch.h"
#include "app/intake/rootscan.h"

#include <QHash>
#include <QStringList>

namespace assay {

class FollowedLogs
{
public:
    /// From where to read the log at `path`; it is being read until end().
    LogPosition begin(const QString& path);
    void noteRead(const QString& path, LogPosition position);
    void end(const QString& path);
    /// The next begin() reads it from its start, whatever was read of it.
    void forget(const QString& path);

    /// What there is to read: logs that are different since they were last looked into, be it that they could
    /// be read or not, and before each one that was rotated the file that has its end.
    QStringList changed();
    /// Nothing when it was not read.
    std::optional<LogPosition> position(const QString& path) const;

private:
    /// What a log was like when it was last opened: the same again has nothing new.
    struct State
    {
        std::optional<FileState> file;
        bool isReadable = false;

        bool operator==(const State&) const = default;
    };
    struct Reading
    {
        LogPosition position;
        QByteArray head; ///< the first bytes
        QByteArray tail; ///< those before the position
    };
    struct Log
    {
        Reading reading;
        State seen;
        std::pair<quint64, quint64> inode; ///< device and number of the file that is read
        bool isRead = false;
    };

    static State stateOf(const QString& path);
    static bool isSame(const QString& path, const Reading& reading);
    std::optional<Reading> knownReading(const QString& path) const;
    void leave(Log& log);
    static QString placeOfInode(const QString& path, const Log& log);
    static QString rotatedPlace(const QString& path, const Reading& reading);

    QHash<QString, Log> m_logs;
    QList<Reading> m_left; ///< of logs that are not at their path any more, the newest last
};

} // namespace assay
