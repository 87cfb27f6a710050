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

const QHash<QString, int>& numberWords()
{
    static const QHash<QString, int> kNumbers = [] {
        QHash<QString, int> numbers;
        int value = 0;
        for (const QString& word :
             u"zero one two three four five six seven eight nine ten eleven twelve "
             u"thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"_qs.split(u' '))
            numbers.insert(word, value++);
        value = 30;
        for (const QString& word : u"thirty forty fifty sixty seventy eighty ninety"_qs.split(u' ')) {
            numbers.insert(word, value);
            value += 10;
        }
        numbers.insert(u"hundred"_qs, 100);
        return numbers;
    }();
    return kNumbers;
}

} // namespace

const PlaceWord* placeWord(const QString& key)
{
    using R = Relation;
    static const QHash<QString, PlaceWord> kWords = {
        {u"left"_qs, {R::Left, PlaceWord::Opening::Free, u"of"_qs, {}}},
        {u"right"_qs, {R::Right, PlaceWord::Opening::Free, u"of"_qs, {}}},
        {u"above"_qs, {R::Above, PlaceWord::Opening::Free, {}, u"above"_qs}},
        {u"over"_qs, {R::Above, PlaceWord::Opening::Free, {}, u"above"_qs}},
        {u"below"_qs, {R::Below, PlaceWord::Opening::Free, {}, u"below"_qs}},
        {u"under"_qs, {R::Below, PlaceWord::Opening::Free, {}, u"below"_qs}},
        {u"underneath"_qs, {R::Below, PlaceWord::Opening::Free, {}, u"below"_qs}},
        {u"beneath"_qs, {R::Below, PlaceWord::Opening::Free, {}, u"below"_qs}},
        {u"front"_qs, {R::Front, PlaceWord::Opening::Needed, u"of"_qs, {}}},
        {u"behind"_qs, {R::Behind, PlaceWord::Opening::Free, {}, u"behind"_qs}},
        {u"beside"_qs, {R::Beside, PlaceWord::Opening::Free, {}, u"next to"_qs}},
        {u"next"_qs, {R::Beside, PlaceWord::Opening::Free, u"to"_qs, {}}},
        {u"near"_qs, {R::Beside, PlaceWord::Opening::Free, {}, u"next to"_qs}},
        {u"between"_qs, {R::Between, PlaceWord::Opening::Free, {}, u"between"_qs}},
        {u"inside"_qs, {R::Inside, PlaceWord::Opening::Free, {}, u"inside"_qs}},
        {u"within"_qs, {R::Inside, PlaceWord::Opening::Free, {}, {}}},
        {u"in"_qs, {R::Inside, PlaceWord::Opening::Free, {}, {}}},
        {u"around"_qs, {R::Around, PlaceWord::Opening::Free, {}, {}}},
        {u"on"_qs, {R::On, PlaceWord::Opening::Free, {}, u"on"_qs}},
        {u"atop"_qs, {R::On, PlaceWord::Opening::Free, {}, u"on top of"_qs}},
        {u"top"_qs, {R::Top, PlaceWord::Opening::Needed, u"of"_qs, {}}},
        {u"bottom"_qs, {R::Bottom, PlaceWord::Opening::Needed, u"of"_qs, {}}}};
    const auto found = kWords.constFind(key);
    return found == kWords.constEnd() ? nullptr : &*found;
}

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
    static const QHash<QString, int> kOthers = {{u"no"_qs, 0}, {u"single"_qs, 1}, {u"dozen"_qs, 12}};
    if (const auto found = kOthers.constFind(key); found != kOthers.constEnd())
        return *found;
    if (const auto found = numberWords().constFind(key); found != numberWords().constEnd())
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
    return (wordFlags(key) & kColourWord) != 0;
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

unsigned wordFlags(const QString& key)
{
    if (const auto found = lexiconFlags().constFind(key); found != lexiconFlags().constEnd())
        return *found;
    if (draftNumber(key) >= 0)
        return kNumber;
    if (key.size() > 4 && key.endsWith(u"ly"_qs) && !key.endsWith(u"fly"_qs) && key != u"family"_qs &&
        (!key.endsWith(u"lly"_qs) || key.size() > 6))
        return kAdverb | kClosed;
    if (key.size() > 5 && (key.endsWith(u"ful"_qs) || key.endsWith(u"less"_qs) || key.endsWith(u"ous"_qs)))
        return kAdjective;
    if (key.size() > 4 && (key.endsWith(u"ing"_qs) || key.endsWith(u"ed"_qs)))
        return key.contains(u'-') ? kAdjective : kVerb;
    return 0;
}

