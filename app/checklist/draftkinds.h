// SPDX-License-Identifier: GPL-3.0-or-later
// The readers of the single kinds of constraints: each adds what it finds in a prompt that was read. Pure,
// linear.
#pragma once

#include "app/checklist/draftlist.h"
#include "app/checklist/promptreading.h"

namespace assay {

void draftTexts(const PromptReading& reading, DraftList* drafts);
/// Counts and presence.
void draftThings(const PromptReading& reading, DraftList* drafts);
void draftColours(const PromptReading& reading, DraftList* drafts);
/// Materials, shapes, sizes, patterns and the picture's style.
void draftAttributes(const PromptReading& reading, DraftList* drafts);
void draftPlaces(const PromptReading& reading, DraftList* drafts);

} // namespace assay
