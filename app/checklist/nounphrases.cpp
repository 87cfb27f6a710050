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
    if (i >= size)
        return false;
    if (const QStringList hyphenated = hyphenatedColours(words[size_t(i)].key); !hyphenated.isEmpty()) {
        *colour = {hyphenated.join(u'\n'), i, i};
        *end = i + 1;
        return true;
    }
    if (!words[size_t(i)].has(kColourWord))
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

bool isPlural(const PromptWord& word)
{
    return word.has(kPairOnly) || singularOf(word.key) != word.key;
}

/// "white wine" is a name, a "white wine glass" is a glass.
bool isVessel(const PromptWord& word)
{
    return word.key == u"glass"_qs || word.key == u"glasses"_qs || word.key == u"bottle"_qs ||
           word.key == u"cup"_qs;
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
    /// "two \"SALE\" signs": behind the text that stands before its noun; `i` when none does.
    int skipText(int i) const
    {
        int behind = i;
        while (isWithin(behind) && word(behind).key == QString(kTextSign))
            ++behind;
        const bool isNoun = isWithin(behind) && isOpen(word(behind)) && !word(behind).has(kVerb | kNumber);
        return isNoun ? behind : i;
    }
    bool isVerbHere(int i, bool hasNoun, const NounPhrase& phrase) const;
    /// "red mug": a noun follows the colours that end before `behind`.
    bool isColouringNoun(const QList<ColourWords>& colours, int behind) const
    {
        const bool isNoun = isWithin(behind) && isOpen(word(behind)) && !word(behind).has(kNumber);
        // "an orange sitting" is a fruit, "an orange potted plant" is a plant.
        const bool isVerb = isNoun && word(behind).has(kVerb) && !word(behind).has(kNounInIng) &&
                            !(isWithin(behind + 1) && isOpen(word(behind + 1)));
        return isNoun && !(isVerb && word(colours.back().last).has(kThingOrColour));
    }
    /// "chairs black": the colours stand behind their noun.
    bool isBehindNoun(const NounPhrase& phrase, const QList<ColourWords>& colours, int behind) const
    {
        return phrase.head >= 0 && phrase.colours.isEmpty() &&
               !word(phrase.head).has(kAdjective | kToneWord) &&
               !word(colours.back().last).has(kThingOrColour) && (!isWithin(behind) || !isOpen(word(behind)));
    }
    /// "a set of six": the number belongs to the phrase before it.
    void giveNumberBack(std::vector<NounPhrase>* phrases, const NounPhrase& bare) const;

    friend std::vector<NounPhrase> assay::nounPhrases(const Words& words);
    const Words& m_words;
};

int PhraseReader::readOpening(int at, NounPhrase* phrase) const
{
    int i = at;
    while (isWithin(i) && word(i).has(kArticle) && i - at < 3) {
        phrase->isNegated = phrase->isNegated || word(i).key == u"no"_qs;
        phrase->hasArticle = true;
        phrase->isBoth = phrase->isBoth || word(i).key == u"both"_qs;
        ++i;
    }
    if (phrase->isBoth)
        phrase->number = 2;
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

void PhraseReader::giveNumberBack(std::vector<NounPhrase>* phrases, const NounPhrase& bare) const
{
    const auto give = [&](NounPhrase* to) {
        if (to->number >= 0)
            return;
        to->number = bare.number;
        to->numberAt = bare.first;
    };
    const int set = bare.first - 2;
    if (phrases->empty() || set < 0 || word(set + 1).key != u"of"_qs || !word(set).has(kGroup) ||
        phrases->back().head < set - 2)
        return;
    NounPhrase& owner = phrases->back();
    if (owner.head == set - 1 || (owner.head == set - 2 && word(set - 1).key == u","_qs)) {
        give(&owner);
        return;
    }
    QStringList noun = owner.noun.split(u' ');
    if (noun.size() > 1) {
        noun.removeLast();
        owner.noun = noun.join(u' ');
        owner.head = set - 1;
        give(&owner);
    } else if (phrases->size() > 1) {
        NounPhrase& before = (*phrases)[phrases->size() - 2];
        const bool isNext = before.head == owner.first - 1 ||
                            (before.head == owner.first - 2 && word(before.head + 1).isSign);
        if (isNext)
            give(&before);
    }
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
        const QList<ColourWords> colours = coloursAt(m_words, i, &behind);
        if (!colours.isEmpty() && isColouringNoun(colours, behind)) {
            const bool isName = colours.size() == 1 &&
                                isNamedWithColour(colours.front().value, word(behind).key) &&
                                !(isWithin(behind + 1) && isVessel(word(behind + 1)));
            if (!isName)
                phrase.colours += colours;
            i = behind;
            continue;
        }
        if (!colours.isEmpty() && isBehindNoun(phrase, colours, behind)) {
            phrase.colours += colours;
            i = behind;
            break;
        }
        if (const int behindText = skipText(i); behindText > i && noun.isEmpty()) {
            i = behindText;
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
    if (phrase.isBoth && (phrase.head < 0 || !isPlural(word(phrase.head))))
        phrase.number = -1;
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
        for (const QString& value : colour.value.split(u'\n'))
            colours.append({value, colour.first, colour.last});
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
        else if (phrase.number > 1)
            reader.giveNumberBack(&phrases, phrase);
    }
    return phrases;
}

} // namespace assay
