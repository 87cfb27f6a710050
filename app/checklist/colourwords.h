// SPDX-License-Identifier: GPL-3.0-or-later
// The colours of a prompt's words, with their tones: "dark red and white". Pure.
#pragma once

#include "app/checklist/promptwords.h"

#include <QList>

namespace assay {

struct ColourWords
{
    QString value; ///< "red", "dark red"
    int first = 0; ///< indexes of words
    int last = 0;

    bool operator==(const ColourWords&) const = default;
};

/// Colours joined by "and", commas or nothing, from the word `at` on; `end` is the word behind them.
QList<ColourWords> coloursAt(const std::vector<PromptWord>& words, int at, int* end);
/// "and", ",", "/": what may stand between two of them.
bool isJoint(const PromptWord& word);

} // namespace assay
