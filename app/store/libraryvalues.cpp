// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/libraryvalues.h"

#include <algorithm>

namespace assay {

namespace {

constexpr size_t kPercent = 95;

template<typename Number>
std::optional<Number> highest(std::vector<Number>& values)
{
    if (values.empty())
        return std::nullopt;
    const size_t rank = (values.size() * kPercent + 99) / 100;
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(rank) - 1;
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

} // namespace

void LibraryValues::add(const LibraryValue& value)
{
    if (value.costMicro)
        m_costs[value.currency].push_back(*value.costMicro);
    if (!value.isOk)
        return;
    if (value.latencyMs)
        m_latencies.push_back(*value.latencyMs);
    if (value.drift)
        m_drifts.push_back(*value.drift);
}

LibraryThresholds LibraryValues::thresholds() &&
{
    LibraryThresholds limits{.latencyMs = highest(m_latencies), .drift = highest(m_drifts)};
    for (auto costs = m_costs.begin(); costs != m_costs.end(); ++costs)
        limits.costMicro.insert(costs.key(), *highest(costs.value()));
    return limits;
}

} // namespace assay
