// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/draft.h"

#include "app/checklist/draftlexicon.h"
#include "app/checklist/nounphrases.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace assay {

namespace {

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
    void addThing(const NounPhrase& phrase);
    void addColours(const NounPhrase& phrase, const QList<ColourWords>& colours);
    void addSaidColours(const NounPhrase& phrase);
    void addPlaces(const std::vector<NounPhrase>& phrases);
    std::optional<PlacePhrase> placeAt(int at) const;
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

void Drafter::addThing(const NounPhrase& phrase)
{
    const PromptWord& head = word(phrase.head);
    if (head.has(kMeasure) || (head.has(kDepiction) && phrase.number < 2))
        return;
    const PromptSpan where = span(phrase.first, phrase.head);
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

/// "the cup is red", "the plate is in brown colour", "napkins, white, …".
void Drafter::addSaidColours(const NounPhrase& phrase)
{
    int i = phrase.head + 1;
    const bool isSaid = isWithin(i) && word(i).has(kBeing);
    const bool isTag = isKey(i, u","_qs);
    const bool isIn = isKey(i, u"in"_qs);
    if (!isSaid && !isTag && !isIn)
        return;
    ++i;
    while (isWithin(i) && isSaid && (word(i).has(kAdverb) || isKey(i, u"in"_qs) || isKey(i, u"painted"_qs)))
        ++i;
    if (isWithin(i) && isSaid && word(i).has(kArticle))
        ++i;
    int end = i;
    const QList<ColourWords> colours = coloursAt(m_words, i, &end);
    if (colours.isEmpty())
        return;
    const bool isColouring = isWithin(end) && word(end).has(kColouring);
    const bool isClosed = !isWithin(end) || word(end).isSign || word(end).has(kClosed | kBeing);
    if (isColouring || isClosed)
        addColours(phrase, colours);
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
        const int ofAt = isKey(i + 1, u"side"_qs) ? i + 2 : i + 1;
        if (isKey(ofAt, u"of"_qs)) {
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

void Drafter::addPlaces(const std::vector<NounPhrase>& phrases)
{
    const auto startingAt = [&](int at) {
        return std::lower_bound(phrases.begin(), phrases.end(), at,
                                [](const NounPhrase& phrase, int first) { return phrase.first < first; });
    };
    int sentence = 0;
    for (int i = 0; i < int(m_words.size()); ++i) {
        if (word(i).isSign && (isKey(i, u"."_qs) || isKey(i, u";"_qs)))
            sentence = i + 1;
        const std::optional<PlacePhrase> place = placeAt(i);
        if (!place)
            continue;
        const auto target = startingAt(place->end);
        if (target == phrases.end() || target->first != place->end) {
            i = place->end - 1;
            continue;
        }
        auto object = startingAt(i);
        const bool hasBefore = object != phrases.begin() && std::prev(object)->first >= sentence;
        object = hasBefore ? std::prev(object) : std::next(target);
        const bool isUsable = object != phrases.end() && !word(object->head).has(kDepiction) &&
                              object->first - target->head < 8 && !object->isNegated && !target->isNegated;
        if (isUsable && !word(target->head).has(kAbstract | kDepiction)) {
            const int first = std::min(object->first, i);
            const int last = std::max(object->head, target->head);
            const bool isSided =
                place->relation.startsWith(u"left"_qs) || place->relation.startsWith(u"right"_qs);
            const bool isNew = add(ConstraintKind::Position, object->noun, {},
                                   u"%1 %2 %3%4?"_qs.arg(object->noun, place->relation, target->noun,
                                                         isSided ? u", as you see it"_qs : QString()),
                                   span(first, last));
            if (isNew) {
                m_drafts.last().relation = place->relation;
                m_drafts.last().target = target->noun;
            }
        }
        i = place->end - 1;
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
        for (const NounPhrase& phrase : phrases) {
            addThing(phrase);
            addColours(phrase, phrase.colours);
            addSaidColours(phrase);
        }
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
