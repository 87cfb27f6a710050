// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases that tell where one thing is to another, "to the left of", "on top of", found in words. Phrases of
// one relation mean the same place. Pure.
#pragma once

#include "app/checklist/lexicon.h"
#include "app/checklist/words.h"

namespace assay {

struct RelationPhrase
{
    Relation relation = Relation::On;
    int first = 0; ///< index of its first word
    int last = 0;  ///< and of its last
};

/// In order, never overlapping, each as long as it can be.
QList<RelationPhrase> relationPhrases(const Words& words);

} // namespace assay
