// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weekly/decisionbutton.h"

#include "ui/common/icons.h"
#include "ui/common/keybadge.h"
#include "ui/common/type.h"

#include <QAction>
#include <QPainter>

#include <cmath>

namespace assay {

namespace {

constexpr int kHeight = 32;
constexpr int kIconSide = 16;
constexpr int kInset = 5;
constexpr int kRadius = 4;

} // namespace

DecisionButton::DecisionButton(const QString& text, QString icon, QAction* action, QWidget* parent)
    : QAbstractButton(parent)
    , m_icon(std::move(icon))
    , m_action(action)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_Hover);
    setFixedHeight(kHeight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(action, &QAction::changed, this, qOverload<>(&QWidget::update));
}

QString DecisionButton::key() const
{
    return keyText(m_action->shortcut());
}

QSize DecisionButton::sizeHint() const
{
    const int words =
        int(std::ceil(QFontMetricsF(assay::font(TextStyle::SecondSemibold)).horizontalAdvance(text())));
    return {kInset + kIconSide + 4 + words + 4 + keyBadgeSize(key()).width() + kInset, kHeight};
}

void DecisionButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int edge = isChecked() ? 2 : 1;
    const bool isLively = isEnabled() && (underMouse() || isDown());
    const Token fill = isChecked() ? Token::Selection : isLively ? Token::Hover : Token::Panel;
    const Token line = isChecked()   ? (isEnabled() ? Token::Accent : Token::LineStrong)
                       : isEnabled() ? Token::LineStrong
                                     : Token::Line;
    painter.setPen(QPen(colour(line), edge));
    painter.setBrush(colour(fill));
    const qreal inset = edge / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), kRadius - inset,
                            kRadius - inset);
    const Token ink = isEnabled() || isChecked() ? Token::Text : Token::Disabled;
    const int badge = keyBadgeSize(key()).width();
    paintIcon(&painter, QRect(kInset, 0, kIconSide, height()), m_icon, ink, kIconSide);
    painter.setFont(assay::font(isChecked() ? TextStyle::SecondSemibold : TextStyle::Second));
    painter.setPen(colour(ink));
    painter.drawText(QRect(kInset + kIconSide, 0, width() - 2 * kInset - kIconSide - badge, height()),
                     Qt::AlignCenter | Qt::TextSingleLine, text());
    paintKeyBadge(&painter, QRect(width() - kInset - badge, 0, badge, height()), key(),
                  isEnabled() ? BadgeState::Enabled : BadgeState::Disabled);
}

} // namespace assay
