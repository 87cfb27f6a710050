// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/rootrulesstore.h"
#include "tests/ui/setup/windowtest.h"
#include "ui/common/banner.h"
#include "ui/common/emptystate.h"
#include "ui/setup/changefolderdialog.h"
#include "ui/setup/folderswindow.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace assay;
using namespace Qt::StringLiterals;

class TestFoldersWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void model_isConsistent();
    void noFolder_offersToAddOne();
    void folder_isListedWithItsState();
    void unreachableFolder_saysSo();
    void returnInTheTable_changesTheRules();
    void wrongPattern_isSaidAndCannotBeUsed();
    void movedFolder_asksForItsPlace();
    void stoppedFolder_canBeFollowedAgain();
    void networkFolder_saysHowItIsFollowed();
    void watchLimit_isSaid();
    void columns_fitWhatStandsInThem();
    void storeThatFails_isSaid();
    void closedWhileReading_endsQuietly();

private:
    void open();
    QString cell(int column) const
    {
        return table()->model()->index(0, column).data(Qt::DisplayRole).toString();
    }
    QTableView* table() const { return part<QTableView>(m_window, "foldersTable"); }
    int rows() const { return table()->model()->rowCount(); }

    std::unique_ptr<WindowFixture> m_fixture;
    FollowedBy m_way = FollowedBy::Notes;
    FoldersWindow* m_window = nullptr;
};

void TestFoldersWindow::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_way = FollowedBy::Notes;
}

void TestFoldersWindow::cleanup()
{
    m_fixture.reset();
}

void TestFoldersWindow::open()
{
    m_window =
        new FoldersWindow({m_fixture->workspace().path(), m_fixture->writer(), systemClock(),
                           [] { return QStringList{u"Nordwind"_s}; }, [this](ImageRootId) { return m_way; }},
                          &m_fixture->window());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
}

void TestFoldersWindow::model_isConsistent()
{
    FolderModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFolders({{{ImageRootId{1}, u"a"_s, u"/a"_s, {}}, {}, true},
                      {{ImageRootId{2}, u"b"_s, u"/b"_s, u"nord"_s}, {{u"*.png"_s}, {}, {}}, false}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.rowOf(ImageRootId{2}), 1);
    model.setFolders({});
    QCOMPARE(model.rowOf(ImageRootId{2}), -1);
}

void TestFoldersWindow::noFolder_offersToAddOne()
{
    open();
    QSignalSpy asked(m_window, &FoldersWindow::addFolderRequested);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<EmptyState*>()->isVisible(), kPatience);
    part<QPushButton>(m_window, "foldersAddFirst")->click();
    QCOMPARE(asked.size(), 1);
    for (const char* name : {"foldersChange", "foldersRelink", "foldersStop"})
        QVERIFY(!part<QPushButton>(m_window, name)->isEnabled());
}

void TestFoldersWindow::folder_isListedWithItsState()
{
    const ImageRoot root = m_fixture->followPictures();
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, kPatience);
    QCOMPARE(cell(FolderModel::NameColumn), u"pictures"_s);
    QCOMPARE(cell(FolderModel::PlaceColumn), root.path);
    QCOMPARE(cell(FolderModel::ClientColumn), u"No client"_s);
    QCOMPARE(cell(FolderModel::RulesColumn), u"everything"_s);
    QCOMPARE(cell(FolderModel::StateColumn), u"Followed"_s);
    QVERIFY(part<QPushButton>(m_window, "foldersChange")->isEnabled());
}

void TestFoldersWindow::unreachableFolder_saysSo()
{
    m_fixture->followPictures();
    QVERIFY(QDir().rename(m_fixture->folder(), m_fixture->folder() + u".away"_s));
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, kPatience);
    QCOMPARE(cell(FolderModel::StateColumn), u"Can’t be reached"_s);
    QVERIFY(QDir().rename(m_fixture->folder() + u".away"_s, m_fixture->folder()));
    m_window->reload();
    QTRY_COMPARE_WITH_TIMEOUT(cell(FolderModel::StateColumn), u"Followed"_s, kPatience);
}

