// SPDX-License-Identifier: GPL-3.0-or-later
// The alert of one metric in one view and epoch (METRICS.md section 4): inactive, pending, firing, resolved;
// one step per judged week. A week that is not judged takes no step. Pure functions, any thread;
// acknowledgement is not here.
#pragma once

#include "app/base/isoweek.h"
#include "app/metrics/band.h"

#include <optional>

namespace assay {

enum class AlertState { Inactive, Pending, Firing, Resolved };

QString toText(AlertState state); ///< "inactive", "pending", "firing", "resolved"

struct Alert
{
    AlertState state = AlertState::Inactive;
    std::optional<IsoWeek> since{}; ///< the week that brought this state; nothing while inactive

    bool isOpen() const { return state == AlertState::Pending || state == AlertState::Firing; }
    bool operator==(const Alert&) const = default;
};

/// The alert after one more judged week.
[[nodiscard]] Alert afterWeek(const Alert& before, const Judgement& judgement, IsoWeek week);

} // namespace assay
