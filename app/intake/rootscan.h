// SPDX-License-Identifier: GPL-3.0-or-later
// RootScan: remembers which files are below a folder and tells what came and what went since the last look.
// Most looks ask only the folders for their time of change, so they are cheap on network folders too. Belongs
// to the thread that watches; opens no file.
#pragma once

#include "app/base/clock.h"

#include <QHash>
#include <QStringList>

#include <stop_token>

namespace assay {

struct FileState
{
    qint64 bytes = 0;
    UtcTime modifiedAt{};

    bool operator==(const FileState&) const = default;
};

/// Nothing when the file is not there.
std::optional<FileState> fileState(const QString& path);

struct RootNews
{
    QStringList appeared; ///< new or changed
    QStringList vanished;
    bool isReachable = true; ///< the root itself; when not, nothing is new and nothing vanished
};

class RootScan
{
public:
    enum class Look {
        ChangedFolders, ///< lists only folders whose time of change is another
        Everything      ///< lists all: finds files that were written over in place, too
    };

    /// `stop` ends a look early: then it tells what it has seen.
    RootScan(const QString& folder, Clock clock, std::stop_token stop = {});

    /// A folder that can't be listed now is not empty: what is in it stays known.
    RootNews look(Look look);
    QStringList folders() const { return m_folders.keys(); }

private:
    struct Folder
    {
        UtcTime modifiedAt{};
        UtcTime listedAt{};
        QHash<QString, FileState> files;
        QStringList folders;
    };

    void lookAt(const QString& path, Look look, RootNews& news);
    void list(const QString& path, Folder& folder, RootNews& news);
    void forget(const QString& path, RootNews& news);

    QString m_root;
    Clock m_clock;
    std::stop_token m_stop;
    QHash<QString, Folder> m_folders;
    QHash<QString, QString> m_canonical; ///< of a folder that is there: the path it was first met by
};

} // namespace assay
