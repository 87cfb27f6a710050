// SPDX-License-Identifier: GPL-3.0-or-later
// Easy Diffusion's settings from wherever they were collected: image, JSON sidecar, text sidecar. Pure
// function, for any thread.
#pragma once

#include "app/metadata/generatorreader.h"

namespace assay {

/// `named` by the program's keys or its labels; nothing without its model key.
std::optional<Reading> readEasyDiffusionFields(const QJsonObject& named);

} // namespace assay
