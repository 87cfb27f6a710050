// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metrics/definition.h"
#include "app/store/changes.h"
#include "app/store/generations.h"
#include "app/store/migrator.h"
#include "app/store/reviews.h"
#include "app/store/rollupcells.h"
#include "app/store/rollups.h"
#include "app/store/statement.h"
#include "app/store/transaction.h"
#include "app/store/workspacesettings.h"
#include "tests/support/builders.h"
#include "tests/support/result.h"
#include "tests/support/testlog.h"
#include "tests/support/workspace.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>

using namespace assay;

namespace {

constexpr std::chrono::hours kHour{1};

/// A log of 400 generations over 8 weeks with everything that makes a difference to the sums.
test::TestLog randomLog(QRandomGenerator& random)
{
    test::TestLog log;
    for (int i = 0; i < 400; ++i) {
        GenerationBuilder builder = aGeneration(QStringLiteral("g%1").arg(i));
        builder.client(random.bounded(2) == 0 ? u"nord" : u"sable");
        builder.asset(QStringLiteral("a%1").arg(random.bounded(60)));
        builder.cycle(1 + random.bounded(3)).attempt(1 + random.bounded(2));
        builder.sentAt(kNoon + random.bounded(56 * 24) * kHour);
        if (random.bounded(10) != 0)
            builder.cost(u"0.0401", random.bounded(20) == 0 ? u"USD" : u"EUR");
        if (random.bounded(9) != 0)
            builder.latency(random.bounded(20'000)).drift(random.bounded(10'000) / 1e4);
        if (random.bounded(3) != 0)
            builder.scores(random.generateDouble(), random.bounded(900) / 1e2);
        if (random.bounded(8) == 0)
            builder.status(GenerationStatus::Error);
        if (random.bounded(4) == 0)
            builder.promptWrittenAt(builder.build().sentAt - kHour);
        log.generations.push_back(builder);
        for (int reviews = random.bounded(3); reviews > 0; --reviews) {
            ReviewBuilder review = aReview().ofExternal(builder.build().externalId);
            review.externalId(QStringLiteral("r%1-%2").arg(i).arg(reviews));
            review.at(builder.build().sentAt + random.bounded(400) * kHour);
            review.disposition(static_cast<Disposition>(random.bounded(3)));
            review.check(u"c1", static_cast<Answer>(random.bounded(4)));
            review.check(u"c2", static_cast<Answer>(random.bounded(4)));
            log.reviews.push_back(review);
        }
    }
    for (int hour = 0; hour < 40 * 24; hour += 5) {
        log.gpuSamples.push_back({.startedAt = kNoon + hour * kHour,
                                  .duration = kHour,
                                  .node = QStringLiteral("gpu-%1").arg(hour % 2),
                                  .utilisation = random.generateDouble()});
    }
    return log;
}

void store(const TemporaryWorkspace& workspace, const test::TestLog& log)
{
    auto transaction = Transaction::begin(workspace.database());
    ASSAY_VERIFY_OK(transaction);
    Generations generations(workspace.database(), workspace.calendar());
    Reviews reviews(workspace.database());
    for (const Generation& generation : log.generations)
        ASSAY_VERIFY_OK(generations.add(generation));
    for (const Review& review : log.reviews) {
        const auto added = reviews.add(review);
        QVERIFY(added || added.error().kind == ErrorKind::Invalid);
    }
    for (const GpuSample& sample : log.gpuSamples)
        ASSAY_VERIFY_OK(Changes(workspace.database()).addGpuSample(sample));
    ASSAY_VERIFY_OK(transaction->commit());
}

const WeekRow* weekNamed(const std::vector<WeekRow>& rows, QStringView name)
{
    const auto row = std::ranges::find_if(rows, [name](const WeekRow& r) { return r.week.name() == name; });
    return row == rows.end() ? nullptr : &*row;
}

} // namespace

class TestRollups : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void emptyWorkspace_hasNoWeeks();
    void rows_equalThoseOfThePlainReading();
    void rebuild_givesTheSame();
    void changedTimeZone_givesTheWeeksOfThatZone();
    void batchOverTwoWeeks_countsOnceWhereTheyArePooled();
    void batchMovedIntoOneWeek_isSpreadNoMore();
    void nameSharedByClients_isOneAssetInTheViewOfAll();
    void review_changesTheWeekTheImageWasSentIn();
    void firstAcceptance_completesTheAssetInItsWeek();
    void withdrawnAcceptance_takesTheAssetBack();
    void acceptancesOfOneInstant_countTheLowerCycle();
    void assetOfTwoClients_isTwoAssetsInTheirViews();
    void secondRefresh_hasNothingToDo();
    void refreshInSteps_givesTheSame();
    void verify_findsWhatWasTamperedWith_data();
    void verify_findsWhatWasTamperedWith();
    void verify_leavesStaleOnesOut();
    void unreadableWeek_isDamaged();
    void measures_areNamedAsTheMetricsAre();
    void gpuSamples_areDaysOfTheFleet();
    void review_leavesTheStoredSamplesAlone();
    void workspaceOfTheFirstVersion_countsEverythingAgain();

