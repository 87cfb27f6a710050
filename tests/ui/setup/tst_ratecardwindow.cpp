// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/ratekeeper.h"
#include "app/store/rates.h"
#include "tests/ui/setup/windowtest.h"
#include "ui/common/banner.h"
#include "ui/common/emptystate.h"
#include "ui/setup/ratecardwindow.h"
#include "ui/setup/ratedialog.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace assay;
using namespace Qt::StringLiterals;

class TestRateCardWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void model_isConsistent();
    void emptyCard_offersToAddARate();
    void rateAddedByKeys_pricesWhatIsThere();
    void wrongEntries_areSaidAndCannotBeAdded_data();
    void wrongEntries_areSaidAndCannotBeAdded();
    void removedRate_takesItsEstimatesAway();
    void rateRemovedElsewhere_isSaid();
    void recountLeftOver_isDoneAfterTheStart();
    void closedAfterAChange_stillCounts();
    void noGeneration_saysNothingOfCosts();
    void columns_fitWhatStandsInThem();

private:
    void open();
    RateDialog* addDialog();
    void type(const RateDialog* dialog, const char* field, const QString& text) const
    {
        QTest::keyClicks(part<QLineEdit>(dialog, field), text);
    }
    QTableView* table() const { return part<QTableView>(m_window, "ratesTable"); }
    int rows() const { return table()->model()->rowCount(); }
    QString cell(int column) const { return table()->model()->index(0, column).data().toString(); }
    QString coverage() const { return part<QLabel>(m_window, "ratesCoverage")->text(); }
    int pricedCount() const { return m_fixture->count(u"generations WHERE cost_source = 'rate'"_s); }
    void store(const Rate& rate) const
    {
        const auto added = Rates(m_fixture->database()).add(rate);
        QVERIFY(added.has_value());
    }

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<RateKeeper> m_keeper;
    RateCardWindow* m_window = nullptr;
};

namespace {

Rate aRate()
{
    return {{}, u"*"_s, RateBasis::Image, {40'000, u"EUR"_s}, {}, {}};
}

} // namespace

void TestRateCardWindow::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->followPictures();
    m_keeper = std::make_unique<RateKeeper>(m_fixture->writer());
}

void TestRateCardWindow::cleanup()
{
    m_keeper.reset();
    m_fixture.reset();
}

void TestRateCardWindow::open()
{
    m_window = new RateCardWindow({m_fixture->workspace().path(), m_fixture->writer(), *m_keeper,
                                   QTimeZone("Europe/Berlin"), [] { return QStringList{u"Nordwind"_s}; }},
                                  &m_fixture->window());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
}

RateDialog* TestRateCardWindow::addDialog()
{
    part<QPushButton>(m_window, "ratesAdd")->click();
    return m_window->findChild<RateDialog*>();
}

void TestRateCardWindow::model_isConsistent()
{
    RateModel model(QTimeZone("Europe/Berlin"));
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Rate dear = aRate();
    dear.id = RateId{2};
    dear.model = u"flux-*"_s;
    dear.basis = RateBasis::GpuSecond;
    dear.price.micro = 1'500;
    dear.validFrom = fromEpochMs(1'772'319'600'000); // 1 March 2026 in Berlin
    dear.client = u"Nordwind"_s;
    model.setCard({aRate(), dear});
    const auto text = [&model](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(0, RateModel::FromColumn), u"Always"_s);
    QCOMPARE(text(1, RateModel::FromColumn), u"1 Mar 2026"_s);
    QVERIFY(text(1, RateModel::PriceColumn).startsWith(u"0.0015"_s));
    QCOMPARE(text(1, RateModel::BasisColumn), u"a GPU second"_s);
    QCOMPARE(model.rowOf(RateId{2}), 1);
}

void TestRateCardWindow::emptyCard_offersToAddARate()
{
    open();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<EmptyState*>()->isVisible(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(coverage().contains(u"that of 3 is unknown"_s), kPatience);
    part<QPushButton>(m_window, "ratesAddFirst")->click();
    QVERIFY(m_window->findChild<RateDialog*>());
    QVERIFY(!part<QPushButton>(m_window, "ratesRemove")->isEnabled());
}

void TestRateCardWindow::rateAddedByKeys_pricesWhatIsThere()
{
    open();
    RateDialog* dialog = addDialog();
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    type(dialog, "rateModel", u"w*"_s);
    type(dialog, "ratePrice", u"0,04"_s);
    type(dialog, "rateCurrency", u"eur"_s);
    type(dialog, "rateFrom", u"2020-01-01"_s);
    auto* from = part<QLineEdit>(dialog, "rateFrom");
    dialog->activateWindow();
    from->setFocus();
    QTRY_VERIFY(from->hasFocus()); // Return in the table behind it means something else
    QTest::keyClick(from, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, kPatience);
    QCOMPARE(cell(RateModel::ModelColumn), u"w*"_s);
    QVERIFY2(cell(RateModel::PriceColumn).startsWith(u"0.04"_s), qPrintable(cell(RateModel::PriceColumn)));
    QCOMPARE(cell(RateModel::FromColumn), u"1 Jan 2020"_s);
    QCOMPARE(cell(RateModel::ClientColumn), u"Every client"_s);
    QTRY_VERIFY_WITH_TIMEOUT(coverage().startsWith(u"The cost of 3 generations is estimated"_s), kPatience);
    QCOMPARE(pricedCount(), 3);
}

void TestRateCardWindow::wrongEntries_areSaidAndCannotBeAdded_data()
{
    QTest::addColumn<QStringList>("entries"); // model, price, currency, from
    QTest::addColumn<QString>("word");
    QTest::newRow("no model") << QStringList{{}, u"1"_s, u"EUR"_s, {}} << u"models"_s;
    QTest::newRow("no price") << QStringList{u"*"_s, {}, u"EUR"_s, {}} << u"price"_s;
    QTest::newRow("negative") << QStringList{u"*"_s, u"-1"_s, u"EUR"_s, {}} << u"price"_s;
    QTest::newRow("words") << QStringList{u"*"_s, u"cheap"_s, u"EUR"_s, {}} << u"price"_s;
    QTest::newRow("no currency") << QStringList{u"*"_s, u"1"_s, {}, {}} << u"currency"_s;
    QTest::newRow("no day") << QStringList{u"*"_s, u"1"_s, u"EUR"_s, u"31.2."_s} << u"day"_s;
    QTest::newRow("tie") << QStringList{u"*"_s, u"1"_s, u"EUR"_s, {}} << u"Another rate"_s;
}

void TestRateCardWindow::wrongEntries_areSaidAndCannotBeAdded()
{
    QFETCH(QStringList, entries);
    QFETCH(QString, word);
    store(aRate());
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, kPatience);
    RateDialog* dialog = addDialog();
    QVERIFY(dialog);
    const char* const fields[] = {"rateModel", "ratePrice", "rateCurrency", "rateFrom"};
    for (int i = 0; i < 4; ++i)
        type(dialog, fields[i], entries[i]);
    QVERIFY(!part<QPushButton>(dialog, "rateAdd")->isEnabled());
    const QString words = part<QLabel>(dialog, "rateWords")->text();
    QVERIFY2(words.contains(word), qPrintable(words));
}

void TestRateCardWindow::removedRate_takesItsEstimatesAway()
{
    store(aRate());
    m_keeper->recount();
    QTRY_COMPARE_WITH_TIMEOUT(pricedCount(), 3, kPatience);
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, kPatience);
    part<QPushButton>(m_window, "ratesRemove")->click();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 0, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(pricedCount(), 0, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(coverage().contains(u"that of 3 is unknown"_s), kPatience);
}

void TestRateCardWindow::rateRemovedElsewhere_isSaid()
{
    store(aRate());
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, kPatience);
    QVERIFY(Rates(m_fixture->database()).remove(RateId{1}).has_value());
    part<QPushButton>(m_window, "ratesRemove")->click();
    const auto* banner = part<Banner>(m_window, "ratesBanner");
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), kPatience);
    QCOMPARE(banner->kind(), Banner::Kind::Problem);
}

