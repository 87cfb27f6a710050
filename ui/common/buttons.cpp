// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/buttons.h"

#include "ui/common/icons.h"
#include "ui/common/type.h"

#include <QKeyEvent>
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

/// Pressed by Return too: outside of dialogs QPushButton knows the space bar only.
class PushButton : public QPushButton
{
public:
    using QPushButton::QPushButton;

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (isReturn && !event->isAutoRepeat() && !autoDefault())
            click();
        else
            QPushButton::keyPressEvent(event);
    }
};

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
    auto* button = new PushButton(text, parent);
    setButtonKind(button, kind);
    button->setIconSize(QSize(16, 16));
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    if (!icon.isEmpty())
        button->setIcon(iconFor(kind, icon));
    return button;
}

} // namespace assay
