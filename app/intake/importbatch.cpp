// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/importbatch.h"

#include "app/store/changes.h"
#include "app/store/database.h"
#include "app/store/generations.h"
#include "app/store/imageroots.h"
#include "app/store/reviews.h"
#include "app/store/savepoint.h"
#include "app/store/transaction.h"
#include "app/store/workspacesettings.h"

#include <QSet>

#include <algorithm>

namespace assay {

namespace {

/// Whether the item is at fault and not the database: then the rest of the batch goes on.
bool isItemsFault(const Error& error)
{
    return error.kind == ErrorKind::Invalid || error.kind == ErrorKind::NotFound;
}

class BatchStorage
{
public:
    BatchStorage(const Database& database, const WeekCalendar& calendar, BatchOutcome& outcome)
        : m_generations(database, calendar)
        , m_reviews(database)
        , m_changes(database)
        , m_outcome(outcome)
    {
    }

    Result<void> add(const ImportItem& item);
    Result<void> markMissing(const VanishedFile& file);

private:
    Result<void> addGeneration(const Generation& generation, const ImportItem& item);
    Result<void> addReview(const Review& review, const QByteArray& line);
    Result<void> countChange(const Result<bool>& isNew);
    Result<void> count(const Result<bool>& isNew);
    void noteAdded(const AddedGeneration& added, const Generation& generation);

