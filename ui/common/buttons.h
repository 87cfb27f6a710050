// SPDX-License-Identifier: GPL-3.0-or-later
// What kind a push button is. GUI thread. Secondary is what a QPushButton is without a word: raised, 28 high.
#pragma once

#include <QString>

class QAbstractButton;
class QPushButton;
class QWidget;

namespace assay {

enum class ButtonKind {
    Secondary,   ///< raised, 1 px line
    Primary,     ///< filled: at most one a page
    Link,        ///< accent text, no box
    Small,       ///< secondary, 24 high: in banners and panels
    SmallPrimary ///< primary, 24 high
};

void setButtonKind(QAbstractButton* button, ButtonKind kind);
ButtonKind buttonKind(const QWidget* button);

/// A push button of that kind with an icon of resources/icons (or none: empty name). The parent owns it.
QPushButton* makeButton(const QString& text, ButtonKind kind, const QString& icon, QWidget* parent);

} // namespace assay
