// SPDX-License-Identifier: GPL-3.0-or-later
// Icons: the files of resources/icons by name ("review", "folder"), drawn in a colour of the theme. GUI
// thread. A themedIcon() keeps no colour: it draws itself in the theme that is current when it is painted,
// crisp at every device pixel ratio, so nothing has to be set again when the appearance is switched.
#pragma once

#include "ui/common/theme.h"

#include <QIcon>
#include <QRect>
#include <QString>

class QPainter;

namespace assay {

/// Drawn in `normal`; in Text when on, selected or under the pointer, in Disabled when disabled.
QIcon themedIcon(const QString& name, Token normal = Token::Text2);

/// The same icon drawn in one token in every state, for example on a filled button.
QIcon fixedIcon(const QString& name, Token token);

/// Draws the icon into the square in the middle of `rect` with that side length.
void paintIcon(QPainter* painter, const QRect& rect, const QString& name, Token token, int side = 20);

/// The picture at that ratio; null if there is no icon of that name.
QPixmap iconPixmap(const QString& name, int side, const QColor& colour, qreal ratio);

/// Names of all icons there are.
QStringList iconNames();

} // namespace assay
