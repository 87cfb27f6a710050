// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/movementrow.h"

#include "app/report/comparisonwords.h"
#include "app/report/figures.h"
#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/common/tooltip.h"
#include "ui/common/type.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace assay {

namespace {

constexpr int kHeight = 24;
constexpr int kBar = 10;
constexpr int kEffectRoom = 52;
constexpr int kCountRoom = 48;
constexpr double kNameShare = 0.3;

struct MovementWords
{
    Q_DECLARE_TR_FUNCTIONS(assay::MovementWords)
};

QString noName(Dimension dimension)
{
    switch (dimension) {
    case Dimension::Client:
        return MovementWords::tr("No client");
    case Dimension::Model:
        return MovementWords::tr("Model unknown");
    case Dimension::Template:
        return MovementWords::tr("No template");
    }
    Q_UNREACHABLE();
}

} // namespace

MovementScale scaleOf(const Movement& movement)
{
    MovementScale scale;
    for (const AttributedPart& part : movement.parts) {
        const double negative = std::min(part.rateEffect, 0.0) + std::min(part.mixEffect, 0.0);
        const double positive = std::max(part.rateEffect, 0.0) + std::max(part.mixEffect, 0.0);
        scale.low = std::min(scale.low, negative);
        scale.high = std::max(scale.high, positive);
    }
    return scale;
}

QString effectText(const Movement& movement, double effect)
{
    const Definition& metric = definition(movement.metric);
    const bool isShare = movement.beyond || metric.unit == MetricUnit::Share;
    return isShare ? formatSigned(effect * 100, 1) : differenceText(metric, effect);
}

QString partName(const Movement& movement, const AttributedPart& part)
{
    if (part.pooled > 0)
        return part.pooled == 1 ? MovementWords::tr("1 other")
                                : MovementWords::tr("%1 others").arg(part.pooled);
    return part.name.isEmpty() ? noName(movement.dimension) : plainLine(part.name);
}

MovementRow::MovementRow(const Movement& movement, const AttributedPart& part, QWidget* parent)
    : QAbstractButton(parent)
    , m_part(part)
    , m_scale(scaleOf(movement))
    , m_isUpGood(definition(movement.metric).bad == BadDirection::Down && !movement.beyond)
    , m_effect(effectText(movement, part.effect()))
    , m_counted(formatCount(part.after.n))
{
    setText(partName(movement, part));
    setObjectName(QStringLiteral("part_") + part.name);
    setFocusPolicy(part.pooled > 0 ? Qt::NoFocus : Qt::TabFocus);
    setEnabled(part.pooled == 0);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const QString effects =
        tr("%1: %2; by itself %3, by its share %4; %5 before, %6 after")
            .arg(text(), m_effect, effectText(movement, part.rateEffect),
                 effectText(movement, part.mixEffect), formatCount(part.before.n), m_counted);
    setAccessibleName(effects);
    setToolTip(plainToolTip(part.pooled > 0 ? effects : tr("%1. Click to see it alone.").arg(effects)));
}

QSize MovementRow::sizeHint() const
{
    return {200, kHeight};
}

void MovementRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (isEnabled() && underMouse())
        painter.fillRect(rect(), colour(Token::Hover));
    const QRect name(0, 0, int(width() * kNameShare), height());
    painter.setFont(assay::font(TextStyle::Second));
    painter.setPen(colour(Token::Text));
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, name.width() - 8));
    const QRect count(width() - kCountRoom, 0, kCountRoom, height());
    painter.setPen(colour(Token::Text2));
    painter.drawText(count, Qt::AlignRight | Qt::AlignVCenter, m_counted);
    painter.setFont(assay::font(TextStyle::SecondSemibold));
    painter.setPen(colour(Token::Text));
    const QRect effect(count.left() - kEffectRoom, 0, kEffectRoom, height());
    painter.drawText(effect, Qt::AlignRight | Qt::AlignVCenter, m_effect);
    paintBars(painter, QRectF(name.right(), 0, effect.left() - name.right() - 4, height()));
}

void MovementRow::paintBars(QPainter& painter, const QRectF& room) const
{
    const double span = m_scale.high - m_scale.low;
    if (span <= 0)
        return;
    const double unit = (room.width() - 2) / span;
    const double zero = room.left() + 1 - m_scale.low * unit;
    const double top = (room.height() - kBar) / 2;
    painter.setPen(QPen(colour(Token::LineStrong), 1));
    painter.drawLine(QPointF(zero, room.top() + 2), QPointF(zero, room.bottom() - 2));
    double left = zero;
    double right = zero;
    const auto add = [&](double effect, bool isSolid) {
        const double width = std::abs(effect) * unit;
        if (width < 0.5)
            return;
        const double begin = effect < 0 ? left - width : right;
        (effect < 0 ? left : right) = effect < 0 ? begin : begin + width;
        const bool isGood = (effect > 0) == m_isUpGood;
        painter.setPen(QPen(colour(isGood ? Token::Good : Token::Bad), 1));
        painter.setBrush(colour(isSolid ? (isGood ? Token::Good : Token::Bad)
                                        : (isGood ? Token::GoodSoft : Token::BadSoft)));
        painter.drawRect(QRectF(begin + 0.5, top + 0.5, std::max(1.0, width - 1), kBar - 1));
    };
    add(m_part.rateEffect, true);
    add(m_part.mixEffect, false);
}

} // namespace assay
