// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/wordfinder.h"

#include "app/checklist/lexicon.h"

#include <algorithm>

namespace assay {

namespace {

constexpr int kModifiers = 5;  ///< words between a number or a colour and its noun
constexpr int kTailGap = 4;    ///< words from one word of a tail to the next
constexpr int kSideWords = 10; ///< words between a relation and what it relates
constexpr int kNumberScore = 100;

bool containsWord(const QStringList& words, const QString& key)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const QString& word) { return isSameWord(word, key); });
}

} // namespace

WordFinder::WordFinder(const QString& prompt)
    : m_prompt(prompt)
    , m_words(splitWords(prompt))
    , m_relations(relationPhrases(m_words))
    , m_isTaken(size_t(m_words.size()))
{
    for (int i = 0; i < m_words.size(); ++i) {
        if (m_words.at(i).isSign)
            continue;
        for (const QString& form : wordForms(m_words.at(i).key)) {
            QList<int>& places = m_index[form];
            if (places.isEmpty() || places.constLast() != i)
                places.append(i);
        }
    }
}

void WordFinder::take(int start, int end)
{
    auto word = std::upper_bound(m_words.begin(), m_words.end(), start,
                                 [](int at, const Word& candidate) { return at < candidate.end(); });
    for (; word != m_words.end() && word->start < end; ++word)
        m_isTaken[size_t(std::distance(m_words.begin(), word))] = true;
}

QList<int> WordFinder::find(const Demand& demand)
{
    QList<int> found;
    switch (demand.shape) {
    case Demand::Shape::Text:
        found = findText(demand);
        break;
    case Demand::Shape::Property:
        found = findProperty(demand);
        break;
    case Demand::Shape::Position:
        found = findPosition(demand);
        break;
    case Demand::Shape::Phrase:
        found = findPhrase(demand);
        break;
    case Demand::Shape::Nothing:
        break;
    }
    for (const int word : found)
        m_isTaken[size_t(word)] = true;
    return found;
}

/// In quotes of any kind; without them only behind a word that announces a text.
QList<int> WordFinder::findText(const Demand& demand) const
{
    const QString opening = demand.text.constFirst();
    const Words asWords = splitWords(opening);
    const QList<int> starts = asWords.isEmpty() || asWords.constFirst().isSign
                                  ? QList<int>()
                                  : m_index.value(asWords.constFirst().key);
    for (const int start : starts) {
        const QList<int> found = quoted(demand.text, start);
        if (!found.isEmpty() && std::all_of(found.begin(), found.end(), [&](int i) { return isFree(i); }))
            return withAnnouncement(found);
    }
    return {};
}

QList<int> WordFinder::quoted(const QStringList& text, int first) const
{
    if (first + text.size() > m_words.size())
        return {};
    for (int i = 0; i < text.size(); ++i) {
        const Word& word = m_words.at(first + i);
        if (QStringView(m_prompt).mid(word.start, word.length) != text.at(i))
            return {};
    }
    int end = first + int(text.size());
    const int before = first - 1;
    const bool isOpened = before >= 0 && isQuote(m_words.at(before).key);
    if (isOpened && isWithin(end + 1) && (m_words.at(end).key == u","_qs || m_words.at(end).key == u"."_qs))
        ++end;
    const bool isClosed = isWithin(end) && isQuote(m_words.at(end).key);
    const bool isAnnounced = before >= 0 && announcesText(m_words.at(before).key);
    if (!(isOpened && isClosed) && !isAnnounced)
        return {};
    QList<int> found;
    for (int i = isOpened ? before : first; i < (isOpened ? end + 1 : end); ++i)
        found.append(i);
    return found;
}

/// "the text" before "SALE" belongs to it.
QList<int> WordFinder::withAnnouncement(QList<int> found) const
{
    int at = found.constFirst() - 1;
    if (isWithin(at) && m_words.at(at).key == u":"_qs && isWithin(at - 1) &&
        announcesText(m_words.at(at - 1).key) && isFree(at))
        found.prepend(at--);
    bool isAnnounced = false;
    for (; isWithin(at) && isFree(at) && announcesText(m_words.at(at).key); --at) {
        found.prepend(at);
        isAnnounced = true;
    }
    if (isAnnounced && isWithin(at) && isFree(at) && wordClass(m_words.at(at).key) == WordClass::Article)
        found.prepend(at);
    return found;
}

