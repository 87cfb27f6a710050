// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/phrasereader.h"

#include <algorithm>

namespace assay {

namespace {

constexpr size_t kMostNounWords = 6; ///< hostile prompts have nouns without an end

/// "white wine" is a name, a "white wine glass" is a glass.
bool isVessel(const PromptWord& word)
{
    return word.key == u"glass"_qs || word.key == u"glasses"_qs || word.key == u"bottle"_qs ||
           word.key == u"cup"_qs;
}

} // namespace

int PhraseReader::skipText(int i) const
{
    int behind = i;
    while (isWithin(behind) && word(behind).key == QString(kTextSign))
        ++behind;
    const bool isNoun = isWithin(behind) && isOpen(word(behind)) && !word(behind).has(kVerb | kNumber);
    return isNoun ? behind : i;
}

bool PhraseReader::isColouringNoun(const QList<ColourWords>& colours, int behind) const
{
    behind = skipText(behind);
    const bool isNoun = isWithin(behind) && isOpen(word(behind)) && !word(behind).has(kNumber);
    // "an orange sitting" is a fruit, "an orange potted plant" is a plant.
    const bool isVerb = isNoun && word(behind).has(kVerb) && !word(behind).has(kNounInIng) &&
                        !(isWithin(behind + 1) && isOpen(word(behind + 1)));
    // "wearing red playing ball": bare, only what has a plural is worn.
    const int wearing = colours.front().first - 1;
    const bool isDoing = isVerbal(behind) && wearing >= 0 && word(wearing).has(kWearing) &&
                         isWithin(behind + 1) && isOpen(word(behind + 1)) && !isPlural(word(behind + 1));
    // "dark gray covering the sky" has an object: it is a verb.
    const bool hasObject =
        isNoun && isVerbal(behind) && isWithin(behind + 1) && word(behind + 1).has(kArticle);
    return isNoun && !hasObject && !isDoing && !(isVerb && word(colours.back().last).has(kThingOrColour));
}

bool PhraseReader::isBehindNoun(const NounPhrase& phrase, const QList<ColourWords>& colours, int behind) const
{
    return phrase.head >= 0 && phrase.colours.isEmpty() && !word(phrase.head).has(kAdjective | kToneWord) &&
           !word(colours.back().last).has(kThingOrColour) && (!isWithin(behind) || !isOpen(word(behind)));
}

/// Whether a verb ends the phrase at the word `i`; `hasNoun`: more than adjectives stand before it.
bool PhraseReader::isVerbHere(int i, bool hasNoun, const NounPhrase& phrase) const
{
    const bool isNext = isWithin(i + 1) && isOpen(word(i + 1));
    if (hasNoun && isSaidOfNoun(i, phrase))
        return true;
    if (word(i).has(kLooks))
        return hasNoun && word(i).key.endsWith(u"ed"_qs) && !isNext;
    if (!word(i).has(kVerb) || word(i).has(kNounInIng))
        return false;
    // "a dining table", "two running dogs": before the noun it is no verb, unless the phrase is bare.
    if (hasNoun)
        return true;
    const bool isBare = !phrase.hasArticle && phrase.number < 0 && phrase.colours.isEmpty();
    // "below dining table": behind a place and before a noun it says what kind of a table.
    const bool isKindOfNoun = i > 0 && word(i - 1).has(kPlaceWord) && isNext &&
                              !word(i + 1).has(kVerb | kNumber) && isVerbal(i) &&
                              word(i - 1).key != u"with"_qs;
    return isBare && !isKindOfNoun;
}

/// "a girl paints", "the girl paints a": behind one thing, or before another, a plural is a verb.
bool PhraseReader::isSaidOfNoun(int i, const NounPhrase& phrase) const
{
    const QString& opening = word(phrase.first).key;
    const bool isOne = phrase.number < 0 && (opening == u"a"_qs || opening == u"an"_qs);
    const bool hasObject = isWithin(i + 1) && word(i + 1).has(kArticle) && phrase.number < 0;
    const bool isPluralHere =
        singularOf(word(i).key) != word(i).key && word(i).key.endsWith(u's') && !word(i).has(kPairOnly);
    // "curtains reveals a", "eyes lounges on": of two plurals the second.
    const bool isSecond = isPlural(word(i - 1)) && phrase.number < 0 && isWithin(i + 1) &&
                          word(i + 1).has(kArticle | kPlaceWord);
    return isPluralHere && (isPlural(word(i - 1)) ? isSecond : isOne || hasObject);
}

/// The noun of "three owls vector image" is owls; that of "a three door garage" is door.
void PhraseReader::chooseHead(NounPhrase* phrase, const std::vector<int>& noun) const
{
    size_t last = noun.size();
    const auto isSingularRendering = [&](size_t i) {
        return word(noun[i]).has(kRendering) && !isPlural(word(noun[i]));
    };
    const bool isOfThing = phrase->number > 1 || !phrase->colours.isEmpty();
    while (isOfThing && last > 1 && isSingularRendering(last - 1))
        --last;
    if (last > 0 && isOfThing && word(noun[last - 1]).has(kAdjective | kRendering))
        last = noun.size();
    // "panes glass": in a list of tags the material stands behind its thing.
    if (last > 1 && !phrase->hasArticle && word(noun[last - 1]).has(kMaterial) &&
        !isPlural(word(noun[last - 1])) && isPlural(word(noun[last - 2])))
        --last;
    if (phrase->number > 1 && last > 1 && !isPlural(word(noun[last - 1]))) {
        for (size_t i = 0; i < last; ++i) {
            if (isPlural(word(noun[i])))
                last = i + 1;
        }
        // "a two door garage", "two door garage"
        const QString& opening = word(phrase->first).key;
        const bool isMadeOf = opening == u"a"_qs || opening == u"an"_qs || word(noun.front()).has(kPart);
        size_t first = 0;
        while (first + 1 < last && word(noun[first]).has(kAdjective))
            ++first;
        if (isMadeOf && !isPlural(word(noun[last - 1])))
            last = first + 1;
    }
    QStringList words;
    QStringList whole;
    for (size_t i = last > kMostNounWords ? last - kMostNounWords : 0; i < last; ++i) {
        const PromptWord& part = word(noun[i]);
        whole.append(part.key);
        const bool isSaid = i + 1 < last && part.has(kLooks | kMaterial) &&
                            !isNamedWithMaterial(part.key, word(noun[i + 1]).key);
        if (isSaid)
            phrase->attributes.push_back(noun[i]);
        else
            words.append(part.key);
    }
    phrase->whole = whole.join(u' ');
    if (last > 0)
        phrase->head = noun[last - 1];
    phrase->colours.removeIf(
        [&](const ColourWords& colour) { return colour.first > phrase->head && last < noun.size(); });
    phrase->noun = words.join(u' ');
    // "an 85 mm lens": the number measures.
    if (phrase->number > 1 && last > 1 && word(noun.front()).has(kMeasure) &&
        word(noun.front() - 1).has(kNumber))
        phrase->number = -1;
    // "Studio 54", "all three 39 assembled": digits behind a name or before a verb count nothing.
    const bool isName = phrase->number > 1 && word(phrase->first).has(kNumber) && phrase->first > 0 &&
                        isOpen(word(phrase->first - 1)) && !word(phrase->first - 1).has(kVerb);
    const bool isFigure =
        isName && (word(phrase->first).key.front().isDigit() || word(phrase->first - 1).has(kNumber));
    if (last > 0 && isFigure && !isPlural(word(phrase->head)))
        phrase->number = -1;
}

NounPhrase PhraseReader::read(int at, int* end)
{
    NounPhrase phrase;
    phrase.first = at;
    phrase.head = -1;
    int i = readOpening(at, &phrase);
    std::vector<int> noun;
    bool hasNoun = false;
    while (isWithin(i) && (!word(i).has(kNumber) || isOneOf(i))) {
        int behind = i;
        const QList<ColourWords> colours = coloursAt(m_words, i, &behind);
        // "the red one", "the left one": the noun was named before.
        const bool isSide =
            noun.size() == 1 && (word(i - 1).key == u"left"_qs || word(i - 1).key == u"right"_qs);
        if ((!hasNoun || isSide) && isOneOf(behind) && (!colours.isEmpty() || i > at)) {
            phrase.colours += colours;
            noun.push_back(behind);
            phrase.head = behind;
            i = behind + 1;
            break;
        }
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
        if (const int behindText = skipText(i);
            behindText > i && (noun.empty() || (phrase.number > 1 && !isPlural(word(noun.back()))))) {
            i = behindText;
            continue;
        }
        if (!noun.empty() && endsNoun(i)) {
            ++i;
            break;
        }
        if (!isOpen(word(i)) || isSideOf(i) || isVerbHere(i, hasNoun, phrase))
            break;
        if (!(word(i).has(kColouring) && isWithin(i + 1) && isOpen(word(i + 1)))) {
            noun.push_back(i);
            hasNoun = hasNoun || !word(i).has(kAdjective | kLooks | kMaterial | kVerb);
            phrase.head = i;
        }
        ++i;
    }
    chooseHead(&phrase, noun);
    // What stands behind "two babies" in "two babies pink bunny" is a thing of its own.
    if (!noun.empty() && phrase.head < noun.back())
        i = phrase.head + 1;
    if (phrase.isBoth && (phrase.head < 0 || !isPlural(word(phrase.head))))
        phrase.number = -1;
    // The verb that ended it begins no phrase.
    const bool isEndedByVerb =
        hasNoun && i > phrase.head && isWithin(i) && isOpen(word(i)) && isSaidOfNoun(i, phrase);
    *end = std::max(isEndedByVerb ? i + 1 : i, at + 1);
    return phrase;
}

} // namespace assay
