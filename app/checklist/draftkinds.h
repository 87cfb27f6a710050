// SPDX-License-Identifier: GPL-3.0-or-later
// The readers of the single kinds of constraints: each adds what it finds in a prompt that was read. Pure,
// linear.
#pragma once

#include "app/checklist/draftlist.h"
#include "app/checklist/reading.h"

namespace assay {

void draftTexts(const Reading& reading, DraftList* drafts);
/// Counts and presence.
void draftThings(const Reading& reading, DraftList* drafts);
void draftColours(const Reading& reading, DraftList* drafts);
/// Materials, shapes, sizes, patterns and the picture's style.
void draftAttributes(const Reading& reading, DraftList* drafts);
void draftPlaces(const Reading& reading, DraftList* drafts);

} // namespace assay