QList<int> WordFinder::findProperty(const Demand& demand) const
{
    for (const int place : places(demand.value.constLast())) {
        if (!isFree(place) || !(isSaidAfter(place, demand.object) || isSaidBefore(place, demand.object)))
            continue;
        QList<int> found{place};
        for (int i = place - 1; isWithin(i) && place - i <= kModifiers; --i) {
            if (isFree(i) && isContent(i) && containsWord(demand.value, m_words.at(i).key))
                found.prepend(i);
            else if (!joinsColours(i))
                break;
        }
        return bridged(found);
    }
    return {};
}

/// "red glossy mugs": from the value on to the noun.
bool WordFinder::isSaidAfter(int value, const QString& object) const
{
    const bool isThere = m_index.contains(object);
    for (int i = value + 1; isWithin(i) && i <= value + kModifiers; ++i) {
        const Word& word = m_words.at(i);
        if (isContent(i)) {
            if (isSameWord(word.key, object))
                return true;
            // A "lampshade" is a shade.
            if (!isThere && word.length >= 4 && object.endsWith(word.key))
                return true;
        } else if (!joinsColours(i) && word.key != u"-"_qs) {
            return false;
        }
    }
    return false;
}

/// "mugs in red", "mugs are bright red": from the value back over joining words to the noun.
bool WordFinder::isSaidBefore(int value, const QString& object) const
{
    if (isWithin(value + 1) && isContent(value + 1))
        return false;
    bool isJoined = false;
    for (int i = value - 1; isWithin(i) && i >= value - kModifiers; --i) {
        const QString& key = m_words.at(i).key;
        if (isContent(i) && isSameWord(key, object))
            return isJoined;
        const bool joins = wordClass(key) == WordClass::Link || key == u"in"_qs || key == u"of"_qs ||
                           key == u"painted"_qs || key == u"that"_qs;
        isJoined = isJoined || joins;
        if (!joins && !isTone(key) && !isColour(key) && !joinsColours(i))
            return false;
    }
    return false;
}

QList<int> WordFinder::findPosition(const Demand& demand) const
{
    const RelationPhrase* best = nullptr;
    int bestScore = 0;
    for (const RelationPhrase& phrase : m_relations) {
        if (phrase.relation != demand.relation || !isFree(phrase.first) || !isFree(phrase.last))
            continue;
        const int score = positionScore(phrase, demand);
        if (score > bestScore) {
            best = &phrase;
            bestScore = score;
        }
    }
    QList<int> found;
    for (int i = best ? best->first : 0; best && i <= best->last; ++i) {
        if (isFree(i))
            found.append(i);
    }
    return found;
}

/// 2: both sides are there; 1: one side is, and the other is not named there; 0: it speaks of something else.
int WordFinder::positionScore(const RelationPhrase& phrase, const Demand& demand) const
{
    const auto isNamed = [&](const QStringList& side) {
        return std::any_of(side.begin(), side.end(),
                           [&](const QString& word) { return !places(word).isEmpty(); });
    };
    const bool hasSubject = hasAny(phrase.first - 1, -1, demand.subject);
    const bool hasTarget = hasAny(phrase.last + 1, 1, demand.target);
    if (hasSubject && hasTarget)
        return 2;
    const bool isLast = !isWithin(phrase.last + 1) || m_words.at(phrase.last + 1).isSign;
    if (hasSubject)
        return demand.target.isEmpty() || isLast ? 1 : 0;
    return hasTarget && !isNamed(demand.subject) ? 1 : 0;
}

/// One of the wanted words stands from there on, in the same part of the sentence.
bool WordFinder::hasAny(int from, int step, const QStringList& wanted) const
{
    for (int i = from, count = 0; isWithin(i) && count < kSideWords; i += step, ++count) {
        if (m_words.at(i).isSign && m_words.at(i).key != u"-"_qs)
            return false;
        if (isContent(i) && containsWord(wanted, m_words.at(i).key))
            return true;
    }
    return false;
}

