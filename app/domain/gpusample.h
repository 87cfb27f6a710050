// SPDX-License-Identifier: GPL-3.0-or-later
// A GPU utilisation sample of the whole fleet (LOG_FORMAT.md, `gpu`), and the sums of a day. Plain values.
#pragma once

#include "app/base/clock.h"
#include "app/base/isoweek.h"

#include <QString>

#include <span>
#include <vector>

namespace assay {

struct GpuSample
{
    UtcTime startedAt{};
    Milliseconds duration{};
    QString node;
    double utilisation = 0; ///< mean over the sample, 0..1

    bool operator==(const GpuSample&) const = default;
};

/// All samples that start on one day of the workspace's clock: one cluster of the utilisation.
struct GpuDay
{
    QDate day{};
    double busy = 0;     ///< milliseconds, sum of utilisation * duration
    qint64 duration = 0; ///< milliseconds

    bool operator==(const GpuDay&) const = default;
};

/// By day; days without a sample are left out.
std::vector<GpuDay> gpuDays(std::span<const GpuSample> samples, const WeekCalendar& calendar);

} // namespace assay
