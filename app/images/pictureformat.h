// SPDX-License-Identifier: GPL-3.0-or-later
// Which decoder a picture's first bytes ask for, and whether its data goes on to its end. Only the formats
// named here are ever handed to a decoder: what a file is called doesn't count, and formats that can refer to
// other files (SVG, PDF) are not among them. Pure functions over bytes.
#pragma once

#include <QByteArrayView>

namespace assay {

/// The name QImageReader knows the format by ("png", "jpeg", "webp", ...), or empty.
QByteArray pictureFormat(QByteArrayView bytes);

enum class Completeness {
    Complete, ///< the format's end mark is there
    Cut,      ///< the bytes end before it
    Unknown,  ///< a format without an end mark that we look for
};

/// Decoders pass over a missing end in silence (JPEG fills with grey), so it is looked for here.
Completeness completeness(QByteArrayView bytes);

} // namespace assay
