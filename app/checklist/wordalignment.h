// SPDX-License-Identifier: GPL-3.0-or-later
// Which words of one text stand in another one, in the same order: what two prompts of a template share, and
// what was put in between. Pure; of very different long texts only the common beginning and end are found.
#pragma once

#include "app/checklist/words.h"

#include <vector>

namespace assay {

/// Words of each text between two that both have; either may be none.
struct WordGap
{
    int fromFirst = 0; ///< indexes of words; the ends are behind the last
    int fromEnd = 0;
    int toFirst = 0;
    int toEnd = 0;

    int fromCount() const { return fromEnd - fromFirst; }
    int toCount() const { return toEnd - toFirst; }
};

struct WordAlignment
{
    std::vector<int> partner; ///< for each word of `from` its index in `to`; -1: none
    std::vector<WordGap> gaps;
};

WordAlignment alignWords(const Words& from, const Words& to);

} // namespace assay
