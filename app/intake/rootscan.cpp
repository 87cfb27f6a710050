// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/rootscan.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <filesystem>
#include <system_error>

namespace assay {

namespace {

/// File systems keep times in steps of up to two seconds: a folder that changed just before it was listed may
/// have changed once more in the same step.
constexpr Milliseconds kTimeStep{3000};

UtcTime modificationTime(const QFileInfo& info)
{
    return fromEpochMs(info.lastModified().toMSecsSinceEpoch());
}

enum class Reach { There, Gone, Unreachable };

std::filesystem::path nativePath(const QString& path)
{
    return {path.toStdU16String()};
}

bool canBeListed(const QString& path)
{
    std::error_code error;
    const std::filesystem::directory_iterator listing(nativePath(path), error);
    return !error;
}

/// Tells a folder that is gone from one that can't be looked into now: no permission, a server that is away.
Reach reachOf(const QString& path)
{
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::file_status status = fs::status(nativePath(path), error);
    if (status.type() == fs::file_type::not_found)
        return Reach::Gone;
    if (error)
        return Reach::Unreachable;
    if (status.type() != fs::file_type::directory)
        return Reach::Gone;
    const QFileInfo info(path);
    return info.isReadable() && info.isExecutable() ? Reach::There : Reach::Unreachable;
}

} // namespace

std::optional<FileState> fileState(const QString& path)
{
    const QFileInfo info(path);
    if (!info.isFile())
        return std::nullopt;
    return FileState{info.size(), modificationTime(info)};
}

RootScan::RootScan(const QString& folder, Clock clock, std::stop_token stop)
    : m_root(folder)
    , m_clock(std::move(clock))
    , m_stop(std::move(stop))
{
}

RootNews RootScan::look(Look look)
{
    RootNews news;
    news.isReachable = reachOf(m_root) == Reach::There && canBeListed(m_root);
    if (!news.isReachable)
        return news;
    lookAt(m_root, look, news);
    return news;
}

void RootScan::lookAt(const QString& path, Look look, RootNews& news)
{
    if (m_stop.stop_requested())
        return;
    const Reach reach = reachOf(path);
    if (reach == Reach::Gone && path != m_root)
        forget(path, news);
    if (reach != Reach::There)
        return;
    const QFileInfo info(path);
    const QString canonical = info.canonicalFilePath();
    if (canonical.isEmpty())
        return;
    if (m_canonical.value(canonical, path) != path)
        return;
    m_canonical.insert(canonical, path);
    Folder folder = m_folders.take(path);
    const UtcTime modifiedAt = modificationTime(info);
    const bool isSame = folder.modifiedAt == modifiedAt && folder.listedAt - modifiedAt > kTimeStep;
    if ((look == Look::Everything || !isSame) && canBeListed(path)) {
        folder.modifiedAt = modifiedAt;
        folder.listedAt = m_clock();
        list(path, folder, news);
    }
    const QStringList folders = folder.folders;
    m_folders.insert(path, std::move(folder));
    for (const QString& name : folders)
        lookAt(path + u'/' + name, look, news);
}

void RootScan::list(const QString& path, Folder& folder, RootNews& news)
{
    const QDir directory(path);
    const QStringList names = directory.entryList(QDir::Files, QDir::Name);
    QHash<QString, FileState> files;
    files.reserve(names.size());
    for (const QString& name : names) {
        if (m_stop.stop_requested())
            return;
        const auto known = folder.files.constFind(name);
        const auto state = fileState(path + u'/' + name);
        if (!state)
            continue;
        if (known == folder.files.cend() || *known != *state)
            news.appeared.append(path + u'/' + name);
        files.insert(name, *state);
    }
    for (auto it = folder.files.cbegin(); it != folder.files.cend(); ++it) {
        if (!files.contains(it.key()))
            news.vanished.append(path + u'/' + it.key());
    }
    folder.files = std::move(files);
    const QStringList before = folder.folders;
    folder.folders = directory.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    const QSet<QString> now(folder.folders.cbegin(), folder.folders.cend());
    for (const QString& name : before) {
        if (!now.contains(name))
            forget(path + u'/' + name, news);
    }
}

void RootScan::forget(const QString& path, RootNews& news)
{
    const auto found = m_folders.constFind(path);
    if (found == m_folders.cend())
        return;
    const Folder folder = m_folders.take(path);
    m_canonical.removeIf([&path](const auto& entry) { return entry.value() == path; });
    for (auto it = folder.files.cbegin(); it != folder.files.cend(); ++it)
        news.vanished.append(path + u'/' + it.key());
    for (const QString& name : folder.folders)
        forget(path + u'/' + name, news);
}

} // namespace assay