private:
    const Database& database() const { return m_workspace->database(); }
    GenerationId add(const Generation& generation)
    {
        return Generations(database(), m_workspace->calendar()).add(generation)->id;
    }
    ReviewId review(const Review& review) { return *Reviews(database()).add(review); }
    std::vector<WeekRow> refreshed()
    {
        const Rollups rollups(database());
        return rollups.refresh() ? *rollups.weeks() : std::vector<WeekRow>();
    }

    std::unique_ptr<TemporaryWorkspace> m_workspace;
};

void TestRollups::init()
{
    m_workspace = std::make_unique<TemporaryWorkspace>(QTimeZone("Europe/Berlin"));
}

void TestRollups::emptyWorkspace_hasNoWeeks()
{
    QVERIFY(refreshed().empty());
    QVERIFY(Rollups(database()).weeks(QStringLiteral("nobody"))->empty());
    QVERIFY(!*Rollups(database()).isStale());
    QCOMPARE(*Rollups(database()).verify(), QStringList());
}

void TestRollups::rows_equalThoseOfThePlainReading()
{
    QRandomGenerator random(7);
    const test::TestLog log = randomLog(random);
    store(*m_workspace, log);
    ASSAY_VERIFY_OK(Rollups(database()).refresh());
    for (const QString& client : log.clients()) {
        const auto stored = Rollups(database()).weeks(client);
        ASSAY_VERIFY_OK(stored);
        const std::vector<WeekRow> plain = test::weekRows(log, m_workspace->calendar(), client);
        QVERIFY(plain.size() >= 8);
        QCOMPARE(stored->size(), plain.size());
        for (size_t i = 0; i < plain.size(); ++i) {
            QVERIFY2((*stored)[i].counts == plain[i].counts, qPrintable(client + plain[i].week.name()));
            QVERIFY2((*stored)[i] == plain[i], qPrintable(client + plain[i].week.name()));
        }
    }
    QCOMPARE(*Rollups(database()).verify(), QStringList());
}

void TestRollups::rebuild_givesTheSame()
{
    QRandomGenerator random(8);
    store(*m_workspace, randomLog(random));
    const std::vector<WeekRow> before = refreshed();
    const auto counted = Rollups(database()).rebuild();
    ASSAY_VERIFY_OK(counted);
    Statement cells = database().prepare(QStringLiteral(
        "SELECT count(*) FROM (SELECT DISTINCT client_id, week FROM weekly_rollups) AS cells"));
    QCOMPARE(*counted, int(**cells.firstInteger()));
    QVERIFY(*Rollups(database()).weeks() == before);
}

void TestRollups::changedTimeZone_givesTheWeeksOfThatZone()
{
    QRandomGenerator random(9);
    const test::TestLog log = randomLog(random);
    store(*m_workspace, log);
    ASSAY_VERIFY_OK(Rollups(database()).refresh());
    ASSAY_VERIFY_OK(setTimeZone(database(), QTimeZone("Pacific/Auckland")));
    QVERIFY(*Rollups(database()).isStale());
    ASSAY_VERIFY_OK(Rollups(database()).refresh());
    const WeekCalendar auckland(QTimeZone("Pacific/Auckland"));
    QVERIFY(*Rollups(database()).weeks(QStringLiteral("nord")) ==
            test::weekRows(log, auckland, QStringLiteral("nord")));
    QCOMPARE(*Rollups(database()).verify(), QStringList());
}

