// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/proposaldismissals.h"
#include "app/store/storewriter.h"
#include "tests/support/result.h"
#include "tests/support/studio.h"
#include "ui/changes/changedialog.h"
#include "ui/changes/changespage.h"
#include "ui/changes/comparisonmodel.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace assay;

class TestChangesPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void workspaceWithoutChanges_saysWhatHappensNext();
    void change_isComparedAsTheReportDoes();
    void arrows_walkTheChanges();
    void fall_isSaidInWords();
    void newTemplate_isConfirmedAsAChange();
    void newTemplate_isDismissedByName();
    void changeByHand_isStoredAndChosen();
    void changeThatCannotBeStored_staysInTheDialog();
    void changeToCome_isRefused();
    void dialog_hasTheTimeOfTheWorkspacesZone();
    void hiddenPage_readsWhenItIsShown();
    void proposalOfNoClient_saysWhomItTouches();
    void smallPage_keepsTheVerdicts();
    void changeOfAClient_leadsToItsTrends();
    void unreadableWorkspace_isSaid();

private:
    std::unique_ptr<ChangesPage> openPage(QSize size = {1536, 940});
    QString text(const ChangesPage& page, const char* label) const
    {
        return page.findChild<QLabel*>(QLatin1String(label))->text();
    }
    void addWeeks(int count, const StudioWeek& like = {});
    void addHeroWeek(const QString& client = QStringLiteral("nord"));

    std::unique_ptr<TemporaryWorkspace> m_workspace;
    std::unique_ptr<Studio> m_studio;
    std::unique_ptr<StoreWriter> m_writer;
    IsoWeek m_week;
    Clock m_clock = [] { return *parseRfc3339(u"2026-05-05T14:02:00Z"); };
};

void TestChangesPage::init()
{
    m_workspace = std::make_unique<TemporaryWorkspace>();
    m_studio = std::make_unique<Studio>(*m_workspace);
    auto writer = StoreWriter::start(m_workspace->path());
    QVERIFY(writer);
    m_writer = *std::move(writer);
    m_week = *IsoWeek::fromName(u"2026-W10");
}

void TestChangesPage::cleanup()
{
    m_writer.reset();
    m_studio.reset();
    m_workspace.reset();
}

