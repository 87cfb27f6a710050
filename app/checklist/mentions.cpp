// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/mentions.h"

#include "app/checklist/lexicon.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace assay {

namespace {

using Words = std::vector<PromptWord>;
using Phrases = std::vector<NounPhrase>;

constexpr size_t kMostSingles = 9;
constexpr int kMostLooked = 8; ///< phrases looked back for what "one" stands for
constexpr int kMostApart = 8;  ///< words between two of a kind that one relation ties

/// What the phrases of one noun say of it.
struct Said
{
    QStringList colours; ///< each of them once: "red", "black and white"
    QSet<int> numbers;
};

QString coloursOf(const NounPhrase& phrase)
{
    QStringList values;
    for (const ColourWords& colour : phrase.colours)
        values.append(colour.value);
    return values.join(u" and "_qs);
}

/// "bright red" says no other colour than "red".
bool isSameColour(const QString& a, const QString& b)
{
    return a == b || a.endsWith(u' ' + b) || b.endsWith(u' ' + a);
}

void note(QStringList* colours, const QString& colour)
{
    const bool isKnown = std::any_of(colours->begin(), colours->end(),
                                     [&](const QString& known) { return isSameColour(known, colour); });
    if (!isKnown && !colour.isEmpty() && size_t(colours->size()) < kMostSingles)
        colours->append(colour);
}

bool isOne(const PromptWord& word)
{
    return word.key == u"one"_qs || word.key == u"ones"_qs;
}

/// The words that tell one of a kind from another: sizes, shapes, materials, ages.
QStringList looksOf(const Words& words, const NounPhrase& phrase)
{
    QStringList looks;
    for (int i = phrase.first; i < phrase.head && looks.size() < 4; ++i) {
        if (words[size_t(i)].has(kAdjective | kLooks | kMaterial))
            looks.append(words[size_t(i)].key);
    }
    return looks;
}

/// The phrase whose noun "the red one" stands for: the nearest that is told by its colour or its looks as
/// well, else the nearest of several.
const NounPhrase* meantByOne(const Words& words, const Phrases& phrases, size_t at)
{
    const NounPhrase* several = nullptr;
    for (size_t i = at; i > 0 && at - i < size_t(kMostLooked); --i) {
        const NounPhrase& before = phrases[i - 1];
        const PromptWord& head = words[size_t(before.head)];
        if (head.has(kAbstract | kDepiction | kGroup) || before.isNegated)
            continue;
        const bool isLike = (!before.colours.isEmpty() && !phrases[at].colours.isEmpty()) ||
                            (!looksOf(words, before).isEmpty() && !looksOf(words, phrases[at]).isEmpty());
        if (isLike)
            return &before;
        if (several == nullptr && (before.number > 1 || singularOf(head.key) != head.key))
            several = &before;
    }
    return several;
}

/// "The right leg is in front of the left.": the leg; nothing when no right one was named before.
QString nounOfSide(const PromptWord& side, const Phrases& phrases, size_t at)
{
    const QString opposite = side.key == u"left"_qs ? u"right "_qs : u"left "_qs;
    for (size_t i = at; i > 0 && at - i < 3; --i) {
        const QString& before = phrases[i - 1].noun;
        if (before.startsWith(opposite))
            return side.key + u' ' + before.mid(opposite.size());
    }
    return {};
}

QString nounOfOne(const Words& words, const Phrases& phrases, size_t at)
{
    const NounPhrase& phrase = phrases[at];
    const PromptWord& side = words[size_t(phrase.head - 1)];
    if (side.key == u"left"_qs || side.key == u"right"_qs)
        return nounOfSide(side, phrases, at);
    const NounPhrase* meant = meantByOne(words, phrases, at);
    if (meant == nullptr)
        return {};
    return words[size_t(phrase.head)].key == u"one"_qs ? singularOf(meant->noun) : meant->noun;
}

void nameElided(const Words& words, Phrases* phrases)
{
    for (size_t i = 1; i < phrases->size(); ++i) {
        NounPhrase& phrase = (*phrases)[i];
        const PromptWord& head = words[size_t(phrase.head)];
        const bool isSide = phrase.hasArticle && phrase.head == phrase.first + 1 &&
                            (head.key == u"left"_qs || head.key == u"right"_qs);
        const QString noun = isOne(head) ? nounOfOne(words, *phrases, i)
                             : isSide    ? nounOfSide(head, *phrases, i)
                                         : QString();
        if (noun.isEmpty())
            continue;
        phrase.noun = noun;
        phrase.whole = noun;
        phrase.isNamedBefore = true;
    }
}

/// The noun without adjectives: "smaller giraffe" is a giraffe.
QString kindOf(const NounPhrase& phrase)
{
    QStringList parts = phrase.noun.split(u' ');
    while (parts.size() > 1 && (wordFlags(parts.constFirst()) & kAdjective) != 0)
        parts.removeFirst();
    return parts.join(u' ');
}

bool isOpening(const Words& words, const NounPhrase& phrase, std::initializer_list<QStringView> keys)
{
    return std::find(keys.begin(), keys.end(), words[size_t(phrase.first)].key) != keys.end();
}

/// "a cat behind a cat", "cat next to cat": a place of two things, in one breath.
bool isTied(const Words& words, const NounPhrase& first, const NounPhrase& second)
{
    const int from = first.head + 1;
    const int gap = second.first - from;
    if (gap < 1 || gap > kMostApart || second.isBare() != first.isBare())
        return false;
    for (int i = from; i < second.first; ++i) {
        const PromptWord& word = words[size_t(i)];
        const bool isPart = first.isBare() && !word.has(kClosed) && word.key != u"left"_qs &&
                            word.key != u"right"_qs && word.key != u"front"_qs;
        if (word.isSign || word.has(kBeing) || isPart || word.key == u"or"_qs || word.key == u"and"_qs)
            return false;
    }
    // "hand in hand", "layer on layer" are ways of speaking.
    static const QSet<QString> kNextTo = {u"behind"_qs, u"beside"_qs, u"near"_qs,   u"above"_qs,
                                          u"below"_qs,  u"under"_qs,  u"to"_qs,     u"of"_qs,
                                          u"at"_qs,     u"with"_qs,   u"toward"_qs, u"against"_qs};
    const QString& joint = words[size_t(second.first - 1)].key;
    return kNextTo.contains(joint) && (gap > 1 || (joint != u"to"_qs && joint != u"of"_qs));
}

bool isAnother(const Words& words, const NounPhrase& first, const NounPhrase& second)
{
    if (isOpening(words, second, {u"another"}))
        return true;
    const QString colour = coloursOf(second);
    if (!first.colours.isEmpty() && !colour.isEmpty() && !isSameColour(coloursOf(first), colour))
        return true;
    const QStringList looks = looksOf(words, first);
    const QStringList others = looksOf(words, second);
    if (!looks.isEmpty() && !others.isEmpty() && looks != others)
        return true;
    return isTied(words, first, second);
}

bool isSingle(const Words& words, const NounPhrase& phrase)
{
    const PromptWord& head = words[size_t(phrase.head)];
    return !phrase.isNegated && phrase.number < 2 && !isPluralNoun(head.key) &&
           !head.has(kAbstract | kDepiction | kGroup | kColouring | kBodyPart | kMeasure | kColourWord |
                     kKind) &&
           (phrase.isBare() || isOpening(words, phrase, {u"a", u"an", u"another", u"one"}));
}

} // namespace

