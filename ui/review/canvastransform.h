// SPDX-License-Identifier: GPL-3.0-or-later
// CanvasTransform: where an image lies on the canvas, in device pixels. Plain value with the arithmetic of
// fit, 100 %, zoom at a point and pan. A zoom of 1 puts one pixel of the image on one pixel of the screen,
// exactly. It does not know what a widget is.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSize>

namespace assay {

class CanvasTransform
{
public:
    static constexpr double kLargestZoom = 32.0;
    static constexpr double kLargestFit = 4.0; ///< a tiny image is not blown up beyond this by Fit
    static constexpr double kStep = 1.25;

    bool isFitted() const { return m_isFitted; }
    double zoom() const { return m_zoom; }
    QSize image() const { return m_image; }
    QSize viewport() const { return m_viewport; }

    /// The image's rectangle on the canvas. At whole zoom steps and when fitted its corner is a whole pixel.
    QRectF target() const;

    /// A new image: fitted stays fitted; a chosen zoom and the place looked at stay where they were.
    void setImage(QSize image);
    /// `margin` is kept free around a fitted image.
    void setViewport(QSize viewport, int margin);

    void fit();
    void showActualPixels();                   ///< 100 %, the middle stays in the middle
    void zoomAt(double factor, QPointF point); ///< what is under `point` stays under it
    void zoomAtCentre(double factor);
    void panBy(QPointF delta);
    bool canPan() const; ///< part of the image is outside

    double fitZoom() const;
    QSize fitRoom() const; ///< the viewport without its margin

private:
    void setZoomAt(double zoom, QPointF point);
    void keepInside();
    double smallestZoom() const;

    QSize m_image;
    QSize m_viewport;
    int m_margin = 0;
    bool m_isFitted = true;
    double m_zoom = 1.0;
    QPointF m_corner; ///< of the image's top left, in device pixels
};

} // namespace assay
