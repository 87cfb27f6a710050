// SPDX-License-Identifier: GPL-3.0-or-later
// Which words of a prompt each constraint of its checklist speaks of. A stored span wins; for the others the
// statement is looked up in the prompt. Pure, in time linear in the prompt's length.
#pragma once

#include "app/domain/constraint.h"

namespace assay {

/// The spans of each constraint in the order of the checklist, in UTF-16 units, first to last. Never
/// overlapping, also not between constraints: of stored spans the shorter one wins. Empty: nothing found for
/// sure.
QList<QList<PromptSpan>> markedWords(const QString& prompt, const Checklist& checklist);

} // namespace assay
