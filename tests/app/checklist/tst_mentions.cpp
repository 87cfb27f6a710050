// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/draft.h"

#include <QTest>

#include <algorithm>

using namespace assay;

namespace {

QStringList statements(const QString& prompt)
{
    QStringList found;
    for (const DraftConstraint& draft : draftConstraints(prompt)) {
        if (draft.kind == ConstraintKind::Count || draft.kind == ConstraintKind::Presence ||
            draft.kind == ConstraintKind::Colour)
            found.append(draft.statement);
    }
    return found;
}

} // namespace

/// What a prompt says of several things of one name: repeated, told apart, counted together.
class TstMentions : public QObject
{
    Q_OBJECT

private slots:
    void prompt_asksForEachThingOnce_data();
    void prompt_asksForEachThingOnce();
    void place_namesThingByColour_data();
    void place_namesThingByColour();
    void toldThing_hangsOnItsCount();
};

void TstMentions::prompt_asksForEachThingOnce_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* reason, const QString& prompt, const QStringList& expected) {
        QTest::newRow(reason) << prompt << expected;
    };
    row("a later mention is the same thing", u"A cat sits on a mat. The cat is black."_qs,
        {u"cat?"_qs, u"mat?"_qs, u"cat contains black?"_qs});
    row("a count that is repeated is told by its noun",
        u"two red mugs on a shelf. The two red mugs are big."_qs,
        {u"2 mugs?"_qs, u"mugs contain red?"_qs, u"shelf?"_qs});
    row("a shade says no other colour", u"a red car, the bright red car shines"_qs,
        {u"car?"_qs, u"car contains red?"_qs, u"car contains bright red?"_qs});
    row("two colours are two things", u"a red cup and a blue cup. The red cup is old."_qs,
        {u"2 cups?"_qs, u"red cup?"_qs, u"blue cup?"_qs});
    row("the one that is named by its colour", u"Two cups. The red one is left of the blue one."_qs,
        {u"2 cups?"_qs, u"red cup?"_qs, u"blue cup?"_qs});
    row("another is a second one", u"a red ball and another red ball"_qs,
        {u"2 balls?"_qs, u"ball contains red?"_qs});
    row("other looks, other things", u"A large giraffe looks at a smaller giraffe."_qs, {u"2 giraffes?"_qs});
    row("a place between two of a kind", u"a cat behind a cat"_qs, {u"2 cats?"_qs});
    row("words without articles", u"lamp next to lamp"_qs, {u"2 lamps?"_qs});
    row("a way of speaking counts nothing", u"people walking hand in hand, side by side"_qs, {});
    row("a choice is not two things", u"a red cup or a blue cup"_qs, {u"red cup?"_qs, u"blue cup?"_qs});
    row("the same tag again is the same thing", u"a woman, a woman with a hat"_qs,
        {u"woman?"_qs, u"hat?"_qs});
    row("two kinds are not counted together", u"a tennis ball and a golf ball"_qs,
        {u"tennis ball?"_qs, u"golf ball?"_qs});
    row("one of several is not one", u"two cats. One cat is black, the other is white."_qs,
        {u"2 cats?"_qs, u"cat contains black?"_qs, u"cat contains white?"_qs});
    row("what is counted by colour is asked once", u"three red cups and a blue cup. The red cups are old."_qs,
        {u"3 red cups?"_qs, u"blue cup?"_qs});
    row("groups of several", u"three rows of five chairs"_qs, {u"3 rows of 5 chairs?"_qs});
    row("pairs of a thing", u"two pairs of shoes"_qs, {u"2 pairs of shoes?"_qs});
    row("boxes and what is in each", u"three boxes of six eggs"_qs,
        {u"3 boxes?"_qs, u"3 boxes of 6 eggs?"_qs});
    row("a grid", u"a 2x3 grid of photos, a set of 2x2 icons"_qs, {u"6 photos?"_qs, u"4 icons?"_qs});
    row("no grid", u"a 4x4 truck, 2x4 planks"_qs, {u"4x4 truck?"_qs});
    row("the parts of a thing", u"two door garage"_qs, {u"2 doors?"_qs});
    row("animals without a plural", u"two baby deer"_qs, {u"2 baby deer?"_qs});
    row("the total behind the thing", u"cats, three of them, asleep"_qs, {u"3 cats?"_qs});
    row("told by size", u"a big dog and a small one"_qs, {u"2 dogs?"_qs});
    row("nobody knows which one", u"The mug is in front of the left one."_qs, {u"mug?"_qs});
    row("some of them are not all", u"cups, two of them broken"_qs, {});
}

void TstMentions::prompt_asksForEachThingOnce()
{
    QFETCH(QString, prompt);
    QFETCH(QStringList, expected);
    QCOMPARE(statements(prompt), expected);
}

void TstMentions::place_namesThingByColour_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QString>("expected");
    QTest::newRow("single things") << u"a red cup and a blue cup. The red cup is left of the blue cup."_qs
                                   << u"red cup left of blue cup, as you see it?"_qs;
    QTest::newRow("counted things")
        << u"three red cups and two blue cups. The red cups are above the blue cups."_qs
        << u"red cups above blue cups?"_qs;
    QTest::newRow("of one colour the noun is enough")
        << u"A red cup and a blue plate. The red cup is next to the blue plate."_qs
        << u"cup next to plate?"_qs;
}

void TstMentions::place_namesThingByColour()
{
    QFETCH(QString, prompt);
    QFETCH(QString, expected);
    QStringList places;
    for (const DraftConstraint& draft : draftConstraints(prompt)) {
        if (draft.kind == ConstraintKind::Position)
            places.append(draft.statement);
    }
    QCOMPARE(places, QStringList{expected});
}

void TstMentions::toldThing_hangsOnItsCount()
{
    const QList<DraftConstraint> drafts =
        draftConstraints(u"three red cups on the left and two blue cups"_qs);
    const auto place = std::find_if(drafts.begin(), drafts.end(), [](const DraftConstraint& draft) {
        return draft.kind == ConstraintKind::Position;
    });
    QVERIFY(place != drafts.end() && place->parent >= 0);
    QCOMPARE(drafts.at(place->parent).statement, u"3 red cups?"_qs);
}

QTEST_APPLESS_MAIN(TstMentions)
#include "tst_mentions.moc"
