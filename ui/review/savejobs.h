// SPDX-License-Identifier: GPL-3.0-or-later
// What a review session runs in the store thread: each job is one short transaction that tells the window
// what it committed. The functions are called in the GUI thread and only make the jobs; they keep no state.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/domain/review.h"
#include "app/domain/templatechecklist.h"

#include <QList>
#include <QTimeZone>

#include <functional>
#include <optional>

namespace assay {

class Database;
class StoreWriter;

struct SaveContext
{
    StoreWriter* writer;
    QTimeZone zone;
    UtcTime at{};
};

using SaveJob = std::function<Result<void>(const Database&)>;

/// In all that keep answers: `answered` is the checklist they refer to where the workspace may not have it
/// yet; it is stored in the same transaction, before them.
using AnsweredList = std::optional<Checklist>;

/// Takes `withdrawn` back and gives `review` instead.
SaveJob addReviewJob(const SaveContext& context, const Review& review, const QList<Review>& withdrawn,
                     const AnsweredList& answered);

/// Withdraws the reviews of one image by their external ids and keeps the draft; without one, the image's
/// draft stays as it is. A review that never got into the workspace is no error: there is nothing to take
/// back.
SaveJob withdrawReviewsJob(const SaveContext& context, const QList<Review>& withdrawn,
                           const std::optional<ReviewDraft>& draft, const AnsweredList& answered);

SaveJob saveDraftJob(const SaveContext& context, GenerationId id, const ReviewDraft& draft,
                     const AnsweredList& answered);
SaveJob saveTemplateJob(const QString& name, const TemplateChecklist& checklist);
SaveJob saveMostOfferedJob(int most);
SaveJob saveChecklistJob(const SaveContext& context, GenerationId id, const Checklist& checklist);

} // namespace assay
