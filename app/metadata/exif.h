// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of an EXIF block: the tags generators write into. Exiv2 walks the TIFF structure; UserComment's
// bytes are decoded here, because its stated byte order can't be trusted. Free function, for any thread.
#pragma once

#include "app/metadata/container.h"

namespace assay {

/// `tiff` starts with the TIFF header ("II*" or "MM"). Damaged if that is no EXIF.
Result<QList<NamedText>> exifTexts(QByteArrayView tiff);

} // namespace assay
