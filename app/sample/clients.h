// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's two made-up clients: their scenes, models, prices, and the names of their assets. Constant
// tables. No timing and no chance but the choice of names.
#pragma once

#include "app/sample/content.h"
#include "app/sample/random.h"

#include <QList>
#include <QString>

namespace assay::sample {

struct SampleClient
{
    QString name;
    QList<Scene> scenes;
    QString model;
    double medianLatency; ///< milliseconds
    double drift;
    qint64 priceMicro;
};

/// Aldertea, then Birchline.
const QList<SampleClient>& sampleClients();

QString templateOf(Scene scene); ///< "hero@4"
/// What the design calls an asset of this scene: "Spring tea hero".
QString plainAssetName(Scene scene);
/// All other names of assets of this scene, shuffled.
QStringList assetNames(Scene scene, Random& random);

/// The folder of a client or an asset: "Spring tea hero" -> "spring-tea-hero"
QString folderName(const QString& name);

} // namespace assay::sample
