// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/folderwatcher.h"

#include "app/intake/imageintake.h"

#include <QFileInfo>
#include <QSet>
#include <QTimerEvent>

#include <algorithm>
#include <utility>

namespace assay {

namespace {

constexpr int kTickMs = 500;
constexpr int kUnchangedTimes = 2;
constexpr Milliseconds kLookEvery{1000};
constexpr Milliseconds kFullLookEvery{60'000};
constexpr Milliseconds kNetworkFullLookEvery{5'000};
/// A look may take at most this part of the time.
constexpr int kLookShare = 10;
/// A file that does not end as its format says gets this long before it counts as broken.
constexpr Milliseconds kPatience{30'000};

} // namespace

FolderWatcher::FolderWatcher(Clock clock, std::stop_token stop, QObject* parent, WatchSystem system)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_stop(std::move(stop))
    , m_system(std::move(system))
    , m_hints(this)
{
    m_running.start();
    connect(&m_hints, &QFileSystemWatcher::directoryChanged, this, [this] {
        for (auto& [id, watched] : m_watched)
            watched.nextLook = {};
    });
}

FolderWatcher::~FolderWatcher() = default;

void FolderWatcher::watch(const ImageRoot& root, UtcTime since)
{
    if (isWatched(root.id))
        return;
    Watched watched{root, RootScan(root.path, m_clock, m_stop), {}, {}, {}};
    watched.isNetwork = m_system.isNetworkFolder(root.path);
    RootNews news = watched.scan.look(RootScan::Look::Everything);
    news.appeared.removeIf([since](const QString& path) {
        const auto state = fileState(path);
        return state && state->modifiedAt <= since;
    });
    take(watched, news);
    watched.nextFullLook = now() + (watched.isNetwork ? kNetworkFullLookEvery : kFullLookEvery);
    askForHints(watched);
    m_watched.emplace(root.id, std::move(watched));
    if (!m_tick.isActive())
        m_tick.start(kTickMs, this);
}

bool FolderWatcher::isWatched(ImageRootId root) const
{
    return m_watched.contains(root);
}

void FolderWatcher::keepOnly(const QList<ImageRoot>& roots)
{
    const auto isKept = [&roots](const ImageRoot& watched) {
        return std::ranges::any_of(roots, [&watched](const ImageRoot& root) {
            return root.id == watched.id && root.path == watched.path;
        });
    };
    for (auto it = m_watched.begin(); it != m_watched.end();) {
        if (isKept(it->second.root)) {
            ++it;
            continue;
        }
        const QStringList folders = it->second.scan.folders();
        if (!folders.isEmpty())
            m_hints.removePaths(folders);
        it = m_watched.erase(it);
    }
    // A folder of two roots lost its hint with the first.
    for (auto& [id, watched] : m_watched)
        askForHints(watched);
}

void FolderWatcher::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_tick.timerId())
        return;
    for (auto& [id, watched] : m_watched) {
        if (m_stop.stop_requested())
            return;
        settle(watched);
        if (now() >= watched.nextLook)
            look(watched);
    }
}

void FolderWatcher::look(Watched& watched)
{
    const Milliseconds begin = now();
    const bool isFull = begin >= watched.nextFullLook;
    take(watched, watched.scan.look(isFull ? RootScan::Look::Everything : RootScan::Look::ChangedFolders));
    const Milliseconds end = now();
    const Milliseconds pause = (end - begin) * kLookShare;
    watched.nextLook = end + std::max(kLookEvery - Milliseconds(kTickMs / 2), pause);
    if (isFull && watched.isNetwork)
        watched.nextFullLook = end + std::max(kNetworkFullLookEvery, pause);
    else if (isFull)
        watched.nextFullLook = end + std::max(kFullLookEvery, pause * kLookShare);
    askForHints(watched);
}

void FolderWatcher::take(Watched& watched, const RootNews& news)
{
    if (news.isReachable != watched.isReachable) {
        watched.isReachable = news.isReachable;
        // What was not mounted before may be a network folder now.
        watched.isNetwork = m_system.isNetworkFolder(watched.root.path);
        if (news.isReachable)
            emit rootReturned(watched.root);
        else
            emit rootVanished(watched.root, m_clock());
    }
    for (const QString& path : news.appeared) {
        if (const auto state = fileState(path))
            watched.growing.insert(path, {*state, 0, now()});
    }
    for (const QString& path : news.vanished)
        watched.growing.remove(path);
    if (!news.vanished.isEmpty())
        emit filesVanished(watched.root, news.vanished);
}

void FolderWatcher::settle(Watched& watched)
{
    QStringList settled;
    watched.growing.removeIf([this, &settled](QHash<QString, Growing>::iterator it) {
        const auto state = fileState(it.key());
        if (!state)
            return true;
        it->unchanged = *state == it->state ? it->unchanged + 1 : 0;
        it->state = *state;
        if (!isSettled(it.key(), *it))
            return false;
        settled.append(it.key());
        return true;
    });
    settled.sort();
    if (!settled.isEmpty())
        emit filesSettled(watched.root, settled);
}

bool FolderWatcher::isSettled(const QString& path, Growing& growing) const
{
    if (growing.unchanged < kUnchangedTimes)
        return false;
    return isWhole(path) || now() - growing.firstSeen > kPatience;
}

QStringList FolderWatcher::unhinted(const Watched& watched) const
{
    const QStringList known = m_hints.directories();
    QSet<QString> missing;
    for (const QString& folder : watched.scan.folders())
        missing.insert(folder);
    missing.subtract(QSet<QString>(known.cbegin(), known.cend()));
    return {missing.cbegin(), missing.cend()};
}

void FolderWatcher::askForHints(Watched& watched)
{
    if (watched.isNetwork) {
        setWay(watched, FollowedBy::NetworkLooks);
        return;
    }
    const QStringList folders = unhinted(watched);
    if (folders.isEmpty()) {
        setWay(watched, FollowedBy::Notes);
        return;
    }
    const qsizetype room = qMax<qsizetype>(0, m_system.mostHints - m_hints.directories().size());
    QStringList refused = folders.mid(room);
    if (room > 0)
        refused += m_hints.addPaths(folders.first(qMin(folders.size(), room)));
    // One that is gone since it was listed is no sign of a limit.
    const bool isLimited =
        std::ranges::any_of(refused, [](const QString& folder) { return QFileInfo(folder).isDir(); });
    setWay(watched, isLimited ? FollowedBy::LimitedLooks : FollowedBy::Notes);
}

void FolderWatcher::setWay(Watched& watched, FollowedBy way)
{
    if (std::exchange(watched.way, way) != way)
        emit followedBy(watched.root, way);
}

} // namespace assay
