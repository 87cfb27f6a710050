// SPDX-License-Identifier: GPL-3.0-or-later
// Generations as the metrics see them, with the review in force: the columns and how a row of them is read.
// Any thread. It runs no statement of its own.
#pragma once

#include "app/domain/cellsums.h"
#include "app/domain/exchangerate.h"
#include "app/store/statement.h"

#include <QString>

namespace assay {

/// How many columns observationColumns() names.
inline constexpr int kObservationColumns = 14;

/// Which of them tells when it was sent.
inline constexpr int kSentAtColumn = 13;

/// The columns that readObservation() reads, of `generations g LEFT JOIN reviews r ON r.id = g.review_id`.
QString observationColumns();

/// From the row's first columns, its cost converted where `exchange` has a rate.
Observation readObservation(const Statement& row, const ExchangeTable& exchange);

} // namespace assay
