// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/scenes.h"
#include "app/sample/stage.h"

namespace assay::sample {

namespace {

struct Hour
{
    QColor skyTop, skyLow, sun, far, near, hill, meadow;
};

const Hour kHours[] = {
    {rgb(0x96BCE0), rgb(0xC6DCEC), rgb(0xFCE6A4), rgb(0x5C7186), rgb(0x475A6B), rgb(0x417048), rgb(0x2E5338)},
    {rgb(0xE9B488), rgb(0xF4D9B4), rgb(0xFDEBAE), rgb(0x8C6E58), rgb(0x6D5443), rgb(0x47704A), rgb(0x325538)},
    {rgb(0x2C2650), rgb(0x6A5C98), rgb(0xF6EEDB), rgb(0x3B3660), rgb(0x2A2748), rgb(0x2F5540), rgb(0x234232)},
    {rgb(0x9CCBCB), rgb(0xD9ECDF), rgb(0xFFF0B8), rgb(0x6A8A90), rgb(0x506F76), rgb(0x53804F), rgb(0x3B6240)},
};

const Hour& hourOf(Tint sky)
{
    switch (sky) {
    case Tint::Orange:
        return kHours[1];
    case Tint::Purple:
        return kHours[2];
    case Tint::Teal:
        return kHours[3];
    default:
        return kHours[0];
    }
}

void paintMountains(Stage& stage, const Hour& hour, bool mirrored)
{
    stage.push({500, 0}, 1, mirrored);
    stage.polygon({{-560, 700}, {-300, 322}, {-130, 560}, {330, 640}, {420, 440}, {560, 620}, {560, 700}},
                  hour.far);
    stage.polygon({{-260, 720}, {60, 200}, {330, 590}, {420, 720}}, hour.near);
    QPainterPath snow({60, 200});
    snow.lineTo(-4, 304);
    snow.lineTo(24, 296);
    snow.lineTo(50, 334);
    snow.lineTo(80, 300);
    snow.lineTo(106, 326);
    snow.lineTo(132, 304);
    snow.closeSubpath();
    stage.fill(snow, rgb(0xEEF1F3));
    stage.pop();
}

void paintMeadow(Stage& stage, const Hour& hour)
{
    QPainterPath hill({0, 640});
    hill.cubicTo(230, 540, 520, 660, 700, 640);
    hill.cubicTo(840, 620, 930, 600, 1000, 620);
    hill.lineTo(1000, 1000);
    hill.lineTo(0, 1000);
    stage.fill(hill, hour.hill);
    QPainterPath meadow({0, 800});
    meadow.cubicTo(280, 730, 620, 770, 1000, 740);
    meadow.lineTo(1000, 1000);
    meadow.lineTo(0, 1000);
    stage.fill(meadow, hour.meadow);
}

void paintPines(Stage& stage, const Hour& hour)
{
    for (const double x : {60.0, 128.0, 884.0, 950.0}) {
        stage.push({x + stage.take.between(-10, 10), 690 + stage.take.between(-16, 10)},
                   stage.take.between(0.8, 1.1));
        stage.rect({-6, -20, 12, 26}, rgb(0x3B2A1E));
        for (int i = 0; i < 3; ++i)
            stage.polygon(
                {{-46.0 + i * 9, -14.0 - i * 38}, {0, -84.0 - i * 38}, {46.0 - i * 9, -14.0 - i * 38}},
                hour.meadow.darker(100 + 8 * i));
        stage.pop();
    }
}

void paintTent(Stage& stage, const Tones& tones)
{
    stage.shadow({20, 2}, 190, 16, 0.26);
    stage.polygon({{-20, -220}, {90, 0}, {196, 0}}, tones.dark);
    stage.polygon({{-20, -220}, {-170, 0}, {110, 0}}, tones.mid);
    stage.polygon({{-20, -220}, {-170, 0}, {-118, 0}}, tones.light);
    stage.polygon({{-20, -132}, {-66, 0}, {30, 0}}, rgb(0x2A1A14));
    stage.polygon({{-20, -132}, {30, 0}, {52, 0}}, tones.light);
    stage.line({-20, -236}, {-20, -214}, rgb(0x4A3528), 6);
}

void paintCampfire(Stage& stage)
{
    stage.ellipse({0, -20}, 120, 60, withAlpha(rgb(0xFFC860), 0.16));
    stage.shadow({0, 8}, 74, 12, 0.35);
    stage.push({0, 0});
    stage.line({-58, 10}, {52, -10}, rgb(0x5B3A24), 18);
    stage.line({58, 10}, {-52, -10}, rgb(0x744C30), 18);
    stage.pop();
    QPainterPath flame({0, -112});
    flame.cubicTo(58, -62, 52, -8, 0, -6);
    flame.cubicTo(-54, -8, -46, -56, -22, -74);
    flame.quadTo(-14, -92, 0, -112);
    stage.fill(flame, rgb(0xF08A2C));
    QPainterPath core({4, -66});
    core.cubicTo(36, -40, 28, -10, 2, -8);
    core.cubicTo(-28, -10, -22, -40, 4, -66);
    stage.fill(core, rgb(0xFBD45C));
}

} // namespace

void paintTents(Stage& stage, const Content& content)
{
    const Hour& hour = hourOf(content.second);
    stage.gradient({0, 0, 1000, 760}, hour.skyTop, hour.skyLow);
    const double sunX = (content.mirrored ? 215 : 785) + stage.take.between(-25, 25);
    stage.ellipse({sunX, 150 + stage.take.between(-20, 20)}, 78, 78, hour.sun);
    paintMountains(stage, hour, content.mirrored);
    paintMeadow(stage, hour);
    paintPines(stage, hour);
    const int n = content.count;
    const double scale = n <= 2 ? 1.0 : 2.45 / n;
    const double step = n <= 2 ? 350 : 760.0 / n;
    for (int i = 0; i < n; ++i) {
        const double x = 430 + (i - (n - 1) / 2.0) * step + stage.take.between(-10, 10);
        stage.push({x, (i % 2 ? 850 : 825) + stage.take.between(-8, 8)}, scale);
        paintTent(stage, tonesOf(content.tint));
        stage.pop();
    }
    if (content.detail) {
        stage.push({830 + stage.take.between(-20, 20), 930}, 0.95);
        paintCampfire(stage);
        stage.pop();
    }
}

} // namespace assay::sample