int draftNumber(const QString& key)
{
    const QHash<QString, int>& numbers = numberWords();
    if (const auto found = numbers.constFind(key); found != numbers.constEnd())
        return *found;
    const qsizetype hyphen = key.indexOf(u'-');
    if (hyphen > 0) {
        const int tens = numbers.value(key.left(hyphen), -1);
        const int ones = numbers.value(key.mid(hyphen + 1), -1);
        return tens >= 20 && tens < 100 && ones > 0 && ones < 10 ? tens + ones : -1;
    }
    if (key.isEmpty() || key.size() > 3 || !key.front().isDigit())
        return -1;
    bool isNumber = false;
    const int value = key.toInt(&isNumber);
    return isNumber ? value : -1;
}

QString materialOf(const QString& key)
{
    static const QHash<QString, QString> kNouns = {
        {u"wooden"_qs, u"wood"_qs}, {u"metallic"_qs, u"metal"_qs},
        {u"woolen"_qs, u"wool"_qs}, {u"woollen"_qs, u"wool"_qs},
        {u"silken"_qs, u"silk"_qs}, {u"stainless-steel"_qs, u"stainless steel"_qs}};
    return kNouns.value(key, key);
}

QStringList hyphenatedColours(const QString& key)
{
    if (!key.contains(u'-'))
        return {};
    QStringList parts = key.split(u'-', Qt::SkipEmptyParts);
    if (parts.size() > 1 && (wordFlags(parts.constLast()) & kColouring) != 0)
        parts.removeLast();
    if (parts.isEmpty() || parts.size() > 4 || (wordFlags(parts.constLast()) & kColourWord) == 0)
        return {};
    const bool isNamedShade = parts.size() == 2 && (wordFlags(parts.constFirst()) & ~kNounInIng) == 0 &&
                              (wordFlags(parts.constLast()) & kThingOrColour) == 0;
    if (isNamedShade)
        return {parts.join(u' ')};
    QStringList colours;
    QStringList shade;
    for (const QString& part : std::as_const(parts)) {
        if (part == u"and"_qs && !shade.isEmpty()) {
            colours.append(shade.join(u' '));
            shade.clear();
        } else if ((wordFlags(part) & (kColourWord | kToneWord)) != 0) {
            shade.append(part);
        } else {
            return {};
        }
    }
    if (!shade.isEmpty())
        colours.append(shade.join(u' '));
    return colours;
}

bool isNamedWithMaterial(const QString& material, const QString& noun)
{
    static const QSet<QString> kNames = {u"cotton candy"_qs, u"paper towel"_qs,  u"paper clip"_qs,
                                         u"iron man"_qs,     u"stone age"_qs,    u"plastic surgery"_qs,
                                         u"metal band"_qs,   u"crystal ball"_qs, u"marble cake"_qs,
                                         u"brick layer"_qs,  u"glass half"_qs,   u"straw berry"_qs};
    return kNames.contains(material + u' ' + singularOf(noun));
}

bool isNamedWithColour(const QString& colour, const QString& noun)
{
    static const QSet<QString> kNames = {
        u"golden retriever"_qs, u"golden hour"_qs,    u"golden gate"_qs,  u"golden ratio"_qs,
        u"golden eagle"_qs,     u"orange juice"_qs,   u"orange peel"_qs,  u"orange slice"_qs,
        u"black hole"_qs,       u"white house"_qs,    u"red panda"_qs,    u"green tea"_qs,
        u"green screen"_qs,     u"red wine"_qs,       u"white wine"_qs,   u"black friday"_qs,
        u"red carpet"_qs,       u"blue whale"_qs,     u"gold medal"_qs,   u"cream cheese"_qs,
        u"black belt"_qs,       u"lavender field"_qs, u"orange tree"_qs,  u"black olive"_qs,
        u"black tea"_qs,        u"black coffee"_qs,   u"black pepper"_qs, u"black bean"_qs,
        u"green bean"_qs,       u"green onion"_qs,    u"red onion"_qs,    u"brown rice"_qs,
        u"brown sugar"_qs,      u"white rice"_qs,     u"white bread"_qs,  u"white chocolate"_qs};
    return kNames.contains(colour + u' ' + singularOf(noun));
}

} // namespace assay
