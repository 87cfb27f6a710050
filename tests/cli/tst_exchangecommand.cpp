// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/generations.h"
#include "app/store/reviews.h"
#include "app/store/transaction.h"
#include "tests/cli/program.h"
#include "tests/support/builders.h"
#include "tests/support/result.h"
#include "tests/support/workspace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

/// `exchange` as a program, and what `metrics` says after it.
class TestExchangeCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void mixedCurrencies_haveNoCost_untilThereIsARate();
    void addedRate_isListed();
    void rateFromADay_holdsFromThere();
    void withdrawnRate_isListedAndDoesNotCount();
    void rateToASecondCurrency_isRefused();
    void wrongWords_areWrongUse_data();
    void wrongWords_areWrongUse();

private:
    ProgramRun run(const QStringList& words)
    {
        return runProgram(words + QStringList{u"--workspace"_s, m_workspace->path()});
    }
    ProgramRun addRate(const QString& currency, const QString& rate, const QStringList& more = {})
    {
        return run(QStringList{u"exchange"_s, u"add"_s, u"--currency"_s, currency, u"--to"_s, u"EUR"_s,
                               u"--rate"_s, rate} +
                   more);
    }
    QJsonArray listed()
    {
        return QJsonDocument::fromJson(run({u"exchange"_s, u"list"_s, u"--json"_s}).output).array();
    }
    QJsonObject week(const QString& model = {});

    std::unique_ptr<TemporaryWorkspace> m_workspace;
};

/// Twenty images for 0.04 dollars and twenty for 0.03 euros, all accepted; each currency has a model.
void TestExchangeCommand::init()
{
    m_workspace = std::make_unique<TemporaryWorkspace>();
    auto transaction = Transaction::begin(m_workspace->database());
    ASSAY_VERIFY_OK(transaction);
    for (int i = 0; i < 40; ++i) {
        const bool isEuro = i % 2 == 0;
        const auto added = Generations(m_workspace->database(), m_workspace->calendar())
                               .add(aGeneration(QString(u"g%1"_s.arg(i)))
                                        .asset(QString(u"a%1"_s.arg(i / 3)))
                                        .model(isEuro ? u"m-eur" : u"m-usd")
                                        .cost(isEuro ? u"0.03" : u"0.04", isEuro ? u"EUR" : u"USD"));
        ASSAY_VERIFY_OK(added);
        ASSAY_VERIFY_OK(Reviews(m_workspace->database()).add(aReview(added->id).accepted()));
    }
    ASSAY_VERIFY_OK(transaction->commit());
}

QJsonObject TestExchangeCommand::week(const QString& model)
{
    QStringList words{u"metrics"_s, u"--json"_s, u"--now"_s, u"2026-05-05T12:00:00Z"_s};
    if (!model.isEmpty())
        words << u"--model"_s << model;
    return QJsonDocument::fromJson(run(words).output)[u"weeks"][0].toObject();
}

void TestExchangeCommand::mixedCurrencies_haveNoCost_untilThereIsARate()
{
    const QJsonObject before = week();
    const QJsonObject cost = before[u"metrics"][u"cost_per_accepted"].toObject();
    QVERIFY(cost[u"value"].isNull());
    QCOMPARE(cost[u"why"].toString(), u"mixed currencies: EUR, USD"_s);
    QVERIFY(!before[u"counts"].toObject().contains(u"converted_micro"_s));

    QCOMPARE(addRate(u"USD"_s, u"0.9"_s).exitCode, 0);
    const QJsonObject after = week();
    QCOMPARE(after[u"metrics"][u"cost_per_accepted"][u"value"].toDouble(), 0.033);
    QVERIFY(after[u"metrics"][u"cost_per_accepted"][u"why"].isNull());
    // What was paid is still told by currency.
    QCOMPARE(after[u"counts"][u"cost_micro"].toObject(), before[u"counts"][u"cost_micro"].toObject());
    QCOMPARE(after[u"counts"][u"converted_micro"].toObject(), (QJsonObject{{u"EUR"_s, 1'320'000}}));
    QCOMPARE(week(u"m-usd"_s)[u"metrics"][u"cost_per_accepted"][u"value"].toDouble(), 0.036);
    QCOMPARE(week(u"m-eur"_s)[u"metrics"][u"cost_per_accepted"][u"value"].toDouble(), 0.03);
    const QByteArray table = run({u"metrics"_s}).output;
    QVERIFY(table.contains("EUR"));
    QVERIFY(table.contains("Costs are converted"));
}

