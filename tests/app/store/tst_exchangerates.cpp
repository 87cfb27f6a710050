// SPDX-License-Identifier: GPL-3.0-or-later
// With exchange rates a workspace counts as if every cost had been paid in its own currency.
#include "app/metrics/weekrow.h"
#include "app/store/comparisonrows.h"
#include "app/store/exchangerates.h"
#include "app/store/generations.h"
#include "app/store/reviews.h"
#include "app/store/rollups.h"
#include "app/store/selectedrows.h"
#include "app/store/transaction.h"
#include "tests/support/builders.h"
#include "tests/support/result.h"
#include "tests/support/workspace.h"

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

const UtcTime kChanged = kNoon + 10 * kDay;

ExchangeRate rate(const QString& currency, const QString& text, UtcTime validFrom = {})
{
    return {.currency = currency,
            .to = u"EUR"_s,
            .billionths = *parseExchangeRate(text),
            .validFrom = validFrom,
            .source = u"ECB"_s,
            .addedAt = kNoon,
            .addedBy = u"dana"_s};
}

std::vector<ExchangeRate> someRates()
{
    return {rate(u"USD"_s, u"0.9"_s), rate(u"USD"_s, u"0.812345"_s, kChanged),
            rate(u"GBP"_s, u"1.17"_s, kNoon - 5 * kDay)};
}

/// The cost of an image: of three currencies, some free and some unknown.
std::optional<Money> costOf(int image)
{
    if (image % 41 == 0)
        return std::nullopt;
    const QString currency = image % 5 == 0 ? u"GBP"_s : image % 3 == 0 ? u"EUR"_s : u"USD"_s;
    return Money{image % 17 == 0 ? 0 : 40'000 + image % 7, currency};
}

} // namespace

class TestExchangeRates : public QObject
{
    Q_OBJECT

private slots:
    void everyField_comesBack();
    void rateToAnotherCurrency_isRefused();
    void mixedCosts_countAsIfPaidInOneCurrency_data();
    void mixedCosts_countAsIfPaidInOneCurrency();
    void costBeforeTheFirstRate_isCountedByIt();
    void withoutRates_currenciesStayApart();
    void withdrawnRates_leaveNoTrace();
    void costWithoutACurrencysRate_isNamed();
    void rate_leavesTheWeeksOfOtherCurrenciesAlone();

private:
    struct Studio
    {
        TemporaryWorkspace workspace{QTimeZone("Europe/Berlin")};

        const Database& database() const { return workspace.database(); }
        void add(const std::vector<ExchangeRate>& rates) const;
        void fill(bool isConverted) const;
        std::vector<WeekRow> rows(const ViewFilter& filter) const;
    };
};

void TestExchangeRates::Studio::add(const std::vector<ExchangeRate>& rates) const
{
    auto transaction = Transaction::begin(database());
    ASSAY_VERIFY_OK(transaction);
    for (const ExchangeRate& rate : rates)
        ASSAY_VERIFY_OK(ExchangeRates(database()).add(rate));
    ASSAY_VERIFY_OK(transaction->commit());
}

/// Four weeks of two clients and two models; `isConverted`: the log says every cost in euros.
void TestExchangeRates::Studio::fill(bool isConverted) const
{
    const std::vector<ExchangeRate> rates = someRates();
    const ExchangeTable table(rates);
    auto transaction = Transaction::begin(database());
    ASSAY_VERIFY_OK(transaction);
    for (int i = 0; i < 400; ++i) {
        Generation generation = aGeneration(QString(u"g%1"_s.arg(i)))
                                    .client(i % 4 == 0 ? u"sable" : u"nord")
                                    .model(i % 3 == 1 ? u"m-2" : u"m-1")
                                    .asset(QString(u"a%1"_s.arg(i / 6)))
                                    .sentAt(kNoon + i * std::chrono::hours(1));
        generation.cost = costOf(i);
        if (isConverted && generation.cost)
            generation.cost = table.converted(*generation.cost, generation.sentAt);
        const auto added = Generations(database(), workspace.calendar()).add(generation);
        ASSAY_VERIFY_OK(added);
        if (i % 2 == 0)
            ASSAY_VERIFY_OK(
                Reviews(database()).add(aReview(added->id).accepted().at(generation.sentAt + kDay)));
    }
    ASSAY_VERIFY_OK(transaction->commit());
}

std::vector<WeekRow> TestExchangeRates::Studio::rows(const ViewFilter& filter) const
{
    if (!Rollups(database()).refresh())
        qFatal("the weeks could not be counted");
    if (!filter.isNarrow())
        return *Rollups(database()).weeks(filter.client);
    return SelectedRows::read(database(), filter, workspace.calendar())->weeks();
}

void TestExchangeRates::everyField_comesBack()
{
    const Studio studio;
    ExchangeRate wanted = rate(u"USD"_s, u"0.9235"_s, kChanged);
    const auto id = ExchangeRates(studio.database()).add(wanted);
    ASSAY_VERIFY_OK(id);
    wanted.id = *id;
    QCOMPARE(*ExchangeRates(studio.database()).all(), std::vector<ExchangeRate>{wanted});
    QVERIFY(*ExchangeRates(studio.database()).withdraw(*id, kNoon));
    QVERIFY(!*ExchangeRates(studio.database()).withdraw(*id, kNoon + kDay));
    QVERIFY(!*ExchangeRates(studio.database()).withdraw(*id + 1, kNoon));
    wanted.withdrawnAt = kNoon;
    QCOMPARE(*ExchangeRates(studio.database()).all(), std::vector<ExchangeRate>{wanted});
}

