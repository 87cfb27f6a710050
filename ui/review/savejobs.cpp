// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/savejobs.h"

#include "app/store/database.h"
#include "app/store/generations.h"
#include "app/store/reviews.h"
#include "app/store/storewriter.h"
#include "app/store/transaction.h"

#include <algorithm>

namespace assay {

namespace {

/// Runs `write` in a transaction of its own.
Result<void> inTransaction(const Database& database, const std::function<Result<void>()>& write)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (const Result<void> written = write(); !written)
        return written;
    return transaction->commit();
}

Result<void> withdrawByExternalId(Reviews& reviews, const Review& review, UtcTime at)
{
    const Result<QList<Review>> all = reviews.ofGeneration(review.generation);
    if (!all)
        return all.error();
    const auto it = std::ranges::find(*all, review.externalId, &Review::externalId);
    if (it == all->end() || it->withdrawn)
        return {};
    return reviews.withdraw(it->id, at);
}

} // namespace

SaveJob addReviewJob(const SaveContext& context, const Review& review)
{
    return [context, review](const Database& database) -> Result<void> {
        const Result<void> saved = inTransaction(database, [&]() -> Result<void> {
            const Result<ReviewId> added = Reviews(database).add(review);
            return added ? Result<void>() : Result<void>(added.error());
        });
        if (saved)
            context.writer->announceReviewSaved(review.generation);
        return saved;
    };
}

SaveJob withdrawReviewJob(const SaveContext& context, const Review& review, const ReviewDraft& draft)
{
    return [context, review, draft](const Database& database) -> Result<void> {
        const Result<void> saved = inTransaction(database, [&]() -> Result<void> {
            Reviews reviews(database);
            if (const Result<void> done = withdrawByExternalId(reviews, review, context.at); !done)
                return done;
            return reviews.saveDraft(review.generation, draft, context.at);
        });
        if (saved)
            context.writer->announceReviewSaved(review.generation);
        return saved;
    };
}

SaveJob saveDraftJob(const SaveContext& context, GenerationId id, const ReviewDraft& draft)
{
    return [context, id, draft](const Database& database) {
        return inTransaction(database, [&] { return Reviews(database).saveDraft(id, draft, context.at); });
    };
}

SaveJob saveChecklistJob(const SaveContext& context, GenerationId id, const Checklist& checklist)
{
    return [context, id, checklist](const Database& database) -> Result<void> {
        const WeekCalendar calendar(context.zone);
        const Result<void> saved = inTransaction(
            database, [&] { return Generations(database, calendar).setChecklist(id, checklist); });
        if (saved)
            context.writer->announceGenerationsChanged({id});
        return saved;
    };
}

} // namespace assay
