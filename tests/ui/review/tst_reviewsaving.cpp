// SPDX-License-Identifier: GPL-3.0-or-later
// What happens on the page when the store cannot save: nothing is lost, nothing pretends.
#include "tests/ui/review/reviewfixture.h"
#include "ui/common/banner.h"
#include "ui/common/marklabel.h"

#include <QPushButton>
#include <QSignalSpy>

using namespace assay;

class TestReviewSaving : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void failedSave_marksTheRowAndOffersRetry();
    void retry_savesWhatFailed();
    void failedImage_canBeOpenedWithItsAnswers();
    void newVerdictOnAFailedImage_replacesIt();
    void undoOfAFailedVerdict_leavesNothingToSave();
    void failedDraft_isKeptAndCounted();
    void failedChecklist_isKeptAndRetried();
    void failedUndo_isMarkedAndRetried();
    void verdictAfterAFailedDraft_leavesNoDraft();
    void verdictAfterAFailedUndo_staysInForce();
    void undoOfAFailedVerdict_stillTakesTheFirstBack();
    void draftAfterAFailedUndo_isKept();
    void lockedWorkspace_saysWhoIsInTheWay();

private:
    ReviewFixture& fixture() { return *m_fixture; }
    ReviewSession& session() { return m_fixture->flow().session(); }
    /// Inserting into the table fails from now on, as it would on a full disk.
    void block(const QString& table)
    {
        QVERIFY(fixture().database().execute(
            QStringLiteral(
                "CREATE TRIGGER blocked BEFORE INSERT ON %1 BEGIN SELECT RAISE(ABORT, 'full'); END")
                .arg(table)));
    }
    void unblock() { QVERIFY(fixture().database().execute(QStringLiteral("DROP TRIGGER blocked"))); }
    Banner* banner() { return fixture().find<Banner>("saveBanner"); }
    MarkLabel* savedState() { return fixture().page().status()->findChild<MarkLabel*>(u"savedState"_qs); }
    QPushButton* retryButton()
    {
        for (QPushButton* button : banner()->findChildren<QPushButton*>(u"retrySaving"_qs)) {
            if (button->isVisible())
                return button;
        }
        return nullptr;
    }
    void clickRetry()
    {
        QTRY_VERIFY(retryButton());
        retryButton()->click();
    }

    std::unique_ptr<ReviewFixture> m_fixture;
    GenerationId m_first;
    GenerationId m_second;
};

void TestReviewSaving::init()
{
    m_fixture = std::make_unique<ReviewFixture>();
    m_first = fixture().addTea(u"first");
    m_second = fixture().addTea(u"second");
    fixture().addTea(u"third");
    fixture().openPage();
}

void TestReviewSaving::failedSave_marksTheRowAndOffersRetry()
{
    block(u"reviews"_qs);
    QSignalSpy counted(&fixture().page(), &ReviewPage::notSavedChanged);
    fixture().press(Qt::Key_X);
    QCOMPARE(fixture().flow().image().id(), m_second); // the next image does not wait for the disk
    QTRY_COMPARE(session().failedCount(), 1);
    QVERIFY(banner()->isVisible());
    QVERIFY2(banner()->sentence().startsWith(u"1 verdict could not be saved"),
             qPrintable(banner()->sentence()));
    QVERIFY(fixture().flow().model().isNotSaved(0));
    QCOMPARE(fixture().flow().model().verdict(0), Disposition::Rejected);
    QCOMPARE(savedState()->word(), u"1 not saved"_qs);
    QCOMPARE(counted.size(), 1);
    QCOMPARE(counted.at(0).at(0).toInt(), 1);
    QVERIFY(!fixture().inForce(m_first));
    QCOMPARE(fixture().flow().image().id(), m_second); // the selection did not jump
}

