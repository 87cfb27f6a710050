// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/surface.h"

#include <QPainter>
#include <QPainterPath>

namespace assay {

Surface::Surface(Token fill, QWidget* parent)
    : QWidget(parent)
    , m_fill(fill)
{
}

void Surface::setFill(Token fill)
{
    m_fill = fill;
    update();
}

void Surface::setLines(Qt::Edges edges)
{
    m_edges = edges;
    update();
}

void Surface::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour(m_fill));
    const QColor line = colour(Token::Line);
    if (m_edges.testFlag(Qt::TopEdge))
        painter.fillRect(0, 0, width(), 1, line);
    if (m_edges.testFlag(Qt::BottomEdge))
        painter.fillRect(0, height() - 1, width(), 1, line);
    if (m_edges.testFlag(Qt::LeftEdge))
        painter.fillRect(0, 0, 1, height(), line);
    if (m_edges.testFlag(Qt::RightEdge))
        painter.fillRect(width() - 1, 0, 1, height(), line);
}

Panel::Panel(QWidget* parent)
    : QWidget(parent)
{
}

void Panel::setCurrent(bool isCurrent)
{
    m_isCurrent = isCurrent;
    update();
}

void Panel::setEdge(Token edge)
{
    m_edge = edge;
    update();
}

void Panel::setRadius(int radius)
{
    m_radius = radius;
    update();
}

void Panel::setHead(int height, Token fill)
{
    m_headHeight = height;
    m_headFill = fill;
    update();
}

void Panel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int edgeWidth = m_isCurrent ? 2 : 1;
    const qreal inset = edgeWidth / 2.0;
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), m_radius - inset,
                         m_radius - inset);
    painter.fillPath(shape, colour(Token::Panel));
    if (m_headHeight > 0) {
        QPainterPath head;
        head.addRect(0, 0, width(), m_headHeight);
        painter.fillPath(shape.intersected(head), colour(m_headFill));
    }
    painter.strokePath(shape, QPen(colour(m_isCurrent ? Token::Accent : m_edge), edgeWidth));
}

QWidget* makeLine(Qt::Orientation orientation, QWidget* parent)
{
    auto* line = new Surface(Token::Line, parent);
    if (orientation == Qt::Horizontal)
        line->setFixedHeight(1);
    else
        line->setFixedWidth(1);
    return line;
}

} // namespace assay
