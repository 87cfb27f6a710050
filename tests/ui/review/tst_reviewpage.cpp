// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/review/reviewfixture.h"
#include "ui/common/banner.h"
#include "ui/review/imagestage.h"
#include "ui/review/notefield.h"
#include "ui/review/reviewstatus.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>

using namespace assay;

class TestReviewPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void start_opensTheFirstUndecided();
    void verdictKey_savesAndShowsTheNextImage_data();
    void verdictKey_savesAndShowsTheNextImage();
    void heldVerdictKey_judgesOneImage_data();
    void heldVerdictKey_judgesOneImage();
    void heldArrow_walksOn();
    void verdictOfTheLastImage_showsThatAllAreDecided();
    void verdictAtTheEnd_goesBackToTheFirstUndecided();
    void autoAdvanceOff_staysOnTheImage();
    void rowsSelectedWithShift_haveTheirMetadataAskedFor();
    void numberKey_cyclesTheAnswer();
    void missedParent_makesTheChildNotApplicable();
    void space_answersTheRestMet();
    void verdict_savesTheChecksThatCount();
    void note_isSavedWithTheVerdict();
    void typingANote_firesNoKey();
    void searching_firesNoKeyAndFilters();
    void searchWithoutResult_saysSoAndLeadsBack();
    void undo_returnsToTheImageWithItsTicks();
    void redo_givesTheVerdictAgain();
    void arrows_moveByOne();
    void leavingAnImage_keepsItsTicks();
    void closing_keepsTheTicksOfTheOpenImage();
    void decidedRow_staysInPlace();
    void arrivingImages_keepTheSelection();
    void steadyArrivals_areCountedNowAndThen();
    void tab_goesToTheNextOpenThenOn();
    void constraint_isAddedByKeyboard();
    void constraint_isEditedByKeyboard();
    void constraint_isRemoved();
    void emptyWorkspace_saysSo();

private:
    ReviewFixture& fixture() { return *m_fixture; }
    /// What a keyboard sends while the key is down: one press, then two repeats.
    void hold(Qt::Key key)
    {
        for (const bool isRepeat : {false, true, true})
            QTest::simulateEvent(QApplication::focusWidget(), true, key, Qt::NoModifier, QString(), isRepeat);
        QTest::simulateEvent(QApplication::focusWidget(), false, key, Qt::NoModifier, QString(), false);
    }
    GenerationId open() { return m_fixture->flow().image().id(); }

    std::unique_ptr<ReviewFixture> m_fixture;
    GenerationId m_first;
    GenerationId m_second;
    GenerationId m_third;
};

void TestReviewPage::init()
{
    m_fixture = std::make_unique<ReviewFixture>();
    m_first = fixture().addTea(u"first");
    m_second = fixture().addTea(u"second");
    m_third = fixture().addTea(u"third");
    fixture().openPage();
}

void TestReviewPage::start_opensTheFirstUndecided()
{
    fixture().press(Qt::Key_A);
    QTRY_VERIFY(fixture().inForce(m_first));
    fixture().closePage();
    fixture().openPage();
    QCOMPARE(open(), m_second);
}

void TestReviewPage::verdictKey_savesAndShowsTheNextImage_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<QString>("disposition");
    QTest::newRow("accept") << Qt::Key_A << u"accepted"_qs;
    QTest::newRow("revise") << Qt::Key_R << u"revised"_qs;
    QTest::newRow("reject") << Qt::Key_X << u"rejected"_qs;
}

void TestReviewPage::verdictKey_savesAndShowsTheNextImage()
{
    QFETCH(Qt::Key, key);
    QFETCH(QString, disposition);
    fixture().press(key);
    QCOMPARE(open(), m_second); // at once, before it is saved
    QTRY_VERIFY(fixture().inForce(m_first));
    QCOMPARE(toText(fixture().inForce(m_first)->disposition), disposition);
    QCOMPARE(fixture().inForce(m_first)->reviewer, u"dana"_qs);
    QTRY_COMPARE(fixture().flow().session().savingCount(), 0);
    QVERIFY(!fixture().inForce(m_second));
}

