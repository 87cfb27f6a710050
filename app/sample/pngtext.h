// SPDX-License-Identifier: GPL-3.0-or-later
// Puts named texts into PNG bytes as Pillow's PngInfo.add_text does, which the real programs use:
// uncompressed tEXt where the text is Latin-1, else uncompressed iTXt in UTF-8; after IHDR, before the
// pixels. (Qt's own writer compresses longer texts, which those programs do not.) Pure.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace assay::sample {

struct NamedText
{
    QString keyword;
    QString text;
};

/// `png` must be a complete PNG that starts with IHDR; anything else is a programming error.
QByteArray withTexts(const QByteArray& png, const QList<NamedText>& texts);

} // namespace assay::sample
