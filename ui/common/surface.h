// SPDX-License-Identifier: GPL-3.0-or-later
// The plain areas things stand on: a Surface filled with one token, with 1 px lines at chosen edges; a Panel,
// the rounded card that can be the current one; a thin line between parts. GUI thread.
#pragma once

#include "ui/common/theme.h"

#include <QWidget>

namespace assay {

class Surface : public QWidget
{
    Q_OBJECT

public:
    explicit Surface(Token fill, QWidget* parent = nullptr);

    void setFill(Token fill);
    void setLines(Qt::Edges edges); ///< the line takes one pixel of the inside

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Token m_fill;
    Qt::Edges m_edges;
};

class Panel : public QWidget
{
    Q_OBJECT

public:
    explicit Panel(QWidget* parent = nullptr);

    bool isCurrent() const { return m_isCurrent; }
    void setCurrent(bool isCurrent);      ///< 2 px accent edge
    void setEdge(Token edge);             ///< Line as made
    void setRadius(int radius);           ///< 6 as made
    void setHead(int height, Token fill); ///< another fill for the topmost part

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Token m_edge = Token::Line;
    int m_radius = 6;
    int m_headHeight = 0;
    Token m_headFill = Token::Panel;
    bool m_isCurrent = false;
};

/// A 1 px line in the colour of lines.
QWidget* makeLine(Qt::Orientation orientation, QWidget* parent);

} // namespace assay
