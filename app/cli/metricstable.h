// SPDX-License-Identifier: GPL-3.0-or-later
// The judged weeks as a person reads them in a terminal: a metric a line, the weeks beside each other, and
// how the newest of them stands. All numbers are in the CSV. Pure.
#pragma once

#include "app/metrics/weeklyseries.h"

#include <QString>

#include <span>

namespace assay {

/// So many weeks stand beside each other in 120 columns; of more, there are several tables below each other.
inline constexpr size_t kWeeksBeside = 4;

/// Of at least one week. Numbers end at the right, with their units; marks have a place of their own.
QString metricsTable(std::span<const JudgedWeek> weeks);

} // namespace assay
