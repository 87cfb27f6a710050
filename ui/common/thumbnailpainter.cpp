// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/thumbnails.h"

#include "ui/common/icons.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace assay {

namespace {

constexpr qreal kRadius = 3;

/// The middle of the picture in the proportions of the square.
QRectF middleOf(const QSize& picture)
{
    const int side = std::min(picture.width(), picture.height());
    return {(picture.width() - side) / 2.0, (picture.height() - side) / 2.0, qreal(side), qreal(side)};
}

struct Tile
{
    QString icon;
    Token iconToken;
    Token edge;
    Qt::PenStyle line;
};

Tile tileOf(Thumbnail::State state)
{
    switch (state) {
    case Thumbnail::State::Damaged:
        return {QStringLiteral("broken"), Token::Bad, Token::Line, Qt::SolidLine};
    case Thumbnail::State::Missing:
        return {QStringLiteral("folder"), Token::Warn, Token::LineStrong, Qt::DashLine};
    case Thumbnail::State::Loading:
    case Thumbnail::State::Ready:
        break;
    }
    return {QStringLiteral("image"), Token::Text3, Token::Line, Qt::SolidLine};
}

} // namespace

void paintThumbnail(QPainter* painter, const QRect& square, const Thumbnail& thumbnail)
{
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (thumbnail.state == Thumbnail::State::Ready) {
        QPainterPath rounded;
        rounded.addRoundedRect(square, kRadius, kRadius);
        painter->setClipPath(rounded);
        painter->drawPixmap(QRectF(square), thumbnail.picture, middleOf(thumbnail.picture.size()));
    } else {
        const Tile tile = tileOf(thumbnail.state);
        painter->setPen(QPen(colour(tile.edge), 1, tile.line));
        painter->setBrush(colour(Token::Field));
        painter->drawRoundedRect(QRectF(square).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
        paintIcon(painter, square, tile.icon, tile.iconToken, 20);
    }
    painter->restore();
}

} // namespace assay
