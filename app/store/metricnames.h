// SPDX-License-Identifier: GPL-3.0-or-later
// The names under which metrics are stored. Pure functions, any thread.
#pragma once

#include "app/domain/metricid.h"

#include <QString>

#include <algorithm>
#include <optional>

namespace assay {

inline QString metricTextId(MetricId metric)
{
    return QString::fromLatin1(kMetricTable[index(metric)].textId);
}

/// Nothing for a name of a later version.
inline std::optional<MetricId> metricOfTextId(QStringView textId)
{
    const auto found = std::ranges::find_if(
        kMetricTable, [textId](const Definition& metric) { return textId == QLatin1String(metric.textId); });
    return found == kMetricTable.end() ? std::nullopt : std::optional(found->id);
}

} // namespace assay
