// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/draftkinds.h"
#include "app/checklist/draftlexicon.h"
#include "app/checklist/placephrases.h"

#include <algorithm>
#include <utility>

namespace assay {

namespace {

constexpr int kMostBetween = 8; ///< words between a thing and its place

class PlaceReader
{
public:
    PlaceReader(const Reading& reading, DraftList* drafts)
        : m_reading(reading)
        , m_drafts(drafts)
    {
    }

    void read();

private:
    void readPlace(const PlacePhrase& place);
    void readFrame(const PlacePhrase& place);
    bool isFronted(const PlacePhrase& place, int behindTarget) const;
    const NounPhrase* before(const PlacePhrase& place) const;
    bool isSameSentence(int first, int end) const;
    bool isOfThing(Reading::Place phrase) const;
    const NounPhrase& placed(Reading::Place nearest, const PlacePhrase& place) const;
    const NounPhrase* target(const PlacePhrase& place, const NounPhrase* object) const;
    const NounPhrase* impliedTarget(const PlacePhrase& place, const NounPhrase* object) const;
    void add(const NounPhrase& object, const PlacePhrase& place, const NounPhrase& target);
    void addBetween(const NounPhrase& object, const PlacePhrase& place, Reading::Place first);
    void addFrame(const NounPhrase& object, const PlacePhrase& place);
    bool isThing(const NounPhrase& phrase) const
    {
        return !phrase.isNegated && !m_reading.headOf(phrase).has(kDepiction | kColouring);
    }

    const Reading& m_reading;
    DraftList* m_drafts;
    int m_sentence = 0; ///< where the sentence begins
};

/// "In front of the house, there is …": the thing is named behind the place.
bool PlaceReader::isFronted(const PlacePhrase& place, int behindTarget) const
{
    const bool isFirst = place.first == m_sentence ||
                         (place.first == m_sentence + 1 && m_reading.isOneOf(m_sentence, {u"and", u"also"}));
    const int next = m_reading.isKey(behindTarget, u",") ? behindTarget + 1 : behindTarget;
    return isFirst || m_reading.isOneOf(next, {u"there", u"we", u"i", u"you"});
}

/// "a wave of water": the second of the two.
bool PlaceReader::isOfThing(Reading::Place phrase) const
{
    return phrase != m_reading.phrases().begin() && std::prev(phrase)->head + 2 == phrase->first &&
           m_reading.isKey(phrase->first - 1, u"of") &&
           !m_reading.headOf(*std::prev(phrase)).has(kGroup | kKind | kAbstract | kDepiction);
}

/// "a boy in a red jacket standing behind …": the boy stands there; "a wave of water behind …": the wave.
const NounPhrase& PlaceReader::placed(Reading::Place nearest, const PlacePhrase& place) const
{
    const NounPhrase& near = *nearest;
    if (nearest == m_reading.phrases().begin() || std::prev(nearest)->head + 2 != near.first)
        return near;
    const NounPhrase& holder = *std::prev(nearest);
    const PromptWord& head = m_reading.headOf(holder);
    const int joint = near.first - 1;
    const bool isOf = isOfThing(nearest);
    const int behindComma = m_reading.isKey(place.first - 1, u",") ? place.first - 2 : place.first - 1;
    const bool isWorn = m_reading.isOneOf(joint, {u"in", u"with"}) && near.head < behindComma &&
                        m_reading.has(behindComma, kVerb | kPronoun) && !head.has(kAbstract | kDepiction);
    // "a hill with a kite flying over it"
    const bool isWith = isWorn && m_reading.isKey(joint, u"with");
    const NounPhrase* meant = isWith ? m_reading.antecedent(near.first, place.end) : nullptr;
    if (!(isOf || isWorn) || meant == &holder)
        return near;
    return isWorn && isOfThing(std::prev(nearest)) ? *std::prev(nearest, 2) : holder;
}

const NounPhrase* PlaceReader::before(const PlacePhrase& place) const
{
    auto behind = m_reading.startingAt(place.first);
    // "in the centre of the image, between …": the image is no thing in it.
    while (behind != m_reading.phrases().begin() && std::prev(behind)->first > m_sentence &&
           m_reading.headOf(*std::prev(behind)).has(kAbstract | kDepiction))
        --behind;
    const bool isThere = behind != m_reading.phrases().begin() && std::prev(behind)->first >= m_sentence;
    const auto last = m_reading.startingAt(place.first);
    const int from = isThere ? std::prev(behind)->head + 1 : m_sentence;
    // "He is standing on top of …"
    for (int i = place.first - 2; i >= std::max(from, place.first - kMostBetween); --i) {
        const bool isSubject = m_reading.isOneOf(i, {u"he", u"she", u"it", u"they"}) &&
                               m_reading.has(i + 1, kBeing | kVerb) && !m_reading.has(i - 1, kPlaceWord);
        if (isSubject)
            return m_reading.antecedent(i, i);
    }
    const bool isNear = isThere && place.first - std::prev(last)->head < kMostBetween;
    return isNear ? &placed(std::prev(behind), place) : nullptr;
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
    const bool isEnd = !m_reading.isWithin(place.end) || m_reading.word(place.end).isSign;
    const bool isWith = object != nullptr && m_reading.isKey(object->first - 1, u"with");
    if (!isEnd || !isWith || place.relation == u"on"_qs || place.relation == u"inside"_qs)
        return nullptr;
    const auto first = m_reading.startingAt(m_sentence);
    return first->first < object->first && isThing(*first) ? &*first : nullptr;
}

void PlaceReader::add(const NounPhrase& object, const PlacePhrase& place, const NounPhrase& target)
{
    if (!isThing(object) || !isThing(target) || m_reading.headOf(target).has(kAbstract) ||
        object.first == target.first)
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
                   u"%1 %2 %3%4?"_qs.arg(object.noun, place.relation, target.noun,
                                         place.isSided ? u", as you see it"_qs : QString()),
                   object.noun,
                   {},
                   place.relation,
                   target.noun,
                   -1,
                   m_reading.span(first, last)},
                  object.noun);
}