void TestReviewPage::heldVerdictKey_judgesOneImage_data()
{
    verdictKey_savesAndShowsTheNextImage_data();
}

void TestReviewPage::heldVerdictKey_judgesOneImage()
{
    QFETCH(Qt::Key, key);
    hold(Qt::Key_1);
    QCOMPARE(fixture().flow().image().answer(0), Answer::Met); // answered once
    hold(key);
    QCOMPARE(open(), m_second);
    QTRY_COMPARE(fixture().flow().session().savingCount(), 0);
    QVERIFY(fixture().inForce(m_first));
    QVERIFY(!fixture().inForce(m_second));
}

void TestReviewPage::heldArrow_walksOn()
{
    hold(Qt::Key_Down);
    QCOMPARE(open(), m_third);
}

void TestReviewPage::verdictOfTheLastImage_showsThatAllAreDecided()
{
    for (int i = 0; i < 3; ++i)
        fixture().press(Qt::Key_A);
    QTRY_VERIFY(fixture().find<QWidget>("allDecided")->isVisible());
    QCOMPARE(fixture().find<QLabel>("allDecidedSentence")->text(), u"All 3 images have a verdict"_qs);
    fixture().press(Qt::Key_Z);
    QCOMPARE(open(), m_third);
    QVERIFY(!fixture().find<QWidget>("allDecided")->isVisible());
}

void TestReviewPage::verdictAtTheEnd_goesBackToTheFirstUndecided()
{
    fixture().press(Qt::Key_A);
    fixture().press(Qt::Key_Down); // the second is left out
    fixture().press(Qt::Key_A);
    QCOMPARE(open(), m_second);
    fixture().press(Qt::Key_A);
    QTRY_VERIFY(fixture().find<QWidget>("allDecided")->isVisible());
}

void TestReviewPage::autoAdvanceOff_staysOnTheImage()
{
    fixture().page().actions().autoAdvance->setChecked(false);
    fixture().press(Qt::Key_A);
    QTRY_VERIFY(fixture().inForce(m_first));
    QCOMPARE(open(), m_first);
}

void TestReviewPage::rowsSelectedWithShift_haveTheirMetadataAskedFor()
{
    QSignalSpy asked(&fixture().page(), &ReviewPage::readMetadataRequested);
    fixture().press(Qt::Key_F5); // nothing else is selected: the open image
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.last()[0].value<QList<GenerationId>>(), QList{m_first});
    auto* list = fixture().find<QListView>("queueList");
    QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::ShiftModifier,
                      list->visualRect(list->model()->index(1, 0)).center());
    QCOMPARE(open(), m_first);
    fixture().press(Qt::Key_F5);
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked.last()[0].value<QList<GenerationId>>(), (QList{m_first, m_second}));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(1, 0)).center());
    QCOMPARE(open(), m_second);
    fixture().press(Qt::Key_F5);
    QCOMPARE(asked.last()[0].value<QList<GenerationId>>(), QList{m_second});
}

void TestReviewPage::numberKey_cyclesTheAnswer()
{
    const OpenImage& image = fixture().flow().image();
    QVERIFY(!image.answer(0));
    fixture().press(Qt::Key_1);
    QCOMPARE(image.answer(0), Answer::Met);
    fixture().press(Qt::Key_1);
    QCOMPARE(image.answer(0), Answer::Missed);
    fixture().press(Qt::Key_1);
    QCOMPARE(image.answer(0), Answer::CantTell);
    fixture().press(Qt::Key_1);
    QVERIFY(!image.answer(0));
    QCOMPARE(open(), m_first); // a tick does not advance
}

