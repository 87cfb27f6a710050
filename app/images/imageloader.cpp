// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/images/imageloader.h"

#include "app/base/log.h"
#include "app/images/imagedecoder.h"

#include <QMetaObject>
#include <QThread>

#include <algorithm>

namespace assay {

namespace {

QImage fittedInto(const QImage& full, QSize target)
{
    const bool isNeeded =
        !target.isEmpty() && (full.width() > target.width() || full.height() > target.height());
    return isNeeded ? full.scaled(target, Qt::KeepAspectRatio, Qt::SmoothTransformation) : QImage();
}

/// Whether `fitted` is what a scaling into `target` would give.
bool fits(const LoadedImage& image, QSize target)
{
    const QSize full = image.full.size();
    if (target.isEmpty() || (full.width() <= target.width() && full.height() <= target.height()))
        return true;
    return image.fitted.size() == full.scaled(target, Qt::KeepAspectRatio);
}

Result<LoadedImage> load(const ImageSource& source, QSize target)
{
    Result<DecodedImage> decoded = decodeImageFile(source.path);
    if (!decoded)
        return decoded.error();
    return LoadedImage{decoded->image, fittedInto(decoded->image, target), decoded->damage};
}

Result<QImage> loadThumbnail(const ImageSource& source, const ThumbnailStore& store)
{
    if (!source.sha256.isEmpty()) {
        const QImage stored = store.find(source.sha256);
        if (!stored.isNull())
            return stored;
    }
    DecodeOptions options;
    options.fitInto = QSize(kThumbnailSide, kThumbnailSide);
    Result<DecodedImage> decoded = decodeImageFile(source.path, options);
    if (!decoded)
        return decoded.error();
    // Part of a picture is shown but not kept: the file may still be growing.
    if (!source.sha256.isEmpty() && !decoded->damage) {
        if (const Result<void> saved = store.save(source.sha256, decoded->image); !saved)
            qCWarning(logImages) << "thumbnail not kept:" << saved.error().subject << saved.error().detail;
    }
    return decoded->image;
}

} // namespace

ImageLoader::ImageLoader(const ImageLoaderOptions& options, QObject* parent)
    : QObject(parent)
    , m_thumbnails(options.thumbnailFolder)
    , m_images(options.cacheBytes)
    , m_thumbnailImages(options.thumbnailCacheBytes)
{
    m_pool.setMaxThreadCount(options.threads > 0 ? options.threads : QThread::idealThreadCount() + 1);
    m_pool.setObjectName(QStringLiteral("decoding"));
}

ImageLoader::~ImageLoader()
{
    m_isStopping = true;
    m_waiting.clear();
    m_pool.clear();
    m_pool.waitForDone();
}

void ImageLoader::show(const ImageSource& source, const QList<ImageSource>& ahead, QSize target)
{
    dropWaiting(LoadPriority::Shown);
    dropWaiting(LoadPriority::Ahead);
    add({source, LoadPriority::Shown, target});
    for (const ImageSource& next : ahead)
        add({next, LoadPriority::Ahead, target});
    startWaiting();
}

void ImageLoader::setVisibleThumbnails(const QList<ImageSource>& sources)
{
    dropWaiting(LoadPriority::Thumbnail);
    for (const ImageSource& source : sources)
        add({source, LoadPriority::Thumbnail, {}});
    startWaiting();
}

LoadedImage ImageLoader::cachedImage(const ImageSource& source) const
{
    return m_images.find(source.key());
}

QImage ImageLoader::cachedThumbnail(const ImageSource& source) const
{
    return m_thumbnailImages.find(source.key()).full;
}

void ImageLoader::forget(const ImageSource& source)
{
    m_images.remove(source.key());
    m_thumbnailImages.remove(source.key());
}

void ImageLoader::dropWaiting(LoadPriority priority)
{
    m_waiting.removeIf([priority](const Job& job) { return job.priority == priority; });
}

/// Joins what is already waiting or running for the same picture.
void ImageLoader::add(const Job& job)
{
    const QByteArray key = job.key();
    const auto running = m_running.find(key);
    if (running != m_running.end() && running->target == job.target) {
        running->priority = std::max(running->priority, job.priority);
        return;
    }
    const auto same = std::find_if(m_waiting.begin(), m_waiting.end(),
                                   [&key](const Job& waiting) { return waiting.key() == key; });
    if (same != m_waiting.end() && same->priority >= job.priority)
        return;
    if (same != m_waiting.end())
        m_waiting.erase(same);
    const auto place = std::find_if(m_waiting.begin(), m_waiting.end(),
                                    [&job](const Job& waiting) { return waiting.priority < job.priority; });
    m_waiting.insert(place, job);
}

void ImageLoader::startWaiting()
{
    for (qsizetype i = 0; i < m_waiting.size();) {
        if (!mayStart(m_waiting[i])) {
            ++i;
            continue;
        }
        start(m_waiting.takeAt(i));
    }
}

/// One thread is always left for the picture that is to be shown.
bool ImageLoader::mayStart(const Job& job) const
{
    const int threads = m_pool.maxThreadCount();
    const int limit = job.priority == LoadPriority::Shown ? threads : std::max(1, threads - 1);
    return m_running.size() < limit && !m_running.contains(job.key());
}

void ImageLoader::start(const Job& job)
{
    m_running.insert(job.key(), job);
    m_pool.start([this, job] {
        if (m_isStopping)
            return;
        if (job.isThumbnail())
            runThumbnail(job);
        else
            runImage(job);
    });
}

/// In a thread of the pool. The destructor waits for it, so `this` lives; what it posts is dropped with
/// `this`.
void ImageLoader::runImage(const Job& job)
{
    const LoadedImage cached = m_images.find(job.source.key());
    Result<LoadedImage> loaded = cached;
    if (cached.full.isNull())
        loaded = load(job.source, job.target);
    else if (!fits(cached, job.target))
        loaded = LoadedImage{cached.full, fittedInto(cached.full, job.target), cached.damage};
    if (loaded)
        m_images.insert(job.source.key(), *loaded);
    QMetaObject::invokeMethod(
        this,
        [this, job, loaded] {
            finish(job);
            if (loaded)
                emit imageLoaded(job.source, *loaded);
            else
                emit imageFailed(job.source, loaded.error());
        },
        Qt::QueuedConnection);
}

/// In a thread of the pool, like runImage().
void ImageLoader::runThumbnail(const Job& job)
{
    const QImage cached = m_thumbnailImages.find(job.source.key()).full;
    const Result<QImage> loaded =
        cached.isNull() ? loadThumbnail(job.source, m_thumbnails) : Result<QImage>(cached);
    if (loaded)
        m_thumbnailImages.insert(job.source.key(), {*loaded, {}, {}});
    QMetaObject::invokeMethod(
        this,
        [this, job, loaded] {
            finish(job);
            if (loaded)
                emit thumbnailLoaded(job.source, *loaded);
            else
                emit thumbnailFailed(job.source, loaded.error());
        },
        Qt::QueuedConnection);
}

void ImageLoader::finish(const Job& job)
{
    m_running.remove(job.key());
    startWaiting();
}

} // namespace assay
