// SPDX-License-Identifier: GPL-3.0-or-later
// A prompt read once: its words, the texts it shows and its noun phrases, with what the readers of the single
// kinds ask of them. Pure.
#pragma once

#include "app/checklist/nounphrases.h"
#include "app/checklist/showntexts.h"

#include <algorithm>
#include <initializer_list>

namespace assay {

class PromptReading
{
public:
    using Phrases = std::vector<NounPhrase>;
    using Place = Phrases::const_iterator;

    explicit PromptReading(const QString& prompt);

    const QString& plain() const { return m_plain; }
    const QList<ShownText>& texts() const { return m_texts; }
    bool isEnglish() const { return m_isEnglish; }
    const Phrases& phrases() const { return m_phrases; } ///< what is not English: only counts in digits
    int size() const { return int(m_words.size()); }
    const std::vector<PromptWord>& words() const { return m_words; }

    const PromptWord& word(int i) const { return m_words[size_t(i)]; }
    const PromptWord& headOf(const NounPhrase& phrase) const { return word(phrase.head); }
    bool isWithin(int i) const { return i >= 0 && i < size(); }
    bool isKey(int i, QStringView key) const { return isWithin(i) && word(i).key == key; }
    bool isOneOf(int i, std::initializer_list<QStringView> keys) const
    {
        return isWithin(i) && std::find(keys.begin(), keys.end(), word(i).key) != keys.end();
    }
    bool has(int i, unsigned flags) const { return isWithin(i) && word(i).has(flags); }
    PromptSpan span(int first, int last) const
    {
        return {word(first).start, word(last).end() - word(first).start};
    }

    /// Whether it speaks of the picture itself: "a photo of a cat", but not "a sofa with a photo above it".
    bool isPicture(const NounPhrase& phrase) const;
    /// "the left one", whose noun was never found.
    bool isUnnamed(const NounPhrase& phrase) const
    {
        return !phrase.isNamedBefore && isOneOf(phrase.head, {u"one", u"ones"});
    }
    /// The first phrase that begins at the word `at` or behind it.
    Place startingAt(int at) const;
    /// What "it", "them", "him" at the word `at` stands for, of the phrases before `before`, or nothing.
    const NounPhrase* antecedent(int before, int at) const;
    /// The nearest phrase before that speaks of several: "two motorcycles"; nothing when there is none.
    const NounPhrase* severalBefore(int at) const;
    /// Phrases joined by commas and "and" from this one on.
    std::vector<const NounPhrase*> joined(Place first) const;
    /// "a cat and a dog are …": what is said of the last of them is said of the others as well.
    std::vector<const NounPhrase*> joinedSubjects(const NounPhrase& last) const;
    /// "there are a cat and a dog …", "A cat and a dog sitting …": those that are where the last of them is.
    std::vector<const NounPhrase*> placedTogether(const NounPhrase& last) const;

private:
    std::vector<const NounPhrase*> joinedBefore(const NounPhrase& last) const;
    bool isJoined(const NounPhrase& first, const NounPhrase& second) const;

    QString m_plain;
    bool m_isEnglish = false;
    QList<ShownText> m_texts;
    std::vector<PromptWord> m_words;
    Phrases m_phrases;
};

bool isPerson(const PromptWord& word);

} // namespace assay
