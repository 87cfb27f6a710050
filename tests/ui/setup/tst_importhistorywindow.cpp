// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/setup/windowtest.h"
#include "ui/common/banner.h"
#include "ui/common/emptystate.h"
#include "ui/setup/importhistorywindow.h"
#include "ui/setup/importproblemmodel.h"
#include "ui/setup/importstatus.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace assay;
using namespace Qt::StringLiterals;

class TestImportHistoryWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void model_isConsistent();
    void noImport_saysWhatNext();
    void pastImports_areListedNewestFirst();
    void refused_isShownWithLineAndReason();
    void returnInTheTable_readsRefusedAgain();
    void nothingRefused_cannotBeReadAgain();
    void retryOfAll_leavesOutWhatWasTakenLater();
    void unfinishedImport_canGoOn();
    void runningImport_showsRateTimeAndCancel();
    void columns_fitWhatStandsInThem();
    void nothingRefused_offersNoRetryOfAll();
    void closedWhileReading_endsQuietly();

private:
    void open();
    void importBadLog() const;
    QTableView* table() const { return part<QTableView>(m_window, "importsTable"); }
    QTableView* problems() const { return part<QTableView>(m_window, "importsProblems"); }
    QPushButton* retry() const { return part<QPushButton>(m_window, "importsRetry"); }
    int rows() const { return table()->model()->rowCount(); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }

    std::unique_ptr<WindowFixture> m_fixture;
    ImportHistoryWindow* m_window = nullptr;
};

void TestImportHistoryWindow::init()
{
    m_fixture = std::make_unique<WindowFixture>();
}

void TestImportHistoryWindow::cleanup()
{
    m_fixture.reset();
}

void TestImportHistoryWindow::open()
{
    m_window = new ImportHistoryWindow(m_fixture->workspace().path(), QTimeZone::utc(), &m_fixture->window());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
}

void TestImportHistoryWindow::importBadLog() const
{
    m_fixture->writeFile(u"day.jsonl"_s, logGeneration("a") + "\n{\"type\":\n" + logGeneration("b") + "\n");
    m_fixture->import({m_fixture->path(u"day.jsonl"_s)});
}

void TestImportHistoryWindow::model_isConsistent()
{
    ImportHistoryModel model(QTimeZone::utc());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    ImportRecord running{ImportId{2}, u"/in/b"_s, fromEpochMs(2000), {}, 0, {1, 2, 3, 4}};
    ImportRecord done{ImportId{1}, u"/in/a.jsonl"_s, fromEpochMs(1000), fromEpochMs(4000), 0, {}};
    model.setImports({running, done});
    model.setRunning(u"/in/b"_s);
    QVERIFY(model.isRunning(0));
    QVERIFY(!model.isRunning(1));
    const auto text = [&model](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(0, ImportHistoryModel::StateColumn), u"Running"_s);
    QCOMPARE(text(1, ImportHistoryModel::SourceColumn), u"a.jsonl"_s);
    QVERIFY(text(1, ImportHistoryModel::StateColumn).startsWith(u"Took 3"_s));
    QCOMPARE(text(0, ImportHistoryModel::RefusedColumn), u"4"_s);
    model.setRunning({});
    QCOMPARE(text(0, ImportHistoryModel::StateColumn), u"Not finished"_s);
    QCOMPARE(model.rowOf(ImportId{1}), 1);
}

void TestImportHistoryWindow::noImport_saysWhatNext()
{
    open();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<EmptyState*>()->isVisible(), kPatience);
    QVERIFY(!retry()->isEnabled());
    QVERIFY(!part<QPushButton>(m_window, "importsRetryAll")->isEnabled());
}

void TestImportHistoryWindow::pastImports_areListedNewestFirst()
{
    importBadLog();
    m_fixture->writeImage(u"pictures/a.png"_s, 1, u"a cup"_s);
    m_fixture->import({m_fixture->path(u"pictures"_s)});
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 2, kPatience);
    QCOMPARE(cell(0, ImportHistoryModel::SourceColumn), u"pictures"_s);
    QCOMPARE(cell(1, ImportHistoryModel::SourceColumn), u"day.jsonl"_s);
    QCOMPARE(cell(1, ImportHistoryModel::TakenColumn), u"2"_s);
    QCOMPARE(cell(1, ImportHistoryModel::RefusedColumn), u"1"_s);
}

void TestImportHistoryWindow::refused_isShownWithLineAndReason()
{
    importBadLog();
    open();
    QTRY_VERIFY_WITH_TIMEOUT(problems()->isVisible(), kPatience);
    QCOMPARE(problems()->model()->rowCount(), 1);
    const auto text = [this](int column) { return problems()->model()->index(0, column).data().toString(); };
    QCOMPARE(text(ImportProblemModel::FileColumn), u"day.jsonl"_s);
    QCOMPARE(text(ImportProblemModel::LineColumn), u"2"_s);
    QVERIFY(!text(ImportProblemModel::DetailColumn).isEmpty());
}

void TestImportHistoryWindow::returnInTheTable_readsRefusedAgain()
{
    importBadLog();
    open();
    QTRY_VERIFY_WITH_TIMEOUT(retry()->isEnabled(), kPatience);
    QSignalSpy asked(m_window, &ImportHistoryWindow::importRequested);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, kPatience);
    QCOMPARE(asked.first()[0].toStringList(), QStringList{m_fixture->path(u"day.jsonl"_s)});
}

