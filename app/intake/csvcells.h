// SPDX-License-Identifier: GPL-3.0-or-later
// CsvCells: one row's cells by the field they are of, and the first rule that one of them breaks. Lives only
// as long as the row.
#pragma once

#include "app/intake/csvmapping.h"

#include <QHash>

namespace assay {

struct CsvCells
{
    const CsvRow& row;
    const QHash<CsvField, qsizetype>& columns;
    const QStringList& headers;
    std::optional<DecimalMark> decimal;
    QString problem;

    /// Without white space around; empty where there is no such column.
    QString text(CsvField field) const;
    /// The same, but empty for a mark that means "not known".
    QString known(CsvField field) const;
    /// A plain decimal; a problem for what is no number.
    std::optional<QString> plain(CsvField field);
    std::optional<double> number(CsvField field);
    /// A whole number from 1 on.
    std::optional<int> ordinal(CsvField field);

    void refuse(CsvField field, const QString& rule);
    /// The words for a cell that could not be read as a number.
    QString notANumber(const QString& cell) const;
};

/// An amount and what stands beside it: "$", "EUR" and the like.
struct CsvAmount
{
    QString number;
    QString currency; ///< a code, or a sign that means one of many
};
CsvAmount csvAmount(const QString& cell);

} // namespace assay
