// SPDX-License-Identifier: GPL-3.0-or-later
// Easy Diffusion's settings from wherever they were collected: image, JSON sidecar, text sidecar. Pure
// functions, for any thread.
#pragma once

#include "app/metadata/generatorreader.h"

namespace assay {

/// `named` by the program's keys or its labels; nothing without its model key.
std::optional<Reading> readEasyDiffusionFields(const QJsonObject& named);

/// The same without asking for the model: for texts that share its labels.
Reading readLabelledFields(const QJsonObject& named);

} // namespace assay