/// "between a mug and a plate", "between two mugs".
void PlaceReader::addBetween(const NounPhrase& object, const PlacePhrase& place, Reading::Place first)
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
                   u"%1 between %2?"_qs.arg(object.noun, target),
                   object.noun,
                   {},
                   place.relation,
                   target,
                   -1,
                   m_reading.span(std::min(object.first, place.first), std::max(object.head, last))},
                  object.noun);
}

void PlaceReader::addFrame(const NounPhrase& object, const PlacePhrase& place)
{
    if (!isThing(object) || m_reading.headOf(object).has(kAbstract))
        return;
    m_drafts->add(
        {ConstraintKind::Position,
         u"%1 %2%3?"_qs.arg(object.noun, place.relation, place.isSided ? u", as you see it"_qs : QString()),
         object.noun,
         {},
         place.relation,
         u"frame"_qs,
         -1,
         m_reading.span(std::min(object.first, place.first), std::max(object.head, place.end - 1))},
        object.noun);
}

/// "in the top left corner": of what stands before it, or of all that the sentence goes on to name.
void PlaceReader::readFrame(const PlacePhrase& place)
{
    const auto next = m_reading.startingAt(place.end);
    if (isFronted(place, place.end)) {
        if (next == m_reading.phrases().end() || next->first - place.end >= kMostBetween ||
            !isSameSentence(place.end, next->first))
            return;
        for (const NounPhrase* object : m_reading.joined(next))
            addFrame(*object, place);
        return;
    }
    const NounPhrase* object = before(place);
    if (object != nullptr)
        addFrame(*object, place);
}

void PlaceReader::readPlace(const PlacePhrase& place)
{
    const NounPhrase* object = before(place);
    const NounPhrase* target = this->target(place, object);
    if (target == nullptr)
        return;
    const bool isNamed = target->first >= place.end;
    const bool isBetween = place.relation == u"between"_qs;
    const int behindTarget = (isNamed ? target->head : place.end) + 1;
    if (isFronted(place, behindTarget) || object == nullptr) {
        const auto behind = m_reading.startingAt(behindTarget);
        if (behind == m_reading.phrases().end() || behind->first - behindTarget + 1 >= kMostBetween ||
            isBetween || !isSameSentence(behindTarget, behind->first))
            return;
        for (const NounPhrase* thing : m_reading.joined(behind))
            add(*thing, place, *target);
    } else if (isBetween) {
        if (isNamed)
            addBetween(*object, place, m_reading.startingAt(target->first));
    } else {
        add(*object, place, *target);
        for (const NounPhrase* other : m_reading.joinedSubjects(*object))
            add(*other, place, *target);
    }
}

void PlaceReader::read()
{
    for (int i = 0; i < m_reading.size(); ++i) {
        if (m_reading.isOneOf(i, {u".", u";"}))
            m_sentence = i + 1;
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

} // namespace

void draftPlaces(const Reading& reading, DraftList* drafts)
{
    if (!reading.phrases().empty())
        PlaceReader(reading, drafts).read();
}

} // namespace assay
