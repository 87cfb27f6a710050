// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/keybadge.h"

#include "ui/common/theme.h"
#include "ui/common/type.h"

#include <QAction>
#include <QPainter>

#include <cmath>

namespace assay {

namespace {

constexpr int kSide = 18;
constexpr int kPadding = 5;
constexpr qreal kRadius = 4;

} // namespace

KeyBadge::KeyBadge(const QString& key, QWidget* parent)
    : QWidget(parent)
    , m_key(key)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

KeyBadge::KeyBadge(QAction* action, QWidget* parent)
    : KeyBadge(keyText(action->shortcut()), parent)
{
    connect(action, &QAction::changed, this, [this, action] { setKey(keyText(action->shortcut())); });
}

void KeyBadge::setKey(const QString& key)
{
    if (key == m_key)
        return;
    m_key = key;
    updateGeometry();
    update();
}

QSize KeyBadge::sizeHint() const
{
    return m_key.isEmpty() ? QSize(0, 0) : keyBadgeSize(m_key);
}

void KeyBadge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintKeyBadge(&painter, rect(), m_key, isEnabled() ? BadgeState::Enabled : BadgeState::Disabled);
}

QString keyText(const QKeySequence& sequence)
{
    return sequence.toString(QKeySequence::NativeText);
}

QSize keyBadgeSize(const QString& key)
{
    if (key.size() == 1)
        return {kSide, kSide};
    const qreal text = QFontMetricsF(font(TextStyle::LabelSemibold)).horizontalAdvance(key);
    return {std::max(kSide, int(std::ceil(text)) + 2 * kPadding), kSide};
}

void paintKeyBadge(QPainter* painter, const QRect& rect, const QString& key, BadgeState state)
{
    if (key.isEmpty())
        return;
    const QRect box(QPoint(rect.x(), rect.y() + (rect.height() - kSide) / 2), keyBadgeSize(key));
    const bool isEnabled = state != BadgeState::Disabled;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour(isEnabled ? Token::LineStrong : Token::Line), 1));
    painter->setBrush(colour(state == BadgeState::Recessed ? Token::Field : Token::Panel));
    painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    painter->setPen(colour(isEnabled ? Token::Text2 : Token::Disabled));
    painter->setFont(font(TextStyle::LabelSemibold));
    painter->drawText(box, Qt::AlignCenter, key);
    painter->restore();
}

} // namespace assay