void relateMentions(const Words& words, Phrases* phrases)
{
    nameElided(words, phrases);
    QHash<QString, Said> said;
    for (NounPhrase& phrase : *phrases) {
        if (phrase.number < 1 && phrase.colours.isEmpty())
            continue;
        Said& noun = said[singularOf(phrase.noun)];
        phrase.isOneOfSeveral = phrase.number == 1 && !noun.numbers.isEmpty() && phrase.colours.isEmpty();
        note(&noun.colours, coloursOf(phrase));
        if (phrase.number > 1)
            noun.numbers.insert(phrase.number);
    }
    for (NounPhrase& phrase : *phrases) {
        if (phrase.colours.isEmpty())
            continue;
        const Said noun = said.value(singularOf(phrase.noun));
        phrase.isToldByColour = noun.colours.size() > 1 || (phrase.number > 1 && noun.numbers.size() > 1);
    }
}

std::vector<Several> severalSingles(const Words& words, const Phrases& phrases)
{
    QHash<QString, std::vector<int>> kinds;
    QSet<QString> counted;
    QStringList order;
    for (size_t i = 0; i < phrases.size(); ++i) {
        const NounPhrase& phrase = phrases[i];
        if (phrase.number > 1 || isPluralNoun(words[size_t(phrase.head)].key)) {
            counted.insert(singularOf(kindOf(phrase)));
            continue;
        }
        const bool isChoice = phrase.first > 0 && words[size_t(phrase.first - 1)].key == u"or"_qs;
        if (!isSingle(words, phrase) || isChoice)
            continue;
        const QString kind = kindOf(phrase);
        std::vector<int>& singles = kinds[kind];
        if (singles.empty())
            order.append(kind);
        const bool isNew =
            singles.size() < kMostSingles && std::all_of(singles.begin(), singles.end(), [&](int known) {
                return isAnother(words, phrases[size_t(known)], phrase);
            });
        if (isNew)
            singles.push_back(int(i));
    }
    std::vector<Several> several;
    for (const QString& kind : std::as_const(order)) {
        const std::vector<int>& singles = kinds[kind];
        if (singles.size() > 1 && !counted.contains(kind))
            several.push_back({singles});
    }
    return several;
}

} // namespace assay
