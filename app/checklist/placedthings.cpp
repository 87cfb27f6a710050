// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/placereader.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace assay {

namespace {

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

} // namespace

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

} // namespace assay