void TestFoldersWindow::returnInTheTable_changesTheRules()
{
    const ImageRoot root = m_fixture->followPictures();
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, kPatience);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Return);
    auto* dialog = m_window->findChild<ChangeFolderDialog*>();
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClicks(part<QLineEdit>(dialog, "changeFolderClient"), u"Seewind"_s);
    QTest::keyClicks(part<QPlainTextEdit>(dialog, "changeFolderExclude"), u"drafts"_s);
    QTest::keyClicks(part<QLineEdit>(dialog, "changeFolderPattern"), u"{asset}/*"_s);
    const auto* words = part<QLabel>(dialog, "changeFolderRulesWords");
    QTRY_VERIFY_WITH_TIMEOUT(words->text().contains(u"hero/1.png: asset hero"_s), kPatience);
    QTest::keyClick(part<QLineEdit>(dialog, "changeFolderPattern"), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(cell(FolderModel::ClientColumn), u"Seewind"_s, kPatience);
    QCOMPARE(cell(FolderModel::RulesColumn), u"not drafts; places say {asset}/*"_s);
    const auto rules = RootRulesStore(m_fixture->database()).all();
    QVERIFY(rules && rules->contains(root.id));
    QCOMPARE(rules->at(root.id), (RootRules{{}, {u"drafts"_s}, u"{asset}/*"_s}));
}

void TestFoldersWindow::wrongPattern_isSaidAndCannotBeUsed()
{
    m_fixture->followPictures();
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, kPatience);
    part<QPushButton>(m_window, "foldersChange")->click();
    auto* dialog = m_window->findChild<ChangeFolderDialog*>();
    QVERIFY(dialog);
    auto* pattern = part<QLineEdit>(dialog, "changeFolderPattern");
    QTest::keyClicks(pattern, u"{klient}/*"_s);
    QVERIFY(part<QLabel>(dialog, "changeFolderRulesWords")->text().contains(u"klient"_s));
    QVERIFY(!part<QPushButton>(dialog, "changeFolderUse")->isEnabled());
    pattern->clear();
    QVERIFY(part<QPushButton>(dialog, "changeFolderUse")->isEnabled());
}

void TestFoldersWindow::movedFolder_asksForItsPlace()
{
    const ImageRoot root = m_fixture->followPictures();
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, kPatience);
    QSignalSpy asked(m_window, &FoldersWindow::relinkRequested);
    part<QPushButton>(m_window, "foldersRelink")->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first()[0].value<ImageRoot>(), root);
}

void TestFoldersWindow::stoppedFolder_canBeFollowedAgain()
{
    const ImageRoot root = m_fixture->followPictures();
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, kPatience);
    part<QPushButton>(m_window, "foldersStop")->click();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 0, kPatience);
    QCOMPARE(m_fixture->roots().size(), 0);
    QCOMPARE(m_fixture->count(u"images"_s), 3);
    auto* again = part<QPushButton>(m_window, "foldersFollowAgain");
    QVERIFY(again && again->isVisible());
    again->click();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, kPatience);
    QCOMPARE(m_fixture->roots(), QList{root});
}

void TestFoldersWindow::networkFolder_saysHowItIsFollowed()
{
    m_fixture->followPictures();
    m_way = FollowedBy::NetworkLooks;
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, kPatience);
    QCOMPARE(cell(FolderModel::StateColumn), u"Followed, network folder"_s);
    const QModelIndex state = table()->model()->index(0, FolderModel::StateColumn);
    QVERIFY(state.data(Qt::ToolTipRole).toString().contains(u"looked at every second"_s));
}

void TestFoldersWindow::watchLimit_isSaid()
{
    m_fixture->followPictures();
    open();
    QTRY_COMPARE_WITH_TIMEOUT(cell(FolderModel::StateColumn), u"Followed"_s, kPatience);
    m_way = FollowedBy::LimitedLooks;
    m_window->reload();
    QTRY_COMPARE_WITH_TIMEOUT(cell(FolderModel::StateColumn), u"Followed, watch limit reached"_s, kPatience);
}

void TestFoldersWindow::columns_fitWhatStandsInThem()
{
    m_fixture->followPictures();
    m_way = FollowedBy::LimitedLooks;
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, kPatience);
    QCOMPARE(cutColumns(table(), FolderModel::PlaceColumn), QStringList());
}

void TestFoldersWindow::storeThatFails_isSaid()
{
    m_fixture->followPictures();
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, kPatience);
    part<QPushButton>(m_window, "foldersStop")->click();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 0, kPatience);
    QVERIFY(QDir().rename(m_fixture->folder(), m_fixture->folder() + u".away"_s));
    part<QPushButton>(m_window, "foldersFollowAgain")->click();
    const auto* banner = part<Banner>(m_window, "foldersBanner");
    QTRY_COMPARE_WITH_TIMEOUT(banner->kind(), Banner::Kind::Problem, kPatience);
    QVERIFY2(banner->sentence().contains(m_fixture->folder()), qPrintable(banner->sentence()));
}

void TestFoldersWindow::closedWhileReading_endsQuietly()
{
    m_fixture->followPictures();
    for (int i = 0; i < 10; ++i) {
        open();
        delete m_window;
    }
    QCoreApplication::processEvents();
}

QTEST_MAIN(TestFoldersWindow)
#include "tst_folderswindow.moc"