void TestReviewSaving::retry_savesWhatFailed()
{
    block(u"reviews"_qs);
    fixture().press(Qt::Key_X);
    fixture().press(Qt::Key_A);
    QTRY_COMPARE(session().failedCount(), 2);
    QVERIFY2(banner()->sentence().startsWith(u"2 verdicts could not be saved"),
             qPrintable(banner()->sentence()));
    clickRetry(); // still blocked
    QTRY_COMPARE(session().failedCount(), 2);
    unblock();
    clickRetry();
    QTRY_VERIFY(fixture().inForce(m_second));
    QCOMPARE(fixture().inForce(m_first)->disposition, Disposition::Rejected);
    QCOMPARE(fixture().inForce(m_second)->disposition, Disposition::Accepted);
    QTRY_VERIFY(!banner()->isVisible());
    QTRY_COMPARE(savedState()->word(), u"Saved"_qs);
    QVERIFY(!fixture().flow().model().isNotSaved(0));
}

void TestReviewSaving::failedImage_canBeOpenedWithItsAnswers()
{
    block(u"reviews"_qs);
    fixture().press(Qt::Key_1);
    fixture().press(Qt::Key_X);
    QTRY_COMPARE(session().failedCount(), 1);
    fixture().press(Qt::Key_Up);
    QCOMPARE(fixture().flow().image().id(), m_first);
    QCOMPARE(fixture().flow().image().answer(0), Answer::Met);
    QCOMPARE(fixture().flow().image().review()->disposition, Disposition::Rejected);
}

void TestReviewSaving::newVerdictOnAFailedImage_replacesIt()
{
    block(u"reviews"_qs);
    fixture().press(Qt::Key_X);
    QTRY_COMPARE(session().failedCount(), 1);
    unblock();
    fixture().press(Qt::Key_Up);
    fixture().press(Qt::Key_A);
    QTRY_VERIFY(fixture().inForce(m_first));
    QCOMPARE(fixture().inForce(m_first)->disposition, Disposition::Accepted);
    QCOMPARE(session().failedCount(), 0);
    QCOMPARE(Reviews(fixture().database()).ofGeneration(m_first)->size(), 1);
}

void TestReviewSaving::undoOfAFailedVerdict_leavesNothingToSave()
{
    block(u"reviews"_qs);
    fixture().press(Qt::Key_X);
    QTRY_COMPARE(session().failedCount(), 1);
    fixture().press(Qt::Key_Z);
    QCOMPARE(fixture().flow().image().id(), m_first);
    QTRY_COMPARE(session().failedCount() + session().savingCount(), 0);
    QVERIFY(!fixture().flow().model().verdict(0));
    QVERIFY(!banner()->isVisible());
}

void TestReviewSaving::failedDraft_isKeptAndCounted()
{
    block(u"review_drafts"_qs);
    fixture().press(Qt::Key_1);
    fixture().press(Qt::Key_Down);
    QTRY_COMPARE(session().failedCount(), 1);
    fixture().press(Qt::Key_Up);
    QCOMPARE(fixture().flow().image().answer(0), Answer::Met);
    unblock();
    clickRetry();
    QTRY_COMPARE(fixture().draft(m_first).checks.size(), 1);
}

void TestReviewSaving::failedChecklist_isKeptAndRetried()
{
    block(u"checklists"_qs);
    fixture().flow().image().removeConstraint(2);
    QTRY_COMPARE(session().failedCount(), 1);
    QCOMPARE(fixture().checklist(m_first).size(), 3);
    fixture().press(Qt::Key_Down);
    fixture().press(Qt::Key_Up);
    QCOMPARE(fixture().flow().image().checklist().size(), 2);
    unblock();
    clickRetry();
    QTRY_COMPARE(fixture().checklist(m_first).size(), 2);
}

void TestReviewSaving::failedUndo_isMarkedAndRetried()
{
    fixture().press(Qt::Key_A);
    QTRY_VERIFY(fixture().inForce(m_first));
    block(u"review_withdrawals"_qs);
    fixture().press(Qt::Key_Z);
    QTRY_COMPARE(session().failedCount(), 1);
    QVERIFY(fixture().flow().model().isNotSaved(0));
    QVERIFY(fixture().inForce(m_first));
    unblock();
    clickRetry();
    QTRY_VERIFY(!fixture().inForce(m_first));
    QTRY_COMPARE(session().failedCount(), 0);
}

