// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/draftoffer.h"

#include "ui/review/reviewsession.h"

#include "app/checklist/draftedchecklist.h"
#include "app/store/database.h"
#include "app/store/generations.h"
#include "app/store/templates.h"

namespace assay {

namespace {

Result<std::optional<TemplateChecklist>> templateChecklist(const DraftSources& sources, const QString& name)
{
    if (std::optional<TemplateChecklist> unsaved = sources.session.unsavedTemplate(name))
        return unsaved;
    return Templates(sources.database).saved(name);
}

/// Nothing that has an answer or that somebody gave is touched.
Result<bool> isToBeDrafted(const DraftSources& sources, const OpenImage::Content& content)
{
    const Generation& generation = content.generation;
    if (!generation.checklist.isEmpty() || content.review || !content.draft.checks.isEmpty() ||
        sources.session.unsavedChecklist(generation.id))
        return false;
    const Result<bool> hasOwn = Generations(sources.database, sources.calendar).hasChecklist(generation.id);
    return hasOwn ? Result<bool>(!*hasOwn) : hasOwn;
}

} // namespace

Result<void> offerDrafts(const DraftSources& sources, OpenImage::Content* content)
{
    Generation& generation = content->generation;
    if (!generation.prompt)
        return {};
    const auto saved = templateChecklist(sources, generation.promptTemplate);
    if (!saved)
        return saved.error();
    const Result<bool> isFree = isToBeDrafted(sources, *content);
    if (!isFree)
        return isFree.error();
    const DraftedChecklist drafted = draftedChecklist(*generation.prompt, {sources.most, *saved});
    content->variables = drafted.variables;
    content->templateKeys = drafted.templateKeys;
    if (*isFree) {
        generation.checklist = drafted.offered;
        content->more = drafted.more;
        content->isDrafted = !drafted.offered.isEmpty();
        return {};
    }
    content->templateKeys = keysFromTemplate(generation.checklist, drafted);
    if (!content->review)
        content->more = moreFor(generation.checklist, drafted);
    return {};
}

} // namespace assay
