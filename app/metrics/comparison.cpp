// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metrics/comparison.h"

#include "app/metrics/weekrow.h"

#include <QHash>
#include <QSet>

#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace assay {

namespace {

constexpr double kMostZ = 12;
constexpr int kBisections = 50;

/// Whether the interval of the difference excludes 0.
bool isSure(double z, const Estimate& before, const Estimate& after)
{
    const Interval interval = differenceAt(z, before, after);
    return *after.value > *before.value ? interval.low > 0 : interval.high < 0;
}

Verdict verdictOf(const Definition& metric, double difference)
{
    if (metric.bad == BadDirection::None)
        return Verdict::Different;
    return (difference > 0) == (metric.bad == BadDirection::Up) ? Verdict::Worse : Verdict::Better;
}

struct Span
{
    UtcTime from{};
    UtcTime to{};

    bool contains(UtcTime time) const { return time >= from && time < to; }
};

/// Clusters are assets within a week, as in the weekly rows.
class WeekClusters
{
public:
    explicit WeekClusters(const WeekCalendar& calendar)
        : m_calendar(calendar)
    {
    }

    AssetId clusterOf(AssetId asset, UtcTime sentAt)
    {
        const std::pair key(asset.value, m_calendar.weekOf(sentAt).monday.toJulianDay());
        const auto known = m_clusters.constFind(key);
        return known != m_clusters.cend() ? *known : *m_clusters.insert(key, {m_clusters.size() + 1});
    }

private:
    const WeekCalendar& m_calendar;
    QHash<std::pair<qint64, qint64>, AssetId> m_clusters;
};

class SideBuilder
{
public:
    SideBuilder(const ComparisonWindow& window, const ComparedRows& rows, const WeekCalendar& calendar);

    PerMetric<Estimate> estimates(const Span& side) const;

private:
    std::vector<Observation> observationsOf(const Span& side, QSet<AssetId>& seen) const;
    std::vector<GpuDay> daysOf(const Span& side) const;

    const ComparedRows& m_rows;
    const WeekCalendar& m_calendar;
    QSet<AssetId> m_onBothSides;
};

SideBuilder::SideBuilder(const ComparisonWindow& window, const ComparedRows& rows,
                         const WeekCalendar& calendar)
    : m_rows(rows)
    , m_calendar(calendar)
{
    for (const ComparedAsset& asset : rows.assets) {
        if (asset.firstSentAt < window.change && asset.lastSentAt >= window.change)
            m_onBothSides.insert(asset.id);
    }
}

PerMetric<Estimate> SideBuilder::estimates(const Span& side) const
{
    QSet<AssetId> seen;
    const std::vector<Observation> observations = observationsOf(side, seen);
    std::vector<CompletedAsset> completed;
    for (const ComparedAsset& asset : m_rows.assets) {
        if (asset.acceptedAt && seen.contains(asset.id) && asset.promptWrittenAt >= side.from)
            completed.push_back({asset.acceptedCycle, *asset.acceptedAt - asset.promptWrittenAt});
    }
    WeekRow cell = cellSums(m_calendar.weekOf(side.from), observations, completed);
    cell.gpuDays = daysOf(side);
    PerMetric<Estimate> estimates;
    for (const Definition& metric : definitions())
        estimates[index(metric.id)] = estimate(cell, metric.id);
    return estimates;
}

std::vector<Observation> SideBuilder::observationsOf(const Span& side, QSet<AssetId>& seen) const
{
    WeekClusters clusters(m_calendar);
    std::vector<Observation> observations;
    for (const SentObservation& sent : m_rows.generations) {
        const AssetId asset = sent.observation.asset;
        if (!side.contains(sent.sentAt) || m_onBothSides.contains(asset))
            continue;
        observations.push_back(sent.observation);
        if (!asset.isValid())
            continue;
        seen.insert(asset);
        observations.back().asset = clusters.clusterOf(asset, sent.sentAt);
    }
    return observations;
}

std::vector<GpuDay> SideBuilder::daysOf(const Span& side) const
{
    std::vector<GpuSample> samples;
    for (const GpuSample& sample : m_rows.gpuSamples) {
        if (side.contains(sample.startedAt))
            samples.push_back(sample);
    }
    return gpuDays(samples, m_calendar);
}

void addDifference(ComparedMetric& metric)
{
    if (!metric.before.isJudgeable() || !metric.after.isJudgeable())
        return;
    metric.difference = *metric.after.value - *metric.before.value;
    metric.interval = differenceAt(kShownZ, metric.before, metric.after);
    metric.p = differenceP(metric.before, metric.after);
    if (*metric.before.value != 0)
        metric.percent = *metric.difference / std::abs(*metric.before.value);
}

} // namespace

