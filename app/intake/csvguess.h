// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of a table probably mean, from their headers (English and German) and their first rows,
// and what a mapping leaves open for those rows. Pure.
#pragma once

#include "app/intake/csvmapping.h"

namespace assay {

/// The rows that a guess looks at, and no more of each.
struct CsvSample
{
    static constexpr int kRows = 1000;

    QStringList headers;
    QList<CsvRow> rows;
};

/// What somebody has to say before a table can be imported.
enum class CsvQuestion {
    SentAt,      ///< no column says when
    Content,     ///< no column has a prompt, an image or an id
    SameField,   ///< two columns are the same field
    Zone,        ///< times without an offset
    DateOrder,   ///< 3/4/2026
    Decimal,     ///< 1,234
    LatencyUnit, ///< a column that may be milliseconds or seconds
    Currency,    ///< costs without one
    ReviewedAt,  ///< verdicts without a date
};

/// Technical English, for programs without a window.
QString csvQuestionText(CsvQuestion question);

/// What the data does not tell is left open.
CsvMapping guessCsvMapping(const CsvSample& sample);
QList<CsvQuestion> csvQuestions(const CsvMapping& mapping, const CsvSample& sample);

} // namespace assay
