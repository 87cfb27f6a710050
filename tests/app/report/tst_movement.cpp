// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/movement.h"
#include "app/store/viewchoices.h"
#include "tests/support/result.h"
#include "tests/support/studio.h"

#include <QTest>

#include <algorithm>

using namespace assay;

class TestMovement : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void clientThatFell_isFirst();
    void everyMetric_sumsToItsMovement_data();
    void everyMetric_sumsToItsMovement();
    void templateThatFell_isFirst();
    void slowModel_isFoundByImagesBeyondTheBaseline();
    void assets_areDividedByClientOnly();
    void narrowView_isDividedWithinItself();
    void weekOfTheBaseline_hasNoParts();
    void weeksBefore_areTheMetricsOwnBaseline();
    void misses_countAsAdherenceDoes();
    void missedConstraint_isFirstOfItsTemplate();
    void choices_areWhatWasUsed();

private:
    struct Made
    {
        QStringView client;
        QStringView model;
        QStringView promptTemplate;
        int checksMetOfTen = 9;
        int latencyMs = 3000;
    };

    void addWeek(IsoWeek week, const std::vector<Made>& made);
    Result<WeeklyView> view(const ViewFilter& filter = {}) const
    {
        return readWeeklyView(m_workspace->database(), filter, *parseRfc3339(u"2026-05-05T12:00:00Z"));
    }
    Result<Movement> movement(const WeeklyView& view, MetricId metric, Dimension dimension) const
    {
        return readMovement(m_workspace->database(), view, view.weeks.back(), metric, dimension);
    }

    std::unique_ptr<TemporaryWorkspace> m_workspace;
    int m_count = 0;
};

/// Three weeks alike and one in which süd's images by "fast" with "hero@4" miss more and take longer.
void TestMovement::initTestCase()
{
    m_workspace = std::make_unique<TemporaryWorkspace>();

    IsoWeek week = *IsoWeek::fromName(u"2026-W10");
    for (int i = 0; i < 3; ++i, week = week.next())
        addWeek(week, {{u"nord", u"calm", u"pack@1"}, {u"süd", u"fast", u"hero@4"}});
    addWeek(week, {{u"nord", u"calm", u"pack@1"}, {u"süd", u"fast", u"hero@4", 4, 9000}});
}

/// 40 assets of each, one image each; the first constraint is the one that is missed first.
void TestMovement::addWeek(IsoWeek week, const std::vector<Made>& made)
{
    Generations generations(m_workspace->database(), m_workspace->calendar());
    Reviews reviews(m_workspace->database());
    auto transaction = Transaction::begin(m_workspace->database());
    Checklist checklist;
    for (int i = 0; i < 10; ++i)
        checklist +=
            aConstraint(QStringLiteral("c%1").arg(i), i == 0 ? ConstraintKind::Text : ConstraintKind::Count);
    for (const Made& one : made) {
        for (int asset = 0; asset < 40; ++asset) {
            const UtcTime sentAt =
                m_workspace->calendar().startOf(week) + std::chrono::hours(36 + asset % 24);
            ++m_count;
            const auto added = generations.add(aGeneration(QStringLiteral("g%1").arg(m_count))
                                                   .client(one.client)
                                                   .model(one.model)
                                                   .promptTemplate(one.promptTemplate)
                                                   .asset(QStringLiteral("a%1").arg(m_count))
                                                   .sentAt(sentAt)
                                                   .promptWrittenAt(sentAt - std::chrono::hours(3))
                                                   .latency(one.latencyMs + asset * 10)
                                                   .cost(u"0.04", u"EUR")
                                                   .checklist(checklist));
            QVERIFY(added);
            ReviewBuilder review = aReview(added->id);
            review.at(sentAt + std::chrono::hours(1));
            review.disposition(asset % 10 < 7 ? Disposition::Accepted : Disposition::Revised);
            for (int i = 0; i < 10; ++i)
                review.check(QStringLiteral("c%1").arg(i),
                             9 - i < one.checksMetOfTen ? Answer::Met : Answer::Missed);
            ASSAY_VERIFY_OK(reviews.add(review));
        }
    }
    QVERIFY(transaction->commit());
    QVERIFY(Rollups(m_workspace->database()).refresh());
}

