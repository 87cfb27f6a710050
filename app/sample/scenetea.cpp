// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/scenes.h"
#include "app/sample/stage.h"

namespace assay::sample {

namespace {

constexpr double kTable = 655;

const Tones kWalls[] = {
    {rgb(0xE4DACD), rgb(0xCDBFAE), rgb(0xA89884)},
    {rgb(0xEBD9CF), rgb(0xD8BFB2), rgb(0xB49788)},
    {rgb(0xDDE0D3), rgb(0xC2C8B4), rgb(0x9CA48B)},
    {rgb(0xDCE1E4), rgb(0xC1C9CE), rgb(0x97A2A9)},
};

void paintSign(Stage& stage, const QString& word)
{
    const double height = 76;
    const double width = qMax(270.0, wordWidth(word, height) + 96);
    const double x = 660 + stage.take.between(-25, 25);
    const double y = 176 + stage.take.between(-14, 14);
    const QRectF board(x - width / 2, y - 74, width, 148);
    for (const double at : {board.left() + 52, board.right() - 52})
        stage.line({at, -5}, {at, board.top() + 2}, rgb(0x4A3528), 6);
    stage.rect(board.translated(7, 9), withAlpha(rgb(0x1E120A), 0.12), 8);
    stage.rect(board.adjusted(-3, -3, 3, 3), rgb(0xCFC3AC), 9);
    stage.rect(board, rgb(0xFBF6EA), 7);
    drawWord(stage, word, board.center(), height, rgb(0xA6201C));
}

void paintSteam(Stage& stage)
{
    for (const double x : {-26.0, 22.0}) {
        QPainterPath wisp({x, -196});
        wisp.cubicTo(x - 30, -232, x + 26, -250, x - 2, -290);
        stage.stroke(wisp, withAlpha(Qt::white, 0.42), 9);
    }
}

QPainterPath mugBody()
{
    QPainterPath body({-68, -150});
    body.lineTo(-55, -8);
    body.quadTo(0, 16, 55, -8);
    body.lineTo(68, -150);
    body.closeSubpath();
    return body;
}

void paintMug(Stage& stage, Tones tones, bool steam)
{
    stage.shadow({8, 0}, 92, 20);
    QPainterPath handle;
    handle.addEllipse(QPointF(66, -80), 38, 42);
    stage.stroke(handle, tones.dark, 21);
    const QPainterPath body = mugBody();
    stage.fill(body, tones.mid);
    stage.within(body, [&] {
        stage.polygon({{-70, -170}, {-32, -170}, {-24, 20}, {-70, 20}}, tones.light);
        stage.polygon({{26, -170}, {70, -170}, {70, 20}, {16, 20}}, tones.dark);
    });
    stage.ellipse({0, -150}, 68, 17, tones.dark);
    stage.ellipse({0, -148}, 58, 12, rgb(0x3B1A12));
    if (steam)
        paintSteam(stage);
}

void paintSpoutAndHandle(Stage& stage, const Tones& tones)
{
    QPainterPath spout({-96, -46});
    spout.cubicTo(-160, -66, -148, -140, -202, -176);
    spout.lineTo(-170, -204);
    spout.cubicTo(-128, -178, -126, -146, -84, -150);
    spout.closeSubpath();
    stage.fill(spout, tones.dark);
    QPainterPath handle({104, -168});
    handle.cubicTo(190, -210, 234, -96, 112, -56);
    stage.stroke(handle, tones.dark, 25);
}

void paintTeapot(Stage& stage, const Tones& tones)
{
    stage.shadow({4, 0}, 152, 24);
    paintSpoutAndHandle(stage, tones);
    QPainterPath body;
    body.addEllipse(QPointF(0, -112), 134, 114);
    stage.fill(body, tones.mid);
    stage.within(body, [&] {
        QPainterPath lit;
        lit.addEllipse(QPointF(-42, -112), 96, 124);
        QPainterPath front;
        front.addEllipse(QPointF(6, -112), 104, 128);
        QPainterPath shade;
        shade.addEllipse(QPointF(-40, -112), 134, 134);
        QPainterPath all;
        all.addRect(-140, -240, 280, 250);
        stage.fill(all - shade, tones.dark);
        stage.fill(lit - front, tones.light);
    });
    stage.ellipse({0, -246}, 20, 20, tones.mid);
    QPainterPath lid({-66, -216});
    lid.quadTo(0, -262, 66, -216);
    lid.quadTo(0, -198, -66, -216);
    stage.fill(lid, tones.dark);
}

/// The mugs stand in the part of the table that the teapot leaves free, one before, one behind.
void paintMugs(Stage& stage, const Content& content)
{
    const int n = content.count;
    const double scale = n <= 3 ? 1.0 : 3.25 / n;
    const double step = n <= 2 ? 220 : 500.0 / n;
    const double middle = content.mirrored ? 700 : 290;
    for (const bool front : {false, true}) {
        for (int i = 0; i < n; ++i) {
            if ((i % 2 == 1) != front)
                continue;
            const double x = middle + (i - (n - 1) / 2.0) * step - 14 + stage.take.between(-9, 9);
            const double y = (front ? 764 : 712) + stage.take.between(-7, 7);
            stage.push({x, y}, scale);
            paintMug(stage, tonesOf(content.tint), content.detail);
            stage.pop();
        }
    }
}

} // namespace

void paintLemons(Stage& stage, QPointF centre, int count, double scale)
{
    for (int i = 0; i < count; ++i) {
        const double x = centre.x() + (i - (count - 1) / 2.0) * 158 * scale;
        const double y = centre.y() + (i % 2 ? 24 : 0) * scale;
        stage.push({x, y}, scale);
        stage.shadow({6, 44}, 72, 14);
        QPainterPath peel({-78, 6});
        peel.cubicTo(-52, -62, 34, -70, 62, -18);
        peel.quadTo(70, -8, 80, 2);
        peel.cubicTo(66, 24, 40, 46, -6, 46);
        peel.cubicTo(-40, 46, -58, 26, -78, 6);
        stage.fill(peel, rgb(0xE8C42E));
        stage.within(peel, [&] { stage.ellipse({-14, -20}, 52, 24, rgb(0xF6E07C)); });
        stage.pop();
    }
}

void paintTea(Stage& stage, const Content& content)
{
    const Tones wall = kWalls[stage.look.integer(0, 3)];
    stage.room(kTable, wall, {rgb(0x94704D), rgb(0x69482F), rgb(0x4A2F1D)});
    const double beam = stage.take.between(300, 420);
    stage.daylight(beam, beam - 190, kTable);
    stage.boards(kTable);
    paintSign(stage, content.text);
    const double potX = content.mirrored ? 232 : 768;
    stage.push({potX + stage.take.between(-8, 8), 722 + stage.take.between(-6, 6)}, 0.98, content.mirrored);
    paintTeapot(stage, tonesOf(content.second));
    stage.pop();
    paintMugs(stage, content);
    paintLemons(stage, {500 + stage.take.between(-70, 70), 868}, content.extras, 0.94);
}

} // namespace assay::sample