std::unique_ptr<ChangesPage> TestChangesPage::openPage(QSize size)
{
    auto page = std::make_unique<ChangesPage>(ChangesServices{m_workspace->path(), *m_writer, m_clock});
    page->setReviewer(QStringLiteral("Ines T."));
    page->resize(size);
    QSignalSpy compared(page.get(), &ChangesPage::compared);
    page->show();
    if (!compared.wait(20'000))
        qWarning("the changes were not compared");
    return page;
}

void TestChangesPage::addWeeks(int count, const StudioWeek& like)
{
    for (int i = 0; i < count; ++i, m_week = m_week.next()) {
        StudioWeek week = like;
        week.week = m_week;
        m_studio->add(week);
    }
}

/// Images of a template that the client never had before.
void TestChangesPage::addHeroWeek(const QString& client)
{
    Generations generations(m_workspace->database(), m_workspace->calendar());
    auto transaction = Transaction::begin(m_workspace->database());
    for (int i = 0; i < 40; ++i) {
        const UtcTime sentAt = m_workspace->calendar().startOf(m_week) + std::chrono::hours(30 + i);
        QVERIFY(generations.add(aGeneration(QStringLiteral("hero%1").arg(i))
                                    .client(client)
                                    .promptTemplate(u"hero@4")
                                    .sentAt(sentAt)));
    }
    QVERIFY(transaction->commit());
    QVERIFY(Rollups(m_workspace->database()).refresh());
}

void TestChangesPage::workspaceWithoutChanges_saysWhatHappensNext()
{
    addWeeks(2);
    const auto page = openPage();
    QVERIFY(page->findChild<QAbstractButton*>(QStringLiteral("addFirstChange"))->isVisible());
    QVERIFY(!page->findChild<QListView*>(QStringLiteral("changeList"))->isVisible());
}

void TestChangesPage::change_isComparedAsTheReportDoes()
{
    addWeeks(4);
    m_studio->addChange(m_workspace->calendar().startOf(m_week), u"aurel-2", u"aurel-3");
    addWeeks(4, {.acceptedOfTen = 3, .checksMetOfTen = 6});
    const auto page = openPage();
    const auto view = readWeeklyView(m_workspace->database(), std::nullopt, m_clock());
    ASSAY_VERIFY_OK(view);
    const auto expected = readComparison(m_workspace->database(), *view, view->changes.front());
    ASSAY_VERIFY_OK(expected);
    QCOMPARE(text(*page, "changeTitle"), QStringLiteral("aurel-2 → aurel-3"));
    QCOMPARE(text(*page, "comparisonHeadline"), comparisonHeadline(*expected));
    auto* table = page->findChild<QTableView*>(QStringLiteral("comparisonTable"));
    auto* model = qobject_cast<ComparisonModel*>(table->model());
    QAbstractItemModelTester tester(model);
    QCOMPARE(model->rowCount(), kMetricCount + 3);
    int row = 0;
    while (model->index(row, ComparisonModel::MetricColumn).data() != QStringLiteral("Adherence"))
        ++row;
    const ComparedMetric& adherence = expected->metrics[index(MetricId::Adherence)];
    const auto cell = [&](int column) { return model->index(row, column).data().toString(); };
    QCOMPARE(cell(ComparisonModel::BeforeColumn), QStringLiteral("90.0\u00A0%"));
    QCOMPARE(cell(ComparisonModel::AfterColumn), QStringLiteral("60.0\u00A0%"));
    QCOMPARE(cell(ComparisonModel::DifferenceColumn), QStringLiteral("−30.0 pp"));
    QCOMPARE(cell(ComparisonModel::VerdictColumn), QStringLiteral("Worse"));
    QCOMPARE(model->bar(row)->value, *adherence.percent);
    QCOMPARE(model->bar(row)->low, adherence.interval->low / *adherence.before.value);
    QVERIFY(table->isVisible());
}

void TestChangesPage::arrows_walkTheChanges()
{
    addWeeks(3);
    m_studio->addChange(m_workspace->calendar().startOf(m_week), u"m-1", u"m-2");
    addWeeks(3);
    m_studio->addChange(m_workspace->calendar().startOf(m_week), u"m-2", u"m-3");
    addWeeks(2);
    const auto page = openPage();
    auto* list = page->findChild<QListView*>(QStringLiteral("changeList"));
    QCOMPARE(text(*page, "changeTitle"), QStringLiteral("m-2 → m-3")); // the newest
    page->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(text(*page, "changeTitle"), QStringLiteral("m-1 → m-2"));
    const QString row = list->currentIndex().data(Qt::AccessibleTextRole).toString();
    QVERIFY2(row.contains(QStringLiteral("No detectable difference")), qPrintable(row));
}

void TestChangesPage::fall_isSaidInWords()
{
    addWeeks(4);
    m_studio->addChange(m_workspace->calendar().startOf(m_week), u"m-1", u"m-2");
    addWeeks(4, {.checksMetOfTen = 6});
    const auto page = openPage();
    QCOMPARE(text(*page, "comparisonHeadline"), QStringLiteral("Worse: adherence."));
    const QString rest = text(*page, "comparisonRest");
    QVERIFY2(rest.contains(QStringLiteral("no detectable difference")), qPrintable(rest));
    QVERIFY2(rest.contains(QStringLiteral("too little data")), qPrintable(rest));
    QVERIFY(!rest.contains(QStringLiteral("no change")));
}

void TestChangesPage::newTemplate_isConfirmedAsAChange()
{
    addWeeks(3);
    addHeroWeek();
    const auto page = openPage();
    const QString asked = text(*page, "proposalWords");
    QVERIFY2(asked.contains(QStringLiteral("hero@4")) && asked.contains(QStringLiteral("2026-W13")),
             qPrintable(asked));
    QSignalSpy compared(page.get(), &ChangesPage::compared);
    QTest::mouseClick(page->findChild<QAbstractButton*>(QStringLiteral("confirmProposal")), Qt::LeftButton);
    QVERIFY(compared.wait(20'000));
    const auto stored = Changes(m_workspace->database()).all();
    ASSAY_VERIFY_OK(stored);
    QCOMPARE(stored->size(), 1);
    QVERIFY(!page->findChild<QWidget*>(QStringLiteral("proposalBox"))->isVisible());
    QVERIFY(text(*page, "changeTitle").contains(QStringLiteral("hero@4")));
}

void TestChangesPage::newTemplate_isDismissedByName()
{
    addWeeks(3);
    addHeroWeek();
    const auto page = openPage();
    QSignalSpy compared(page.get(), &ChangesPage::compared);
    QTest::mouseClick(page->findChild<QAbstractButton*>(QStringLiteral("dismissProposal")), Qt::LeftButton);
    QVERIFY(compared.wait(20'000));
    const auto dismissed = ProposalDismissals(m_workspace->database()).all();
    ASSAY_VERIFY_OK(dismissed);
    QCOMPARE(dismissed->size(), size_t(1));
    QCOMPARE(dismissed->front().by, QStringLiteral("Ines T."));
    QVERIFY(Changes(m_workspace->database()).all()->isEmpty());
    QVERIFY(page->findChild<QAbstractButton*>(QStringLiteral("addFirstChange"))->isVisible());
}

void TestChangesPage::changeByHand_isStoredAndChosen()
{
    addWeeks(3);
    const auto page = openPage();
    QTest::mouseClick(page->findChild<QAbstractButton*>(QStringLiteral("addFirstChange")), Qt::LeftButton);
    auto* dialog = page->findChild<ChangeDialog*>();
    QVERIFY(dialog);
    auto* add = dialog->findChild<QAbstractButton*>(QStringLiteral("changeAdd"));
    QVERIFY(!add->isEnabled()); // nothing says yet what changed
    QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("changeTo")), QStringLiteral("aurel-3"));
    dialog->findChild<QDateTimeEdit*>(QStringLiteral("changeAt"))
        ->setDateTime(QDateTime({2026, 3, 11}, {9, 40}, QTimeZone::utc()));
    dialog->findChild<QComboBox*>(QStringLiteral("changeClient"))->setCurrentText(QStringLiteral("nord"));
    QVERIFY(add->isEnabled());
    QSignalSpy compared(page.get(), &ChangesPage::compared);
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY(compared.wait(20'000));
    const auto stored = Changes(m_workspace->database()).all();
    ASSAY_VERIFY_OK(stored);
    QCOMPARE(stored->size(), 1);
    QCOMPARE(stored->front().client, QStringLiteral("nord"));
    QCOMPARE(stored->front().at, *parseRfc3339(u"2026-03-11T09:40:00Z"));
    QCOMPARE(text(*page, "changeTitle"), QStringLiteral("aurel-3"));
}

void TestChangesPage::changeThatCannotBeStored_staysInTheDialog()
{
    const auto page = openPage();
    const Database& database = m_workspace->database();
    ASSAY_VERIFY_OK(database.execute(QStringLiteral(
        "CREATE TRIGGER refused BEFORE INSERT ON changes BEGIN SELECT RAISE(ABORT, 'refused'); END")));
    page->findChild<QAbstractButton*>(QStringLiteral("addFirstChange"))->click();
    const QPointer<ChangeDialog> dialog = page->findChild<ChangeDialog*>();
    QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("changeTo")), QStringLiteral("aurel-3"));
    QTest::keyClick(dialog, Qt::Key_Return);
    const auto* words = dialog->findChild<QLabel*>(QStringLiteral("changeWords"));
    QTRY_VERIFY(words->text().contains(QStringLiteral("could not be saved")));
    QCOMPARE(dialog->findChild<QLineEdit*>(QStringLiteral("changeTo"))->text(), QStringLiteral("aurel-3"));
    ASSAY_VERIFY_OK(database.execute(QStringLiteral("DROP TRIGGER refused")));
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(!dialog);
    QCOMPARE(Changes(database).all()->size(), 1);
}

void TestChangesPage::dialog_hasTheTimeOfTheWorkspacesZone()
{
    ChangeDialog dialog({{}, QTimeZone("Asia/Tokyo"), m_clock}, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QCOMPARE(dialog.findChild<QDateTimeEdit*>(QStringLiteral("changeAt"))->text(),
             QStringLiteral("2026-05-05 23:02"));
    QSignalSpy entered(&dialog, &ChangeDialog::changeEntered);
    QTest::keyClicks(dialog.findChild<QLineEdit*>(QStringLiteral("changeTo")), QStringLiteral("aurel-3"));
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(entered.front().front().value<Change>().at, *parseRfc3339(u"2026-05-05T14:02:00Z"));
}

void TestChangesPage::hiddenPage_readsWhenItIsShown()
{
    addWeeks(2);
    const auto page = openPage();
    page->hide();
    addHeroWeek();
    QSignalSpy loaded(page.get(), &ChangesPage::loaded);
    page->workspaceChanged();
    page->workspaceChanged();
    QVERIFY(!loaded.wait(200));
    page->show();
    QVERIFY(loaded.wait(10'000));
    QCOMPARE(loaded.count(), 1);
    QVERIFY(page->findChild<QWidget*>(QStringLiteral("proposalBox"))->isVisible());
}

void TestChangesPage::proposalOfNoClient_saysWhomItTouches()
{
    addWeeks(3, {.client = QString()});
    addHeroWeek(QString());
    const auto alone = openPage();
    QVERIFY(!text(*alone, "proposalWords").contains(QStringLiteral("every client")));
    addWeeks(1);
    const auto page = openPage();
    QVERIFY(text(*page, "proposalWords").contains(QStringLiteral("every client")));
}

void TestChangesPage::changeToCome_isRefused()
{
    const auto page = openPage();
    page->findChild<QAbstractButton*>(QStringLiteral("addFirstChange"))->click();
    auto* dialog = page->findChild<ChangeDialog*>();
    QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("changeTo")), QStringLiteral("aurel-3"));
    dialog->findChild<QDateTimeEdit*>(QStringLiteral("changeAt"))
        ->setDateTime(QDateTime({2026, 5, 6}, {9, 40}, QTimeZone::utc()));
    QVERIFY(!dialog->findChild<QAbstractButton*>(QStringLiteral("changeAdd"))->isEnabled());
    QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("changeWords"))
                ->text()
                .contains(QStringLiteral("still to come")));
}

void TestChangesPage::smallPage_keepsTheVerdicts()
{
    addWeeks(3);
    m_studio->addChange(
        m_workspace->calendar().startOf(m_week), u"m-1",
        u"a model whose name takes eighty characters so that it can't be shown at once, ever");
    addWeeks(3);
    const auto page = openPage({1052, 640});
    const auto* table = page->findChild<QTableView*>(QStringLiteral("comparisonTable"));
    QVERIFY(table->isColumnHidden(ComparisonModel::PercentColumn));
    QVERIFY(table->isColumnHidden(ComparisonModel::BeforeColumn));
    QVERIFY(!table->isColumnHidden(ComparisonModel::BothColumn));
    QVERIFY(!table->isColumnHidden(ComparisonModel::VerdictColumn));
    QCOMPARE(page->width(), 1052);
}

void TestChangesPage::changeOfAClient_leadsToItsTrends()
{
    addWeeks(3);
    Change change = aChange(u"c1", m_workspace->calendar().startOf(m_week));
    change.client = QStringLiteral("nord");
    QVERIFY(Changes(m_workspace->database()).add(change));
    addWeeks(2);
    const auto page = openPage();
    QSignalSpy wanted(page.get(), &ChangesPage::trendsWanted);
    page->findChild<QAbstractButton*>(QStringLiteral("showInTrends"))->click();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.front().front().value<std::optional<QString>>(), std::optional(QStringLiteral("nord")));
}

void TestChangesPage::unreadableWorkspace_isSaid()
{
    const QString path = m_workspace->folder().filePath(QStringLiteral("later.assay"));
    ChangesPage page({path, *m_writer, m_clock});
    page.show();
    const auto retry = [&] { return page.findChild<QAbstractButton*>(QStringLiteral("retryChanges")); };
    QTRY_VERIFY(retry());
    QVERIFY(openWorkspace(path));
    QSignalSpy loaded(&page, &ChangesPage::loaded);
    retry()->click();
    QVERIFY(loaded.wait(10'000));
}

QTEST_MAIN(TestChangesPage)
#include "tst_changespage.moc"
