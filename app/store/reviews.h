// SPDX-License-Identifier: GPL-3.0-or-later
// Reviews: added, never changed. Keeps each generation's review in force (latest time, then latest entry,
// withdrawn ones aside) and marks what the roll-ups have to count again. Writing inside the caller's
// Transaction.
#pragma once

#include "app/base/isoweek.h"
#include "app/base/result.h"
#include "app/domain/review.h"

#include <QList>

#include <optional>

namespace assay {

class Database;

class Reviews
{
public:
    Reviews(const Database& database, const WeekCalendar& calendar);
    ~Reviews();

    /// Adds a review. An external id that is known changes nothing and returns the known row. Invalid for a
    /// failed generation; NotFound when the generation is unknown. Makes an external id when there is none.
    /// Deletes the draft.
    Result<ReviewId> add(const Review& review);

    /// Keeps a review whose generation is not known yet, with its log line; added when the generation arrives
    /// (Generations::add calls takeWaiting).
    Result<void> addWaiting(const Review& review, const QString& line);

    /// Takes a review back; the one before it is in force again.
    Result<void> withdraw(ReviewId id, UtcTime at);

    /// Every review of a generation, oldest first, withdrawn ones marked.
    Result<QList<Review>> ofGeneration(GenerationId id) const;
    Result<std::optional<Review>> inForce(GenerationId id) const;

    Result<void> saveDraft(GenerationId id, const ReviewDraft& draft, UtcTime at);
    Result<ReviewDraft> draft(GenerationId id) const;

private:
    struct Statements;

    const Database& m_database;
    const WeekCalendar& m_calendar;
    std::unique_ptr<Statements> m_statements;
};

} // namespace assay