void TestReviewPage::missedParent_makesTheChildNotApplicable()
{
    fixture().press(Qt::Key_2);
    fixture().press(Qt::Key_1);
    fixture().press(Qt::Key_1);
    const OpenImage& image = fixture().flow().image();
    QCOMPARE(image.answer(1), Answer::NotApplicable);
    fixture().press(Qt::Key_2); // has no answer of its own now
    QCOMPARE(image.answer(1), Answer::NotApplicable);
    fixture().press(Qt::Key_1); // can't tell: the child counts again
    QCOMPARE(image.answer(1), Answer::Met);
}

void TestReviewPage::space_answersTheRestMet()
{
    fixture().press(Qt::Key_3);
    fixture().press(Qt::Key_3);
    fixture().press(Qt::Key_Space);
    const OpenImage& image = fixture().flow().image();
    QCOMPARE(image.answer(0), Answer::Met);
    QCOMPARE(image.answer(1), Answer::Met);
    QCOMPARE(image.answer(2), Answer::Missed);
}

void TestReviewPage::verdict_savesTheChecksThatCount()
{
    fixture().press(Qt::Key_1);
    fixture().press(Qt::Key_1);
    fixture().press(Qt::Key_R);
    QTRY_VERIFY(fixture().inForce(m_first));
    const Checks expected{{u"c1"_qs, Answer::Missed}, {u"c2"_qs, Answer::NotApplicable}};
    QCOMPARE(fixture().inForce(m_first)->checks, expected);
}

void TestReviewPage::note_isSavedWithTheVerdict()
{
    fixture().press(Qt::Key_N);
    QTest::keyClicks(QApplication::focusWidget(), u"two lemons"_qs);
    fixture().press(Qt::Key_Escape);
    fixture().press(Qt::Key_X);
    QTRY_VERIFY(fixture().inForce(m_first));
    QCOMPARE(fixture().inForce(m_first)->note, u"two lemons"_qs);
    QVERIFY(fixture().find<NoteField>("noteField")->toPlainText().isEmpty()); // the next image's
}

void TestReviewPage::typingANote_firesNoKey()
{
    fixture().press(Qt::Key_N);
    QCOMPARE(QApplication::focusWidget(), fixture().find<QWidget>("noteField"));
    QTest::keyClicks(QApplication::focusWidget(), u"arxz 1 9 f0+-i/"_qs);
    QCOMPARE(fixture().find<NoteField>("noteField")->toPlainText(), u"arxz 1 9 f0+-i/"_qs);
    QCOMPARE(open(), m_first);
    QCOMPARE(fixture().flow().image().answeredCount(), 0);
    fixture().press(Qt::Key_Return, Qt::ControlModifier);
    fixture().press(Qt::Key_1);
    QCOMPARE(fixture().flow().image().answeredCount(), 1);
}

void TestReviewPage::searching_firesNoKeyAndFilters()
{
    fixture().press(Qt::Key_Slash);
    QCOMPARE(QApplication::focusWidget(), fixture().find<QWidget>("searchPrompts"));
    QTest::keyClicks(QApplication::focusWidget(), u"xara"_qs);
    QTRY_COMPARE(fixture().flow().model().rowCount(), 0);
    QVERIFY(!fixture().inForce(m_first));
    QApplication::focusWidget()->setProperty("text", u"wooden"_qs);
    QTRY_COMPARE(fixture().flow().model().rowCount(), 3);
    fixture().press(Qt::Key_Return);
    fixture().press(Qt::Key_1);
    QCOMPARE(fixture().flow().image().answeredCount(), 1);
}

void TestReviewPage::searchWithoutResult_saysSoAndLeadsBack()
{
    fixture().press(Qt::Key_Slash);
    QTest::keyClicks(QApplication::focusWidget(), u"zeppelin"_qs);
    QTRY_VERIFY(fixture().find<QWidget>("allDecided")->isVisible());
    QCOMPARE(fixture().find<QLabel>("allDecidedSentence")->text(), u"Nothing found"_qs);
    fixture().find<QPushButton>("showAllToReview")->click();
    QCOMPARE(open(), m_first);
    fixture().press(Qt::Key_A); // the keys are the page's again
    QCOMPARE(open(), m_second);
}

