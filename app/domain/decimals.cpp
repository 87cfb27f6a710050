// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/decimals.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace assay {

namespace {

constexpr std::array kScales{1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6}; ///< by decimals

bool isInteger(double value, double scale)
{
    if (!(std::abs(value * scale) <= std::numeric_limits<qint32>::max()))
        return false;
    const auto scaled = static_cast<double>(wholeNumber(value, scale));
    return scaled / scale == value && !(scaled == 0 && std::signbit(value));
}

} // namespace

quint8 decimalsOf(std::span<const double> values)
{
    for (size_t decimals = 0; decimals < kScales.size(); ++decimals) {
        const double scale = kScales[decimals];
        if (std::ranges::all_of(
                values, [scale](double value) { return std::isnan(value) || isInteger(value, scale); }))
            return static_cast<quint8>(decimals);
    }
    return kAllDigits;
}

bool isDecimals(quint8 decimals)
{
    return decimals < kScales.size() || decimals == kAllDigits;
}

double decimalScale(quint8 decimals)
{
    return kScales[decimals];
}

} // namespace assay
