// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/generations.h"
#include "app/store/judgingsettings.h"
#include "app/store/reviews.h"
#include "app/store/rollups.h"
#include "app/store/weekdetails.h"
#include "app/store/weeklyreviews.h"
#include "tests/support/builders.h"
#include "tests/support/result.h"
#include "tests/support/workspace.h"

#include <QTest>

using namespace assay;

/// What stands beside the numbers, and what the owner has said about them.
class TestWeekDetails : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void failures_areCountedByKindWeekAndView();
    void openAssets_areThoseWithoutAnAcceptance();
    void openAsset_withoutAnythingForTwoWeeks_isAbandoned();
    void thresholds_theLastOneCounts();
    void baselines_areThoseOfTheViewAndNotWithdrawn();
    void weeklyReviews_comeBackAsSigned();
    void twoDecisionsAboutOneMetric_areRefused();
    void drafts_areKeptUntilSigned();
    void acknowledgements_areOfTheirView();

private:
    const Database& database() const { return m_workspace->database(); }
    GenerationId add(const Generation& generation)
    {
        return Generations(database(), m_workspace->calendar()).add(generation)->id;
    }

    const IsoWeek m_week{QDate(2026, 3, 2)}; ///< of kNoon
    std::unique_ptr<TemporaryWorkspace> m_workspace;
};

void TestWeekDetails::init()
{
    m_workspace = std::make_unique<TemporaryWorkspace>();
}

void TestWeekDetails::failures_areCountedByKindWeekAndView()
{
    add(aGeneration(u"g1").status(GenerationStatus::Error));
    add(aGeneration(u"g2").status(GenerationStatus::Timeout).client(u"sable"));
    add(aGeneration(u"g3").status(GenerationStatus::ContentFilter).model(u"m-2"));
    add(aGeneration(u"g4").status(GenerationStatus::Error).sentAt(kNoon + 7 * kDay));
    add(aGeneration(u"g5"));
    QVERIFY(*readFailures(database(), {}, m_week) == (FailuresByKind{1, 1, 1}));
    const ViewFilter sable{.client = QStringLiteral("sable")};
    QVERIFY(*readFailures(database(), sable, m_week) == (FailuresByKind{0, 1, 0}));
    const ViewFilter model{.model = QStringLiteral("m-2")};
    QVERIFY(*readFailures(database(), model, m_week) == (FailuresByKind{0, 0, 1}));
    QVERIFY(*readFailures(database(), {}, m_week.previous()) == FailuresByKind());
}

void TestWeekDetails::openAssets_areThoseWithoutAnAcceptance()
{
    const GenerationId accepted = add(aGeneration(u"g1").asset(u"a"));
    const GenerationId revised = add(aGeneration(u"g2").asset(u"b"));
    add(aGeneration(u"g3").asset(u"c").client(u"sable"));
    ASSAY_VERIFY_OK(Reviews(database()).add(aReview(accepted).externalId(u"r1").accepted()));
    ASSAY_VERIFY_OK(Reviews(database()).add(aReview(revised).externalId(u"r2").revised()));
    ASSAY_VERIFY_OK(Rollups(database()).refresh());
    QVERIFY(*readOpenAssets(database(), std::nullopt, kNoon + kDay) == (OpenAssets{2, 0}));
    QVERIFY(*readOpenAssets(database(), QStringLiteral("sable"), kNoon + kDay) == (OpenAssets{1, 0}));
    QVERIFY(*readOpenAssets(database(), QStringLiteral("nobody"), kNoon + kDay) == OpenAssets());
}

void TestWeekDetails::openAsset_withoutAnythingForTwoWeeks_isAbandoned()
{
    const GenerationId id = add(aGeneration(u"g1").asset(u"a"));
    ASSAY_VERIFY_OK(Rollups(database()).refresh());
    QVERIFY(*readOpenAssets(database(), std::nullopt, kNoon + 14 * kDay) == (OpenAssets{1, 0}));
    QVERIFY(*readOpenAssets(database(), std::nullopt, kNoon + 15 * kDay) == (OpenAssets{1, 1}));
    ASSAY_VERIFY_OK(Reviews(database()).add(aReview(id).revised().at(kNoon + 5 * kDay)));
    QVERIFY(*readOpenAssets(database(), std::nullopt, kNoon + 15 * kDay) == (OpenAssets{1, 0}));
}

void TestWeekDetails::thresholds_theLastOneCounts()
{
    const JudgingSettings settings(database());
    QVERIFY(*settings.rules({}) == JudgingRules());
    for (const double percent : {0.3, 0.4}) {
        ASSAY_VERIFY_OK(settings.add(ThresholdSetting{
            .metric = MetricId::Adherence, .threshold = Threshold{percent, 0.02}, .setAt = kNoon}));
    }
    QVERIFY(settings.rules({})->thresholds[index(MetricId::Adherence)] == (Threshold{0.4, 0.02}));
    ASSAY_VERIFY_OK(settings.add(ThresholdSetting{.metric = MetricId::Adherence, .setAt = kNoon}));
    QVERIFY(*settings.rules({}) == JudgingRules());
    QCOMPARE(settings.thresholds()->size(), 3u);
}

