// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/csvcells.h"

#include "app/intake/csvvalues.h"

#include <cmath>

namespace assay {

QString CsvCells::text(CsvField field) const
{
    const auto column = columns.constFind(field);
    return column == columns.cend() ? QString() : row.cells.value(*column).trimmed();
}

QString CsvCells::known(CsvField field) const
{
    const QString cell = text(field);
    return saysUnknown(cell) ? QString() : cell;
}

void CsvCells::refuse(CsvField field, const QString& rule)
{
    if (problem.isEmpty())
        problem = QStringLiteral("column \"%1\": ").arg(headers.value(columns.value(field)).left(60)) + rule;
}

QString CsvCells::notANumber(const QString& cell) const
{
    const bool isOpen = !decimal && plainDecimal(cell, DecimalMark::Point);
    return (isOpen ? QStringLiteral("decimal point or comma? the mapping does not say: ")
                   : QStringLiteral("not a number: ")) +
           cell.left(40);
}

std::optional<QString> CsvCells::plain(CsvField field)
{
    const QString cell = known(field);
    if (cell.isEmpty())
        return std::nullopt;
    auto number = plainDecimal(cell, decimal);
    if (!number)
        refuse(field, notANumber(cell));
    return number;
}

std::optional<double> CsvCells::number(CsvField field)
{
    const auto value = plain(field);
    return value ? std::optional(value->toDouble()) : std::nullopt;
}

std::optional<int> CsvCells::ordinal(CsvField field)
{
    const auto value = number(field);
    if (!value)
        return std::nullopt;
    if (*value < 1 || *value > std::numeric_limits<int>::max() || std::trunc(*value) != *value) {
        refuse(field, QStringLiteral("not a whole number from 1 on: ") + text(field).left(40));
        return std::nullopt;
    }
    return int(*value);
}

CsvAmount csvAmount(const QString& cell)
{
    CsvAmount amount;
    for (const QChar c : cell) {
        if (c.isLetter() || c.category() == QChar::Symbol_Currency)
            amount.currency += c;
        else
            amount.number += c;
    }
    amount.number = amount.number.trimmed();
    amount.currency = amount.currency.toUpper();
    if (amount.currency == QStringLiteral("€") || amount.currency == QLatin1String("EURO"))
        amount.currency = QStringLiteral("EUR");
    if (amount.currency == QStringLiteral("£"))
        amount.currency = QStringLiteral("GBP");
    if (amount.currency == QLatin1String("US$"))
        amount.currency = QStringLiteral("USD");
    return amount;
}

} // namespace assay
