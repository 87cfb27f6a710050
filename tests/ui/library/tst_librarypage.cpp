// SPDX-License-Identifier: GPL-3.0-or-later
// The library page as people use it: looking, searching, filtering, selecting, opening, exporting, and what a
// week of the trends leads to.
#include "tests/support/result.h"
#include "tests/ui/library/libraryfixture.h"
#include "ui/common/banner.h"
#include "ui/common/searchfield.h"
#include "ui/common/textlabel.h"

#include <QAbstractButton>
#include <QAction>
#include <QElapsedTimer>
#include <QFile>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>

#include <algorithm>
#include <vector>

using namespace assay;

namespace {

constexpr int kPatience = 15'000;

Checklist lampChecklist()
{
    return {{u"c1"_qs, ConstraintKind::Count, u"three lamps"_qs, {}, {0, 11}},
            {u"c2"_qs, ConstraintKind::Text, u"reads SALE"_qs, {}, {}}};
}

} // namespace

class TestLibraryPage : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_fixture = std::make_unique<LibraryFixture>(); }
    void cleanup() { m_fixture.reset(); }
    void emptyWorkspace_saysWhatHappensNext();
    void first_isTheNewestAndItsDetailsAreShown();
    void search_findsWordsAndEscapeClearsThem();
    void nothingMatches_offersToClear();
    void filter_narrowsAndCountsAreShown();
    void key_switchesBetweenGridAndTable();
    void shiftAndControl_selectSeveral();
    void selectAll_takesAllWithoutReadingThem();
    void enter_opensWhatHasAnImage();
    void failedGeneration_saysItsOutcome();
    void metadata_isAskedForTheSelection();
    void selection_isExported();
    void week_showsWhatCountsWorstFirst();
    void escape_goesBackToTheTrends();
    void newImages_changeTheCountAndNotTheSelection();
    void verdictGivenElsewhere_isShown();
    void longPrompt_leavesTheDetailsUsable();
    void failingStore_isSaidAndCanBeTriedAgain();
    void smallWindow_givesDetailsThenFiltersAway();
    void scrolling_doesNotWaitForRows();

private:
    LibraryPage& page() { return m_fixture->page(); }
    LibraryView& view() { return m_fixture->view(); }
    QString textOf(const char* name) { return m_fixture->find<TextLabel>(name)->text(); }
    SearchField* searchField() { return m_fixture->find<SearchField>("searchLibrary"); }
    qsizetype shown() { return page().model().ids().size(); }
    GenerationId current() { return page().model().idAt(view().currentIndex().row()); }

    std::unique_ptr<LibraryFixture> m_fixture;
};

void TestLibraryPage::emptyWorkspace_saysWhatHappensNext()
{
    m_fixture->openPage();
    QCOMPARE(shown(), 0);
    QVERIFY(!m_fixture->find<QAbstractButton>("clearAll")->isVisible());
    QVERIFY(!m_fixture->find<QAction>("libraryExport")->isEnabled());
    m_fixture->press(Qt::Key_G);
    m_fixture->press(Qt::Key_Return);
    QCOMPARE(textOf("librarySelected"), u"None selected of 0"_qs);
}

