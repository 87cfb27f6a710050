// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/scenes.h"
#include "app/sample/stage.h"

namespace assay::sample {

namespace {

constexpr double kSill = 815;

const Tones kRooms[] = {
    {rgb(0xF3EAD2), rgb(0xE2D4B4), rgb(0xB5A27A)},
    {rgb(0xE6EBE4), rgb(0xCFD8CB), rgb(0xA0AD9A)},
    {rgb(0xF2E1D8), rgb(0xE2C9BC), rgb(0xB89C8D)},
};
const QColor kStem = rgb(0x4A8F52);
const QColor kStemDark = rgb(0x367040);

void paintWindow(Stage& stage)
{
    const QRectF outer(128, 52 + stage.take.between(-8, 8), 744, 580);
    stage.rect(outer.translated(8, 10), withAlpha(rgb(0x1E120A), 0.10));
    stage.rect(outer, rgb(0xFBFAF6));
    const double paneWidth = (outer.width() - 3 * 30) / 2;
    const double paneHeight = (outer.height() - 3 * 30) / 2;
    const double glint = stage.take.between(0.2, 0.6);
    for (int i = 0; i < 4; ++i) {
        const QRectF pane(outer.left() + 30 + (i % 2) * (paneWidth + 30),
                          outer.top() + 30 + (i / 2) * (paneHeight + 30), paneWidth, paneHeight);
        stage.gradient(pane, rgb(0xAED8EC), rgb(0xCFE8F1));
        QPainterPath glass;
        glass.addRect(pane);
        stage.within(glass, [&] {
            const double x = pane.left() + glint * paneWidth;
            stage.polygon(
                {{x, pane.top()}, {x + 70, pane.top()}, {x - 60, pane.bottom()}, {x - 130, pane.bottom()}},
                withAlpha(Qt::white, 0.28));
        });
    }
}

void paintPot(Stage& stage, const Tones& tones)
{
    stage.shadow({8, 0}, 88, 17);
    QPainterPath pot({-66, -112});
    pot.lineTo(-48, 0);
    pot.quadTo(0, 10, 48, 0);
    pot.lineTo(66, -112);
    pot.closeSubpath();
    stage.fill(pot, tones.mid);
    stage.within(pot, [&] {
        stage.rect({-70, -120, 42, 130}, tones.light);
        stage.rect({30, -120, 42, 130}, tones.dark);
    });
    stage.rect({-76, -140, 152, 36}, tones.mid, 5);
    stage.rect({-76, -140, 44, 36}, tones.light, 5);
    stage.rect({36, -140, 40, 36}, tones.dark, 5);
}

void paintArm(Stage& stage, double from, double up)
{
    QPainterPath arm({0, -from});
    arm.lineTo(46, -from);
    arm.quadTo(66, -from, 66, -from - 24);
    arm.lineTo(66, -from - up);
    stage.stroke(arm, kStemDark, 32);
}

/// Four shapes of growth in turn; `height` is that of the stem above its pot.
void paintCactus(Stage& stage, int shape, double height)
{
    stage.push({0, -134});
    if (shape % 4 == 1)
        paintArm(stage, height * 0.42, 60);
    if (shape % 4 == 3) {
        stage.push({0, 0}, 1, true);
        paintArm(stage, height * 0.40, 64);
        stage.pop();
    }
    QPainterPath stem;
    stem.addRoundedRect(QRectF(-37, -height, 74, height + 30), 37, 37);
    stage.fill(stem, kStem);
    stage.within(stem, [&] { stage.rect({14, -height, 40, height + 20}, kStemDark); });
    for (const double x : {-17.0, 1.0})
        stage.line({x, -height + 40}, {x, -4}, withAlpha(kStemDark, 0.75), 5);
    stage.pop();
}

void paintFlower(Stage& stage)
{
    for (int i = 0; i < 5; ++i) {
        stage.painter().save();
        stage.painter().rotate(72.0 * i);
        stage.ellipse({0, -19}, 14, 20, rgb(0xE5588C));
        stage.painter().restore();
    }
    stage.ellipse({0, 0}, 11, 11, rgb(0xF7D35C));
}

} // namespace

void paintCacti(Stage& stage, const Content& content)
{
    const Tones room = kRooms[stage.look.integer(0, 2)];
    const int growth = stage.look.integer(0, 3);
    stage.room(kSill, room, {rgb(0xD9C79E), rgb(0xAE9669), rgb(0x84704A)});
    paintWindow(stage);
    const int n = content.count;
    const double scale = n <= 4 ? 1.0 : 0.86;
    const double step = qMin(236.0, 900.0 / n);
    for (int i = 0; i < n; ++i) {
        const double height = 150 + 95 * ((i + growth) % 3) + stage.take.between(-18, 18);
        stage.push({500 + (i - (n - 1) / 2.0) * step + stage.take.between(-7, 7), 890}, scale);
        paintCactus(stage, i + growth, height);
        paintPot(stage, tonesOf(content.tint));
        if (content.detail && i == n / 2) {
            stage.push({0, -134 - height - 6}, 1.1);
            paintFlower(stage);
            stage.pop();
        }
        stage.pop();
    }
}

} // namespace assay::sample
