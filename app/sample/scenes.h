// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a Content as a flat illustration: one function per scene, all with the Stage's vocabulary. What is
// drawn is exactly what Content counts; seeds change places, light and walls only. Any thread.
#pragma once

#include "app/sample/content.h"

#include <QImage>

namespace assay::sample {

class Stage;

struct DrawSeeds
{
    quint64 look = 0; ///< shared by the pictures of an asset
    quint64 take = 0; ///< of one picture
};

/// RGB32, square pixels; a size that is not square shows the middle of the scene.
QImage drawContent(const Content& content, DrawSeeds seeds, QSize size);

void paintTea(Stage& stage, const Content& content);
void paintJars(Stage& stage, const Content& content);
void paintTents(Stage& stage, const Content& content);
void paintPoster(Stage& stage, const Content& content);
void paintLamps(Stage& stage, const Content& content);
void paintCacti(Stage& stage, const Content& content);
void paintSneaker(Stage& stage, const Content& content);
void paintBowl(Stage& stage, const Content& content);
void paintArmchair(Stage& stage, const Content& content);
void paintCake(Stage& stage, const Content& content);

/// Lemons on a table or a plate, `count` of them side by side around `centre`.
void paintLemons(Stage& stage, QPointF centre, int count, double scale);

} // namespace assay::sample
