// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/draft.h"

#include "app/checklist/draftkinds.h"

namespace assay {

QList<DraftConstraint> draftConstraints(const QString& prompt)
{
    const PromptReading reading(prompt);
    DraftList drafts;
    draftTexts(reading, &drafts);
    draftThings(reading, &drafts);
    if (!reading.isEnglish())
        return drafts.finished();
    draftColours(reading, &drafts);
    draftAttributes(reading, &drafts);
    draftPlaces(reading, &drafts);
    return drafts.finished();
}

} // namespace assay
