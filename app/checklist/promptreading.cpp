// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/promptreading.h"

#include "app/checklist/lexicon.h"
#include "app/checklist/mentions.h"
#include "app/checklist/plainprompt.h"

#include <algorithm>

namespace assay {

namespace {

constexpr size_t kMostJoined = 6;

} // namespace

PromptReading::PromptReading(const QString& prompt)
    : m_plain(plainPrompt(prompt))
    , m_texts(takeShownTexts(prompt, &m_plain))
    , m_words(promptWords(m_plain))
{
    m_isEnglish = assay::isEnglish(m_plain, m_words);
    m_phrases = m_isEnglish ? nounPhrases(m_words) : digitPhrases(m_words);
    relateMentions(m_words, &m_phrases);
}

bool PromptReading::isPicture(const NounPhrase& phrase) const
{
    const PromptWord& head = headOf(phrase);
    if (!head.has(kDepiction))
        return false;
    const bool canHang = isOneOf(
        phrase.head, {u"painting", u"picture", u"photo", u"photograph", u"poster", u"portrait", u"drawing"});
    const int before = phrase.first - 1;
    const bool isThere = isOneOf(before, {u"and", u"has", u"have"}) ||
                         (has(before, kPlaceWord) && !isOneOf(before, {u"of", u"in", u"to", u"at", u"on"})) ||
                         (has(before, kBeing) && isKey(before - 1, u"there")) ||
                         (has(before, kVerb) && m_phrases.front().first < before);
    return !canHang || !phrase.hasArticle || !isThere;
}

PromptReading::Place PromptReading::startingAt(int at) const
{
    return std::lower_bound(m_phrases.begin(), m_phrases.end(), at,
                            [](const NounPhrase& phrase, int first) { return phrase.first < first; });
}

/// What "it", "them", "him" at the word `at` stands for, of the phrases before `before`, or nothing.
const NounPhrase* PromptReading::antecedent(int before, int at) const
{
    const bool isMany = isOneOf(at, {u"them", u"they", u"these", u"their"});
    const bool isOfPerson = isOneOf(at, {u"him", u"her", u"he", u"she", u"his"});
    if (!isMany && !isOfPerson && !isOneOf(at, {u"it", u"this", u"that", u"its"}))
        return nullptr;
    const NounPhrase* person = nullptr;
    const NounPhrase* object = nullptr;
    int objects = 0;
    Place phrase = startingAt(before);
    for (int looked = 0; phrase != m_phrases.begin() && looked < 12; ++looked) {
        --phrase;
        const PromptWord& head = word(phrase->head);
        const bool isPlural = phrase->number > 1 || singularOf(head.key) != head.key;
        const bool isObject =
            phrase->first > 0 && word(phrase->first - 1).has(kClosed) && !word(phrase->first - 1).has(kBeing);
        if (head.has(kAbstract | kDepiction) || phrase->isNegated)
            continue;
        if (isMany && !isPlural && !isObject && person == nullptr && isPerson(head))
            person = &*phrase;
        if (isPlural != isMany)
            continue;
        // Of a person a person is meant, never the chair the person sits on; nothing wrong rather than
        // something.
        if (isOfPerson ? isPerson(head) : !isObject || isMany)
            return &*phrase;
        object = &*phrase;
        ++objects;
    }
    // "two lights hang from a wire, a tree under it": where only one thing can be meant.
    if (isOneOf(at, {u"it", u"its"}) && objects == 1)
        return object;
    // "the person stretches the arms out behind them": one person, when several were never spoken of.
    return person;
}

const NounPhrase* PromptReading::severalBefore(int at) const
{
    Place phrase = startingAt(at);
    for (int looked = 0; phrase != m_phrases.begin() && looked < 12; ++looked) {
        --phrase;
        if (phrase->number > 1 || singularOf(headOf(*phrase).key) != headOf(*phrase).key)
            return &*phrase;
    }
    return nullptr;
}

/// Whether only commas and "and" stand between the two.
bool PromptReading::isJoined(const NounPhrase& first, const NounPhrase& second) const
{
    const int behind = first.head + 1;
    int at = behind;
    while (at < second.first && at - behind < 2 && (isKey(at, u",") || isKey(at, u"and")))
        ++at;
    return at > behind && at == second.first;
}

std::vector<const NounPhrase*> PromptReading::joined(Place first) const
{
    std::vector<const NounPhrase*> things{&*first};
    for (Place next = std::next(first); next != m_phrases.end() && things.size() < kMostJoined; ++next) {
        if (!isJoined(*std::prev(next), *next))
            break;
        things.push_back(&*next);
    }
    return things;
}

std::vector<const NounPhrase*> PromptReading::joinedBefore(const NounPhrase& last) const
{
    std::vector<const NounPhrase*> others;
    Place phrase = startingAt(last.first);
    while (isKey(last.first - 1, u"and") && phrase != m_phrases.begin() && others.size() < kMostJoined &&
           isJoined(*std::prev(phrase), *phrase)) {
        --phrase;
        others.push_back(&*phrase);
    }
    return others;
}

std::vector<const NounPhrase*> PromptReading::joinedSubjects(const NounPhrase& last) const
{
    const bool isSaidOfAll = isKey(last.head + 1, u"are") || isKey(last.head + 1, u"were");
    return isSaidOfAll ? joinedBefore(last) : std::vector<const NounPhrase*>();
}

std::vector<const NounPhrase*> PromptReading::placedTogether(const NounPhrase& last) const
{
    const std::vector<const NounPhrase*> others = joinedBefore(last);
    if (others.empty() || isKey(last.head + 1, u"are") || isKey(last.head + 1, u"were"))
        return others;
    const int before = others.back()->first - 1;
    const bool isThere = has(before, kBeing) && isKey(before - 1, u"there");
    const bool isFirst =
        before < 0 || isKey(before, u".") || (isKey(before, u"of") && has(before - 1, kDepiction));
    const int verb = last.head + 1;
    const bool isDoing =
        has(verb, kVerb) && (word(verb).key.endsWith(u"ing"_qs) ||
                             (!word(verb).key.endsWith(u's') && !word(verb).key.endsWith(u"ed"_qs)));
    return isThere || (isFirst && isDoing) ? others : std::vector<const NounPhrase*>();
}

bool isPerson(const PromptWord& word)
{
    return word.has(kPerson) || (wordFlags(singularOf(word.key)) & kPerson) != 0;
}

} // namespace assay
