// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/imagestage.h"

#include "ui/common/thumbnails.h"
#include "ui/review/imagecanvas.h"
#include "ui/review/problemtile.h"

namespace assay {

ImageStage::ImageStage(ImageLoader& loader, Thumbnails& thumbnails, QWidget* parent)
    : QStackedWidget(parent)
    , m_loader(loader)
    , m_thumbnails(thumbnails)
    , m_canvas(new ImageCanvas)
    , m_tile(new ProblemTile)
{
    setObjectName(QStringLiteral("imageStage"));
    addWidget(m_canvas);
    addWidget(m_tile);
    setFocusProxy(m_canvas);
    connect(&loader, &ImageLoader::imageLoaded, this, &ImageStage::take);
    connect(&loader, &ImageLoader::imageFailed, this, &ImageStage::fail);
    connect(m_canvas, &ImageCanvas::fittedSizeChanged, this, [this] {
        if (m_state == State::Shown || m_state == State::Loading)
            request();
    });
    connect(m_tile, &ProblemTile::showPartRequested, this, [this] {
        setCurrentWidget(m_canvas);
        m_canvas->showImage(m_part.full, {});
        m_isPartShown = true;
        setState(State::Shown);
    });
    connect(m_tile, &ProblemTile::readAgainRequested, this, [this] {
        m_thumbnails.forget(m_image.source);
        show(StageImage(m_image), QList<ImageSource>(m_ahead));
    });
    connect(m_tile, &ProblemTile::showInFolderRequested, this,
            [this] { emit showInFolderRequested(m_image.source.path); });
}

void ImageStage::show(const StageImage& image, const QList<ImageSource>& ahead)
{
    m_image = image;
    m_ahead = ahead;
    m_part = {};
    m_isPartShown = false;
    if (image.source.path.isEmpty()) {
        showProblem({ErrorKind::NotFound, image.fileName, {}});
        return;
    }
    const LoadedImage cached = m_loader.cachedImage(image.source);
    if (!cached.full.isNull()) {
        take(image.source, cached);
    } else {
        setCurrentWidget(m_canvas);
        m_canvas->showPreview(m_thumbnails.thumbnail(image.source).picture, image.size);
        setState(State::Loading);
    }
    request();
}

void ImageStage::clear()
{
    m_image = {};
    m_ahead.clear();
    m_canvas->clear();
    setCurrentWidget(m_canvas);
    setState(State::Empty);
}

void ImageStage::request()
{
    if (!m_image.source.path.isEmpty())
        m_loader.show(m_image.source, m_ahead, m_canvas->fitTarget());
}

void ImageStage::take(const ImageSource& source, const LoadedImage& loaded)
{
    if (source != m_image.source || m_isPartShown)
        return;
    if (loaded.damage) {
        m_part = loaded;
        showProblem(*loaded.damage);
        return;
    }
    setCurrentWidget(m_canvas);
    m_canvas->showImage(loaded.full, loaded.fitted);
    setState(State::Shown);
}

void ImageStage::fail(const ImageSource& source, const Error& error)
{
    if (source == m_image.source && error.kind != ErrorKind::Cancelled)
        showProblem(error);
}

void ImageStage::showProblem(const Error& error)
{
    m_tile->setSubject({m_image.fileName, m_image.bytes, m_image.size, error, !m_part.full.isNull()});
    m_canvas->clear();
    setCurrentWidget(m_tile);
    setState(State::Problem);
}

void ImageStage::setState(State state)
{
    m_state = state;
    emit stateChanged();
}

} // namespace assay
