// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/scenes.h"
#include "app/sample/stage.h"

namespace assay::sample {

namespace {

constexpr double kFloor = 725;

const Tones kRooms[] = {
    {rgb(0xF1E7DA), rgb(0xE0CFBB), rgb(0xB09A80)},
    {rgb(0xE3E8EC), rgb(0xCAD2D9), rgb(0x929FAA)},
    {rgb(0xE2EBE5), rgb(0xC8D7CD), rgb(0x8FA497)},
    {rgb(0xEFE0E0), rgb(0xDDC6C6), rgb(0xAD9292)},
};

QPainterPath upperPath()
{
    QPainterPath upper({-330, -300});
    upper.cubicTo(-300, -268, -250, -262, -216, -290);
    upper.cubicTo(-180, -322, -160, -352, -128, -362);
    upper.cubicTo(-96, -366, -80, -340, -60, -316);
    upper.cubicTo(20, -220, 120, -186, 220, -164);
    upper.cubicTo(300, -148, 336, -116, 336, -66);
    upper.lineTo(-330, -66);
    upper.cubicTo(-342, -150, -342, -230, -330, -300);
    return upper;
}

void paintStripes(Stage& stage, int count)
{
    for (int i = 0; i < count; ++i) {
        const double x = -80 + (i - (count - 1) / 2.0) * 62;
        stage.polygon({{x - 52, -66}, {x - 18, -66}, {x + 42, -214}, {x + 8, -214}}, rgb(0xFDFCFA));
    }
}

void paintSole(Stage& stage)
{
    QPainterPath sole({-344, -80});
    sole.lineTo(338, -80);
    sole.cubicTo(366, -74, 368, -20, 340, -8);
    sole.lineTo(-324, -8);
    sole.cubicTo(-352, -14, -352, -60, -344, -80);
    stage.fill(sole, rgb(0xFBF8F2));
    stage.within(sole, [&] { stage.rect({-360, -30, 740, 30}, rgb(0xD9D2C6)); });
}

void paintShoe(Stage& stage, const Content& content)
{
    const Tones tones = tonesOf(content.tint);
    const QPainterPath upper = upperPath();
    stage.fill(upper, tones.mid);
    stage.within(upper, [&] {
        QPainterPath heel({-350, -400});
        heel.lineTo(-262, -400);
        heel.quadTo(-226, -200, -280, -40);
        heel.lineTo(-350, -40);
        stage.fill(heel, tones.dark);
        QPainterPath toe({190, -40});
        toe.quadTo(200, -130, 262, -172);
        toe.lineTo(360, -172);
        toe.lineTo(360, -40);
        stage.fill(toe, tones.light);
        QPainterPath tongue({-216, -290});
        tongue.cubicTo(-180, -322, -160, -352, -128, -370);
        tongue.cubicTo(-96, -370, -80, -340, -56, -312);
        tongue.lineTo(-112, -262);
        tongue.cubicTo(-150, -300, -190, -296, -216, -290);
        stage.fill(tongue, tones.dark);
    });
    paintStripes(stage, content.count);
    paintSole(stage);
}

} // namespace

void paintSneaker(Stage& stage, const Content& content)
{
    const Tones room = kRooms[stage.look.integer(0, 3)];
    stage.room(kFloor, room, {room.mid.darker(106), room.dark, room.dark.darker(120)});
    const double x = 500 + stage.take.between(-20, 20);
    const Tones disc = tonesOf(content.second);
    stage.ellipse({x, 418 + stage.take.between(-12, 12)}, 300, 300, disc.mid);
    stage.rect({0, kFloor, 1000, 5}, withAlpha(room.dark.darker(140), 0.30));
    const double y = 806 + stage.take.between(-8, 8);
    stage.shadow({x, y - 4}, 372, 30, 0.28);
    stage.push({x, y}, 1.0, content.mirrored);
    paintShoe(stage, content);
    stage.pop();
}

} // namespace assay::sample