void TestRateCardWindow::recountLeftOver_isDoneAfterTheStart()
{
    m_keeper.reset();
    // What that one asked for is over.
    m_fixture->writer()
        .run<void>(StoreWriter::Priority::Bulk, [](const Database&) { return Result<void>(); })
        .waitForFinished();
    store(aRate()); // and the program was killed before it counted
    QCOMPARE(pricedCount(), 0);
    RateKeeper keeper(m_fixture->writer());
    QSignalSpy finished(&keeper, &RateKeeper::finished);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, kPatience);
    QCOMPARE(pricedCount(), 3);
    QVERIFY(!keeper.isCounting());
}

void TestRateCardWindow::closedAfterAChange_stillCounts()
{
    open();
    RateDialog* dialog = addDialog();
    QVERIFY(dialog);
    type(dialog, "rateModel", u"*"_s);
    type(dialog, "ratePrice", u"0.04"_s);
    type(dialog, "rateCurrency", u"EUR"_s);
    part<QPushButton>(dialog, "rateAdd")->click();
    delete m_window;
    QTRY_COMPARE_WITH_TIMEOUT(pricedCount(), 3, kPatience);
}

void TestRateCardWindow::noGeneration_saysNothingOfCosts()
{
    m_keeper.reset();
    m_fixture = std::make_unique<WindowFixture>();
    m_keeper = std::make_unique<RateKeeper>(m_fixture->writer());
    store(aRate());
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!coverage().isEmpty(), kPatience); // it was asked for
    QVERIFY(!part<QLabel>(m_window, "ratesCoverage")->isVisible());
}

void TestRateCardWindow::columns_fitWhatStandsInThem()
{
    Rate rate = aRate();
    rate.model = u"flux-pro-1.1-ultra-raw-with-a-long-name-*"_s;
    rate.client = u"Nordwind & Sons International"_s;
    rate.basis = RateBasis::GpuSecond;
    store(rate);
    store(aRate());
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 2, kPatience);
    QCOMPARE(cutColumns(table(), RateModel::ModelColumn), QStringList());
    QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>(m_window, "ratesCoverage")->isVisible(), kPatience);
}

QTEST_MAIN(TestRateCardWindow)
#include "tst_ratecardwindow.moc"
