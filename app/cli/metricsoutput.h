// SPDX-License-Identifier: GPL-3.0-or-later
// How judged weeks and comparisons are printed. Pure; unknown is a dash in the table and null in JSON.
#pragma once

#include "app/report/changecomparison.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <span>

namespace assay {

/// The first `names` columns at the left, numbers at the right. All rows have the same columns.
QString alignedRows(const QList<QStringList>& rows, int names);

/// {metric: {before, after, verdict, diff, change, ci, p}}
QJsonObject comparisonJson(const ChangeComparison& comparison);

/// {client, zone, weeks: [{week, epoch, role, provisional, changes, counts, patterns, metrics}],
/// changes: {id: comparison}}
QByteArray metricsJson(const WeeklyView& view, std::span<const JudgedWeek> weeks,
                       std::span<const ChangeComparison> comparisons);

} // namespace assay
