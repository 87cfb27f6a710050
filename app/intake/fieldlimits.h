// SPDX-License-Identifier: GPL-3.0-or-later
// What every textual source of generations is held to, logs and tables alike. Pure.
#pragma once

#include <QString>

#include <algorithm>

namespace assay {

/// No single answer takes longer; keeps the sums of a workspace far inside 64 bits.
inline constexpr qint64 kMaxDurationMs = 31 * 86'400'000LL;

/// An ISO 4217 code, by its shape.
inline bool isCurrencyCode(const QString& code)
{
    return code.size() == 3 && std::ranges::all_of(code, [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

} // namespace assay