void TestLibraryPage::first_isTheNewestAndItsDetailsAreShown()
{
    m_fixture->addMany(3);
    m_fixture->openPage();
    QCOMPARE(shown(), 3);
    QTRY_COMPARE_WITH_TIMEOUT(textOf("libraryDetailName"), u"asset 2"_qs, kPatience);
    m_fixture->press(Qt::Key_Right);
    QTRY_COMPARE_WITH_TIMEOUT(textOf("libraryDetailName"), u"asset 1"_qs, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(searchField()->note(), u"3 of 3"_qs, kPatience);
}

void TestLibraryPage::search_findsWordsAndEscapeClearsThem()
{
    m_fixture->addMany(30);
    m_fixture->add(aGeneration(u"lamps").prompt(u"three brass lamps"));
    m_fixture->openPage();
    m_fixture->press(Qt::Key_Slash);
    QVERIFY(searchField()->hasFocus());
    QVERIFY(m_fixture->isListed([&] { QTest::keyClicks(searchField(), u"brass la"_qs); }));
    QCOMPARE(shown(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(searchField()->note(), u"1 of 31"_qs, kPatience);
    QVERIFY(m_fixture->isListed([&] { m_fixture->press(Qt::Key_Escape); }));
    QCOMPARE(shown(), 31);
    QVERIFY(searchField()->hasFocus());
    m_fixture->press(Qt::Key_Escape);
    QVERIFY(view().hasFocus());
}

void TestLibraryPage::nothingMatches_offersToClear()
{
    m_fixture->addMany(3);
    m_fixture->openPage();
    QVERIFY(m_fixture->isListed([&] { searchField()->setText(u"\"*(OR"_qs); }));
    QCOMPARE(shown(), 0);
    auto* clear = m_fixture->find<QAbstractButton>("clearAll");
    QVERIFY(clear->isVisible());
    QVERIFY(m_fixture->isListed([&] { clear->click(); }));
    QCOMPARE(shown(), 3);
    QVERIFY(searchField()->text().isEmpty());
}

void TestLibraryPage::filter_narrowsAndCountsAreShown()
{
    m_fixture->addMany(4);
    m_fixture->review(aReview(m_fixture->add(aGeneration(u"bad"))).rejected());
    m_fixture->openPage();
    auto* rejected = m_fixture->find<QAbstractButton>("verdict2");
    QTRY_COMPARE_WITH_TIMEOUT(rejected->accessibleDescription(), u"1"_qs, kPatience);
    QVERIFY(m_fixture->isListed([&] { QTest::mouseClick(rejected, Qt::LeftButton); }));
    QCOMPARE(shown(), 1);
    QCOMPARE(page().filter().verdicts, QList{LibraryVerdict::Rejected});
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->find<QAbstractButton>("verdict3")->accessibleDescription(), u"4"_qs,
                              kPatience); // still those that would be there
    QVERIFY(m_fixture->isListed([&] { m_fixture->find<QAbstractButton>("clearFilters")->click(); }));
    QCOMPARE(shown(), 5);
    QVERIFY(!rejected->isChecked());
}

void TestLibraryPage::key_switchesBetweenGridAndTable()
{
    m_fixture->addMany(20);
    m_fixture->openPage();
    QVERIFY(view().columns() > 3);
    view().setCurrentIndex(page().model().index(7));
    m_fixture->press(Qt::Key_G);
    QCOMPARE(view().columns(), 1);
    QCOMPARE(view().currentIndex().row(), 7);
    QVERIFY(m_fixture->find<QWidget>("libraryTitles")->isVisible());
    QVERIFY(view().viewport()->rect().contains(view().visualRect(view().currentIndex()).center()));
    m_fixture->press(Qt::Key_Down);
    QCOMPARE(view().currentIndex().row(), 8);
    m_fixture->closePage();
    m_fixture->openPage();
    QCOMPARE(view().columns(), 1); // remembered
}

void TestLibraryPage::shiftAndControl_selectSeveral()
{
    m_fixture->addMany(20);
    m_fixture->openPage();
    m_fixture->press(Qt::Key_Right, Qt::ShiftModifier);
    m_fixture->press(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(textOf("librarySelected"), u"3 selected of 20"_qs);
    const auto click = [&](int row, Qt::KeyboardModifiers modifiers) {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, modifiers,
                          view().visualRect(page().model().index(row)).center());
    };
    click(5, Qt::ControlModifier);
    QCOMPARE(view().selectedCount(), 4);
    QCOMPARE(page().selectedIds().last(), page().model().idAt(5));
    click(1, Qt::NoModifier);
    QCOMPARE(view().selectedCount(), 1);
    click(6, Qt::ShiftModifier);
    QCOMPARE(page().selectedIds(), page().model().ids().mid(1, 6));
    m_fixture->press(Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(view().selectedCount(), 19);
}

void TestLibraryPage::selectAll_takesAllWithoutReadingThem()
{
    m_fixture->addMany(3000);
    m_fixture->openPage();
    QSignalSpy wanted(&page().model(), &LibraryModel::rowsWanted);
    m_fixture->press(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(view().selectedCount(), 3000);
    QCOMPARE(page().selectedIds(), page().model().ids());
    QCoreApplication::processEvents();
    QVERIFY(wanted.size() < 4); // what is on screen, at most
}

void TestLibraryPage::enter_opensWhatHasAnImage()
{
    m_fixture->add(aGeneration(u"log").sentAt(kNoon));
    const GenerationId image = m_fixture->addImage(aGeneration(u"file").sentAt(kNoon + kDay));
    m_fixture->openPage();
    QSignalSpy opened(&page(), &LibraryPage::openInReviewRequested);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find<QAction>("libraryOpen")->isEnabled(), kPatience);
    m_fixture->press(Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.at(0).at(0).value<GenerationId>(), image);
    m_fixture->press(Qt::Key_Right);
    QVERIFY(!m_fixture->find<QAction>("libraryOpen")->isEnabled());
    m_fixture->press(Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
}

void TestLibraryPage::failedGeneration_saysItsOutcome()
{
    const GenerationId failed =
        m_fixture->add(aGeneration(u"late").asset(u"lamps").status(GenerationStatus::Timeout));
    m_fixture->openPage();
    QCOMPARE(current(), failed);
    QTRY_COMPARE_WITH_TIMEOUT(page().model().index(0).data(Qt::AccessibleTextRole).toString(),
                              u"lamps, Timeout, No image"_qs, kPatience);
}

void TestLibraryPage::metadata_isAskedForTheSelection()
{
    m_fixture->addMany(5);
    m_fixture->openPage();
    QSignalSpy asked(&page(), &LibraryPage::readMetadataRequested);
    m_fixture->press(Qt::Key_Right, Qt::ShiftModifier);
    m_fixture->press(Qt::Key_F5);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(0).value<QList<GenerationId>>(), page().model().ids().first(2));
}

void TestLibraryPage::selection_isExported()
{
    m_fixture->addMany(5);
    m_fixture->openPage();
    m_fixture->press(Qt::Key_A, Qt::ControlModifier);
    const QString path = m_fixture->workspace().folder().filePath(u"out.csv"_qs);
    page().exportSelectionTo(path);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), kPatience);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 6);
    page().exportSelectionTo(u"/nowhere/out.csv"_qs);
    QTRY_VERIFY_WITH_TIMEOUT(page().findChild<Banner*>()->kind() == Banner::Kind::Problem, kPatience);
}

