// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/scenes.h"
#include "app/sample/stage.h"

namespace assay::sample {

namespace {

constexpr double kTable = 700;
constexpr double kRim = 610;

const Tones kWalls[] = {
    {rgb(0xF2ECE2), rgb(0xDFD7CB), rgb(0xB3A999)},
    {rgb(0xE4EAEA), rgb(0xCBD5D6), rgb(0x9AA7A9)},
    {rgb(0xF0E6D2), rgb(0xDECFB2), rgb(0xB3A07D)},
    {rgb(0xEBE2E8), rgb(0xD6C8D1), rgb(0xA6949F)},
};
const QColor kPictures[] = {rgb(0x9DB4D4), rgb(0xA9C6B4), rgb(0xD8B3A6), rgb(0xC6B9D6)};

/// Limes are a lighter green than things that are painted green.
Tones fruitTones(Tint tint)
{
    if (tint == Tint::Green)
        return {rgb(0xC6E08A), rgb(0x86B53F), rgb(0x5E8729)};
    return tonesOf(tint);
}

void paintFruit(Stage& stage, const Tones& tones, double radius)
{
    stage.ellipse({0, 0}, radius, radius, tones.mid);
    QPainterPath ball;
    ball.addEllipse(QPointF(0, 0), radius, radius);
    QPainterPath lit;
    lit.addEllipse(QPointF(-radius * 0.16, -radius * 0.14), radius * 0.95, radius * 0.95);
    stage.fill(ball - lit, tones.dark);
    stage.ellipse({-radius * 0.36, -radius * 0.36}, radius * 0.20, radius * 0.20, tones.light);
    QPainterPath stalk({0, -radius * 0.80});
    stalk.quadTo(radius * 0.02, -radius * 1.10, radius * 0.22, -radius * 1.22);
    stage.stroke(stalk, rgb(0x3E6B3A), 8);
}

/// A lower and an upper row, each fruit far enough out of the bowl to be counted.
void paintPile(Stage& stage, const Content& content)
{
    const int lower = content.count <= 2 ? content.count : content.count / 2 + 1;
    const int upper = content.count - lower;
    const double radius = lower >= 4 ? 66 : 82;
    const auto row = [&](int n, double y) {
        for (int i = 0; i < n; ++i) {
            stage.push({500 + (i - (n - 1) / 2.0) * radius * 1.86 + stage.take.between(-4, 4),
                        y + stage.take.between(-5, 5)});
            paintFruit(stage, fruitTones(content.tint), radius);
            stage.pop();
        }
    };
    row(upper, kRim - 34 - radius * 1.62);
    row(lower, kRim - 34);
}

void paintBowlBody(Stage& stage, const Tones& tones)
{
    QPainterPath bowl({210, kRim});
    bowl.cubicTo(222, 800, 352, 878, 420, 888);
    bowl.lineTo(580, 888);
    bowl.cubicTo(648, 878, 778, 800, 790, kRim);
    bowl.closeSubpath();
    stage.fill(bowl, tones.mid);
    stage.within(bowl, [&] {
        QPainterPath lit({200, kRim});
        lit.lineTo(372, kRim);
        lit.cubicTo(352, 720, 380, 830, 444, 900);
        lit.lineTo(200, 900);
        stage.fill(lit, tones.light);
        QPainterPath shade({688, kRim});
        shade.cubicTo(684, 740, 640, 840, 560, 900);
        shade.lineTo(800, 900);
        shade.lineTo(800, kRim);
        stage.fill(shade, tones.dark);
    });
    stage.rect({204, kRim - 12, 592, 24}, tones.dark, 12);
}

} // namespace

void paintBowl(Stage& stage, const Content& content)
{
    const Tones wall = kWalls[stage.look.integer(0, 3)];
    const QColor picture = kPictures[stage.look.integer(0, 3)];
    stage.room(kTable, wall, {rgb(0xB98A60), rgb(0x86603F), rgb(0x5E4028)});
    const double beam = stage.take.between(200, 560);
    stage.daylight(beam, beam - 170, kTable);
    const double frameX = (content.mirrored ? 108 : 672) + stage.take.between(-14, 14);
    stage.frame({frameX, 96 + stage.take.between(-12, 12), 220, 270}, picture);
    stage.boards(kTable);
    stage.push({stage.take.between(-16, 16), stage.take.between(-8, 8)});
    stage.shadow({508, 890}, 300, 34);
    paintPile(stage, content);
    paintBowlBody(stage, tonesOf(content.second));
    stage.pop();
}

} // namespace assay::sample
