// SPDX-License-Identifier: GPL-3.0-or-later
// Loads pictures in the background for the window. Lives in the GUI thread, owned by whoever made it;
// decoding runs in its own thread pool, whose jobs its destructor stops and waits for. What is shown goes
// before what may come next, and that before thumbnails. A second request for a picture joins the first.
// Never touches pixmaps or widgets.
#pragma once

#include "app/images/imagecache.h"
#include "app/images/imagesource.h"
#include "app/images/thumbnailstore.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSize>
#include <QThreadPool>

#include <atomic>

namespace assay {

enum class LoadPriority { Thumbnail, Ahead, Shown };

struct ImageLoaderOptions
{
    QString thumbnailFolder;
    qint64 cacheBytes = 512LL * 1024 * 1024;
    qint64 thumbnailCacheBytes = 96LL * 1024 * 1024;
    /// One of them is always left for the picture that is to be shown. 0: one more than the computer has
    /// cores.
    int threads = 0;
};

class ImageLoader : public QObject
{
    Q_OBJECT

public:
    explicit ImageLoader(const ImageLoaderOptions& options, QObject* parent = nullptr);
    ~ImageLoader() override;

    /// For the canvas: this picture now, then these in their order. Waiting pictures of an earlier call are
    /// dropped. `target` (device pixels, may be empty) is what LoadedImage::fitted is scaled into.
    void show(const ImageSource& source, const QList<ImageSource>& ahead, QSize target);

    /// For the list: thumbnails of these rows, in this order. Waiting ones of an earlier call are dropped.
    void setVisibleThumbnails(const QList<ImageSource>& sources);

    /// What is in memory at once; null images if not there. Never waits.
    LoadedImage cachedImage(const ImageSource& source) const;
    QImage cachedThumbnail(const ImageSource& source) const;

    /// Forgets what is in memory of this picture, so that its file is read again.
    void forget(const ImageSource& source);

    /// Forgets all waiting work of this priority; what is being decoded goes on.
    void dropWaiting(LoadPriority priority);

    int waitingCount() const { return int(m_waiting.size()); }
    /// Nothing waits and nothing is being decoded.
    bool isIdle() const { return m_waiting.isEmpty() && m_running.isEmpty(); }

signals:
    /// Pictures asked for by show(), shown and ahead alike.
    void imageLoaded(const assay::ImageSource& source, const assay::LoadedImage& image);
    void imageFailed(const assay::ImageSource& source, const assay::Error& error);
    void thumbnailLoaded(const assay::ImageSource& source, const QImage& thumbnail);
    void thumbnailFailed(const assay::ImageSource& source, const assay::Error& error);

private:
    struct Job
    {
        ImageSource source;
        LoadPriority priority = LoadPriority::Thumbnail;
        QSize target;

        bool isThumbnail() const { return priority == LoadPriority::Thumbnail; }
        QByteArray key() const { return (isThumbnail() ? "t" : "i") + source.key(); }
    };

    void add(const Job& job);
    void startWaiting();
    bool mayStart(const Job& job) const;
    void start(const Job& job);
    void runImage(const Job& job);
    void runThumbnail(const Job& job);
    void finish(const Job& job);

    ThumbnailStore m_thumbnails;
    ImageCache m_images;
    ImageCache m_thumbnailImages;
    QList<Job> m_waiting; ///< highest priority first, then in the order asked
    QHash<QByteArray, Job> m_running;
    std::atomic_bool m_isStopping = false;
    QThreadPool m_pool;
};

} // namespace assay
