// SPDX-License-Identifier: GPL-3.0-or-later
// What the library finds, counts and shows, held against counts in plain SQL over a workspace of some hundred
// generations of every kind.
#include "app/store/generations.h"
#include "app/store/imageroots.h"
#include "app/store/librarysearch.h"
#include "app/store/reviews.h"
#include "app/store/rollups.h"
#include "app/store/statement.h"
#include "app/store/transaction.h"
#include "tests/support/builders.h"
#include "tests/support/result.h"
#include "tests/support/workspace.h"

#include <QSet>
#include <QTest>

#include <functional>

using namespace assay;

namespace {

constexpr int kCount = 400;
const QString kMissedKinds = QStringLiteral(
    "g.review_id IN (SELECT r.id FROM reviews r, json_each(r.checks) j JOIN constraints k"
    " ON k.checklist_id = r.checklist_id AND k.key = j.key WHERE j.value = 'missed' AND k.kind = '%1')");

LibraryFilter with(const std::function<void(LibraryFilter&)>& change)
{
    LibraryFilter filter;
    change(filter);
    return filter;
}

QString weekName(int week)
{
    return IsoWeek{QDate(2026, 3, 2).addDays(7 * week)}.name(); // kNoon is in the first one
}

} // namespace

class TestLibrarySearch : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void filter_showsWhatSqlCounts_data();
    void filter_showsWhatSqlCounts();
    void slowCostlyAndDrifted_areOverTheirPercentile();
    void order_isAsAskedFor_data();
    void order_isAsAskedFor();
    void beginning_isThatOfTheWholeList();
    void words_areNeverQuerySyntax_data();
    void words_areNeverQuerySyntax();
    void counts_areThoseOfTheFilters();
    void counts_doNotNarrowByTheirOwnGroup();
    void row_tellsWhatWasMissed();
    void row_ofAFailedGenerationHasNoImage();
    void detail_ofNoneIsNotFound();
    void choices_areWhatTheWorkspaceHas();
    void emptyWorkspace_hasNothing();

private:
    const Database& database() const { return m_workspace.database(); }
    LibrarySearch search() const { return LibrarySearch(database()); }
    void addOne(Generations* generations, Reviews* reviews, int number);
    QList<GenerationId> ids(const LibraryFilter& filter) const
    {
        const auto found = search().ids(filter, m_notCancelled);
        if (!found)
            qFatal("%s", qPrintable(found.error().detail));
        return *found;
    }
    qint64 counted(const QString& condition) const
    {
        const auto count =
            database()
                .prepare(QStringLiteral("SELECT count(*) FROM generations g WHERE ") + condition)
                .firstInteger();
        return count ? count->value_or(-1) : -1;
    }
    QList<LibraryRow> rowsOf(const LibraryFilter& filter) const { return *search().rows(ids(filter)); }

    TemporaryWorkspace m_workspace;
    ImageRoot m_root;
    std::atomic_bool m_notCancelled = false;
};

void TestLibrarySearch::initTestCase()
{
    m_root = *ImageRoots(database()).add(m_workspace.folder().path(), {}, kNoon);
    auto transaction = Transaction::begin(database());
    QVERIFY(transaction);
    Generations generations(database(), m_workspace.calendar());
    Reviews reviews(database());
    for (int number = 0; number < kCount; ++number)
        addOne(&generations, &reviews, number);
    QVERIFY(generations.makeSearchable());
    QVERIFY(transaction->commit());
    QVERIFY(Rollups(database()).refresh());
}