/// One batch of an asset with another image a week later, and a whole one beside it.
void TestRollups::batchOverTwoWeeks_countsOnceWhereTheyArePooled()
{
    const GenerationId first = add(aGeneration(u"g1").asset(u"a").batch(u"late"));
    const GenerationId other = add(aGeneration(u"g2").asset(u"a").batch(u"whole"));
    review(aReview(first).externalId(u"r1").rejected());
    review(aReview(other).externalId(u"r2").rejected());
    QCOMPARE(refreshed().size(), 1u);
    const GenerationId second = add(aGeneration(u"g3").asset(u"a").batch(u"late").sentAt(kNoon + 7 * kDay));
    review(aReview(second).externalId(u"r3").accepted());
    const std::vector<WeekRow> rows = refreshed();
    QCOMPARE(rows.size(), 2u);
    const auto batches = [](const WeekRow& row) { return row.sums[index(MetricId::BatchAcceptance)]; };
    QCOMPARE(batches(rows[0]).n, 2);
    QCOMPARE(batches(rows[1]).n, 1);
    for (const auto& [one, another] : {std::pair(rows[0], rows[1]), std::pair(rows[1], rows[0])}) {
        WeekRow both = one;
        both += another;
        QCOMPARE(batches(both), (Sums{.clusters = 1, .n = 2, .y = 1, .yy = 1, .yn = 2, .nn = 4}));
        QCOMPARE(both.counts.batchesOk, 2);
        QCOMPARE(both.counts.batchesReviewed, 2);
    }
    QCOMPARE(*Rollups(database()).verify(), QStringList());
}

void TestRollups::batchMovedIntoOneWeek_isSpreadNoMore()
{
    add(aGeneration(u"g1").batch(u"b"));
    add(aGeneration(u"g2").batch(u"b").sentAt(kNoon + 7 * kDay));
    QCOMPARE(refreshed().front().spread.batches.size(), 1u);
    ASSAY_VERIFY_OK(
        database().execute(QStringLiteral("UPDATE generations SET batch = 'c' WHERE external_id = 'g2'")));
    QVERIFY(*Rollups(database()).isStale());
    QVERIFY(refreshed().front().spread.batches.empty());
    QCOMPARE(*Rollups(database()).verify(), QStringList());
}

void TestRollups::nameSharedByClients_isOneAssetInTheViewOfAll()
{
    const GenerationId first = add(aGeneration(u"g1").client(u"nord").asset(u"hero").cycle(2));
    const GenerationId second = add(aGeneration(u"g2").client(u"sable").asset(u"hero"));
    review(aReview(first).externalId(u"r1").accepted().at(kNoon + kHour));
    review(aReview(second).externalId(u"r2").accepted().at(kNoon + 2 * kHour));
    const std::vector<WeekRow> all = refreshed();
    QCOMPARE(all.size(), 1u);
    QCOMPARE(all.front().counts.assetsCompleted, 1);
    QCOMPARE(all.front().sums[index(MetricId::RevisionDepth)].y, 2.0);
    QCOMPARE(all.front().sums[index(MetricId::FailureRate)].clusters, 1);
    for (const QString& client : {QStringLiteral("nord"), QStringLiteral("sable")})
        QCOMPARE(Rollups(database()).weeks(client)->front().counts.assetsCompleted, 1);
}

void TestRollups::review_changesTheWeekTheImageWasSentIn()
{
    const GenerationId id = add(aGeneration());
    QCOMPARE(refreshed().front().counts.reviewed, 0);
    review(aReview(id).revised().at(kNoon + 30 * kDay).check(u"c1", Answer::Met));
    const auto rows = refreshed();
    QCOMPARE(rows.size(), 1u);
    QCOMPARE(rows.front().week.name(), QStringLiteral("2026-W10"));
    QCOMPARE(rows.front().counts.reviewed, 1);
    QCOMPARE(rows.front().counts.checksMet, 1);
}

void TestRollups::firstAcceptance_completesTheAssetInItsWeek()
{
    const GenerationId first = add(aGeneration(u"g1").asset(u"a").cycle(1));
    const GenerationId second = add(aGeneration(u"g2").asset(u"a").cycle(2));
    review(aReview(first).revised());
    review(aReview(second).accepted().at(kNoon + 7 * kDay));
    const auto rows = refreshed();
    QCOMPARE(rows.size(), 2u);
    QCOMPARE(weekNamed(rows, u"2026-W10")->counts.assetsCompleted, 0);
    const WeekRow* week = weekNamed(rows, u"2026-W11");
    QVERIFY(week != nullptr);
    QCOMPARE(week->counts.assetsCompleted, 1);
    QCOMPARE(week->sums[index(MetricId::RevisionDepth)].y, 2.0);
    QCOMPARE(week->sums[index(MetricId::ShippedFirstTime)].y, 0.0);
}

