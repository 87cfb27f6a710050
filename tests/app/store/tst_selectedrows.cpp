// SPDX-License-Identifier: GPL-3.0-or-later
// A view by model or template counts as if the workspace had no other generations.
#include "app/store/changes.h"
#include "app/store/generations.h"
#include "app/store/reviews.h"
#include "app/store/rollups.h"
#include "app/store/selectedrows.h"
#include "app/store/statement.h"
#include "app/store/transaction.h"
#include "tests/support/builders.h"
#include "tests/support/result.h"
#include "tests/support/testlog.h"
#include "tests/support/workspace.h"

#include <QRandomGenerator>
#include <QSet>

#include <algorithm>

using namespace assay;

namespace {

constexpr std::chrono::hours kHour{1};

/// Assets and batches go over weeks, models and templates; two clients share the names of some.
test::TestLog oddLog(quint32 seed)
{
    QRandomGenerator random(seed);
    test::TestLog log;
    for (int i = 0; i < 500; ++i) {
        GenerationBuilder builder = aGeneration(QStringLiteral("g%1").arg(i));
        builder.client(random.bounded(2) == 0 ? u"nord" : u"sable");
        builder.model(random.bounded(2) == 0 ? u"m-1" : u"m-2");
        const int which = random.bounded(3);
        builder.promptTemplate(which == 0 ? u"hero@3" : which == 1 ? u"social@2" : u"");
        if (random.bounded(8) != 0)
            builder.asset(QStringLiteral("a%1").arg(random.bounded(40)));
        if (random.bounded(3) == 0)
            builder.batch(QStringLiteral("b%1").arg(random.bounded(60)));
        builder.cycle(1 + random.bounded(3)).attempt(1 + random.bounded(2));
        builder.sentAt(kNoon + random.bounded(42 * 24) * kHour);
        if (random.bounded(9) != 0)
            builder.cost(u"0.0401", random.bounded(20) == 0 ? u"USD" : u"EUR");
        if (random.bounded(9) != 0)
            builder.latency(random.bounded(20'000)).drift(random.generateDouble());
        if (random.bounded(8) == 0)
            builder.status(GenerationStatus::Timeout);
        if (random.bounded(4) == 0)
            builder.promptWrittenAt(builder.build().sentAt - random.bounded(60) * kHour);
        log.generations.push_back(builder);
        for (int reviews = random.bounded(3); reviews > 0; --reviews) {
            ReviewBuilder review = aReview().ofExternal(builder.build().externalId);
            review.externalId(QStringLiteral("r%1-%2").arg(i).arg(reviews));
            review.at(builder.build().sentAt + random.bounded(400) * kHour);
            review.disposition(static_cast<Disposition>(random.bounded(3)));
            review.check(u"c1", static_cast<Answer>(random.bounded(4)));
            log.reviews.push_back(review);
        }
    }
    return log;
}

bool isSelected(const Generation& generation, const ViewFilter& filter)
{
    return (!filter.model || generation.model == filter.model) &&
           (!filter.templateName || generation.promptTemplate == *filter.templateName);
}

test::TestLog selectedOf(const test::TestLog& log, const ViewFilter& filter)
{
    test::TestLog selected;
    QSet<QString> ids;
    for (const Generation& generation : log.generations) {
        if (!isSelected(generation, filter))
            continue;
        selected.generations.push_back(generation);
        ids.insert(generation.externalId);
    }
    std::ranges::copy_if(log.reviews, std::back_inserter(selected.reviews),
                         [&ids](const Review& review) { return ids.contains(review.generationExternalId); });
    return selected;
}

} // namespace

class TestSelectedRows : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void anyFilter_givesTheRowsOfTheOthersTakenAway_data();
    void anyFilter_givesTheRowsOfTheOthersTakenAway();
    void nameSharedByClients_isOneAsset();
    void review_isCountedAfterTheNextRefresh();
    void review_leavesWhatWasSentAlone();
    void nothingMade_isEmpty();
    void damagedObservations_areRefused();
    void tamperedObservations_areFoundAndRepaired();

private:
    const Database& database() const { return m_workspace->database(); }
    GenerationId add(const Generation& generation)
    {
        return Generations(database(), m_workspace->calendar()).add(generation)->id;
    }
    Result<SelectedRows> read(const ViewFilter& filter)
    {
        if (auto counted = Rollups(database()).refresh(); !counted)
            return counted.error();
        return SelectedRows::read(database(), filter, m_workspace->calendar());
    }

    std::unique_ptr<TemporaryWorkspace> m_workspace;
};

void TestSelectedRows::init()
{
    m_workspace = std::make_unique<TemporaryWorkspace>(QTimeZone("Europe/Berlin"));
}

void TestSelectedRows::anyFilter_givesTheRowsOfTheOthersTakenAway_data()
{
    QTest::addColumn<ViewFilter>("filter");
    const QString nord = QStringLiteral("nord");
    const QString model = QStringLiteral("m-2");
    const QString hero = QStringLiteral("hero@3");
    QTest::newRow("model") << ViewFilter{.client = nord, .model = model};
    QTest::newRow("template") << ViewFilter{.client = nord, .templateName = hero};
    QTest::newRow("no template") << ViewFilter{.client = nord, .templateName = QString()};
    QTest::newRow("both") << ViewFilter{.client = nord, .model = model, .templateName = hero};
}

void TestSelectedRows::anyFilter_givesTheRowsOfTheOthersTakenAway()
{
    QFETCH(ViewFilter, filter);
    const test::TestLog log = oddLog(3);
    auto transaction = Transaction::begin(database());
    ASSAY_VERIFY_OK(transaction);
    for (const Generation& generation : log.generations)
        add(generation);
    for (const Review& review : log.reviews) {
        const auto added = Reviews(database()).add(review);
        QVERIFY(added || added.error().kind == ErrorKind::Invalid);
    }
    ASSAY_VERIFY_OK(transaction->commit());
    const auto rows = read(filter);
    ASSAY_VERIFY_OK(rows);
    const std::vector<WeekRow> plain =
        test::weekRows(selectedOf(log, filter), m_workspace->calendar(), filter.client);
    QVERIFY(plain.size() > 5);
    QCOMPARE(rows->weeks().size(), plain.size());
    for (size_t i = 0; i < plain.size(); ++i) {
        const WeekRow& row = rows->weeks()[i];
        QCOMPARE(row.week.name(), plain[i].week.name());
        QVERIFY2(row.counts == plain[i].counts, qPrintable(row.week.name()));
        QVERIFY2(row.sums == plain[i].sums, qPrintable(row.week.name()));
        QVERIFY2(row.samples == plain[i].samples, qPrintable(row.week.name()));
    }
    const UtcTime from = kNoon + 5 * kDay;
    const ComparedRows between = rows->between(from, from + 9 * kDay);
    const auto inside = std::ranges::count_if(log.generations, [&](const Generation& generation) {
        return isSelected(generation, filter) && generation.client == *filter.client &&
               generation.sentAt >= from && generation.sentAt < from + 9 * kDay;
    });
    QCOMPARE(between.generations.size(), size_t(inside));
    QCOMPARE(*Rollups(database()).verify(), QStringList());
}

void TestSelectedRows::nameSharedByClients_isOneAsset()
{
    add(aGeneration(u"g1").client(u"nord").asset(u"hero"));
    add(aGeneration(u"g2").client(u"sable").asset(u"hero"));
    const auto all = read({.model = QStringLiteral("m-1")});
    ASSAY_VERIFY_OK(all);
    QCOMPARE(all->weeks().size(), 1u);
    QCOMPARE(all->weeks().front().sums[index(MetricId::FailureRate)].clusters, 1);
    QCOMPARE(all->weeks().front().counts.batchesOk, 1);
}

void TestSelectedRows::review_isCountedAfterTheNextRefresh()
{
    const GenerationId id = add(aGeneration().asset(u"a"));
    QCOMPARE(read({.model = QStringLiteral("m-1")})->weeks().front().counts.reviewed, 0);
    ASSAY_VERIFY_OK(Reviews(database()).add(aReview(id).accepted().at(kNoon + 8 * kDay)));
    const auto rows = read({.model = QStringLiteral("m-1")});
    ASSAY_VERIFY_OK(rows);
    QCOMPARE(rows->weeks().size(), 2u);
    QCOMPARE(rows->weeks().front().counts.accepted, 1);
    QCOMPARE(rows->weeks().back().counts.assetsCompleted, 1);
}

void TestSelectedRows::review_leavesWhatWasSentAlone()
{
    const GenerationId id = add(aGeneration());
    ASSAY_VERIFY_OK(Rollups(database()).refresh());
    ASSAY_VERIFY_OK(database().execute(
        QStringLiteral("CREATE TRIGGER sent_is_kept BEFORE UPDATE OF sent ON weekly_observations BEGIN"
                       " SELECT RAISE(ABORT, 'written again'); END")));
    ASSAY_VERIFY_OK(Reviews(database()).add(aReview(id).accepted()));
    ASSAY_VERIFY_OK(Rollups(database()).refresh());
}

void TestSelectedRows::nothingMade_isEmpty()
{
    add(aGeneration());
    const auto rows = read({.model = QStringLiteral("m-9")});
    ASSAY_VERIFY_OK(rows);
    QVERIFY(rows->isEmpty());
    QVERIFY(rows->weeks().empty());
}

void TestSelectedRows::damagedObservations_areRefused()
{
    add(aGeneration());
    ASSAY_VERIFY_OK(Rollups(database()).refresh());
    for (const QString& blob : {QStringLiteral("x''"), QStringLiteral("x'00'"),
                                QStringLiteral("x'08ffffffffffffffffffffffffffffffff'")}) {
        ASSAY_VERIFY_OK(
            database().execute(QStringLiteral("UPDATE weekly_observations SET sent = %1").arg(blob)));
        const auto rows = read({.model = QStringLiteral("m-1")});
        QVERIFY(!rows);
        QCOMPARE(rows.error().kind, ErrorKind::Damaged);
    }
}

void TestSelectedRows::tamperedObservations_areFoundAndRepaired()
{
    add(aGeneration());
    ASSAY_VERIFY_OK(Rollups(database()).refresh());
    ASSAY_VERIFY_OK(database().execute(QStringLiteral("UPDATE weekly_observations SET model = 'm-2'")));
    QCOMPARE(Rollups(database()).verify()->size(), 1);
    ASSAY_VERIFY_OK(Rollups(database()).rebuild());
    QCOMPARE(*Rollups(database()).verify(), QStringList());
    QVERIFY(read({.model = QStringLiteral("m-2")})->isEmpty());
}

QTEST_GUILESS_MAIN(TestSelectedRows)
#include "tst_selectedrows.moc"
