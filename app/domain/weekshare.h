// SPDX-License-Identifier: GPL-3.0-or-later
// How many images of a client's week one model and template made. Plain value.
#pragma once

#include "app/base/clock.h"
#include "app/base/isoweek.h"

#include <QString>

namespace assay {

struct WeekShare
{
    QString client{};
    IsoWeek week{};
    QString model{};        ///< empty: unknown
    QString templateName{}; ///< empty: none
    qint64 images = 0;
    UtcTime firstSentAt{}; ///< of the first attempt

    bool operator==(const WeekShare&) const = default;
};

} // namespace assay
