// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/samples.h"

#include <algorithm>
#include <limits>
#include <span>
#include <tuple>

namespace assay {

namespace {

constexpr quint32 kUnnumbered = std::numeric_limits<quint32>::max();

quint32 largest(const std::vector<Sample>& samples)
{
    const auto last = std::ranges::max_element(samples, {}, &Sample::cluster);
    return last == samples.end() ? 0 : last->cluster;
}

/// How many of the sorted values are smaller, and how many are not larger.
struct Place
{
    size_t below = 0;
    size_t atMost = 0;
};

Place placeOf(double value, std::span<const double> sorted)
{
    const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), value);
    return {static_cast<size_t>(first - sorted.begin()), static_cast<size_t>(last - sorted.begin())};
}

} // namespace

SampleRun SampleRun::of(std::vector<Sample> samples)
{
    std::ranges::sort(samples, [](const Sample& left, const Sample& right) {
        return std::tie(left.value, left.cluster) < std::tie(right.value, right.cluster);
    });
    std::vector<double> values;
    std::vector<quint32> clusters;
    values.reserve(samples.size());
    clusters.reserve(samples.size());
    std::vector<quint32> numbers(size_t(largest(samples)) + 1, kUnnumbered);
    quint32 used = 0;
    for (const Sample& sample : samples) {
        quint32& number = numbers[sample.cluster];
        if (number == kUnnumbered)
            number = used++;
        values.push_back(sample.value);
        clusters.push_back(number);
    }
    return of(std::move(values), std::move(clusters));
}

SampleRun SampleRun::of(std::vector<double> values, std::vector<quint32> clusters)
{
    SampleRun run{.values = std::move(values), .clusters = std::move(clusters)};
    for (const quint32 cluster : run.clusters) {
        if (cluster >= run.sizes.size())
            run.sizes.resize(size_t(cluster) + 1);
        ++run.sizes[cluster];
    }
    return run;
}

Samples::Samples(SampleRun run)
{
    if (!run.values.empty())
        m_runs.push_back(std::make_shared<const SampleRun>(std::move(run)));
}

Samples& Samples::operator+=(const Samples& other)
{
    m_runs.insert(m_runs.end(), other.m_runs.begin(), other.m_runs.end());
    return *this;
}

qint64 Samples::count() const
{
    size_t count = 0;
    for (const auto& run : m_runs)
        count += run->values.size();
    return static_cast<qint64>(count);
}

double Samples::at(qint64 rank) const
{
    Q_ASSERT(rank >= 1 && rank <= count());
    auto wanted = static_cast<size_t>(rank);
    if (m_runs.size() == 1)
        return m_runs.front()->values[wanted - 1];
    std::vector<std::span<const double>> left;
    for (const auto& run : m_runs)
        left.emplace_back(run->values);
    std::vector<Place> places(left.size());
    // Each round compares with the middle of the longest range and drops what can't be it.
    for (;;) {
        const auto longest =
            *std::ranges::max_element(left, {}, [](const auto& range) { return range.size(); });
        const double pivot = longest[longest.size() / 2];
        Place total;
        for (size_t i = 0; i < left.size(); ++i) {
            places[i] = placeOf(pivot, left[i]);
            total.below += places[i].below;
            total.atMost += places[i].atMost;
        }
        if (wanted > total.below && wanted <= total.atMost)
            return pivot;
        const bool isBelow = wanted <= total.below;
        for (size_t i = 0; i < left.size(); ++i)
            left[i] = isBelow ? left[i].first(places[i].below) : left[i].subspan(places[i].atMost);
        if (!isBelow)
            wanted -= total.atMost;
    }
}

Sums Samples::atMost(double limit) const
{
    Sums sums;
    std::vector<quint32> hits;
    for (const auto& run : m_runs) {
        hits.assign(run->sizes.size(), 0);
        const size_t end = placeOf(limit, run->values).atMost;
        for (size_t i = 0; i < end; ++i)
            ++hits[run->clusters[i]];
        for (size_t i = 0; i < hits.size(); ++i)
            sums.add(hits[i], run->sizes[i]);
    }
    return sums;
}

bool Samples::operator==(const Samples& other) const
{
    return std::ranges::equal(m_runs, other.m_runs,
                              [](const auto& left, const auto& right) { return *left == *right; });
}

} // namespace assay
