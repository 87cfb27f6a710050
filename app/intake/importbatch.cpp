// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/importbatch.h"

#include "app/store/changes.h"
#include "app/store/database.h"
#include "app/store/generations.h"
#include "app/store/imageroots.h"
#include "app/store/imagerows.h"
#include "app/store/reviews.h"
#include "app/store/savepoint.h"
#include "app/store/transaction.h"
#include "app/store/workspacesettings.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace assay {

namespace {

/// Whether the item is at fault and not the database: then the rest of the batch goes on.
bool isItemsFault(const Error& error)
{
    return error.kind == ErrorKind::Invalid || error.kind == ErrorKind::NotFound;
}

/// Items that are undone together when one of them is at fault; then each is tried alone.
constexpr size_t kGroupSize = 200;

Result<void> count(const Result<bool>& isNew, BatchOutcome& outcome)
{
    if (!isNew)
        return isNew.error();
    ++(*isNew ? outcome.counts.taken : outcome.counts.known);
    return {};
}

Result<void> countChange(const Result<bool>& isNew, BatchOutcome& outcome)
{
    outcome.hasChanges = outcome.hasChanges || (isNew && *isNew);
    return count(isNew, outcome);
}

void noteAdded(const AddedGeneration& added, const Generation& generation, BatchOutcome& outcome)
{
    switch (added.outcome) {
    case AddOutcome::Added:
        ++outcome.counts.taken;
        outcome.counts.incomplete += generation.prompt ? 0 : 1;
        outcome.added.append(added.id);
        return;
    case AddOutcome::Joined:
        ++outcome.counts.taken;
        outcome.changed.append(added.id);
        return;
    case AddOutcome::Relocated:
        ++outcome.counts.known;
        outcome.changed.append(added.id);
        return;
    case AddOutcome::Known:
        ++outcome.counts.known;
        return;
    }
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

/// A reading that brought nothing is none that anybody looks for: workspaces read their folders each time
/// they are opened.
Result<void> endRecord(const Imports& imports, const ImportBatch& batch, BatchOutcome& outcome, UtcTime now)
{
    if (auto finished = imports.finish(outcome.import, batch.scope, now); !finished)
        return finished;
    const auto hasNews = imports.hasNews(outcome.import, batch.scope);
    if (!hasNews)
        return hasNews.error();
    if (*hasNews)
        return {};
    return imports.forget(std::exchange(outcome.import, {}));
}

Result<void> storeRecord(const Imports& imports, const ImportBatch& batch, BatchOutcome& outcome, UtcTime now)
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
    return endRecord(imports, batch, outcome, now);
}

void append(BatchOutcome& outcome, const BatchOutcome& group)
{
    outcome.counts += group.counts;
    outcome.problems.append(group.problems);
    outcome.added.append(group.added);
    outcome.changed.append(group.changed);
    outcome.hasChanges = outcome.hasChanges || group.hasChanges;
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

class BatchStore::Tables
{
public:
    Tables(const Database& database, const QTimeZone& zone)
        : m_calendar(zone)
        , m_generations(database, m_calendar)
        , m_reviews(database)
        , m_changes(database)
    {
    }

    const QTimeZone& zone() const { return m_calendar.zone(); }
    Result<void> add(const ImportItem& item, BatchOutcome& outcome);
    Result<void> takeMetadata(const Generation& file, BatchOutcome& outcome);
    Result<void> markMissing(const VanishedFile& file, BatchOutcome& outcome);
    Result<void> makeSearchable() { return m_generations.makeSearchable(); }

private:
    Result<void> addGeneration(const Generation& generation, const ImportItem& item, BatchOutcome& outcome);
    Result<void> addReview(const Review& review, const QByteArray& line, BatchOutcome& outcome);

    WeekCalendar m_calendar;
    Generations m_generations;
    Reviews m_reviews;
    Changes m_changes;
};

Result<void> BatchStore::Tables::add(const ImportItem& item, BatchOutcome& outcome)
{
    if (const auto* generation = std::get_if<Generation>(&item.event))
        return addGeneration(*generation, item, outcome);
    if (const auto* review = std::get_if<Review>(&item.event))
        return addReview(*review, item.text, outcome);
    if (const auto* change = std::get_if<Change>(&item.event))
        return countChange(m_changes.add(*change), outcome);
    return countChange(m_changes.addGpuSample(std::get<GpuSample>(item.event)), outcome);
}

Result<void> BatchStore::Tables::addGeneration(const Generation& generation, const ImportItem& item,
                                               BatchOutcome& outcome)
{
    const auto added = m_generations.add(generation);
    if (!added)
        return added.error();
    noteAdded(*added, generation, outcome);
    for (const Error& refused : added->refusedReviews) {
        ++outcome.counts.refused;
        outcome.problems.append({item.source, item.line, refused});
    }
    return {};
}

Result<void> BatchStore::Tables::addReview(const Review& review, const QByteArray& line,
                                           BatchOutcome& outcome)
{
    const auto isKnown = m_reviews.isKnown(review.externalId);
    if (!isKnown)
        return isKnown.error();
    if (*isKnown)
        return count(false, outcome);
    auto added = m_reviews.addNew(review);
    if (!added && added.error().kind == ErrorKind::NotFound) {
        const auto generation = m_generations.findByExternalId(review.generationExternalId);
        if (!generation)
            return generation.error();
        if (!*generation) {
            const auto waits = m_reviews.addWaiting(review, QString::fromUtf8(line));
            return waits ? count(true, outcome) : waits.error();
        }
        Review ofImage = review; // it names its generation by the image's hash
        ofImage.generation = **generation;
        added = m_reviews.addNew(ofImage);
    }
    if (!added)
        return added.error();
    outcome.changed.append(added->generation);
    return count(true, outcome);
}

Result<void> BatchStore::Tables::takeMetadata(const Generation& file, BatchOutcome& outcome)
{
    const auto generation = m_generations.findByExternalId(hashName(file.image->sha256));
    if (!generation)
        return generation.error();
    // Another image may have taken the place since.
    if (!*generation)
        return {};
    const auto isChanged = m_generations.takeMetadata(**generation, file);
    if (!isChanged)
        return isItemsFault(isChanged.error()) ? Result<void>() : isChanged.error();
    if (*isChanged)
        outcome.changed.append(**generation);
    return {};
}

Result<void> BatchStore::Tables::markMissing(const VanishedFile& file, BatchOutcome& outcome)
{
    const auto ids = m_generations.markMissing(file.root, file.relativePath, file.since);
    if (!ids)
        return ids.error();
    outcome.changed.append(*ids);
    return {};
}

ImportTarget::~ImportTarget() = default;

BatchStore::BatchStore(const Database& database)
    : m_database(database)
{
}

BatchStore::~BatchStore() = default;

/// Another program may have given the workspace another time zone since the last batch.
Result<void> BatchStore::openTables()
{
    const auto zone = WorkspaceSettings(m_database).timeZone();
    if (!zone)
        return zone.error();
    if (!m_tables || m_tables->zone() != *zone)
        m_tables = std::make_unique<Tables>(m_database, *zone);
    return {};
}

Result<void> BatchStore::storeAll(std::span<const ImportItem> items, BatchOutcome& outcome)
{
    Result<void> added;
    for (auto item = items.begin(); added && item != items.end(); ++item)
        added = m_tables->add(*item, outcome);
    return added;
}

/// Of each item all that it means, or nothing.
Result<void> BatchStore::storeGroup(std::span<const ImportItem> items, BatchOutcome& outcome)
{
    {
        auto savepoint = Savepoint::begin(m_database);
        if (!savepoint)
            return savepoint.error();
        BatchOutcome group{outcome.import, {}, {}, {}, {}, false};
        const auto added = storeAll(items, group);
        if (added) {
            append(outcome, group);
            return savepoint->keep();
        }
        if (!isItemsFault(added.error()))
            return added;
        if (items.size() == 1) {
            ++outcome.counts.refused;
            outcome.problems.append({items.front().source, items.front().line, added.error()});
            return {};
        }
    }
    for (size_t i = 0; i < items.size(); ++i) {
        if (auto stored = storeGroup(items.subspan(i, 1), outcome); !stored)
            return stored;
    }
    return {};
}

Result<void> BatchStore::storeItems(const ImportBatch& batch, Faults faults, BatchOutcome& outcome)
{
    const std::span<const ImportItem> items(batch.items.constData(), static_cast<size_t>(batch.items.size()));
    if (faults == Faults::EndTheBatch) {
        if (auto stored = storeAll(items, outcome); !stored)
            return stored;
    } else {
        for (size_t first = 0; first < items.size(); first += kGroupSize) {
            const auto group = items.subspan(first, std::min(kGroupSize, items.size() - first));
            if (auto stored = storeGroup(group, outcome); !stored)
                return stored;
        }
    }
    for (const Generation& file : batch.readAgain) {
        if (auto taken = m_tables->takeMetadata(file, outcome); !taken)
            return taken;
    }
    for (const VanishedFile& file : batch.vanished) {
        if (auto marked = m_tables->markMissing(file, outcome); !marked)
            return marked;
    }
    return m_tables->makeSearchable();
}

/// What a savepoint may have to restore is copied, page by page, which costs more than most batches are
/// worth: only a batch that has an item at fault is stored once more, with them.
Result<BatchOutcome> BatchStore::store(const ImportBatch& batch, UtcTime now)
{
    auto outcome = storeOnce(batch, now, Faults::EndTheBatch);
    if (outcome || !isItemsFault(outcome.error()))
        return outcome;
    return storeOnce(batch, now, Faults::AreLeftOut);
}

Result<BatchOutcome> BatchStore::storeOnce(const ImportBatch& batch, UtcTime now, Faults faults)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    if (const auto opened = openTables(); !opened)
        return opened.error();
    const Imports imports(m_database);
    const auto import =
        batch.import.isValid() ? Result<ImportId>(batch.import) : imports.begin(batch.source, now);
    if (!import)
        return import.error();
    BatchOutcome outcome{*import, batch.counts, batch.problems, {}, {}, false};
    if (const auto stored = storeItems(batch, faults, outcome); !stored)
        return stored.error();
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
