// SPDX-License-Identifier: GPL-3.0-or-later
// Generations as the metrics see them, with the review in force: the columns and how a row of them is read.
// Any thread. It runs no statement of its own.
#pragma once

#include "app/domain/cellsums.h"
#include "app/store/statement.h"

#include <QString>

namespace assay {

/// How many columns observationColumns() names.
inline constexpr int kObservationColumns = 13;

/// The columns that readObservation() reads, of `generations g LEFT JOIN reviews r ON r.id = g.review_id`.
QString observationColumns();

/// From the row's first columns.
Observation readObservation(const Statement& row);

} // namespace assay