void TestExchangeCommand::addedRate_isListed()
{
    QCOMPARE(listed().size(), 0);
    QVERIFY(run({u"exchange"_s, u"list"_s}).output.contains("no exchange rates"));
    const QStringList more{u"--from"_s, u"2026-01-01"_s, u"--source"_s, u"ECB"_s, u"--by"_s, u"dana"_s};
    QCOMPARE(addRate(u"usd"_s, u"0.9235"_s, more).exitCode, 0);
    const QJsonArray rates = listed();
    QCOMPARE(rates.size(), 1);
    QCOMPARE(rates[0][u"currency"].toString(), u"USD"_s);
    QCOMPARE(rates[0][u"to"].toString(), u"EUR"_s);
    QCOMPARE(rates[0][u"rate"].toString(), u"0.9235"_s);
    QCOMPARE(rates[0][u"valid_from"].toString(), u"2026-01-01T00:00:00.000Z"_s);
    QCOMPARE(rates[0][u"source"].toString(), u"ECB"_s);
    QCOMPARE(rates[0][u"added_by"].toString(), u"dana"_s);
    QVERIFY(!rates[0][u"added_at"].toString().isEmpty());
    QVERIFY(rates[0][u"withdrawn_at"].isNull());
    QVERIFY(run({u"exchange"_s, u"list"_s}).output.contains("1 USD = 0.9235 EUR"));
}

void TestExchangeCommand::rateFromADay_holdsFromThere()
{
    QCOMPARE(addRate(u"USD"_s, u"0.9"_s, {u"--from"_s, u"2026-03-05"_s}).exitCode, 0);
    // None held when the images were sent, so the first one counts; then one that did.
    QCOMPARE(week()[u"metrics"][u"cost_per_accepted"][u"value"].toDouble(), 0.033);
    QCOMPARE(addRate(u"USD"_s, u"0.8"_s, {u"--from"_s, u"2026-03-04"_s}).exitCode, 0);
    QCOMPARE(week()[u"metrics"][u"cost_per_accepted"][u"value"].toDouble(), 0.031);
}

void TestExchangeCommand::withdrawnRate_isListedAndDoesNotCount()
{
    QCOMPARE(addRate(u"USD"_s, u"0.9"_s).exitCode, 0);
    const QString id = QString::number(listed()[0][u"id"].toInteger());
    QCOMPARE(run({u"exchange"_s, u"withdraw"_s, id}).exitCode, 0);
    QVERIFY(!listed()[0][u"withdrawn_at"].isNull());
    QVERIFY(week()[u"metrics"][u"cost_per_accepted"][u"value"].isNull());
    QCOMPARE(run({u"exchange"_s, u"withdraw"_s, id}).exitCode, 1);
}

void TestExchangeCommand::rateToASecondCurrency_isRefused()
{
    QCOMPARE(addRate(u"USD"_s, u"0.9"_s).exitCode, 0);
    const ProgramRun refused =
        run({u"exchange"_s, u"add"_s, u"--currency"_s, u"USD"_s, u"--to"_s, u"GBP"_s, u"--rate"_s, u"0.8"_s});
    QCOMPARE(refused.exitCode, 1);
    QVERIFY(refused.problems.contains("EUR"));
    QCOMPARE(listed().size(), 1);
}

void TestExchangeCommand::wrongWords_areWrongUse_data()
{
    QTest::addColumn<QStringList>("words");
    const QStringList add{u"add"_s, u"--currency"_s, u"USD"_s};
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("no currency") << QStringList{u"add"_s, u"--to"_s, u"EUR"_s, u"--rate"_s, u"0.9"_s};
    QTest::newRow("no rate") << add + QStringList{u"--to"_s, u"EUR"_s};
    QTest::newRow("the same currency") << add + QStringList{u"--to"_s, u"USD"_s, u"--rate"_s, u"1"_s};
    QTest::newRow("no currency's name") << add + QStringList{u"--to"_s, u"euro"_s, u"--rate"_s, u"1"_s};
    QTest::newRow("rate of 0") << add + QStringList{u"--to"_s, u"EUR"_s, u"--rate"_s, u"0"_s};
    QTest::newRow("no day") << add + QStringList{u"--to"_s, u"EUR"_s,    u"--rate"_s,
                                                 u"1"_s,    u"--from"_s, u"May"_s};
    for (const QString& from : {u"2026-06-01T14:30"_s, u"2026-06-01 rubbish"_s, u"2026/06/01"_s})
        QTest::addRow("no day: %s", qPrintable(from))
            << add + QStringList{u"--to"_s, u"EUR"_s, u"--rate"_s, u"1"_s, u"--from"_s, from};
    QTest::newRow("withdraw nothing") << QStringList{u"withdraw"_s};
}

void TestExchangeCommand::wrongWords_areWrongUse()
{
    QFETCH(QStringList, words);
    QCOMPARE(run(QStringList{u"exchange"_s} + words).exitCode, 2);
    QCOMPARE(listed().size(), 0);
}

QTEST_GUILESS_MAIN(TestExchangeCommand)
#include "tst_exchangecommand.moc"