ComparisonWindow comparisonWindow(const Change& change, std::span<const Change> changesOfView, UtcTime now)
{
    ComparisonWindow window{change.at - kComparedDays, change.at, std::min(change.at + kComparedDays, now)};
    for (const Change& other : changesOfView) {
        if (other.externalId == change.externalId)
            continue;
        if (other.at <= change.at)
            window.from = std::max(window.from, other.at);
        else
            window.to = std::min(window.to, other.at);
    }
    return window;
}

QString toText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::NotEnoughData:
        return QStringLiteral("not enough data");
    case Verdict::NoDetectableDifference:
        return QStringLiteral("no detectable difference");
    case Verdict::Better:
        return QStringLiteral("better");
    case Verdict::Worse:
        return QStringLiteral("worse");
    case Verdict::Different:
        return QStringLiteral("different");
    }
    Q_UNREACHABLE();
}

PerMetric<ComparedMetric> compare(const ComparisonWindow& window, const ComparedRows& rows,
                                  const WeekCalendar& calendar)
{
    const SideBuilder sides(window, rows, calendar);
    return compareSides(sides.estimates({window.from, window.change}),
                        sides.estimates({window.change, window.to}));
}

PerMetric<ComparedMetric> compareSides(const PerMetric<Estimate>& before, const PerMetric<Estimate>& after)
{
    PerMetric<ComparedMetric> metrics;
    PerMetric<std::optional<double>> p;
    for (size_t i = 0; i < metrics.size(); ++i) {
        metrics[i].before = before[i];
        metrics[i].after = after[i];
        addDifference(metrics[i]);
        p[i] = metrics[i].p;
    }
    const std::vector<bool> isDiscovery = discoveries(p, kFalseDiscoveryRate);
    for (const Definition& metric : definitions()) {
        ComparedMetric& compared = metrics[index(metric.id)];
        if (compared.p)
            compared.verdict = isDiscovery[index(metric.id)] ? verdictOf(metric, *compared.difference)
                                                             : Verdict::NoDetectableDifference;
    }
    return metrics;
}

Interval differenceAt(double z, const Estimate& before, const Estimate& after)
{
    const std::optional<Interval> first = before.interval(z);
    const std::optional<Interval> second = after.interval(z);
    Q_ASSERT(first && second);
    const double b = *before.value;
    const double v = *after.value;
    return {v - b - std::hypot(v - second->low, first->high - b),
            v - b + std::hypot(second->high - v, b - first->low)};
}

double differenceP(const Estimate& before, const Estimate& after)
{
    if (*before.value == *after.value || !isSure(1e-9, before, after))
        return 1;
    double sure = 0;
    double unsure = kMostZ;
    for (int i = 0; i < kBisections; ++i) {
        const double middle = (sure + unsure) / 2;
        (isSure(middle, before, after) ? sure : unsure) = middle;
    }
    // Both tails, from the far end: a small p keeps its digits.
    return 2 * boost::math::cdf(boost::math::complement(boost::math::normal(), sure));
}

std::vector<bool> discoveries(std::span<const std::optional<double>> p, double q)
{
    std::vector<double> known;
    for (const std::optional<double>& value : p) {
        if (value)
            known.push_back(*value);
    }
    std::ranges::sort(known);
    double limit = -1;
    for (size_t i = 0; i < known.size(); ++i) {
        if (known[i] <= q * static_cast<double>(i + 1) / static_cast<double>(known.size()))
            limit = known[i];
    }
    std::vector<bool> found;
    for (const std::optional<double>& value : p)
        found.push_back(value && *value <= limit);
    return found;
}

} // namespace assay
