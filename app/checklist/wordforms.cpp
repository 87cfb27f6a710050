// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/wordforms.h"

#include "app/checklist/lexicon.h"

#include <QHash>

#include <algorithm>

namespace assay {

namespace {

const QHash<QString, QString>& irregularPlurals()
{
    static const QHash<QString, QString> kIrregular = {
        {u"people"_qs, u"person"_qs},  {u"men"_qs, u"man"_qs},       {u"women"_qs, u"woman"_qs},
        {u"children"_qs, u"child"_qs}, {u"mice"_qs, u"mouse"_qs},    {u"feet"_qs, u"foot"_qs},
        {u"teeth"_qs, u"tooth"_qs},    {u"geese"_qs, u"goose"_qs},   {u"cacti"_qs, u"cactus"_qs},
        {u"knives"_qs, u"knife"_qs},   {u"wives"_qs, u"wife"_qs},    {u"lives"_qs, u"life"_qs},
        {u"leaves"_qs, u"leaf"_qs},    {u"shelves"_qs, u"shelf"_qs}, {u"wolves"_qs, u"wolf"_qs},
        {u"loaves"_qs, u"loaf"_qs},    {u"calves"_qs, u"calf"_qs},   {u"elves"_qs, u"elf"_qs},
        {u"scarves"_qs, u"scarf"_qs},  {u"hooves"_qs, u"hoof"_qs},   {u"oxen"_qs, u"ox"_qs},
        {u"octopi"_qs, u"octopus"_qs}, {u"dice"_qs, u"die"_qs},      {u"policemen"_qs, u"policeman"_qs},
        {u"buses"_qs, u"bus"_qs},      {u"movies"_qs, u"movie"_qs},  {u"cookies"_qs, u"cookie"_qs},
        {u"zombies"_qs, u"zombie"_qs}};
    return kIrregular;
}

bool isPluralEnding(const QString& word)
{
    return word.size() > 3 && word.endsWith(u's') && !word.endsWith(u"ss"_qs) && !word.endsWith(u"us"_qs) &&
           !word.endsWith(u"is"_qs) && !word.endsWith(u"'s"_qs);
}

} // namespace

QString singularOf(const QString& key)
{
    if (const auto found = irregularPlurals().constFind(key); found != irregularPlurals().constEnd())
        return *found;
    if (key.size() < 4 || !key.endsWith(u's') || key.endsWith(u"ss"_qs) || key.endsWith(u"us"_qs) ||
        key.endsWith(u"is"_qs) || wordFlags(key) & kPairOnly)
        return key;
    if (key.endsWith(u"ies"_qs) && key.size() > 4)
        return key.chopped(3) + u'y';
    for (const QString& ending : {u"sses"_qs, u"shes"_qs, u"ches"_qs, u"xes"_qs, u"zzes"_qs, u"oes"_qs}) {
        if (key.endsWith(ending) && key != u"shoes"_qs && key != u"toes"_qs && key != u"axes"_qs)
            return key.chopped(2);
    }
    return key.chopped(1);
}

QString pluralOf(const QString& key)
{
    static const QHash<QString, QString> kPlurals = [] {
        QHash<QString, QString> plurals;
        for (auto i = irregularPlurals().begin(); i != irregularPlurals().end(); ++i)
            plurals.insert(i.value(), i.key());
        for (const QString& same : {u"sheep"_qs, u"deer"_qs, u"fish"_qs, u"aircraft"_qs})
            plurals.insert(same, same);
        return plurals;
    }();
    if (const auto found = kPlurals.constFind(key); found != kPlurals.constEnd())
        return *found;
    static const QString kVowels = u"aeiou"_qs;
    if (key.endsWith(u'y') && key.size() > 1 && !kVowels.contains(key.at(key.size() - 2)))
        return key.chopped(1) + u"ies"_qs;
    const bool isHissing = key.endsWith(u's') || key.endsWith(u'x') || key.endsWith(u'z') ||
                           key.endsWith(u"ch"_qs) || key.endsWith(u"sh"_qs);
    return key + (isHissing ? u"es"_qs : u"s"_qs);
}

bool isPluralNoun(const QString& key)
{
    return (wordFlags(key) & kPairOnly) != 0 || singularOf(key) != key;
}

QStringList wordForms(const QString& key)
{
    QStringList forms{key};
    const auto found = irregularPlurals().constFind(key);
    if (found != irregularPlurals().constEnd())
        forms.append(*found);
    if (key == u"grey"_qs || key == u"golden"_qs)
        forms.append(key == u"grey"_qs ? u"gray"_qs : u"gold"_qs);
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
