// SPDX-License-Identifier: GPL-3.0-or-later
// One value per metric, and the place of each. The metrics stand in domain/metrictable. Plain values.
#pragma once

#include "app/domain/metrictable.h"

#include <array>
#include <cstddef>

namespace assay {

inline constexpr int kMetricCount = static_cast<int>(kMetricTable.size());

/// One value per metric: `table[index(MetricId::Adherence)]`.
template<typename T>
using PerMetric = std::array<T, kMetricCount>;

constexpr size_t index(MetricId id)
{
    return static_cast<size_t>(id);
}

} // namespace assay
