// SPDX-License-Identifier: GPL-3.0-or-later
// What the noun phrases of a prompt say of each other: which name the same thing again, which another one of
// its kind, and how many single ones there are. Pure, linear.
#pragma once

#include "app/checklist/nounphrases.h"

namespace assay {

/// "a red cup and a blue cup": two cups, though no number is said.
struct Several
{
    std::vector<int> phrases; ///< indexes of those that name them, each once

    int number() const { return int(phrases.size()); }
};

/// Gives "the red one" the noun it stands for, and marks the phrases that are told by their colours and those
/// that pick one out of several.
void relateMentions(const std::vector<PromptWord>& words, std::vector<NounPhrase>* phrases);

/// Single things of one noun that differ, where no number is said of that noun.
std::vector<Several> severalSingles(const std::vector<PromptWord>& words,
                                    const std::vector<NounPhrase>& phrases);

} // namespace assay
