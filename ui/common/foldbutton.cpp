// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/foldbutton.h"

#include "ui/common/icons.h"
#include "ui/common/type.h"

#include <QPainter>

#include <cmath>

namespace assay {

namespace {

constexpr int kHeight = 24;
constexpr int kPadding = 8;
constexpr int kChevron = 16;
constexpr int kGap = 4;

} // namespace

FoldButton::FoldButton(const QString& text, QWidget* parent)
    : QAbstractButton(parent)
{
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::TabFocus);
    setFont(assay::font(TextStyle::Second));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void FoldButton::setUnfolded(bool isUnfolded)
{
    m_isUnfolded = isUnfolded;
    update();
}

void FoldButton::setWordsShown(bool areShown)
{
    m_areWordsShown = areShown;
    setToolTip(areShown ? QString() : text());
    updateGeometry();
    update();
}

QSize FoldButton::sizeHint() const
{
    const int words =
        m_areWordsShown ? int(std::ceil(QFontMetricsF(font()).horizontalAdvance(text()))) + kGap : 0;
    return {words + kChevron + 2 * kPadding, kHeight};
}

void FoldButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Token token = underMouse() ? Token::Text : Token::Text2;
    const QRect inside = rect().adjusted(kPadding, 0, -kPadding, 0);
    painter.setPen(colour(token));
    if (m_areWordsShown)
        painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter, text());
    paintIcon(&painter, QRect(inside.right() + 1 - kChevron, 0, kChevron, height()),
              m_isUnfolded ? QStringLiteral("down") : QStringLiteral("right"), token, kChevron);
}

} // namespace assay
