// SPDX-License-Identifier: GPL-3.0-or-later
// Where a movement happened (METRICS.md section 7): the movement of a rate or ratio from its baseline to a
// week, divided among the values of one dimension such as the clients. Pure function, any thread; it neither
// chooses the dimension nor judges.
#pragma once

#include "app/domain/sums.h"

#include <QString>

#include <span>
#include <vector>

namespace assay {

/// Parts that rest on less on both sides are shown together as "others".
inline constexpr qint64 kShownPartClusters = 10;

struct PartSums
{
    QString name;
    Sums before{};
    Sums after{};
};

struct AttributedPart
{
    QString name;          ///< empty for the others
    int pooled = 0;        ///< how many parts the others are; 0 for a part of its own
    double rateEffect = 0; ///< the part itself got better or worse
    double mixEffect = 0;  ///< there is more or less of it
    Sums before{};
    Sums after{};

    double effect() const { return rateEffect + mixEffect; }
    bool operator==(const AttributedPart&) const = default;
};

/// Shares w and values v of each part: rate effect (w0 + w1)/2 (v1 - v0), mix effect (v0 + v1)/2 (w1 - w0)
/// with the values relative to the overall one. The effects of all parts sum to the movement. Largest first.
/// Empty when a side has no denominator. Kitagawa, JASA 50 (1955) 1168.
std::vector<AttributedPart> attribution(std::span<const PartSums> parts);

} // namespace assay
