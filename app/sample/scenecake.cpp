// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/scenes.h"
#include "app/sample/stage.h"

namespace assay::sample {

namespace {

constexpr double kTable = 715;

const Tones kWalls[] = {
    {rgb(0xD6E4EF), rgb(0xBDD0DF), rgb(0x8FA6B8)},
    {rgb(0xF1E4D6), rgb(0xE0CCB7), rgb(0xB59C82)},
    {rgb(0xDDE9DF), rgb(0xC3D6C7), rgb(0x95AC9A)},
    {rgb(0xE6DFEE), rgb(0xCFC4DC), rgb(0xA092B2)},
};
const QColor kParty[] = {rgb(0xE07660), rgb(0xEDB255), rgb(0x5F9FD0)};

void paintBunting(Stage& stage)
{
    const double dip = 66 + stage.take.between(-14, 14);
    const auto cord = [dip](double x) { return 78 + dip * (1 - (x - 500) * (x - 500) / 250000); };
    QPainterPath line({-10, cord(-10)});
    for (int x = 0; x <= 1010; x += 10)
        line.lineTo(x, cord(x));
    for (int i = 0; i < 9; ++i) {
        const double x = 60 + i * 110;
        stage.polygon({{x - 44, cord(x - 44)}, {x + 44, cord(x + 44)}, {x, cord(x) + 92}}, kParty[i % 3]);
    }
    stage.stroke(line, rgb(0x8B8176), 5);
}

void paintCandle(Stage& stage, QColor colour)
{
    stage.rect({-13, -150, 26, 152}, colour, 5);
    stage.rect({3, -150, 10, 152}, withAlpha(rgb(0x1E120A), 0.14), 4);
    stage.line({0, -166}, {0, -148}, rgb(0x4A3528), 5);
    QPainterPath flame({0, -228});
    flame.cubicTo(28, -192, 22, -162, 0, -160);
    flame.cubicTo(-22, -162, -28, -192, 0, -228);
    stage.fill(flame, rgb(0xF3A73B));
    stage.ellipse({0, -176}, 7, 13, rgb(0xFCE7A0));
}

/// The icing runs down the side in drops between two ellipses.
QPainterPath icingPath()
{
    QPainterPath icing({-262, -250});
    icing.lineTo(-262, -160);
    const double drops[] = {-118, -146, -104, -150, -120, -98, -148, -116, -152};
    for (int i = 0; i < 9; ++i) {
        const double left = -262 + i * 524.0 / 9;
        icing.cubicTo(left + 10, drops[i] + 22, left + 48, drops[i] + 22, left + 524.0 / 9, -160);
    }
    icing.lineTo(262, -250);
    icing.closeSubpath();
    return icing;
}

void paintSponge(Stage& stage, const Tones& icing)
{
    QPainterPath body({-262, -250});
    body.lineTo(-262, -30);
    body.quadTo(0, 26, 262, -30);
    body.lineTo(262, -250);
    body.closeSubpath();
    stage.fill(body, rgb(0xB97B49));
    stage.within(body, [&] {
        stage.rect({-262, -92, 524, 22}, rgb(0xF0DFC2));
        stage.rect({150, -260, 120, 300}, withAlpha(rgb(0x3A1E0A), 0.20));
        stage.fill(icingPath(), icing.mid);
        QPainterPath shade;
        shade.addRect(150, -300, 120, 300);
        stage.fill(icingPath() & shade, icing.dark);
    });
    stage.ellipse({0, -250}, 262, 44, icing.light);
}

void paintCandles(Stage& stage, int count)
{
    static const QColor kColours[] = {rgb(0x4A87C8), rgb(0xD9584C), rgb(0xFDFBF5)};
    const double step = count <= 1 ? 0 : qMin(92.0, 400.0 / (count - 1));
    for (int i = 0; i < count; ++i) {
        const double y = -246 + (i % 2 ? 10 : -4);
        stage.push({(i - (count - 1) / 2.0) * step, y}, 1);
        paintCandle(stage, kColours[i % 3]);
        stage.pop();
    }
}

} // namespace

void paintCake(Stage& stage, const Content& content)
{
    const Tones wall = kWalls[stage.look.integer(0, 3)];
    stage.room(kTable, wall, {rgb(0xEDE9E2), rgb(0xCBC4B9), rgb(0x9C9488)});
    const double beam = stage.take.between(160, 460);
    stage.daylight(beam, beam - 150, kTable);
    if (content.detail)
        paintBunting(stage);
    stage.push({500 + stage.take.between(-18, 18), 838 + stage.take.between(-8, 8)}, 1.02);
    stage.shadow({4, 26}, 386, 40, 0.20);
    stage.ellipse({0, 8}, 372, 46, rgb(0xD8D3CB));
    stage.ellipse({0, -2}, 372, 44, rgb(0xFEFDFB));
    paintSponge(stage, tonesOf(content.tint));
    paintCandles(stage, content.count);
    stage.pop();
}

} // namespace assay::sample
