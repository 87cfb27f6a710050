// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metrics/definition.h"

#include <QString>

#include <algorithm>

namespace assay {

namespace {

/// Every entry stands at the place that its name has in the enumeration.
constexpr bool isInOrder()
{
    for (size_t i = 0; i < kMetricTable.size(); ++i) {
        if (index(kMetricTable[i].id) != i)
            return false;
    }
    return true;
}

static_assert(isInOrder());

} // namespace

const PerMetric<Definition>& definitions()
{
    return kMetricTable;
}

const Definition& definition(MetricId id)
{
    return kMetricTable[index(id)];
}

std::optional<MetricId> metricFromTextId(QStringView textId)
{
    const auto found = std::ranges::find_if(
        kMetricTable, [textId](const Definition& metric) { return textId == QLatin1String(metric.textId); });
    if (found == kMetricTable.end())
        return std::nullopt;
    return found->id;
}

} // namespace assay