void TestLibrarySearch::addOne(Generations* generations, Reviews* reviews, int number)
{
    const QString id = QStringLiteral("g%1").arg(number);
    GenerationBuilder builder(id);
    builder.client(number % 5 == 0   ? u""
                   : number % 2 == 0 ? u"nord"
                                     : u"south")
        .asset(QStringLiteral("asset %1").arg(number / 4))
        .cycle(1 + number % 3)
        .attempt(number % 11 == 0 ? 2 : 1)
        .sentAt(kNoon + std::chrono::hours(24 * 7 * (number % 3)) + std::chrono::minutes(number))
        .model(number % 7 == 0 ? u"m-2" : u"m-1")
        .prompt(number % 4 == 0 ? QStringLiteral("four brass lamps, %1").arg(number)
                                : QStringLiteral("a tea pot"))
        .checklist({aConstraint(u"c1", ConstraintKind::Count), aConstraint(u"c2", ConstraintKind::Text),
                    aConstraint(u"c3", ConstraintKind::Colour)});
    if (number % 6 == 0)
        builder.promptTemplate(u"hero@1");
    if (number % 13 == 0)
        builder.status(number % 2 == 0 ? GenerationStatus::Timeout : GenerationStatus::Error);
    if (number % 3 != 0)
        builder.latency(1000 + number).drift(0.1 + number / 1000.0);
    builder.cost(number % 17 == 0 ? u"2" : u"1", number % 9 == 0 ? u"USD" : u"EUR");
    if (number % 13 != 0)
        builder.image(anImage(m_root.id, QStringLiteral("%1.png").arg(id), id));
    const auto added = generations->add(builder);
    QVERIFY(added);
    if (number % 13 == 0 || number % 10 == 9)
        return;
    const Disposition verdicts[] = {Disposition::Accepted, Disposition::Revised, Disposition::Rejected};
    ReviewBuilder review(added->id);
    review.disposition(verdicts[number % 3])
        .check(u"c1", number % 4 == 1 ? Answer::Missed : Answer::Met)
        .check(u"c2", number % 8 == 1 ? Answer::Missed : Answer::Met);
    QVERIFY(reviews->add(review));
}

void TestLibrarySearch::filter_showsWhatSqlCounts_data()
{
    QTest::addColumn<LibraryFilter>("filter");
    QTest::addColumn<QString>("condition");
    using F = LibraryFilter;
    const auto row = [](const char* name, const std::function<void(F&)>& change, const QString& sql) {
        QTest::newRow(name) << with(change) << sql;
    };
    row(
        "all", [](F&) {}, u"1"_qs);
    row(
        "a week", [](F& f) { f.fromWeek = f.toWeek = IsoWeek::fromName(u"2026-W11"); },
        u"g.sent_week = '2026-W11'"_qs);
    row(
        "from a week on", [](F& f) { f.fromWeek = IsoWeek::fromName(u"2026-W11"); },
        u"g.sent_week >= '2026-W11'"_qs);
    row(
        "weeks of acceptance",
        [](F& f) {
            f.fromWeek = f.toWeek = IsoWeek::fromName(u"2026-W10");
            f.weekOf = LibraryWeekOf::Acceptance;
        },
        u"g.disposition = 'accepted' AND g.asset_id IN"
        " (SELECT id FROM assets WHERE accepted_week = '2026-W10')"_qs);
    row(
        "accepted", [](F& f) { f.verdicts = {LibraryVerdict::Accepted}; }, u"g.disposition = 'accepted'"_qs);
    row(
        "revised or rejected",
        [](F& f) {
            f.verdicts = {LibraryVerdict::Revised, LibraryVerdict::Rejected};
        },
        u"g.disposition IN ('revised', 'rejected')"_qs);
    row(
        "no verdict", [](F& f) { f.verdicts = {LibraryVerdict::None}; },
        u"g.disposition IS NULL AND g.status = 'ok'"_qs);
    row(
        "missed", [](F& f) { f.reasons = {LibraryReason::Missed}; },
        u"g.review_id IN (SELECT id FROM reviews WHERE checks_missed > 0)"_qs);
    row(
        "rejected or retried",
        [](F& f) {
            f.reasons = {LibraryReason::Rejected, LibraryReason::Retried};
        },
        u"g.disposition = 'rejected' OR g.attempt > 1"_qs);
    row(
        "reworked", [](F& f) { f.reasons = {LibraryReason::Reworked}; }, u"g.cycle > 1"_qs);
    row(
        "missed a text", [](F& f) { f.missedKinds = {ConstraintKind::Text}; }, kMissedKinds.arg(u"text"_qs));
    row(
        "missed a count", [](F& f) { f.missedKinds = {ConstraintKind::Count}; },
        kMissedKinds.arg(u"count"_qs));
    row(
        "a client", [](F& f) { f.clients = {u"nord"_qs}; },
        u"g.client_id = (SELECT id FROM clients WHERE name = 'nord')"_qs);
    row(
        "no client and another",
        [](F& f) {
            f.clients = {QString(), u"south"_qs};
        },
        u"g.client_id IN (SELECT id FROM clients WHERE name IN ('', 'south'))"_qs);
    row(
        "a client that is not there", [](F& f) { f.clients = {u"nobody"_qs}; }, u"0"_qs);
    row(
        "a model", [](F& f) { f.model = u"m-2"_qs; }, u"g.model = 'm-2'"_qs);
    row(
        "a template", [](F& f) { f.templateName = u"hero@1"_qs; }, u"g.template_id IS NOT NULL"_qs);
    row(
        "no template", [](F& f) { f.templateName = QString(); }, u"g.template_id IS NULL"_qs);
    row(
        "timed out", [](F& f) { f.outcomes = {GenerationStatus::Timeout}; }, u"g.status = 'timeout'"_qs);
    row(
        "words of the prompt", [](F& f) { f.search = u"BRASS lam"_qs; },
        u"g.prompt_id IN (SELECT id FROM prompts WHERE text LIKE '%brass lamps%')"_qs);
    row(
        "an asset's name", [](F& f) { f.search = u"asset 7"_qs; },
        u"g.asset_id IN (SELECT id FROM assets WHERE name LIKE '%asset%' AND name LIKE '%7%')"_qs);
    row(
        "all together",
        [](F& f) {
            f.search = u"lamps"_qs;
            f.clients = {u"nord"_qs};
            f.model = u"m-1"_qs;
            f.toWeek = IsoWeek::fromName(u"2026-W11");
            f.verdicts = {LibraryVerdict::Accepted, LibraryVerdict::Revised};
        },
        u"g.prompt_id IN (SELECT id FROM prompts WHERE text LIKE '%lamps%') AND g.model = 'm-1'"
        " AND g.client_id = (SELECT id FROM clients WHERE name = 'nord') AND g.sent_week <= '2026-W11'"
        " AND g.disposition IN ('accepted', 'revised')"_qs);
}

