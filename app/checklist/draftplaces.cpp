// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/draftkinds.h"
#include "app/checklist/draftlexicon.h"
#include "app/checklist/placephrases.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace assay {

namespace {

constexpr int kMostBetween = 8; ///< words between a thing and its place

using Things = std::vector<const NounPhrase*>;

class PlaceReader
{
public:
    PlaceReader(const PromptReading& reading, DraftList* drafts)
        : m_reading(reading)
        , m_drafts(drafts)
    {
    }

    void read();

private:
    void readPlace(const PlacePhrase& place);
    void readFrame(const PlacePhrase& place);
    void readFronted(const PlacePhrase& place, int behindTarget, const NounPhrase& target);
    bool isFronted(const PlacePhrase& place, int behindTarget) const;
    const NounPhrase* before(const PlacePhrase& place) const;
    const NounPhrase* sentenceSubject() const;
    bool isSameSentence(int first, int end) const;
    bool isOfThing(PromptReading::Place phrase) const;
    const NounPhrase& placed(PromptReading::Place nearest, const PlacePhrase& place) const;
    const NounPhrase* target(const PlacePhrase& place, const NounPhrase* object) const;
    const NounPhrase* impliedTarget(const PlacePhrase& place, const NounPhrase* object) const;
    void add(const NounPhrase& object, const PlacePhrase& place, const NounPhrase& target);
    void addBetween(const NounPhrase& object, const PlacePhrase& place, PromptReading::Place first);
    void addFrame(const NounPhrase& object, const PlacePhrase& place);
    bool isThing(const NounPhrase& phrase) const
    {
        const PromptWord& head = m_reading.headOf(phrase);
        const bool isColour = head.has(kColourWord) && !head.has(kThingOrColour);
        return !phrase.isNegated && !m_reading.isUnnamed(phrase) &&
               (phrase.isNamedBefore ||
                !(m_reading.isPicture(phrase) || isColour || head.has(kColouring | kAfterNoun)));
    }
    /// "an object": it tells nothing that could be looked for.
    bool isUnknown(const NounPhrase& phrase) const
    {
        return m_reading.isOneOf(phrase.head, {u"object", u"objects", u"thing", u"things"});
    }
    Things placedThings(const NounPhrase& object, const PlacePhrase& place, const NounPhrase& target) const;
    const NounPhrase* actor(const NounPhrase& near, const PlacePhrase& place, const NounPhrase& target) const;
    bool isKnown(const NounPhrase& phrase) const;
    bool isOnlyActor(const NounPhrase& near, const PlacePhrase& place) const;
    bool isContinued(const PlacePhrase& place) const;
    bool isOtherSide(int at) const;
    void readSideOfLast(int at);
    void readRelative(const PlacePhrase& place);
    void readHost(int at);

    /// What the last place was said of, for "… and below the clouds", "… and to the right".
    struct Last
    {
        Things objects;
        const NounPhrase* target = nullptr;
        int end = -1; ///< index of the word behind it
        bool isSided = false;
    };

    const PromptReading& m_reading;
    DraftList* m_drafts;
    int m_sentence = 0;          ///< where the sentence begins
    bool m_isPlaceFirst = false; ///< it begins with a place
    Last m_last;                 ///< of the same sentence
};

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

/// What somebody does without leaving the place: where the bench is, there is who sits on it.
bool isStaying(const PromptWord& word)
{
    static const QSet<QString> kWords = [] {
        const QStringList words = u"sit sits sitting sat seated stand stands standing stood lie lies lying "
                                  u"lay lays laying rest rests "
                                  u"resting sleep sleeps sleeping perch perched perching kneel kneels "
                                  u"kneeling lean leans leaning float "
                                  u"floats floating swim swims swimming walk walks walking ride rides riding "
                                  u"pose poses posing dance "
                                  u"dances dancing eat eats eating read reads reading drink drinks drinking "
                                  u"play plays playing wear "
                                  u"wears wearing"_qs.split(u' ');
        return QSet<QString>(words.begin(), words.end());
    }();
    return kWords.contains(word.key);
}

bool isCarrying(const PromptReading& reading, int i)
{
    return reading.isOneOf(i, {u"holding", u"holds", u"hold", u"carrying", u"carries", u"carry"});
}

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

/// "a wave of water": the second of the two.
bool PlaceReader::isOfThing(PromptReading::Place phrase) const
{
    return phrase != m_reading.phrases().begin() && std::prev(phrase)->head + 2 == phrase->first &&
           m_reading.isKey(phrase->first - 1, u"of") &&
           !m_reading.headOf(*std::prev(phrase)).has(kGroup | kKind | kAbstract | kDepiction);
}

/// "a boy in a red jacket standing behind …": the boy stands there; "a wave of water behind …": the wave.
const NounPhrase& PlaceReader::placed(PromptReading::Place nearest, const PlacePhrase& place) const
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
    // "a man in a coat in front of a train"
    const bool isClothed = m_reading.isKey(joint, u"in") && isPerson(head);
    if (!(isOf || isWorn || isClothed) || meant == &holder)
        return near;
    return isWorn && isOfThing(std::prev(nearest)) ? *std::prev(nearest, 2) : holder;
}

