// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/demand.h"

#include "app/checklist/lexicon.h"

#include <algorithm>

namespace assay {

namespace {

QStringList contents(const Words& words, qsizetype first, qsizetype end)
{
    QStringList result;
    for (qsizetype i = first; i < end; ++i) {
        if (!words.at(i).isSign && wordClass(words.at(i).key) == WordClass::Content)
            result.append(words.at(i).key);
    }
    return result;
}

/// The words between the first and the last quote, or of a Text constraint without quotes those after
/// "reads".
QStringList textOf(const Constraint& constraint, const Words& words)
{
    const auto isMark = [](const Word& word) { return word.isSign && isQuote(word.key); };
    auto first = std::find_if(words.begin(), words.end(), isMark);
    auto last = std::find_if(words.rbegin(), words.rend(), isMark).base();
    if (first != words.end() && std::distance(first, last) > 2) {
        ++first;
        --last;
    } else if (constraint.kind == ConstraintKind::Text) {
        first = std::find_if(words.begin(), words.end(),
                             [](const Word& word) { return announcesText(word.key); });
        first = first == words.end() ? first : std::next(first);
        last = words.end();
    } else {
        return {};
    }
    QStringList text;
    for (auto word = first; word < last; ++word)
        text.append(constraint.statement.mid(word->start, word->length));
    return text;
}

bool readText(const Constraint& constraint, const Words& words, Demand* demand)
{
    demand->text = textOf(constraint, words);
    demand->shape = Demand::Shape::Text;
    return !demand->text.isEmpty();
}

bool readPosition(const Constraint& constraint, const Words& words, Demand* demand)
{
    const QList<RelationPhrase> phrases = relationPhrases(words);
    if (constraint.kind != ConstraintKind::Position || phrases.isEmpty())
        return false;
    const RelationPhrase& phrase = phrases.constFirst();
    demand->shape = Demand::Shape::Position;
    demand->relation = phrase.relation;
    demand->subject = contents(words, 0, phrase.first);
    demand->target = contents(words, phrase.last + 1, words.size());
    return !demand->subject.isEmpty() || !demand->target.isEmpty();
}

bool isPlace(const Word& word)
{
    const WordClass found = wordClass(word.key);
    return found == WordClass::Preposition || found == WordClass::Direction || found == WordClass::Number;
}

/// "mugs contain red", "the bottle is dark blue"; of a colour also "red mugs".
bool readProperty(const Constraint& constraint, const Words& words, Demand* demand)
{
    if (constraint.kind == ConstraintKind::Count)
        return false;
    const auto link = std::find_if(words.begin(), words.end(),
                                   [](const Word& word) { return wordClass(word.key) == WordClass::Link; });
    demand->shape = Demand::Shape::Property;
    if (link == words.end()) {
        if (constraint.kind != ConstraintKind::Colour)
            return false;
        demand->value = contents(words, 0, words.size());
        if (demand->value.size() > 1 && !isColour(demand->value.constLast()))
            demand->object = demand->value.takeLast();
        return !demand->value.isEmpty();
    }
    if (std::any_of(link, words.end(), isPlace))
        return false;
    const qsizetype at = std::distance(words.begin(), link);
    const QStringList object = contents(words, 0, at);
    demand->object = object.isEmpty() ? QString() : object.constLast();
    demand->value = contents(words, at + 1, words.size());
    return !demand->value.isEmpty();
}

/// The noun with its number and what stands before it, then the place.
bool readPhrase(const Words& words, Demand* demand)
{
    demand->shape = Demand::Shape::Phrase;
    bool isTail = false;
    for (const Word& word : words) {
        const WordClass found = wordClass(word.key);
        const bool isContent = found == WordClass::Content && !word.isSign;
        if (found == WordClass::Number && !demand->number && !isTail)
            demand->number = numberValue(word.key);
        else if (found == WordClass::Direction && !demand->modifiers.isEmpty())
            demand->tail.append(word.key);
        else if (isContent)
            (isTail ? demand->tail : demand->modifiers).append(word.key);
        const bool isEnd = found == WordClass::Preposition || found == WordClass::Direction;
        isTail = isTail || (isEnd && !demand->modifiers.isEmpty());
    }
    if (demand->modifiers.isEmpty())
        return false;
    demand->head = demand->modifiers.takeLast();
    return true;
}

bool areSameWords(const QStringList& a, const QStringList& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), isSameWord);
}

bool isSameDemand(const Demand& a, const Demand& b)
{
    if (a.shape != b.shape)
        return false;
    switch (a.shape) {
    case Demand::Shape::Text:
        return a.text == b.text;
    case Demand::Shape::Property:
        return isSameWord(a.object, b.object) && areSameWords(a.value, b.value);
    case Demand::Shape::Position:
        return a.relation == b.relation && areSameWords(a.subject, b.subject) &&
               areSameWords(a.target, b.target);
    case Demand::Shape::Phrase:
        return a.number == b.number && isSameWord(a.head, b.head) && areSameWords(a.modifiers, b.modifiers) &&
               areSameWords(a.tail, b.tail);
    case Demand::Shape::Nothing:
        return false;
    }
    return false;
}

QString bareStatement(const QString& statement)
{
    QString bare = statement.simplified().toCaseFolded();
    while (bare.endsWith(u'?') || bare.endsWith(u'.') || bare.endsWith(u' '))
        bare.chop(1);
    return bare;
}

} // namespace

ComparedConstraint::ComparedConstraint(const Constraint& constraint)
    : kind(constraint.kind)
    , statement(bareStatement(constraint.statement))
    , demand(demandOf(constraint))
{
}

bool isSameDemand(const ComparedConstraint& a, const ComparedConstraint& b)
{
    return a.statement == b.statement || (a.kind == b.kind && isSameDemand(a.demand, b.demand));
}

Demand demandOf(const Constraint& constraint)
{
    const Words words = splitWords(constraint.statement);
    Demand text;
    if (readText(constraint, words, &text))
        return text;
    if (constraint.kind == ConstraintKind::Text)
        return {};
    Demand position;
    if (readPosition(constraint, words, &position))
        return position;
    Demand property;
    if (readProperty(constraint, words, &property))
        return property;
    Demand phrase;
    return readPhrase(words, &phrase) ? phrase : Demand{};
}

} // namespace assay
