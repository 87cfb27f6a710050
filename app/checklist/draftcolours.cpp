// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/draftkinds.h"
#include "app/checklist/lexicon.h"

#include <QSet>

#include <algorithm>

namespace assay {

namespace {

constexpr int kMostBehindOne = 5; ///< words of "the one behind it" before what is said of it

/// Colours stand behind the word `at`; it joins them to their thing.
struct Joint
{
    int at = 0;
    bool isSaid = false; ///< "is", "painted": adverbs may follow
};

class ColourReader
{
public:
    ColourReader(const PromptReading& reading, DraftList* drafts)
        : m_reading(reading)
        , m_drafts(drafts)
    {
    }

    void read();

private:
    void addSaid(const NounPhrase& phrase);
    void addOfPronouns();
    void addOfOnes();
    QList<ColourWords> coloursBehind(Joint joint) const;
    const NounPhrase& subject(const NounPhrase& last) const;
    int behindOwner(int at) const;
    bool isPlace(int first, int end) const;
    void add(const NounPhrase& phrase, const QList<ColourWords>& colours);
    void add(const QString& object, const QString& thing, const ColourWords& colour, int first, int last);
    void addTold(const NounPhrase& phrase);

    const PromptReading& m_reading;
    DraftList* m_drafts;
    QSet<QString> m_counted; ///< "red cup" of "three red cups": asked for with their number
};

void ColourReader::add(const QString& object, const QString& thing, const ColourWords& colour, int first,
                       int last)
{
    const QString contains = isPluralNoun(object.section(u' ', -1)) ? u"contain"_qs : u"contains"_qs;
    m_drafts->add({ConstraintKind::Colour,
                   u"%1 %2 %3?"_qs.arg(object, contains, colour.value),
                   object,
                   colour.value,
                   {},
                   {},
                   -1,
                   m_reading.span(std::min(colour.first, first), std::max(colour.last, last))},
                  thing);
}

void ColourReader::add(const NounPhrase& phrase, const QList<ColourWords>& colours)
{
    const PromptWord& head = m_reading.headOf(phrase);
    const bool isPhotoStyle = head.has(kDepiction) && head.key != u"background"_qs;
    if (phrase.isNegated || isPhotoStyle || head.has(kColouring) ||
        (head.has(kAbstract) && !phrase.hasArticle) ||
        m_reading.isOneOf(phrase.head, {u"other", u"others"}) ||
        (head.has(kColourWord) && !head.has(kThingOrColour)))
        return;
    if (phrase.isToldByColour && colours == phrase.colours) {
        addTold(phrase);
        return;
    }
    for (const ColourWords& colour : colours)
        add(phrase.noun, phrase.told(), colour, phrase.head, phrase.head);
}

/// "the red cup" where there is a blue cup as well: asked for as one thing, unless it is counted so.
void ColourReader::addTold(const NounPhrase& phrase)
{
    if (phrase.colours.size() > 1) {
        for (const ColourWords& colour : phrase.colours)
            add(phrase.told(), phrase.told(), colour, phrase.head, phrase.head);
        return;
    }
    const ColourWords& colour = phrase.colours.constFirst();
    m_drafts->add({ConstraintKind::Colour,
                   u"%1?"_qs.arg(phrase.told()),
                   phrase.noun,
                   colour.value,
                   {},
                   {},
                   -1,
                   m_reading.span(std::min(colour.first, phrase.head), std::max(colour.last, phrase.head))},
                  phrase.told());
}

/// What stands behind the joint, when it ends there or says that it is a colour.
QList<ColourWords> ColourReader::coloursBehind(Joint joint) const
{
    const auto isFill = [&](int at) {
        return m_reading.has(at, kAdverb | kPaint) || m_reading.isOneOf(at, {u"in", u"all", u"both"});
    };
    int i = joint.at + 1;
    while (joint.isSaid && i - joint.at < 6 && isFill(i))
        ++i;
    if (m_reading.has(i, kArticle) && !m_reading.isKey(i, u"no"))
        ++i;
    int end = i;
    const QList<ColourWords> colours = coloursAt(m_reading.words(), i, &end);
    if (colours.isEmpty() || m_reading.has(end, kColouring))
        return colours;
    const bool isEnd = !m_reading.isWithin(end) || m_reading.word(end).isSign ||
                       m_reading.has(end, kClosed | kBeing | kAdverb) ||
                       (m_reading.has(joint.at, kWearing) && m_reading.has(end, kVerb));
    return isEnd && !m_reading.isKey(joint.at, u"of") ? colours : QList<ColourWords>();
}

/// Whether the words tell a place or what something belongs to: "on", "in front of", "of", "under her".
bool ColourReader::isPlace(int first, int end) const
{
    if (end <= first || end - first > 4)
        return false;
    for (int i = first; i < end; ++i) {
        const bool isInner = m_reading.isOneOf(i, {u"the", u"front", u"left", u"right", u"top", u"side"});
        if (!(m_reading.has(i, kPlaceWord) || (isInner && i > first)))
            return false;
    }
    return true;
}

/// "the book on the bottom of the pile is white": said of the book, not of the pile.
const NounPhrase& ColourReader::subject(const NounPhrase& last) const
{
    auto phrase = m_reading.startingAt(last.first);
    const NounPhrase* result = &last;
    for (int steps = 0; phrase != m_reading.phrases().begin() && steps < 4; ++steps) {
        const NounPhrase& before = *std::prev(phrase);
        if (!isPlace(before.head + 1, phrase->first))
            break;
        --phrase;
        // "the colour of the car" is the car's, "the side of the car" is the car's as well.
        if (!m_reading.headOf(before).has(kAbstract | kGroup | kKind | kColouring))
            result = &before;
    }
    return *result;
}

/// "the cup is red", "the plate is in brown colour", "a door painted green", "napkins, white, …".
void ColourReader::addSaid(const NounPhrase& phrase)
{
    int i = phrase.head + 1;
    const bool isRelative = m_reading.isOneOf(i, {u"that", u"which", u"who"}) && m_reading.has(i + 1, kBeing);
    i = isRelative ? i + 1 : behindOwner(i);
    const bool isBeing = m_reading.has(i, kBeing);
    const bool isSaid = isBeing || m_reading.has(i, kPaint | kWearing);
    if (!isSaid && !m_reading.isOneOf(i, {u",", u"in", u"of"}))
        return;
    const QList<ColourWords> colours = coloursBehind({i, isSaid});
    if (colours.isEmpty())
        return;
    const NounPhrase& owner = isBeing && !isRelative ? subject(phrase) : phrase;
    const bool isClothed =
        m_reading.has(i, kWearing) || m_reading.isKey(i, u"in") || m_reading.isKey(i + 1, u"in");
    if (isClothed && isPerson(m_reading.headOf(owner))) {
        const QString clothes = owner.noun + u"'s clothes"_qs;
        for (const ColourWords& colour : colours)
            add(clothes, owner.noun, colour, owner.head, owner.head);
        return;
    }
    if (m_reading.has(i, kWearing))
        return;
    add(owner, colours);
    for (const NounPhrase* other : m_reading.joinedSubjects(phrase))
        add(*other, colours);
}

/// "the ground under her is brown": behind what tells where the thing is.
int ColourReader::behindOwner(int at) const
{
    int behind = at;
    while (m_reading.has(behind, kPlaceWord) && behind - at < 3)
        ++behind;
    const bool isPronoun =
        behind > at && m_reading.has(behind, kPronoun) && m_reading.has(behind + 1, kBeing);
    return isPronoun ? behind + 1 : at;
}

/// "It is black and white.": said of what was spoken of before.
void ColourReader::addOfPronouns()
{
    for (int i = 0; i + 1 < m_reading.size(); ++i) {
        const bool isObject = m_reading.has(i - 1, kPlaceWord);
        if (!m_reading.word(i).has(kPronoun) || !m_reading.word(i + 1).has(kBeing) || isObject)
            continue;
        if (const NounPhrase* owner = m_reading.antecedent(i, i))
            add(*owner, coloursBehind({i + 1, true}));
    }
}

/// "the one in front is white": the motorcycle in front, when motorcycles were spoken of.
void ColourReader::addOfOnes()
{
    for (int i = 0; i + 1 < m_reading.size(); ++i) {
        if (!m_reading.isOneOf(i, {u"one", u"other"}))
            continue;
        int being = i + 1;
        QStringList place;
        while (being - i <= kMostBehindOne &&
               m_reading.has(being, kPlaceWord | kPronoun | kArticle | kAbstract)) {
            if (!m_reading.has(being, kPronoun | kArticle))
                place.append(m_reading.word(being).key);
            ++being;
        }
        if (!m_reading.has(being, kBeing | kColourWord | kToneWord))
            continue;
        const bool isListed = being == i + 1 && m_reading.isOneOf(i - 1, {u":", u",", u"and"});
        const QList<ColourWords> colours =
            coloursBehind({isListed && !m_reading.has(being, kBeing) ? i : being, true});
        const NounPhrase* owner = colours.isEmpty() ? nullptr : m_reading.severalBefore(i);
        if (owner == nullptr)
            continue;
        place.prepend(singularOf(owner->noun));
        for (const ColourWords& colour : colours)
            add(place.join(u' '), owner->noun, colour, i, i);
    }
}

void ColourReader::read()
{
    for (const NounPhrase& phrase : m_reading.phrases()) {
        if (phrase.isToldByColour && phrase.number > 0)
            m_counted.insert(singularOf(phrase.told()));
    }
    for (const NounPhrase& phrase : m_reading.phrases()) {
        const bool isAsked = phrase.isToldByColour && m_counted.contains(singularOf(phrase.told()));
        if (!isAsked)
            add(phrase, phrase.colours);
        addSaid(phrase);
    }
    addOfPronouns();
    addOfOnes();
}

} // namespace

void draftColours(const PromptReading& reading, DraftList* drafts)
{
    ColourReader(reading, drafts).read();
}

} // namespace assay