void TestReviewPage::undo_returnsToTheImageWithItsTicks()
{
    fixture().press(Qt::Key_1);
    fixture().press(Qt::Key_A);
    QCOMPARE(open(), m_second);
    fixture().press(Qt::Key_Z);
    QCOMPARE(open(), m_first);
    QCOMPARE(fixture().flow().image().answer(0), Answer::Met);
    QTRY_COMPARE(fixture().flow().session().savingCount(), 0);
    QVERIFY(!fixture().inForce(m_first));
    QCOMPARE(Reviews(fixture().database()).ofGeneration(m_first)->size(), 1); // kept as history
    QVERIFY(!fixture().flow().model().verdict(0));
}

void TestReviewPage::redo_givesTheVerdictAgain()
{
    fixture().press(Qt::Key_X);
    fixture().press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(open(), m_first);
    fixture().press(Qt::Key_Z, Qt::ShiftModifier);
    QTRY_COMPARE(fixture().flow().session().savingCount(), 0);
    QVERIFY(fixture().inForce(m_first));
    QCOMPARE(fixture().inForce(m_first)->disposition, Disposition::Rejected);
    QCOMPARE(open(), m_second);
}

void TestReviewPage::arrows_moveByOne()
{
    fixture().press(Qt::Key_Right);
    QCOMPARE(open(), m_second);
    fixture().press(Qt::Key_Down);
    QCOMPARE(open(), m_third);
    fixture().press(Qt::Key_Down);
    QCOMPARE(open(), m_third);
    fixture().press(Qt::Key_Left);
    QCOMPARE(open(), m_second);
    fixture().press(Qt::Key_Up);
    QCOMPARE(open(), m_first);
}

void TestReviewPage::leavingAnImage_keepsItsTicks()
{
    fixture().press(Qt::Key_1);
    fixture().press(Qt::Key_Down);
    QTRY_COMPARE(fixture().draft(m_first).checks.value(u"c1"_qs, Answer::CantTell), Answer::Met);
    fixture().press(Qt::Key_Up);
    QCOMPARE(fixture().flow().image().answer(0), Answer::Met);
    QVERIFY(!fixture().inForce(m_first));
}

void TestReviewPage::closing_keepsTheTicksOfTheOpenImage()
{
    fixture().press(Qt::Key_1);
    fixture().closePage();
    QCOMPARE(fixture().draft(m_first).checks.value(u"c1"_qs, Answer::CantTell), Answer::Met);
}

void TestReviewPage::decidedRow_staysInPlace()
{
    fixture().press(Qt::Key_A);
    QTRY_COMPARE(fixture().flow().counts().decided, 1);
    QCOMPARE(fixture().flow().model().rowCount(), 3);
    QCOMPARE(fixture().flow().model().verdict(0), Disposition::Accepted);
    QCOMPARE(fixture().find<QListView>("queueList")->currentIndex().row(), 1);
}

void TestReviewPage::arrivingImages_keepTheSelection()
{
    fixture().press(Qt::Key_Down);
    const GenerationId earlier =
        fixture().addFile(aGeneration(u"earlier").sentAt(kNoon - kDay), u"earlier.png"_qs);
    const GenerationId later = fixture().addTea(u"later");
    fixture().writer().announceGenerationsAdded({earlier, later});
    QTRY_COMPARE(fixture().flow().model().rowCount(), 5);
    QCOMPARE(fixture().flow().model().idAt(0), earlier);
    QCOMPARE(fixture().flow().model().idAt(4), later);
    QCOMPARE(open(), m_second);
    QCOMPARE(fixture().find<QListView>("queueList")->currentIndex().row(), 2);
}

void TestReviewPage::steadyArrivals_areCountedNowAndThen()
{
    QSignalSpy counted(&fixture().flow(), &ReviewFlow::countsChanged);
    QElapsedTimer time;
    time.start();
    QTimer arrivals;
    connect(&arrivals, &QTimer::timeout, this,
            [this] { fixture().writer().announceGenerationsAdded({m_first}); });
    arrivals.start(5);
    QTRY_VERIFY(counted.size() >= 3); // not only when the arrivals end
    QVERIFY2(counted.size() <= time.elapsed() / 200, "counted more often than once per tick");
}