void TestMovement::clientThatFell_isFirst()
{
    const auto seen = view();
    ASSAY_VERIFY_OK(seen);
    const auto where = movement(*seen, MetricId::Adherence, Dimension::Client);
    ASSAY_VERIFY_OK(where);
    QCOMPARE(where->parts.size(), size_t(2));
    QCOMPARE(where->parts[0].name, QStringLiteral("süd"));
    QCOMPARE(where->parts[0].before.n, qint64(800)); // the two weeks of the baseline
    QCOMPARE(where->parts[0].after.n, qint64(400));
    QVERIFY(qAbs(where->parts[0].effect() + 0.25) < 1e-12); // half of the checks, from 0.9 to 0.4
    QVERIFY(qAbs(where->parts[0].mixEffect) < 1e-12);
    QVERIFY(qAbs(where->parts[1].effect()) < 1e-12);
}

void TestMovement::everyMetric_sumsToItsMovement_data()
{
    QTest::addColumn<MetricId>("metric");
    QTest::addColumn<Dimension>("dimension");
    for (const Definition& metric : definitions()) {
        if (metric.kind != MetricKind::Rate && metric.kind != MetricKind::Mean &&
            metric.kind != MetricKind::Ratio)
            continue;
        for (const Dimension dimension : {Dimension::Client, Dimension::Model, Dimension::Template}) {
            if (canBeDivided(metric.id, dimension, {}))
                QTest::addRow("%s by %d", metric.textId, int(dimension)) << metric.id << dimension;
        }
    }
}

void TestMovement::everyMetric_sumsToItsMovement()
{
    QFETCH(MetricId, metric);
    QFETCH(Dimension, dimension);
    const auto seen = view();
    ASSAY_VERIFY_OK(seen);
    const JudgedMetric& judged = seen->weeks.back().metric(metric);
    QVERIFY(judged.judgement);
    const auto where = movement(*seen, metric, dimension);
    ASSAY_VERIFY_OK(where);
    QVERIFY(!where->parts.empty());
    const double moved = *judged.judgement->estimate.value - *judged.baseline->estimate.value;
    QVERIFY2(qAbs(where->total() - moved) < 1e-9, qPrintable(QString::number(where->total() - moved)));
}

void TestMovement::templateThatFell_isFirst()
{
    const auto seen = view();
    ASSAY_VERIFY_OK(seen);
    const auto where = movement(*seen, MetricId::Adherence, Dimension::Template);
    ASSAY_VERIFY_OK(where);
    QCOMPARE(where->parts.front().name, QStringLiteral("hero@4"));
}

void TestMovement::slowModel_isFoundByImagesBeyondTheBaseline()
{
    const auto seen = view();
    ASSAY_VERIFY_OK(seen);
    const auto where = movement(*seen, MetricId::LatencyP95, Dimension::Model);
    ASSAY_VERIFY_OK(where);
    QCOMPARE(where->beyond, seen->weeks.back().metric(MetricId::LatencyP95).baseline->estimate.value);
    QCOMPARE(where->parts.front().name, QStringLiteral("fast"));
    QCOMPARE(where->parts.front().after.y, 40.0); // all of its images
    QVERIFY(where->parts.front().effect() > 0.4);
}

void TestMovement::assets_areDividedByClientOnly()
{
    QVERIFY(canBeDivided(MetricId::ShippedFirstTime, Dimension::Client, {}));
    QVERIFY(!canBeDivided(MetricId::ShippedFirstTime, Dimension::Model, {}));
    QVERIFY(!canBeDivided(MetricId::TimeToFirstUsable, Dimension::Template, {}));
    QVERIFY(!canBeDivided(MetricId::GpuUtilisation, Dimension::Client, {}));
    const auto seen = view();
    ASSAY_VERIFY_OK(seen);
    const auto where = movement(*seen, MetricId::ShippedFirstTime, Dimension::Client);
    ASSAY_VERIFY_OK(where);
    QCOMPARE(where->parts.size(), size_t(2));
    QCOMPARE(where->parts[0].after.n, qint64(28));
}

