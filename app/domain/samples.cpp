// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/samples.h"

#include <algorithm>

namespace assay {

namespace {

/// What is left of a run: from rank `first` until before `last`.
struct Left
{
    const SampleRun* run = nullptr;
    size_t first = 0;
    size_t last = 0;

    size_t size() const { return last - first; }
    SamplePlace placeOf(double value) const { return run->placeOf(value, first, last); }
};

} // namespace

Samples::Samples(SampleRun run)
{
    if (run.count() > 0)
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
        count += run->count();
    return static_cast<qint64>(count);
}

double Samples::at(qint64 rank) const
{
    Q_ASSERT(rank >= 1 && rank <= count());
    auto wanted = static_cast<size_t>(rank);
    if (m_runs.size() == 1)
        return m_runs.front()->value(wanted - 1);
    std::vector<Left> left;
    for (const auto& run : m_runs)
        left.push_back({run.get(), 0, run->count()});
    std::vector<SamplePlace> places(left.size());
    // Each round compares with the middle of the longest range and drops what can't be it.
    for (;;) {
        const Left& longest = *std::ranges::max_element(left, {}, &Left::size);
        const double pivot = longest.run->value(longest.first + longest.size() / 2);
        SamplePlace total;
        for (size_t i = 0; i < left.size(); ++i) {
            places[i] = left[i].placeOf(pivot);
            total.below += places[i].below;
            total.atMost += places[i].atMost;
        }
        if (wanted > total.below && wanted <= total.atMost)
            return pivot;
        const bool isBelow = wanted <= total.below;
        for (size_t i = 0; i < left.size(); ++i) {
            if (isBelow)
                left[i].last = left[i].first + places[i].below;
            else
                left[i].first += places[i].atMost;
        }
        if (!isBelow)
            wanted -= total.atMost;
    }
}

Sums Samples::atMost(double limit) const
{
    Sums sums;
    for (const auto& run : m_runs) {
        const std::vector<quint32> hits = run->hits(run->placeOf(limit, 0, run->count()).atMost);
        for (size_t i = 0; i < hits.size(); ++i)
            sums.add(hits[i], run->sizes()[i]);
    }
    return sums;
}

bool Samples::operator==(const Samples& other) const
{
    return std::ranges::equal(m_runs, other.m_runs,
                              [](const auto& left, const auto& right) { return *left == *right; });
}

} // namespace assay
