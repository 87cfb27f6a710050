// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/brief.h"

#include "app/sample/briefwords.h"

#include <algorithm>

namespace assay::sample {

namespace {

const QString kStyles[] = {
    u", soft window light, flat illustration"_qs,
    u", clean shapes, product illustration"_qs,
    u", caf\u00e9 mood, flat colours"_qs,
    u", quiet background, ƒ/2.8 look"_qs,
};
constexpr int kStyleCount = 4;

QString numberWord(int n)
{
    static const char16_t* const kWords[] = {u"no",   u"one",  u"two", u"three",
                                             u"four", u"five", u"six", u"seven"};
    return QStringView(kWords[qBound(0, n, 7)]).toString();
}

QString capitalised(const QString& word)
{
    return word.left(1).toUpper() + word.mid(1);
}

QString tintWord(Tint tint)
{
    static const char16_t* const kWords[] = {u"red",  u"blue",   u"green", u"yellow", u"orange",
                                             u"pink", u"purple", u"teal",  u"white",  u"terracotta"};
    return QStringView(kWords[static_cast<int>(tint)]).toString();
}

QString fruitWord(Tint tint)
{
    switch (tint) {
    case Tint::Yellow:
        return u"lemons"_qs;
    case Tint::Red:
        return u"apples"_qs;
    case Tint::Green:
        return u"limes"_qs;
    default:
        return u"oranges"_qs;
    }
}

/// Replaces the placeholders whose names start with `prefix` by what `content` says.
QString fill(QString words, const Content& content, const QString& prefix = {})
{
    const auto put = [&](QStringView name, const QString& value) {
        words.replace(u'{' + prefix + name.toString() + u'}', value);
    };
    put(u"count", numberWord(content.count));
    put(u"Count", capitalised(numberWord(content.count)));
    put(u"s", content.count == 1 ? QString() : u"s"_qs);
    put(u"extras", numberWord(content.extras));
    put(u"Extras", capitalised(numberWord(content.extras)));
    put(u"es", content.extras == 1 ? QString() : u"s"_qs);
    put(u"tint", tintWord(content.tint));
    put(u"second", tintWord(content.second));
    put(u"text", content.text);
    put(u"fruit", fruitWord(content.tint));
    put(u"orb", content.second == Tint::Purple ? u"moon"_qs : u"sun"_qs);
    put(u"side", content.mirrored ? u"right"_qs : u"left"_qs);
    put(u"far", content.mirrored ? u"left"_qs : u"right"_qs);
    return words;
}

bool isHonoured(Field field, const Content& asked, const Content& shown)
{
    switch (field) {
    case Field::Count:
        return asked.count == shown.count;
    case Field::Tint:
        return asked.tint == shown.tint;
    case Field::Second:
        return asked.second == shown.second;
    case Field::Extras:
        return asked.extras == shown.extras;
    case Field::Side:
        return asked.mirrored == shown.mirrored;
    case Field::Text:
        return asked.text == shown.text;
    case Field::Detail:
        return asked.detail == shown.detail;
    case Field::Fixed:
        return true;
    }
    return true;
}

QString keyOf(qsizetype index)
{
    return u'c' + QString::number(index + 1);
}

Tint otherTint(const QList<Tint>& tints, Tint asked, Random& random)
{
    QList<Tint> others = tints;
    others.removeAll(asked);
    return others.isEmpty() ? asked : random.pick(others);
}

/// Two letters after the first change places: the way picture models misspell.
QString misspelt(const QString& word, Random& random)
{
    QString wrong = word;
    const int at = random.integer(1, static_cast<int>(word.size()) - 2);
    std::swap(wrong[at], wrong[at + 1]);
    return wrong;
}

int otherCount(int asked, int low, int high, Random& random)
{
    const bool more = asked == low || (asked < high && random.chance(0.5));
    return more ? asked + 1 : asked - 1;
}

/// Some things go wrong more often than others.
double proneness(Field field)
{
    switch (field) {
    case Field::Text:
        return 1.9;
    case Field::Side:
        return 1.3;
    case Field::Count:
    case Field::Extras:
        return 1.2;
    default:
        return 0.7;
    }
}

} // namespace

Brief randomBrief(Scene scene, Random& random)
{
    const SceneWords& words = wordsOf(scene);
    Brief brief;
    Content& asked = brief.asked;
    asked.scene = scene;
    asked.count = random.integer(words.askedLow, words.askedHigh);
    asked.tint = random.pick(words.tints);
    asked.second = random.pick(words.seconds);
    if (scene == Scene::Tea || scene == Scene::Armchair)
        asked.second = otherTint(words.seconds, asked.tint, random);
    asked.extras = random.integer(1, 2);
    asked.mirrored = random.chance(0.3);
    if (!words.texts.isEmpty())
        asked.text = random.pick(words.texts);
    brief.style = random.integer(0, kStyleCount - 1);
    return brief;
}

Brief plainBrief(Scene scene)
{
    const SceneWords& words = wordsOf(scene);
    Brief brief;
    Content& asked = brief.asked;
    asked.scene = scene;
    static constexpr int kCounts[kSceneCount] = {3, 3, 2, 3, 3, 4, 3, 5, 1, 5};
    asked.count = kCounts[static_cast<int>(scene)];
    asked.tint = words.tints.first();
    asked.second = words.seconds.first();
    asked.extras = scene == Scene::Lamps ? 2 : 1;
    asked.text = words.texts.value(0);
    return brief;
}

QString promptOf(const Brief& brief, int cycle)
{
    QString prompt;
    for (const Clause& clause : wordsOf(brief.asked.scene).clauses) {
        if (cycle >= clause.fromCycle)
            prompt += fill(clause.words, brief.asked);
    }
    return prompt + kStyles[brief.style];
}

Checklist checklistOf(const Brief& brief, int cycle)
{
    Checklist checklist;
    const QList<Demand>& demands = wordsOf(brief.asked.scene).demands;
    for (qsizetype i = 0; i < demands.size(); ++i) {
        const Demand& demand = demands.at(i);
        if (cycle < demand.fromCycle)
            continue;
        Constraint constraint;
        constraint.key = keyOf(i);
        constraint.kind = demand.kind;
        constraint.statement = fill(demand.statement, brief.asked);
        if (demand.parent > 0)
            constraint.parent = keyOf(demand.parent - 1);
        checklist.append(constraint);
    }
    return checklist;
}

Content deviate(const Content& asked, Field field, Random& random)
{
    const SceneWords& words = wordsOf(asked.scene);
    Content shown = asked;
    switch (field) {
    case Field::Count:
        shown.count = otherCount(asked.count, words.shownLow, words.shownHigh, random);
        break;
    case Field::Tint:
        shown.tint = otherTint(words.tints, asked.tint, random);
        break;
    case Field::Second:
        shown.second = otherTint(words.seconds, asked.second, random);
        break;
    case Field::Extras:
        shown.extras = otherCount(asked.extras, 1, 3, random);
        break;
    case Field::Side:
        shown.mirrored = !asked.mirrored;
        break;
    case Field::Text:
        shown.text = misspelt(asked.text, random);
        break;
    case Field::Detail:
        shown.detail = !asked.detail;
        break;
    case Field::Fixed:
        break;
    }
    return shown;
}

Content showing(const Brief& brief, double missRatio, Random& random)
{
    Content shown = brief.asked;
    for (const Demand& demand : wordsOf(brief.asked.scene).demands) {
        if (random.chance(qMin(0.8, missRatio * proneness(demand.field))))
            shown = deviate(shown, demand.field, random);
    }
    return shown;
}

Checks trueChecks(const Brief& brief, int cycle, const Content& shown)
{
    Checks checks;
    const QList<Demand>& demands = wordsOf(brief.asked.scene).demands;
    for (qsizetype i = 0; i < demands.size(); ++i) {
        if (cycle < demands.at(i).fromCycle)
            continue;
        checks.insert(keyOf(i),
                      isHonoured(demands.at(i).field, brief.asked, shown) ? Answer::Met : Answer::Missed);
    }
    return effectiveChecks(checklistOf(brief, cycle), checks);
}

QString noteOn(const Brief& brief, int cycle, const Content& shown)
{
    for (const Demand& demand : wordsOf(brief.asked.scene).demands) {
        if (cycle >= demand.fromCycle && !isHonoured(demand.field, brief.asked, shown))
            return fill(fill(demand.note, shown), brief.asked, u"!"_qs);
    }
    return {};
}

} // namespace assay::sample
