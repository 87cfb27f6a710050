// SPDX-License-Identifier: GPL-3.0-or-later
// Texts hidden in the lowest bits of pixels ("stealth"): column by column, the highest bit of a byte first, a
// signature, 32 bits with the length in bits, the payload. Knows no image format: whoever has the pixels
// hands them in as a PixelSource. Free of state, for any thread.
#pragma once

#include "app/metadata/container.h"

namespace assay {

/// The pixels of one picture, decoded only as far as they are asked for.
class PixelSource
{
public:
    virtual ~PixelSource() = default;

    virtual QSize size() const = 0;
    virtual bool hasAlpha() const = 0;

    /// The leftmost `columns` of the first `rows` rows, row by row, four bytes R G B A a pixel, never
    /// premultiplied; empty if they can't be decoded. Both numbers lie inside the size.
    virtual QByteArray leftPart(int columns, int rows) = 0;
};

/// The texts the pixels hold, as the generator would have written them into the file; none for nearly all
/// pictures. That there are none is known from the first 40 pixels, or 120 of a picture with alpha.
QList<NamedText> stealthTexts(PixelSource& pixels);

/// The same for a file that is open for reading: PNG with 8 bits a channel, and lossless WebP. None for
/// others.
QList<NamedText> stealthTextsOfFile(QIODevice& device, ContainerFormat format);

} // namespace assay
