// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/assaystyle.h"

#include "ui/common/buttons.h"
#include "ui/common/icons.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace assay {

namespace {

constexpr int kControlHeight = 28;
constexpr int kSmallHeight = 24;
constexpr int kButtonPadding = 11;
constexpr int kIconSide = 16;
constexpr int kIconGap = 6;
constexpr int kRadius = 4;
constexpr int kRingWidth = 2;
constexpr int kRingOffset = 1;

struct Box
{
    QColor fill;
    QColor edge;
    int edgeWidth = 1;
};

void paintBox(QPainter* painter, const QRect& rect, const Box& box)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(box.edge, box.edgeWidth));
    painter->setBrush(box.fill);
    const qreal inset = box.edgeWidth / 2.0;
    const qreal radius = kRadius - inset;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

struct ButtonState
{
    bool isEnabled;
    bool isHovered;
    bool isDown;
    bool isOn;
};

ButtonState stateOf(const QStyleOption& option)
{
    return {option.state.testFlag(QStyle::State_Enabled), option.state.testFlag(QStyle::State_MouseOver),
            option.state.testFlag(QStyle::State_Sunken), option.state.testFlag(QStyle::State_On)};
}

Box primaryBox(const ButtonState& state)
{
    if (!state.isEnabled)
        return {colour(Token::Raised), colour(Token::Line)};
    const QColor fill = colour(Token::AccentFill);
    const QColor shade = state.isDown ? fill.darker(115) : state.isHovered ? fill.darker(107) : fill;
    return {shade, shade};
}

Box secondaryBox(const ButtonState& state)
{
    if (state.isOn)
        return {colour(Token::Selection), colour(Token::Accent)};
    const bool isLively = state.isEnabled && (state.isHovered || state.isDown);
    return {colour(isLively ? Token::Hover : Token::Raised),
            colour(state.isEnabled && state.isDown ? Token::LineStrong : Token::Line)};
}

bool isFilled(ButtonKind kind)
{
    return kind == ButtonKind::Primary || kind == ButtonKind::SmallPrimary;
}

bool isSmall(ButtonKind kind)
{
    return kind == ButtonKind::Small || kind == ButtonKind::SmallPrimary;
}

Token buttonTextToken(ButtonKind kind, const ButtonState& state)
{
    if (!state.isEnabled)
        return Token::Disabled;
    if (isFilled(kind))
        return Token::OnAccent;
    return kind == ButtonKind::Link ? Token::Accent : Token::Text;
}

ButtonKind effectiveKind(const QStyleOptionButton& option, const QWidget* widget)
{
    const bool isDefault = option.features.testFlag(QStyleOptionButton::DefaultButton);
    const ButtonKind kind = buttonKind(widget);
    return isDefault && kind == ButtonKind::Secondary ? ButtonKind::Primary : kind;
}

void paintButtonLabel(QPainter* painter, const QStyleOptionButton& option, Token token)
{
    const int iconWidth = option.icon.isNull() ? 0 : kIconSide + (option.text.isEmpty() ? 0 : kIconGap);
    const int textWidth = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    int x = option.rect.x() + (option.rect.width() - iconWidth - textWidth) / 2;
    if (!option.icon.isNull()) {
        const QRect iconRect(x, option.rect.y() + (option.rect.height() - kIconSide) / 2, kIconSide,
                             kIconSide);
        const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
        option.icon.paint(painter, iconRect, Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);
        x += iconWidth;
    }
    painter->setPen(colour(token));
    painter->drawText(QRect(x, option.rect.y(), textWidth + 1, option.rect.height()),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextHideMnemonic, option.text);
}

void paintPushButton(QPainter* painter, const QStyleOptionButton& option, const QWidget* widget)
{
    const ButtonKind kind = effectiveKind(option, widget);
    const ButtonState state = stateOf(option);
    if (isFilled(kind))
        paintBox(painter, option.rect, primaryBox(state));
    else if (kind != ButtonKind::Link &&
             (!option.features.testFlag(QStyleOptionButton::Flat) || state.isHovered))
        paintBox(painter, option.rect, secondaryBox(state));
    painter->save();
    if (kind == ButtonKind::Link && state.isHovered) {
        QFont underlined = painter->font();
        underlined.setUnderline(true);
        painter->setFont(underlined);
    }
    paintButtonLabel(painter, option, buttonTextToken(kind, state));
    painter->restore();
}

void paintCheckBox(QPainter* painter, const QStyleOption& option)
{
    const ButtonState state = stateOf(option);
    const bool isMixed = option.state.testFlag(QStyle::State_NoChange);
    const Token edge = state.isEnabled ? Token::LineStrong : Token::Line;
    if (!state.isOn && !isMixed) {
        paintBox(painter, option.rect, {colour(state.isHovered ? Token::Hover : Token::Field), colour(edge)});
        return;
    }
    const Token fill = state.isEnabled ? Token::AccentFill : Token::Disabled;
    paintBox(painter, option.rect, {colour(fill), colour(fill)});
    paintIcon(painter, option.rect, isMixed ? QStringLiteral("minus") : QStringLiteral("check"),
              Token::OnAccent, 14);
}

