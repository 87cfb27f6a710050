// SPDX-License-Identifier: GPL-3.0-or-later
// Reads where the things of a prompt are: which thing a place is said of (placedthings.cpp), by which thing
// it is told, and the drafts of both (draftplaces.cpp). Pure, linear.
#pragma once

#include "app/checklist/draftlist.h"
#include "app/checklist/lexicon.h"
#include "app/checklist/placephrases.h"

namespace assay {

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

} // namespace assay
