// SPDX-License-Identifier: GPL-3.0-or-later
// Some generations, as they were selected, with their verdicts: as JSONL that can be imported again, or as a
// table for spreadsheets. Any thread with a connection of its own.
#pragma once

#include "app/base/result.h"
#include "app/domain/ids.h"

#include <QList>

#include <atomic>

class QIODevice;

namespace assay {

class Database;

enum class SelectionFormat { Csv, Jsonl };

/// In the order given; those that are gone are left out. Looks at `isCancelled` in between and then ends with
/// Cancelled.
Result<void> exportSelection(const Database& database, const QList<GenerationId>& ids, SelectionFormat format,
                             QIODevice& device, const std::atomic_bool& isCancelled);

/// The same into a file that is there whole or not at all. The format goes by its name: *.jsonl, else a
/// table.
Result<void> exportSelectionTo(const QString& path, const Database& database, const QList<GenerationId>& ids,
                               const std::atomic_bool& isCancelled);

} // namespace assay
