// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/draft.h"

#include <QTest>

using namespace assay;

/// Where a sentence says that things are, beyond one thing, a preposition and another thing.
class TstDraftPlaces : public QObject
{
    Q_OBJECT

private slots:
    void sentence_givesPlaces_data();
    void sentence_givesPlaces();
};

void TstDraftPlaces::sentence_givesPlaces_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* reason, const QString& prompt, const QStringList& expected) {
        QTest::newRow(reason) << prompt << expected;
    };
    row("both that there are", u"There is a cat and a dog behind a fence."_qs,
        {u"cat behind fence?"_qs, u"dog behind fence?"_qs});
    row("both that sit there", u"A cat and a dog sitting behind a fence"_qs,
        {u"cat behind fence?"_qs, u"dog behind fence?"_qs});
    row("of two things in the middle of a sentence the second",
        u"a man with a cup and a woman sitting on a bench"_qs, {u"woman on bench?"_qs});
    row("in the picture both", u"There are trees and houses in the background."_qs,
        {u"trees in the background?"_qs, u"houses in the background?"_qs});
    row("what has its place already is not elsewhere",
        u"In the background there is a cat and a dog on the left."_qs,
        {u"cat in the background?"_qs, u"dog in the background?"_qs, u"dog at the left, as you see it?"_qs});
    row("who sits on it is there as well", u"A woman sitting on a couch in front of a desk."_qs,
        {u"woman on couch?"_qs, u"woman in front of desk?"_qs, u"couch in front of desk?"_qs});
    row("who looks at it is elsewhere", u"a woman looking at a house behind a fence"_qs,
        {u"house behind fence?"_qs});
    row("what is held up is above", u"A man holds an umbrella above a dog."_qs, {u"umbrella above dog?"_qs});
    row("before one's own face is what is held", u"a girl holding a mask in front of her face"_qs,
        {u"mask in front of face?"_qs});
    row("who stands there, not what is held", u"a girl holding a kite standing behind a boy"_qs,
        {u"girl behind boy?"_qs});
    row("two places of one thing", u"a bird flying above the trees and below the clouds"_qs,
        {u"bird above trees?"_qs, u"bird below clouds?"_qs});
    row("a place of its own behind and", u"a cat on the sofa and under the sofa a dog"_qs,
        {u"cat on sofa?"_qs, u"dog below sofa?"_qs});
    row("its sides", u"a bin with a box on its left and a bag on its right"_qs,
        {u"box left of bin, as you see it?"_qs, u"bag right of bin, as you see it?"_qs});
    row("a part of it is no side", u"a truck with a dent on its left wheel"_qs, {u"dent on left wheel?"_qs});
    row("the other side", u"To the left of the car is a tree, and to the right is a dog."_qs,
        {u"tree left of car, as you see it?"_qs, u"dog right of car, as you see it?"_qs});
    row("sides of the picture stay", u"a cat on the left and a dog on the right"_qs,
        {u"cat at the left, as you see it?"_qs, u"dog at the right, as you see it?"_qs});
    row("in front of what has it", u"a house with a tree in front"_qs, {u"tree in front of house?"_qs});
    row("the one thing it can mean", u"Two lamps hang from a wire. A bench is under it."_qs,
        {u"bench below wire?"_qs});
    row("the left one", u"The right cup is in front of the left one."_qs,
        {u"right cup in front of left cup?"_qs});
    row("topped with", u"a cake topped with three cherries"_qs, {u"cherries on top of cake?"_qs});
    row("surrounded by", u"a tower surrounded by trees"_qs, {u"trees around tower?"_qs});
    row("topped off is no place", u"a topped tree with a nest"_qs, {});
    row("a relative clause", u"a lamp above which a clock hangs"_qs, {u"clock above lamp?"_qs});
    row("on either side", u"two dogs sit on either side of a door"_qs, {u"dogs next to door?"_qs});
    row("a painting on a wall is a thing", u"a sofa below a painting"_qs, {u"sofa below painting?"_qs});
    row("the picture itself is none", u"a painting of a cat behind a fence"_qs, {u"cat behind fence?"_qs});
    row("a colour alone stands nowhere",
        u"The one in front is white and the one behind the door is black."_qs, {});
}

void TstDraftPlaces::sentence_givesPlaces()
{
    QFETCH(QString, prompt);
    QFETCH(QStringList, expected);
    QStringList places;
    for (const DraftConstraint& draft : draftConstraints(prompt)) {
        if (draft.kind == ConstraintKind::Position)
            places.append(draft.statement);
        QVERIFY(draft.span.start >= 0 && draft.span.start + draft.span.length <= prompt.size());
    }
    QCOMPARE(places, expected);
}

QTEST_APPLESS_MAIN(TstDraftPlaces)
#include "tst_draftplaces.moc"
