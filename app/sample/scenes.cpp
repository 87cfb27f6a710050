// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/scenes.h"

#include "app/sample/stage.h"

namespace assay::sample {

namespace {

void paintScene(Stage& stage, const Content& content)
{
    switch (content.scene) {
    case Scene::Tea:
        return paintTea(stage, content);
    case Scene::Jars:
        return paintJars(stage, content);
    case Scene::Tents:
        return paintTents(stage, content);
    case Scene::Poster:
        return paintPoster(stage, content);
    case Scene::Lamps:
        return paintLamps(stage, content);
    case Scene::Cacti:
        return paintCacti(stage, content);
    case Scene::Sneaker:
        return paintSneaker(stage, content);
    case Scene::Bowl:
        return paintBowl(stage, content);
    case Scene::Armchair:
        return paintArmchair(stage, content);
    case Scene::Cake:
        return paintCake(stage, content);
    }
}

/// A thin warm or cool veil over everything: no two takes have quite the same light.
void paintLight(Stage& stage)
{
    const QColor warm = rgb(0xFFB060);
    const QColor cool = rgb(0x6080C0);
    const double strength = stage.take.between(-1, 1);
    stage.rect({0, 0, 1000, 1000}, withAlpha(strength > 0 ? warm : cool, 0.05 * qAbs(strength)));
}

} // namespace

QImage drawContent(const Content& content, DrawSeeds seeds, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const double side = qMax(size.width(), size.height());
    painter.translate((size.width() - side) / 2, (size.height() - side) / 2);
    painter.scale(side / 1000, side / 1000);
    Stage stage(painter, seeds.look, seeds.take);
    paintScene(stage, content);
    paintLight(stage);
    return image;
}

} // namespace assay::sample
