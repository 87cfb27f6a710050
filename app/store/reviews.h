// SPDX-License-Identifier: GPL-3.0-or-later
// Reviews: added, never changed. Keeps each generation's review in force (latest time, then latest entry,
// withdrawn ones aside) and marks what the roll-ups have to count again. Writing inside the caller's
// Transaction, in the store thread; reading works on any connection.
#pragma once

#include "app/base/result.h"
#include "app/domain/review.h"

#include <QList>

#include <memory>
#include <optional>

namespace assay {

class Database;

struct AddedReview
{
    ReviewId id;
    GenerationId generation;
};

class Reviews
{
public:
    /// The database must outlive it.
    explicit Reviews(const Database& database);
    ~Reviews();
    Reviews(const Reviews&) = delete;
    Reviews& operator=(const Reviews&) = delete;

    /// Adds a review, of the generation with its id, or without one with its external id. An external id that
    /// is known changes nothing and returns the known row. Invalid for a failed generation; NotFound when the
    /// generation is unknown. Makes an external id when there is none. Deletes the draft. The checks count as
    /// they are given: who takes them from a reviewer gives the effective ones.
    Result<ReviewId> add(const Review& review);
    /// The same for a review whose external id is known to be new.
    Result<AddedReview> addNew(const Review& review);

    /// Whether a review with this external id is there, waiting or in place.
    Result<bool> isKnown(const QString& externalId) const;

    /// Keeps a review whose generation is not known yet, with its log line; added when the generation arrives
    /// (Generations::add calls takeWaiting).
    Result<void> addWaiting(const Review& review, const QString& line);

    /// Adds the reviews that waited for this generation, in the order they came. Those of a failed generation
    /// are dropped, by rule; why, for each, so that the person can be told.
    Result<QList<Error>> takeWaiting(const QString& generationExternalId, GenerationId id);

    /// Takes a review back; the one before it is in force again. NotFound when there is no such review.
    Result<void> withdraw(ReviewId id, UtcTime at);

    /// Every review of a generation, oldest first, withdrawn ones marked.
    Result<QList<Review>> ofGeneration(GenerationId id) const;
    Result<std::optional<Review>> inForce(GenerationId id) const;

    /// Whether any constraint of the generation was ever answered, with or without a verdict.
    Result<bool> hasAnswers(GenerationId id) const;

    Result<void> saveDraft(GenerationId id, const ReviewDraft& draft, UtcTime at);
    /// Empty when there is none.
    Result<ReviewDraft> draft(GenerationId id) const;

private:
    struct Statements;
    struct Target;

    Result<Target> targetOf(const Review& review) const;
    Result<Checks> toldApart(const Checks& checks, std::optional<qint64> checklist) const;
    Result<ReviewId> insert(const Review& review, const Target& target);

    std::unique_ptr<Statements> m_statements;
};

} // namespace assay
