// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/scenes.h"
#include "app/sample/stage.h"

namespace assay::sample {

namespace {

constexpr double kFloor = 705;

const Tones kWalls[] = {
    {rgb(0xD3DCDA), rgb(0xBBC7C5), rgb(0x8E9C9A)},
    {rgb(0xE6DED1), rgb(0xD0C5B3), rgb(0xA39679)},
    {rgb(0xDDD8E2), rgb(0xC6BFCE), rgb(0x9890A3)},
    {rgb(0xE3D6CC), rgb(0xCDBBAD), rgb(0xA08B7B)},
};
const QColor kPictures[] = {rgb(0xA9C6BB), rgb(0xD9B6A8), rgb(0x9FB2CF), rgb(0xDCC48C)};

void paintChairBack(Stage& stage, const Tones& tones)
{
    for (const double x : {-150.0, 150.0})
        stage.line({x, -60}, {x * 1.12, 6}, rgb(0x4B3020), 26);
    stage.rect({-186, -540, 372, 500}, tones.dark, 78);
    stage.rect({-186, -540, 362, 480}, tones.mid, 76);
    stage.rect({-144, -496, 288, 330}, tones.light, 50);
    stage.rect({-150, -238, 300, 84}, tones.mid, 24);
}

void paintChairArms(Stage& stage, const Tones& tones)
{
    stage.rect({-200, -176, 400, 130}, tones.dark, 22);
    stage.rect({-270, -322, 116, 284}, tones.mid, 48);
    stage.rect({154, -322, 116, 284}, tones.dark, 48);
    stage.rect({-270, -322, 36, 284}, tones.light, 18);
}

void paintCushions(Stage& stage, int count)
{
    const double scale = count >= 3 ? 0.70 : 0.94;
    const double step = count >= 3 ? 93 : 124;
    for (int i = 0; i < count; ++i) {
        stage.painter().save();
        stage.painter().translate((i - (count - 1) / 2.0) * step, -262);
        stage.painter().scale(scale, scale);
        stage.painter().rotate(count == 1 ? 6 : (i % 2 ? 9 : -8));
        QPainterPath cushion({-56, -52});
        cushion.quadTo(0, -40, 56, -52);
        cushion.quadTo(46, 0, 56, 52);
        cushion.quadTo(0, 42, -56, 52);
        cushion.quadTo(-46, 0, -56, -52);
        stage.fill(cushion, rgb(0xF7F1E3));
        stage.stroke(cushion, rgb(0xC9BCA2), 4);
        stage.within(cushion, [&] { stage.rect({-70, -8, 140, 16}, rgb(0xD9A441)); });
        stage.painter().restore();
    }
}

void paintFloorLamp(Stage& stage, const Tones& shade)
{
    stage.shadow({4, 0}, 74, 14);
    stage.rect({-58, -14, 116, 18}, rgb(0x33302D), 8);
    stage.line({0, -8}, {0, -470}, rgb(0x33302D), 12);
    stage.polygon({{-62, -620}, {62, -620}, {108, -462}, {-108, -462}}, shade.mid);
    stage.polygon({{-62, -620}, {-24, -620}, {-50, -462}, {-108, -462}}, shade.light);
    stage.polygon({{34, -620}, {62, -620}, {108, -462}, {64, -462}}, shade.dark);
}

void paintPlant(Stage& stage)
{
    stage.shadow({4, 0}, 66, 13);
    const struct
    {
        double x, y, bend;
    } leaves[] = {{-86, -270, -50}, {86, -256, 56}, {-40, -330, -16}, {48, -322, 22}, {2, -360, 0}};
    bool odd = false;
    for (const auto& l : leaves) {
        QPainterPath leaf({0, -96});
        leaf.quadTo(l.bend - 34, -200, l.x, l.y);
        leaf.quadTo(l.bend + 34, -190, 0, -96);
        stage.fill(leaf, odd ? rgb(0x3F7B4A) : rgb(0x569559));
        odd = !odd;
    }
    stage.polygon({{-56, -116}, {56, -116}, {40, 2}, {-40, 2}}, rgb(0xD9A07C));
    stage.polygon({{20, -116}, {56, -116}, {40, 2}, {12, 2}}, rgb(0xB67B58));
}

} // namespace

void paintArmchair(Stage& stage, const Content& content)
{
    const Tones wall = kWalls[stage.look.integer(0, 3)];
    const QColor picture = kPictures[stage.look.integer(0, 3)];
    const double sign = content.mirrored ? -1 : 1;
    stage.room(kFloor, wall, {rgb(0xA67C58), rgb(0x7B583C), rgb(0x573B26)});
    const double beam = stage.take.between(380, 620);
    stage.daylight(beam, beam - 170, kFloor);
    stage.frame({content.mirrored ? 726.0 : 84.0, 118 + stage.take.between(-12, 12), 190, 240}, picture);
    stage.push({500 + sign * 372 + stage.take.between(-10, 10), 838});
    paintFloorLamp(stage, tonesOf(content.second));
    stage.pop();
    if (content.detail) {
        stage.push({500 - sign * 392 + stage.take.between(-8, 8), 862}, 0.98);
        paintPlant(stage);
        stage.pop();
    }
    stage.push({494 + stage.take.between(-10, 10), 880});
    stage.shadow({4, 2}, 310, 26);
    paintChairBack(stage, tonesOf(content.tint));
    paintCushions(stage, content.count);
    paintChairArms(stage, tonesOf(content.tint));
    stage.pop();
}

} // namespace assay::sample
