// SPDX-License-Identifier: GPL-3.0-or-later
// Judged weeks as a table for spreadsheets, the same from the window and the command line. Pure, any thread.
#pragma once

#include "app/report/weeklyview.h"

#include <span>
#include <vector>

namespace assay {

/// RFC 4180, a heading and one line for each week and metric; numbers with a point, unknown is empty. Text
/// that a spreadsheet would run as a formula is made harmless. A week with several currencies has no cost per
/// accepted image, but a line for each currency behind it.
/// `metrics`: only these; empty: all.
QString metricsCsv(const WeeklyView& view, std::span<const JudgedWeek> weeks,
                   const std::vector<MetricId>& metrics = {});

} // namespace assay
