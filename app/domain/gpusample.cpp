// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/gpusample.h"

#include <map>

namespace assay {

std::vector<GpuDay> gpuDays(std::span<const GpuSample> samples, const WeekCalendar& calendar)
{
    std::map<QDate, GpuDay> byDay;
    for (const GpuSample& sample : samples) {
        const QDate date = calendar.localDate(sample.startedAt);
        GpuDay& day = byDay.try_emplace(date, GpuDay{.day = date}).first->second;
        const qint64 duration = sample.duration.count();
        day.busy += sample.utilisation * static_cast<double>(duration);
        day.duration += duration;
    }
    std::vector<GpuDay> days;
    for (const auto& [date, day] : byDay)
        days.push_back(day);
    return days;
}

} // namespace assay
