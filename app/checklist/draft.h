// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts the checklist a prompt implies: counts, colours, positions, texts and presence. Pure, in
// time linear in the prompt's length, the same for the same prompt. It is silent rather than wrong.
#pragma once

#include "app/domain/constraint.h"

namespace assay {

struct DraftConstraint
{
    ConstraintKind kind = ConstraintKind::Other;
    QString statement; ///< the question a person answers at a glance: "3 cups?"
    QString object;
    QString value;    ///< the number in digits, the colour, the text
    QString relation; ///< of a position: "left of"
    QString target;
    int parent = -1; ///< index in the list of what has to be there for this to apply; -1: nothing
    PromptSpan span; ///< in UTF-16 units; never empty

    bool operator==(const DraftConstraint&) const = default;
};

/// In reading order, without duplicates.
QList<DraftConstraint> draftConstraints(const QString& prompt);

} // namespace assay
