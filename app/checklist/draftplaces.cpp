// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/draftkinds.h"
#include "app/checklist/placereader.h"

#include <algorithm>

namespace assay {

namespace {

/// "a castle flanked by towers": what follows stands there, and what stands before is its place.
QString hostRelation(const PromptReading& reading, int at)
{
    if (!reading.isOneOf(at + 1, {u"by", u"with"}))
        return {};
    if (reading.isOneOf(at, {u"topped", u"crowned"}))
        return u"on top of"_qs;
    if (reading.isKey(at, u"flanked"))
        return u"next to"_qs;
    return reading.isOneOf(at, {u"surrounded", u"encircled", u"ringed"}) ? u"around"_qs : QString();
}

} // namespace

/// "In front of the house, there is …": the thing is named behind the place.
bool PlaceReader::isFronted(const PlacePhrase& place, int behindTarget) const
{
    const bool isFirst = place.first == m_sentence ||
                         (place.first == m_sentence + 1 && m_reading.isOneOf(m_sentence, {u"and", u"also"}));
    // "…, and above it a sign"
    const auto behind = m_reading.startingAt(place.end + 1);
    const bool isPronoun = m_reading.has(place.end, kPronoun) && behind != m_reading.phrases().end() &&
                           behind->first == place.end + 1 &&
                           m_reading.isOneOf(place.first - 1, {u"and", u","});
    if (isPronoun)
        return true;
    // "…, and under the sofa a dog"
    const auto following = m_reading.startingAt(behindTarget);
    if (following != m_reading.phrases().end() && following->first == behindTarget && following->hasArticle &&
        m_reading.isOneOf(place.first - 1, {u"and", u","}))
        return true;
    const int next = m_reading.isKey(behindTarget, u",") ? behindTarget + 1 : behindTarget;
    return isFirst || m_reading.isOneOf(next, {u"there", u"we", u"i", u"you"});
}

/// The words between the two end no sentence.
bool PlaceReader::isSameSentence(int first, int end) const
{
    for (int i = first; i < end; ++i) {
        if (m_reading.isOneOf(i, {u".", u";"}))
            return false;
    }
    return true;
}

/// The thing the place is told by: named behind it, or what a pronoun there stands for.
const NounPhrase* PlaceReader::target(const PlacePhrase& place, const NounPhrase* object) const
{
    if (place.ownerAt >= 0)
        return m_reading.antecedent(object != nullptr ? object->first : place.first, place.ownerAt);
    const auto next = m_reading.startingAt(place.end);
    if (next != m_reading.phrases().end() && next->first == place.end)
        return &*next;
    if (!m_reading.has(place.end, kPronoun | kArticle))
        return impliedTarget(place, object);
    // "on her back"
    if (m_reading.isOneOf(place.end + 1, {u"back", u"front", u"left", u"right", u"side"}))
        return nullptr;
    // Nothing stands behind itself.
    const NounPhrase* meant = m_reading.antecedent(object != nullptr ? object->first : place.end, place.end);
    return meant == nullptr && object != nullptr ? m_reading.antecedent(place.end, place.end) : meant;
}

/// "a dog sleeps with trees behind": behind the dog.
const NounPhrase* PlaceReader::impliedTarget(const PlacePhrase& place, const NounPhrase* object) const
{
    const bool isEnd = !m_reading.isWithin(place.end) || m_reading.word(place.end).isSign ||
                       m_reading.isOneOf(place.end, {u"and", u"while", u"as", u"but", u"when"});
    const bool isWith = object != nullptr && m_reading.isKey(object->first - 1, u"with");
    if (!isEnd || !isWith || place.relation == u"on"_qs || place.relation == u"inside"_qs)
        return nullptr;
    const auto first = m_reading.startingAt(m_sentence);
    const bool isBefore = first != m_reading.phrases().end() && first->first < object->first;
    return isBefore && isThing(*first) ? &*first : nullptr;
}

void PlaceReader::add(const NounPhrase& object, const PlacePhrase& place, const NounPhrase& target)
{
    const bool isNowhere = m_reading.headOf(target).has(kAbstract) && !target.isNamedBefore;
    if (!isThing(object) || !isThing(target) || isNowhere || object.first == target.first)
        return;
    // Either may stand far before ("behind him"): then the words of the place are marked, not all between.
    int first = place.first;
    int last = place.end - 1;
    for (const NounPhrase* phrase : {&object, &target}) {
        const bool isFar = phrase->head < place.first - 2 * kMostBetween;
        first = std::min(first, isFar ? first : phrase->first);
        last = std::max(last, isFar ? last : phrase->head);
    }
    m_drafts->add({ConstraintKind::Position,
                   u"%1 %2 %3%4?"_qs.arg(object.told(), place.relation, target.told(),
                                         place.isSided ? u", as you see it"_qs : QString()),
                   object.noun,
                   {},
                   place.relation,
                   target.noun,
                   -1,
                   m_reading.span(first, last)},
                  object.told());
}

/// "between a mug and a plate", "between two mugs".
void PlaceReader::addBetween(const NounPhrase& object, const PlacePhrase& place, PromptReading::Place first)
{
    const auto ends = m_reading.joined(first);
    const bool isPair = ends.size() > 1;
    if (!isThing(object) || !isThing(*first) || object.first == first->first ||
        (!isPair && first->number < 2 &&
         singularOf(m_reading.headOf(*first).key) == m_reading.headOf(*first).key))
        return;
    const QString number = first->number > 1 ? QString::number(first->number) + u' ' : QString();
    const QString target = isPair ? u"%1 and %2"_qs.arg(first->noun, ends.at(1)->noun) : number + first->noun;
    const int last = isPair ? ends.at(1)->head : first->head;
    m_drafts->add({ConstraintKind::Position,
                   u"%1 between %2?"_qs.arg(object.told(), target),
                   object.noun,
                   {},
                   place.relation,
                   target,
                   -1,
                   m_reading.span(std::min(object.first, place.first), std::max(object.head, last))},
                  object.told());
}

void PlaceReader::addFrame(const NounPhrase& object, const PlacePhrase& place)
{
    if (!isThing(object))
        return;
    m_drafts->add(
        {ConstraintKind::Position,
         u"%1 %2%3?"_qs.arg(object.told(), place.relation, place.isSided ? u", as you see it"_qs : QString()),
         object.noun,
         {},
         place.relation,
         u"frame"_qs,
         -1,
         m_reading.span(std::min(object.first, place.first), std::max(object.head, place.end - 1))},
        object.told());
}

/// "in the top left corner": of what stands before it, or of all that the sentence goes on to name.
void PlaceReader::readFrame(const PlacePhrase& place)
{
    const auto next = m_reading.startingAt(place.end);
    if (isFronted(place, place.end)) {
        m_isPlaceFirst = true;
        if (next == m_reading.phrases().end() || next->first - place.end >= kMostBetween ||
            !isSameSentence(place.end, next->first))
            return;
        for (const NounPhrase* object : m_reading.joined(next))
            addFrame(*object, place);
        return;
    }
    const NounPhrase* object = before(place);
    if (object == nullptr)
        return;
    if (isUnknown(*object))
        return;
    addFrame(*object, place);
    // "In front there are a cat and a dog on the left": the others have their place already.
    const auto others = m_isPlaceFirst ? Things() : m_reading.placedTogether(*object);
    for (const NounPhrase* other : others)
        addFrame(*other, place);
}

/// "above the trees and below the clouds": said of what the place before was said of.
bool PlaceReader::isContinued(const PlacePhrase& place) const
{
    return m_last.end == place.first - 1 && m_reading.isOneOf(place.first - 1, {u"and", u"but", u","});
}

/// "to the left of the car is a tree, and to the right is a dog": right of the car.
bool PlaceReader::isOtherSide(int at) const
{
    return m_last.isSided && m_last.target != nullptr && m_reading.isOneOf(at, {u"to", u"on"}) &&
           m_reading.isKey(at + 1, u"the") && m_reading.isOneOf(at + 2, {u"left", u"right"}) &&
           m_reading.isOneOf(at - 1, {u"and", u","}) &&
           (m_reading.has(at + 3, kBeing | kArticle | kNumber) || m_reading.isKey(at + 3, u"there"));
}

void PlaceReader::readSideOfLast(int at)
{
    const auto next = m_reading.startingAt(at + 3);
    if (next == m_reading.phrases().end() || next->first - at >= kMostBetween ||
        !isSameSentence(at, next->first))
        return;
    const QString side = m_reading.word(at + 2).key + u" of"_qs;
    for (const NounPhrase* thing : m_reading.joined(next))
        add(*thing, {side, at, at + 3, false, true}, *m_last.target);
}

/// "a lamp above which a clock hangs"
void PlaceReader::readRelative(const PlacePhrase& place)
{
    const auto behind = m_reading.startingAt(place.first);
    const auto next = m_reading.startingAt(place.end);
    if (behind == m_reading.phrases().begin() || next == m_reading.phrases().end())
        return;
    const NounPhrase& owner = *std::prev(behind);
    const bool isNear = place.first - owner.head <= 2 && next->first - place.end < kMostBetween &&
                        isSameSentence(owner.head, next->first);
    if (!isNear)
        return;
    for (const NounPhrase* thing : m_reading.joined(next))
        add(*thing, place, owner);
}

/// "a cake topped with cherries"
void PlaceReader::readHost(int at)
{
    const QString relation = hostRelation(m_reading, at);
    const auto behind = m_reading.startingAt(at);
    const auto next = m_reading.startingAt(at + 2);
    const bool isBetween = !relation.isEmpty() && behind != m_reading.phrases().begin() &&
                           next != m_reading.phrases().end() && next->first == at + 2;
    if (!isBetween)
        return;
    const NounPhrase& host = *std::prev(behind);
    for (int i = host.head + 1; i < at; ++i) {
        if (!m_reading.has(i, kBeing | kAdverb))
            return;
    }
    for (const NounPhrase* thing : m_reading.joined(next))
        add(*thing, {relation, at, at + 2}, host);
}

/// "behind the house there is a car": what is named behind the place, where that is allowed to be it.
void PlaceReader::readFronted(const PlacePhrase& place, int behindTarget, const NounPhrase& target)
{
    const auto behind = m_reading.startingAt(behindTarget);
    if (behind == m_reading.phrases().end() || behind->first - behindTarget + 1 >= kMostBetween ||
        place.relation == u"between"_qs || !isSameSentence(behindTarget, behind->first))
        return;
    for (const NounPhrase* thing : m_reading.joined(behind))
        add(*thing, place, target);
    m_isPlaceFirst = true;
    m_last = {{}, &target, -1, place.isSided};
}

void PlaceReader::readPlace(const PlacePhrase& place)
{
    if (m_reading.isOneOf(place.end, {u"which", u"whom"})) {
        readRelative(place);
        return;
    }
    const NounPhrase* object = before(place);
    const NounPhrase* target = this->target(place, object);
    if (target == nullptr)
        return;
    const bool isNamed = target->first >= place.end;
    const int behindTarget = (isNamed ? target->head : place.end) + 1;
    const auto first = m_reading.startingAt(m_sentence);
    const bool isFirst = first == m_reading.phrases().end() || first->first >= place.first;
    const bool isFronted = this->isFronted(place, behindTarget);
    if (object == nullptr && !isFirst && !isFronted)
        return;
    if (isFronted || object == nullptr) {
        readFronted(place, behindTarget, *target);
        return;
    }
    if (place.relation == u"between"_qs) {
        if (isNamed)
            addBetween(*object, place, m_reading.startingAt(target->first));
        return;
    }
    const Things things = isContinued(place) ? m_last.objects : placedThings(*object, place, *target);
    for (const NounPhrase* thing : things)
        add(*thing, place, *target);
    m_last = {things, target, behindTarget, place.isSided};
}

void PlaceReader::read()
{
    for (int i = 0; i < m_reading.size(); ++i) {
        if (m_reading.isOneOf(i, {u".", u";"})) {
            m_sentence = i + 1;
            m_isPlaceFirst = false;
            m_last = {};
        }
        if (m_reading.has(i, kVerb))
            readHost(i);
        if (isOtherSide(i)) {
            readSideOfLast(i);
            i += 2;
            continue;
        }
        const std::optional<PlacePhrase> place = placePhraseAt(m_reading, i);
        if (!place)
            continue;
        i = place->end - 1;
        if (place->isFrame)
            readFrame(*place);
        else
            readPlace(*place);
    }
}

void draftPlaces(const PromptReading& reading, DraftList* drafts)
{
    if (!reading.phrases().empty())
        PlaceReader(reading, drafts).read();
}

} // namespace assay