void TestWeekDetails::baselines_areThoseOfTheViewAndNotWithdrawn()
{
    const JudgingSettings settings(database());
    const ViewFilter nord{.client = QStringLiteral("nord"), .templateName = QStringLiteral("hero@3")};
    const auto first = settings.add(BaselineSetting{.view = nord, .weeks = {m_week, m_week.next()}});
    ASSAY_VERIFY_OK(first);
    ASSAY_VERIFY_OK(settings.add(BaselineSetting{.view = {}, .weeks = {m_week, m_week}}));
    QCOMPARE(settings.rules(nord)->baselines.size(), 1u);
    QVERIFY(settings.rules(nord)->baselines.front() == (HandBaseline{m_week, m_week.next()}));
    QVERIFY(settings.rules({})->baselines.front() == (HandBaseline{m_week, m_week}));
    QVERIFY(settings.rules({.client = QStringLiteral("nord")})->baselines.empty());
    QVERIFY(*settings.withdrawBaseline(*first, kNoon));
    QVERIFY(!*settings.withdrawBaseline(*first, kNoon));
    QVERIFY(!*settings.withdrawBaseline(77, kNoon));
    QVERIFY(settings.rules(nord)->baselines.empty());
    QCOMPARE(settings.baselines()->front().withdrawnAt, std::optional(kNoon));
}

void TestWeekDetails::weeklyReviews_comeBackAsSigned()
{
    WeeklyReview review{.week = m_week,
                        .view = {.client = QString(QLatin1String(""))},
                        .owner = QStringLiteral("mei"),
                        .found = QStringLiteral("two templates \u2192 one"),
                        .decisions = {{MetricId::Acceptance, AlertDecision::Explained, QStringLiteral("new")},
                                      {MetricId::Adherence, AlertDecision::Ignored, {}}},
                        .signedAt = kNoon};
    const auto id = WeeklyReviews(database()).add(review);
    ASSAY_VERIFY_OK(id);
    review.id = *id;
    const auto back = WeeklyReviews(database()).ofView(review.view);
    ASSAY_VERIFY_OK(back);
    QCOMPARE(back->size(), 1u);
    QVERIFY(back->front() == review);
    QVERIFY(WeeklyReviews(database()).ofView({})->empty());
}

void TestWeekDetails::twoDecisionsAboutOneMetric_areRefused()
{
    const WeeklyReview review{.week = m_week,
                              .owner = QStringLiteral("mei"),
                              .decisions = {{MetricId::Adherence, AlertDecision::Explained, {}},
                                            {MetricId::Adherence, AlertDecision::Ignored, {}}}};
    const auto added = WeeklyReviews(database()).add(review);
    QVERIFY(!added);
    QCOMPARE(added.error().kind, ErrorKind::Invalid);
}

void TestWeekDetails::drafts_areKeptUntilSigned()
{
    const WeeklyReviews reviews(database());
    const ViewFilter nord{.client = QStringLiteral("nord")};
    DraftedDecision adherence{m_week, MetricId::Adherence, {}, QStringLiteral("a note first")};
    const DraftedDecision depth{m_week, MetricId::RevisionDepth, AlertDecision::Ignored, {}};
    ASSAY_VERIFY_OK(reviews.putDraft({}, adherence));
    adherence.decision = AlertDecision::FlagRaised;
    ASSAY_VERIFY_OK(reviews.putDraft({}, adherence));
    ASSAY_VERIFY_OK(reviews.putDraft({}, depth));
    ASSAY_VERIFY_OK(reviews.putDraft(nord, depth));
    QVERIFY(*reviews.drafts({}) == (std::vector{adherence, depth}));
    const WeeklyReview review{.week = m_week,
                              .owner = QStringLiteral("mei"),
                              .decisions = {{MetricId::Adherence, AlertDecision::FlagRaised, {}}}};
    ASSAY_VERIFY_OK(reviews.add(review));
    QVERIFY(*reviews.drafts({}) == std::vector{depth});
    ASSAY_VERIFY_OK(reviews.putDraft({}, {m_week, MetricId::RevisionDepth, {}, {}}));
    QVERIFY(reviews.drafts({})->empty());
    QVERIFY(*reviews.drafts(nord) == std::vector{depth});
}

void TestWeekDetails::acknowledgements_areOfTheirView()
{
    const Acknowledgement given{.view = {.model = QStringLiteral("m-1")},
                                .metric = MetricId::LatencyP95,
                                .since = m_week,
                                .deviation = -0.25,
                                .by = QStringLiteral("ivo"),
                                .at = kNoon,
                                .note = QStringLiteral("new queue")};
    ASSAY_VERIFY_OK(WeeklyReviews(database()).add(given));
    const auto back = WeeklyReviews(database()).acknowledgements(given.view);
    ASSAY_VERIFY_OK(back);
    QVERIFY(*back == std::vector{given});
    QVERIFY(WeeklyReviews(database()).acknowledgements({})->empty());
    QVERIFY(!asksAgain(given, -0.49));
    QVERIFY(asksAgain(given, -0.5));
    QVERIFY(!asksAgain(given, std::nullopt));
}

QTEST_GUILESS_MAIN(TestWeekDetails)
#include "tst_weekdetails.moc"
