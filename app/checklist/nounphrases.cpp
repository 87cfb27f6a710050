// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/nounphrases.h"

#include "app/checklist/draftlexicon.h"

namespace assay {

namespace {

using Words = std::vector<PromptWord>;

// What people write stays far below; hostile prompts must not make the work grow with the square of them.
constexpr int kMostColours = 6;
constexpr int kMostNounWords = 6;

bool isJoint(const PromptWord& word)
{
    return word.key == u"and"_qs || word.key == u","_qs || word.key == u"&"_qs || word.key == u"/"_qs;
}

/// Whether a colour, with or without a tone before it, stands at `at`; `end` is the word behind it.
bool colourAt(const Words& words, int at, ColourWords* colour, int* end)
{
    int i = at;
    const int size = int(words.size());
    while (i < size && i - at < 2 && words[size_t(i)].has(kToneWord) && i + 1 < size &&
           words[size_t(i + 1)].has(kToneWord | kColourWord))
        ++i;
    if (i >= size || !words[size_t(i)].has(kColourWord))
        return false;
    QStringList parts;
    for (int part = at; part <= i; ++part)
        parts.append(words[size_t(part)].key);
    *colour = {parts.join(u' '), at, i};
    *end = i + 1;
    return true;
}

bool isOpen(const PromptWord& word)
{
    return !word.isSign && !word.has(kClosed | kArticle | kBeing | kPronoun);
}

class PhraseReader
{
public:
    explicit PhraseReader(const Words& words)
        : m_words(words)
    {
    }

    /// The phrase that begins at `at`; nothing found: `head` is -1. `end` is where to go on.
    NounPhrase read(int at, int* end);

private:
    const PromptWord& word(int i) const { return m_words[size_t(i)]; }
    bool isWithin(int i) const { return i < int(m_words.size()); }
    int readOpening(int at, NounPhrase* phrase) const;
    /// "left of": a place, no part of the noun before it.
    bool isSideOf(int i) const
    {
        return (word(i).key == u"left"_qs || word(i).key == u"right"_qs) && isWithin(i + 1) &&
               word(i + 1).key == u"of"_qs;
    }
    bool isVerbHere(int i, bool hasNoun, const NounPhrase& phrase) const;

    const Words& m_words;
};

int PhraseReader::readOpening(int at, NounPhrase* phrase) const
{
    int i = at;
    while (isWithin(i) && word(i).has(kArticle) && i - at < 3) {
        phrase->isNegated = phrase->isNegated || word(i).key == u"no"_qs;
        phrase->hasArticle = true;
        ++i;
    }
    const bool isGroupOfTwo = isWithin(i + 1) && word(i + 1).key == u"of"_qs &&
                              (word(i).key == u"pair"_qs || word(i).key == u"couple"_qs);
    if (isGroupOfTwo || (isWithin(i) && word(i).key == u"dozen"_qs)) {
        phrase->number = word(i).key == u"dozen"_qs ? 12 : 2;
        i += isGroupOfTwo ? 2 : 1;
    } else if (isWithin(i) && word(i).has(kNumber)) {
        phrase->number = draftNumber(word(i).key);
        ++i;
        if (isWithin(i) && word(i).key == u"of"_qs)
            ++i;
    }
    while (isWithin(i) && phrase->number >= 0 && word(i).has(kArticle))
        ++i;
    return i;
}

bool PhraseReader::isVerbHere(int i, bool hasNoun, const NounPhrase& phrase) const
{
    if (!word(i).has(kVerb) || word(i).has(kNounInIng))
        return false;
    // "a dining table", "two running dogs": before the noun it is no verb, unless the phrase is bare.
    return hasNoun || (!phrase.hasArticle && phrase.number < 0 && phrase.colours.isEmpty());
}

NounPhrase PhraseReader::read(int at, int* end)
{
    NounPhrase phrase;
    phrase.first = at;
    phrase.head = -1;
    int i = readOpening(at, &phrase);
    QStringList noun;
    while (isWithin(i) && !word(i).has(kNumber)) {
        int behind = i;
        QList<ColourWords> colours = noun.isEmpty() ? coloursAt(m_words, i, &behind) : QList<ColourWords>();
        const bool isFollowed = isWithin(behind) && isOpen(word(behind)) && !word(behind).has(kNumber);
        if (!colours.isEmpty() && isFollowed) {
            if (!(colours.size() == 1 && isNamedWithColour(colours.front().value, word(behind).key)))
                phrase.colours += colours;
            i = behind;
            continue;
        }
        if (!isOpen(word(i)) || isSideOf(i) || isVerbHere(i, !noun.isEmpty(), phrase))
            break;
        if (!(word(i).has(kColouring) && isWithin(i + 1) && isOpen(word(i + 1)))) {
            noun.append(word(i).key);
            if (noun.size() > kMostNounWords)
                noun.removeFirst();
            phrase.head = i;
        }
        ++i;
    }
    phrase.noun = noun.join(u' ');
    *end = std::max(i, at + 1);
    return phrase;
}

} // namespace

QList<ColourWords> coloursAt(const std::vector<PromptWord>& words, int at, int* end)
{
    QList<ColourWords> colours;
    ColourWords colour;
    int i = at;
    while (colours.size() < kMostColours && colourAt(words, i, &colour, end)) {
        colours.append(colour);
        i = *end;
        int next = i;
        while (next < int(words.size()) && next - i < 2 && isJoint(words[size_t(next)]))
            ++next;
        int unused = 0;
        ColourWords following;
        if (next == i || !colourAt(words, next, &following, &unused))
            break;
        i = next;
    }
    return colours;
}

std::vector<NounPhrase> nounPhrases(const std::vector<PromptWord>& words)
{
    std::vector<NounPhrase> phrases;
    PhraseReader reader(words);
    for (int i = 0; i < int(words.size());) {
        const PromptWord& word = words[size_t(i)];
        if (word.isSign || (word.has(kClosed | kBeing) && !word.has(kArticle))) {
            ++i;
            continue;
        }
        const NounPhrase phrase = reader.read(i, &i);
        if (phrase.head >= 0)
            phrases.push_back(phrase);
    }
    return phrases;
}

} // namespace assay