void TestRollups::withdrawnAcceptance_takesTheAssetBack()
{
    const GenerationId id = add(aGeneration().asset(u"a"));
    const ReviewId accepted = review(aReview(id).accepted().at(kNoon + 7 * kDay));
    QCOMPARE(refreshed().size(), 2u);
    ASSAY_VERIFY_OK(Reviews(database()).withdraw(accepted, kNoon + 8 * kDay));
    const auto rows = refreshed();
    QCOMPARE(rows.size(), 1u);
    QCOMPARE(rows.front().counts.assetsCompleted, 0);
    QCOMPARE(rows.front().counts.accepted, 0);
    QCOMPARE(*Rollups(database()).verify(), QStringList());
}

void TestRollups::acceptancesOfOneInstant_countTheLowerCycle()
{
    const GenerationId late = add(aGeneration(u"g1").asset(u"a").cycle(3));
    const GenerationId early = add(aGeneration(u"g2").asset(u"a").cycle(2));
    review(aReview(late).accepted());
    review(aReview(early).accepted());
    QCOMPARE(refreshed().front().sums[index(MetricId::RevisionDepth)].y, 2.0);
}

void TestRollups::assetOfTwoClients_isTwoAssetsInTheirViews()
{
    review(aReview(add(aGeneration(u"g1").client(u"nord").asset(u"a"))).accepted());
    review(aReview(add(aGeneration(u"g2").client(u"sable").asset(u"a").cycle(2))).accepted());
    refreshed();
    const auto nord = Rollups(database()).weeks(QStringLiteral("nord"));
    const auto sable = Rollups(database()).weeks(QStringLiteral("sable"));
    QCOMPARE(nord->front().sums[index(MetricId::RevisionDepth)].y, 1.0);
    QCOMPARE(sable->front().sums[index(MetricId::RevisionDepth)].y, 2.0);
    const auto all = Rollups(database()).weeks();
    QCOMPARE(all->size(), 1u);
    QCOMPARE(all->front().counts.assetsCompleted, 1);
}

void TestRollups::secondRefresh_hasNothingToDo()
{
    add(aGeneration());
    QVERIFY(*Rollups(database()).isStale());
    QCOMPARE(*Rollups(database()).refresh(), 1);
    QVERIFY(!*Rollups(database()).isStale());
    QCOMPARE(*Rollups(database()).refresh(), 0);
}

void TestRollups::refreshInSteps_givesTheSame()
{
    QRandomGenerator random(10);
    const test::TestLog log = randomLog(random);
    store(*m_workspace, log);
    int steps = 0;
    for (auto more = Rollups(database()).refreshSome(); *more; more = Rollups(database()).refreshSome())
        QVERIFY(++steps < 1000);
    QVERIFY(steps > 1);
    QVERIFY(*Rollups(database()).weeks(QStringLiteral("nord")) ==
            test::weekRows(log, m_workspace->calendar(), QStringLiteral("nord")));
    QCOMPARE(*Rollups(database()).verify(), QStringList());
}

void TestRollups::verify_findsWhatWasTamperedWith_data()
{
    QTest::addColumn<QString>("tampering");
    QTest::newRow("sum") << QStringLiteral(
        "UPDATE weekly_rollups SET n = n + 1 WHERE measure = 'acceptance'");
    QTest::newRow("samples") << QStringLiteral(
        "UPDATE weekly_samples SET samples = x'000201000000070000000000'");
    QTest::newRow("unreadable samples") << QStringLiteral("UPDATE weekly_samples SET samples = x'00'");
    QTest::newRow("missing samples") << QStringLiteral("DELETE FROM weekly_samples");
    QTest::newRow("missing week") << QStringLiteral("DELETE FROM weekly_rollups");
    QTest::newRow("week of nothing") << QStringLiteral(
        "INSERT INTO weekly_rollups VALUES (1, '2020-W01', 'acceptance', 1, 1, 1, 1, 1, 1)");
    QTest::newRow("acceptance") << QStringLiteral("UPDATE assets SET accepted_cycle = 9");
    QTest::newRow("verdict") << QStringLiteral("UPDATE generations SET disposition = 'rejected'");
}

void TestRollups::verify_findsWhatWasTamperedWith()
{
    QFETCH(QString, tampering);
    review(aReview(add(aGeneration().asset(u"a").latency(900))).accepted());
    refreshed();
    QCOMPARE(*Rollups(database()).verify(), QStringList());
    ASSAY_VERIFY_OK(database().execute(tampering));
    QVERIFY(!Rollups(database()).verify()->isEmpty());
}

void TestRollups::verify_leavesStaleOnesOut()
{
    const GenerationId id = add(aGeneration().asset(u"a"));
    refreshed();
    review(aReview(id).accepted());
    QVERIFY(*Rollups(database()).isStale());
    QCOMPARE(*Rollups(database()).verify(), QStringList());
}

