// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metrics/attribution.h"

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

/// A part on one side: its share of the denominator, and what it adds to the overall value.
struct PartSide
{
    double share = 0;
    double contribution = 0;
};

PartSide sideOf(const Sums& part, const Sums& all)
{
    const double n = static_cast<double>(all.n);
    return {static_cast<double>(part.n) / n, part.y / n};
}

double valueOf(const Sums& sums)
{
    return sums.y / static_cast<double>(sums.n);
}

bool isSmall(const PartSums& part)
{
    return std::max(part.before.clusters, part.after.clusters) < kShownPartClusters;
}

/// A part of its own for each that is large enough, and one for the others.
std::vector<AttributedPart> shownParts(std::span<const PartSums> parts)
{
    std::vector<AttributedPart> shown;
    AttributedPart others;
    for (const PartSums& part : parts) {
        if (!isSmall(part)) {
            shown.push_back({.name = part.name, .before = part.before, .after = part.after});
            continue;
        }
        ++others.pooled;
        others.before += part.before;
        others.after += part.after;
    }
    if (others.pooled > 0)
        shown.push_back(std::move(others));
    return shown;
}

void setEffects(AttributedPart& part, const Sums& before, const Sums& after)
{
    const PartSide first = sideOf(part.before, before);
    const PartSide second = sideOf(part.after, after);
    const double overall = (valueOf(before) + valueOf(after)) / 2;
    const double gain = second.share - first.share;
    const double effect = second.contribution - first.contribution - overall * gain;
    if (part.before.n > 0 && part.after.n > 0) {
        const double movement = valueOf(part.after) - valueOf(part.before);
        part.rateEffect = (first.share + second.share) / 2 * movement;
    } else if (part.before.n == 0 && part.after.n == 0) {
        part.rateEffect = effect; // it only costs: nothing was accepted on either side
    }
    part.mixEffect = effect - part.rateEffect;
}

} // namespace

std::vector<AttributedPart> attribution(std::span<const PartSums> parts)
{
    Sums before;
    Sums after;
    for (const PartSums& part : parts) {
        before += part.before;
        after += part.after;
    }
    if (before.n == 0 || after.n == 0)
        return {};
    std::vector<AttributedPart> shown = shownParts(parts);
    for (AttributedPart& part : shown)
        setEffects(part, before, after);
    std::ranges::stable_sort(shown, [](const AttributedPart& left, const AttributedPart& right) {
        return std::abs(left.effect()) > std::abs(right.effect());
    });
    return shown;
}

} // namespace assay
