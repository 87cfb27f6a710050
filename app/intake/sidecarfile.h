// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the files beside an image that its generator may have written about it, and fills from the first that
// speaks what the image itself leaves open. Free functions, for any thread.
#pragma once

#include "app/metadata/metadatareader.h"

namespace assay {

/// For an image without a prompt: `<base>.txt`, `<base>.json` or Fooocus' `log.html`, of the same folder.
/// What the image says itself stays as it is; the text of the sidecar is added to the raw text. In a watched
/// folder one that changed within a second of `watchedAt` is left out: it may still be written, and is told
/// when it is whole.
void fillFromSidecar(const QString& imagePath, std::optional<UtcTime> watchedAt, FileMetadata& metadata);

/// What a file beside images is by its name: of the image with the same base name, or of all of its folder.
enum class SidecarName { None, OfOne, OfFolder };

SidecarName sidecarName(const QString& path);

/// Whether a file beside the image gives a prompt, and another text than the one that stands in
/// `rawMetadata`. Without any sidecar's text in there the image is not described by one: then not.
bool hasOtherSidecar(const QString& imagePath, const QString& rawMetadata);
/// Whether a file beside the image gives a prompt.
bool hasSidecar(const QString& imagePath);

/// The image that this file is a sidecar of: it has the same base name, and the file reads as what a
/// generator says about one. Nothing for any other file.
std::optional<QString> imageOfSidecar(const QString& path);

} // namespace assay
