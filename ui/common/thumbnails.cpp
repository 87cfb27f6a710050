// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/thumbnails.h"

namespace assay {

namespace {

constexpr int kCacheKilobytes = 96 * 1024;
/// More than a tall window shows; what was painted longest ago falls out first.
constexpr qsizetype kMostWanted = 96;

int kilobytes(const QImage& picture)
{
    return 1 + int(picture.sizeInBytes() / 1024);
}

} // namespace

Thumbnails::Thumbnails(ImageLoader& loader, QObject* parent)
    : QObject(parent)
    , m_loader(loader)
    , m_pictures(kCacheKilobytes)
{
    m_tick.setSingleShot(true);
    m_tick.setInterval(0);
    connect(&m_tick, &QTimer::timeout, this, &Thumbnails::askLoader);
    connect(&loader, &ImageLoader::thumbnailLoaded, this, &Thumbnails::take);
    connect(&loader, &ImageLoader::thumbnailFailed, this, &Thumbnails::fail);
    connect(&loader, &ImageLoader::imageFailed, this, &Thumbnails::fail);
    // A thumbnail is made of the part that can be read; that a part is missing shows when all of it is read.
    connect(&loader, &ImageLoader::imageLoaded, this,
            [this](const ImageSource& source, const LoadedImage& loaded) {
                if (loaded.damage)
                    fail(source, *loaded.damage);
            });
}

Thumbnail Thumbnails::thumbnail(const ImageSource& source)
{
    if (source.path.isEmpty())
        return {Thumbnail::State::Missing, {}};
    const QByteArray key = source.key();
    if (const auto failure = m_failures.constFind(key); failure != m_failures.cend()) {
        const bool isMissing = *failure == ErrorKind::NotFound;
        return {isMissing ? Thumbnail::State::Missing : Thumbnail::State::Damaged, {}};
    }
    if (const QPixmap* picture = m_pictures.object(key))
        return {Thumbnail::State::Ready, *picture};
    m_wanted.removeOne(source);
    m_wanted.append(source);
    while (m_wanted.size() > kMostWanted)
        m_wanted.removeFirst();
    if (!m_tick.isActive())
        m_tick.start();
    return {};
}

void Thumbnails::forget(const ImageSource& source)
{
    m_loader.forget(source);
    m_pictures.remove(source.key());
    m_failures.remove(source.key());
    emit changed(source.sha256);
}

void Thumbnails::lookForMissing()
{
    const auto isMissing = [](const auto& failure) { return failure.value() == ErrorKind::NotFound; };
    if (m_failures.removeIf(isMissing) > 0)
        emit changed({});
}

void Thumbnails::take(const ImageSource& source, const QImage& picture)
{
    m_wanted.removeOne(source);
    m_pictures.insert(source.key(), new QPixmap(QPixmap::fromImage(picture)), kilobytes(picture));
    emit changed(source.sha256);
}

void Thumbnails::fail(const ImageSource& source, const Error& error)
{
    m_wanted.removeOne(source);
    if (error.kind == ErrorKind::Cancelled)
        return;
    m_failures.insert(source.key(), error.kind);
    emit changed(source.sha256);
}

void Thumbnails::askLoader()
{
    m_loader.setVisibleThumbnails(m_wanted);
}

} // namespace assay
