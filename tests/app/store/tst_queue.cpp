// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/generations.h"
#include "app/store/imageroots.h"
#include "app/store/queue.h"
#include "app/store/reviews.h"
#include "app/store/statement.h"
#include "app/store/transaction.h"
#include "tests/support/builders.h"
#include "tests/support/result.h"
#include "tests/support/workspace.h"

#include <QElapsedTimer>

#include <algorithm>
#include <limits>

using namespace assay;

namespace {

constexpr std::chrono::hours kHour{1};

QueueFilter lane(QueueLane which)
{
    return {which, {}, {}};
}

QueueFilter searching(const QString& words)
{
    return {QueueLane::All, {}, words};
}

} // namespace

class TestQueue : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void emptyWorkspace_hasEmptyLanes();
    void order_isOldestFirstThenEntry();
    void lanes_followVerdicts();
    void withoutImageOrFailed_isNotToReview();
    void setAside_leavesTheLaneToReview();
    void client_filtersEveryLane();
    void search_findsWordsOfPrompts_data();
    void search_findsWordsOfPrompts();
    void search_neverFailsOnHostileText_data();
    void search_neverFailsOnHostileText();
    void matching_showsOnlyWhatTheFilterShows();
    void rows_comeInTheOrderAskedFor();
    void rows_tellBatchAndPlace();
    void history_showsOneImagePerCycle();
    void history_withoutAssetIsEmpty();
    void history_sumsCostPerCurrency();
    void pace_leavesPausesOut();
    void pace_ofNothingKnowsNothing();
    void withdrawnVerdicts_areNotInThePace();
    void ids_useTheLanesIndex_data();
    void ids_useTheLanesIndex();
    void tenThousandGenerations_areListedInMilliseconds();

private:
    const Database& database() const { return m_workspace->database(); }
    Queue queue() const { return Queue(database()); }

    /// From a log, with an image of its own.
    GenerationId add(GenerationBuilder builder)
    {
        const QString name = builder.build().externalId;
        const auto added = m_generations->add(
            builder.image(anImage(m_root.id, QStringLiteral("out/%1.png").arg(name), name)));
        if (!added || !m_generations->makeSearchable())
            return GenerationId{};
        return added->id;
    }
    void review(const ReviewBuilder& builder) { QVERIFY(m_reviews->add(builder)); }

    std::unique_ptr<TemporaryWorkspace> m_workspace;
    std::unique_ptr<Generations> m_generations;
    std::unique_ptr<Reviews> m_reviews;
    ImageRoot m_root;
};

void TestQueue::init()
{
    m_workspace = std::make_unique<TemporaryWorkspace>();
    m_generations = std::make_unique<Generations>(database(), m_workspace->calendar());
    m_reviews = std::make_unique<Reviews>(database());
    m_root = *ImageRoots(database()).add(m_workspace->folder().path(), QString(), kNoon);
}

void TestQueue::cleanup()
{
    m_reviews.reset();
    m_generations.reset();
    m_workspace.reset();
}

void TestQueue::emptyWorkspace_hasEmptyLanes()
{
    QVERIFY(queue().ids({})->isEmpty());
    QVERIFY(*queue().counts({}) == QueueCounts{});
    QVERIFY(queue().rows({})->isEmpty());
    QVERIFY(queue().rows({GenerationId{5}})->isEmpty());
    QVERIFY(queue().history(GenerationId{5})->cycles.isEmpty());
}

void TestQueue::order_isOldestFirstThenEntry()
{
    const GenerationId late = add(aGeneration(u"late").sentAt(kNoon + kHour));
    const GenerationId first = add(aGeneration(u"first"));
    const GenerationId second = add(aGeneration(u"second"));
    QCOMPARE(*queue().ids({}), (QList<GenerationId>{first, second, late}));
}

void TestQueue::lanes_followVerdicts()
{
    const GenerationId open = add(aGeneration(u"open"));
    const GenerationId decided = add(aGeneration(u"decided"));
    review(aReview(decided).revised());
    QCOMPARE(*queue().ids(lane(QueueLane::ToReview)), QList<GenerationId>{open});
    QCOMPARE(*queue().ids(lane(QueueLane::Decided)), QList<GenerationId>{decided});
    QCOMPARE(*queue().ids(lane(QueueLane::All)), (QList<GenerationId>{open, decided}));
    QVERIFY((*queue().counts({}) == QueueCounts{1, 1, 2}));
}

void TestQueue::withoutImageOrFailed_isNotToReview()
{
    ASSAY_VERIFY_OK(m_generations->add(aGeneration(u"log only")));
    add(aGeneration(u"failed").status(GenerationStatus::Error));
    QVERIFY(queue().ids(lane(QueueLane::ToReview))->isEmpty());
    QVERIFY((*queue().counts({}) == QueueCounts{0, 0, 1}));
}

