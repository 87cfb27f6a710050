// SPDX-License-Identifier: GPL-3.0-or-later
// How judged weeks are printed. Pure; unknown is a dash in the table and null in JSON.
#pragma once

#include "app/report/weeklyview.h"

#include <QByteArray>
#include <QString>

#include <span>

namespace assay {

/// One line a week, columns aligned, units in the values.
QString metricsTable(std::span<const JudgedWeek> weeks);

/// {client, zone, weeks: [{week, epoch, role, provisional, changes, counts, metrics}]}
QByteArray metricsJson(const WeeklyView& view, std::span<const JudgedWeek> weeks);

} // namespace assay
