// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/comparisondelegate.h"

#include "ui/changes/comparisonmodel.h"
#include "ui/common/type.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>

namespace assay {

namespace {

constexpr int kRow = 36;
constexpr int kHeading = 28;
constexpr int kPadding = 16;
constexpr int kBarPadding = 24; ///< so that an arrowhead has room
constexpr double kCap = 5;
constexpr double kMarker = 4;

Token barToken(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Better:
        return Token::Good;
    case Verdict::Worse:
        return Token::Bad;
    default:
        return Token::Text2;
    }
}

/// Beyond the axis the interval goes on.
void paintArrow(QPainter* painter, QPointF tip, double direction)
{
    QPainterPath head(tip);
    head.lineTo(tip.x() - direction * 6, tip.y() - 4);
    head.lineTo(tip.x() - direction * 6, tip.y() + 4);
    head.closeSubpath();
    painter->fillPath(head, painter->pen().color());
}

} // namespace

double barX(const QRect& column, double share, double end)
{
    const double half = column.width() / 2.0 - kBarPadding;
    return column.left() + column.width() / 2.0 + share / end * half;
}

ComparisonDelegate::ComparisonDelegate(const ComparisonModel& model, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

void ComparisonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    const QRect room = option.rect;
    const bool isHeading = m_model.isHeading(index.row());
    const bool isCurrent = option.state & QStyle::State_Selected;
    painter->fillRect(room, colour(isHeading ? Token::Raised : isCurrent ? Token::Selection : Token::Panel));
    painter->fillRect(QRect(room.left(), room.bottom(), room.width(), 1), colour(Token::Line));
    painter->save();
    painter->setClipRect(room);
    const bool isBar = index.column() == ComparisonModel::IntervalColumn && !isHeading;
    if (isBar && m_model.bar(index.row()))
        paintBar(painter, room, index);
    else if (index.column() == ComparisonModel::VerdictColumn && !isHeading)
        paintVerdict(painter, room, index);
    else
        paintText(painter, room, index);
    painter->restore();
}

QSize ComparisonDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool isHeading = m_model.isHeading(index.row());
    return {QStyledItemDelegate::sizeHint(option, index).width() + kPadding, isHeading ? kHeading : kRow};
}

void ComparisonDelegate::paintText(QPainter* painter, const QRect& room, const QModelIndex& index) const
{
    const bool isHeading = m_model.isHeading(index.row());
    const int column = index.column();
    const bool isReason = column == ComparisonModel::IntervalColumn;
    const TextStyle style = isHeading                                     ? TextStyle::LabelSemibold
                            : isReason                                    ? TextStyle::Second
                            : column == ComparisonModel::DifferenceColumn ? TextStyle::BodyMedium
                                                                          : TextStyle::Body;
    const bool isSecond = isReason || column == ComparisonModel::PercentColumn;
    painter->setFont(assay::font(style));
    painter->setPen(colour(isSecond ? Token::Text2 : Token::Text));
    const QRect inside = room.adjusted(column == ComparisonModel::MetricColumn ? kPadding : 6, 0, -6, 0);
    const auto alignment =
        isReason ? Qt::AlignCenter : Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    painter->drawText(
        inside, int(alignment),
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, inside.width()));
}

void ComparisonDelegate::paintBar(QPainter* painter, const QRect& column, const QModelIndex& index) const
{
    const ComparisonModel::Bar bar = *m_model.bar(index.row());
    const double end = m_model.axisEnd();
    for (const double tick : {-end, -end / 2, 0.0, end / 2, end}) {
        const double x = std::floor(barX(column, tick, end)) + 0.5;
        painter->setPen(QPen(colour(tick == 0 ? Token::LineStrong : Token::Grid), 1));
        painter->drawLine(QPointF(x, column.top()), QPointF(x, column.bottom()));
    }
    painter->setRenderHint(QPainter::Antialiasing);
    const double y = column.top() + (column.height() - 1) / 2.0;
    const double edge = end * 1.1;
    const double low = barX(column, std::clamp(bar.low, -edge, edge), end);
    const double high = barX(column, std::clamp(bar.high, -edge, edge), end);
    painter->setPen(QPen(colour(barToken(bar.verdict)), 1.5));
    painter->drawLine(QPointF(low, y), QPointF(high, y));
    for (const auto& [x, isBeyond, direction] :
         {std::tuple(low, bar.low < -edge, -1.0), std::tuple(high, bar.high > edge, 1.0)}) {
        if (isBeyond)
            paintArrow(painter, {x, y}, direction);
        else
            painter->drawLine(QPointF(x, y - kCap), QPointF(x, y + kCap));
    }
    const QPointF centre(barX(column, std::clamp(bar.value, -edge, edge), end), y);
    const bool isFilled = bar.verdict == Verdict::Worse || bar.verdict == Verdict::Better;
    painter->setBrush(colour(isFilled ? barToken(bar.verdict) : Token::Panel));
    if (bar.verdict == Verdict::Worse)
        painter->drawRect(QRectF(centre.x() - kMarker, y - kMarker, 2 * kMarker, 2 * kMarker));
    else
        painter->drawEllipse(centre, kMarker, kMarker);
}

void ComparisonDelegate::paintVerdict(QPainter* painter, const QRect& room, const QModelIndex& index) const
{
    const Verdict verdict = m_model.verdict(index.row());
    const Mark mark = markOf(verdict);
    paintMark(painter, QRect(room.left() + 8, room.top(), 16, room.height()), mark, 14);
    painter->setFont(assay::font(TextStyle::Second));
    painter->setPen(colour(barToken(verdict)));
    const QRect words = room.adjusted(30, 0, -4, 0);
    painter->drawText(
        words, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
}

} // namespace assay
