// SPDX-License-Identifier: GPL-3.0-or-later
// How judged weeks and comparisons are printed. Pure; unknown is a dash in the table and null in JSON.
#pragma once

#include "app/report/changecomparison.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <span>

namespace assay {

/// RFC 4180, a heading and one line for each week and metric; numbers with a point, unknown is empty. Text
/// that a spreadsheet would run as a formula is made harmless. A week with several currencies has no cost per
/// accepted image, but a line for each currency behind it.
QString metricsCsv(const WeeklyView& view, std::span<const JudgedWeek> weeks);

/// The first `names` columns at the left, numbers at the right. All rows have the same columns.
QString alignedRows(const QList<QStringList>& rows, int names);

/// {metric: {before, after, verdict, diff, change, ci, p}}
QJsonObject comparisonJson(const ChangeComparison& comparison);

/// {client, zone, weeks: [{week, epoch, role, provisional, changes, counts, patterns, metrics}],
/// changes: {id: comparison}}
QByteArray metricsJson(const WeeklyView& view, std::span<const JudgedWeek> weeks,
                       std::span<const ChangeComparison> comparisons);

} // namespace assay
