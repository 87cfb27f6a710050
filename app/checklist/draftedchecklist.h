// SPDX-License-Identifier: GPL-3.0-or-later
// The checklist a reviewer is offered for a prompt that came without one: the drafts that help most, in
// reading order, and what is left over, folded away. Pure; the same for the same prompt. It knows no answers.
#pragma once

#include "app/domain/constraint.h"

namespace assay {

constexpr int kMostOffered = 9; ///< the number keys

struct DraftedChecklist
{
    Checklist offered;
    Checklist more; ///< keys and parents go on from those offered

    bool operator==(const DraftedChecklist&) const = default;
};

/// At most `most` are offered. Of a very long prompt only the beginning is read.
DraftedChecklist draftedChecklist(const QString& prompt, int most = kMostOffered);

} // namespace assay
