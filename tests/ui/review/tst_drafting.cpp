// SPDX-License-Identifier: GPL-3.0-or-later
// The checklist drafted from the prompt of an image that came without one.
#include "tests/ui/review/reviewfixture.h"
#include "ui/review/openimage.h"

#include <QAbstractButton>

#include <ctime>

using namespace assay;

class TestDrafting : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_fixture = std::make_unique<ReviewFixture>(); }
    void cleanup() { m_fixture.reset(); }
    void imageWithoutChecklist_isOfferedItsPromptsOne();
    void lookingOnly_storesNothing();
    void answer_storesTheListBeforeTheAnswer();
    void verdict_storesTheListAsItWasSeen();
    void checklistOfTheLog_isLeftAlone();
    void emptiedChecklist_staysEmpty();
    void decidedImage_isNotDrafted();
    void longPrompt_foldsTheRestUnderMore();
    void added_keepKeysUniqueNextToTheReviewersOwn();
    void foldedRest_isStillThereAfterComingBack();
    void mostOffered_isSettableAndStays();
    void mostOffered_leavesAnsweredListsAlone();
    void failedList_isStoredWithTheAnswersThatFollow();
    void hugePrompt_opensWithoutAWait_data();
    void hugePrompt_opensWithoutAWait();

private:
    ReviewFixture& fixture() { return *m_fixture; }
    const OpenImage& image() { return fixture().flow().image(); }
    GenerationId addPrompt(QStringView externalId, const QString& prompt)
    {
        return fixture().add(aGeneration(externalId).prompt(prompt).checklist({}).asset(externalId));
    }
    static QString longPrompt()
    {
        return u"two red mugs, three blue plates, four green lamps, five yellow chairs, six pink vases and "
               "seven white spoons"_qs;
    }

    std::unique_ptr<ReviewFixture> m_fixture;
};

void TestDrafting::imageWithoutChecklist_isOfferedItsPromptsOne()
{
    addPrompt(u"first", u"two red mugs"_qs);
    fixture().openPage();
    QCOMPARE(image().checklist().size(), 2);
    QCOMPARE(image().checklist().at(0).statement, u"2 mugs?"_qs);
    QCOMPARE(image().checklist().at(1).parent, image().checklist().at(0).key);
    QVERIFY(!fixture().find<QAbstractButton>("moreConstraints")->isVisible());
}

void TestDrafting::lookingOnly_storesNothing()
{
    const GenerationId first = addPrompt(u"first", u"two red mugs"_qs);
    addPrompt(u"second", u"three lamps"_qs);
    fixture().openPage();
    fixture().press(Qt::Key_Right);
    QCOMPARE(image().checklist().at(0).statement, u"3 lamps?"_qs);
    QCOMPARE(fixture().flow().session().savingCount(), 0);
    QVERIFY(fixture().checklist(first).isEmpty());
}

void TestDrafting::answer_storesTheListBeforeTheAnswer()
{
    const GenerationId first = addPrompt(u"first", u"two red mugs"_qs);
    addPrompt(u"second", u"three lamps"_qs);
    fixture().openPage();
    fixture().press(Qt::Key_1);
    fixture().press(Qt::Key_Right);
    const Checks answered{{u"c1"_qs, Answer::Met}};
    QTRY_COMPARE(fixture().draft(first).checks, answered);
    QCOMPARE(fixture().checklist(first).size(), 2);
}

void TestDrafting::verdict_storesTheListAsItWasSeen()
{
    const GenerationId first = addPrompt(u"first", u"two red mugs"_qs);
    fixture().openPage();
    const Checklist seen = image().checklist();
    fixture().press(Qt::Key_1);
    fixture().press(Qt::Key_A);
    QTRY_VERIFY(fixture().inForce(first).has_value());
    QCOMPARE(fixture().checklist(first), seen);
    QCOMPARE(fixture().inForce(first)->checks.value(u"c1"_qs), Answer::Met);
}

void TestDrafting::checklistOfTheLog_isLeftAlone()
{
    fixture().addTea(u"first");
    fixture().openPage();
    QCOMPARE(image().checklist(), ReviewFixture::teaChecklist());
}

void TestDrafting::emptiedChecklist_staysEmpty()
{
    const GenerationId first = addPrompt(u"first", u"two mugs"_qs);
    fixture().openPage();
    QCOMPARE(image().checklist().size(), 1);
    fixture().flow().image().removeConstraint(0);
    QTRY_COMPARE(fixture().flow().session().savingCount(), 0);
    QVERIFY(fixture().checklist(first).isEmpty());
    fixture().closePage();
    fixture().openPage();
    QVERIFY(image().checklist().isEmpty());
}

void TestDrafting::decidedImage_isNotDrafted()
{
    const GenerationId first = addPrompt(u"first", u"two mugs"_qs);
    QVERIFY(Reviews(fixture().database())
                .add(aReview(first).build())); // decided before it had a list: it was asked nothing
    fixture().openPage();
    QVERIFY(fixture().flow().openImage(first));
    QVERIFY(image().checklist().isEmpty());
}

