// SPDX-License-Identifier: GPL-3.0-or-later
// An image is a root, a path relative to it, and the SHA-256 of its bytes: the folder can move, the image is
// the same.
#pragma once

#include "app/base/clock.h"
#include "app/domain/ids.h"

#include <QByteArray>
#include <QSize>
#include <QString>

namespace assay {

/// A named folder that images live under.
struct ImageRoot
{
    ImageRootId id;
    QString name;
    QString path;   ///< absolute folder on this computer
    QString client; ///< client of images below it that say nothing else; empty: no client

    bool operator==(const ImageRoot&) const = default;
};

struct ImageFile
{
    ImageRootId root;
    QString relativePath; ///< with '/', below the root
    QByteArray sha256;    ///< 32 bytes
    qint64 bytes = 0;
    UtcTime modifiedAt{};
    QString format; ///< "PNG", "JPEG", "WebP"; sniffed by content
    QSize size;     ///< pixels, as the header says; invalid: unknown

    bool operator==(const ImageFile&) const = default;
};

} // namespace assay