void TestMovement::narrowView_isDividedWithinItself()
{
    const auto seen = view({.client = QStringLiteral("süd")});
    ASSAY_VERIFY_OK(seen);
    const auto where = movement(*seen, MetricId::Adherence, Dimension::Model);
    ASSAY_VERIFY_OK(where);
    QCOMPARE(where->parts.size(), size_t(1));
    QVERIFY(qAbs(where->total() + 0.5) < 1e-12);
}

void TestMovement::weekOfTheBaseline_hasNoParts()
{
    const auto seen = view();
    ASSAY_VERIFY_OK(seen);
    const auto where = readMovement(m_workspace->database(), *seen, seen->weeks.front(), MetricId::Adherence,
                                    Dimension::Client);
    ASSAY_VERIFY_OK(where);
    QVERIFY(where->parts.empty());
}

/// A baseline by hand replaces the first weeks of the metrics that its weeks carry, and of no others.
void TestMovement::weeksBefore_areTheMetricsOwnBaseline()
{
    const auto seen = view();
    ASSAY_VERIFY_OK(seen);
    WeeklyView byHand = *seen;
    const IsoWeek third = byHand.weeks[2].week;
    JudgedWeek& week = byHand.weeks.back();
    week.metrics[index(MetricId::Adherence)].baseline->byHand = HandBaseline{third, third};
    QVERIFY(movementWeeks(byHand, week, MetricId::Adherence).before == std::vector{third});
    QVERIFY(movementWeeks(byHand, week, MetricId::Acceptance).before ==
            (std::vector{byHand.weeks[0].week, byHand.weeks[1].week}));
}

void TestMovement::misses_countAsAdherenceDoes()
{
    for (const ViewFilter& filter :
         {ViewFilter(), ViewFilter{.client = QStringLiteral("süd")},
          ViewFilter{.model = QStringLiteral("fast"), .templateName = QStringLiteral("hero@4")}}) {
        const auto seen = view(filter);
        ASSAY_VERIFY_OK(seen);
        const JudgedWeek& week = seen->weeks.back();
        const auto misses = readMisses(m_workspace->database(), *seen, week);
        ASSAY_VERIFY_OK(misses);
        MissCount kinds;
        for (const ConstraintMisses& group : *misses) {
            if (!group.statement.isEmpty())
                continue;
            kinds.checks += group.after.checks;
            kinds.missed += group.after.missed;
        }
        QCOMPARE(kinds.checks, week.counts.checks);
        QCOMPARE(kinds.checks - kinds.missed, week.counts.checksMet);
    }
}

void TestMovement::missedConstraint_isFirstOfItsTemplate()
{
    const auto seen = view();
    ASSAY_VERIFY_OK(seen);
    const auto misses = readMisses(m_workspace->database(), *seen, seen->weeks.back());
    ASSAY_VERIFY_OK(misses);
    const auto first = std::ranges::find_if(
        *misses, [](const ConstraintMisses& group) { return !group.statement.isEmpty(); });
    QVERIFY(first != misses->end());
    QCOMPARE(first->templateName, QStringLiteral("hero@4"));
    QCOMPARE(first->after.missed, qint64(40));
    QVERIFY(std::ranges::none_of(*misses, [](const ConstraintMisses& group) {
        return group.before.missed + group.after.missed == 0;
    }));
    const auto text = std::ranges::find_if(*misses, [](const ConstraintMisses& group) {
        return group.kind == ConstraintKind::Text && group.statement.isEmpty();
    });
    QVERIFY(text != misses->end());
    QCOMPARE(text->after, (MissCount{80, 80}));
    QCOMPARE(text->before, (MissCount{160, 160}));
}

void TestMovement::choices_areWhatWasUsed()
{
    const auto choices = readViewChoices(m_workspace->database());
    ASSAY_VERIFY_OK(choices);
    QCOMPARE(choices->clients, (QStringList{QStringLiteral("nord"), QStringLiteral("süd")}));
    QCOMPARE(choices->models, (QStringList{QStringLiteral("calm"), QStringLiteral("fast")}));
    QCOMPARE(choices->templates, (QStringList{QStringLiteral("hero@4"), QStringLiteral("pack@1")}));
}

QTEST_GUILESS_MAIN(TestMovement)
#include "tst_movement.moc"