void TestImportHistoryWindow::nothingRefused_cannotBeReadAgain()
{
    m_fixture->followPictures();
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, kPatience);
    QVERIFY(!retry()->isEnabled());
    QVERIFY(!problems()->isVisible());
}

void TestImportHistoryWindow::retryOfAll_leavesOutWhatWasTakenLater()
{
    importBadLog();
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, kPatience);
    QSignalSpy asked(m_window, &ImportHistoryWindow::importRequested);
    part<QPushButton>(m_window, "importsRetryAll")->click();
    QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, kPatience);
    m_fixture->writeFile(u"day.jsonl"_s, logGeneration("a") + '\n' + logGeneration("c") + '\n');
    m_fixture->import({m_fixture->path(u"day.jsonl"_s)});
    part<QPushButton>(m_window, "importsRetryAll")->click();
    const auto* banner = part<Banner>(m_window, "importsBanner");
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), kPatience);
    QCOMPARE(banner->kind(), Banner::Kind::Note);
    QCOMPARE(asked.size(), 1);
}

void TestImportHistoryWindow::unfinishedImport_canGoOn()
{
    QVERIFY(Imports(m_fixture->database()).begin(u"/logs/killed.jsonl"_s, systemClock()()));
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, kPatience);
    QCOMPARE(cell(0, ImportHistoryModel::StateColumn), u"Not finished"_s);
    QTRY_VERIFY_WITH_TIMEOUT(retry()->isEnabled(), kPatience);
    QCOMPARE(retry()->text(), u"Go on with it"_s);
    QSignalSpy asked(m_window, &ImportHistoryWindow::importRequested);
    retry()->click();
    QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, kPatience);
    QCOMPARE(asked.first()[0].toStringList(), QStringList{u"/logs/killed.jsonl"_s});
}

void TestImportHistoryWindow::runningImport_showsRateTimeAndCancel()
{
    QVERIFY(Imports(m_fixture->database()).begin(u"/in/pictures"_s, systemClock()()));
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, kPatience);
    m_window->showProgress({300, 900, 20, u"/in/pictures"_s});
    const auto* words = part<QLabel>(m_window, "importWords");
    QVERIFY2(words->text().contains(u"300 of 900, 20 per second, about 30\u00A0s left"_s),
             qPrintable(words->text()));
    QCOMPARE(cell(0, ImportHistoryModel::StateColumn), u"Running"_s);
    QVERIFY(!retry()->isEnabled());
    QSignalSpy cancelled(m_window, &ImportHistoryWindow::cancelRequested);
    part<QPushButton>(m_window, "importCancel")->click();
    QCOMPARE(cancelled.size(), 1);
    ImportReport report;
    report.end = ImportReport::End::Cancelled;
    m_window->showReport(report);
    QVERIFY(!part<QPushButton>(m_window, "importCancel")->isVisible());
    QVERIFY(!part<QPushButton>(m_window, "importReport")->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(cell(0, ImportHistoryModel::StateColumn), u"Not finished"_s, kPatience);
}

void TestImportHistoryWindow::columns_fitWhatStandsInThem()
{
    const Imports imports(m_fixture->database());
    const auto id =
        imports.begin(u"/srv/renders/a-folder-with-quite-a-long-name-2026"_s, fromEpochMs(1'790'000'000'000));
    QVERIFY(
        id && imports.update(*id, {1'204'000, 980'111, 10'204, 1'204'000}, 0) &&
        imports.finish(*id, ImportScope::Whole, fromEpochMs(1'790'000'000'000) + Milliseconds(7'325'000)));
    importBadLog();
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 2, kPatience);
    QCOMPARE(cutColumns(table(), ImportHistoryModel::SourceColumn), QStringList());
    QTRY_VERIFY_WITH_TIMEOUT(problems()->isVisible(), kPatience);
    for (const QString& column : cutColumns(problems(), ImportProblemModel::ReasonColumn))
        QCOMPARE(column, u"In detail"_s); // a sentence as long as it likes, whole in its tool tip
}

void TestImportHistoryWindow::nothingRefused_offersNoRetryOfAll()
{
    m_fixture->followPictures();
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, kPatience);
    QVERIFY(!part<QPushButton>(m_window, "importsRetryAll")->isEnabled());
    importBadLog();
    m_window->showReport({});
    QTRY_VERIFY_WITH_TIMEOUT(part<QPushButton>(m_window, "importsRetryAll")->isEnabled(), kPatience);
    m_fixture->writeFile(u"day.jsonl"_s, logGeneration("a") + '\n');
    m_fixture->import({m_fixture->path(u"day.jsonl"_s)});
    m_window->showReport({});
    QTRY_VERIFY_WITH_TIMEOUT(!part<QPushButton>(m_window, "importsRetryAll")->isEnabled(), kPatience);
}

void TestImportHistoryWindow::closedWhileReading_endsQuietly()
{
    importBadLog();
    for (int i = 0; i < 10; ++i) {
        open();
        delete m_window;
    }
    QCoreApplication::processEvents();
}

QTEST_MAIN(TestImportHistoryWindow)
#include "tst_importhistorywindow.moc"
