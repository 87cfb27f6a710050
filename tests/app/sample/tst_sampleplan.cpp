// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/clients.h"
#include "app/sample/historylog.h"
#include "app/sample/plan.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace assay;
using namespace assay::sample;
using namespace std::chrono_literals;

namespace {

const QString kAldertea = u"Aldertea"_qs;
const QString kBirchline = u"Birchline"_qs;

PlanRequest requestAt(const QString& now)
{
    return {*parseRfc3339(now), QTimeZone("Europe/Berlin")};
}

QHash<QString, Review> reviewsInForce(const Plan& plan)
{
    QHash<QString, Review> inForce;
    for (const Review& review : plan.reviews) {
        const auto known = inForce.constFind(review.generationExternalId);
        if (known == inForce.constEnd() || known->reviewedAt <= review.reviewedAt)
            inForce.insert(review.generationExternalId, review);
    }
    return inForce;
}

struct Share
{
    int part = 0;
    int whole = 0;

    double ratio() const { return double(part) / whole; }
};

} // namespace

class TestSamplePlan : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void everyClosedWeek_canBeJudged_data();
    void everyClosedWeek_canBeJudged();
    void emptyWeek_hasNothingOfBirchline();
    void plan_hasAFewThousandGenerationsAndAboutThreeHundredPictures();
    void waitingImages_areOfTheOpenWeekAndHavePictures();
    void modelChange_makesAldertea_muchWorse();
    void slowWeeks_raiseThePercentileAndNotTheMedian();
    void retries_followAFailureOfTheSameCandidate();
    void reviews_areOfOkImagesAndTrue();
    void sentBackImages_carryANote();
    void hero_hasTwoRefusedCyclesAndFourCandidates();
    void sameWeek_givesTheSameLog();
    void otherWeek_differsInDatesOnly();
    void mondayNight_countsToTheWeekBefore();
    void mondayMorning_hasNothingInTheFuture();

private:
    Share acceptance(const QString& client, int fromWeek, int toWeek) const;
    Share adherence(const QString& client, int fromWeek, int toWeek) const;
    QList<qint64> latencies(const QString& client, int fromWeek, int toWeek) const;

    Plan m_plan;
    QHash<QString, Review> m_inForce;
};

void TestSamplePlan::initTestCase()
{
    m_plan = makePlan(requestAt(u"2026-11-19T10:00:00Z"_qs));
    m_inForce = reviewsInForce(m_plan);
}

Share TestSamplePlan::acceptance(const QString& client, int fromWeek, int toWeek) const
{
    Share share;
    for (const Attempt& a : m_plan.attempts) {
        const auto review = m_inForce.constFind(a.generation.externalId);
        if (a.generation.client != client || a.week < fromWeek || a.week > toWeek ||
            review == m_inForce.constEnd())
            continue;
        ++share.whole;
        share.part += review->disposition == Disposition::Accepted ? 1 : 0;
    }
    return share;
}

Share TestSamplePlan::adherence(const QString& client, int fromWeek, int toWeek) const
{
    Share share;
    for (const Attempt& a : m_plan.attempts) {
        const auto review = m_inForce.constFind(a.generation.externalId);
        if (a.generation.client != client || a.week < fromWeek || a.week > toWeek ||
            review == m_inForce.constEnd())
            continue;
        const CheckCounts counts = countChecks(review->checks);
        share.part += counts.met;
        share.whole += counts.met + counts.missed;
    }
    return share;
}

QList<qint64> TestSamplePlan::latencies(const QString& client, int fromWeek, int toWeek) const
{
    QList<qint64> values;
    for (const Attempt& a : m_plan.attempts) {
        if (a.isOk() && a.generation.client == client && a.week >= fromWeek && a.week <= toWeek)
            values.append(a.generation.latency->count());
    }
    std::sort(values.begin(), values.end());
    return values;
}

void TestSamplePlan::everyClosedWeek_canBeJudged_data()
{
    QTest::addColumn<QString>("client");
    QTest::addColumn<int>("week");
    for (const QString& client : {kAldertea, kBirchline}) {
        for (int week = 0; week < kOpenWeek; ++week) {
            if (client == kAldertea || week != kEmptyWeek)
                QTest::addRow("%s %d", qPrintable(client), week) << client << week;
        }
    }
}

void TestSamplePlan::everyClosedWeek_canBeJudged()
{
    QFETCH(QString, client);
    QFETCH(int, week);
    QSet<QString> assets;
    for (const Attempt& a : m_plan.attempts) {
        if (a.generation.client == client && a.week == week)
            assets.insert(a.generation.asset);
    }
    QVERIFY(acceptance(client, week, week).whole >= 30);
    QVERIFY(assets.size() >= 10);
}

