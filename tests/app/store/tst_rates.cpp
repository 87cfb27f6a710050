// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"
#include "app/store/generations.h"
#include "app/store/rates.h"
#include "app/store/rollups.h"
#include "app/store/transaction.h"
#include "tests/support/builders.h"
#include "tests/support/workspace.h"

#include <QTest>

using namespace assay;

class TestRates : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_workspace = std::make_unique<TemporaryWorkspace>(); }
    void newGeneration_getsTheCardsCost();
    void changedCard_holdsForTheNextTransaction();
    void changedCard_estimatesAnewAndStopsAnywhere();
    void removedRate_makesTheCostUnknown();
    void statedCost_isNeverTouched();
    void tie_writesNothing();
    void metrics_agreeAfterARecount();

private:
    Generation add(const GenerationBuilder& builder)
    {
        Generations generations(m_workspace->database(), m_workspace->calendar());
        return *generations.get(generations.add(builder.build())->id);
    }
    Generation read(GenerationId id) const
    {
        return *Generations(m_workspace->database(), m_workspace->calendar()).get(id);
    }

    std::unique_ptr<TemporaryWorkspace> m_workspace;
};

namespace {

Rate aRate(const QString& model, qint64 micro)
{
    return {{}, model, RateBasis::Image, {micro, QStringLiteral("EUR")}, kNoon - kDay, {}};
}

} // namespace

void TestRates::newGeneration_getsTheCardsCost()
{
    QVERIFY(Rates(m_workspace->database()).add(aRate(QStringLiteral("m-*"), 40'000)));
    const Generation priced = add(GenerationBuilder(u"g1"));
    QCOMPARE(priced.cost->micro, qint64(40'000));
    QCOMPARE(priced.costSource, CostSource::Rate);
    QVERIFY(!add(GenerationBuilder(u"g2").model(u"other")).cost);
}

void TestRates::changedCard_holdsForTheNextTransaction()
{
    Generations generations(m_workspace->database(), m_workspace->calendar());
    const auto addIn = [&](QStringView id) {
        auto transaction = Transaction::begin(m_workspace->database());
        const auto added = generations.add(GenerationBuilder(id));
        return transaction && added && transaction->commit() ? added->id : GenerationId{};
    };
    QVERIFY(!read(addIn(u"g1")).cost);
    const auto other = Database::open(m_workspace->path(), Database::Mode::ReadWrite);
    QVERIFY(other);
    QVERIFY(Rates(**other).add(aRate(QStringLiteral("*"), 7)));
    QCOMPARE(read(addIn(u"g2")).cost->micro, qint64(7));
}

void TestRates::changedCard_estimatesAnewAndStopsAnywhere()
{
    GenerationId last;
    for (int i = 0; i < 1200; ++i)
        last = add(GenerationBuilder(QString::number(i))).id;
    const Rates rates(m_workspace->database());
    QVERIFY(rates.add(aRate(QStringLiteral("*"), 5)));
    QVERIFY(*rates.recountSome());
    QVERIFY(!read(last).cost);
    QVERIFY(Rates(m_workspace->database()).recount());
    QCOMPARE(*rates.coverage(), (RateCoverage{1200, 0}));
    QVERIFY(!*rates.recountSome());
}

void TestRates::removedRate_makesTheCostUnknown()
{
    const Rates rates(m_workspace->database());
    const auto id = rates.add(aRate(QStringLiteral("*"), 5));
    const Generation priced = add(GenerationBuilder(u"g1"));
    QVERIFY(priced.cost);
    QVERIFY(rates.remove(*id));
    QVERIFY(rates.recount());
    QVERIFY(!read(priced.id).cost);
    QCOMPARE(rates.remove(*id).error().kind, ErrorKind::NotFound);
}

void TestRates::statedCost_isNeverTouched()
{
    const Generation stated = add(GenerationBuilder(u"g1").cost(u"0.04", u"USD"));
    const Rates rates(m_workspace->database());
    QVERIFY(rates.add(aRate(QStringLiteral("*"), 5)));
    QVERIFY(rates.recount());
    QCOMPARE(read(stated.id), stated);
}

void TestRates::tie_writesNothing()
{
    const Rates rates(m_workspace->database());
    const auto added = rates.addAll({aRate(QStringLiteral("a*"), 5), aRate(QStringLiteral("*b"), 6)});
    QVERIFY(!added);
    QCOMPARE(added.error().kind, ErrorKind::Invalid);
    QVERIFY(rates.all()->isEmpty());
}

void TestRates::metrics_agreeAfterARecount()
{
    add(GenerationBuilder(u"g1").client(u"nord"));
    const Rollups rollups(m_workspace->database());
    QVERIFY(rollups.refresh());
    const Rates rates(m_workspace->database());
    QVERIFY(rates.add(aRate(QStringLiteral("*"), 5)));
    QVERIFY(rates.recount());
    QVERIFY(*rollups.isStale());
    QVERIFY(rollups.refresh());
    const auto weeks = rollups.weeks();
    QVERIFY(weeks);
    QVERIFY(rollups.verify()->isEmpty());
    QVERIFY(rollups.rebuild());
    QVERIFY(*rollups.weeks() == *weeks);
}

QTEST_GUILESS_MAIN(TestRates)
#include "tst_rates.moc"