const NounPhrase* PlaceReader::before(const PlacePhrase& place) const
{
    auto behind = m_reading.startingAt(place.first);
    // "in the centre of the image, between …": the image is no thing in it.
    while (behind != m_reading.phrases().begin() && std::prev(behind)->first > m_sentence &&
           m_reading.headOf(*std::prev(behind)).has(kAbstract | kDepiction) && !isUnknown(*std::prev(behind)))
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
    const bool isApart = m_reading.isKey(place.first - 2, u",") && m_reading.has(place.first - 1, kVerb) &&
                         m_reading.word(place.first - 1).key.endsWith(u"ing"_qs);
    if (isApart && isThere)
        return sentenceSubject();
    const bool isNear = isThere && place.first - std::prev(last)->head < kMostBetween;
    return isNear ? &placed(std::prev(behind), place) : nullptr;
}

/// "a robot made of cans, standing between": the robot.
const NounPhrase* PlaceReader::sentenceSubject() const
{
    auto phrase = m_reading.startingAt(m_sentence);
    while (phrase != m_reading.phrases().end() && m_reading.headOf(*phrase).has(kAbstract | kDepiction))
        ++phrase;
    const bool isNamed = phrase != m_reading.phrases().end() && (phrase->hasArticle || phrase->number > 0);
    return isNamed ? &*phrase : nullptr;
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

/// Whether a phrase before names it already; only near ones are asked.
bool PlaceReader::isKnown(const NounPhrase& phrase) const
{
    auto before = m_reading.startingAt(phrase.first);
    for (int looked = 0; before != m_reading.phrases().begin() && looked < 12; ++looked) {
        --before;
        if (before->noun == phrase.noun)
            return true;
    }
    return false;
}

/// "a girl holding a balloon standing behind a boy": the girl.
bool PlaceReader::isOnlyActor(const NounPhrase& near, const PlacePhrase& place) const
{
    return place.first == near.head + 2 && isStaying(m_reading.word(near.head + 1)) &&
           !isPerson(m_reading.headOf(near));
}

/// Of "a woman sitting on a couch in front of a desk" the woman: she is where the couch is.
const NounPhrase* PlaceReader::actor(const NounPhrase& near, const PlacePhrase& place,
                                     const NounPhrase& target) const
{
    const auto phrase = m_reading.startingAt(near.first);
    const bool isOnlyActor = this->isOnlyActor(near, place);
    if (phrase == m_reading.phrases().begin() || (place.first != near.head + 1 && !isOnlyActor))
        return nullptr;
    const NounPhrase& holder = *std::prev(phrase);
    int staying = -1;
    for (int i = holder.head + 1; i < near.first && i - holder.head < kMostBetween; ++i) {
        const bool isCarried = isCarrying(m_reading, i) || m_reading.has(i, kWearing);
        if (isCarried || (isStaying(m_reading.word(i)) && !isOnlyActor))
            staying = i;
        else if (!m_reading.has(i, kBeing | kAdverb | kPlaceWord))
            return nullptr;
    }
    // "holding an umbrella above a dog": only the umbrella; "a cup in front of his face" as well.
    const bool isRaised = !isOnlyActor && isCarrying(m_reading, staying) &&
                          (place.relation == u"above"_qs || place.relation == u"below"_qs ||
                           place.relation == u"on"_qs || place.relation == u"inside"_qs);
    const bool isOwn =
        m_reading.isOneOf(target.first, {u"his", u"her", u"its", u"their"}) || target.first == holder.first;
    // "a band on a stage in front of a crowd"
    const bool isUpon = near.first == holder.head + 2 &&
                        m_reading.isOneOf(holder.head + 1, {u"on", u"in", u"inside", u"atop"}) &&
                        m_reading.isOneOf(near.first, {u"a", u"an"}) && isThing(holder);
    return (staying < 0 && (!isUpon || isOnlyActor)) || isRaised || isOwn ? nullptr : &holder;
}

Things PlaceReader::placedThings(const NounPhrase& object, const PlacePhrase& place,
                                 const NounPhrase& target) const
{
    Things things;
    const NounPhrase* actor = this->actor(object, place, target);
    if (actor != nullptr)
        things.push_back(actor);
    // What is known already is only where the actor is.
    if (actor == nullptr || !(isKnown(object) || isOnlyActor(object, place)))
        things.push_back(&object);
    const auto others = m_isPlaceFirst ? Things() : m_reading.placedTogether(object);
    things.insert(things.end(), others.begin(), others.end());
    return things;
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

} // namespace

void draftPlaces(const PromptReading& reading, DraftList* drafts)
{
    if (!reading.phrases().empty())
        PlaceReader(reading, drafts).read();
}

} // namespace assay
