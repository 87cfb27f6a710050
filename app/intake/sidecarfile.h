// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the files beside an image that its generator may have written about it, and fills from the first that
// speaks what the image itself leaves open. Free functions, for any thread.
#pragma once

#include "app/metadata/metadatareader.h"

namespace assay {

/// For an image without a prompt: `<base>.txt`, then `<base>.json`, of the same folder. What the image says
/// itself stays as it is; the text of the sidecar is added to the raw text.
void fillFromSidecar(const QString& imagePath, FileMetadata& metadata);

} // namespace assay
