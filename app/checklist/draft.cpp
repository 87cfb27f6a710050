// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/draft.h"

#include "app/checklist/draftkinds.h"

namespace assay {

QList<DraftConstraint> draftConstraints(const QString& prompt)
{
    const Reading reading(prompt);
    DraftList drafts;
    draftTexts(reading, &drafts);
    draftThings(reading, &drafts);
    draftColours(reading, &drafts);
    draftAttributes(reading, &drafts);
    draftPlaces(reading, &drafts);
    return drafts.finished();
}

} // namespace assay
