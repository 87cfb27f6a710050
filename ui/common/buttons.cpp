// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/buttons.h"

#include "ui/common/icons.h"
#include "ui/common/type.h"

#include <QPushButton>

namespace assay {

namespace {

constexpr const char* kKindProperty = "assayButtonKind";

TextStyle textStyle(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Primary:
        return TextStyle::BodySemibold;
    case ButtonKind::Link:
        return TextStyle::SecondMedium;
    case ButtonKind::Small:
        return TextStyle::Second;
    case ButtonKind::SmallPrimary:
        return TextStyle::SecondSemibold;
    case ButtonKind::Secondary:
        break;
    }
    return TextStyle::Body;
}

QIcon iconFor(ButtonKind kind, const QString& name)
{
    if (kind == ButtonKind::Primary || kind == ButtonKind::SmallPrimary)
        return fixedIcon(name, Token::OnAccent);
    return fixedIcon(name, kind == ButtonKind::Link ? Token::Accent : Token::Text);
}

} // namespace

void setButtonKind(QAbstractButton* button, ButtonKind kind)
{
    button->setProperty(kKindProperty, int(kind));
    button->setFont(font(textStyle(kind)));
    if (kind == ButtonKind::Link)
        button->setCursor(Qt::PointingHandCursor);
    button->updateGeometry();
    button->update();
}

ButtonKind buttonKind(const QWidget* button)
{
    return button ? ButtonKind(button->property(kKindProperty).toInt()) : ButtonKind::Secondary;
}

QPushButton* makeButton(const QString& text, ButtonKind kind, const QString& icon, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    setButtonKind(button, kind);
    button->setIconSize(QSize(16, 16));
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    if (!icon.isEmpty())
        button->setIcon(iconFor(kind, icon));
    return button;
}

} // namespace assay
