// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/draft.h"

#include "app/checklist/draftlexicon.h"
#include "app/checklist/nounphrases.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace assay {

namespace {

constexpr int kMostBetween = 8; ///< words between a thing and its place
constexpr size_t kMostJoined = 6;
constexpr int kMostCounted = 99; ///< nobody counts more in a picture

struct PlacePhrase
{
    QString relation;
    int end = 0; ///< index of the word behind it
};

class Drafter
{
public:
    explicit Drafter(const QString& prompt)
        : m_plain(plainPrompt(prompt))
        , m_texts(takeShownTexts(prompt, &m_plain))
        , m_words(promptWords(m_plain))
    {
    }

    QList<DraftConstraint> draft();

private:
    const PromptWord& word(int i) const { return m_words[size_t(i)]; }
    bool isWithin(int i) const { return i >= 0 && i < int(m_words.size()); }
    bool isKey(int i, const QString& key) const { return isWithin(i) && word(i).key == key; }
    PromptSpan span(int first, int last) const
    {
        return {word(first).start, word(last).end() - word(first).start};
    }
    /// Whether it was new.
    bool add(ConstraintKind kind, const QString& object, const QString& value, const QString& statement,
             PromptSpan span);
    void addTexts();
    void addThing(const NounPhrase& phrase, const NounPhrase* next);
    void addColours(const NounPhrase& phrase, const QList<ColourWords>& colours);
    void addSaidColours(const NounPhrase& phrase, const NounPhrase& owner);
    void addColoursBehind(const NounPhrase& owner, int at, bool isSaid);
    void addPronounColours(const std::vector<NounPhrase>& phrases);
    bool isPaint(int i) const;
    const NounPhrase* antecedent(const std::vector<NounPhrase>& phrases, int before, int at) const;
    static bool isPersonWord(const QString& key);
    /// The first phrase that begins at the word `at` or behind it.
    static std::vector<NounPhrase>::const_iterator startingAt(const std::vector<NounPhrase>& phrases, int at)
    {
        return std::lower_bound(phrases.begin(), phrases.end(), at,
                                [](const NounPhrase& phrase, int first) { return phrase.first < first; });
    }
    void addPlaces(const std::vector<NounPhrase>& phrases);
    std::optional<PlacePhrase> placeAt(int at) const;
    bool isFronted(int placeAt, int sentence, const NounPhrase& target) const;
    std::vector<const NounPhrase*> joined(const std::vector<NounPhrase>& phrases, size_t first) const;
    std::vector<const NounPhrase*> joinedSubjects(const std::vector<NounPhrase>& phrases,
                                                  const NounPhrase& last) const;
    const NounPhrase& placed(const std::vector<NounPhrase>& phrases, size_t nearest, int at) const;
    void addPlace(const NounPhrase& object, const PlacePhrase& place, int at, const NounPhrase& target);
    void setParents();

