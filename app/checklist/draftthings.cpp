// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/draftkinds.h"
#include "app/checklist/draftlexicon.h"

#include <algorithm>

namespace assay {

namespace {

constexpr int kMostCounted = 99; ///< nobody counts more in a picture

DraftConstraint countOf(const QString& object, int number, const QString& statement, PromptSpan span)
{
    return {ConstraintKind::Count, statement, object, QString::number(number), {}, {}, -1, span};
}

/// "red " of "two red cups and three green cups", where the number alone does not tell which.
QString colourWords(const NounPhrase& phrase)
{
    QStringList words;
    for (const ColourWords& colour : phrase.colours)
        words.append(colour.value);
    return phrase.isToldByColour ? words.join(u" and "_qs) + u' ' : QString();
}

void draftThing(const Reading& reading, const NounPhrase& phrase, const NounPhrase* next, DraftList* drafts)
{
    const PromptWord& head = reading.headOf(phrase);
    const bool isMeasure = head.has(kMeasure) && phrase.noun == head.key;
    const bool isColourAlone = head.has(kColourWord) && !head.has(kThingOrColour);
    if (isMeasure || isColourAlone || phrase.isNegated || phrase.number > kMostCounted ||
        (head.has(kDepiction) && phrase.number < 2))
        return;
    const bool isKindOf = head.has(kKind) && next != nullptr && next->first == phrase.head + 2 &&
                          reading.isKey(phrase.head + 1, u"of"_qs);
    if (isKindOf && phrase.number > 1) {
        drafts->add(countOf(next->noun, phrase.number,
                            u"%1 %2 of %3?"_qs.arg(phrase.number).arg(head.key, next->noun),
                            reading.span(phrase.first, next->head)));
        return;
    }
    const PromptSpan where = reading.span(phrase.first, std::max(phrase.head, phrase.numberAt));
    const bool isOnePiece = head.has(kPairOnly) && reading.isKey(phrase.first + 1, u"pair"_qs);
    if (head.has(kGroup) && phrase.numberAt >= 0) {
        drafts->add(
            countOf(phrase.noun, phrase.number, u"%1 of %2?"_qs.arg(phrase.noun).arg(phrase.number), where));
        return;
    }
    const bool isOne = phrase.number == 1 && !head.has(kAbstract | kDepiction | kBodyPart);
    if ((phrase.number > 1 && !isOnePiece) || isOne)
        drafts->add(countOf(phrase.noun, phrase.number,
                            u"%1 %2%3?"_qs.arg(phrase.number).arg(colourWords(phrase), phrase.noun), where));
    else if (phrase.hasArticle && !head.has(kAbstract | kDepiction | kGroup))
        drafts->add(
            {ConstraintKind::Presence, u"%1?"_qs.arg(phrase.noun), phrase.noun, {}, {}, {}, -1, where});
}

} // namespace

void draftTexts(const Reading& reading, DraftList* drafts)
{
    for (const ShownText& text : reading.texts())
        drafts->add(
            {ConstraintKind::Text, u"reads %1?"_qs.arg(text.text), {}, text.text, {}, {}, -1, text.span});
}

void draftThings(const Reading& reading, DraftList* drafts)
{
    const auto& phrases = reading.phrases();
    for (size_t i = 0; i < phrases.size(); ++i)
        draftThing(reading, phrases[i], i + 1 < phrases.size() ? &phrases[i + 1] : nullptr, drafts);
}

} // namespace assay
