// SPDX-License-Identifier: GPL-3.0-or-later
// A text cut into words and signs by the Unicode rules, with where each stands. White space is left out.
// Pure; it knows nothing of what a word means.
#pragma once

#include <QList>
#include <QString>

namespace assay {

struct Word
{
    int start = 0; ///< in UTF-16 units
    int length = 0;
    bool isSign = false; ///< punctuation, an emoji: nothing with a letter or a digit
    QString key;         ///< the word folded for comparison; of a sign the sign itself

    int end() const { return start + length; }
};

using Words = QList<Word>;

Words splitWords(const QString& text);

} // namespace assay
