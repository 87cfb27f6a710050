// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that a generator wrote into a file beside its image, with the same base name. Pure functions from
// text to what it says, for any thread; which file belongs to which image is not decided here.
#pragma once

#include "app/metadata/metadatareader.h"

namespace assay {

/// A `.txt`: Automatic1111's text, Easy Diffusion's labelled lines, or CompVis' prompt with Width, Height and
/// Seed below. Nothing for any other text: a caption is not the prompt. Format and size stay unknown.
std::optional<FileMetadata> readTextSidecar(const QString& text);

/// A `.json` of any generator whose JSON is known inside images, a ComfyUI graph among them.
std::optional<FileMetadata> readJsonSidecar(const QString& text);

} // namespace assay
