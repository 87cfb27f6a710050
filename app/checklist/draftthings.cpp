// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/draftkinds.h"
#include "app/checklist/lexicon.h"
#include "app/checklist/mentions.h"

#include <algorithm>

namespace assay {

namespace {

constexpr int kMostCounted = 99; ///< nobody counts more in a picture
constexpr int kMostMarked = 24;  ///< words from the first to the last of several that are marked together

DraftConstraint countOf(const QString& object, int number, const QString& statement, PromptSpan span)
{
    return {ConstraintKind::Count, statement, object, QString::number(number), {}, {}, -1, span};
}

/// "three rows of five chairs" are 15, "nine breeds of dogs" and "two pairs of shoes" count what follows; the
/// boxes of "three boxes of six eggs" are counted as well.
bool draftCountOf(const PromptReading& reading, const NounPhrase& phrase, const NounPhrase& next,
                  DraftList* drafts)
{
    const PromptWord& head = reading.headOf(phrase);
    const bool isGroup = (wordFlags(singularOf(head.key)) & kGroup) != 0;
    if (!head.has(kKind) && !isGroup && next.number < 2)
        return false;
    const int number = next.number > 1 ? phrase.number * next.number : phrase.number;
    const QString counted = next.number > 1 ? u"%1 %2"_qs.arg(next.number).arg(next.noun) : next.noun;
    if (number > kMostCounted)
        return false;
    if (next.number > 1 && !isGroup)
        drafts->add(countOf(phrase.noun, phrase.number, u"%1 %2?"_qs.arg(phrase.number).arg(phrase.told()),
                            reading.span(phrase.first, phrase.head)),
                    phrase.told());
    drafts->add(countOf(next.noun, number, u"%1 %2 of %3?"_qs.arg(phrase.number).arg(head.key, counted),
                        reading.span(phrase.first, next.head)));
    return true;
}

/// What of a counted or present thing is asked; `next` stands behind "of", or is nothing.
void draftThing(const PromptReading& reading, const NounPhrase& phrase, const NounPhrase* next,
                DraftList* drafts)
{
    const PromptWord& head = reading.headOf(phrase);
    const bool isMeasure = head.has(kMeasure) && phrase.noun == head.key;
    const bool isColourAlone = head.has(kColourWord) && !head.has(kThingOrColour);
    if (isMeasure || isColourAlone || phrase.isNegated || phrase.number > kMostCounted ||
        phrase.isOneOfSeveral || reading.isUnnamed(phrase) ||
        (reading.isPicture(phrase) && phrase.number < 2))
        return;
    if (phrase.number > 1 && next != nullptr && draftCountOf(reading, phrase, *next, drafts))
        return;
    const PromptSpan where = reading.span(phrase.first, std::max(phrase.head, phrase.numberAt));
    const bool isOnePiece = head.has(kPairOnly) && reading.isKey(phrase.first + 1, u"pair"_qs);
    if (head.has(kGroup) && phrase.numberAt >= 0) {
        drafts->add(
            countOf(phrase.noun, phrase.number, u"%1 of %2?"_qs.arg(phrase.noun).arg(phrase.number), where));
        return;
    }
    // "all abandoned", "a cyberpunk": a quality, whose thing was not understood.
    const bool isQuality = (head.has(kAdjective | kStyle) && head.key != u"square"_qs) ||
                           (head.has(kVerb) && !head.has(kNounInIng));
    const bool isOwnHand =
        head.has(kBodyPart) && reading.isOneOf(phrase.first, {u"his", u"her", u"their", u"its", u"my"});
    const bool isNamingText =
        reading.isKey(phrase.head + 1, QString(kTextSign)) &&
        reading.isOneOf(phrase.head, {u"title", u"name", u"headline", u"slogan", u"caption"});
    const bool isOne = phrase.number == 1 && !head.has(kAbstract | kDepiction | kBodyPart);
    if (phrase.number > 1 && head.has(kPart))
        drafts->add(countOf(phrase.noun, phrase.number,
                            u"%1 %2?"_qs.arg(phrase.number).arg(pluralOf(phrase.noun)), where));
    else if ((phrase.number > 1 && !isOnePiece) || isOne)
        drafts->add(
            countOf(phrase.noun, phrase.number, u"%1 %2?"_qs.arg(phrase.number).arg(phrase.told()), where),
            phrase.told());
    // Where its colour tells which one it is, asking for the colour asks for the thing.
    else if (phrase.hasArticle && !head.has(kAbstract | kGroup) && !isQuality && !isOwnHand &&
             !isNamingText && !phrase.isToldByColour)
        drafts->add(
            {ConstraintKind::Presence, u"%1?"_qs.arg(phrase.noun), phrase.noun, {}, {}, {}, -1, where});
}

void draftSeveral(const PromptReading& reading, const Several& several, DraftList* drafts)
{
    const NounPhrase& first = reading.phrases()[size_t(several.phrases.front())];
    const NounPhrase& last = reading.phrases()[size_t(several.phrases.back())];
    const bool isNear = last.head - first.first < kMostMarked;
    const QString noun = pluralOf(reading.headOf(first).key);
    drafts->add(countOf(reading.headOf(first).key, several.number(),
                        u"%1 %2?"_qs.arg(several.number()).arg(noun),
                        reading.span(isNear ? first.first : last.first, last.head)));
}

} // namespace

void draftTexts(const PromptReading& reading, DraftList* drafts)
{
    for (const ShownText& text : reading.texts())
        drafts->add(
            {ConstraintKind::Text, u"reads %1?"_qs.arg(text.text), {}, text.text, {}, {}, -1, text.span});
}

void draftThings(const PromptReading& reading, DraftList* drafts)
{
    const auto& phrases = reading.phrases();
    const std::vector<Several> several = severalSingles(reading.words(), phrases);
    std::vector<bool> isCounted(phrases.size() + 1);
    for (const Several& one : several) {
        draftSeveral(reading, one, drafts);
        for (const int phrase : one.phrases)
            isCounted[size_t(phrase)] = true;
    }
    for (size_t i = 0; i < phrases.size(); ++i) {
        const bool isOfNext = i + 1 < phrases.size() && phrases[i + 1].first == phrases[i].head + 2 &&
                              reading.isKey(phrases[i].head + 1, u"of"_qs);
        if (isOfNext && phrases[i].number > 1 && phrases[i + 1].number > 1)
            isCounted[i + 1] = true;
        if (!isCounted[i])
            draftThing(reading, phrases[i], isOfNext ? &phrases[i + 1] : nullptr, drafts);
    }
}

} // namespace assay
