// SPDX-License-Identifier: GPL-3.0-or-later
// Instants are UTC milliseconds everywhere. What needs "now" is given a Clock, so tests choose the time.
#pragma once

#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace assay {

using Milliseconds = std::chrono::milliseconds;
using UtcTime = std::chrono::sys_time<Milliseconds>;

/// Gives the present instant.
using Clock = std::function<UtcTime()>;

/// The computer's own clock.
Clock systemClock();

inline qint64 toEpochMs(UtcTime time)
{
    return time.time_since_epoch().count();
}

inline UtcTime fromEpochMs(qint64 ms)
{
    return UtcTime(Milliseconds(ms));
}

/// Reads RFC 3339 with `Z` or an offset, at most milliseconds kept; nothing for any other text (an offset is
/// never guessed).
std::optional<UtcTime> parseRfc3339(QStringView text);

/// `2026-04-19T22:00:00.000Z`
QString toRfc3339(UtcTime time);

} // namespace assay