void TestReviewPage::tab_goesToTheNextOpenThenOn()
{
    const OpenImage& image = fixture().flow().image();
    QCOMPARE(image.current(), 0);
    fixture().press(Qt::Key_Tab);
    QCOMPARE(image.current(), 1);
    QCOMPARE(QApplication::focusWidget(), fixture().find<QWidget>("checklistPanel"));
    fixture().press(Qt::Key_Tab);
    QCOMPARE(image.current(), 2);
    fixture().press(Qt::Key_Return);
    QCOMPARE(image.answer(2), Answer::Met);
    fixture().press(Qt::Key_Tab);
    QVERIFY(QApplication::focusWidget() != fixture().find<QWidget>("checklistPanel"));
}

void TestReviewPage::constraint_isAddedByKeyboard()
{
    fixture().press(Qt::Key_Insert);
    QTest::keyClicks(QApplication::focusWidget(), u"a red sign"_qs);
    fixture().press(Qt::Key_Return);
    QTRY_COMPARE(fixture().checklist(m_first).size(), 4);
    QCOMPARE(fixture().checklist(m_first).constLast().statement, u"a red sign"_qs);
    QCOMPARE(open(), m_first);
    QVERIFY(!fixture().inForce(m_first));
}

void TestReviewPage::constraint_isEditedByKeyboard()
{
    fixture().press(Qt::Key_Tab); // into the checklist, to "mugs contain red"
    fixture().press(Qt::Key_F2);
    auto* statement = fixture().find<QLineEdit>("constraintStatement");
    QVERIFY(statement->hasFocus());
    statement->setText(u"mugs contain blue"_qs);
    auto* kind = fixture().find<QComboBox>("constraintKind");
    kind->setFocus();
    fixture().press(Qt::Key_A); // chooses "attribute", does not accept the image
    QCOMPARE(kind->currentText(), u"attribute"_qs);
    statement->setFocus();
    fixture().press(Qt::Key_Return);
    QTRY_COMPARE(fixture().checklist(m_first).at(1).statement, u"mugs contain blue"_qs);
    QCOMPARE(fixture().checklist(m_first).at(1).kind, ConstraintKind::Attribute);
    QCOMPARE(fixture().checklist(m_first).at(1).parent, u"c1"_qs);
    QVERIFY(!fixture().inForce(m_first));
}

void TestReviewPage::constraint_isRemoved()
{
    fixture().press(Qt::Key_Delete); // not in the checklist: nothing
    QCOMPARE(fixture().flow().image().checklist().size(), 3);
    fixture().find<QWidget>("checklistPanel")->setFocus();
    fixture().press(Qt::Key_Delete);
    QTRY_COMPARE(fixture().checklist(m_first).size(), 2);
    QCOMPARE(fixture().checklist(m_first).at(0).key, u"c2"_qs);
    QVERIFY(fixture().checklist(m_first).at(0).parent.isEmpty());
}

void TestReviewPage::emptyWorkspace_saysSo()
{
    m_fixture = std::make_unique<ReviewFixture>();
    fixture().openPage();
    QVERIFY(fixture().find<QWidget>("allDecided")->isVisible());
    QCOMPARE(fixture().find<QLabel>("allDecidedSentence")->text(), u"There are no images yet"_qs);
    QSignalSpy asked(&fixture().page(), &ReviewPage::addFolderRequested);
    fixture().find<QPushButton>("addFirstFolder")->click();
    QCOMPARE(asked.size(), 1);
    const GenerationId arrived = fixture().addTea(u"arrived");
    fixture().writer().announceGenerationsAdded({arrived});
    QTRY_COMPARE(open(), arrived);
    QVERIFY(!fixture().find<QWidget>("allDecided")->isVisible());
}

QTEST_MAIN(TestReviewPage)
#include "tst_reviewpage.moc"