void TestQueue::setAside_leavesTheLaneToReview()
{
    const GenerationId id = add(aGeneration());
    ASSAY_VERIFY_OK(m_generations->setAside(id, kNoon));
    QVERIFY((*queue().counts({}) == QueueCounts{0, 0, 1}));
    ASSAY_VERIFY_OK(m_generations->setAside(id, std::nullopt));
    QVERIFY((*queue().counts({}) == QueueCounts{1, 0, 1}));
}

void TestQueue::client_filtersEveryLane()
{
    add(aGeneration(u"n").client(u"nord"));
    const GenerationId sable = add(aGeneration(u"s").client(u"sable"));
    const GenerationId nobody = add(aGeneration(u"x").client(u""));
    const auto of = [](const QString& client) { return QueueFilter{QueueLane::ToReview, client, {}}; };
    QCOMPARE(*queue().ids(of(QStringLiteral("sable"))), QList<GenerationId>{sable});
    QCOMPARE(*queue().ids(of(QString())), QList<GenerationId>{nobody});
    QVERIFY(queue().ids(of(QStringLiteral("unknown")))->isEmpty());
    QCOMPARE(queue().counts(of(QStringLiteral("sable")))->all, 1);
}

void TestQueue::search_findsWordsOfPrompts_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("found");
    QTest::newRow("one word") << QStringLiteral("circles") << true;
    QTest::newRow("beginning of a word") << QStringLiteral("circ") << true;
    QTest::newRow("in any order") << QStringLiteral("blue three") << true;
    QTest::newRow("other case") << QStringLiteral("CIRCLES") << true;
    QTest::newRow("with punctuation") << QStringLiteral("\"circles,\"") << true;
    QTest::newRow("accent left out") << QStringLiteral("cafe") << true;
    QTest::newRow("one word missing") << QStringLiteral("three elephants") << false;
    QTest::newRow("end of a word") << QStringLiteral("ircles") << false;
    QTest::newRow("blank is no search") << QStringLiteral("  \t") << true;
}

void TestQueue::search_findsWordsOfPrompts()
{
    QFETCH(QString, words);
    QFETCH(bool, found);
    add(aGeneration().prompt(u"three red circles, left of a blue square; caf\u00e9 light"));
    ASSAY_VERIFY_OK(queue().ids(searching(words)));
    QCOMPARE(queue().ids(searching(words))->size(), found ? 1 : 0);
    QCOMPARE(queue().counts(searching(words))->all, found ? 1 : 0);
}

