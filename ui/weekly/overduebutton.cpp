// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weekly/overduebutton.h"

#include "ui/common/marks.h"
#include "ui/common/type.h"
#include "ui/weekly/weeklywords.h"

#include <QPainter>

#include <cmath>

namespace assay {

namespace {

constexpr int kMark = 14;
constexpr int kGap = 5;
constexpr int kHeight = 20;

} // namespace

OverdueButton::OverdueButton(QWidget* parent)
    : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("overdueWeeks"));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(assay::font(TextStyle::SecondSemibold));
    setToolTip(tr("Show the weekly review"));
    hide();
}

void OverdueButton::setWeeks(const UnsignedWeeks& weeks)
{
    m_weeks = weeks;
    setText(overdueText(weeks.count));
    setAccessibleName(text());
    setVisible(weeks.count > 0);
    updateGeometry();
    update();
}

QSize OverdueButton::sizeHint() const
{
    return {kMark + kGap + int(std::ceil(QFontMetricsF(font()).horizontalAdvance(text()))) + 1, kHeight};
}

void OverdueButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Mark mark = m_weeks.isAnyFiring ? Mark::Firing : Mark::Undecided;
    paintMark(&painter, QRect(0, 0, kMark, height()), mark, kMark);
    painter.setPen(colour(m_weeks.isAnyFiring ? Token::Bad : underMouse() ? Token::Text : Token::Text2));
    painter.drawText(rect().adjusted(kMark + kGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
}

} // namespace assay
