// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/savejobs.h"

#include "app/store/database.h"
#include "app/store/generations.h"
#include "app/store/reviews.h"
#include "app/store/storewriter.h"
#include "app/store/templates.h"
#include "app/store/transaction.h"
#include "app/store/workspacesettings.h"

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

Result<void> withdrawAll(Reviews& reviews, const QList<Review>& withdrawn, UtcTime at)
{
    for (const Review& review : withdrawn) {
        if (const Result<void> done = withdrawByExternalId(reviews, review, at); !done)
            return done;
    }
    return {};
}

Result<void> setChecklist(const Database& database, const SaveContext& context, GenerationId id,
                          const Checklist& checklist)
{
    const WeekCalendar calendar(context.zone);
    return Generations(database, calendar).setChecklist(id, checklist);
}

Result<void> setAnswered(const Database& database, const SaveContext& context, GenerationId id,
                         const AnsweredList& answered)
{
    return answered ? setChecklist(database, context, id, *answered) : Result<void>();
}

} // namespace

SaveJob addReviewJob(const SaveContext& context, const Review& review, const QList<Review>& withdrawn,
                     const AnsweredList& answered)
{
    return [context, review, withdrawn, answered](const Database& database) -> Result<void> {
        const Result<void> saved = inTransaction(database, [&]() -> Result<void> {
            if (const Result<void> done = setAnswered(database, context, review.generation, answered); !done)
                return done;
            Reviews reviews(database);
            if (const Result<void> done = withdrawAll(reviews, withdrawn, context.at); !done)
                return done;
            const Result<ReviewId> added = reviews.add(review);
            return added ? Result<void>() : Result<void>(added.error());
        });
        if (saved)
            context.writer->announceReviewSaved(review.generation);
        return saved;
    };
}

SaveJob withdrawReviewsJob(const SaveContext& context, const QList<Review>& withdrawn,
                           const std::optional<ReviewDraft>& draft, const AnsweredList& answered)
{
    return [context, withdrawn, draft, answered](const Database& database) -> Result<void> {
        const GenerationId id = withdrawn.constFirst().generation;
        const Result<void> saved = inTransaction(database, [&]() -> Result<void> {
            if (const Result<void> done = setAnswered(database, context, id, answered); !done)
                return done;
            Reviews reviews(database);
            if (const Result<void> done = withdrawAll(reviews, withdrawn, context.at); !done || !draft)
                return done;
            return reviews.saveDraft(id, *draft, context.at);
        });
        if (saved)
            context.writer->announceReviewSaved(id);
        return saved;
    };
}

SaveJob saveDraftJob(const SaveContext& context, GenerationId id, const ReviewDraft& draft,
                     const AnsweredList& answered)
{
    return [context, id, draft, answered](const Database& database) {
        return inTransaction(database, [&]() -> Result<void> {
            if (const Result<void> done = setAnswered(database, context, id, answered); !done)
                return done;
            return Reviews(database).saveDraft(id, draft, context.at);
        });
    };
}

SaveJob saveTemplateJob(const QString& name, const TemplateChecklist& checklist)
{
    return [name, checklist](const Database& database) {
        return inTransaction(database, [&] { return Templates(database).save(name, checklist); });
    };
}

SaveJob saveMostOfferedJob(int most)
{
    return [most](const Database& database) {
        return inTransaction(database, [&] { return WorkspaceSettings(database).setMostOffered(most); });
    };
}

SaveJob saveChecklistJob(const SaveContext& context, GenerationId id, const Checklist& checklist)
{
    return [context, id, checklist](const Database& database) -> Result<void> {
        const Result<void> saved =
            inTransaction(database, [&] { return setChecklist(database, context, id, checklist); });
        if (saved)
            context.writer->announceGenerationsChanged({id});
        return saved;
    };
}

} // namespace assay