void TestLibrarySearch::filter_showsWhatSqlCounts()
{
    QFETCH(LibraryFilter, filter);
    QFETCH(QString, condition);
    const QList<GenerationId> found = ids(filter);
    QCOMPARE(found.size(), counted(condition));
    if (condition != u"0" && condition != u"1")
        QVERIFY(!found.isEmpty() && found.size() < kCount); // or it would say nothing
    const QSet<GenerationId> once(found.cbegin(), found.cend());
    QCOMPARE(once.size(), found.size());
    for (const GenerationId id : found)
        QCOMPARE(counted(QStringLiteral("g.id = %1 AND (%2)").arg(id.value).arg(condition)), 1);
}

void TestLibrarySearch::slowCostlyAndDrifted_areOverTheirPercentile()
{
    const qint64 known = counted(u"g.status = 'ok' AND g.latency_ms IS NOT NULL"_qs);
    const qint64 above = known - (known * 95 + 99) / 100;
    QVERIFY(above > 3);
    QCOMPARE(ids(with([](auto& f) { f.reasons = {LibraryReason::Slow}; })).size(), above);
    QCOMPARE(ids(with([](auto& f) { f.reasons = {LibraryReason::Drifted}; })).size(), above);
    // More than a twentieth of the dollars are 2: none is above. Of the euros it is fewer.
    const qint64 costly = ids(with([](auto& f) { f.reasons = {LibraryReason::Costly}; })).size();
    const auto counts = *search().counts({}, m_notCancelled);
    QCOMPARE(counts.reasons[size_t(LibraryReason::Costly)], costly);
    QCOMPARE(counts.reasons[size_t(LibraryReason::Slow)], above);
}

void TestLibrarySearch::order_isAsAskedFor_data()
{
    QTest::addColumn<int>("sort");
    for (int sort = 0; sort <= int(LibrarySort::MostCycles); ++sort)
        QTest::addRow("%d", sort) << sort;
}

