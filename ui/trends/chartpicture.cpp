// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/chartpicture.h"

#include "ui/common/theme.h"
#include "ui/common/type.h"
#include "ui/trends/chartlegend.h"
#include "ui/trends/trendview.h"

#include <QBuffer>
#include <QGraphicsScene>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

namespace assay {

namespace {

constexpr int kMargin = 16;
constexpr int kTitleRoom = 32;
constexpr int kPixelRatio = 2;

QSize sizeOf(const ChartPicture& picture)
{
    return {picture.view->width() + 2 * kMargin,
            picture.view->height() + picture.legend->height() + kTitleRoom + 2 * kMargin};
}

void paint(QPainter& painter, const ChartPicture& picture)
{
    const QRect all(QPoint(0, 0), sizeOf(picture));
    painter.fillRect(all, colour(Token::Panel));
    const QRect head(kMargin, kMargin - 4, picture.view->width(), 24);
    painter.setFont(assay::font(TextStyle::Section));
    painter.setPen(colour(Token::Text));
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, picture.title);
    const int title = painter.fontMetrics().horizontalAdvance(picture.title) + 10;
    painter.setFont(assay::font(TextStyle::Second));
    painter.setPen(colour(Token::Text2));
    const QRect scope = head.adjusted(title, 0, 0, 0);
    painter.drawText(scope, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(picture.scope, Qt::ElideRight, scope.width()));
    const QRectF chart(kMargin, kMargin + kTitleRoom, picture.view->width(), picture.view->height());
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    picture.view->scene()->render(&painter, chart, QRectF(QPointF(0, 0), chart.size()));
    picture.legend->render(&painter, QPoint(kMargin, int(chart.bottom())), {}, QWidget::DrawChildren);
}

} // namespace

QByteArray chartPng(const ChartPicture& picture)
{
    QImage image(sizeOf(picture) * kPixelRatio, QImage::Format_RGB32);
    image.setDevicePixelRatio(kPixelRatio);
    QPainter painter(&image);
    paint(painter, picture);
    painter.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

QByteArray chartSvg(const ChartPicture& picture)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(sizeOf(picture));
    generator.setViewBox(QRect(QPoint(0, 0), sizeOf(picture)));
    generator.setTitle(picture.title);
    generator.setDescription(picture.scope);
    QPainter painter(&generator);
    paint(painter, picture);
    painter.end();
    return buffer.data();
}

} // namespace assay
