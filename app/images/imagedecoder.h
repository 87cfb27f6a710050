// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes in, picture or typed error out: header first, limits before any pixel is allocated, format by
// content, EXIF orientation applied, colours in sRGB. Free functions without state of their own, for any
// thread, so that decoding can move into a process of its own. Keeps nothing and caches nothing.
#pragma once

#include "app/base/result.h"

#include <QImage>

#include <optional>

namespace assay {

struct DecodeOptions
{
    /// The longest sides wanted; the picture is never enlarged. Empty: full size.
    QSize fitInto;
    /// More pixels than this are refused by the header alone.
    qint64 maxPixels = 200'000'000;
};

struct DecodedImage
{
    QImage image;   ///< never null; RGB32, or premultiplied ARGB32 if it has transparency
    QSize fullSize; ///< the picture's own size, upright
    /// Set if the file is broken or cut short: `image` then holds the part that could be decoded.
    std::optional<Error> damage;
};

/// Errors: Unsupported (no picture format, or none with a decoder here), TooLarge (over the limits), Damaged
/// (nothing could be decoded). The subject is left empty.
Result<DecodedImage> decodeImage(const QByteArray& bytes, const DecodeOptions& options = {});

/// The same from a file, with its path as the subject; also NotFound, NoPermission, Io.
Result<DecodedImage> decodeImageFile(const QString& path, const DecodeOptions& options = {});

} // namespace assay
