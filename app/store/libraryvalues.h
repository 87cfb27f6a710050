// SPDX-License-Identifier: GPL-3.0-or-later
// LibraryValues: collects what the generations of a scope took, cost and drifted, and says above what a value
// is among the highest twentieth. Exact, by nearest rank (METRICS.md section 1). Plain, any thread.
#pragma once

#include "app/store/libraryquery.h"

#include <vector>

namespace assay {

struct LibraryValue
{
    bool isOk = true;
    std::optional<qint64> latencyMs{};
    std::optional<qint64> costMicro{};
    QString currency{};
    std::optional<double> drift{};
};

class LibraryValues
{
public:
    /// Of what failed only the cost counts.
    void add(const LibraryValue& value);
    LibraryThresholds thresholds() &&;

private:
    std::vector<qint64> m_latencies;
    QHash<QString, std::vector<qint64>> m_costs;
    std::vector<double> m_drifts;
};

} // namespace assay
