// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/followedlogs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

namespace assay {

namespace {

constexpr qint64 kMarkBytes = 1024;
constexpr qsizetype kMostLeft = 32;

using Inode = std::pair<quint64, quint64>;

Inode inodeOf(const QString& path)
{
    struct stat about = {};
    if (::stat(QFile::encodeName(path).constData(), &about) != 0)
        return {};
    return {about.st_dev, about.st_ino};
}

QByteArray bytesAt(QFile& file, qint64 position, qint64 count)
{
    return file.seek(position) ? file.read(count) : QByteArray();
}

/// Those beside it that a rotated log may be: their names begin as its name does.
QStringList siblings(const QString& path)
{
    const QFileInfo info(path);
    QStringList paths;
    const QStringList names = info.dir().entryList(QDir::Files, QDir::Name);
    for (const QString& name : names) {
        if (name != info.fileName() && name.startsWith(info.completeBaseName()))
            paths.append(info.path() + u'/' + name);
    }
    return paths;
}

} // namespace

FollowedLogs::State FollowedLogs::stateOf(const QString& path)
{
    return {fileState(path), QFileInfo(path).isReadable()};
}

/// Without marks it is taken for the same: the reader looks whether a line ends there.
bool FollowedLogs::isSame(const QString& path, const Reading& reading)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly) || file.size() < reading.position.bytes)
        return false;
    const qint64 tailAt = reading.position.bytes - reading.tail.size();
    return bytesAt(file, 0, reading.head.size()) == reading.head &&
           bytesAt(file, tailAt, reading.tail.size()) == reading.tail;
}

/// How far this file was read under another name.
std::optional<FollowedLogs::Reading> FollowedLogs::knownReading(const QString& path) const
{
    const auto isIt = [&path](const Reading& reading) {
        return !reading.head.isEmpty() && isSame(path, reading);
    };
    for (auto left = m_left.crbegin(); left != m_left.crend(); ++left) {
        if (isIt(*left))
            return *left;
    }
    for (auto log = m_logs.cbegin(); log != m_logs.cend(); ++log) {
        if (log.key() != path && isIt(log->reading))
            return log->reading;
    }
    return std::nullopt;
}

void FollowedLogs::leave(Log& log)
{
    if (!log.reading.head.isEmpty())
        m_left.append(log.reading);
    if (m_left.size() > kMostLeft)
        m_left.removeFirst();
    log.reading = {};
}

void FollowedLogs::forget(const QString& path)
{
    m_logs.remove(path);
    m_left.removeIf([&path](const Reading& reading) { return isSame(path, reading); });
}

LogPosition FollowedLogs::begin(const QString& path)
{
    const State now = stateOf(path);
    const auto known = m_logs.constFind(path);
    std::optional<Reading> reading;
    if (known != m_logs.cend() && (!now.isReadable || isSame(path, known->reading)))
        reading = known->reading;
    else if (known != m_logs.cend())
        leave(m_logs[path]);
    // Nothing of it was read: it may be another log's file under a new name.
    if (!reading || reading->position.bytes == 0)
        reading = knownReading(path).value_or(reading.value_or(Reading()));
    Log& log = m_logs[path];
    log.reading = *reading;
    log.seen = now; // as it was before it was read, so that what comes meanwhile is seen later
    log.inode = inodeOf(path);
    log.isRead = true;
    return log.reading.position;
}

void FollowedLogs::noteRead(const QString& path, LogPosition position)
{
    Reading& reading = m_logs[path].reading;
    if (reading.position == position)
        return;
    reading = {position, {}, {}}; // the marks are those of another position
}

/// The file that was read, which may have another name by now; empty when it is gone.
QString FollowedLogs::placeOfInode(const QString& path, const Log& log)
{
    if (inodeOf(path) == log.inode)
        return path;
    for (const QString& sibling : siblings(path)) {
        if (inodeOf(sibling) == log.inode)
            return sibling;
    }
    return {};
}

void FollowedLogs::end(const QString& path)
{
    const auto found = m_logs.find(path);
    if (found == m_logs.end())
        return;
    found->isRead = false;
    const qint64 position = found->reading.position.bytes;
    const qint64 count = qMin(position, kMarkBytes);
    QFile file(placeOfInode(path, *found));
    if (count == 0 || file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    found->reading.head = bytesAt(file, 0, count);
    found->reading.tail = bytesAt(file, position - count, count);
}

/// Where the log is that was at `path`, if it has more than was read of it; empty: nowhere.
QString FollowedLogs::rotatedPlace(const QString& path, const Reading& reading)
{
    if (reading.head.isEmpty())
        return {};
    for (const QString& sibling : siblings(path)) {
        if (QFileInfo(sibling).size() > reading.position.bytes && isSame(sibling, reading))
            return sibling;
    }
    return {};
}

QStringList FollowedLogs::changed()
{
    QStringList changed;
    for (auto log = m_logs.begin(); log != m_logs.end(); ++log) {
        const State now = stateOf(log.key());
        if (log->isRead || now == log->seen)
            continue;
        const bool isAway = !now.file || (now.isReadable && !isSame(log.key(), log->reading));
        if (isAway) {
            const QString rotated = rotatedPlace(log.key(), log->reading);
            if (!rotated.isEmpty())
                changed.append(rotated);
            leave(*log);
        }
        if (now.file)
            changed.append(log.key());
        else
            log->seen = now;
    }
    return changed;
}

std::optional<LogPosition> FollowedLogs::position(const QString& path) const
{
    const auto log = m_logs.constFind(path);
    return log == m_logs.cend() ? std::nullopt : std::optional(log->reading.position);
}

} // namespace assay
