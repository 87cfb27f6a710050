// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/nounphrases.h"

#include "app/checklist/draftlexicon.h"

#include <QHash>

namespace assay {

namespace {

using Words = std::vector<PromptWord>;

// What people write stays far below; hostile prompts must not make the work grow with the square of them.
constexpr int kMostColours = 6;
constexpr size_t kMostNounWords = 6;

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
    // "dark black" is black.
    const bool isShade = words[size_t(i)].key != u"black"_qs &&
                         (words[size_t(i)].key != u"white"_qs || words[size_t(at)].key == u"off"_qs);
    for (int part = isShade ? at : i; part <= i; ++part)
        parts.append(words[size_t(part)].key);
    *colour = {parts.join(u' '), at, i};
    *end = i + 1;
    return true;
}

bool isOnlyOne(const PromptWord& word)
{
    return word.key == u"single"_qs || word.key == u"lone"_qs || word.key == u"solitary"_qs;
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
    int skipText(int i) const
    {
        int behind = i;
        while (isWithin(behind) && word(behind).key == QString(kTextSign))
            ++behind;
        const bool isNoun = isWithin(behind) && isOpen(word(behind)) && !word(behind).has(kVerb | kNumber);
        return isNoun ? behind : i;
    }
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
    bool isColouringNoun(const QList<ColourWords>& colours, int behind) const
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
    /// "chairs black": the colours stand behind their noun.
    bool isBehindNoun(const NounPhrase& phrase, const QList<ColourWords>& colours, int behind) const
    {
        return phrase.head >= 0 && phrase.colours.isEmpty() &&
               !word(phrase.head).has(kAdjective | kToneWord) &&
               !word(colours.back().last).has(kThingOrColour) && (!isWithin(behind) || !isOpen(word(behind)));
    }
    bool isOnlyColours(int first, int end) const
    {
        for (int i = first; i < end && i - first < 8; ++i) {
            if (!isJoint(word(i)) && !word(i).has(kColourWord | kToneWord | kAdjective) &&
                word(i).key != u"-"_qs)
                return false;
        }
        return end - first <= 6;
    }
    /// "a set of six": the number belongs to the phrase before it.
    void readTotal(std::vector<NounPhrase>* phrases, int at) const;
    void giveNumberBack(std::vector<NounPhrase>* phrases, const NounPhrase& bare) const;

    friend std::vector<NounPhrase> assay::nounPhrases(const Words& words);
    const Words& m_words;
};

/// "a pair of", "a trio of", "a dozen"; 0: no such number.
int PhraseReader::groupNumber(int i) const
{
    static const QHash<QString, int> kGroups = {{u"pair"_qs, 2},    {u"couple"_qs, 2},  {u"duo"_qs, 2},
                                                {u"twosome"_qs, 2}, {u"trio"_qs, 3},    {u"threesome"_qs, 3},
                                                {u"triad"_qs, 3},   {u"quartet"_qs, 4}, {u"foursome"_qs, 4},
                                                {u"quintet"_qs, 5}, {u"sextet"_qs, 6},  {u"octet"_qs, 8}};
    if (!isWithin(i))
        return 0;
    if (word(i).key == u"dozen"_qs)
        return 12;
    const bool isGroup = isWithin(i + 1) && word(i + 1).key == u"of"_qs;
    return isGroup ? kGroups.value(word(i).key) : 0;
}

/// "a 2x2 grid of photos", "a set of 2x2 icons": 4, with the index behind the number and its grid; 0: none.
int PhraseReader::gridNumber(int i, int* end) const
{
    if (!isWithin(i) || word(i).key.size() != 3 || word(i).key.at(1) != u'x')
        return 0;
    const int number = word(i).key.at(0).digitValue() * word(i).key.at(2).digitValue();
    const bool isOfGrid = i > 1 && word(i - 1).key == u"of"_qs && word(i - 2).has(kGroup);
    const bool isGridOf = isWithin(i + 2) && word(i + 1).has(kGroup) && word(i + 2).key == u"of"_qs;
    *end = isGridOf ? i + 3 : i + 1;
    return number > 0 && (isOfGrid || isGridOf) ? number : 0;
}

/// "twenty two", "two dozen", "3"; of "two or three", "3-4" no number is sure.
int PhraseReader::readNumber(int at, NounPhrase* phrase) const
{
    int i = at;
    phrase->number = draftNumber(word(i).key);
    ++i;
    const auto next = [&] { return isWithin(i) && word(i).has(kNumber) ? draftNumber(word(i).key) : -1; };
    if (phrase->number >= 20 && phrase->number % 10 == 0 && word(at).key.front().isLetter() && next() > 0 &&
        next() < 10)
        phrase->number += draftNumber(word(i++).key);
    else if (isWithin(i) && word(i).key == u"dozen"_qs) {
        phrase->number *= 12;
        ++i;
    }
    const bool isRange = isWithin(i + 1) && word(i + 1).has(kNumber) &&
                         (word(i).key == u"or"_qs || word(i).key == u"to"_qs || word(i).key == u"-"_qs ||
                          word(i).key == QString(QChar(0x2013)));
    if (!isRange)
        return i;
    phrase->number = -1;
    return i + 2;
}

int PhraseReader::readOpening(int at, NounPhrase* phrase) const
{
    int i = at;
    phrase->isNegated = at > 0 && (word(at - 1).key == u"without"_qs || word(at - 1).key == u"not"_qs);
    if (isWithin(i + 2) && word(i).key == u"half"_qs && word(i + 2).key == u"dozen"_qs) {
        phrase->number = 6;
        return i + 3;
    }
    while (isWithin(i) && word(i).has(kArticle) && i - at < 3) {
        phrase->isNegated = phrase->isNegated || word(i).key == u"no"_qs;
        phrase->hasArticle = true;
        phrase->isBoth = phrase->isBoth || word(i).key == u"both"_qs;
        ++i;
    }
    if (phrase->isBoth)
        phrase->number = 2;
    if (const int ofGroup = groupNumber(i); ofGroup > 0) {
        phrase->number = ofGroup;
        i += word(i).key == u"dozen"_qs ? 1 : 2;
    } else if (int end = i; const int ofGrid = gridNumber(i, &end)) {
        phrase->number = ofGrid;
        i = end;
    } else if (isWithin(i) && isOnlyOne(word(i))) {
        phrase->number = 1;
        ++i;
    } else if (isWithin(i) && word(i).has(kNumber)) {
        i = readNumber(i, phrase);
        if (isWithin(i) && word(i).key == u"of"_qs)
            ++i;
    }
    while (isWithin(i) && phrase->number >= 0 && word(i).has(kArticle))
        ++i;
    return i;
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

void PhraseReader::giveNumberBack(std::vector<NounPhrase>* phrases, const NounPhrase& bare) const
{
    const auto give = [&](NounPhrase* to) {
        if (to->number >= 0)
            return;
        to->number = bare.number;
        to->numberAt = bare.first;
    };
    const int set = bare.first - 2;
    if (phrases->empty() || set < 0 || word(set + 1).key != u"of"_qs || !word(set).has(kGroup))
        return;
    // "napkins, white, set of four": colours between are no owners.
    size_t at = phrases->size() - (phrases->back().head == set ? 1 : 0);
    const int behind = at < phrases->size() ? phrases->back().first : set;
    while (at > 0 && word((*phrases)[at - 1].head).has(kColourWord))
        --at;
    NounPhrase& owner = phrases->back();
    const QStringList words = owner.noun.split(u' ');
    const bool isSetAlone = owner.head != set || (words.size() == 1 && !owner.hasArticle);
    if (isSetAlone && at > 0 && isOnlyColours((*phrases)[at - 1].head + 1, behind)) {
        give(&(*phrases)[at - 1]);
        return;
    }
    if (owner.head != set)
        return;
    QStringList noun = words;
    if (noun.size() > 1 && !word(set - 1).has(kAdjective)) {
        noun.removeLast();
        owner.noun = noun.join(u' ');
        owner.head = set - 1;
    }
    give(&owner);
}

/// "cats, three of them": the number of the plural before it; "two of them red" speaks of some only.
void PhraseReader::readTotal(std::vector<NounPhrase>* phrases, int at) const
{
    const bool isTotal = word(at).has(kNumber) && isWithin(at + 2) && word(at + 1).key == u"of"_qs &&
                         word(at + 2).key == u"them"_qs && (!isWithin(at + 3) || word(at + 3).isSign);
    if (!isTotal || phrases->empty() || !isPlural(word(phrases->back().head)) || phrases->back().number >= 0)
        return;
    const int before = at - 1 - phrases->back().head;
    if (before < 1 || before > 2 || !isJoint(word(at - 1)))
        return;
    phrases->back().number = draftNumber(word(at).key);
    phrases->back().numberAt = at;
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

} // namespace

QString NounPhrase::told() const
{
    QStringList words;
    for (const ColourWords& colour : colours)
        words.append(colour.value);
    return isToldByColour ? words.join(u" and "_qs) + u' ' + noun : noun;
}

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
