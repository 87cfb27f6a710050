// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/images/imagecache.h"

#include <QMutexLocker>

#include <memory>

namespace assay {

ImageCache::ImageCache(qint64 maxBytes)
    : m_images(qsizetype(maxBytes))
{
}

LoadedImage ImageCache::find(const QByteArray& key) const
{
    const QMutexLocker lock(&m_mutex);
    const LoadedImage* found = m_images.object(key);
    return found ? *found : LoadedImage();
}

void ImageCache::insert(const QByteArray& key, const LoadedImage& image)
{
    auto copy = std::make_unique<LoadedImage>(image);
    const QMutexLocker lock(&m_mutex);
    m_images.insert(key, copy.release(), qsizetype(image.bytes())); // the cache owns it from here
}

void ImageCache::remove(const QByteArray& key)
{
    const QMutexLocker lock(&m_mutex);
    m_images.remove(key);
}

qint64 ImageCache::bytes() const
{
    const QMutexLocker lock(&m_mutex);
    return m_images.totalCost();
}

} // namespace assay
