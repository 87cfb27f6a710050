// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/picturemosaic.h"

#include "ui/common/icons.h"

#include <QPainter>

namespace assay {

namespace {

constexpr int kColumns = 5;
constexpr int kRows = 2;
constexpr int kGap = 2;

/// The largest part in the middle of the picture that has the tile's shape.
QRect middle(const QSize& picture, const QSize& tile)
{
    const QSize part = tile.scaled(picture, Qt::KeepAspectRatio);
    return QRect(QPoint((picture.width() - part.width()) / 2, (picture.height() - part.height()) / 2), part);
}

} // namespace

PictureMosaic::PictureMosaic(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(200);
}

void PictureMosaic::setPictures(const QList<QImage>& pictures)
{
    m_pictures = pictures.mid(0, kColumns * kRows);
    update();
}

QRect PictureMosaic::tile(int index) const
{
    const int column = index % kColumns;
    const int row = index / kColumns;
    const auto edge = [](int space, int count, int i) { return (space + kGap) * i / count; };
    const int left = edge(width() - 2 * kGap, kColumns, column) + kGap;
    const int right = edge(width() - 2 * kGap, kColumns, column + 1);
    const int top = edge(height() - 2 * kGap, kRows, row) + kGap;
    const int bottom = edge(height() - 2 * kGap, kRows, row + 1);
    return QRect(left, top, right - left, bottom - top);
}

void PictureMosaic::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const qreal ratio = devicePixelRatioF();
    for (int i = 0; i < kColumns * kRows; ++i) {
        const QRect area = tile(i);
        if (i >= m_pictures.size() || m_pictures[i].isNull()) {
            painter.fillRect(area, colour(Token::Canvas));
            paintIcon(&painter, area, QStringLiteral("image"), Token::Text3);
            continue;
        }
        const QImage part = m_pictures[i].copy(middle(m_pictures[i].size(), area.size()));
        // Scaled as an image: the painter's own filter leaves steps when a picture is made
        // much smaller.
        painter.drawImage(area,
                          part.scaled(area.size() * ratio, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    }
}

} // namespace assay
