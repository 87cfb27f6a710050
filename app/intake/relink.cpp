// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/relink.h"

#include "app/intake/filehash.h"
#include "app/intake/folderwalk.h"
#include "app/intake/rootscan.h"
#include "app/store/imageroots.h"
#include "app/store/transaction.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace assay {

namespace {

/// The search in one folder: what is there, and what of it is spoken for.
class Search
{
public:
    Search(QString folder, const std::stop_token& stop)
        : m_folder(std::move(folder))
        , m_stop(stop)
    {
    }

    Result<RelinkPlan> run(const QList<PlacedImage>& images)
    {
        listFiles();
        QList<PlacedImage> rest;
        for (const PlacedImage& image : images) {
            if (m_stop.stop_requested())
                return cancelled();
            if (!takeAt(image, image.file.relativePath))
                rest.append(image);
        }
        hashFilesFor(rest);
        if (m_stop.stop_requested())
            return cancelled();
        for (const PlacedImage& image : std::as_const(rest))
            searchByHash(image);
        return std::move(m_plan);
    }

private:
    Error cancelled() const { return {ErrorKind::Cancelled, m_folder, {}}; }

    void listFiles()
    {
        FolderWalk walk(m_folder);
        const qsizetype prefix = m_folder.endsWith(u'/') ? m_folder.size() : m_folder.size() + 1;
        while (const auto path = walk.next()) {
            if (m_stop.stop_requested())
                return;
            if (!*path)
                m_plan.unreadable.append(path->error().subject);
            else if (const auto state = fileState(**path))
                m_files.insert((*path)->mid(prefix), *state);
        }
    }

    QString absolute(const QString& relativePath) const
    {
        return m_folder + QLatin1String(m_folder.endsWith(u'/') ? "" : "/") + relativePath;
    }

    std::optional<QByteArray> hashOf(const QString& relativePath)
    {
        QFile file(absolute(relativePath));
        if (file.open(QIODevice::ReadOnly)) {
            if (const auto hash = sha256Of(file))
                return *hash;
        }
        m_plan.unreadable.append(file.fileName());
        return std::nullopt;
    }

    bool takeAt(const PlacedImage& image, const QString& relativePath)
    {
        const auto file = m_files.constFind(relativePath);
        if (file == m_files.cend() || file->bytes != image.file.bytes || m_taken.contains(relativePath))
            return false;
        if (hashOf(relativePath) != image.file.sha256)
            return false;
        place(image, relativePath);
        return true;
    }

    void place(PlacedImage image, const QString& relativePath)
    {
        m_plan.moved += image.file.relativePath == relativePath ? 0 : 1;
        image.file.relativePath = relativePath;
        image.file.modifiedAt = m_files.value(relativePath).modifiedAt;
        m_taken.insert(relativePath);
        m_plan.found.append(image);
    }

    /// Only files that are as large as an image that is searched.
    void hashFilesFor(const QList<PlacedImage>& images)
    {
        QSet<qint64> sizes;
        for (const PlacedImage& image : images)
            sizes.insert(image.file.bytes);
        for (auto it = m_files.cbegin(); it != m_files.cend() && !m_stop.stop_requested(); ++it) {
            if (!sizes.contains(it->bytes) || m_taken.contains(it.key()))
                continue;
            if (const auto hash = hashOf(it.key()))
                m_byHash[*hash].append(it.key());
        }
    }

    void searchByHash(const PlacedImage& image)
    {
        QStringList candidates = m_byHash.value(image.file.sha256);
        candidates.sort();
        if (candidates.isEmpty())
            m_plan.missing.append(image.file.relativePath);
        else if (candidates.size() == 1)
            place(image, candidates.first());
        else
            m_plan.ambiguous.append({image.file.relativePath, candidates});
    }

    QString m_folder;
    std::stop_token m_stop;
    QHash<QString, FileState> m_files;
    QSet<QString> m_taken;
    QHash<QByteArray, QStringList> m_byHash;
    RelinkPlan m_plan;
};

} // namespace

Result<RelinkPlan> planRelink(const QList<PlacedImage>& images, const QString& folder,
                              const std::stop_token& stop)
{
    const QFileInfo info(folder);
    if (!info.exists())
        return Error{ErrorKind::NotFound, folder, QStringLiteral("no such folder")};
    if (!info.isDir())
        return Error{ErrorKind::Invalid, folder, QStringLiteral("not a folder")};
    return Search(info.canonicalFilePath(), stop).run(images);
}

Result<void> storeRelink(const Database& database, ImageRootId root, const QString& folder,
                         const RelinkPlan& plan, UtcTime now)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto linked = ImageRoots(database).relink(root, folder); !linked)
        return linked;
    if (auto placed = ImageRows(database).placeAgain(root, plan.found, now); !placed)
        return placed;
    return transaction->commit();
}

} // namespace assay
