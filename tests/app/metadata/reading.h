// SPDX-License-Identifier: GPL-3.0-or-later
// Reads metadata from bytes in memory. For tests only.
#pragma once

#include "app/metadata/metadatareader.h"

#include <QBuffer>

namespace assay {

inline Result<FileMetadata> metadataOf(const QByteArray& bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return readMetadata(buffer);
}

inline Result<Container> containerOf(const QByteArray& bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return readContainer(buffer);
}

} // namespace assay
