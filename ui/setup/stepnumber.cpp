// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/stepnumber.h"

#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/common/type.h"

#include <QPainter>

namespace assay {

StepNumber::StepNumber(int number, QWidget* parent)
    : QWidget(parent)
    , m_number(number)
{
    setFixedSize(24, 24);
}

void StepNumber::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour(Token::LineStrong), 1));
    painter.drawEllipse(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setPen(colour(Token::Text2));
    painter.setFont(assay::font(TextStyle::SecondSemibold));
    painter.drawText(rect(), Qt::AlignCenter, formatCount(m_number));
}

} // namespace assay