void TestReviewSaving::verdictAfterAFailedDraft_leavesNoDraft()
{
    block(u"review_drafts"_qs);
    fixture().press(Qt::Key_1);
    fixture().press(Qt::Key_Down);
    QTRY_COMPARE(session().failedCount(), 1);
    fixture().press(Qt::Key_Up);
    fixture().press(Qt::Key_1); // missed
    fixture().press(Qt::Key_A);
    QTRY_VERIFY(fixture().inForce(m_first));
    unblock();
    session().retry();
    QTRY_COMPARE(session().savingCount(), 0);
    QCOMPARE(session().failedCount(), 0);
    QVERIFY(fixture().draft(m_first).isEmpty());
    fixture().press(Qt::Key_Up);
    QCOMPARE(fixture().flow().image().answer(0), Answer::Missed);
}

void TestReviewSaving::verdictAfterAFailedUndo_staysInForce()
{
    fixture().press(Qt::Key_1);
    fixture().press(Qt::Key_A);
    QTRY_VERIFY(fixture().inForce(m_first));
    block(u"review_drafts"_qs);
    fixture().press(Qt::Key_Z);
    QTRY_COMPARE(session().failedCount(), 1);
    fixture().advance(std::chrono::seconds(5));
    fixture().press(Qt::Key_X);
    QTRY_COMPARE(session().savingCount(), 0);
    unblock();
    session().retry();
    QTRY_COMPARE(session().savingCount(), 0);
    QCOMPARE(session().failedCount(), 0);
    QVERIFY(fixture().draft(m_first).isEmpty());
    QCOMPARE(fixture().inForce(m_first)->disposition, Disposition::Rejected);
    QCOMPARE(fixture().flow().model().verdict(0), Disposition::Rejected);
    fixture().press(Qt::Key_Z); // the first one stays taken back
    QTRY_COMPARE(session().savingCount(), 0);
    QVERIFY(!fixture().inForce(m_first));
}

void TestReviewSaving::undoOfAFailedVerdict_stillTakesTheFirstBack()
{
    fixture().press(Qt::Key_A);
    QTRY_VERIFY(fixture().inForce(m_first));
    block(u"review_withdrawals"_qs);
    fixture().press(Qt::Key_Z);
    QTRY_COMPARE(session().failedCount(), 1);
    fixture().press(Qt::Key_X);
    QTRY_COMPARE(session().failedCount(), 1);
    QTRY_COMPARE(session().savingCount(), 0);
    unblock();
    fixture().press(Qt::Key_Z);
    QTRY_COMPARE(session().savingCount(), 0);
    QCOMPARE(session().failedCount(), 0);
    QVERIFY(!fixture().inForce(m_first));
    QVERIFY(!fixture().flow().model().verdict(0));
}

void TestReviewSaving::draftAfterAFailedUndo_isKept()
{
    fixture().press(Qt::Key_1);
    fixture().press(Qt::Key_A);
    QTRY_VERIFY(fixture().inForce(m_first));
    block(u"review_withdrawals"_qs);
    fixture().press(Qt::Key_Z);
    QTRY_COMPARE(session().failedCount(), 1);
    fixture().press(Qt::Key_1); // missed
    fixture().press(Qt::Key_Down);
    QTRY_COMPARE(session().savingCount(), 0);
    fixture().press(Qt::Key_Up);
    QCOMPARE(fixture().flow().image().answer(0), Answer::Missed);
    unblock();
    session().retry();
    QTRY_COMPARE(session().savingCount(), 0);
    QCOMPARE(fixture().draft(m_first).checks.value(u"c1"_qs), Answer::Missed);
    QVERIFY(!fixture().inForce(m_first));
}

void TestReviewSaving::lockedWorkspace_saysWhoIsInTheWay()
{
    QVERIFY(fixture().database().execute(u"BEGIN IMMEDIATE"_qs));
    fixture().press(Qt::Key_A);
    QCOMPARE(savedState()->word(), u"Saving"_qs);
    QTRY_COMPARE_WITH_TIMEOUT(session().failedCount(), 1, 30000);
    QVERIFY2(banner()->sentence().contains(u"another program"), qPrintable(banner()->sentence()));
    QVERIFY(fixture().database().execute(u"ROLLBACK"_qs));
    clickRetry();
    QTRY_VERIFY(fixture().inForce(m_first));
}

QTEST_MAIN(TestReviewSaving)
#include "tst_reviewsaving.moc"
