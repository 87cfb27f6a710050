// SPDX-License-Identifier: GPL-3.0-or-later
// What the programs that made the sample's pictures write into their files: Automatic1111 web UI for
// Aldertea, ComfyUI for Birchline. Word for word as those programs format it. Pure.
#pragma once

#include "app/sample/plan.h"
#include "app/sample/pngtext.h"

namespace assay::sample {

/// The texts of the attempt's PNG, `side` pixels wide and high.
QList<NamedText> textsOf(const Attempt& attempt, int side);

} // namespace assay::sample
