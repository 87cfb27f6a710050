// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/droparea.h"

#include "ui/common/icons.h"
#include "ui/common/type.h"

#include <QPainter>

namespace assay {

namespace {

constexpr int kMargin = 16;
constexpr int kIconSide = 40;

} // namespace

DropArea::DropArea(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(200);
    setAccessibleName(tr("Drop a folder, images or a log here"));
}

void DropArea::setAboutToDrop(bool isAboutToDrop)
{
    m_isAboutToDrop = isAboutToDrop;
    update();
}

void DropArea::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(kMargin + 0.5, kMargin + 0.5, -kMargin - 0.5, -kMargin - 0.5);
    QPen pen(colour(m_isAboutToDrop ? Token::Accent : Token::LineStrong), m_isAboutToDrop ? 2 : 1);
    pen.setDashPattern({3, 2});
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    if (m_isAboutToDrop)
        painter.setBrush(colour(Token::Selection));
    painter.drawRoundedRect(box, 6, 6);
    const int centre = height() / 2;
    paintIcon(&painter, QRect(0, centre - 34, width(), kIconSide), QStringLiteral("folder"), Token::Text2,
              kIconSide);
    painter.setFont(assay::font(TextStyle::Body));
    painter.setPen(colour(Token::Text2));
    painter.drawText(QRect(0, centre + 14, width(), 20), Qt::AlignCenter, accessibleName());
}

} // namespace assay
