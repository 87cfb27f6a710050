// SPDX-License-Identifier: GPL-3.0-or-later
// What lies before and after a change, as the comparison sees it. Plain values.
#pragma once

#include "app/domain/cellsums.h"

#include <vector>

namespace assay {

struct SentObservation
{
    UtcTime sentAt{};
    Observation observation{};
};

/// An asset with a generation in the window.
struct ComparedAsset
{
    AssetId id{};
    UtcTime firstSentAt{}; ///< of all its generations, also outside the window
    UtcTime lastSentAt{};
    UtcTime promptWrittenAt{};
    std::optional<UtcTime> acceptedAt{}; ///< for the first time; whenever
    int acceptedCycle = 1;
};

/// What lies in the window: the generations in the order in which they came.
struct ComparedRows
{
    std::vector<SentObservation> generations{};
    std::vector<ComparedAsset> assets{};
    std::vector<GpuSample> gpuSamples{};
};

} // namespace assay
