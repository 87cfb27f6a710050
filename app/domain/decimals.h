// SPDX-License-Identifier: GPL-3.0-or-later
// Reals that are decimals of few digits, as measured values mostly are: with how many digits they are whole
// numbers of 32 bits, so that blobs keep them small and exactly. Pure functions, any thread.
#pragma once

#include <QtGlobal>

#include <span>

namespace assay {

/// In place of a number of decimals: they are doubles of all digits.
inline constexpr quint8 kAllDigits = 255;

/// The fewest decimals with which all values, but for those that are not a number, are whole numbers of 32
/// bits; kAllDigits when there is no such number.
quint8 decimalsOf(std::span<const double> values);

/// Whether decimalsOf() may have said so.
bool isDecimals(quint8 decimals);

/// How many of the last decimal make 1.
double decimalScale(quint8 decimals);

/// How many of the last decimal a value of at most 32 bits is.
inline qint64 wholeNumber(double value, double scale)
{
    const double scaled = value * scale;
    return static_cast<qint64>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
}

} // namespace assay