void TestDrafting::longPrompt_foldsTheRestUnderMore()
{
    const GenerationId first = addPrompt(u"first", longPrompt());
    fixture().openPage();
    QCOMPARE(image().checklist().size(), 9);
    auto* more = fixture().find<QAbstractButton>("moreConstraints");
    QVERIFY(more->isVisible());
    fixture().press(Qt::Key_M);
    QCOMPARE(image().checklist().size(), 12);
    QVERIFY(!more->isVisible());
    QTRY_COMPARE(fixture().checklist(first).size(), 12);
}

void TestDrafting::added_keepKeysUniqueNextToTheReviewersOwn()
{
    addPrompt(u"first", longPrompt());
    fixture().openPage();
    Constraint own;
    own.statement = u"a window"_qs;
    fixture().flow().image().addConstraint(own);
    fixture().flow().image().addMore();
    QSet<QString> keys;
    for (const Constraint& constraint : image().checklist())
        keys.insert(constraint.key);
    QCOMPARE(image().checklist().size(), 13);
    QCOMPARE(keys.size(), 13);
}

void TestDrafting::foldedRest_isStillThereAfterComingBack()
{
    addPrompt(u"first", longPrompt());
    addPrompt(u"second", u"three lamps"_qs);
    fixture().openPage();
    const Checklist folded = image().more();
    fixture().press(Qt::Key_1);
    fixture().press(Qt::Key_Right);
    fixture().press(Qt::Key_Left);
    QCOMPARE(image().answer(0), Answer::Met);
    QCOMPARE(image().more(), folded);
    fixture().press(Qt::Key_M);
    QCOMPARE(image().checklist().size(), 12);
    QCOMPARE(image().answer(0), Answer::Met);
}

void TestDrafting::mostOffered_isSettableAndStays()
{
    addPrompt(u"first", longPrompt());
    fixture().openPage();
    fixture().page().findChild<QAction*>(u"mostOffered5"_qs)->trigger();
    QCOMPARE(image().checklist().size(), 5);
    QCOMPARE(image().more().size(), 7);
    QTRY_COMPARE(fixture().flow().session().savingCount(), 0);
    fixture().closePage();
    fixture().openPage();
    QCOMPARE(image().checklist().size(), 5);
    QVERIFY(fixture().page().findChild<QAction*>(u"mostOffered5"_qs)->isChecked());
}

void TestDrafting::mostOffered_leavesAnsweredListsAlone()
{
    addPrompt(u"first", longPrompt());
    fixture().openPage();
    fixture().press(Qt::Key_1);
    fixture().page().findChild<QAction*>(u"mostOffered5"_qs)->trigger();
    QCOMPARE(image().checklist().size(), 9);
    QCOMPARE(image().answer(0), Answer::Met);
}

void TestDrafting::failedList_isStoredWithTheAnswersThatFollow()
{
    const GenerationId first = addPrompt(u"first", u"two red mugs"_qs);
    fixture().openPage();
    const Checklist seen = image().checklist();
    QVERIFY(fixture().database().execute(u"CREATE TRIGGER blocked BEFORE INSERT ON checklists"
                                         " BEGIN SELECT RAISE(ABORT, 'full'); END"_qs));
    fixture().press(Qt::Key_1);
    fixture().press(Qt::Key_A);
    ReviewSession& session = fixture().flow().session();
    QTRY_COMPARE(session.savingCount(), 0);
    QVERIFY(session.failedCount() > 0);
    QVERIFY(!fixture().inForce(first)); // never answers without what they answer
    QVERIFY(fixture().database().execute(u"DROP TRIGGER blocked"_qs));
    session.retry();
    QTRY_VERIFY(fixture().inForce(first).has_value());
    QTRY_COMPARE(session.failedCount(), 0);
    QCOMPARE(fixture().checklist(first), seen);
}

void TestDrafting::hugePrompt_opensWithoutAWait_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::newRow("a megabyte of words") << u"three red mugs left of a blue plate, "_qs.repeated(28'000);
    QTest::newRow("a megabyte of brackets") << QString(500'000, u'(') + QString(500'000, u')');
    QTest::newRow("a megabyte without a space") << QString(1'000'000, u'x');
    QTest::newRow("a megabyte of lines") << u"a cup\n"_qs.repeated(170'000);
}

void TestDrafting::hugePrompt_opensWithoutAWait()
{
    QFETCH(QString, prompt);
    addPrompt(u"first", u"two mugs"_qs);
    addPrompt(u"second", prompt);
    fixture().openPage();
    const std::clock_t before = std::clock(); // of the processor: others may keep it busy
    fixture().press(Qt::Key_Right);
    QCoreApplication::processEvents();
    const double passed = double(std::clock() - before) / CLOCKS_PER_SEC;
    QCOMPARE(image().generation().prompt, prompt);
    // What grows with the square of the length takes minutes; the rest has room for sanitizers on a slow
    // machine.
    QVERIFY2(passed < 10, qPrintable(QString::number(passed)));
}

QTEST_MAIN(TestDrafting)
#include "tst_drafting.moc"