void TestQueue::search_neverFailsOnHostileText_data()
{
    QTest::addColumn<QString>("words");
    const char* texts[] = {"\"",       "\"\"",    "'",          "*",      "^x",         "a OR b",
                           "NOT",      "AND AND", "NEAR(a b)",  "text:x", "{a b}:c",    "-x",
                           "a + b",    "(",       "))((",       "%_%",    "'; DROP --", "\\",
                           "\x01\x02", "!!! ?",   "x\" OR \"y", "\"x"};
    for (const char* text : texts)
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("zero character") << QStringLiteral("a") + QChar(0) + QStringLiteral("b");
    QTest::newRow("lone surrogate") << QString(QChar(0xd800));
    QTest::newRow("very long") << QString(20'000, u'x');
    QTest::newRow("emoji") << QStringLiteral("\U0001F3A8");
}

void TestQueue::search_neverFailsOnHostileText()
{
    QFETCH(QString, words);
    add(aGeneration().prompt(u"a plain prompt"));
    ASSAY_VERIFY_OK(queue().ids(searching(words)));
    ASSAY_VERIFY_OK(queue().counts(searching(words)));
    QCOMPARE(queue().counts({})->all, 1);
}

void TestQueue::matching_showsOnlyWhatTheFilterShows()
{
    const GenerationId late = add(aGeneration(u"late").sentAt(kNoon + kHour));
    const GenerationId open = add(aGeneration(u"open"));
    const GenerationId decided = add(aGeneration(u"decided"));
    add(aGeneration(u"not asked for"));
    review(aReview(decided));
    QCOMPARE(*queue().matching(lane(QueueLane::ToReview), {late, decided, open, GenerationId{99}}),
             (QList<GenerationId>{open, late}));
    QVERIFY(queue().matching({}, {})->isEmpty());
}

void TestQueue::rows_comeInTheOrderAskedFor()
{
    const GenerationId a = add(aGeneration(u"a"));
    const GenerationId b = add(aGeneration(u"b"));
    const GenerationId c = add(aGeneration(u"c"));
    const auto rows = queue().rows({c, GenerationId{99}, a, b});
    ASSAY_VERIFY_OK(rows);
    QCOMPARE(rows->size(), 3);
    QCOMPARE(rows->at(0).id, c);
    QCOMPARE(rows->at(1).id, a);
    QCOMPARE(rows->at(2).id, b);
}

void TestQueue::rows_tellBatchAndPlace()
{
    const GenerationId id = add(aGeneration(u"g1").asset(u"hero").cycle(2).candidate(1));
    add(aGeneration(u"g2").asset(u"hero").cycle(2).candidate(2));
    add(aGeneration(u"g3").asset(u"hero").cycle(1));
    review(aReview(id).rejected());
    const QueueRow row = queue().rows({id})->first();
    QCOMPARE(row.asset, QStringLiteral("hero"));
    QCOMPARE(row.client, QStringLiteral("nord"));
    QCOMPARE(row.batch, QStringLiteral("hero/2"));
    QCOMPARE(row.batchSize, 2);
    QCOMPARE(row.cycle, 2);
    QCOMPARE(row.candidate, std::optional(1));
    QCOMPARE(row.fileName, QStringLiteral("g1.png"));
    QCOMPARE(row.imagePath, m_root.path + QStringLiteral("/out/g1.png"));
    QCOMPARE(row.sha256.size(), 32);
    QCOMPARE(row.disposition, std::optional(Disposition::Rejected));
}

void TestQueue::history_showsOneImagePerCycle()
{
    const auto hero = [](QStringView id, int cycle) { return aGeneration(id).asset(u"hero").cycle(cycle); };
    const GenerationId revised = add(hero(u"a", 1).prompt(u"first prompt"));
    const GenerationId rejected = add(hero(u"b", 1));
    const GenerationId accepted = add(hero(u"c", 2).checklist({aConstraint(u"c1"), aConstraint(u"c2")}));
    const GenerationId later = add(hero(u"d", 2));
    const GenerationId open = add(hero(u"e", 3));
    add(hero(u"f", 3));
    ASSAY_VERIFY_OK(m_generations->add(hero(u"failed", 4).status(GenerationStatus::Error)));
    add(aGeneration(u"other").asset(u"other"));
    add(aGeneration(u"other client").client(u"sable").asset(u"hero"));
    review(aReview(rejected).rejected());
    review(aReview(revised).revised().at(kNoon + 2 * kHour));
    review(aReview(accepted).accepted().check(u"c1", Answer::Met));
    review(aReview(later).rejected().at(kNoon + 3 * kHour));

    const auto history = queue().history(later);
    ASSAY_VERIFY_OK(history);
    QCOMPARE(history->attempts, 7);
    QCOMPARE(history->cycles.size(), 3);
    QCOMPARE(history->cycles.at(0).id, revised);
    QCOMPARE(history->cycles.at(0).prompt, QStringLiteral("first prompt"));
    QCOMPARE(history->cycles.at(1).id, accepted);
    QVERIFY((history->cycles.at(1).checks == CheckCounts{1, 0}));
    QCOMPARE(history->cycles.at(1).checkTotal, 2);
    QCOMPARE(history->cycles.at(1).batchSize, 2);
    QCOMPARE(history->cycles.at(2).id, open);
    QCOMPARE(history->cycles.at(2).disposition, std::nullopt);
}

void TestQueue::history_withoutAssetIsEmpty()
{
    const GenerationId id = add(aGeneration());
    add(aGeneration(u"g2"));
    QVERIFY(queue().history(id)->cycles.isEmpty());
    QCOMPARE(queue().history(id)->attempts, 0);
}

void TestQueue::history_sumsCostPerCurrency()
{
    const GenerationId id = add(aGeneration(u"a").asset(u"x").cost(u"0.04", u"EUR"));
    add(aGeneration(u"b").asset(u"x").cost(u"0.01", u"EUR"));
    add(aGeneration(u"c").asset(u"x").cost(u"1", u"USD"));
    add(aGeneration(u"d").asset(u"x"));
    const auto history = queue().history(id);
    QCOMPARE(history->costUnknown, 1);
    QVERIFY(
        (history->cost == QList<Money>{{50'000, QStringLiteral("EUR")}, {1'000'000, QStringLiteral("USD")}}));
}

void TestQueue::pace_leavesPausesOut()
{
    const QList<int> seconds{0, 10, 20, 50, 2000, 2010};
    for (const int second : seconds) {
        const GenerationId id = add(aGeneration(QString::number(second)));
        review(aReview(id)
                   .at(kNoon + std::chrono::seconds(second))
                   .disposition(second == 50 ? Disposition::Rejected : Disposition::Accepted));
    }
    const auto pace = queue().pace(kNoon, kNoon + kHour);
    ASSAY_VERIFY_OK(pace);
    QCOMPARE(pace->decided, 6);
    QCOMPARE(pace->accepted, 5);
    QCOMPARE(pace->rejected, 1);
    QCOMPARE(pace->medianPerImage, std::optional(Milliseconds(10'000)));
    // 10 + 10 + 30 + 10 seconds for four images.
    QCOMPARE(pace->perHour, std::optional(240.0));
    QCOMPARE(queue().pace(kNoon, kNoon + std::chrono::seconds(20))->decided, 2);
}

void TestQueue::pace_ofNothingKnowsNothing()
{
    const auto pace = queue().pace(kNoon, kNoon + kHour);
    QCOMPARE(pace->decided, 0);
    QVERIFY(!pace->perHour && !pace->medianPerImage);
}

void TestQueue::withdrawnVerdicts_areNotInThePace()
{
    const GenerationId id = add(aGeneration());
    const auto added = m_reviews->add(aReview(id));
    ASSAY_VERIFY_OK(m_reviews->withdraw(*added, kNoon));
    QCOMPARE(queue().pace(kNoon, kNoon + kDay)->decided, 0);
}

void TestQueue::ids_useTheLanesIndex_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("index");
    const QString toReview = QStringLiteral("g.image_id IS NOT NULL AND g.disposition IS NULL AND"
                                            " g.set_aside_at IS NULL AND g.status = 'ok'");
    const QString client = QStringLiteral(" AND +g.client_id = (SELECT id FROM clients WHERE name = 'nord')");
    QTest::newRow("to review") << toReview << QStringLiteral("COVERING INDEX generations_to_review");
    QTest::newRow("to review of a client")
        << toReview + client << QStringLiteral("COVERING INDEX generations_to_review");
    QTest::newRow("decided") << QStringLiteral("g.image_id IS NOT NULL AND g.disposition IS NOT NULL")
                             << QStringLiteral("COVERING INDEX generations_decided");
    QTest::newRow("all of a client") << QStringLiteral("g.image_id IS NOT NULL") + client
                                     << QStringLiteral("COVERING INDEX generations_in_queue");
}

void TestQueue::ids_useTheLanesIndex()
{
    QFETCH(QString, condition);
    QFETCH(QString, index);
    add(aGeneration());
    Statement plan = database().prepare(
        QStringLiteral("EXPLAIN QUERY PLAN SELECT g.id FROM generations g WHERE %1 ORDER BY g.sent_at, g.id")
            .arg(condition));
    ASSAY_VERIFY_OK(plan.run());
    const auto steps = plan.collect([](const Statement& row) { return row.text(3); });
    const QString all = QStringList(*steps).join(u'\n');
    QVERIFY2(all.contains(index), qPrintable(all));
    QVERIFY2(!all.contains(QStringLiteral("TEMP B-TREE")), qPrintable(all));
}

void TestQueue::tenThousandGenerations_areListedInMilliseconds()
{
    auto transaction = Transaction::begin(database());
    for (int i = 0; i < 10'000; ++i) {
        const QString name = QString::number(i);
        const QString prompt = QStringLiteral("prompt %1").arg(i % 500);
        QVERIFY(add(aGeneration(name).asset(QString::number(i / 8)).prompt(prompt)).isValid());
    }
    ASSAY_VERIFY_OK(transaction->commit());
    const auto reader = m_workspace->openReader();
    const Queue queue(*reader);
    QElapsedTimer timer;
    timer.start();
    const auto ids = queue.ids({});
    const auto counts = queue.counts({});
    const qint64 elapsed = timer.elapsed();
    const auto rows = queue.rows(ids->mid(0, 50));
    qint64 elapsedForRows = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 5; ++i) {
        timer.restart();
        ASSAY_VERIFY_OK(queue.rows(ids->mid(50 * i, 50)));
        elapsedForRows = std::min(elapsedForRows, timer.elapsed());
    }
    QCOMPARE(ids->size(), 10'000);
    QCOMPARE(rows->size(), 50);
    QCOMPARE(counts->toReview, 10'000);
    qInfo("listed in %lld ms, 50 rows in %lld ms", static_cast<long long>(elapsed),
          static_cast<long long>(elapsedForRows));
    QVERIFY2(elapsed < 500, "far beyond what a start may take");
    // All of one client: the batch of a row is found by its index and not among the client's ten thousand.
    QVERIFY2(elapsedForRows < 40, "a page of rows costs more than a look at each index");
}

QTEST_GUILESS_MAIN(TestQueue)
#include "tst_queue.moc"
