// SPDX-License-Identifier: GPL-3.0-or-later
// From when on a rate holds, as --from says it: a day in the workspace's zone, or an instant.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <QString>

namespace assay {

class Database;

bool isDayOrInstant(const QString& text);

/// Of a text that isDayOrInstant().
Result<UtcTime> validFrom(const Database& database, const QString& text);

} // namespace assay
