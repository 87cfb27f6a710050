// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/generations.h"

#include "app/store/cyclerule.h"
#include "app/store/dialect.h"
#include "app/store/generationrows.h"
#include "app/store/generationsearch.h"
#include "app/store/imagerows.h"
#include "app/store/metadatafields.h"
#include "app/store/names.h"
#include "app/store/rates.h"
#include "app/store/reviews.h"
#include "app/store/staleness.h"

#include <algorithm>
#include <vector>

namespace assay {

namespace {

std::optional<Error> whyInvalid(const Generation& generation)
{
    if (generation.externalId.isEmpty() && !generation.image)
        return Error{ErrorKind::Invalid, {}, QStringLiteral("neither an id nor an image")};
    std::vector<QStringView> keys;
    for (const Constraint& constraint : generation.checklist)
        keys.emplace_back(constraint.key);
    std::ranges::sort(keys);
    if (std::ranges::adjacent_find(keys) != keys.end())
        return Error{ErrorKind::Invalid, generation.externalId, QStringLiteral("a constraint key twice")};
    return std::nullopt;
}

} // namespace

struct Generations::Statements
{
    explicit Statements(const Database& database)
        : rows(database)
        , images(database)
        , search(database, rows, images)
        , metadataFields(database)
        , names(database)
        , checklists(database)
        , reviews(database)
        , staleness(database)
        , cycleRule(database)
        , storedAfter(database.prepare(QStringLiteral("SELECT id FROM generations WHERE id > ?"
                                                      " ORDER BY id LIMIT ?")))
        , setChecklist(database.prepare(QStringLiteral("UPDATE generations SET checklist_id = ?"
                                                       " WHERE id = ?")))
        , checklistOf(database.prepare(QStringLiteral("SELECT checklist_id FROM generations WHERE id = ?")))
        , hasChecklist(database.prepare(QStringLiteral("SELECT count(checklist_id) FROM generations"
                                                       " WHERE id = ?")))
        , indexNewPrompts(database.prepare(dialect::indexNewPrompts()))
        , imagesAt(database.prepare(QStringLiteral(
              "SELECT i.relative_path, g.prompt_id IS NOT NULL,"
              " CASE WHEN g.prompt_id IS NULL THEN '' ELSE i.raw_metadata END"
              " FROM images i JOIN generations g ON g.image_id = i.id"
              " WHERE i.root_id = ? AND i.missing_since IS NULL AND i.relative_path >= ?"
              " AND i.relative_path < ? AND (? = 0 OR g.prompt_id IS NULL) ORDER BY i.relative_path")))
        , setAside(database.prepare(QStringLiteral("UPDATE generations SET set_aside_at = ?"
                                                   " WHERE id = ?")))
    {
    }

