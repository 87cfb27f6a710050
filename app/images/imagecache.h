// SPDX-License-Identifier: GPL-3.0-or-later
// Decoded pictures in memory, the least recently used leave first; sized in bytes. Safe from every thread:
// holds the only mutex of Assay. Loads nothing itself.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QCache>
#include <QImage>
#include <QMutex>

#include <optional>

namespace assay {

/// A picture as the canvas needs it.
struct LoadedImage
{
    QImage full;   ///< every pixel, for 100 % and zoom
    QImage fitted; ///< scaled into the asked target; null if none was asked or full is no larger
    std::optional<Error> damage; ///< the file is cut short or broken: what is shown is the part that decoded

    qint64 bytes() const { return full.sizeInBytes() + fitted.sizeInBytes(); }
};

class ImageCache
{
public:
    explicit ImageCache(qint64 maxBytes);

    /// Null images if it is not there.
    LoadedImage find(const QByteArray& key) const;
    /// Replaces what has the same key. A picture larger than the whole cache is not kept.
    void insert(const QByteArray& key, const LoadedImage& image);
    void remove(const QByteArray& key);
    qint64 bytes() const;

private:
    mutable QMutex m_mutex;
    QCache<QByteArray, LoadedImage> m_images;
};

} // namespace assay
