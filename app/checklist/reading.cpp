// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/reading.h"

#include "app/checklist/draftlexicon.h"

#include <QHash>

#include <algorithm>

namespace assay {

namespace {

constexpr size_t kMostJoined = 6;

} // namespace

Reading::Reading(const QString& prompt)
    : m_plain(plainPrompt(prompt))
    , m_texts(takeShownTexts(prompt, &m_plain))
    , m_words(promptWords(m_plain))
{
    if (isEnglish(m_plain, m_words))
        m_phrases = nounPhrases(m_words);
    QHash<QString, int> counted;
    for (const NounPhrase& phrase : m_phrases)
        counted[phrase.noun] += phrase.number > 1 ? 1 : 0;
    for (NounPhrase& phrase : m_phrases)
        phrase.isToldByColour =
            phrase.number > 1 && !phrase.colours.isEmpty() && counted.value(phrase.noun) > 1;
}

Reading::Place Reading::startingAt(int at) const
{
    return std::lower_bound(m_phrases.begin(), m_phrases.end(), at,
                            [](const NounPhrase& phrase, int first) { return phrase.first < first; });
}

/// What "it", "them", "him" at the word `at` stands for, of the phrases before `before`, or nothing.
const NounPhrase* Reading::antecedent(int before, int at) const
{
    const bool isMany = isOneOf(at, {u"them", u"they", u"these"});
    const bool isOfPerson = isOneOf(at, {u"him", u"her", u"he", u"she"});
    if (!isMany && !isOfPerson && !isOneOf(at, {u"it", u"this", u"that"}))
        return nullptr;
    const NounPhrase* person = nullptr;
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
    }
    // "the person stretches the arms out behind them": one person, when several were never spoken of.
    return person;
}

const NounPhrase* Reading::severalBefore(int at) const
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
bool Reading::isJoined(const NounPhrase& first, const NounPhrase& second) const
{
    const int behind = first.head + 1;
    int at = behind;
    while (at < second.first && at - behind < 2 && (isKey(at, u",") || isKey(at, u"and")))
        ++at;
    return at > behind && at == second.first;
}

std::vector<const NounPhrase*> Reading::joined(Place first) const
{
    std::vector<const NounPhrase*> things{&*first};
    for (Place next = std::next(first); next != m_phrases.end() && things.size() < kMostJoined; ++next) {
        if (!isJoined(*std::prev(next), *next))
            break;
        things.push_back(&*next);
    }
    return things;
}

std::vector<const NounPhrase*> Reading::joinedSubjects(const NounPhrase& last) const
{
    std::vector<const NounPhrase*> others;
    const bool isSaidOfAll =
        (isKey(last.head + 1, u"are") || isKey(last.head + 1, u"were")) && isKey(last.first - 1, u"and");
    Place phrase = startingAt(last.first);
    while (isSaidOfAll && phrase != m_phrases.begin() && others.size() < kMostJoined &&
           isJoined(*std::prev(phrase), *phrase)) {
        --phrase;
        others.push_back(&*phrase);
    }
    return others;
}

bool isPerson(const PromptWord& word)
{
    return word.has(kPerson) || (draftWordFlags(singularOf(word.key)) & kPerson) != 0;
}

} // namespace assay
