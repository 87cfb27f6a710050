// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/phrasereader.h"

#include <QHash>

namespace assay {

namespace {

bool isOnlyOne(const PromptWord& word)
{
    return word.key == u"single"_qs || word.key == u"lone"_qs || word.key == u"solitary"_qs;
}

} // namespace

/// "a pair of", "a trio of", "a dozen"; 0: no such number.
int PhraseReader::groupNumber(int i) const
{
    static const QHash<QString, int> kGroups = {{u"pair"_qs, 2},    {u"couple"_qs, 2},  {u"duo"_qs, 2},
                                                {u"twosome"_qs, 2}, {u"trio"_qs, 3},    {u"threesome"_qs, 3},
                                                {u"triad"_qs, 3},   {u"quartet"_qs, 4}, {u"foursome"_qs, 4},
                                                {u"quintet"_qs, 5}, {u"sextet"_qs, 6},  {u"octet"_qs, 8}};
    if (!isWithin(i))
        return 0;
    if (word(i).key == u"dozen"_qs)
        return 12;
    const bool isGroup = isWithin(i + 1) && word(i + 1).key == u"of"_qs;
    return isGroup ? kGroups.value(word(i).key) : 0;
}

/// "a 2x2 grid of photos", "a set of 2x2 icons": 4, with the index behind the number and its grid; 0: none.
int PhraseReader::gridNumber(int i, int* end) const
{
    if (!isWithin(i) || word(i).key.size() != 3 || word(i).key.at(1) != u'x')
        return 0;
    const QChar rows = word(i).key.front();
    const QChar columns = word(i).key.back();
    const int number = rows.isDigit() && columns.isDigit() ? rows.digitValue() * columns.digitValue() : 0;
    const bool isOfGrid = i > 1 && word(i - 1).key == u"of"_qs && word(i - 2).has(kGroup);
    const bool isGridOf = isWithin(i + 2) && word(i + 1).has(kGroup) && word(i + 2).key == u"of"_qs;
    *end = isGridOf ? i + 3 : i + 1;
    return number > 0 && (isOfGrid || isGridOf) ? number : 0;
}

/// "twenty two", "two dozen", "3"; of "two or three", "3-4" no number is sure.
int PhraseReader::readNumber(int at, NounPhrase* phrase) const
{
    int i = at;
    phrase->number = draftNumber(word(i).key);
    ++i;
    const auto next = [&] { return isWithin(i) && word(i).has(kNumber) ? draftNumber(word(i).key) : -1; };
    if (phrase->number >= 20 && phrase->number % 10 == 0 && word(at).key.front().isLetter() && next() > 0 &&
        next() < 10)
        phrase->number += draftNumber(word(i++).key);
    else if (isWithin(i) && word(i).key == u"dozen"_qs) {
        phrase->number *= 12;
        ++i;
    }
    const bool isRange = isWithin(i + 1) && word(i + 1).has(kNumber) &&
                         (word(i).key == u"or"_qs || word(i).key == u"to"_qs || word(i).key == u"-"_qs ||
                          word(i).key == QString(QChar(0x2013)));
    if (!isRange)
        return i;
    phrase->number = -1;
    return i + 2;
}

int PhraseReader::readOpening(int at, NounPhrase* phrase) const
{
    int i = at;
    phrase->isNegated = at > 0 && (word(at - 1).key == u"without"_qs || word(at - 1).key == u"not"_qs);
    if (isWithin(i + 2) && word(i).key == u"half"_qs && word(i + 2).key == u"dozen"_qs) {
        phrase->number = 6;
        return i + 3;
    }
    while (isWithin(i) && word(i).has(kArticle) && i - at < 3) {
        phrase->isNegated = phrase->isNegated || word(i).key == u"no"_qs;
        phrase->hasArticle = true;
        phrase->isBoth = phrase->isBoth || word(i).key == u"both"_qs;
        ++i;
    }
    if (phrase->isBoth)
        phrase->number = 2;
    if (const int ofGroup = groupNumber(i); ofGroup > 0) {
        phrase->number = ofGroup;
        i += word(i).key == u"dozen"_qs ? 1 : 2;
    } else if (int end = i; const int ofGrid = gridNumber(i, &end)) {
        phrase->number = ofGrid;
        i = end;
    } else if (isWithin(i) && isOnlyOne(word(i))) {
        phrase->number = 1;
        ++i;
    } else if (isWithin(i) && word(i).has(kNumber)) {
        i = readNumber(i, phrase);
        if (isWithin(i) && word(i).key == u"of"_qs)
            ++i;
    }
    while (isWithin(i) && phrase->number >= 0 && word(i).has(kArticle))
        ++i;
    return i;
}

bool PhraseReader::isOnlyColours(int first, int end) const
{
    for (int i = first; i < end && i - first < 8; ++i) {
        if (!isJoint(word(i)) && !word(i).has(kColourWord | kToneWord | kAdjective) && word(i).key != u"-"_qs)
            return false;
    }
    return end - first <= 6;
}

void PhraseReader::giveNumberBack(std::vector<NounPhrase>* phrases, const NounPhrase& bare) const
{
    const auto give = [&](NounPhrase* to) {
        if (to->number >= 0)
            return;
        to->number = bare.number;
        to->numberAt = bare.first;
    };
    const int set = bare.first - 2;
    if (phrases->empty() || set < 0 || word(set + 1).key != u"of"_qs || !word(set).has(kGroup))
        return;
    // "napkins, white, set of four": colours between are no owners.
    size_t at = phrases->size() - (phrases->back().head == set ? 1 : 0);
    const int behind = at < phrases->size() ? phrases->back().first : set;
    while (at > 0 && word((*phrases)[at - 1].head).has(kColourWord))
        --at;
    NounPhrase& owner = phrases->back();
    const QStringList words = owner.noun.split(u' ');
    const bool isSetAlone = owner.head != set || (words.size() == 1 && !owner.hasArticle);
    if (isSetAlone && at > 0 && isOnlyColours((*phrases)[at - 1].head + 1, behind)) {
        give(&(*phrases)[at - 1]);
        return;
    }
    if (owner.head != set)
        return;
    QStringList noun = words;
    if (noun.size() > 1 && !word(set - 1).has(kAdjective)) {
        noun.removeLast();
        owner.noun = noun.join(u' ');
        owner.head = set - 1;
    }
    give(&owner);
}

/// "cats, three of them": the number of the plural before it; "two of them red" speaks of some only.
void PhraseReader::readTotal(std::vector<NounPhrase>* phrases, int at) const
{
    const bool isTotal = word(at).has(kNumber) && isWithin(at + 2) && word(at + 1).key == u"of"_qs &&
                         word(at + 2).key == u"them"_qs && (!isWithin(at + 3) || word(at + 3).isSign);
    if (!isTotal || phrases->empty() || !isPlural(word(phrases->back().head)) || phrases->back().number >= 0)
        return;
    const int before = at - 1 - phrases->back().head;
    if (before < 1 || before > 2 || !isJoint(word(at - 1)))
        return;
    phrases->back().number = draftNumber(word(at).key);
    phrases->back().numberAt = at;
}

} // namespace assay
