// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metrics/weeklyseries.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

namespace assay {

namespace {

/// Further ahead a week is the mistake of a clock, and would bring a thousand empty ones with it.
constexpr int kMostWeeksAhead = 53;

/// What an epoch has become by the week that is looked at.
struct Epoch
{
    int number = 0;
    std::vector<WeekRow> weeks{}; ///< closed and not empty, without the transition week
    Baselines baselines{};
    Baselines ofFirstWeeks{};             ///< of metrics that a baseline by hand does not carry
    std::optional<HandBaseline> byHand{}; ///< in place of the first weeks
    bool isHandTaken = false;             ///< `baselines` has what it carries
    PerMetric<Alert> alerts{};
};

/// The metrics as the workspace has them judged.
PerMetric<Definition> judgedDefinitions(const PerMetric<Threshold>& thresholds)
{
    PerMetric<Definition> metrics = definitions();
    for (Definition& metric : metrics)
        metric.threshold = thresholds[index(metric.id)];
    return metrics;
}

class SeriesJudge
{
public:
    SeriesJudge(std::span<const Change> changes, const WeekCalendar& calendar, UtcTime now,
                const JudgingRules& rules);

    /// Weeks are added in order, without gaps.
    void add(const WeekRow& row);
    std::vector<JudgedWeek> finish();

private:
    WeekRole roleOf(const JudgedWeek& week, UtcTime lastChange) const;
    bool isSettled(const JudgedWeek& week) const;
    void startEpoch(JudgedWeek& week);
    std::optional<HandBaseline> handBaseline(IsoWeek epochBegin) const;
    void enterEpoch(JudgedWeek& week, const WeekRow& row);
    void takeHandBaseline(IsoWeek week);
    void fillBaselines();
    void judgeMetric(JudgedWeek& week, const Definition& metric);
    Reason whyNotJudged(const JudgedWeek& week, const Definition& metric) const;
    std::optional<Judgement> judgement(const Definition& metric, const Estimate& week);
    const WeekRow& pool(size_t weeks);
    void drawEpoch();