void TestLibraryPage::week_showsWhatCountsWorstFirst()
{
    const auto lamps = [](QStringView id) { return aGeneration(id).asset(id).checklist(lampChecklist()); };
    const GenerationId one = m_fixture->add(lamps(u"one"));
    const GenerationId two = m_fixture->add(lamps(u"two"));
    const GenerationId good = m_fixture->add(lamps(u"good"));
    const GenerationId later = m_fixture->add(lamps(u"later").sentAt(kNoon + 7 * kDay));
    m_fixture->review(aReview(one).revised().check(u"c1", Answer::Missed).check(u"c2", Answer::Met));
    m_fixture->review(aReview(two).rejected().check(u"c1", Answer::Missed).check(u"c2", Answer::Missed));
    m_fixture->review(aReview(good).check(u"c1", Answer::Met));
    m_fixture->review(aReview(later).check(u"c1", Answer::Missed));
    m_fixture->refreshRollups();
    m_fixture->openPage();
    QVERIFY(m_fixture->isListed([&] {
        page().showImagesOf({MetricId::Adherence, *IsoWeek::fromName(u"2026-W10"), {.client = u"nord"_qs}});
    }));
    QCOMPARE(page().model().ids(), (QList{two, one}));
    QCOMPARE(textOf("libraryTitle"), u"Images that count in adherence, 2026-W10"_qs);
    QVERIFY(m_fixture->find<QAbstractButton>("reason0")->isChecked());
    m_fixture->press(Qt::Key_Right);
    QTRY_COMPARE_WITH_TIMEOUT(textOf("libraryDetailBecause"), u"Counts as 1 of 2 missed: three lamps"_qs,
                              kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(page().model().index(0).data(Qt::AccessibleTextRole).toString(),
                              u"two, Rejected, 0 of 2 met, missed: 1 2"_qs, kPatience);
    QVERIFY(!page().showImagesOf({MetricId::GpuUtilisation, *IsoWeek::fromName(u"2026-W10"), {}}));
}

void TestLibraryPage::escape_goesBackToTheTrends()
{
    m_fixture->addMany(3);
    m_fixture->openPage();
    QSignalSpy back(&page(), &LibraryPage::trendsRequested);
    m_fixture->press(Qt::Key_Escape);
    QVERIFY(back.isEmpty()); // came from nowhere
    QVERIFY(m_fixture->isListed([&] {
        page().showImagesOf({MetricId::FailureRate, *IsoWeek::fromName(u"2026-W10"), {}});
    }));
    QVERIFY(m_fixture->find<QPushButton>("libraryBack")->isVisible());
    page().setFocus();
    m_fixture->press(Qt::Key_Escape);
    QCOMPARE(back.size(), 1);
    m_fixture->find<QPushButton>("libraryBack")->click();
    QCOMPARE(back.size(), 2);
}

void TestLibraryPage::newImages_changeTheCountAndNotTheSelection()
{
    m_fixture->addMany(6);
    m_fixture->openPage();
    m_fixture->press(Qt::Key_Right);
    m_fixture->press(Qt::Key_Right, Qt::ShiftModifier);
    const QList<GenerationId> selected = page().selectedIds();
    const GenerationId before = current();
    m_fixture->add(aGeneration(u"new").sentAt(kNoon + kDay));
    emit m_fixture->writer().generationsAdded({GenerationId{7}});
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 7, kPatience);
    QCOMPARE(page().selectedIds(), selected);
    QCOMPARE(current(), before);
    QTRY_COMPARE_WITH_TIMEOUT(searchField()->note(), u"7 of 7"_qs, kPatience);
}

