// SPDX-License-Identifier: GPL-3.0-or-later
// Whether an instant that something claims for itself can be believed. A single one of the year 1 or 9999
// would stretch every weekly series over thousands of weeks. Pure.
#pragma once

#include "app/base/clock.h"

namespace assay {

/// Whether something that is past at `now` can have happened at `time`: from the year 2000 on, and with a
/// day's allowance for clocks that run ahead.
inline bool isPlausible(UtcTime time, UtcTime now)
{
    constexpr UtcTime earliest{std::chrono::sys_days(std::chrono::year(2000) / 1 / 1)};
    return time >= earliest && time <= now + std::chrono::hours(24);
}

} // namespace assay