QList<int> WordFinder::findPhrase(const Demand& demand) const
{
    Candidate best;
    for (const int head : places(demand.head)) {
        const Candidate candidate = isFree(head) ? phraseAt(head, demand) : Candidate{};
        if (candidate.score > best.score)
            best = candidate;
    }
    return bridged(best.found);
}

WordFinder::Candidate WordFinder::phraseAt(int head, const Demand& demand) const
{
    const bool isOtherForm = m_words.at(head).key != demand.head;
    // "three mug holders" are no mugs.
    if (isOtherForm && isWithin(head + 1) && isContent(head + 1))
        return {};
    const NounPhrase noun = nounPhrase(head);
    Candidate candidate{{}, 1};
    for (const int word : noun.inner) {
        if (!containsWord(demand.modifiers, m_words.at(word).key))
            continue;
        ++candidate.score;
        if (isFree(word))
            candidate.found.append(word);
    }
    const bool isNumbered = demand.number.has_value();
    if (isNumbered ? !addNumber(head, noun, demand, &candidate)
                   : !demand.modifiers.isEmpty() && candidate.score == 1)
        return {};
    candidate.found.append(head);
    std::sort(candidate.found.begin(), candidate.found.end());
    const QList<int> tail = tailAfter(head, demand.tail);
    candidate.found += tail;
    candidate.score += int(tail.size());
    return candidate;
}

/// False when another number governs the noun.
bool WordFinder::addNumber(int head, const NounPhrase& noun, const Demand& demand, Candidate* candidate) const
{
    if (noun.number < 0)
        return m_words.at(head).key == demand.head;
    if (countValue(m_words.at(noun.number).key) != demand.number)
        return false;
    candidate->score += kNumberScore;
    if (isFree(noun.number))
        candidate->found.append(noun.number);
    return true;
}

WordFinder::NounPhrase WordFinder::nounPhrase(int head) const
{
    NounPhrase noun;
    for (int i = head - 1; isWithin(i) && head - i <= kModifiers + 1; --i) {
        const QString& key = m_words.at(i).key;
        if (countValue(key)) {
            noun.number = i;
            break;
        }
        if (isContent(i))
            noun.inner.append(i);
        else if (!joinsColours(i) && key != u"-"_qs)
            break;
    }
    return noun;
}

/// What of the tail follows the noun; a direction counts only with the thing it leads to.
QList<int> WordFinder::tailAfter(int head, const QStringList& tail) const
{
    QList<int> found;
    int from = head + 1;
    for (const QString& wanted : tail) {
        int at = -1;
        for (int i = from; at < 0 && isWithin(i) && i < from + kTailGap && !m_words.at(i).isSign; ++i) {
            if (isFree(i) && isSameWord(m_words.at(i).key, wanted))
                at = i;
        }
        if (at < 0) {
            while (!found.isEmpty() && wordClass(m_words.at(found.constLast()).key) == WordClass::Direction)
                found.removeLast();
            return found;
        }
        found.append(at);
        from = at + 1;
    }
    return found;
}

/// With the small words between two that were found: "lemon in front".
QList<int> WordFinder::bridged(const QList<int>& found) const
{
    QList<int> result;
    for (const int word : found) {
        const int from = result.isEmpty() ? word : result.constLast() + 1;
        bool isBridge = true;
        for (int i = from; i < word; ++i)
            isBridge = isBridge && isFree(i) && !m_words.at(i).isSign && !carriesMeaning(m_words.at(i).key);
        for (int i = from; isBridge && i < word; ++i)
            result.append(i);
        result.append(word);
    }
    return result;
}

/// Where the word stands, in the singular or the plural.
QList<int> WordFinder::places(const QString& key) const
{
    QList<int> result;
    for (const QString& form : wordForms(key))
        result += m_index.value(form);
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

bool WordFinder::isContent(int word) const
{
    return !m_words.at(word).isSign && wordClass(m_words.at(word).key) == WordClass::Content;
}

/// "red and white", "red, white": what stands between two adjectives, not between two things.
bool WordFinder::joinsColours(int word) const
{
    const Word& joint = m_words.at(word);
    const bool joins =
        joint.key == u","_qs || (!joint.isSign && wordClass(joint.key) == WordClass::Conjunction);
    return joins && word > 0 && isColour(m_words.at(word - 1).key);
}

} // namespace assay
