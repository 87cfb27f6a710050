// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/marklabel.h"

#include <QPainter>

#include <cmath>

namespace assay {

namespace {

constexpr int kGap = 6;
constexpr int kChipLeft = 4;
constexpr int kChipRight = 8;
constexpr int kHeight = 20;

} // namespace

MarkLabel::MarkLabel(Look look, QWidget* parent)
    : MarkLabel(Mark::NoData, look, parent)
{
}

MarkLabel::MarkLabel(Mark mark, Look look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setState(mark);
}

void MarkLabel::setState(Mark mark, const QString& word)
{
    m_mark = mark;
    m_word = word.isEmpty() ? markWord(mark) : word;
    setAccessibleName(m_word);
    updateGeometry();
    update();
}

void MarkLabel::setTextStyle(TextStyle style)
{
    m_style = style;
    updateGeometry();
    update();
}

void MarkLabel::setTextToken(Token token)
{
    m_textToken = token;
    update();
}

void MarkLabel::setMarkSide(int side)
{
    m_markSide = side;
    updateGeometry();
    update();
}

bool MarkLabel::isFilled() const
{
    return m_look == Look::Chip && markSoftToken(m_mark).has_value();
}

QSize MarkLabel::sizeHint() const
{
    const int text = int(std::ceil(QFontMetricsF(assay::font(m_style)).horizontalAdvance(m_word)));
    const int padding = (isFilled() ? kChipLeft : 0) + (m_look == Look::Chip ? kChipRight : 0);
    return {m_markSide + kGap + text + padding, std::max(kHeight, lineHeight(m_style))};
}

void MarkLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (isFilled()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour(*markSoftToken(m_mark)));
        painter.drawRoundedRect(rect(), 4, 4);
    }
    const int left = isFilled() ? kChipLeft : 0;
    paintMark(&painter, QRect(left, 0, m_markSide, height()), m_mark, m_markSide);
    painter.setFont(assay::font(m_style));
    painter.setPen(colour(isEnabled() ? m_textToken.value_or(markTextToken(m_mark)) : Token::Disabled));
    painter.drawText(rect().adjusted(left + m_markSide + kGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     m_word);
}

Token markTextToken(Mark mark)
{
    return markSoftToken(mark) ? markToken(mark) : Token::Text2;
}

} // namespace assay
