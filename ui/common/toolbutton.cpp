// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/toolbutton.h"

#include "ui/common/icons.h"
#include "ui/common/keybadge.h"
#include "ui/common/type.h"

#include <QAction>
#include <QPainter>
#include <QPushButton>

#include <cmath>

namespace assay {

namespace {

constexpr int kHeight = 24;
constexpr int kPadding = 9;
constexpr int kGap = 6;
constexpr int kKeyGap = 6;
constexpr int kIconSide = 16;

} // namespace

ToolButton::ToolButton(QAction* action, QWidget* parent)
    : QAbstractButton(parent)
    , m_action(action)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(assay::font(TextStyle::Second));
    connect(action, &QAction::changed, this, &ToolButton::follow);
    connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
    follow();
}

void ToolButton::setWords(Words words)
{
    m_words = words;
    follow();
}

void ToolButton::follow()
{
    setText(m_action->iconText());
    setIcon(m_action->icon());
    setEnabled(m_action->isEnabled());
    setCheckable(m_action->isCheckable());
    setChecked(m_action->isChecked());
    setVisible(m_action->isVisible());
    setAccessibleName(m_action->iconText());
    setToolTip(key().isEmpty() ? m_action->iconText() : tr("%1 (%2)").arg(m_action->iconText(), key()));
    updateGeometry();
    update();
}

QString ToolButton::words() const
{
    return m_words == Words::Shown || icon().isNull() ? text() : QString();
}

QString ToolButton::key() const
{
    return keyText(m_action->shortcut());
}

QSize ToolButton::sizeHint() const
{
    int width = 2 * kPadding;
    if (!icon().isNull())
        width += kIconSide;
    if (!words().isEmpty())
        width +=
            int(std::ceil(QFontMetricsF(font()).horizontalAdvance(words()))) + (icon().isNull() ? 0 : kGap);
    if (!key().isEmpty())
        width += kKeyGap + keyBadgeSize(key()).width();
    return {width, kHeight};
}

void ToolButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (isChecked() || (isEnabled() && (underMouse() || isDown()))) {
        painter.setPen(colour(isChecked() ? Token::Accent : Token::Hover));
        painter.setBrush(colour(isChecked() ? Token::Selection : Token::Hover));
        painter.drawRoundedRect(box, 4, 4);
    }
    int x = kPadding;
    if (!icon().isNull()) {
        const QIcon::Mode mode = isEnabled() ? QIcon::Normal : QIcon::Disabled;
        icon().paint(&painter, QRect(x, 0, kIconSide, height()), Qt::AlignCenter, mode,
                     isChecked() ? QIcon::On : QIcon::Off);
        x += kIconSide + kGap;
    }
    if (!words().isEmpty()) {
        painter.setPen(colour(!isEnabled() ? Token::Disabled : isChecked() ? Token::Text : Token::Text2));
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, words());
    }
    const QSize badge = keyBadgeSize(key());
    paintKeyBadge(&painter, QRect(width() - kPadding - badge.width(), 0, badge.width(), height()), key(),
                  isEnabled() ? BadgeState::Enabled : BadgeState::Disabled);
}

void ToolButton::enterEvent(QEnterEvent*)
{
    update();
}

void ToolButton::leaveEvent(QEvent*)
{
    update();
}

QAbstractButton* makeIconButton(const QString& icon, const QString& name, QWidget* parent)
{
    auto* button = new QPushButton(parent);
    button->setIcon(themedIcon(icon));
    button->setIconSize(QSize(16, 16));
    button->setFixedSize(28, 28);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

} // namespace assay
