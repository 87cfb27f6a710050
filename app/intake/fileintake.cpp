// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/fileintake.h"

#include "app/intake/imageintake.h"
#include "app/intake/importsource.h"

#include <QDateTime>
#include <QFileInfo>

namespace assay {

FileIntake::FileIntake(const Database& reading, FileIntakeOptions options)
    : m_options(std::move(options))
    , m_calendar(QTimeZone::utc())
    , m_generations(reading, m_calendar)
{
}

FileDecision FileIntake::take(const QString& path, FileOrigin origin, ImportBatch& batch) const
{
    const auto owned = ownerOf(m_options.roots, path);
    Q_ASSERT(owned);
    const QFileInfo info(path);
    const UtcTime modifiedAt = fromEpochMs(info.lastModified().toMSecsSinceEpoch());
    if (m_options.olderThan && modifiedAt > *m_options.olderThan)
        return FileDecision::Done;
    // Where the workspace can't tell, the file is read again, which is slower and gives the same.
    const auto isKnown =
        m_generations.isUnchangedFile(owned->root.id, owned->relativePath, info.size(), modifiedAt);
    if (isKnown && *isKnown) {
        ++batch.counts.known;
        return FileDecision::Done;
    }
    const auto kind = sniffFile(path);
    const bool isExpected = origin == FileOrigin::Named || isNamedLikeImage(path);
    if (kind && *kind == FileKind::Image)
        takeImage(path, *owned, batch);
    else if (kind && *kind == FileKind::Log && (origin == FileOrigin::Named || isNamedLikeLog(path)))
        return FileDecision::IsLog;
    else if (!kind && isExpected)
        refuse(batch, {path, {}, kind.error()});
    else if (isExpected)
        refuse(batch, {path, {}, Error{ErrorKind::Unsupported, {}, QStringLiteral("no image")}});
    return FileDecision::Done;
}

void FileIntake::takeImage(const QString& path, const OwnedPath& owned, ImportBatch& batch) const
{
    const QString client = m_options.client.isEmpty() ? owned.root.client : m_options.client;
    auto generation = readImageFile(path, {owned.root.id, owned.relativePath, client, m_options.clock()});
    if (!generation)
        refuse(batch, {path, {}, generation.error()});
    else
        batch.items.append({*std::move(generation), path, {}, {}});
}

} // namespace assay
