// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/canvastransform.h"

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

/// Smaller than the viewport: in the middle. Larger: no empty space on either side.
double placed(double corner, double length, double viewport)
{
    if (length <= viewport)
        return std::floor((viewport - length) / 2);
    return std::clamp(corner, viewport - length, 0.0);
}

} // namespace

QRectF CanvasTransform::target() const
{
    const QPointF corner(std::round(m_corner.x()), std::round(m_corner.y()));
    return {corner, QSizeF(m_image) * m_zoom};
}

void CanvasTransform::setImage(QSize image)
{
    if (m_image == image)
        return;
    m_image = image;
    if (m_isFitted)
        fit();
    else
        keepInside();
}

void CanvasTransform::setViewport(QSize viewport, int margin)
{
    const QPointF shift((viewport.width() - m_viewport.width()) / 2.0,
                        (viewport.height() - m_viewport.height()) / 2.0);
    m_viewport = viewport;
    m_margin = margin;
    if (m_isFitted) {
        fit();
        return;
    }
    m_corner += shift;
    keepInside();
}

void CanvasTransform::fit()
{
    m_isFitted = true;
    m_zoom = fitZoom();
    keepInside();
}

void CanvasTransform::showActualPixels()
{
    setZoomAt(1.0, QPointF(m_viewport.width() / 2.0, m_viewport.height() / 2.0));
}

void CanvasTransform::zoomAt(double factor, QPointF point)
{
    // A step that passes 100 % stops there: it is the one zoom that shows the file's own pixels.
    double zoom = m_zoom * factor;
    if ((m_zoom < 1.0 && zoom > 1.0) || (m_zoom > 1.0 && zoom < 1.0))
        zoom = 1.0;
    setZoomAt(zoom, point);
}

void CanvasTransform::zoomAtCentre(double factor)
{
    zoomAt(factor, QPointF(m_viewport.width() / 2.0, m_viewport.height() / 2.0));
}

void CanvasTransform::panBy(QPointF delta)
{
    m_corner += delta;
    keepInside();
}

bool CanvasTransform::canPan() const
{
    return m_image.width() * m_zoom > m_viewport.width() || m_image.height() * m_zoom > m_viewport.height();
}

double CanvasTransform::fitZoom() const
{
    if (m_image.isEmpty() || m_viewport.isEmpty())
        return 1.0;
    const QSizeF room = fitRoom();
    return std::min({room.width() / m_image.width(), room.height() / m_image.height(), kLargestFit});
}

QSize CanvasTransform::fitRoom() const
{
    return {std::max(1, m_viewport.width() - 2 * m_margin), std::max(1, m_viewport.height() - 2 * m_margin)};
}

void CanvasTransform::setZoomAt(double zoom, QPointF point)
{
    const double bounded = std::clamp(zoom, smallestZoom(), kLargestZoom);
    m_isFitted = false;
    m_corner = point - (point - m_corner) * (bounded / m_zoom);
    m_zoom = bounded;
    keepInside();
}

void CanvasTransform::keepInside()
{
    m_corner = {placed(m_corner.x(), m_image.width() * m_zoom, m_viewport.width()),
                placed(m_corner.y(), m_image.height() * m_zoom, m_viewport.height())};
}

double CanvasTransform::smallestZoom() const
{
    return std::min(fitZoom(), 1.0) / 4;
}

} // namespace assay
