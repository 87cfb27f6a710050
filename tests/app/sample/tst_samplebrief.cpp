// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/brief.h"
#include "app/sample/random.h"

#include <QTest>

using namespace assay;
using namespace assay::sample;

namespace {

Content teaShowing(const std::function<void(Content&)>& change)
{
    Content shown = plainBrief(Scene::Tea).asked;
    change(shown);
    return shown;
}

QStringList missedKeys(const Checks& checks)
{
    QStringList keys;
    for (auto it = checks.begin(); it != checks.end(); ++it) {
        if (it.value() == Answer::Missed)
            keys.append(it.key());
    }
    return keys;
}

} // namespace

Q_DECLARE_METATYPE(Content)

class TestSampleBrief : public QObject
{
    Q_OBJECT

private slots:
    void deviation_isMissedByItsOwnCheck_data();
    void deviation_isMissedByItsOwnCheck();
    void missedParent_makesChildrenNotApplicable();
    void laterCycle_asksForMore();
    void checklist_readsLikeTheDesign();
    void everyScene_asksForWhatItsPromptSays();
    void deviate_neverGivesWhatIsAsked();
    void random_isTheStandardSequence();
};

void TestSampleBrief::deviation_isMissedByItsOwnCheck_data()
{
    QTest::addColumn<Content>("shown");
    QTest::addColumn<QStringList>("missed");
    QTest::addColumn<QString>("note");
    QTest::newRow("as asked") << teaShowing([](Content&) {}) << QStringList{} << QString();
    QTest::newRow("two mugs") << teaShowing([](Content& c) { c.count = 2; }) << QStringList{u"c1"_qs}
                              << u"Two mugs, the brief asks for three."_qs;
    QTest::newRow("one mug") << teaShowing([](Content& c) { c.count = 1; }) << QStringList{u"c1"_qs}
                             << u"One mug, the brief asks for three."_qs;
    QTest::newRow("green mugs") << teaShowing([](Content& c) { c.tint = Tint::Green; })
                                << QStringList{u"c2"_qs} << u"Mugs are green, not red."_qs;
    QTest::newRow("red teapot") << teaShowing([](Content& c) { c.second = Tint::Red; })
                                << QStringList{u"c4"_qs} << u"Teapot is red, not blue."_qs;
    QTest::newRow("swapped") << teaShowing([](Content& c) { c.mirrored = true; }) << QStringList{u"c5"_qs}
                             << u"Mugs stand right of the teapot."_qs;
    QTest::newRow("misspelt") << teaShowing([](Content& c) { c.text = u"SAEL"_qs; }) << QStringList{u"c6"_qs}
                              << u"Sign reads \"SAEL\"."_qs;
    QTest::newRow("two lemons") << teaShowing([](Content& c) { c.extras = 2; }) << QStringList{u"c7"_qs}
                                << u"Two lemons, the brief asks for one."_qs;
    QTest::newRow("no steam") << teaShowing([](Content& c) { c.detail = false; }) << QStringList{u"c8"_qs}
                              << u"No steam above the mugs."_qs;
}

void TestSampleBrief::deviation_isMissedByItsOwnCheck()
{
    QFETCH(Content, shown);
    QFETCH(QStringList, missed);
    QFETCH(QString, note);
    const Brief brief = plainBrief(Scene::Tea);
    QCOMPARE(missedKeys(trueChecks(brief, 3, shown)), missed);
    QCOMPARE(noteOn(brief, 3, shown), note);
}

void TestSampleBrief::missedParent_makesChildrenNotApplicable()
{
    const Content shown = teaShowing([](Content& c) {
        c.count = 2;
        c.tint = Tint::Green;
    });
    const Checks checks = trueChecks(plainBrief(Scene::Tea), 3, shown);
    QVERIFY(checks.value(u"c1"_qs) == Answer::Missed);
    QVERIFY(checks.value(u"c2"_qs) == Answer::NotApplicable);
    QVERIFY(checks.value(u"c4"_qs) == Answer::Met);
}

void TestSampleBrief::laterCycle_asksForMore()
{
    const Brief brief = plainBrief(Scene::Tea);
    QVERIFY(!promptOf(brief, 1).contains(u"lemon"));
    QVERIFY(promptOf(brief, 2).contains(u"one lemon in front"));
    QCOMPARE(checklistOf(brief, 1).size() + 1, checklistOf(brief, 2).size());
    const Content shown = teaShowing([](Content& c) { c.extras = 2; });
    QVERIFY(missedKeys(trueChecks(brief, 1, shown)).isEmpty());
}

void TestSampleBrief::checklist_readsLikeTheDesign()
{
    QStringList statements;
    for (const Constraint& constraint : checklistOf(plainBrief(Scene::Tea), 3))
        statements.append(constraint.statement);
    QCOMPARE(statements,
             (QStringList{u"three mugs"_qs, u"mugs contain red"_qs, u"one teapot"_qs,
                          u"teapot contains blue"_qs, u"mugs left of teapot"_qs, u"reads \"SALE\""_qs,
                          u"one lemon in front"_qs, u"steam above the mugs"_qs}));
}

void TestSampleBrief::everyScene_asksForWhatItsPromptSays()
{
    Random random(3);
    for (int i = 0; i < 400; ++i) {
        const Brief brief = randomBrief(static_cast<Scene>(i % kSceneCount), random);
        const QString prompt = promptOf(brief, 2);
        QVERIFY2(!prompt.contains(u'{') && !prompt.contains(u'}'), qPrintable(prompt));
        const Checklist checklist = checklistOf(brief, 2);
        QVERIFY(checklist.size() >= 4 && checklist.size() <= 8);
        for (const Constraint& constraint : checklist) {
            QVERIFY2(!constraint.statement.contains(u'{'), qPrintable(constraint.statement));
            const QString first = constraint.statement.section(u' ', 0, 0);
            if (constraint.kind == ConstraintKind::Count)
                QVERIFY2(prompt.contains(first, Qt::CaseInsensitive), qPrintable(prompt));
            const QString last = constraint.statement.section(u' ', -1);
            if (constraint.kind == ConstraintKind::Colour || constraint.kind == ConstraintKind::Text)
                QVERIFY2(prompt.contains(last), qPrintable(prompt + constraint.statement));
        }
    }
}

void TestSampleBrief::deviate_neverGivesWhatIsAsked()
{
    Random random(9);
    for (int i = 0; i < 300; ++i) {
        const Brief brief = randomBrief(static_cast<Scene>(i % kSceneCount), random);
        for (const Field field : {Field::Count, Field::Side, Field::Detail, Field::Tint, Field::Extras})
            QVERIFY(deviate(brief.asked, field, random) != brief.asked);
        if (!brief.asked.text.isEmpty())
            QVERIFY(deviate(brief.asked, Field::Text, random).text != brief.asked.text);
    }
}

void TestSampleBrief::random_isTheStandardSequence()
{
    // The C++ standard fixes the 10000th number of a default mt19937_64: the sample is the same everywhere.
    Random random(5489);
    for (int i = 1; i < 10'000; ++i)
        random.bits();
    QCOMPARE(random.bits(), quint64(9981545732273789042ULL));
}

QTEST_APPLESS_MAIN(TestSampleBrief)
#include "tst_samplebrief.moc"
