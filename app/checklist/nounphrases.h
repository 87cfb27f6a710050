// SPDX-License-Identifier: GPL-3.0-or-later
// The noun phrases of a prompt's words: "the two dark red cups" with its number, colours and head. Found by
// the small words around them; no dictionary of nouns. Pure, linear.
#pragma once

#include "app/checklist/colourwords.h"

#include <QStringList>

namespace assay {

struct NounPhrase
{
    int first = 0; ///< index of its first word, article included
    int head = 0;  ///< index of its last word, the noun
    int number = -1;
    int numberAt = -1; ///< of "chairs, a set of four" the index of its number, which stands behind the noun
    bool isNegated = false; ///< "no people"
    bool hasArticle = false;
    bool isToldByColour = false; ///< "a red cup" where there is a blue cup as well
    bool isOneOfSeveral = false; ///< "one cup" of the three that were counted before
    bool isNamedBefore = false;  ///< "the red one", "the left": its noun stands elsewhere
    bool isBoth = false;         ///< "both hands"
    QList<ColourWords> colours;
    std::vector<int> attributes; ///< indexes of words: sizes, shapes, materials
    QString whole;               ///< all words of it but colours: "large dining table"
    QString noun;                ///< the head with the words that name it: "dining table"

    /// As a statement names it: with its colours where the noun alone does not tell which.
    QString told() const;
    bool isBare() const { return !hasArticle && number < 0; }
};

std::vector<NounPhrase> nounPhrases(const std::vector<PromptWord>& words);
/// Of a language that is not read: digits with the word behind them, "3 Ballons".
std::vector<NounPhrase> digitPhrases(const std::vector<PromptWord>& words);

} // namespace assay
