// SPDX-License-Identifier: GPL-3.0-or-later
// Stage: the small vocabulary all scenes are drawn with. Coordinates are 0..1000 both ways, whatever the size
// of the picture. `look` is the same for all pictures of an asset (walls, tables), `take` differs for each
// picture (places, light). Lives on the stack of one drawing; any thread.
#pragma once

#include "app/sample/content.h"
#include "app/sample/random.h"

#include <QColor>
#include <QPainter>
#include <QPainterPath>

namespace assay::sample {

/// An object's three flat tones: lit side, front, shaded side.
struct Tones
{
    QColor light;
    QColor mid;
    QColor dark;
};

Tones tonesOf(Tint tint);

inline QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}
QColor withAlpha(QColor colour, double alpha);

class Stage
{
public:
    Stage(QPainter& painter, quint64 lookSeed, quint64 takeSeed);

    Random look;
    Random take;

    QPainter& painter() { return m_painter; }

    void gradient(const QRectF& area, QColor top, QColor bottom);
    void fill(const QPainterPath& path, const QBrush& brush);
    void rect(const QRectF& area, const QBrush& brush, double radius = 0);
    void ellipse(QPointF centre, double rx, double ry, const QBrush& brush);
    void polygon(const QPolygonF& points, const QBrush& brush);
    void stroke(const QPainterPath& path, QColor colour, double width, Qt::PenCapStyle cap = Qt::RoundCap);
    void line(QPointF from, QPointF to, QColor colour, double width);
    void shadow(QPointF centre, double rx, double ry, double alpha = 0.30);

    /// A wall and a table or floor that meet at `horizon`.
    void room(double horizon, Tones wall, Tones floor);
    /// A pale wedge of daylight from a window that is not in the picture.
    void daylight(double topX, double bottomX, double horizon);
    /// Boards of a wooden table.
    void boards(double horizon);
    /// A small framed picture on a wall.
    void frame(const QRectF& outer, QColor inner);

    /// What is drawn next is moved, scaled and, on demand, mirrored around `origin`.
    void push(QPointF origin, double scale = 1, bool mirrored = false);
    void pop();

    /// Draws `paint` within the outline of `path` only.
    template<typename Paint>
    void within(const QPainterPath& path, Paint paint)
    {
        m_painter.save();
        m_painter.setClipPath(path, Qt::IntersectClip);
        paint();
        m_painter.restore();
    }

private:
    QPainter& m_painter;
};

/// Capital letters of a heavy sans, as paths of our own, so that no font is needed. Height 1000 units times
/// `height` / 1000; centred at `centre`. Characters without a glyph are skipped.
void drawWord(Stage& stage, const QString& word, QPointF centre, double height, QColor colour);
/// The width that drawWord takes.
double wordWidth(const QString& word, double height);

} // namespace assay::sample
