// SPDX-License-Identifier: GPL-3.0-or-later
// The properties of an XMP packet as flat texts, by their qualified names. Read as plain XML: Exiv2's XMP
// parser keeps state for the whole process, which threads would have to share. Free function, for any thread.
#pragma once

#include "app/metadata/container.h"

namespace assay {

struct XmpReading
{
    QList<NamedText> texts; ///< what was read up to a problem stays
    QString problem;        ///< empty: none
};

XmpReading readXmp(QByteArrayView packet);

} // namespace assay
