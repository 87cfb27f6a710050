// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/constraint.h"

#include <QTest>

using namespace assay;

namespace {

Constraint constraint(const QString& key, const QString& parent = QString())
{
    return {key, ConstraintKind::Count, QStringLiteral("three mugs"), parent, {}};
}

} // namespace

class TestConstraint : public QObject
{
    Q_OBJECT

private slots:
    void childOfMissedParent_isNotApplicable();
    void grandchildOfMissedParent_isNotApplicable();
    void childOfUndecidedParent_keepsItsAnswer();
    void parentsInACircle_endAndKeepTheirAnswers();
    void answerToUnknownConstraint_isDropped();
    void onlyMetAndMissed_areCounted();
    void numberKey_cyclesThroughAllAnswers();
    void kindsAndAnswers_readBackFromTheirWords();
    void newKey_isNeverTaken();
};

void TestConstraint::childOfMissedParent_isNotApplicable()
{
    const Checklist list{constraint(QStringLiteral("c1")),
                         constraint(QStringLiteral("c2"), QStringLiteral("c1"))};
    const Checks checks{{QStringLiteral("c1"), Answer::Missed}, {QStringLiteral("c2"), Answer::Met}};
    QCOMPARE(effectiveChecks(list, checks),
             (Checks{{QStringLiteral("c1"), Answer::Missed}, {QStringLiteral("c2"), Answer::NotApplicable}}));
}

void TestConstraint::grandchildOfMissedParent_isNotApplicable()
{
    const Checklist list{constraint(QStringLiteral("c1")),
                         constraint(QStringLiteral("c2"), QStringLiteral("c1")),
                         constraint(QStringLiteral("c3"), QStringLiteral("c2"))};
    const Checks result = effectiveChecks(list, {{QStringLiteral("c1"), Answer::Missed}});
    QCOMPARE(result.value(QStringLiteral("c3")), Answer::NotApplicable);
}

void TestConstraint::childOfUndecidedParent_keepsItsAnswer()
{
    const Checklist list{constraint(QStringLiteral("c1")),
                         constraint(QStringLiteral("c2"), QStringLiteral("c1"))};
    const Checks checks{{QStringLiteral("c2"), Answer::Met}};
    QCOMPARE(effectiveChecks(list, checks), checks);
}

void TestConstraint::parentsInACircle_endAndKeepTheirAnswers()
{
    const Checklist list{constraint(QStringLiteral("c1"), QStringLiteral("c2")),
                         constraint(QStringLiteral("c2"), QStringLiteral("c1"))};
    const Checks checks{{QStringLiteral("c1"), Answer::Met}, {QStringLiteral("c2"), Answer::Met}};
    QCOMPARE(effectiveChecks(list, checks), checks);
}

void TestConstraint::answerToUnknownConstraint_isDropped()
{
    QVERIFY(
        effectiveChecks({constraint(QStringLiteral("c1"))}, {{QStringLiteral("c9"), Answer::Met}}).isEmpty());
}

void TestConstraint::onlyMetAndMissed_areCounted()
{
    const Checks checks{{QStringLiteral("a"), Answer::Met},
                        {QStringLiteral("b"), Answer::Met},
                        {QStringLiteral("c"), Answer::Missed},
                        {QStringLiteral("d"), Answer::CantTell},
                        {QStringLiteral("e"), Answer::NotApplicable}};
    QCOMPARE(countChecks(checks), (CheckCounts{2, 1}));
}

void TestConstraint::numberKey_cyclesThroughAllAnswers()
{
    std::optional<Answer> answer;
    answer = nextAnswer(answer);
    QVERIFY(answer == Answer::Met);
    answer = nextAnswer(answer);
    QVERIFY(answer == Answer::Missed);
    answer = nextAnswer(answer);
    QVERIFY(answer == Answer::CantTell);
    QVERIFY(!nextAnswer(answer));
}

void TestConstraint::kindsAndAnswers_readBackFromTheirWords()
{
    for (const auto kind :
         {ConstraintKind::Count, ConstraintKind::Colour, ConstraintKind::Position, ConstraintKind::Text,
          ConstraintKind::Presence, ConstraintKind::Attribute, ConstraintKind::Other})
        QVERIFY(constraintKindFromText(toText(kind)) == kind);
    for (const auto answer : {Answer::Met, Answer::Missed, Answer::CantTell, Answer::NotApplicable})
        QVERIFY(answerFromText(toText(answer)) == answer);
    QVERIFY(!constraintKindFromText(u"size"));
    QVERIFY(!answerFromText(u"yes"));
}

void TestConstraint::newKey_isNeverTaken()
{
    QCOMPARE(unusedKey({}), QStringLiteral("c1"));
    QCOMPARE(unusedKey({constraint(QStringLiteral("c1")), constraint(QStringLiteral("c3"))}),
             QStringLiteral("c2"));
}

QTEST_APPLESS_MAIN(TestConstraint)
#include "tst_constraint.moc"