void paintRadioButton(QPainter* painter, const QStyleOption& option)
{
    const ButtonState state = stateOf(option);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour(state.isEnabled ? Token::LineStrong : Token::Line), 1));
    painter->setBrush(colour(Token::Field));
    const QRectF circle = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->drawEllipse(circle);
    if (state.isOn) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour(state.isEnabled ? Token::Accent : Token::Disabled));
        painter->drawEllipse(circle.adjusted(3.5, 3.5, -3.5, -3.5));
    }
    painter->restore();
}

void paintCombo(QPainter* painter, const QStyleOptionComboBox& option)
{
    const ButtonState state = stateOf(option);
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    const Token edge = hasFocus ? Token::Accent : state.isEnabled ? Token::LineStrong : Token::Line;
    const Token fill = state.isEnabled && state.isHovered ? Token::Hover : Token::Field;
    paintBox(painter, option.rect, {colour(fill), colour(edge), hasFocus ? 2 : 1});
    const QRect chevron(option.rect.right() - 22, option.rect.top(), kIconSide, option.rect.height());
    paintIcon(painter, chevron, QStringLiteral("down"), state.isEnabled ? Token::Text2 : Token::Disabled,
              kIconSide);
}

void paintFocusRing(QPainter* painter, const QRect& rect)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour(Token::Accent), kRingWidth));
    painter->setBrush(Qt::NoBrush);
    const qreal radius = kRadius + kRingOffset + kRingWidth / 2.0;
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius);
    painter->restore();
}

QString chevronName(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_IndicatorArrowUp:
    case QStyle::PE_IndicatorSpinUp:
        return QStringLiteral("up");
    case QStyle::PE_IndicatorArrowLeft:
        return QStringLiteral("left");
    case QStyle::PE_IndicatorArrowRight:
        return QStringLiteral("right");
    default:
        return QStringLiteral("down");
    }
}

void paintToolPanel(QPainter* painter, const QStyleOption& option)
{
    const ButtonState state = stateOf(option);
    if (state.isOn)
        paintBox(painter, option.rect, {colour(Token::Selection), colour(Token::Accent)});
    else if (state.isEnabled && (state.isHovered || state.isDown))
        paintBox(painter, option.rect, {colour(Token::Hover), colour(Token::Hover)});
}

} // namespace

AssayStyle::AssayStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
    setObjectName(QStringLiteral("assay"));
}

void AssayStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        return; // the ring around the widget says it
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return paintCheckBox(painter, *option);
    case PE_IndicatorRadioButton:
        return paintRadioButton(painter, *option);
    case PE_IndicatorMenuCheckMark:
        if (option->state.testFlag(State_On))
            paintIcon(painter, option->rect, QStringLiteral("check"), Token::Text, kIconSide);
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight:
    case PE_IndicatorSpinUp:
    case PE_IndicatorSpinDown: {
        const Token token = option->state.testFlag(State_Enabled) ? Token::Text2 : Token::Disabled;
        return paintIcon(painter, option->rect, chevronName(element), token, 12);
    }
    case PE_PanelButtonTool:
        return paintToolPanel(painter, *option);
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void AssayStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const
{
    if (element == CE_FocusFrame)
        return paintFocusRing(painter, option->rect);
    if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        button && element == CE_PushButton)
        return paintPushButton(painter, *button, widget);
    if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        combo && element == CE_ComboBoxLabel && !combo->editable) {
        const QRect rect = combo->rect.adjusted(kButtonPadding, 0, -30, 0);
        painter->setPen(colour(combo->state.testFlag(State_Enabled) ? Token::Text : Token::Disabled));
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                          combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, rect.width()));
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void AssayStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                    QPainter* painter, const QWidget* widget) const
{
    if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        combo && control == CC_ComboBox)
        return paintCombo(painter, *combo);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect AssayStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                 SubControl subControl, const QWidget* widget) const
{
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
        return option->rect.adjusted(kButtonPadding - 4, 1, -30, -1);
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QSize AssayStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                   const QWidget* widget) const
{
    if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        button && type == CT_PushButton) {
        const ButtonKind kind = buttonKind(widget);
        const int text = option->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
        const int icon = button->icon.isNull() ? 0 : kIconSide + (button->text.isEmpty() ? 0 : kIconGap);
        const int padding = kind == ButtonKind::Link ? 0 : isSmall(kind) ? 10 : kButtonPadding;
        const int height = isSmall(kind) ? kSmallHeight : kind == ButtonKind::Link ? 20 : kControlHeight;
        return {text + icon + 2 * padding, height};
    }
    if (type == CT_ComboBox)
        return {size.width() + kButtonPadding + 34, kControlHeight};
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

int AssayStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return kRingWidth + kRingOffset;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return kIconSide;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int AssayStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* returned) const
{
    switch (hint) {
    case SH_UnderlineShortcut:
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
        return 0;
    case SH_FocusFrame_AboveWidget:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

} // namespace assay
