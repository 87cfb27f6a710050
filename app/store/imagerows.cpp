// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/imagerows.h"

#include <QFileInfo>

#include <algorithm>

namespace assay {

namespace {

constexpr QLatin1String kHashPrefix("sha256:");

std::optional<int> extent(int pixels)
{
    return pixels > 0 ? std::optional(pixels) : std::nullopt;
}

} // namespace

QString hashName(const QByteArray& sha256)
{
    return kHashPrefix + QString::fromLatin1(sha256.toHex());
}

std::optional<QByteArray> hashOfName(const QString& name)
{
    if (!name.startsWith(kHashPrefix))
        return std::nullopt;
    return QByteArray::fromHex(name.mid(kHashPrefix.size()).toLatin1());
}

ImageRows::ImageRows(const Database& database)
    : m_database(database)
    , m_findByHash(database.prepare(QStringLiteral("SELECT id FROM images WHERE sha256 = ?")))
    , m_findByPath(database.prepare(
          QStringLiteral("SELECT r.path, i.id FROM image_roots r JOIN clients c ON c.id = r.client_id"
                         " LEFT JOIN images i ON i.root_id = r.id AND i.relative_path = ?"
                         " AND i.missing_since IS NULL"
                         " WHERE r.removed_at IS NULL AND (c.name = '' OR ? IN ('', c.name))")))
    , m_add(database.prepare(
          QStringLiteral("INSERT INTO images (sha256, root_id, relative_path, bytes, modified_at, format,"
                         " width, height, generator, raw_metadata, provenance)"
                         " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                         " RETURNING id")))
    , m_place(database.prepare(QStringLiteral(
          "SELECT i.root_id, i.relative_path, r.path, i.missing_since, r.removed_at FROM images i"
          " JOIN image_roots r ON r.id = i.root_id WHERE i.id = ?")))
    , m_move(database.prepare(
          QStringLiteral("UPDATE images SET root_id = ?, relative_path = ?, bytes = ?, modified_at = ?,"
                         " missing_since = NULL WHERE id = ?")))
    , m_vacate(database.prepare(
          QStringLiteral("UPDATE images SET missing_since = ? WHERE root_id = ? AND relative_path = ?"
                         " AND missing_since IS NULL RETURNING id")))
    , m_describe(database.prepare(QStringLiteral("UPDATE images SET format = ?, width = ?, height = ?,"
                                                 " generator = ?, raw_metadata = ?, provenance = ?"
                                                 " WHERE id = ?")))
    , m_unchanged(
          database.prepare(QStringLiteral("SELECT id FROM images WHERE root_id = ? AND relative_path = ?"
                                          " AND missing_since IS NULL AND bytes = ? AND modified_at = ?"
                                          " AND EXISTS (SELECT 1 FROM generations"
                                          " WHERE image_id = images.id)")))
{
}

Result<std::optional<qint64>> ImageRows::findByHash(const QByteArray& sha256)
{
    return m_findByHash.firstInteger(sha256);
}

Result<std::optional<qint64>> ImageRows::findStated(const QString& statedImage, const QString& client)
{
    if (const auto hash = hashOfName(statedImage))
        return findByHash(*hash);
    return findByPath(statedImage, client);
}

Result<std::optional<qint64>> ImageRows::findByPath(const QString& relativePath, const QString& client)
{
    if (auto ran = m_findByPath.run(relativePath, client); !ran)
        return ran.error();
    QList<qint64> images;
    QStringList foldersWithout;
    while (m_findByPath.next()) {
        if (m_findByPath.isNull(1))
            foldersWithout << m_findByPath.text(0);
        else
            images << m_findByPath.integer(1);
    }
    if (m_findByPath.error())
        return *m_findByPath.error();
    // A file that was not looked at yet comes into question too, so that the order of imports changes
    // nothing.
    const bool isOnly =
        images.size() == 1 && std::ranges::none_of(foldersWithout, [&](const QString& folder) {
            return QFileInfo::exists(folder + u'/' + relativePath);
        });
    return isOnly ? std::optional(images.first()) : std::nullopt;
}

Result<qint64> ImageRows::add(const Generation& generation)
{
    const ImageFile& file = *generation.image;
    if (auto vacated = vacate(file.root, file.relativePath, file.modifiedAt); !vacated)
        return vacated.error();
    const auto id =
        m_add.firstInteger(file.sha256, file.root, file.relativePath, file.bytes, file.modifiedAt,
                           file.format, extent(file.size.width()), extent(file.size.height()),
                           generation.generator, generation.rawMetadata, generation.provenance.join(u'\n'));
    if (!id)
        return id.error();
    return **id;
}

Result<PlaceChange> ImageRows::seen(qint64 image, const ImageFile& file)
{
    const auto place = placeOf(image);
    if (!place)
        return place.error();
    Q_ASSERT(*place);
    const bool isSamePlace = (*place)->root == file.root && (*place)->relativePath == file.relativePath;
    if (!isSamePlace && !(*place)->isMissing && (*place)->isFollowed && QFileInfo::exists((*place)->path))
        return PlaceChange::Copied;
    if (auto vacated = vacate(file.root, file.relativePath, file.modifiedAt); !vacated)
        return vacated.error();
    const auto moved = m_move.run(file.root, file.relativePath, file.bytes, file.modifiedAt, image);
    if (!moved)
        return moved.error();
    return isSamePlace && !(*place)->isMissing ? PlaceChange::None : PlaceChange::Relocated;
}

Result<std::optional<qint64>> ImageRows::vacate(ImageRootId root, const QString& relativePath, UtcTime since)
{
    return m_vacate.firstInteger(since, root, relativePath);
}

Result<void> ImageRows::describe(qint64 image, const Generation& generation)
{
    const ImageFile& file = *generation.image;
    return m_describe.run(file.format, extent(file.size.width()), extent(file.size.height()),
                          generation.generator, generation.rawMetadata, generation.provenance.join(u'\n'),
                          image);
}

Result<QList<PlacedImage>> ImageRows::ofRoot(ImageRootId root) const
{
    Statement read = m_database.prepare(
        QStringLiteral("SELECT id, relative_path, sha256, bytes, modified_at FROM images WHERE root_id = ?"
                       " ORDER BY relative_path, id"));
    if (auto ran = read.run(root); !ran)
        return ran.error();
    return read.collect([root](const Statement& row) {
        return PlacedImage{row.integer(0),
                           {root, row.text(1), row.bytes(2), row.integer(3), row.time(4), {}, {}}};
    });
}

Result<QStringList> ImageRows::somePaths(ImageRootId root, int limit) const
{
    Statement read =
        m_database.prepare(QStringLiteral("SELECT relative_path FROM images WHERE root_id = ? LIMIT ?"));
    if (auto ran = read.run(root, limit); !ran)
        return ran.error();
    return read.collect([](const Statement& row) { return row.text(0); });
}

Result<void> ImageRows::placeAgain(ImageRootId root, const QList<PlacedImage>& found, UtcTime since)
{
    Statement allMissing =
        m_database.prepare(QStringLiteral("UPDATE images SET missing_since = coalesce(missing_since, ?)"
                                          " WHERE root_id = ?"));
    if (auto ran = allMissing.run(since, root); !ran)
        return ran;
    for (const PlacedImage& image : found) {
        const ImageFile& file = image.file;
        const auto moved = m_move.run(root, file.relativePath, file.bytes, file.modifiedAt, image.row);
        if (!moved)
            return moved;
    }
    return {};
}

Result<bool> ImageRows::isUnchanged(const ImageFile& file)
{
    const auto id = m_unchanged.firstInteger(file.root, file.relativePath, file.bytes, file.modifiedAt);
    if (!id)
        return id.error();
    return id->has_value();
}

Result<std::optional<ImageRows::Place>> ImageRows::placeOf(qint64 image)
{
    if (auto ran = m_place.run(image); !ran)
        return ran.error();
    std::optional<Place> place;
    if (m_place.next()) {
        place = Place{ImageRootId{m_place.integer(0)}, m_place.text(1),
                      m_place.text(2) + u'/' + m_place.text(1), !m_place.isNull(3), m_place.isNull(4)};
    }
    m_place.finish();
    if (m_place.error())
        return *m_place.error();
    return place;
}

} // namespace assay