void TestSamplePlan::emptyWeek_hasNothingOfBirchline()
{
    QVERIFY(std::none_of(m_plan.attempts.begin(), m_plan.attempts.end(), [](const Attempt& a) {
        return a.generation.client == kBirchline && a.week == kEmptyWeek;
    }));
}

void TestSamplePlan::plan_hasAFewThousandGenerationsAndAboutThreeHundredPictures()
{
    QVERIFY(m_plan.attempts.size() > 3000 && m_plan.attempts.size() < 4500);
    QSet<QString> images;
    QSet<QString> ids;
    int pictures = 0;
    for (const Attempt& a : m_plan.attempts) {
        ids.insert(a.generation.externalId);
        QCOMPARE(a.generation.statedImage.isEmpty(), !a.isOk());
        QCOMPARE(a.generation.statedImage.endsWith(u".png"), a.hasPicture);
        if (a.isOk())
            images.insert(a.generation.statedImage);
        pictures += a.hasPicture ? 1 : 0;
    }
    QVERIFY2(pictures >= 300 && pictures < 312, qPrintable(QString::number(pictures)));
    QCOMPARE(ids.size(), m_plan.attempts.size());
    QCOMPARE(images.size(), std::count_if(m_plan.attempts.begin(), m_plan.attempts.end(),
                                          [](const Attempt& a) { return a.isOk(); }));
}

void TestSamplePlan::waitingImages_areOfTheOpenWeekAndHavePictures()
{
    int waiting = 0;
    for (const Attempt& a : m_plan.attempts) {
        if (!a.isOk() || m_inForce.contains(a.generation.externalId))
            continue;
        ++waiting;
        QCOMPARE(a.week, kOpenWeek);
        QVERIFY(a.hasPicture);
    }
    QVERIFY2(waiting >= 135 && waiting <= 145, qPrintable(QString::number(waiting)));
}

void TestSamplePlan::modelChange_makesAldertea_muchWorse()
{
    QCOMPARE(m_plan.changes.size(), 1);
    const Change& change = m_plan.changes.first();
    QCOMPARE(change.client, kAldertea);
    QVERIFY(change.kind == ChangeKind::Model);
    for (const Attempt& a : m_plan.attempts) {
        const bool isNew = a.generation.model == change.to;
        QVERIFY(!isNew || (a.generation.client == kAldertea && a.generation.sentAt >= change.at));
        QVERIFY(a.generation.client != kAldertea || a.week < kFullRollOutWeek || isNew);
    }
    const int last = kOpenWeek - 1;
    QVERIFY(acceptance(kAldertea, kFullRollOutWeek, last).ratio() <
            0.7 * acceptance(kAldertea, 0, 7).ratio());
    QVERIFY(adherence(kAldertea, kFullRollOutWeek, last).ratio() < adherence(kAldertea, 0, 7).ratio() - 0.08);
    const double moved =
        acceptance(kBirchline, 0, 7).ratio() - acceptance(kBirchline, kFullRollOutWeek, last).ratio();
    QVERIFY(qAbs(moved) < 0.06);
}

void TestSamplePlan::slowWeeks_raiseThePercentileAndNotTheMedian()
{
    const QList<qint64> usual = latencies(kBirchline, 0, kSlowFromWeek - 1);
    for (int week = kSlowFromWeek; week < kOpenWeek; ++week) {
        const QList<qint64> slow = latencies(kBirchline, week, week);
        QVERIFY(slow.at(slow.size() * 95 / 100) > 3 * usual.at(usual.size() * 95 / 100));
        QVERIFY(slow.at(slow.size() / 2) < 1.2 * double(usual.at(usual.size() / 2)));
    }
}

void TestSamplePlan::retries_followAFailureOfTheSameCandidate()
{
    QHash<QString, const Attempt*> byId;
    int retries = 0;
    for (const Attempt& a : m_plan.attempts) {
        byId.insert(a.generation.externalId, &a);
        QCOMPARE(a.generation.retryOf.isEmpty(), a.generation.attempt == 1);
        if (a.generation.attempt == 1)
            continue;
        ++retries;
        const Attempt* before = byId.value(a.generation.retryOf);
        QVERIFY(before && !before->isOk());
        QCOMPARE(before->generation.batch, a.generation.batch);
        QCOMPARE(before->generation.candidate, a.generation.candidate);
        QCOMPARE(before->generation.attempt + 1, a.generation.attempt);
        QVERIFY(before->generation.sentAt < a.generation.sentAt);
    }
    QVERIFY(retries > 30);
}

