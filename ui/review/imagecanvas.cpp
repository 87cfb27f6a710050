// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/imagecanvas.h"

#include "ui/common/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <cmath>

namespace assay {

namespace {

constexpr int kMargin = 20;
constexpr int kSmallMargin = 16;
constexpr int kSmallCanvas = 700; ///< below this the margin is the small one
constexpr int kPanStep = 64;
constexpr double kWheelNotch = 120.0;

} // namespace

ImageCanvas::ImageCanvas(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("imageCanvas"));
    setAccessibleName(tr("Image"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setProperty("focusRing", false);
}

void ImageCanvas::showPreview(const QPixmap& preview, QSize size)
{
    m_image = {};
    m_fitted = {};
    m_preview = preview;
    m_transform.setImage(size.isValid() ? size : preview.size());
    changed();
}

void ImageCanvas::showImage(const QImage& image, const QImage& fitted)
{
    m_image = image;
    m_fitted = fitted;
    m_preview = {};
    m_transform.setImage(image.size());
    changed();
}

void ImageCanvas::clear()
{
    m_image = {};
    m_fitted = {};
    m_preview = {};
    m_transform.setImage({});
    changed();
}

QSize ImageCanvas::fitTarget() const
{
    return m_transform.fitRoom();
}

void ImageCanvas::fit()
{
    m_transform.fit();
    changed();
}

void ImageCanvas::showActualPixels()
{
    m_transform.showActualPixels();
    changed();
}

void ImageCanvas::zoomIn()
{
    zoomBy(CanvasTransform::kStep);
}

void ImageCanvas::zoomOut()
{
    zoomBy(1 / CanvasTransform::kStep);
}

void ImageCanvas::zoomBy(double factor)
{
    const QPointF pointer = mapFromGlobal(QPointF(QCursor::pos()));
    zoomByAt(factor, underMouse() ? pointer : QRectF(rect()).center());
}

void ImageCanvas::zoomByAt(double factor, QPointF position)
{
    m_transform.zoomAt(factor, position * devicePixelRatioF());
    changed();
}

void ImageCanvas::panBy(QPointF delta)
{
    m_transform.panBy(delta * devicePixelRatioF());
    changed();
}

void ImageCanvas::changed()
{
    setCursor(m_isDragging           ? Qt::ClosedHandCursor
              : m_transform.canPan() ? Qt::OpenHandCursor
                                     : Qt::ArrowCursor);
    update();
    emit transformChanged();
}

void ImageCanvas::updateViewport()
{
    const double ratio = devicePixelRatioF();
    const int margin = std::min(width(), height()) < kSmallCanvas ? kSmallMargin : kMargin;
    m_transform.setViewport((QSizeF(size()) * ratio).toSize(), int(std::lround(margin * ratio)));
}

void ImageCanvas::resizeEvent(QResizeEvent*)
{
    updateViewport();
    changed();
    emit fittedSizeChanged();
}

void ImageCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour(Token::Canvas));
    if (m_isFocusShown) {
        painter.setPen(QPen(colour(Token::Accent), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
    const double ratio = devicePixelRatioF();
    painter.scale(1 / ratio, 1 / ratio); // from here on in device pixels
    if (!m_image.isNull()) {
        paintImage(&painter);
    } else if (!m_preview.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawPixmap(m_transform.target(), m_preview, QRectF(m_preview.rect()));
    }
}

void ImageCanvas::paintImage(QPainter* painter)
{
    const QRectF target = m_transform.target();
    const QSize size = target.size().toSize();
    const bool isSame =
        std::abs(m_fitted.width() - size.width()) <= 1 && std::abs(m_fitted.height() - size.height()) <= 1;
    if (m_transform.isFitted() && !m_fitted.isNull() && isSame) {
        painter->drawImage(target.topLeft(), m_fitted);
        return;
    }
    // Above 200 % the pixels themselves are what one wants to see.
    painter->setRenderHint(QPainter::SmoothPixmapTransform, m_transform.zoom() < 2.0);
    const QRectF visible = target & QRectF(QPointF(), QSizeF(m_transform.viewport()));
    const double zoom = m_transform.zoom();
    const QRectF source((visible.topLeft() - target.topLeft()) / zoom, visible.size() / zoom);
    if (zoom == 1.0)
        painter->drawImage(visible.topLeft(), m_image, source);
    else
        painter->drawImage(visible, m_image, source);
}

void ImageCanvas::wheelEvent(QWheelEvent* event)
{
    const double notches = event->angleDelta().y() / kWheelNotch;
    if (notches != 0.0)
        zoomByAt(std::pow(CanvasTransform::kStep, notches), event->position());
    event->accept();
}

void ImageCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_isDragging = true;
    m_dragFrom = event->position();
    changed();
}

void ImageCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_isDragging)
        return;
    panBy(event->position() - m_dragFrom);
    m_dragFrom = event->position();
}

void ImageCanvas::mouseReleaseEvent(QMouseEvent*)
{
    m_isDragging = false;
    changed();
}

void ImageCanvas::focusInEvent(QFocusEvent* event)
{
    m_isFocusShown = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    update();
}

void ImageCanvas::focusOutEvent(QFocusEvent*)
{
    m_isFocusShown = false;
    update();
}

void ImageCanvas::keyPressEvent(QKeyEvent* event)
{
    const bool isPan = event->modifiers() == Qt::ShiftModifier;
    const QPointF step = event->key() == Qt::Key_Left    ? QPointF(kPanStep, 0)
                         : event->key() == Qt::Key_Right ? QPointF(-kPanStep, 0)
                         : event->key() == Qt::Key_Up    ? QPointF(0, kPanStep)
                         : event->key() == Qt::Key_Down  ? QPointF(0, -kPanStep)
                                                         : QPointF();
    if (isPan && !step.isNull())
        panBy(step);
    else
        QWidget::keyPressEvent(event);
}

} // namespace assay
