// SPDX-License-Identifier: GPL-3.0-or-later
// The alerts that fire in a view and the patterns that hold, as one line each. Main thread only.
#pragma once

#include "app/report/weekreview.h"

#include <QStringList>

namespace assay {

/// "2026-W40 firing since 2026-W38: Acceptance rate 24.1 % (3-week), -31 % from its baseline of 35.2 %. Of
/// ..."; without the brackets where one week was judged and nothing was converted.
QString alertLine(const FiringAlert& alert, const Acknowledgement* acknowledgement);

QStringList patternLines(std::span<const JudgedWeek> weeks);

} // namespace assay
