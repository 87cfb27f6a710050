// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/nounphrases.h"

#include "app/checklist/lexicon.h"
#include "app/checklist/phrasereader.h"

namespace assay {

QString NounPhrase::told() const
{
    QStringList words;
    for (const ColourWords& colour : colours)
        words.append(colour.value);
    return isToldByColour ? words.join(u" and "_qs) + u' ' + noun : noun;
}

std::vector<NounPhrase> nounPhrases(const std::vector<PromptWord>& words)
{
    std::vector<NounPhrase> phrases;
    PhraseReader reader(words);
    for (int i = 0; i < int(words.size());) {
        const PromptWord& word = words[size_t(i)];
        const bool isCounting = word.has(kNumber) && i + 1 < int(words.size()) &&
                                isOpen(words[size_t(i + 1)]) && !words[size_t(i + 1)].has(kVerb);
        // "a sign that says": what follows is said of the sign.
        const bool isRelative = word.key == u"that"_qs && i > 0 && i + 1 < int(words.size()) &&
                                words[size_t(i + 1)].has(kVerb) &&
                                (isOpen(words[size_t(i - 1)]) || words[size_t(i - 1)].isSign);
        reader.readTotal(&phrases, i);
        if (word.isSign || isRelative || (word.has(kClosed | kBeing) && !word.has(kArticle) && !isCounting)) {
            ++i;
            continue;
        }
        const NounPhrase phrase = reader.read(i, &i);
        if (phrase.head >= 0)
            phrases.push_back(phrase);
        else if (phrase.number > 1)
            reader.giveNumberBack(&phrases, phrase);
    }
    return phrases;
}

std::vector<NounPhrase> digitPhrases(const std::vector<PromptWord>& words)
{
    constexpr int kLongestWord = 24; // of a script without spaces a whole sentence is one "word"
    std::vector<NounPhrase> phrases;
    for (int i = 0; i + 1 < int(words.size()); ++i) {
        const PromptWord& number = words[size_t(i)];
        const PromptWord& noun = words[size_t(i + 1)];
        const bool isNoun = !noun.isSign && noun.key.size() > 2 && noun.length <= kLongestWord &&
                            noun.key.front().isLetter() && noun.key.front().script() != QChar::Script_Han &&
                            !noun.has(kMeasure | kForeign | kClosed);
        if (!number.has(kNumber) || !number.key.front().isDigit() || !isNoun)
            continue;
        NounPhrase phrase;
        phrase.first = i;
        phrase.head = i + 1;
        phrase.number = draftNumber(number.key);
        phrase.noun = noun.key;
        phrases.push_back(phrase);
    }
    return phrases;
}

} // namespace assay