void TestSamplePlan::reviews_areOfOkImagesAndTrue()
{
    QHash<QString, const Attempt*> byId;
    for (const Attempt& a : m_plan.attempts)
        byId.insert(a.generation.externalId, &a);
    int missed = 0;
    for (const Review& review : m_plan.reviews) {
        const Attempt* a = byId.value(review.generationExternalId);
        QVERIFY(a && a->isOk());
        QVERIFY(review.reviewedAt > a->generation.sentAt + *a->generation.latency);
        const bool saysMissed = countChecks(review.checks).missed > 0;
        missed += saysMissed ? 1 : 0;
        // What is not asked for in this cycle may differ without a check that says so.
        QVERIFY(!saysMissed || a->shown != a->brief.asked);
        QVERIFY(review.checks.size() == a->generation.checklist.size());
    }
    QVERIFY(missed > 500);
}

void TestSamplePlan::sentBackImages_carryANote()
{
    QSet<QString> reviewers;
    for (const Review& review : m_plan.reviews) {
        reviewers.insert(review.reviewer);
        QCOMPARE(review.note.isEmpty(), review.disposition == Disposition::Accepted);
    }
    QCOMPARE(reviewers.size(), 3);
}

void TestSamplePlan::hero_hasTwoRefusedCyclesAndFourCandidates()
{
    QMap<int, QList<const Attempt*>> cycles;
    for (const Attempt& a : m_plan.attempts) {
        if (a.generation.asset == u"Spring tea hero")
            cycles[a.generation.cycle].append(&a);
    }
    QCOMPARE(cycles.keys(), (QList<int>{1, 2, 3}));
    QCOMPARE(cycles[3].size(), 4);
    for (int cycle = 1; cycle <= 3; ++cycle) {
        for (const Attempt* a : cycles[cycle]) {
            const bool isDecided = m_inForce.contains(a->generation.externalId);
            QCOMPARE(isDecided, cycle < 3);
            QVERIFY(!isDecided || m_inForce[a->generation.externalId].disposition != Disposition::Accepted);
            QVERIFY(a->hasPicture);
        }
    }
    QCOMPARE(cycles[3].first()->generation.checklist.size(), 8);
    QVERIFY(cycles[1].first()->generation.prompt != cycles[3].first()->generation.prompt);
}

void TestSamplePlan::sameWeek_givesTheSameLog()
{
    const QByteArray monday = historyLog(makePlan(requestAt(u"2026-11-16T08:00:00Z"_qs)));
    const QByteArray sunday = historyLog(makePlan(requestAt(u"2026-11-22T20:00:00Z"_qs)));
    QVERIFY(monday == sunday);
    QVERIFY(monday == historyLog(m_plan));
}

void TestSamplePlan::otherWeek_differsInDatesOnly()
{
    const Plan later = makePlan(requestAt(u"2027-04-08T08:00:00Z"_qs));
    QCOMPARE(later.attempts.size(), m_plan.attempts.size());
    QCOMPARE(later.reviews.size(), m_plan.reviews.size());
    for (qsizetype i = 0; i < later.attempts.size(); ++i) {
        const Attempt& a = later.attempts.at(i);
        const Attempt& b = m_plan.attempts.at(i);
        QCOMPARE(a.generation.externalId, b.generation.externalId);
        QCOMPARE(a.generation.statedImage, b.generation.statedImage);
        QVERIFY(a.shown == b.shown);
        QVERIFY(a.generation.sentAt - b.generation.sentAt > 19 * 7 * 24h);
    }
}

void TestSamplePlan::mondayNight_countsToTheWeekBefore()
{
    const WeekCalendar calendar(QTimeZone("Europe/Berlin"));
    const auto lastWeek = [&calendar](const QString& now) {
        const Plan plan = makePlan(requestAt(now));
        UtcTime last{};
        for (const Attempt& a : plan.attempts)
            last = qMax(last, a.generation.sentAt);
        return calendar.weekOf(last).name();
    };
    QCOMPARE(lastWeek(u"2026-11-16T04:59:00Z"_qs), u"2026-W46"_qs);
    QCOMPARE(lastWeek(u"2026-11-16T05:01:00Z"_qs), u"2026-W47"_qs);
}

void TestSamplePlan::mondayMorning_hasNothingInTheFuture()
{
    const PlanRequest request = requestAt(u"2026-11-16T05:00:00Z"_qs);
    const Plan plan = makePlan(request);
    for (const Attempt& a : plan.attempts)
        QVERIFY(a.generation.sentAt + *a.generation.latency <= request.now);
    for (const Review& review : plan.reviews)
        QVERIFY(review.reviewedAt <= request.now);
    for (const GpuSample& sample : plan.gpuSamples)
        QVERIFY(sample.startedAt + sample.duration <= request.now);
}

QTEST_APPLESS_MAIN(TestSamplePlan)
#include "tst_sampleplan.moc"