    QString m_plain;
    QList<ShownText> m_texts;
    std::vector<PromptWord> m_words;
    QList<DraftConstraint> m_drafts;
    QSet<QString> m_seen;
};

bool Drafter::add(ConstraintKind kind, const QString& object, const QString& value, const QString& statement,
                  PromptSpan span)
{
    const QString mark = toText(kind) + u'\n' + statement.toCaseFolded();
    if (m_seen.contains(mark))
        return false;
    m_seen.insert(mark);
    DraftConstraint draft;
    draft.kind = kind;
    draft.statement = statement;
    draft.object = object;
    draft.value = value;
    draft.span = span;
    m_drafts.append(draft);
    return true;
}

void Drafter::addTexts()
{
    for (const ShownText& text : m_texts)
        add(ConstraintKind::Text, {}, text.text, u"reads %1?"_qs.arg(text.text), text.span);
}

void Drafter::addThing(const NounPhrase& phrase, const NounPhrase* next)
{
    const PromptWord& head = word(phrase.head);
    const bool isMeasure = head.has(kMeasure) && phrase.noun == head.key;
    const bool isColourAlone = head.has(kColourWord) && !head.has(kThingOrColour);
    if (isMeasure || isColourAlone || phrase.number > kMostCounted ||
        (head.has(kDepiction) && phrase.number < 2))
        return;
    const bool isKindOf = head.has(kKind) && next != nullptr && next->first == phrase.head + 2 &&
                          isKey(phrase.head + 1, u"of"_qs);
    if (isKindOf && phrase.number > 1 && !phrase.isNegated) {
        add(ConstraintKind::Count, next->noun, QString::number(phrase.number),
            u"%1 %2 of %3?"_qs.arg(phrase.number).arg(head.key, next->noun), span(phrase.first, next->head));
        return;
    }
    const PromptSpan where = span(phrase.first, std::max(phrase.head, phrase.numberAt));
    const bool isOnePiece = head.has(kPairOnly) && isKey(phrase.first + 1, u"pair"_qs);
    if (phrase.isNegated)
        return;
    if (phrase.number > 1 && !isOnePiece)
        add(ConstraintKind::Count, phrase.noun, QString::number(phrase.number),
            QStringLiteral("%1 %2?").arg(phrase.number).arg(phrase.noun), where);
    else if (phrase.hasArticle && !head.has(kAbstract | kDepiction | kGroup))
        add(ConstraintKind::Presence, phrase.noun, {}, u"%1?"_qs.arg(phrase.noun), where);
}

void Drafter::addColours(const NounPhrase& phrase, const QList<ColourWords>& colours)
{
    const bool isPhotoStyle = word(phrase.head).has(kDepiction) && word(phrase.head).key != u"background"_qs;
    if (phrase.isNegated || isPhotoStyle)
        return;
    for (const ColourWords& colour : colours) {
        const int first = std::min(colour.first, phrase.head);
        const int last = std::max(colour.last, phrase.head);
        add(ConstraintKind::Colour, phrase.noun, colour.value,
            u"%1 contains %2?"_qs.arg(phrase.noun, colour.value), span(first, last));
    }
}

/// "the cup is red", "the plate is in brown colour", "a door painted green", "napkins, white, …".
void Drafter::addSaidColours(const NounPhrase& phrase, const NounPhrase& owner)
{
    int i = phrase.head + 1;
    if ((isKey(i, u"that"_qs) || isKey(i, u"which"_qs)) && isWithin(i + 1) && word(i + 1).has(kBeing))
        ++i;
    const bool isSaid = isWithin(i) && (word(i).has(kBeing) || isPaint(i));
    const bool isTag = isKey(i, u","_qs);
    const bool isIn = isKey(i, u"in"_qs) || isKey(i, u"of"_qs);
    if (!isSaid && !isTag && !isIn)
        return;
    addColoursBehind(owner, i, isSaid);
}

bool Drafter::isPaint(int i) const
{
    static const QSet<QString> kPaints = {u"painted"_qs,  u"dyed"_qs,    u"tinted"_qs, u"colored"_qs,
                                          u"coloured"_qs, u"dressed"_qs, u"clad"_qs};
    return isWithin(i) && kPaints.contains(word(i).key);
}

/// What stands behind the word `at`, which joins a thing and its colours.
void Drafter::addColoursBehind(const NounPhrase& owner, int at, bool isSaid)
{
    const bool isOf = isKey(at, u"of"_qs);
    int i = at + 1;
    while (isWithin(i) && isSaid && i - at < 6 &&
           (word(i).has(kAdverb) || isKey(i, u"in"_qs) || isKey(i, u"all"_qs) || isKey(i, u"both"_qs) ||
            isPaint(i)))
        ++i;
    if (isWithin(i) && word(i).has(kArticle) && !isKey(i, u"no"_qs))
        ++i;
    int end = i;
    const QList<ColourWords> colours = coloursAt(m_words, i, &end);
    if (colours.isEmpty())
        return;
    const bool isColouring = isWithin(end) && word(end).has(kColouring);
    const bool isClosed = !isWithin(end) || word(end).isSign || word(end).has(kClosed | kBeing | kAdverb);
    if (isColouring || (isClosed && !isOf))
        addColours(owner, colours);
}

/// "It is black and white.": said of what was spoken of before.
void Drafter::addPronounColours(const std::vector<NounPhrase>& phrases)
{
    for (int i = 0; i + 1 < int(m_words.size()); ++i) {
        if (!word(i).has(kPronoun) || !word(i + 1).has(kBeing))
            continue;
        if (const NounPhrase* owner = antecedent(phrases, i, i))
            addColoursBehind(*owner, i + 1, true);
    }
}

/// What "it", "them", "him" at the word `at` stands for, of the phrases before `before`, or nothing.
const NounPhrase* Drafter::antecedent(const std::vector<NounPhrase>& phrases, int before, int at) const
{
    const QString& key = word(at).key;
    const bool isMany = key == u"them"_qs || key == u"they"_qs || key == u"these"_qs;
    const bool isPerson = key == u"him"_qs || key == u"her"_qs || key == u"he"_qs || key == u"she"_qs;
    if (!isMany && !isPerson && key != u"it"_qs && key != u"this"_qs && key != u"that"_qs)
        return nullptr;
    auto phrase = startingAt(phrases, before);
    for (int looked = 0; phrase != phrases.begin() && looked < 12; ++looked) {
        --phrase;
        const PromptWord& head = word(phrase->head);
        const bool isPlural = phrase->number > 1 || singularOf(head.key) != head.key;
        const bool isObject =
            phrase->first > 0 && word(phrase->first - 1).has(kClosed) && !word(phrase->first - 1).has(kBeing);
        if (head.has(kAbstract | kDepiction) || phrase->isNegated || isPlural != isMany)
            continue;
        // Of a person a person is meant, never the chair the person sits on; nothing wrong rather than
        // something.
        if (isPerson ? isPersonWord(singularOf(head.key)) : !isObject || isMany)
            return &*phrase;
    }
    return nullptr;
}

bool Drafter::isPersonWord(const QString& key)
{
    static const QSet<QString> kPersons = {
        u"man"_qs,     u"woman"_qs,   u"person"_qs, u"boy"_qs,      u"girl"_qs,   u"child"_qs,
        u"lady"_qs,    u"guy"_qs,     u"player"_qs, u"kid"_qs,      u"baby"_qs,   u"skier"_qs,
        u"surfer"_qs,  u"king"_qs,    u"queen"_qs,  u"princess"_qs, u"doctor"_qs, u"rider"_qs,
        u"knight"_qs,  u"toddler"_qs, u"dancer"_qs, u"artist"_qs,   u"wizard"_qs, u"soldier"_qs,
        u"teacher"_qs, u"chef"_qs,    u"batter"_qs, u"gentleman"_qs};
    return kPersons.contains(key);
}

std::optional<PlacePhrase> Drafter::placeAt(int at) const
{
    static const QHash<QString, QString> kSingle = {
        {u"above"_qs, u"above"_qs},      {u"below"_qs, u"below"_qs},    {u"under"_qs, u"below"_qs},
        {u"underneath"_qs, u"below"_qs}, {u"beneath"_qs, u"below"_qs},  {u"behind"_qs, u"behind"_qs},
        {u"over"_qs, u"above"_qs},       {u"beside"_qs, u"next to"_qs}, {u"inside"_qs, u"inside"_qs},
        {u"atop"_qs, u"on top of"_qs},   {u"near"_qs, u"next to"_qs},   {u"on"_qs, u"on"_qs}};
    int i = at;
    if (isKey(i, u"on"_qs) || isKey(i, u"to"_qs) || isKey(i, u"in"_qs) || isKey(i, u"at"_qs)) {
        ++i;
        if (isKey(i, u"the"_qs))
            ++i;
    }
    const bool isSide = isKey(i, u"left"_qs) || isKey(i, u"right"_qs);
    if (isSide || isKey(i, u"front"_qs) || isKey(i, u"top"_qs)) {
        int ofAt = isKey(i + 1, u"hand"_qs) ? i + 2 : i + 1;
        ofAt = isKey(ofAt, u"side"_qs) ? ofAt + 1 : ofAt;
        const bool isTo = isSide && i == at && i > 0 && word(i - 1).has(kBeing) && isKey(ofAt, u"to"_qs);
        if (isKey(ofAt, u"of"_qs) || isTo) {
            const QString relation = isSide ? word(i).key + u" of"_qs
                                            : (isKey(i, u"front"_qs) ? u"in front of"_qs : u"on top of"_qs);
            return PlacePhrase{relation, ofAt + 1};
        }
    }
    if (isKey(at, u"next"_qs) && isKey(at + 1, u"to"_qs))
        return PlacePhrase{u"next to"_qs, at + 2};
    const auto found = isWithin(at) ? kSingle.constFind(word(at).key) : kSingle.constEnd();
    return found == kSingle.constEnd() ? std::nullopt : std::optional(PlacePhrase{*found, at + 1});
}

/// "In front of the house, there is …": the thing is named behind the place.
bool Drafter::isFronted(int placeAt, int sentence, const NounPhrase& target) const
{
    const int behind = target.head + 1;
    const bool isSentence = placeAt == sentence || (placeAt == sentence + 1 && isKey(sentence, u"and"_qs));
    if (isKey(behind, u","_qs) && isSentence)
        return true;
    int i = isKey(behind, u","_qs) ? behind + 1 : behind;
    if (isKey(i, u"there"_qs) || isKey(i, u"we"_qs) || isKey(i, u"i"_qs) || isKey(i, u"you"_qs))
        return true;
    return isSentence;
}

/// Phrases joined by commas and "and" from the one at `first` on.
std::vector<const NounPhrase*> Drafter::joined(const std::vector<NounPhrase>& phrases, size_t first) const
{
    std::vector<const NounPhrase*> things{&phrases[first]};
    for (size_t i = first + 1; i < phrases.size() && things.size() < kMostJoined; ++i) {
        int at = phrases[i - 1].head + 1;
        const int start = at;
        while (at < phrases[i].first && at - start < 2 && (isKey(at, u","_qs) || isKey(at, u"and"_qs)))
            ++at;
        if (at == start || at != phrases[i].first)
            break;
        things.push_back(&phrases[i]);
    }
    return things;
}

/// "a cat and a dog are …": what is said of the last of them is said of the others as well.
std::vector<const NounPhrase*> Drafter::joinedSubjects(const std::vector<NounPhrase>& phrases,
                                                       const NounPhrase& last) const
{
    std::vector<const NounPhrase*> others;
    const bool isSaidOfAll = (isKey(last.head + 1, u"are"_qs) || isKey(last.head + 1, u"were"_qs)) &&
                             isKey(last.first - 1, u"and"_qs);
    auto phrase = startingAt(phrases, last.first);
    while (isSaidOfAll && phrase != phrases.begin() && others.size() < kMostJoined) {
        const int behind = std::prev(phrase)->head + 1;
        int at = behind;
        while (at < phrase->first && at - behind < 2 && (isKey(at, u","_qs) || isKey(at, u"and"_qs)))
            ++at;
        if (at == behind || at != phrase->first)
            break;
        --phrase;
        others.push_back(&*phrase);
    }
    return others;
}

void Drafter::addPlace(const NounPhrase& object, const PlacePhrase& place, int at, const NounPhrase& target)
{
    const bool isNothing = object.isNegated || target.isNegated || word(object.head).has(kDepiction) ||
                           word(target.head).has(kAbstract | kDepiction) || object.first == target.first;
    if (isNothing)
        return;
    // The target may stand far before ("behind him"): then the words of the place are marked, not all
    // between.
    const bool isFar = target.head < object.first && target.head < at - 2 * kMostBetween;
    const int first = std::min({object.first, at, isFar ? at : target.first});
    const int last = std::max({object.head, isFar ? object.head : target.head, place.end - 1});
    const bool isSided = place.relation.startsWith(u"left"_qs) || place.relation.startsWith(u"right"_qs);
    const bool isNew = add(ConstraintKind::Position, object.noun, {},
                           u"%1 %2 %3%4?"_qs.arg(object.noun, place.relation, target.noun,
                                                 isSided ? u", as you see it"_qs : QString()),
                           span(first, last));
    if (isNew) {
        m_drafts.last().relation = place.relation;
        m_drafts.last().target = target.noun;
    }
}

/// "a boy in a red jacket standing behind …": the boy stands there; "a wave of water behind …": the wave.
const NounPhrase& Drafter::placed(const std::vector<NounPhrase>& phrases, size_t nearest, int at) const
{
    const NounPhrase& near = phrases[nearest];
    if (nearest == 0 || phrases[nearest - 1].head + 2 != near.first)
        return near;
    const NounPhrase& holder = phrases[nearest - 1];
    const QString& joint = word(near.first - 1).key;
    const bool isOf = joint == u"of"_qs && !word(holder.head).has(kGroup | kKind | kAbstract | kDepiction);
    const bool isWorn = (joint == u"in"_qs || joint == u"with"_qs) && near.head < at - 1 &&
                        word(at - 1).has(kVerb) && !word(holder.head).has(kAbstract | kDepiction);
    return isOf || isWorn ? holder : near;
}

void Drafter::addPlaces(const std::vector<NounPhrase>& phrases)
{
    int sentence = 0;
    for (int i = 0; i < int(m_words.size()); ++i) {
        if (word(i).isSign && (isKey(i, u"."_qs) || isKey(i, u";"_qs)))
            sentence = i + 1;
        const std::optional<PlacePhrase> place = placeAt(i);
        if (!place)
            continue;
        const int at = std::exchange(i, place->end - 1);
        const auto next = startingAt(phrases, place->end);
        const bool isNamed = next != phrases.end() && next->first == place->end;
        const auto before = startingAt(phrases, at);
        const bool hasBefore = before != phrases.begin() && std::prev(before)->first >= sentence;
        const NounPhrase* near =
            hasBefore ? &placed(phrases, size_t(std::prev(before) - phrases.begin()), at) : nullptr;
        NounPhrase target;
        if (isNamed) {
            target = *next;
        } else if (isWithin(place->end) && word(place->end).has(kPronoun | kArticle)) {
            // Nothing stands behind itself.
            const NounPhrase* meant =
                antecedent(phrases, near != nullptr ? near->first : place->end, place->end);
            if (meant == nullptr && near != nullptr)
                meant = antecedent(phrases, place->end, place->end);
            if (meant == nullptr)
                continue;
            target = *meant;
        } else {
            continue;
        }
        NounPhrase end = target;
        end.head = isNamed ? target.head : place->end;
        const auto behind = isNamed ? std::next(next) : next;
        if (isFronted(at, sentence, end) || !hasBefore) {
            if (behind == phrases.end() || behind->first - end.head >= kMostBetween)
                continue;
            for (const NounPhrase* object : joined(phrases, size_t(behind - phrases.begin())))
                addPlace(*object, *place, at, target);
        } else if (at - std::prev(before)->head < kMostBetween) {
            addPlace(*near, *place, at, target);
            for (const NounPhrase* other : joinedSubjects(phrases, *near))
                addPlace(*other, *place, at, target);
        }
    }
}

void Drafter::setParents()
{
    QHash<QString, int> things;
    for (int i = 0; i < int(m_drafts.size()); ++i) {
        const DraftConstraint& draft = m_drafts.at(i);
        if (draft.kind == ConstraintKind::Count || draft.kind == ConstraintKind::Presence)
            things.insert(singularOf(draft.object), i);
    }
    for (int i = 0; i < int(m_drafts.size()); ++i) {
        DraftConstraint& draft = m_drafts[i];
        if (draft.kind == ConstraintKind::Colour || draft.kind == ConstraintKind::Position)
            draft.parent = things.value(singularOf(draft.object), -1);
    }
}

QList<DraftConstraint> Drafter::draft()
{
    addTexts();
    if (isEnglish(m_plain, m_words)) {
        const std::vector<NounPhrase> phrases = nounPhrases(m_words);
        for (size_t i = 0; i < phrases.size(); ++i) {
            const NounPhrase& phrase = phrases[i];
            addThing(phrase, i + 1 < phrases.size() ? &phrases[i + 1] : nullptr);
            addColours(phrase, phrase.colours);
            // "the background of the image is white" is said of the background, "the colour of the car" of
            // the car
            const bool isPart = i > 0 && phrases[i - 1].head + 2 == phrase.first &&
                                isKey(phrase.first - 1, u"of"_qs) &&
                                !word(phrases[i - 1].head).has(kAbstract | kGroup | kKind | kColouring);
            addSaidColours(phrase, isPart ? phrases[i - 1] : phrase);
            for (const NounPhrase* other : joinedSubjects(phrases, phrase))
                addSaidColours(phrase, *other);
        }
        addPronounColours(phrases);
        addPlaces(phrases);
    }
    std::stable_sort(
        m_drafts.begin(), m_drafts.end(),
        [](const DraftConstraint& a, const DraftConstraint& b) { return a.span.start < b.span.start; });
    setParents();
    return m_drafts;
}

} // namespace

QList<DraftConstraint> draftConstraints(const QString& prompt)
{
    return Drafter(prompt).draft();
}

} // namespace assay