    GenerationRows rows;
    ImageRows images;
    GenerationSearch search; ///< in the two
    MetadataFields metadataFields;
    Names names;
    Checklists checklists;
    Reviews reviews;
    Staleness staleness;
    CycleRule cycleRule;
    Statement storedAfter;
    Statement setChecklist;
    Statement checklistOf;
    Statement hasChecklist;
    Statement indexNewPrompts;
    Statement imagesAt;
    Statement setAside;
    std::optional<RateCard> rateCard; ///< once it was needed
    int rateCardRead = 0;             ///< in which transaction
};

Generations::Generations(const Database& database, const WeekCalendar& calendar)
    : m_database(database)
    , m_calendar(calendar)
    , m_statements(std::make_unique<Statements>(database))
{
}

Generations::~Generations() = default;

Result<AddedGeneration> Generations::add(const Generation& generation)
{
    if (const auto error = whyInvalid(generation))
        return *error;
    return generation.image ? addFromFile(generation) : addFromLog(generation);
}

Result<void> Generations::makeSearchable()
{
    return m_statements->indexNewPrompts.run();
}

Result<AddedGeneration> Generations::addFromLog(const Generation& generation)
{
    const auto known = findByExternalId(generation.externalId);
    if (!known)
        return known.error();
    if (*known)
        return AddedGeneration{**known, AddOutcome::Known};
    if (generation.statedImage.isEmpty() || generation.status != GenerationStatus::Ok)
        return addRow(generation, std::nullopt);

    const auto image = m_statements->images.findStated(generation.statedImage, generation.client);
    if (!image)
        return image.error();
    if (!*image)
        return addRow(generation, std::nullopt);
    const auto owner = m_statements->search.ownerOf(**image);
    if (!owner)
        return owner.error();
    if (!*owner)
        return addRow(generation, *image);
    const auto isBare = m_statements->search.isBareFile(**owner);
    if (!isBare)
        return isBare.error();
    if (!*isBare)
        return addRow(generation, std::nullopt);
    const auto file = get(**owner);
    if (!file)
        return file.error();
    return join(**owner, generation, *file, **image);
}

Result<AddedGeneration> Generations::addFromFile(const Generation& generation)
{
    auto image = m_statements->images.findByHash(generation.image->sha256);
    if (!image)
        return image.error();
    if (*image) {
        const auto again = seenAgain(**image, *generation.image);
        if (!again)
            return again.error();
        if (*again)
            return **again;
    } else {
        const auto added = m_statements->images.add(generation);
        if (!added)
            return added.error();
        image = std::optional(*added);
    }
    const auto waiting = m_statements->search.waitingFor(generation, **image);
    if (!waiting)
        return waiting.error();
    if (*waiting) {
        const auto log = get(**waiting);
        if (!log)
            return log.error();
        return join(**waiting, *log, generation, **image);
    }
    Generation bare = generation;
    const auto taken = findByExternalId(generation.externalId);
    if (!taken)
        return taken.error();
    if (bare.externalId.isEmpty() || *taken)
        bare.externalId = hashName(generation.image->sha256);
    const auto value = withCycle(bare);
    return value ? addRow(*value, *image) : value.error();
}

Result<Generation> Generations::withCycle(Generation generation)
{
    if (generation.cycle != kCycleByRule)
        return generation;
    const auto cycle = m_statements->cycleRule.cycleOfNext(generation.client, generation.asset);
    if (!cycle)
        return cycle.error();
    generation.cycle = *cycle;
    return generation;
}

/// Nothing when no generation has this image yet.
Result<std::optional<AddedGeneration>> Generations::seenAgain(qint64 image, const ImageFile& file)
{
    const auto change = m_statements->images.seen(image, file);
    if (!change)
        return change.error();
    const auto owner = m_statements->search.ownerOf(image);
    if (!owner)
        return owner.error();
    if (!*owner)
        return std::optional<AddedGeneration>();
    const bool isRelocated = *change == PlaceChange::Relocated;
    return std::optional(AddedGeneration{**owner, isRelocated ? AddOutcome::Relocated : AddOutcome::Known});
}

/// With the cost that the rate card estimates where nothing states one.
Result<Generation> Generations::priced(const Generation& generation)
{
    if (generation.cost && generation.costSource == CostSource::Log)
        return generation;
    std::optional<RateCard>& card = m_statements->rateCard;
    if (!card || m_statements->rateCardRead != m_database.transactionCount()) {
        const auto read = Rates(m_database).all();
        if (!read)
            return read.error();
        card = *read;
        m_statements->rateCardRead = m_database.transactionCount();
    }
    Generation result = generation;
    result.cost = estimatedCost(*card, pricedWorkOf(generation));
    result.costSource = result.cost ? CostSource::Rate : CostSource::Log;
    return result;
}

Result<AddedGeneration> Generations::addRow(const Generation& generation, std::optional<qint64> image)
{
    const auto value = priced(generation);
    if (!value)
        return value.error();
    const auto keys = keysOf(generation, image);
    if (!keys)
        return keys.error();
    const auto id = m_statements->rows.insert(*value, *keys);
    if (!id)
        return id.error();
    if (auto marked = m_statements->staleness.mark({keys->client, keys->week, keys->asset}); !marked)
        return marked.error();
    auto refused = takeWaiting(generation, *id);
    if (!refused)
        return refused.error();
    return AddedGeneration{*id, AddOutcome::Added, *std::move(refused)};
}

Result<AddedGeneration> Generations::join(GenerationId id, const Generation& log, const Generation& file,
                                          qint64 image)
{
    const auto value = withCycle(joined(log, file));
    if (!value)
        return value.error();
    if (auto replaced = replace(id, *value, image); !replaced)
        return replaced.error();
    const MetadataFieldSet given = openFields(log) & ~openFields(*value);
    if (auto noted = m_statements->metadataFields.note(id, given); !noted)
        return noted.error();
    auto refused = takeWaiting(*value, id);
    if (!refused)
        return refused.error();
    return AddedGeneration{id, AddOutcome::Joined, *std::move(refused)};
}

Result<void> Generations::replace(GenerationId id, const Generation& value, qint64 image)
{
    if (auto marked = m_statements->staleness.mark(id); !marked)
        return marked;
    const auto withCost = priced(value);
    if (!withCost)
        return withCost.error();
    auto keys = keysOf(value, image);
    if (!keys)
        return keys.error();
    const auto kept = keptChecklist(id, keys->checklist);
    if (!kept)
        return kept.error();
    keys->checklist = *kept;
    if (auto updated = m_statements->rows.update(id, *withCost, *keys); !updated)
        return updated;
    return m_statements->staleness.mark({keys->client, keys->week, keys->asset});
}

/// What a log or a file says takes no list away, and replaces none that has answers: they would be another
/// question's.
Result<std::optional<qint64>> Generations::keptChecklist(GenerationId id, std::optional<qint64> stated) const
{
    const auto stored = m_statements->checklistOf.firstInteger(id);
    if (!stored)
        return stored.error();
    if (!*stored || *stored == stated)
        return stated;
    if (!stated)
        return *stored;
    const auto hasAnswers = m_statements->reviews.hasAnswers(id);
    if (!hasAnswers)
        return hasAnswers.error();
    return *hasAnswers ? *stored : stated;
}

Result<bool> Generations::takeMetadata(GenerationId id, const Generation& file)
{
    const auto stored = get(id);
    if (!stored)
        return stored.error();
    if (!stored->image || !file.image || stored->image->sha256 != file.image->sha256)
        return Error{ErrorKind::Invalid, stored->externalId, QStringLiteral("not the generation's image")};
    const auto value = withMetadata(*stored, file);
    if (!value)
        return value.error();
    if (*value == *stored)
        return false;
    const auto image = m_statements->images.findByHash(file.image->sha256);
    if (!image)
        return image.error();
    if (auto described = m_statements->images.describe(**image, *value); !described)
        return described.error();
    if (auto replaced = replace(id, *value, **image); !replaced)
        return replaced.error();
    return true;
}

/// The generation as it is after its file was read again. Notes which fields of a log's are the file's now.
Result<Generation> Generations::withMetadata(const Generation& stored, const Generation& file)
{
    Generation value = stored;
    value.image->format = file.image->format;
    value.image->size = file.image->size;
    value.generator = file.generator;
    value.rawMetadata = file.rawMetadata;
    value.provenance = file.provenance;
    if (stored.sentAtSource != TimeSource::Log) {
        takeFields(value, file, kAllMetadataFields);
        const bool wasFromMetadata = stored.sentAtSource == TimeSource::Metadata;
        if (wasFromMetadata || file.sentAtSource == TimeSource::Metadata) {
            value.sentAt = file.sentAt;
            value.sentAtSource = file.sentAtSource;
        }
        return value;
    }
    const auto given = m_statements->metadataFields.given(stored.id);
    if (!given)
        return given.error();
    const MetadataFieldSet replaceable = *given | openFields(stored);
    takeFields(value, file, replaceable);
    const MetadataFieldSet now = replaceable & ~openFields(value);
    if (now != *given) {
        if (auto noted = m_statements->metadataFields.note(stored.id, now); !noted)
            return noted.error();
    }
    return value;
}

/// Reviews may name a generation by its id or by its image.
Result<QList<Error>> Generations::takeWaiting(const Generation& value, GenerationId id)
{
    auto refused = m_statements->reviews.takeWaiting(value.externalId, id);
    if (!refused || !value.image)
        return refused;
    const auto refusedByHash = m_statements->reviews.takeWaiting(hashName(value.image->sha256), id);
    if (!refusedByHash)
        return refusedByHash;
    return *refused + *refusedByHash;
}

Result<GenerationKeys> Generations::keysOf(const Generation& generation, std::optional<qint64> image)
{
    Names& names = m_statements->names;
    const auto client = names.client(generation.client);
    if (!client)
        return client.error();
    const auto asset = names.asset(*client, generation.asset);
    if (!asset)
        return asset.error();
    const auto promptTemplate = names.promptTemplate(generation.promptTemplate);
    if (!promptTemplate)
        return promptTemplate.error();
    const auto prompt = names.prompt(generation.prompt);
    if (!prompt)
        return prompt.error();
    const auto negative = names.prompt(generation.negativePrompt);
    if (!negative)
        return negative.error();
    const auto checklist = m_statements->checklists.idOf(generation.checklist);
    if (!checklist)
        return checklist.error();
    return GenerationKeys{
        *client,   *asset,     *promptTemplate, *prompt,
        *negative, *checklist, image,           m_calendar.weekOf(generation.sentAt).name()};
}

Result<bool> Generations::isUnchangedFile(ImageRootId root, const QString& relativePath, qint64 bytes,
                                          UtcTime modifiedAt) const
{
    return m_statements->images.isUnchanged({root, relativePath, {}, bytes, modifiedAt, {}, {}});
}

Result<QList<DescribedImage>> Generations::imagesAt(ImageRootId root, const QString& prefix,
                                                    PromptState prompt) const
{
    Statement& find = m_statements->imagesAt;
    const QString behind = prefix + QChar(0xffff); // behind every path that begins so, but for rare signs
    if (auto ran = find.run(root, prefix, behind, prompt == PromptState::None ? 1 : 0); !ran)
        return ran.error();
    return find.collect([](const Statement& row) {
        return DescribedImage{row.text(0), row.integer(1) != 0, row.text(2)};
    });
}

Result<Generation> Generations::get(GenerationId id) const
{
    return m_statements->rows.read(id);
}

Result<std::optional<GenerationId>> Generations::findByExternalId(const QString& externalId) const
{
    return m_statements->search.findByExternalId(externalId);
}

Result<GenerationId> Generations::newest() const
{
    Statement newest = m_database.prepare(QStringLiteral("SELECT coalesce(max(id), 0) FROM generations"));
    if (const auto ran = newest.run(); !ran)
        return ran.error();
    return GenerationId{newest.next() ? newest.integer(0) : 0};
}

Result<QList<GenerationId>> Generations::storedAfter(GenerationId id, int limit) const
{
    Statement& read = m_statements->storedAfter;
    if (auto ran = read.run(id, limit); !ran)
        return ran.error();
    return read.collect([](const Statement& row) { return GenerationId{row.integer(0)}; });
}

Result<void> Generations::setChecklist(GenerationId id, const Checklist& checklist)
{
    const auto row = m_statements->checklists.idOfGiven(checklist);
    if (!row)
        return row.error();
    return m_statements->setChecklist.run(*row, id);
}

Result<bool> Generations::hasChecklist(GenerationId id) const
{
    const auto count = m_statements->hasChecklist.firstInteger(id);
    if (!count)
        return count.error();
    return count->value_or(0) > 0;
}

Result<void> Generations::setAside(GenerationId id, std::optional<UtcTime> at)
{
    return m_statements->setAside.run(at, id);
}

Result<QList<GenerationId>> Generations::markMissing(ImageRootId root, const QString& relativePath,
                                                     UtcTime since)
{
    const auto image = m_statements->images.vacate(root, relativePath, since);
    if (!image)
        return image.error();
    if (!*image)
        return QList<GenerationId>();
    const auto owner = m_statements->search.ownerOf(**image);
    if (!owner)
        return owner.error();
    return *owner ? QList<GenerationId>{**owner} : QList<GenerationId>();
}

Result<QStringList> clientNames(const Database& database)
{
    Statement statement = database.prepare(
        QStringLiteral("SELECT name FROM clients WHERE name <> ''"
                       " OR EXISTS (SELECT 1 FROM generations WHERE client_id = clients.id) ORDER BY name"));
    if (auto ran = statement.run(); !ran)
        return ran.error();
    auto names = statement.collect([](const Statement& row) { return row.text(0); });
    if (!names)
        return names.error();
    return QStringList(*names);
}

} // namespace assay
