// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/scenes.h"
#include "app/sample/stage.h"

namespace assay::sample {

namespace {

constexpr double kFloor = 845;

const Tones kRooms[] = {
    {rgb(0xF0ECE4), rgb(0xDDD6CB), rgb(0xB5AB9C)},
    {rgb(0xE9EDEF), rgb(0xD2D9DD), rgb(0xA4AEB4)},
    {rgb(0xF3E8DF), rgb(0xE2D0C2), rgb(0xBBA391)},
};

QPainterPath hillPath(const QRectF& sheet)
{
    QPainterPath hill({sheet.left(), sheet.bottom() - 190});
    hill.quadTo(sheet.center().x(), sheet.bottom() - 300, sheet.right(), sheet.bottom() - 190);
    hill.lineTo(sheet.bottomRight());
    hill.lineTo(sheet.bottomLeft());
    hill.closeSubpath();
    return hill;
}

void paintSheet(Stage& stage, const QRectF& sheet, const Content& content)
{
    const Tones tones = tonesOf(content.tint);
    stage.rect(sheet.translated(14, 16), withAlpha(rgb(0x1E120A), 0.16));
    stage.rect(sheet, tones.mid);
    stage.ellipse({sheet.center().x(), sheet.top() + 240}, 168, 168, tonesOf(content.second).mid);
    stage.fill(hillPath(sheet), tones.dark);
    const double height = qMin(104.0, 104 * 420 / wordWidth(content.text, 104));
    drawWord(stage, content.text, {sheet.center().x(), sheet.bottom() - 112}, height, rgb(0xFDFCFA));
}

void paintBalloon(Stage& stage, QPointF knot, const Tones& tones)
{
    QPainterPath string({0, 72});
    string.quadTo(knot.x() * 0.2, knot.y() * 0.6, knot.x(), knot.y());
    stage.stroke(string, rgb(0x8B857C), 3.5);
    stage.polygon({{-11, 82}, {11, 82}, {0, 64}}, tones.dark);
    stage.ellipse({0, 0}, 58, 70, tones.mid);
    stage.ellipse({-20, -24}, 13, 20, withAlpha(Qt::white, 0.45));
}

/// Balloons hang above one knot; each has its place, so that all can be counted.
void paintBalloons(Stage& stage, int count, double x)
{
    static const QPointF kPlaces[] = {{-46, 250}, {58, 330}, {-54, 430}, {52, 510}, {-8, 150}, {-40, 600}};
    static const Tint kTints[] = {Tint::Red,   Tint::Blue,   Tint::Yellow,
                                  Tint::Green, Tint::Orange, Tint::Purple};
    const int n = qMin(count, 6);
    const QPointF knot(x, 872);
    for (int i = n - 1; i >= 0; --i) {
        const QPointF at(x + kPlaces[i].x() + stage.take.between(-7, 7),
                         kPlaces[i].y() + stage.take.between(-12, 12));
        stage.push(at);
        paintBalloon(stage, knot - at, tonesOf(kTints[i]));
        stage.pop();
    }
    stage.rect({x - 17, 866, 34, 24}, rgb(0x6C655B), 5);
}

} // namespace

void paintPoster(Stage& stage, const Content& content)
{
    const Tones room = kRooms[stage.look.integer(0, 2)];
    stage.room(kFloor, room, {rgb(0xD4C6AC), rgb(0xB3A283), rgb(0x8A7A5E)});
    const double beam = stage.take.between(150, 420);
    stage.daylight(beam, beam - 120, kFloor);
    const double left = (content.mirrored ? 312 : 128) + stage.take.between(-12, 12);
    paintSheet(stage, {left, 78 + stage.take.between(-10, 10), 560, 690}, content);
    paintBalloons(stage, content.count, content.mirrored ? 160 : 840);
}

} // namespace assay::sample
