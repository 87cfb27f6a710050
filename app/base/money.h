// SPDX-License-Identifier: GPL-3.0-or-later
// Money: an exact amount in integer micro-units (10^-6) of one currency. Amounts of two currencies are never
// added.
#pragma once

#include <QString>

#include <optional>

namespace assay {

struct Money
{
    qint64 micro = 0;
    QString currency; ///< ISO 4217, for example "EUR"

    bool operator==(const Money&) const = default;
};

/// Reads a decimal string ("0.040000", "12", "-1.5") exactly, rounding half to even beyond six places.
/// Nothing for text that is no decimal number or, so that sums never overflow, a million or more.
std::optional<qint64> parseMicro(QStringView text);

/// The decimal string with six places: "0.040000".
QString microToString(qint64 micro);

} // namespace assay
