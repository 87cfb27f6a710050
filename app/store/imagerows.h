// SPDX-License-Identifier: GPL-3.0-or-later
// The table of images: one row for each distinct content, with the place where it was last seen. For the
// store thread, inside the caller's Transaction. Looks at the disk only to tell a moved file from a copied
// one.
#pragma once

#include "app/domain/generation.h"
#include "app/store/database.h"
#include "app/store/statement.h"

namespace assay {

enum class PlaceChange {
    None,      ///< it is where it was
    Relocated, ///< the old place is empty now
    Copied     ///< it is at the old place too, in a root that is followed; nothing changed
};

/// An image of the workspace with its row.
struct PlacedImage
{
    qint64 row = 0;
    ImageFile file;
};

class ImageRows
{
public:
    explicit ImageRows(const Database& database);

    Result<std::optional<qint64>> findByHash(const QByteArray& sha256);
    /// The image a log line of this client means: "sha256:<hex>", or a path below a root of the client or of
    /// nobody's (for a line without a client: of any). Nothing when that path leads to several files.
    Result<std::optional<qint64>> findStated(const QString& statedImage, const QString& client);
    /// Adds the image of a new content. What was at its place before is missing from now on.
    Result<qint64> add(const Generation& generation);
    /// Takes note of where a known content was seen.
    Result<PlaceChange> seen(qint64 image, const ImageFile& file);
    /// Notes that nothing is at the place; the row that was there, or nothing.
    Result<std::optional<qint64>> vacate(ImageRootId root, const QString& relativePath, UtcTime since);
    /// Replaces what is known about the image from its file: format, size, generator, provenance, raw
    /// metadata.
    Result<void> describe(qint64 image, const Generation& generation);
    /// All images that were last seen below the root, missing ones too, by their paths; without format and
    /// size.
    Result<QList<PlacedImage>> ofRoot(ImageRootId root) const;
    /// The relative paths of some images below the root, `limit` at most.
    Result<QStringList> somePaths(ImageRootId root, int limit) const;
    /// What was below the root is missing, but for those that are `found`, each at the place it has there.
    Result<void> placeAgain(ImageRootId root, const QList<PlacedImage>& found, UtcTime since);
    Result<bool> isUnchanged(const ImageFile& file);

private:
    struct Place
    {
        ImageRootId root;
        QString relativePath;
        QString path;
        bool isMissing = false;
        bool isFollowed = true; ///< its root is listed and watched, so the place is kept up
    };

    Result<std::optional<Place>> placeOf(qint64 image);
    Result<std::optional<qint64>> findByPath(const QString& relativePath, const QString& client);

    const Database& m_database;
    Statement m_findByHash;
    Statement m_findByPath;
    Statement m_add;
    Statement m_place;
    Statement m_move;
    Statement m_vacate;
    Statement m_describe;
    Statement m_unchanged;
};

/// "sha256:<hex>": how a log names an image by its content, and the external id of a bare file's generation.
QString hashName(const QByteArray& sha256);
/// The hash in such a name; nothing for any other.
std::optional<QByteArray> hashOfName(const QString& name);

} // namespace assay