void TestLibrarySearch::order_isAsAskedFor()
{
    QFETCH(int, sort);
    const QList<LibraryRow> rows = rowsOf(with([sort](auto& f) { f.sort = LibrarySort(sort); }));
    QCOMPARE(rows.size(), kCount);
    const auto isInOrder = [sort](const LibraryRow& a, const LibraryRow& b) {
        switch (LibrarySort(sort)) {
        case LibrarySort::Newest:
            return a.sentAt >= b.sentAt;
        case LibrarySort::Oldest:
            return a.sentAt <= b.sentAt;
        case LibrarySort::WorstFirst:
            return a.checks.missed >= b.checks.missed;
        case LibrarySort::Slowest:
            return a.latency.value_or(Milliseconds(-1)) >= b.latency.value_or(Milliseconds(-1));
        case LibrarySort::Costliest:
            return a.cost->currency < b.cost->currency ||
                   (a.cost->currency == b.cost->currency && a.cost->micro >= b.cost->micro);
        case LibrarySort::MostDrifted:
            return a.drift.value_or(-1) >= b.drift.value_or(-1);
        case LibrarySort::MostCycles:
            return a.cycle >= b.cycle;
        default:
            return !a.scores.clip && !b.scores.clip; // none has one: all are there all the same
        }
    };
    for (qsizetype i = 1; i < rows.size(); ++i)
        QVERIFY2(isInOrder(rows.at(i - 1), rows.at(i)), qPrintable(QString::number(i)));
}

void TestLibrarySearch::beginning_isThatOfTheWholeList()
{
    const LibraryFilter asked[] = {{},
                                   {.search = u"lamps"_qs},
                                   {.search = u"lamps"_qs, .sort = LibrarySort::Oldest},
                                   {.reasons = {LibraryReason::Missed}}};
    for (const LibraryFilter& filter : asked) {
        QCOMPARE(*search().firstIds(filter, 30), ids(filter).first(30));
    }
    QVERIFY(search().firstIds(with([](auto& f) { f.sort = LibrarySort::Slowest; }), 30)->isEmpty());
}

void TestLibrarySearch::words_areNeverQuerySyntax_data()
{
    QTest::addColumn<QString>("words");
    for (const char* words : {"\"", "'", "lamps OR tea", "NEAR(", "text:", "*", "a*b", "-", "(", "%", "_",
                              "!", "'; DROP TABLE assets; --", "\\", "^", "{", "💡", "\t\n"})
        QTest::newRow(words) << QString::fromUtf8(words);
    QTest::newRow("half a pair") << QString(QChar(0xD83D));
    QTest::newRow("long") << QString(5000, u'x');
}

void TestLibrarySearch::words_areNeverQuerySyntax()
{
    QFETCH(QString, words);
    const LibraryFilter filter = with([&](auto& f) { f.search = words; });
    const auto found = search().ids(filter, m_notCancelled);
    QVERIFY2(found, found ? "" : qPrintable(found.error().detail));
    QCOMPARE(found->size(), words.trimmed().isEmpty() ? kCount : 0);
    QVERIFY(search().counts(filter, m_notCancelled));
    QCOMPARE(counted(u"1"_qs), kCount);
}

void TestLibrarySearch::counts_areThoseOfTheFilters()
{
    const LibraryFilter scope = with([](auto& f) { f.fromWeek = f.toWeek = IsoWeek::fromName(u"2026-W10"); });
    const auto counts = *search().counts(scope, m_notCancelled);
    QCOMPARE(counts.all, kCount);
    const auto inScope = [&](const std::function<void(LibraryFilter&)>& change) {
        LibraryFilter filter = scope;
        change(filter);
        return ids(filter).size();
    };
    for (int i = 0; i < kLibraryVerdictCount; ++i)
        QCOMPARE(counts.verdicts[size_t(i)], inScope([i](auto& f) { f.verdicts = {LibraryVerdict(i)}; }));
    for (int i = 0; i < kLibraryReasonCount; ++i)
        QCOMPARE(counts.reasons[size_t(i)], inScope([i](auto& f) { f.reasons = {LibraryReason(i)}; }));
    for (size_t i = 0; i < counts.missedKinds.size(); ++i)
        QCOMPARE(counts.missedKinds[i], inScope([i](auto& f) { f.missedKinds = {ConstraintKind(i)}; }));
    for (size_t i = 0; i < counts.outcomes.size(); ++i)
        QCOMPARE(counts.outcomes[i], inScope([i](auto& f) { f.outcomes = {GenerationStatus(i)}; }));
    for (const QString& client : {QString(), u"nord"_qs, u"south"_qs})
        QCOMPARE(counts.clients.value(client), inScope([&](auto& f) { f.clients = {client}; }));
}

