// SPDX-License-Identifier: GPL-3.0-or-later
// Draws an SVG of ours with its placeholder colours replaced, and keeps the pictures in QPixmapCache. GUI
// thread. Knows neither the theme nor what the file means: icons.h and marks.h do.
#pragma once

#include <QByteArray>
#include <QColor>
#include <QPixmap>
#include <QString>

#include <utility>
#include <vector>

namespace assay {

struct SvgTint
{
    QString file;
    std::vector<std::pair<QByteArray, QByteArray>> replacements; ///< text in the file, text instead
};

/// A square picture of `side` device-independent pixels; null if the file does not exist or is no SVG.
QPixmap tintedSvg(const SvgTint& tint, int side, qreal ratio);

/// "#RRGGBB" as bytes, the way it stands in an SVG.
QByteArray svgColour(const QColor& colour);

} // namespace assay
