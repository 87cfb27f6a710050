// SPDX-License-Identifier: GPL-3.0-or-later
// FolderWatcher: tells which files below the watched roots are completely written, and which are gone. The
// operating system's notes are only hints; looking again every second finds everything, on network folders
// too, which are listed more often since their times of change are less reliable. Lives in the intake thread.
// Reads no file but its last bytes and knows no store.
#pragma once

#include "app/domain/imagefile.h"
#include "app/intake/networkfolder.h"
#include "app/intake/rootscan.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace assay {

/// What the system gives for watching.
struct WatchSystem
{
    std::function<bool(const QString& path)> isNetworkFolder = assay::isNetworkFolder;
    qsizetype mostHints = 4000; ///< systems have a limit on notes; other programs need some too
};

class FolderWatcher : public QObject
{
    Q_OBJECT

public:
    /// `stop` ends a look at a large folder early, for closing.
    explicit FolderWatcher(Clock clock, std::stop_token stop = {}, QObject* parent = nullptr,
                           WatchSystem system = {});
    ~FolderWatcher() override;

    /// Begins to watch. What was written before `since` is not told: it is imported with the folder. Does
    /// nothing for a root that is watched.
    void watch(const ImageRoot& root, UtcTime since);
    bool isWatched(ImageRootId root) const;
    /// Watches no root but these, each at its place. What is not among them or elsewhere now is forgotten.
    void keepOnly(const QList<ImageRoot>& roots);

signals:
    /// Unchanged for a second and whole, or given up waiting for.
    void filesSettled(const assay::ImageRoot& root, const QStringList& paths);
    void filesVanished(const assay::ImageRoot& root, const QStringList& paths);
    /// The whole folder can't be reached. Its files are not told as vanished.
    void rootVanished(const assay::ImageRoot& root, assay::UtcTime since);
    void rootReturned(const assay::ImageRoot& root);
    /// Told when watching begins, and again when it is another way.
    void followedBy(const assay::ImageRoot& root, assay::FollowedBy way);

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    struct Growing
    {
        FileState state;
        int unchanged = 0;        ///< how often it was found as it was
        Milliseconds firstSeen{}; ///< on the watcher's own clock, as all times here
    };
    struct Watched
    {
        ImageRoot root;
        RootScan scan;
        QHash<QString, Growing> growing;
        Milliseconds nextLook{};
        Milliseconds nextFullLook{};
        bool isReachable = true;
        bool isNetwork = false;
        std::optional<FollowedBy> way = std::nullopt;
    };

    void look(Watched& watched);
    void take(Watched& watched, const RootNews& news);
    void settle(Watched& watched);
    bool isSettled(const QString& path, Growing& growing) const;
    QStringList unhinted(const Watched& watched) const;
    void askForHints(Watched& watched);
    void setWay(Watched& watched, FollowedBy way);
    /// Goes on evenly whatever is done to the computer's clock.
    Milliseconds now() const { return Milliseconds(m_running.elapsed()); }

    Clock m_clock;
    std::stop_token m_stop;
    WatchSystem m_system;
    QElapsedTimer m_running;
    QFileSystemWatcher m_hints;
    QBasicTimer m_tick;
    std::map<ImageRootId, Watched> m_watched;
};

} // namespace assay
