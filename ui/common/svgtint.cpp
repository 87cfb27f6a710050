// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/svgtint.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

namespace assay {

namespace {

QString cacheKey(const SvgTint& tint, int pixels)
{
    QString key = tint.file + u'/' + QString::number(pixels);
    for (const auto& [before, after] : tint.replacements)
        key += u'/' + QString::fromLatin1(after);
    return key;
}

QPixmap render(const SvgTint& tint, int pixels)
{
    QFile file(tint.file);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray content = file.readAll();
    for (const auto& [before, after] : tint.replacements)
        content.replace(before, after);
    QSvgRenderer renderer(content);
    if (!renderer.isValid())
        return {};
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    return pixmap;
}

} // namespace

QPixmap tintedSvg(const SvgTint& tint, int side, qreal ratio)
{
    const int pixels = int(std::ceil(side * ratio));
    const QString key = cacheKey(tint, pixels);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = render(tint, pixels);
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

QByteArray svgColour(const QColor& colour)
{
    return colour.name(QColor::HexRgb).toLatin1();
}

} // namespace assay
