// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/generationsearch.h"

#include "app/store/generationrows.h"
#include "app/store/imagerows.h"

namespace assay {

namespace {

/// A log's generation without its image.
struct WaitingGeneration
{
    GenerationId id;
    QString client;
};

Result<std::optional<GenerationId>> asId(Result<std::optional<qint64>> row)
{
    if (!row)
        return row.error();
    return *row ? std::optional(GenerationId{**row}) : std::nullopt;
}

} // namespace

GenerationSearch::GenerationSearch(const Database& database, GenerationRows& rows, ImageRows& images)
    : m_rows(rows)
    , m_images(images)
    , m_findExternal(database.prepare(QStringLiteral("SELECT id FROM generations WHERE external_id = ?")))
    , m_findByImage(database.prepare(QStringLiteral("SELECT id FROM generations WHERE image_id = ?")))
    , m_findWaiting(database.prepare(
          QStringLiteral("SELECT g.id, c.name FROM generations g JOIN clients c ON c.id = g.client_id"
                         " WHERE g.image_id IS NULL AND g.stated_image <> '' AND g.stated_image = ?"
                         " AND g.status = 'ok' ORDER BY g.sent_at DESC, g.id DESC")))
    , m_bareFile(database.prepare(QStringLiteral("SELECT count(*) FROM generations"
                                                 " WHERE id = ? AND sent_at_source <> ?")))
{
}

Result<std::optional<GenerationId>> GenerationSearch::ownerOf(qint64 image)
{
    return asId(m_findByImage.firstInteger(image));
}

Result<bool> GenerationSearch::isBareFile(GenerationId id)
{
    const auto count = m_bareFile.firstInteger(id, toText(TimeSource::Log));
    if (!count)
        return count.error();
    return count->value_or(0) > 0;
}

Result<std::optional<GenerationId>> GenerationSearch::waitingFor(const Generation& file, qint64 image)
{
    const QString byHash = hashName(file.image->sha256);
    for (const QString& name : {file.externalId, byHash}) {
        const auto named = findByExternalId(name);
        if (!named || !*named)
            continue;
        const auto row = m_rows.read(**named);
        if (!row)
            return row.error();
        if (!row->image && row->status == GenerationStatus::Ok)
            return named;
    }
    const auto stated = asId(m_findWaiting.firstInteger(byHash));
    if (!stated || *stated)
        return stated;
    return waitingForPlace(file.image->relativePath, image);
}

/// Nothing when several lines state the place and it may be the image of each: nobody guesses.
Result<std::optional<GenerationId>> GenerationSearch::waitingForPlace(const QString& relativePath,
                                                                      qint64 image)
{
    Statement& find = m_findWaiting;
    if (auto ran = find.run(relativePath); !ran)
        return ran.error();
    const auto waiting = find.collect([](const Statement& row) {
        return WaitingGeneration{GenerationId{row.integer(0)}, row.text(1)};
    });
    if (!waiting)
        return waiting.error();
    std::optional<GenerationId> only;
    for (const WaitingGeneration& log : *waiting) {
        const auto stated = m_images.findStated(relativePath, log.client);
        if (!stated)
            return stated.error();
        if (*stated != image)
            continue;
        if (only)
            return std::optional<GenerationId>();
        only = log.id;
    }
    return only;
}

Result<std::optional<GenerationId>> GenerationSearch::findByExternalId(const QString& externalId)
{
    if (externalId.isEmpty())
        return std::optional<GenerationId>();
    const auto found = asId(m_findExternal.firstInteger(externalId));
    if (!found || *found)
        return found;
    const auto hash = hashOfName(externalId);
    if (!hash)
        return std::optional<GenerationId>();
    const auto image = m_images.findByHash(*hash);
    if (!image)
        return image.error();
    return *image ? ownerOf(**image) : Result(std::optional<GenerationId>());
}

} // namespace assay