    std::vector<Change> m_changes; ///< by time
    const WeekCalendar& m_calendar;
    const UtcTime m_now;
    const PerMetric<Definition> m_metrics;
    const std::vector<HandBaseline> m_handBaselines;
    std::vector<WeekRow> m_rows; ///< closed weeks of all epochs; only kept for baselines by hand
    Epoch m_epoch;
    std::vector<WeekRow>
        m_pools;             ///< the epoch's newest week with 1, 2... weeks before it, as far as asked for
    size_t m_epochBegin = 0; ///< of its first week in m_weeks
    std::vector<JudgedWeek> m_weeks;
};

bool isUpToBaseline(const JudgedWeek& week, const Baseline& baseline)
{
    return week.epochWeeks <= baseline.weeks &&
           (week.role == WeekRole::Baseline || week.role == WeekRole::Judged);
}

/// Of the weeks up to it, some may have been left out by hand.
bool belongsToBaseline(const JudgedWeek& week, const Baseline& baseline)
{
    const bool isLeftOut = baseline.byHand && week.week < baseline.byHand->from;
    return isUpToBaseline(week, baseline) && !isLeftOut;
}

Standing judgedStanding(const JudgedMetric& metric, BadDirection bad)
{
    if (metric.alert.state == AlertState::Firing)
        return Standing::Firing;
    if (metric.alert.state == AlertState::Pending)
        return Standing::Pending;
    if (metric.judgement->level != Level::Alarm || metric.judgement->isBad)
        return Standing::InBand;
    return bad == BadDirection::None ? Standing::Different : Standing::Improved;
}

Standing unjudgedStanding(const JudgedWeek& week, const JudgedMetric& metric)
{
    if (week.role == WeekRole::Baseline || metric.notJudged.why == Why::InBaseline)
        return Standing::BaselineForming;
    if (metric.notJudged.why == Why::NoBaseline)
        return week.epochWeeks <= kBaselineMostWeeks ? Standing::BaselineForming : Standing::NoBaseline;
    return Standing::TooFew;
}

Standing standingOf(const JudgedWeek& week, const Definition& definition)
{
    const JudgedMetric& metric = week.metric(definition.id);
    if (!metric.estimate.value)
        return Standing::NoData;
    if (week.role == WeekRole::Transition)
        return Standing::Transition;
    if (week.role == WeekRole::Open)
        return Standing::Open;
    if (week.isProvisional && definition.settles == Settles::WithReviews)
        return Standing::Provisional;
    return metric.judgement ? judgedStanding(metric, definition.bad) : unjudgedStanding(week, metric);
}

std::optional<Interval> bandToDraw(const JudgedMetric& metric, const Baseline& baseline,
                                   const Definition& definition)
{
    if (metric.judgement)
        return drawnBand(metric.judgement->band, definition.unit);
    if (!metric.interval)
        return std::nullopt;
    const Interval band = alarmBand(definition.threshold, baseline, metric.estimate);
    return drawnBand(band, definition.unit);
}

SeriesJudge::SeriesJudge(std::span<const Change> changes, const WeekCalendar& calendar, UtcTime now,
                         const JudgingRules& rules)
    : m_changes(changes.begin(), changes.end())
    , m_calendar(calendar)
    , m_now(now)
    , m_metrics(judgedDefinitions(rules.thresholds))
    , m_handBaselines(rules.baselines)
{
    std::ranges::sort(m_changes, [](const Change& left, const Change& right) {
        return std::tie(left.at, left.externalId) < std::tie(right.at, right.externalId);
    });
}

void SeriesJudge::add(const WeekRow& row)
{
    JudgedWeek week{.week = row.week,
                    .start = m_calendar.startOf(row.week),
                    .end = m_calendar.endOf(row.week),
                    .counts = row.counts};
    UtcTime lastChange = week.start;
    for (const Change& change : m_changes) {
        if (change.at < week.start || change.at >= week.end)
            continue;
        week.changes += change.externalId;
        lastChange = change.at;
    }
    if (!week.changes.isEmpty())
        startEpoch(week);
    else if (m_weeks.empty())
        m_epoch.byHand = handBaseline(week.week);
    week.role = roleOf(week, lastChange);
    week.isProvisional = !isSettled(week);
    m_pools.clear();
    enterEpoch(week, row);
    for (const Definition& metric : m_metrics) {
        week.metrics[index(metric.id)].estimate = estimate(row, metric.id);
        judgeMetric(week, metric);
    }
    m_weeks.push_back(std::move(week));
}

std::vector<JudgedWeek> SeriesJudge::finish()
{
    drawEpoch();
    return std::move(m_weeks);
}

WeekRole SeriesJudge::roleOf(const JudgedWeek& week, UtcTime lastChange) const
{
    if (lastChange > week.start)
        return WeekRole::Transition;
    if (week.counts.isEmpty())
        return WeekRole::Empty;
    if (m_now < week.end)
        return WeekRole::Open;
    const bool isBaseline =
        m_epoch.byHand ? week.week <= m_epoch.byHand->to : m_epoch.weeks.size() < size_t(kBaselineWeeks);
    return isBaseline ? WeekRole::Baseline : WeekRole::Judged;
}

bool SeriesJudge::isSettled(const JudgedWeek& week) const
{
    const double needed = kSettledCoverage * static_cast<double>(week.counts.batchesOk);
    return static_cast<double>(week.counts.batchesReviewed) >= needed || m_now >= week.end + kSettledAfter;
}

void SeriesJudge::startEpoch(JudgedWeek& week)
{
    drawEpoch();
    for (size_t i = 0; i < m_epoch.alerts.size(); ++i) {
        if (m_epoch.alerts[i].isOpen())
            week.metrics[i].superseded = m_epoch.alerts[i];
    }
    m_epoch = Epoch{.number = m_epoch.number + 1, .byHand = handBaseline(week.week)};
    m_epochBegin = m_weeks.size();
}

/// The one whose last week lies between the epoch's first week and the next change.
std::optional<HandBaseline> SeriesJudge::handBaseline(IsoWeek epochBegin) const
{
    const UtcTime afterFirst = m_calendar.endOf(epochBegin);
    const auto next = std::ranges::find_if(m_changes, [&](const Change& c) { return c.at >= afterFirst; });
    std::optional<HandBaseline> found;
    for (const HandBaseline& baseline : m_handBaselines) {
        const bool isBeforeNext = next == m_changes.end() || m_calendar.endOf(baseline.to) <= next->at;
        if (baseline.to >= epochBegin && isBeforeNext)
            found = baseline;
    }
    return found;
}

void SeriesJudge::enterEpoch(JudgedWeek& week, const WeekRow& row)
{
    const bool isOver = week.end <= m_now;
    if (!m_handBaselines.empty() && isOver && !row.counts.isEmpty())
        m_rows.push_back(row);
    const bool isInEpoch = week.role == WeekRole::Baseline || week.role == WeekRole::Judged;
    const bool isAfterHand = m_epoch.byHand && week.week > m_epoch.byHand->to;
    if (isInEpoch && isAfterHand)
        takeHandBaseline(week.week);
    if (isInEpoch)
        m_epoch.weeks.push_back(row);
    if (isInEpoch && m_epoch.byHand && !isAfterHand)
        takeHandBaseline(week.week);
    if (isInEpoch)
        extendBaselines(m_epoch.byHand ? m_epoch.ofFirstWeeks : m_epoch.baselines, m_epoch.weeks);
    if (m_epoch.isHandTaken)
        fillBaselines();
    week.epoch = m_epoch.number;
    week.epochWeeks = static_cast<int>(m_epoch.weeks.size());
}

/// Once the last of its weeks is reached or was passed. The weeks of the epoch so far are its baseline's.
void SeriesJudge::takeHandBaseline(IsoWeek week)
{
    const HandBaseline& hand = *m_epoch.byHand;
    if (m_epoch.isHandTaken || week < hand.to)
        return;
    m_epoch.isHandTaken = true;
    std::vector<WeekRow> rows;
    std::ranges::copy_if(m_rows, std::back_inserter(rows), [&hand](const WeekRow& row) {
        return row.week >= hand.from && row.week <= hand.to;
    });
    if (!rows.empty())
        m_epoch.baselines = baselinesOf(hand, rows, static_cast<int>(m_epoch.weeks.size()));
}

/// A metric that the weeks chosen by hand can't carry is judged as if none had been chosen.
void SeriesJudge::fillBaselines()
{
    for (size_t i = 0; i < m_epoch.baselines.size(); ++i) {
        if (!m_epoch.baselines[i])
            m_epoch.baselines[i] = m_epoch.ofFirstWeeks[i];
    }
}

void SeriesJudge::judgeMetric(JudgedWeek& week, const Definition& metric)
{
    JudgedMetric& judged = week.metrics[index(metric.id)];
    Alert& alert = m_epoch.alerts[index(metric.id)];
    judged.interval = judged.estimate.interval(kShownZ);
    judged.baseline = m_epoch.baselines[index(metric.id)];
    if (week.role == WeekRole::Judged) {
        judged.notJudged = whyNotJudged(week, metric);
        if (judged.notJudged.why == Why::Nothing)
            judged.judgement = judgement(metric, judged.estimate);
        if (judged.judgement)
            alert = afterWeek(alert, *judged.judgement, week.week);
        else if (judged.notJudged.why == Why::Nothing)
            judged.notJudged = judged.estimate.reason;
    }
    judged.alert = alert;
    judged.standing = standingOf(week, metric);
}

Reason SeriesJudge::whyNotJudged(const JudgedWeek& week, const Definition& metric) const
{
    const std::optional<Baseline>& baseline = m_epoch.baselines[index(metric.id)];
    if (!baseline)
        return {.why = Why::NoBaseline};
    if (isUpToBaseline(week, *baseline))
        return {.why = Why::InBaseline};
    if (week.isProvisional && metric.settles == Settles::WithReviews)
        return {.why = Why::ReviewsOutstanding};
    return {};
}

/// Judges the epoch's newest week, alone or with the fewest weeks before it, after the baseline's, that
/// suffice.
std::optional<Judgement> SeriesJudge::judgement(const Definition& metric, const Estimate& week)
{
    const Baseline& baseline = *m_epoch.baselines[index(metric.id)];
    const size_t most =
        std::min<size_t>(kMostPooledWeeks, m_epoch.weeks.size() - static_cast<size_t>(baseline.weeks));
    for (size_t count = 1; count <= most; ++count) {
        const Estimate value = count == 1 ? week : estimate(pool(count), metric.id);
        if (!value.isJudgeable())
            continue;
        Judgement judgement = judgeValue(metric, baseline, value);
        judgement.weeks = static_cast<int>(count);
        return judgement;
    }
    return std::nullopt;
}

/// The epoch's newest weeks as one; two at least.
const WeekRow& SeriesJudge::pool(size_t weeks)
{
    while (m_pools.size() < weeks - 1)
        m_pools.push_back(pooled(std::span<const WeekRow>(m_epoch.weeks).last(m_pools.size() + 2)));
    return m_pools[weeks - 2];
}

/// The baselines are known only now, but their line and band belong to the whole epoch.
void SeriesJudge::drawEpoch()
{
    for (size_t i = m_epochBegin; i < m_weeks.size(); ++i) {
        JudgedWeek& week = m_weeks[i];
        if (week.role == WeekRole::Transition)
            continue;
        for (const Definition& definition : m_metrics) {
            const std::optional<Baseline>& baseline = m_epoch.baselines[index(definition.id)];
            JudgedMetric& metric = week.metrics[index(definition.id)];
            if (baseline)
                metric.backdrop = Backdrop{.baseline = *baseline->estimate.value,
                                           .isBaselineWeek = belongsToBaseline(week, *baseline),
                                           .band = bandToDraw(metric, *baseline, definition)};
        }
    }
}

} // namespace

QString toText(WeekRole role)
{
    switch (role) {
    case WeekRole::Transition:
        return QStringLiteral("transition");
    case WeekRole::Empty:
        return QStringLiteral("empty");
    case WeekRole::Open:
        return QStringLiteral("open");
    case WeekRole::Baseline:
        return QStringLiteral("baseline");
    case WeekRole::Judged:
        return QStringLiteral("judged");
    }
    Q_UNREACHABLE();
}

std::vector<Change> changesOfView(std::span<const Change> changes, const std::optional<QString>& client)
{
    std::vector<Change> touching;
    std::ranges::copy_if(changes, std::back_inserter(touching), [&client](const Change& change) {
        return change.client.isEmpty() || change.client == client;
    });
    return touching;
}

std::vector<JudgedWeek> judge(std::span<const WeekRow> rows, std::span<const Change> changes,
                              const WeekCalendar& calendar, UtcTime now, const JudgingRules& rules)
{
    const IsoWeek latest{calendar.weekOf(now).monday.addDays(7 * kMostWeeksAhead)};
    std::map<IsoWeek, WeekRow> byWeek;
    std::optional<IsoWeek> first;
    IsoWeek last;
    for (const WeekRow& row : rows) {
        if (!row.week.isValid() || row.week > latest)
            continue;
        byWeek.try_emplace(row.week, WeekRow{.week = row.week}).first->second += row;
        if (row.counts.isEmpty())
            continue;
        last = first ? std::max(last, row.week) : row.week;
        first = first ? std::min(*first, row.week) : row.week;
    }
    if (!first)
        return {};
    SeriesJudge series(changes, calendar, now, rules);
    for (IsoWeek week = *first; week <= last; week = week.next()) {
        const auto found = byWeek.find(week);
        series.add(found == byWeek.end() ? WeekRow{.week = week} : found->second);
    }
    return series.finish();
}

} // namespace assay
