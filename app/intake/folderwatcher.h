// SPDX-License-Identifier: GPL-3.0-or-later
// FolderWatcher: tells which files below the watched roots are completely written, and which are gone. The
// operating system's notes are only hints; looking again every second finds everything, on network folders
// too. Lives in the intake thread. Reads no file but its last bytes and knows no store.
#pragma once

#include "app/domain/imagefile.h"
#include "app/intake/rootscan.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QObject>

#include <map>
#include <memory>

namespace assay {

class FolderWatcher : public QObject
{
    Q_OBJECT

public:
    explicit FolderWatcher(Clock clock, QObject* parent = nullptr);
    ~FolderWatcher() override;

    /// Begins to watch. What was written before `since` is not told: it is imported with the folder. Does
    /// nothing for a root that is watched.
    void watch(const ImageRoot& root, UtcTime since);
    bool isWatched(ImageRootId root) const;

signals:
    /// Unchanged for a second and whole, or given up waiting for.
    void filesSettled(const assay::ImageRoot& root, const QStringList& paths);
    void filesVanished(const assay::ImageRoot& root, const QStringList& paths);

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    struct Growing
    {
        FileState state;
        int unchanged = 0; ///< how often it was found as it was
        UtcTime firstSeen{};
    };
    struct Watched
    {
        ImageRoot root;
        RootScan scan;
        QHash<QString, Growing> growing;
        UtcTime nextLook{};
        UtcTime nextFullLook{};
    };

    void look(Watched& watched);
    void take(Watched& watched, const RootNews& news);
    void settle(Watched& watched);
    bool isSettled(const QString& path, Growing& growing) const;
    void askForHints(const Watched& watched);

    Clock m_clock;
    QFileSystemWatcher m_hints;
    QBasicTimer m_tick;
    std::map<ImageRootId, Watched> m_watched;
};

} // namespace assay
