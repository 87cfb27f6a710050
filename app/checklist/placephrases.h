// SPDX-License-Identifier: GPL-3.0-or-later
// The words that tell a place: of one thing to another ("to the left of"), or in the picture ("in the top
// left corner"). Pure.
#pragma once

#include "app/checklist/promptreading.h"

#include <optional>

namespace assay {

struct PlacePhrase
{
    QString relation; ///< "left of", "between"; of a place in the picture "in the top left corner"
    int first = 0;
    int end = 0;          ///< index of the word behind it
    bool isFrame = false; ///< a place in the picture; it needs no second thing
    bool isSided = false; ///< left and right are the viewer's
    int ownerAt = -1;     ///< "its" of "on its left": it stands for the thing the place is told by
};

/// What begins at the word `at`, as long as it can be.
std::optional<PlacePhrase> placePhraseAt(const PromptReading& reading, int at);

} // namespace assay
