// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one noun phrase of a prompt's words: what opens it and its number (phrasenumbers.cpp), then its
// colours and its noun (phrasereader.cpp). Pure.
#pragma once

#include "app/checklist/lexicon.h"
#include "app/checklist/nounphrases.h"

namespace assay {

/// Whether it may belong to a noun phrase.
inline bool isOpen(const PromptWord& word)
{
    return !word.isSign && !word.has(kClosed | kArticle | kBeing | kPronoun);
}

inline bool isPlural(const PromptWord& word)
{
    return word.has(kPairOnly) || singularOf(word.key) != word.key;
}

class PhraseReader
{
public:
    using Words = std::vector<PromptWord>;

    explicit PhraseReader(const Words& words)
        : m_words(words)
    {
    }

    /// The phrase that begins at `at`; nothing found: `head` is -1. `end` is where to go on.
    NounPhrase read(int at, int* end);
    /// "a set of six": the number of a phrase without a noun belongs to the phrase before it.
    void giveNumberBack(std::vector<NounPhrase>* phrases, const NounPhrase& bare) const;
    /// "cats, three of them": the number of the plural before it; "two of them red" speaks of some only.
    void readTotal(std::vector<NounPhrase>* phrases, int at) const;

private:
    const PromptWord& word(int i) const { return m_words[size_t(i)]; }
    bool isWithin(int i) const { return i < int(m_words.size()); }
    int readOpening(int at, NounPhrase* phrase) const;
    int groupNumber(int i) const;
    int gridNumber(int i, int* end) const;
    int readNumber(int at, NounPhrase* phrase) const;
    void chooseHead(NounPhrase* phrase, const std::vector<int>& noun) const;
    /// "left of": a place, no part of the noun before it.
    bool isSideOf(int i) const
    {
        return (word(i).key == u"left"_qs || word(i).key == u"right"_qs) && isWithin(i + 1) &&
               word(i + 1).key == u"of"_qs;
    }
    /// "two \"SALE\" signs": behind the text that stands before its noun; `i` when none does.
    int skipText(int i) const;
    /// "flowers present in", "hands right in front of", "a kite high above": behind the noun and no part of
    /// it.
    bool endsNoun(int i) const
    {
        return word(i).has(kAfterNoun) &&
               (!isWithin(i + 1) || word(i + 1).isSign || word(i + 1).has(kClosed));
    }
    bool isSaidOfNoun(int i, const NounPhrase& phrase) const;
    bool isVerbHere(int i, bool hasNoun, const NounPhrase& phrase) const;
    /// "the red one", "two black ones": it stands for a noun.
    bool isOneOf(int i) const
    {
        return isWithin(i) && (word(i).key == u"one"_qs || word(i).key == u"ones"_qs) &&
               !(isWithin(i + 1) && isOpen(word(i + 1)) && !word(i + 1).has(kVerb | kAfterNoun));
    }
    bool isVerbal(int i) const { return isWithin(i) && word(i).key.endsWith(u"ing"_qs); }
    /// "red mug": a noun follows the colours that end before `behind`.
    bool isColouringNoun(const QList<ColourWords>& colours, int behind) const;
    /// "chairs black": the colours stand behind their noun.
    bool isBehindNoun(const NounPhrase& phrase, const QList<ColourWords>& colours, int behind) const;
    bool isOnlyColours(int first, int end) const;
    /// "a set of six": the number belongs to the phrase before it.

    const Words& m_words;
};

} // namespace assay
