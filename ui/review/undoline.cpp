// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/undoline.h"

#include "ui/common/icons.h"
#include "ui/common/keybadge.h"
#include "ui/common/type.h"

#include <QAction>
#include <QPainter>

#include <cmath>

namespace assay {

namespace {

constexpr int kHeight = 18;
constexpr int kIconSide = 16;
constexpr int kTextLeft = 24;
constexpr int kGap = 10;

} // namespace

UndoLine::UndoLine(QAction* undo, QWidget* parent)
    : QAbstractButton(parent)
    , m_undo(undo)
{
    setObjectName(QStringLiteral("undoLine"));
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setFont(assay::font(TextStyle::Second));
    setFixedHeight(kHeight);
    connect(this, &QAbstractButton::clicked, undo, &QAction::trigger);
    connect(undo, &QAction::changed, this, &UndoLine::follow);
    follow();
}

void UndoLine::setTarget(const QString& target)
{
    m_target = target;
    follow();
}

void UndoLine::setWords(Words words)
{
    m_words = words;
    follow();
}

void UndoLine::follow()
{
    if (m_target.isEmpty())
        setText(tr("Nothing to undo"));
    else
        setText(m_words == Words::Full ? tr("Undo: %1").arg(m_target) : m_target);
    setAccessibleName(text());
    setEnabled(!m_target.isEmpty());
    updateGeometry();
    update();
}

QString UndoLine::key() const
{
    return keyText(m_undo->shortcut());
}

QSize UndoLine::sizeHint() const
{
    const int words = int(std::ceil(QFontMetricsF(font()).horizontalAdvance(text())));
    return {kTextLeft + words + kGap + keyBadgeSize(key()).width(), kHeight};
}

void UndoLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Token token = !isEnabled() ? Token::Disabled : underMouse() ? Token::Text : Token::Text2;
    paintIcon(&painter, QRect(0, 0, kIconSide, height()), QStringLiteral("undo"), token, kIconSide);
    const int badge = keyBadgeSize(key()).width();
    const int badgeLeft = width() - badge;
    painter.setPen(colour(token));
    const QRect line(kTextLeft, 0, badgeLeft - kTextLeft - 4, height());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideRight, line.width()));
    paintKeyBadge(&painter, QRect(badgeLeft, 0, badge, height()), key(),
                  isEnabled() ? BadgeState::Enabled : BadgeState::Disabled);
}

} // namespace assay
