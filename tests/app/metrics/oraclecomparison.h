// SPDX-License-Identifier: GPL-3.0-or-later
// Compares the judged weeks of a view with what the reference says of the same log. Test support, one thread.
#pragma once

#include "app/metrics/comparison.h"
#include "app/metrics/weeklyseries.h"

#include <QJsonObject>
#include <QStringList>

namespace assay::test {

/// The same for before and after one change: `theirs` is the reference's table by metric.
QStringList differences(const PerMetric<ComparedMetric>& ours, const QJsonObject& theirs);

/// Every difference in one sentence each: counts exactly, values to 1e-9 relative. Empty: equal.
QStringList differences(const std::vector<JudgedWeek>& weeks, const QJsonObject& view);

} // namespace assay::test
