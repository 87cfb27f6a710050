// SPDX-License-Identifier: GPL-3.0-or-later
// World: what is true for a client at an instant (model, quality, speed), and one attempt made under it. The
// incidents of the sample live here and nowhere else. Value type, pure.
#pragma once

#include "app/sample/clients.h"
#include "app/sample/plan.h"

namespace assay::sample {

/// How one request goes: what an asset's cycle asks for, before any attempt.
struct Order
{
    int client = 0; ///< place in sampleClients()
    QString asset;
    Brief brief;
    double difficulty = 1; ///< factor on what goes wrong
    quint64 look = 0;
    int cycle = 1;
    QString model;
    UtcTime promptWrittenAt{};
};

class World
{
public:
    explicit World(const PlanRequest& request);

    UtcTime weekStart(int week) const { return m_starts.at(week); } ///< week 16 is the end
    int weekOf(UtcTime time) const;
    UtcTime changeAt() const;
    bool isEmpty(int client, int week) const { return client == 1 && week == kEmptyWeek; }

    /// The model that serves a new cycle.
    QString modelFor(int client, UtcTime time, Random& random) const;
    double missRatio(const Order& order) const;
    Change change() const;
    QList<GpuSample> gpuSamples() const;

    /// Fills in all that the order and chance decide; ids and candidate numbers are the caller's.
    Attempt attempt(const Order& order, UtcTime at, Random& random) const;

private:
    void decideOutcome(Attempt& attempt, const Order& order, Random& random) const;
    void scoreImage(Attempt& attempt, const Order& order, Random& random) const;

    QList<UtcTime> m_starts;
    int m_side = 0;
    quint64 m_seed = 0; ///< of what has no order: the GPU samples
};

} // namespace assay::sample
