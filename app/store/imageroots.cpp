// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/imageroots.h"

#include "app/store/database.h"
#include "app/store/names.h"
#include "app/store/statement.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace assay {

namespace {

Result<QString> canonicalFolder(const QString& folder)
{
    const QFileInfo info(folder);
    if (!info.exists())
        return Error{ErrorKind::NotFound, folder, QStringLiteral("no such folder")};
    if (!info.isDir())
        return Error{ErrorKind::Invalid, folder, QStringLiteral("not a folder")};
    return info.canonicalFilePath();
}

Result<QList<ImageRoot>> readRoots(Statement statement)
{
    if (auto ran = statement.run(); !ran)
        return ran.error();
    return statement.collect([](const Statement& row) {
        return ImageRoot{ImageRootId{row.integer(0)}, row.text(1), row.text(2), row.text(3)};
    });
}

QString uniqueName(const QString& path, const QList<ImageRoot>& roots)
{
    QSet<QString> taken;
    for (const ImageRoot& root : roots)
        taken.insert(root.name);
    const QString folderName = QDir(path).dirName();
    const QString base = folderName.isEmpty() ? path : folderName;
    QString name = base;
    for (int number = 2; taken.contains(name); ++number)
        name = QStringLiteral("%1 (%2)").arg(base).arg(number);
    return name;
}

} // namespace

ImageRoots::ImageRoots(const Database& database)
    : m_database(database)
{
}

Result<QList<ImageRoot>> ImageRoots::all() const
{
    return readRoots(m_database.prepare(
        QStringLiteral("SELECT r.id, r.name, r.path, c.name FROM image_roots r"
                       " JOIN clients c ON c.id = r.client_id WHERE r.removed_at IS NULL ORDER BY r.id")));
}

Result<ImageRoot> ImageRoots::add(const QString& folder, const QString& client, UtcTime at) const
{
    const auto path = canonicalFolder(folder);
    if (!path)
        return path.error();
    const auto known = everAdded();
    if (!known)
        return known.error();
    for (const ImageRoot& root : *known) {
        if (root.path == *path)
            return addAgain(root);
    }
    Names names(m_database);
    const auto clientId = names.client(client);
    if (!clientId)
        return clientId.error();
    const QString name = uniqueName(*path, *known);
    Statement insert = m_database.prepare(QStringLiteral(
        "INSERT INTO image_roots (name, path, client_id, added_at) VALUES (?, ?, ?, ?) RETURNING id"));
    const auto id = insert.firstInteger(name, *path, *clientId, at);
    if (!id)
        return id.error();
    return ImageRoot{ImageRootId{**id}, name, *path, client};
}

Result<QList<ImageRoot>> ImageRoots::everAdded() const
{
    return readRoots(
        m_database.prepare(QStringLiteral("SELECT r.id, r.name, r.path, c.name FROM image_roots r"
                                          " JOIN clients c ON c.id = r.client_id ORDER BY r.id")));
}

Result<ImageRoot> ImageRoots::addAgain(const ImageRoot& root) const
{
    Statement update =
        m_database.prepare(QStringLiteral("UPDATE image_roots SET removed_at = NULL WHERE id = ?"));
    if (auto updated = update.run(root.id); !updated)
        return updated.error();
    return root;
}

Result<void> ImageRoots::remove(ImageRootId id, UtcTime at) const
{
    Statement update =
        m_database.prepare(QStringLiteral("UPDATE image_roots SET removed_at = ? WHERE id = ?"));
    return update.run(at, id);
}

Result<void> ImageRoots::setClient(ImageRootId id, const QString& client) const
{
    const auto clientId = Names(m_database).client(client);
    if (!clientId)
        return clientId.error();
    Statement update =
        m_database.prepare(QStringLiteral("UPDATE image_roots SET client_id = ? WHERE id = ?"));
    return update.run(*clientId, id);
}

Result<void> ImageRoots::relink(ImageRootId id, const QString& folder) const
{
    const auto path = canonicalFolder(folder);
    if (!path)
        return path.error();
    const auto known = everAdded();
    if (!known)
        return known.error();
    if (std::ranges::none_of(*known, [id](const ImageRoot& root) { return root.id == id; }))
        return Error{ErrorKind::NotFound, QString::number(id.value), QStringLiteral("no such image root")};
    for (const ImageRoot& root : *known) {
        if (root.path == *path && root.id != id)
            return Error{ErrorKind::Invalid, *path,
                         QStringLiteral("the folder belongs to \"%1\" already").arg(root.name)};
    }
    Statement update =
        m_database.prepare(QStringLiteral("UPDATE image_roots SET path = ?, removed_at = NULL WHERE id = ?"));
    return update.run(*path, id);
}

} // namespace assay