    Generations m_generations;
    Reviews m_reviews;
    Changes m_changes;
    BatchOutcome& m_outcome;
};

Result<void> BatchStorage::add(const ImportItem& item)
{
    if (const auto* generation = std::get_if<Generation>(&item.event))
        return addGeneration(*generation, item);
    if (const auto* review = std::get_if<Review>(&item.event))
        return addReview(*review, item.text);
    if (const auto* change = std::get_if<Change>(&item.event))
        return countChange(m_changes.add(*change));
    return countChange(m_changes.addGpuSample(std::get<GpuSample>(item.event)));
}

Result<void> BatchStorage::countChange(const Result<bool>& isNew)
{
    m_outcome.hasChanges = m_outcome.hasChanges || (isNew && *isNew);
    return count(isNew);
}

Result<void> BatchStorage::addGeneration(const Generation& generation, const ImportItem& item)
{
    const auto added = m_generations.add(generation);
    if (!added)
        return added.error();
    noteAdded(*added, generation);
    for (const Error& refused : added->refusedReviews) {
        ++m_outcome.counts.refused;
        m_outcome.problems.append({item.source, item.line, refused});
    }
    return {};
}

void BatchStorage::noteAdded(const AddedGeneration& added, const Generation& generation)
{
    switch (added.outcome) {
    case AddOutcome::Added:
        ++m_outcome.counts.taken;
        m_outcome.counts.incomplete += generation.prompt ? 0 : 1;
        m_outcome.added.append(added.id);
        return;
    case AddOutcome::Joined:
        ++m_outcome.counts.taken;
        m_outcome.changed.append(added.id);
        return;
    case AddOutcome::Relocated:
        ++m_outcome.counts.known;
        m_outcome.changed.append(added.id);
        return;
    case AddOutcome::Known:
        ++m_outcome.counts.known;
        return;
    }
}

Result<void> BatchStorage::addReview(const Review& review, const QByteArray& line)
{
    const auto isKnown = m_reviews.isKnown(review.externalId);
    if (!isKnown)
        return isKnown.error();
    if (*isKnown)
        return count(false);
    const auto generation = m_generations.findByExternalId(review.generationExternalId);
    if (!generation)
        return generation.error();
    if (!*generation) {
        const auto waits = m_reviews.addWaiting(review, QString::fromUtf8(line));
        return waits ? count(true) : waits.error();
    }
    Review known = review;
    known.generation = **generation;
    const auto added = m_reviews.add(known);
    if (!added)
        return added.error();
    m_outcome.changed.append(known.generation);
    return count(true);
}

Result<void> BatchStorage::count(const Result<bool>& isNew)
{
    if (!isNew)
        return isNew.error();
    ++(*isNew ? m_outcome.counts.taken : m_outcome.counts.known);
    return {};
}

Result<void> BatchStorage::markMissing(const VanishedFile& file)
{
    const auto ids = m_generations.markMissing(file.root, file.relativePath, file.since);
    if (!ids)
        return ids.error();
    m_outcome.changed.append(*ids);
    return {};
}

/// All that the item means, or nothing of it.
Result<void> storeItem(const Database& database, const ImportItem& item, BatchStorage& storage)
{
    auto savepoint = Savepoint::begin(database);
    if (!savepoint)
        return savepoint.error();
    if (const auto added = storage.add(item); !added)
        return added;
    return savepoint->keep();
}

Result<void> storeItems(const Database& database, const ImportBatch& batch, BatchStorage& storage,
                        BatchOutcome& outcome)
{
    for (const ImportItem& item : batch.items) {
        const auto added = storeItem(database, item, storage);
        if (added)
            continue;
        if (!isItemsFault(added.error()))
            return added;
        ++outcome.counts.refused;
        outcome.problems.append({item.source, item.line, added.error()});
    }
    for (const VanishedFile& file : batch.vanished) {
        if (const auto marked = storage.markMissing(file); !marked)
            return marked;
    }
    return {};
}

/// A known file may have a new time or place, which is noted.
bool isFile(const ImportItem& item)
{
    const auto* generation = std::get_if<Generation>(&item.event);
    return generation != nullptr && generation->image;
}

/// Log lines that are all known write nothing, so they cost no waiting for the disk; a later batch tells the
/// counts.
bool hasNews(const ImportBatch& batch, const BatchOutcome& outcome)
{
    return !batch.import.isValid() || batch.end == ImportBatch::End::Finished ||
           outcome.counts.taken != batch.counts.taken || !outcome.problems.isEmpty() ||
           !outcome.changed.isEmpty() || !batch.vanished.isEmpty() ||
           std::ranges::any_of(batch.items, isFile);
}

Result<void> storeRecord(const Imports& imports, const ImportBatch& batch, const BatchOutcome& outcome,
                         UtcTime now)
{
    for (const ImportProblem& problem : outcome.problems) {
        if (const auto added = imports.addProblem(outcome.import, problem); !added)
            return added;
    }
    if (const auto updated =
            imports.update(outcome.import, outcome.counts, batch.position.value_or(LogPosition{}).bytes);
        !updated)
        return updated;
    if (batch.end == ImportBatch::End::GoesOn)
        return {};
    return imports.finish(outcome.import, now);
}

void removeDoubles(QList<GenerationId>& ids)
{
    QSet<GenerationId> seen;
    ids.removeIf([&seen](GenerationId id) {
        const bool isDouble = seen.contains(id);
        seen.insert(id);
        return isDouble;
    });
}

} // namespace

ImportTarget::~ImportTarget() = default;

Result<BatchOutcome> storeBatch(const Database& database, const ImportBatch& batch, UtcTime now)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const auto zone = WorkspaceSettings(database).timeZone();
    if (!zone)
        return zone.error();
    const WeekCalendar calendar(*zone);
    const Imports imports(database);
    const auto import =
        batch.import.isValid() ? Result<ImportId>(batch.import) : imports.begin(batch.source, now);
    if (!import)
        return import.error();
    BatchOutcome outcome{*import, batch.counts, batch.problems, {}, {}, false};
    {
        BatchStorage storage(database, calendar, outcome);
        if (const auto stored = storeItems(database, batch, storage, outcome); !stored)
            return stored.error();
    }
    if (!hasNews(batch, outcome))
        return outcome;
    if (const auto stored = storeRecord(imports, batch, outcome, now); !stored)
        return stored.error();
    if (const auto committed = transaction->commit(); !committed)
        return committed.error();
    removeDoubles(outcome.changed);
    return outcome;
}

Result<ImageRoot> storeRoot(const Database& database, const NewRoot& newRoot, UtcTime now)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const ImageRoots roots(database);
    auto root = roots.add(newRoot.folder, newRoot.client, now);
    if (!root)
        return root;
    if (newRoot.use == RootUse::SingleFiles) {
        if (const auto removed = roots.remove(root->id, now); !removed)
            return removed.error();
    }
    if (const auto committed = transaction->commit(); !committed)
        return committed.error();
    return root;
}

} // namespace assay
