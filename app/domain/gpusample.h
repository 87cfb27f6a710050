// SPDX-License-Identifier: GPL-3.0-or-later
// A GPU utilisation sample of the whole fleet (LOG_FORMAT.md, `gpu`).
#pragma once

#include "app/base/clock.h"

#include <QString>

namespace assay {

struct GpuSample
{
    UtcTime startedAt{};
    Milliseconds duration{};
    QString node;
    double utilisation = 0; ///< mean over the sample, 0..1

    bool operator==(const GpuSample&) const = default;
};

} // namespace assay
