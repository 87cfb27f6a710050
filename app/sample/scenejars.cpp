// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/scenes.h"
#include "app/sample/stage.h"

namespace assay::sample {

namespace {

constexpr double kFloor = 745;

const Tones kRooms[] = {
    {rgb(0xF3E1D8), rgb(0xE4CBC0), rgb(0xB79A8F)},
    {rgb(0xE7EAEE), rgb(0xCFD5DC), rgb(0x9BA5B0)},
    {rgb(0xE8EBDD), rgb(0xD2D8C0), rgb(0xA0A98B)},
    {rgb(0xF2E8D5), rgb(0xE3D3B6), rgb(0xB8A582)},
};

QPainterPath archPath(double inset)
{
    const double left = 235 + inset;
    const double right = 765 - inset;
    QPainterPath path({left, kFloor + 30});
    path.lineTo(left, 130 + 265);
    path.arcTo(QRectF(left, 130 + inset, right - left, 2 * (265 - inset)), 180, -180);
    path.lineTo(right, kFloor + 30);
    path.closeSubpath();
    return path;
}

void paintArch(Stage& stage, const Tones& tones)
{
    stage.fill(archPath(0), tones.mid);
    stage.fill(archPath(0) - archPath(62).translated(0, 1), tones.mid);
    stage.fill(archPath(62), tones.light);
    stage.within(archPath(62),
                 [&] { stage.fill(archPath(62) - archPath(62).translated(-46, 34), tones.dark); });
    stage.within(archPath(62), [&] { stage.rect({0, 0, 1000, 1000}, withAlpha(Qt::white, 0.34)); });
}

void paintPlinth(Stage& stage, double height, const Tones& room)
{
    const QColor side = room.dark.lighter(118);
    const QColor top = room.mid.lighter(106);
    stage.shadow({6, 0}, 106, 20, 0.22);
    stage.rect({-90, -height, 180, height}, side);
    stage.ellipse({0, 0}, 90, 18, side);
    stage.rect({30, -height, 60, height + 6}, withAlpha(rgb(0x1E120A), 0.10));
    stage.ellipse({0, -height}, 90, 18, top);
}

void paintJar(Stage& stage, const Tones& tones)
{
    stage.shadow({4, 0}, 70, 12, 0.20);
    QPainterPath glass;
    glass.addRoundedRect(QRectF(-60, -112, 120, 114), 14, 14);
    stage.fill(glass, tones.mid);
    stage.within(glass, [&] {
        stage.rect({-60, -120, 30, 130}, tones.light);
        stage.rect({34, -120, 30, 130}, tones.dark);
    });
    stage.rect({-34, -78, 62, 46}, withAlpha(Qt::white, 0.82), 4);
    stage.rect({-22, -64, 38, 6}, withAlpha(rgb(0x3A2A22), 0.55));
    stage.rect({-22, -52, 26, 6}, withAlpha(rgb(0x3A2A22), 0.40));
    stage.rect({-68, -150, 136, 42}, rgb(0xFAF7F2), 8);
    stage.rect({26, -150, 42, 42}, rgb(0xDDD5CB), 8);
}

void paintSprig(Stage& stage)
{
    QPainterPath stem({0, 0});
    stem.cubicTo(6, -70, -8, -150, 18, -226);
    stage.stroke(stem, rgb(0x5E7A52), 7);
    for (int i = 0; i < 6; ++i) {
        for (const bool left : {false, true}) {
            stage.push({3.0 + i * 2, -50.0 - i * 32}, 1.0 - i * 0.09, left);
            QPainterPath leaf({0, 0});
            leaf.quadTo(22, -42, 62, -34);
            leaf.quadTo(42, 4, 0, 0);
            stage.fill(leaf, left ? rgb(0x7FA070) : rgb(0x5F8556));
            stage.pop();
        }
    }
}

} // namespace

void paintJars(Stage& stage, const Content& content)
{
    const Tones room = kRooms[stage.look.integer(0, 3)];
    stage.room(kFloor, room, {room.mid, room.dark.lighter(112), room.dark});
    const double beam = stage.take.between(240, 460);
    stage.daylight(beam, beam - 150, kFloor);
    paintArch(stage, tonesOf(content.second));
    const int n = content.count;
    const double step = n <= 3 ? 222 : 780.0 / n;
    const double scale = n <= 3 ? 1.0 : 0.86;
    if (content.detail) {
        stage.push({n >= 4 ? 938.0 : 868.0, 836}, n >= 4 ? 0.9 : 1.15);
        stage.shadow({8, 0}, 44, 10, 0.22);
        paintSprig(stage);
        stage.pop();
    }
    for (int i = 0; i < n; ++i) {
        const bool low = n > 1 && i % 2 == 1;
        const double x = 500 + (i - (n - 1) / 2.0) * step + stage.take.between(-8, 8);
        const double height = (low ? 70 : 170) + stage.take.between(-14, 14);
        stage.push({x, low ? 880.0 : 850.0}, scale);
        paintPlinth(stage, height, room);
        stage.push({0, -height + 2});
        paintJar(stage, tonesOf(content.tint));
        stage.pop();
        stage.pop();
    }
}

} // namespace assay::sample
