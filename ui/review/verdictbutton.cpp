// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/verdictbutton.h"

#include "ui/common/dispositionmark.h"
#include "ui/common/keybadge.h"
#include "ui/common/type.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>

#include <chrono>
#include <cmath>

namespace assay {

namespace {

using namespace std::chrono_literals;

constexpr auto kFlash = 120ms;
constexpr int kHeight = 64;
constexpr int kCompactHeight = 52;
constexpr int kMarkSide = 16;
constexpr int kMarkGap = 9;
constexpr int kWordTop = 10;
constexpr int kCompactWordTop = 5;
constexpr int kBadgeTop = 36;
constexpr int kCompactBadgeTop = 29;

} // namespace

VerdictButton::VerdictButton(Disposition disposition, QAction* action, QWidget* parent)
    : QAbstractButton(parent)
    , m_disposition(disposition)
    , m_action(action)
{
    setObjectName(QStringLiteral("verdict_") % toText(disposition));
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setFont(assay::font(TextStyle::Section));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_flash.setSingleShot(true);
    m_flash.setInterval(kFlash);
    connect(&m_flash, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, &VerdictButton::follow);
    connect(action, &QAction::triggered, this, [this] {
        m_flash.start();
        update();
    });
    follow();
}

void VerdictButton::follow()
{
    setText(m_action->iconText());
    setEnabled(m_action->isEnabled());
    setAccessibleName(m_action->iconText());
    setToolTip(m_action->toolTip());
    update();
}

void VerdictButton::setDensity(Density density)
{
    m_density = density;
    updateGeometry();
    update();
}

QSize VerdictButton::sizeHint() const
{
    return {90, m_density == Density::Regular ? kHeight : kCompactHeight};
}

void VerdictButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void VerdictButton::paintBox(QPainter* painter) const
{
    const Mark mark = dispositionMark(m_disposition);
    const bool isPressed = isDown() || isFlashing();
    Token fill = Token::Raised;
    Token edge = Token::LineStrong;
    if (isPressed) {
        fill = markSoftToken(mark).value_or(Token::Raised);
        edge = markToken(mark);
    } else if (!isEnabled()) {
        edge = Token::Line;
    } else if (underMouse()) {
        fill = Token::Hover;
    }
    painter->setPen(QPen(colour(edge), 1));
    painter->setBrush(colour(fill));
    painter->drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

void VerdictButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(&painter);

    const bool isCompact = m_density == Density::Compact;
    const int wordWidth = int(std::ceil(QFontMetricsF(font()).horizontalAdvance(text())));
    const int left = (width() - kMarkSide - kMarkGap - wordWidth) / 2;
    const QRect line(left, isCompact ? kCompactWordTop : kWordTop, width() - left, 20);
    const Mark mark = dispositionMark(m_disposition);
    const Token markColour = isEnabled() ? markToken(mark) : Token::Disabled;
    paintMark(&painter, QRect(line.x(), line.y(), kMarkSide, line.height()),
              MarkLook{mark, markColour, kMarkSide});
    painter.setFont(font());
    painter.setPen(colour(isEnabled() ? Token::Text : Token::Disabled));
    painter.drawText(line.adjusted(kMarkSide + kMarkGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text());

    const QString key = keyText(m_action->shortcut());
    const QSize badge = keyBadgeSize(key);
    const QRect place((width() - badge.width()) / 2, isCompact ? kCompactBadgeTop : kBadgeTop, badge.width(),
                      badge.height());
    paintKeyBadge(&painter, place, key, isEnabled() ? BadgeState::Enabled : BadgeState::Disabled);
}

} // namespace assay