void TestLibrarySearch::counts_doNotNarrowByTheirOwnGroup()
{
    const auto all = *search().counts({}, m_notCancelled);
    const auto narrowed = *search().counts(with([](auto& f) {
                                               f.verdicts = {LibraryVerdict::Accepted};
                                               f.clients = {u"nord"_qs};
                                           }),
                                           m_notCancelled);
    QCOMPARE(narrowed.clients, all.clients);
    QVERIFY(narrowed.verdicts[size_t(LibraryVerdict::Rejected)] > 0);
    QVERIFY(narrowed.verdicts[size_t(LibraryVerdict::Rejected)] <
            all.verdicts[size_t(LibraryVerdict::Rejected)]);
}

void TestLibrarySearch::row_tellsWhatWasMissed()
{
    const QList<LibraryRow> rows = rowsOf(with([](auto& f) { f.sort = LibrarySort::WorstFirst; }));
    const LibraryRow& worst = rows.constFirst();
    QCOMPARE(worst.checks, (CheckCounts{0, 2}));
    QCOMPARE(worst.missed, (QList<MissedConstraint>{{1, ConstraintKind::Count}, {2, ConstraintKind::Text}}));
    QVERIFY(worst.hasImage);
    QVERIFY(worst.imagePath.startsWith(m_workspace.folder().path()));
    QVERIFY(rows.constLast().missed.isEmpty());
}

void TestLibrarySearch::row_ofAFailedGenerationHasNoImage()
{
    const QList<LibraryRow> rows = rowsOf(with([](auto& f) { f.outcomes = {GenerationStatus::Timeout}; }));
    QVERIFY(!rows.isEmpty());
    for (const LibraryRow& row : rows) {
        QVERIFY(!row.hasImage && row.imagePath.isEmpty());
        QCOMPARE(row.status, GenerationStatus::Timeout);
    }
}

void TestLibrarySearch::detail_ofNoneIsNotFound()
{
    const auto none = search().detail(GenerationId{99'999});
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::NotFound);
    const GenerationId first = ids({}).constFirst();
    const auto detail = search().detail(first);
    QVERIFY(detail);
    QCOMPARE(detail->generation.id, first);
}

void TestLibrarySearch::choices_areWhatTheWorkspaceHas()
{
    const auto choices = search().choices();
    QVERIFY(choices);
    QCOMPARE(choices->clients, (QStringList{QString(), u"nord"_qs, u"south"_qs}));
    QCOMPARE(choices->models, (QStringList{u"m-1"_qs, u"m-2"_qs}));
    QCOMPARE(choices->templates, (QStringList{QString(), u"hero@1"_qs}));
    QStringList weeks;
    for (const IsoWeek& week : choices->weeks)
        weeks += week.name();
    QCOMPARE(weeks, (QStringList{weekName(2), weekName(1), weekName(0)}));
}

void TestLibrarySearch::emptyWorkspace_hasNothing()
{
    const TemporaryWorkspace empty;
    const LibrarySearch search(empty.database());
    QVERIFY(search.ids({}, m_notCancelled)->isEmpty());
    QVERIFY(search.firstIds({}, 10)->isEmpty());
    QCOMPARE(search.counts({}, m_notCancelled)->all, 0);
    QCOMPARE(*search.choices(), LibraryChoices{});
}

QTEST_GUILESS_MAIN(TestLibrarySearch)
#include "tst_librarysearch.moc"
