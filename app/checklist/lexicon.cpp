// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/lexicon.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace assay {

namespace {

QStringList listed(const QString& words)
{
    return words.split(u' ', Qt::SkipEmptyParts);
}

QSet<QString> setOf(const QString& words)
{
    const QStringList list = listed(words);
    return {list.begin(), list.end()};
}

QHash<QString, WordClass> makeClasses()
{
    const QList<std::pair<WordClass, QString>> lists = {
        {WordClass::Article, u"a an the this that these those its their his her some"_qs},
        {WordClass::Link,
         u"is are was were be being been contain contains containing has have having show shows "
         u"showing appear appears appearing"_qs},
        {WordClass::Filler, u"exactly only just total number there visible present must should shown seen as "
                            u"viewer viewer's viewers it they them reads read"_qs},
        {WordClass::Preposition,
         u"of to at in on by from with without for into onto near against through along across within"_qs},
        {WordClass::Direction,
         u"above over below under underneath beneath behind beside between inside outside "
         u"atop around left right front next top bottom"_qs},
        {WordClass::Conjunction, u"and or but plus"_qs}};
    QHash<QString, WordClass> classes;
    for (const auto& [wordClass, words] : lists) {
        for (const QString& word : listed(words))
            classes.insert(word, wordClass);
    }
    return classes;
}

QHash<QString, int> makeNumbers()
{
    QHash<QString, int> numbers;
    int value = 0;
    for (const QString& word :
         listed(u"zero one two three four five six seven eight nine ten eleven twelve "
                u"thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"_qs))
        numbers.insert(word, value++);
    numbers.insert(u"no"_qs, 0);
    numbers.insert(u"single"_qs, 1);
    numbers.insert(u"dozen"_qs, 12);
    return numbers;
}

QHash<QString, QString> makeIrregular()
{
    return {{u"people"_qs, u"person"_qs},  {u"men"_qs, u"man"_qs},     {u"women"_qs, u"woman"_qs},
            {u"children"_qs, u"child"_qs}, {u"mice"_qs, u"mouse"_qs},  {u"feet"_qs, u"foot"_qs},
            {u"teeth"_qs, u"tooth"_qs},    {u"geese"_qs, u"goose"_qs}, {u"cacti"_qs, u"cactus"_qs},
            {u"octopi"_qs, u"octopus"_qs}, {u"oxen"_qs, u"ox"_qs},     {u"dice"_qs, u"die"_qs},
            {u"grey"_qs, u"gray"_qs},      {u"golden"_qs, u"gold"_qs}};
}

bool isPluralEnding(const QString& word)
{
    return word.size() > 3 && word.endsWith(u's') && !word.endsWith(u"ss"_qs) && !word.endsWith(u"us"_qs) &&
           !word.endsWith(u"is"_qs) && !word.endsWith(u"'s"_qs);
}

} // namespace

WordClass wordClass(const QString& key)
{
    static const QHash<QString, WordClass> kClasses = makeClasses();
    if (numberValue(key))
        return WordClass::Number;
    return kClasses.value(key, WordClass::Content);
}

bool carriesMeaning(const QString& key)
{
    const WordClass found = wordClass(key);
    return found == WordClass::Content || found == WordClass::Number;
}

std::optional<int> numberValue(const QString& key)
{
    static const QHash<QString, int> kNumbers = makeNumbers();
    if (const auto found = kNumbers.constFind(key); found != kNumbers.constEnd())
        return *found;
    bool isNumber = false;
    const int value = key.toInt(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

std::optional<int> countValue(const QString& key)
{
    return key == u"a"_qs || key == u"an"_qs ? std::optional(1) : numberValue(key);
}

bool isColour(const QString& key)
{
    static const QSet<QString> kColours = setOf(
        u"red orange yellow green blue purple pink brown black white gray grey silver gold golden beige teal "
        u"turquoise violet magenta cyan maroon navy tan cream crimson scarlet indigo lilac lavender mint "
        u"coral "
        u"terracotta ochre olive amber ivory"_qs);
    return kColours.contains(key);
}

bool isTone(const QString& key)
{
    static const QSet<QString> kTones =
        setOf(u"light dark pale deep bright vivid soft painted coloured colored"_qs);
    return kTones.contains(key);
}

bool isQuote(const QString& sign)
{
    static const QString kQuotes =
        u"\"'`\u201C\u201D\u201E\u201F\u2018\u2019\u201A\u201B\u00AB\u00BB\u2039\u203A"
        u"\u2033\u300C\u300D\u300E\u300F\uFF02"_qs;
    return sign.size() == 1 && kQuotes.contains(sign);
}

bool announcesText(const QString& key)
{
    static const QSet<QString> kWords = setOf(
        u"text word words letters lettering phrase caption slogan headline title titled inscription reads "
        u"reading read says saying say spelling labeled labelled written printed"_qs);
    return kWords.contains(key);
}

QStringList wordForms(const QString& key)
{
    static const QHash<QString, QString> kIrregular = makeIrregular();
    QStringList forms{key};
    if (const auto found = kIrregular.constFind(key); found != kIrregular.constEnd())
        forms.append(*found);
    if (!isPluralEnding(key))
        return forms;
    forms.append(key.chopped(1));
    if (key.endsWith(u"ies"_qs))
        forms.append(key.chopped(3) + u'y');
    else if (key.endsWith(u"es"_qs))
        forms.append(key.chopped(2));
    if (key.endsWith(u"ves"_qs))
        forms.append({key.chopped(3) + u'f', key.chopped(3) + u"fe"_qs});
    return forms;
}

bool isSameWord(const QString& a, const QString& b)
{
    if (a == b)
        return true;
    const QStringList others = wordForms(b);
    const QStringList forms = wordForms(a);
    return std::any_of(forms.begin(), forms.end(),
                       [&](const QString& form) { return others.contains(form); });
}

} // namespace assay
