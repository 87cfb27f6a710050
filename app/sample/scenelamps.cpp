// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/scenes.h"
#include "app/sample/stage.h"

namespace assay::sample {

namespace {

constexpr double kRim = 400;
constexpr double kTable = 770;

const Tones kWalls[] = {
    {rgb(0x525B66), rgb(0x33383F), rgb(0x23262B)},
    {rgb(0x4C5F5A), rgb(0x2F3D39), rgb(0x202A27)},
    {rgb(0x5D5362), rgb(0x3A333E), rgb(0x27222A)},
    {rgb(0x46566E), rgb(0x2C3647), rgb(0x1E2531)},
};

void paintCone(Stage& stage, double height)
{
    QLinearGradient light(0, 0, 0, height);
    light.setColorAt(0, withAlpha(rgb(0xFFE6A0), 0.46));
    light.setColorAt(1, withAlpha(rgb(0xFFE6A0), 0.10));
    stage.polygon({{-84, 0}, {84, 0}, {220, height}, {-220, height}}, light);
}

void paintLamp(Stage& stage, const Tones& tones)
{
    stage.line({0, -kRim * 1.5}, {0, -150}, rgb(0x17191C), 7);
    stage.rect({-16, -172, 32, 34}, rgb(0x17191C), 6);
    QPainterPath dome({-96, 0});
    dome.cubicTo(-96, -96, -64, -152, 0, -152);
    dome.cubicTo(64, -152, 96, -96, 96, 0);
    dome.closeSubpath();
    stage.fill(dome, tones.mid);
    stage.within(dome, [&] {
        stage.polygon({{-100, 10}, {-100, -160}, {-28, -160}, {-52, 10}}, tones.light);
        stage.polygon({{56, 10}, {30, -160}, {100, -160}, {100, 10}}, tones.dark);
    });
    stage.ellipse({0, 0}, 96, 15, rgb(0xFFF3CF));
}

void paintTable(Stage& stage)
{
    stage.polygon({{70, kTable}, {930, kTable}, {975, kTable + 74}, {25, kTable + 74}}, rgb(0x80593A));
    stage.polygon({{240, kTable}, {760, kTable}, {800, kTable + 74}, {200, kTable + 74}},
                  withAlpha(rgb(0xFFE6A0), 0.16));
    stage.rect({25, kTable + 74, 950, 34}, rgb(0x5B3D27));
    for (const double x : {90.0, 870.0})
        stage.rect({x, kTable + 108, 40, 1000 - kTable}, rgb(0x402A1B));
}

void paintPlate(Stage& stage, int lemons)
{
    const double x = 500 + stage.take.between(-40, 40);
    const double y = kTable + 34;
    stage.shadow({x, y + 10}, 150, 20, 0.28);
    stage.ellipse({x, y}, 140, 24, rgb(0xF4F1EA));
    stage.ellipse({x, y - 2}, 112, 16, rgb(0xDEDACF));
    paintLemons(stage, {x, y - 32}, lemons, 0.62);
}

} // namespace

void paintLamps(Stage& stage, const Content& content)
{
    const Tones wall = kWalls[stage.look.integer(0, 3)];
    stage.gradient({0, 0, 1000, 1000}, wall.light, wall.mid);
    stage.gradient({0, 905, 1000, 95}, wall.dark, wall.dark.darker(125));
    const int n = content.count;
    const double step = n == 1 ? 0 : qMin(290.0, 860.0 / n);
    const double scale = n <= 4 ? 1.0 : 0.82;
    const double drop = kRim + stage.take.between(-24, 24);
    for (const bool cone : {true, false}) {
        for (int i = 0; i < n; ++i) {
            stage.push({500 + (i - (n - 1) / 2.0) * step, drop}, scale);
            if (cone)
                paintCone(stage, (kTable - drop) / scale);
            else
                paintLamp(stage, tonesOf(content.tint));
            stage.pop();
        }
    }
    paintTable(stage);
    paintPlate(stage, content.extras);
}

} // namespace assay::sample
