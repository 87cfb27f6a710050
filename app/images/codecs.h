// SPDX-License-Identifier: GPL-3.0-or-later
// Decoders for the formats that Qt has none for; internal to app/images. Each looks at the size in the header
// before it lets a pixel be allocated. Upright, full size, with their colour space. Free functions without
// state, for any thread.
#pragma once

#include "app/images/imagedecoder.h"

namespace assay {

/// Set if the header's size can't be (Damaged) or is over the limit (TooLarge).
std::optional<Error> sizeProblem(QSize size, const DecodeOptions& options);

Result<DecodedImage> decodeAvif(const QByteArray& bytes, const DecodeOptions& options);
Result<DecodedImage> decodeJxl(const QByteArray& bytes, const DecodeOptions& options);

} // namespace assay
