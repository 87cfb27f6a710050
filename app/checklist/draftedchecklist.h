// SPDX-License-Identifier: GPL-3.0-or-later
// The checklist a reviewer is offered for a prompt that came without one: what was saved with its template,
// then the drafts that help most, in reading order; what is left over is folded away. Pure; the same for the
// same prompt. It knows no answers.
#pragma once

#include "app/domain/templatechecklist.h"

#include <QStringList>

#include <optional>

namespace assay {

constexpr int kMostOffered = 9; ///< the number keys

struct DraftOptions
{
    int most = kMostOffered;
    std::optional<TemplateChecklist> saved; ///< with the prompt's template; nothing: it has none
};

struct DraftedChecklist
{
    Checklist offered;
    Checklist more;              ///< keys and parents go on from those offered; the most useful first
    QStringList templateKeys;    ///< of those that come from the template
    QList<PromptSpan> variables; ///< words that the template's variables were filled with

    bool operator==(const DraftedChecklist&) const = default;
};

/// At most `options.most` are offered, not counting what the program answers itself; all of the template's.
/// Of a very long prompt only the beginning is read.
DraftedChecklist draftedChecklist(const QString& prompt, const DraftOptions& options);
DraftedChecklist draftedChecklist(const QString& prompt, int most = kMostOffered);

/// What a list that was drafted from the prompt could still be given: the drafts it does not have. Nothing
/// where the list is not the draft's but a log's or a person's. Their keys are new to the list.
Checklist moreFor(const Checklist& checklist, const DraftedChecklist& drafted);

/// The keys of those in the list that are the template's.
QStringList keysFromTemplate(const Checklist& checklist, const DraftedChecklist& drafted);

} // namespace assay