void TestExchangeRates::rateToAnotherCurrency_isRefused()
{
    const Studio studio;
    const auto id = ExchangeRates(studio.database()).add(rate(u"USD"_s, u"0.9"_s));
    ASSAY_VERIFY_OK(id);
    ExchangeRate other = rate(u"USD"_s, u"0.8"_s);
    other.to = u"GBP"_s;
    ASSAY_VERIFY_ERROR(ExchangeRates(studio.database()).add(other), ErrorKind::Invalid);
    QVERIFY(*ExchangeRates(studio.database()).withdraw(*id, kNoon));
    ASSAY_VERIFY_OK(ExchangeRates(studio.database()).add(other));
}

void TestExchangeRates::mixedCosts_countAsIfPaidInOneCurrency_data()
{
    QTest::addColumn<ViewFilter>("filter");
    QTest::newRow("a client") << ViewFilter{.client = u"nord"_s};
    QTest::newRow("all clients, who share names") << ViewFilter{};
    QTest::newRow("a model") << ViewFilter{.client = u"nord"_s, .model = u"m-2"_s};
    QTest::newRow("a model of all clients") << ViewFilter{.model = u"m-1"_s};
}

void TestExchangeRates::mixedCosts_countAsIfPaidInOneCurrency()
{
    QFETCH(ViewFilter, filter);
    const Studio mixed;
    mixed.fill(false);
    QVERIFY(!mixed.rows(filter).empty());
    mixed.add(someRates());
    const Studio plain;
    plain.fill(true);
    const std::vector<WeekRow> rows = mixed.rows(filter);
    const std::vector<WeekRow> wanted = plain.rows(filter);
    QCOMPARE(rows.size(), wanted.size());
    for (size_t i = 0; i < rows.size(); ++i) {
        QCOMPARE(rows[i].counts.spent, wanted[i].counts.cost);
        QVERIFY(rows[i].sums == wanted[i].sums);
        QCOMPARE(rows[i].counts.costUnknown, wanted[i].counts.costUnknown);
        QVERIFY(rows[i].counts.isConverted());
    }
    QCOMPARE(*Rollups(mixed.database()).verify(), QStringList());
    // The same before and after a change.
    const ComparedPeriod period{filter.client, kNoon + kDay, kNoon + 12 * kDay};
    const auto compared = readComparedRows(mixed.database(), period, mixed.workspace.calendar());
    const auto paid = readComparedRows(plain.database(), period, plain.workspace.calendar());
    ASSAY_VERIFY_OK(compared);
    for (size_t i = 0; i < compared->generations.size(); ++i)
        QCOMPARE(compared->generations[i].observation.converted, paid->generations[i].observation.cost);
}

void TestExchangeRates::costBeforeTheFirstRate_isCountedByIt()
{
    const Studio studio;
    studio.fill(false);
    studio.add({rate(u"USD"_s, u"0.9"_s, kChanged), rate(u"GBP"_s, u"1.1"_s)});
    for (const WeekRow& row : studio.rows({.client = u"nord"_s}))
        QCOMPARE(row.counts.spent.size(), 1u); // no week is in another currency than the next
}

void TestExchangeRates::withoutRates_currenciesStayApart()
{
    const Studio studio;
    studio.fill(false);
    for (const WeekRow& row : studio.rows({})) {
        QVERIFY(!row.counts.isConverted());
        QCOMPARE(estimate(row, MetricId::CostPerAccepted).reason.currencies,
                 (QStringList{u"EUR"_s, u"GBP"_s, u"USD"_s}));
    }
}

void TestExchangeRates::withdrawnRates_leaveNoTrace()
{
    const Studio studio;
    studio.fill(false);
    const std::vector<WeekRow> before = studio.rows({.client = u"nord"_s});
    studio.add(someRates());
    QVERIFY(studio.rows({.client = u"nord"_s}) != before);
    const auto rates = ExchangeRates(studio.database()).all();
    ASSAY_VERIFY_OK(rates);
    for (const ExchangeRate& rate : *rates)
        QVERIFY(*ExchangeRates(studio.database()).withdraw(rate.id, kNoon));
    QVERIFY(studio.rows({.client = u"nord"_s}) == before);
}

void TestExchangeRates::costWithoutACurrencysRate_isNamed()
{
    const Studio studio;
    studio.fill(false);
    studio.add({rate(u"USD"_s, u"0.9"_s)});
    const WeekRow row = studio.rows({.client = u"nord"_s}).front();
    QCOMPARE(estimate(row, MetricId::CostPerAccepted).reason.currencies, (QStringList{u"EUR"_s, u"GBP"_s}));
}

void TestExchangeRates::rate_leavesTheWeeksOfOtherCurrenciesAlone()
{
    const Studio studio;
    ASSAY_VERIFY_OK(
        Generations(studio.database(), studio.workspace.calendar()).add(aGeneration().cost(u"0.04", u"GBP")));
    ASSAY_VERIFY_OK(Rollups(studio.database()).refresh());
    studio.add({rate(u"USD"_s, u"0.9"_s)});
    QVERIFY(!*Rollups(studio.database()).isStale());
    studio.add({rate(u"GBP"_s, u"1.1"_s)});
    QVERIFY(*Rollups(studio.database()).isStale());
}

QTEST_GUILESS_MAIN(TestExchangeRates)
#include "tst_exchangerates.moc"