void TestRollups::unreadableWeek_isDamaged()
{
    add(aGeneration());
    QCOMPARE(refreshed().size(), size_t(1));
    ASSAY_VERIFY_OK(database().execute(QStringLiteral("UPDATE weekly_rollups SET week = 'someday'")));
    ASSAY_VERIFY_ERROR(Rollups(database()).weeks(), ErrorKind::Damaged);
    ASSAY_VERIFY_OK(database().execute(QStringLiteral("UPDATE generations SET sent_week = 'someday'")));
    ASSAY_VERIFY_OK(database().execute(QStringLiteral("INSERT INTO stale_weeks VALUES (1, 'someday')")));
    ASSAY_VERIFY_ERROR(Rollups(database()).refresh(), ErrorKind::Damaged);
}

void TestRollups::measures_areNamedAsTheMetricsAre()
{
    for (const Definition& metric : definitions())
        QCOMPARE(measureName(metric.id), QString::fromLatin1(metric.textId));
}

void TestRollups::gpuSamples_areDaysOfTheFleet()
{
    add(aGeneration());
    for (int hour = 0; hour < 48; ++hour)
        ASSAY_VERIFY_OK(Changes(database())
                            .addGpuSample({.startedAt = kNoon + hour * kHour,
                                           .duration = kHour,
                                           .node = QStringLiteral("gpu-0"),
                                           .utilisation = 0.5}));
    QVERIFY(*Rollups(database()).isStale());
    ASSAY_VERIFY_OK(Rollups(database()).refresh());
    QVERIFY(!*Rollups(database()).isStale());
    for (const std::optional<QString>& client :
         {std::optional(QStringLiteral("nord")), std::optional<QString>()}) {
        const auto rows = Rollups(database()).weeks(client);
        ASSAY_VERIFY_OK(rows);
        QCOMPARE(rows->size(), 2u);
        QVERIFY(rows->front().gpuDays.empty());
        QVERIFY(rows->back().counts.isEmpty());
        QCOMPARE(rows->back().gpuDays.size(), 3u);
        QCOMPARE(rows->back().gpuDays.front().day, QDate(2026, 3, 4));
        QCOMPARE(rows->back().gpuDays.front().duration, 11 * 3'600'000); // noon is 13:00 in Berlin
        QCOMPARE(rows->back().gpuDays[1].busy, 12 * 3'600'000.0);
    }
    QCOMPARE(*Rollups(database()).verify(), QStringList());
}

void TestRollups::review_leavesTheStoredSamplesAlone()
{
    const GenerationId id = add(aGeneration().latency(900).drift(0.2));
    refreshed();
    ASSAY_VERIFY_OK(
        database().execute(QStringLiteral("CREATE TEMP TRIGGER untouched BEFORE UPDATE ON weekly_samples"
                                          " BEGIN SELECT raise(ABORT, 'written again'); END")));
    review(aReview(id).accepted());
    ASSAY_VERIFY_OK(Rollups(database()).refresh());
    QCOMPARE(refreshed().front().samples[index(SampleKind::Latency)].at(1), 900.0);
}

void TestRollups::workspaceOfTheFirstVersion_countsEverythingAgain()
{
    QTemporaryDir folder;
    const auto opened = Database::open(folder.filePath(QStringLiteral("w.assay")), Database::Mode::ReadWrite);
    ASSAY_VERIFY_OK(opened);
    const Database& old = **opened;
    ASSAY_VERIFY_OK(migrate(old, builtInMigrations().mid(0, 1)));
    for (const char* row :
         {"INSERT INTO weekly_rollups VALUES (1, '2026-W10', 'acceptance', 1, 1, 1, 1, 1, 1)",
          "INSERT INTO weekly_rollups VALUES (1, '2026-W10', 'count:ok', 0, 1, 0, 0, 0, 0)",
          "INSERT INTO gpu_samples VALUES (1772625600000, 'gpu-0', 3600000, 0.5)"})
        ASSAY_VERIFY_OK(old.execute(QString::fromLatin1(row)));
    ASSAY_VERIFY_OK(migrate(old, builtInMigrations()));
    Statement weeks = old.prepare(QStringLiteral("SELECT count(*) FROM stale_weeks"));
    QCOMPARE(*weeks.firstInteger(), std::optional<qint64>(1));
    Statement samples = old.prepare(QStringLiteral("SELECT started_at FROM stale_gpu_samples"));
    QCOMPARE(*samples.firstInteger(), std::optional(toEpochMs(kNoon)));
}

QTEST_GUILESS_MAIN(TestRollups)
#include "tst_rollups.moc"
