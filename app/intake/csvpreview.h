// SPDX-License-Identifier: GPL-3.0-or-later
// What would become of a table's first rows under a mapping: taken, or refused and why. The rows are read by
// the import's own reader, so the import says the same. Pure; any thread.
#pragma once

#include "app/base/clock.h"
#include "app/intake/csvguess.h"

namespace assay {

struct CsvPreviewRow
{
    enum class Fate { Taken, VerdictRefused, Refused };

    CsvRow row;
    Fate fate = Fate::Taken;
    QString reason; ///< of a refusal; technical English
};

struct CsvPreview
{
    static constexpr int kRows = 20;

    QList<CsvPreviewRow> rows;                 ///< the first kRows
    qsizetype looked = 0;                      ///< how many rows of the sample were tried
    qsizetype refused = 0;                     ///< of those, whole rows and verdicts alone
    std::optional<CsvPreviewRow> firstRefused; ///< may be behind the rows that are shown
};

CsvPreview previewCsv(const CsvSample& sample, const CsvMapping& mapping, const Clock& clock);

/// One column for each header, in the table's order: as the mapping says, kept where it says nothing.
QList<CsvColumn> columnsOf(const CsvMapping& mapping, const QStringList& headers);

} // namespace assay
