// SPDX-License-Identifier: GPL-3.0-or-later
// ImageCanvas: one image, fitted, at 100 % or at any zoom; wheel and + - zoom at the pointer, dragging and
// Shift+arrows pan. One image pixel is one screen pixel at 100 %. GUI thread. It paints what it is given: a
// preview first, then the image, with a copy already scaled to fit where a worker made one. It reads no file.
#pragma once

#include "ui/review/canvastransform.h"

#include <QImage>
#include <QPixmap>
#include <QWidget>

namespace assay {

class ImageCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit ImageCanvas(QWidget* parent = nullptr);

    /// A small picture that stands in for an image of `size` pixels until showImage().
    void showPreview(const QPixmap& preview, QSize size);
    /// `fitted` is the image scaled into fitTarget(); null or of another size: it is scaled while painting.
    void showImage(const QImage& image, const QImage& fitted);
    void clear();
    bool hasImage() const { return !m_image.isNull(); }

    /// The room in device pixels that a fitted image is scaled into.
    QSize fitTarget() const;
    const CanvasTransform& transform() const { return m_transform; }

    void fit();
    void showActualPixels();
    void zoomIn(); ///< at the pointer where it is over the canvas, else in the middle
    void zoomOut();

    QSize minimumSizeHint() const override { return {320, 320}; }

signals:
    void transformChanged();
    /// The size of a fitted image is another one now.
    void fittedSizeChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void zoomBy(double factor);
    void zoomByAt(double factor, QPointF position);
    void panBy(QPointF delta);
    void changed();
    void updateViewport();
    void paintImage(QPainter* painter);

    CanvasTransform m_transform;
    QPixmap m_preview;
    QImage m_image;
    QImage m_fitted;
    QPointF m_dragFrom;
    bool m_isDragging = false;
    bool m_isFocusShown = false; // reached by Tab
};

} // namespace assay
