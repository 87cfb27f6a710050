// SPDX-License-Identifier: GPL-3.0-or-later
// How cells of a spreadsheet are read: numbers with either decimal mark, times in the shapes that
// spreadsheets write, words for outcomes and verdicts. Pure. A cell that can be read in two ways is read only
// when the rules say how.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/domain/generation.h"
#include "app/domain/review.h"
#include "app/intake/csvmapping.h"

#include <QTimeZone>

namespace assay {

/// Empty, or one of the marks that people write for "not known": "-", "n/a", "unbekannt", ...
bool saysUnknown(QStringView cell);

/// "1.234,50" -> "1234.50". Nothing for what is no number, or for "1,234" while the mark is not chosen.
/// Groups of thousands must have three digits; spaces and apostrophes separate them too.
std::optional<QString> plainDecimal(QStringView cell, std::optional<DecimalMark> mark);

struct CsvTimeRules
{
    std::optional<DateOrder> order;
    std::optional<DecimalMark> decimal; ///< of day numbers
    QTimeZone zone;                     ///< of times without an offset; invalid: none was chosen
};

/// ISO 8601 with or without offset, 4.3.2026 14:30, 3/4/2026 2:30 PM, 4 Mar 2026, Excel's day numbers (1900
/// system), Unix seconds or milliseconds. A date alone is the start of its day. A local time that a change of
/// clocks skips is Invalid; one that it repeats is taken as the first of the two.
Result<UtcTime> readCsvTime(QStringView cell, const CsvTimeRules& rules);

/// What a table's times leave open, for guessing.
struct CsvTimeNeeds
{
    bool isTime = false;
    bool needsZone = false;
    std::optional<DateOrder> tellsOrder; ///< 25/4/2026 can be read in one way
    bool needsOrder = false;             ///< 3/4/2026
};
CsvTimeNeeds csvTimeNeeds(QStringView cell);

/// "ok", "success", "failed", "timeout", "blocked", ...
std::optional<GenerationStatus> csvStatus(QStringView cell);
/// "accepted", "approved", "ja", "rework", "nein", ...
std::optional<Disposition> csvDisposition(QStringView cell);
/// "pending", "offen", ...: nobody has judged it.
bool saysUndecided(QStringView cell);

} // namespace assay