void TestLibraryPage::verdictGivenElsewhere_isShown()
{
    const GenerationId id = m_fixture->add(aGeneration(u"g").asset(u"lamps"));
    m_fixture->openPage();
    const auto spoken = [&] { return page().model().index(0).data(Qt::AccessibleTextRole).toString(); };
    QTRY_COMPARE_WITH_TIMEOUT(spoken(), u"lamps, No verdict, No verdict"_qs, kPatience);
    m_fixture->review(aReview(id).accepted());
    emit m_fixture->writer().reviewSaved(id);
    QTRY_COMPARE_WITH_TIMEOUT(spoken(), u"lamps, Accepted, Nothing checked"_qs, kPatience);
}

void TestLibraryPage::longPrompt_leavesTheDetailsUsable()
{
    m_fixture->add(aGeneration(u"long").asset(u"long").prompt(u"brass lamps "_qs.repeated(420)));
    m_fixture->openPage();
    QTRY_COMPARE_WITH_TIMEOUT(textOf("libraryDetailName"), u"long"_qs, kPatience);
    QCOMPARE(m_fixture->find<QWidget>("libraryDetails")->width(), 296);
    QVERIFY(m_fixture->find<QPushButton>("libraryCopyPrompt")->isEnabled());
    QCOMPARE(shown(), 1);
}

void TestLibraryPage::failingStore_isSaidAndCanBeTriedAgain()
{
    m_fixture->addMany(3);
    m_fixture->openPage();
    const QString path = m_fixture->workspace().path();
    QVERIFY(QFile::rename(path, path + u".away"_qs));
    searchField()->setText(u"circles"_qs);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->find<QPushButton>("retryLibrary"), kPatience);
    QVERIFY(QFile::rename(path + u".away"_qs, path));
    QVERIFY(m_fixture->isListed([&] { m_fixture->find<QPushButton>("retryLibrary")->click(); }));
    QCOMPARE(shown(), 3);
    QVERIFY(!page().findChild<Banner*>()->isVisible());
}

void TestLibraryPage::smallWindow_givesDetailsThenFiltersAway()
{
    m_fixture->addMany(3);
    m_fixture->openPage({1052, 612});
    auto* details = m_fixture->find<QWidget>("libraryDetails");
    auto* filters = m_fixture->find<QWidget>("libraryFilters");
    QCOMPARE(page().width(), 1052);
    QVERIFY(!details->isVisible());
    QVERIFY(filters->isVisible());
    QVERIFY(view().columns() >= 4);
    m_fixture->press(Qt::Key_I);
    QVERIFY(details->isVisible() && !filters->isVisible());
    m_fixture->press(Qt::Key_I);
    page().resize(900, 560);
    QVERIFY(!details->isVisible() && !filters->isVisible());
    m_fixture->find<QAbstractButton>("showFilters")->click();
    QVERIFY(filters->isVisible());
}

void TestLibraryPage::scrolling_doesNotWaitForRows()
{
    m_fixture->addMany(5000);
    m_fixture->openPage();
    QScrollBar* bar = view().verticalScrollBar();
    std::vector<qint64> steps; // each to rows that were never read
    for (int step = 0; step < 60; ++step) {
        QElapsedTimer clock;
        clock.start();
        bar->setValue(bar->maximum() * step / 60);
        QCoreApplication::processEvents();
        steps.push_back(clock.elapsed());
    }
    // Most of them, since the machine may be busy with other things; reading rows here would make each slow.
    std::ranges::nth_element(steps, steps.begin() + 45);
    QVERIFY2(steps[45] < 50, qPrintable(QString::number(steps[45])));
    QTRY_VERIFY_WITH_TIMEOUT(page().model().row(view().indexAt({200, 100}).row()), kPatience);
}

QTEST_MAIN(TestLibraryPage)
#include "tst_librarypage.moc"
