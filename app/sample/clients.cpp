// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/clients.h"

#include <QStringList>

#include <utility>

namespace assay::sample {

namespace {

struct SceneNames
{
    QString promptTemplate;
    QString plain;
    QStringList nouns;
};

SceneNames namesOf(Scene scene)
{
    switch (scene) {
    case Scene::Tea:
        return {u"hero@4"_qs,
                u"Spring tea hero"_qs,
                {u"tea hero"_qs, u"tea banner"_qs, u"mug set"_qs, u"teapot story"_qs, u"tea cover"_qs}};
    case Scene::Jars:
        return {u"packshot@2"_qs,
                u"Autumn box"_qs,
                {u"box"_qs, u"cream trio"_qs, u"jar shelf"_qs, u"arch story"_qs, u"gift set"_qs}};
    case Scene::Tents:
        return {u"hero@4"_qs,
                u"Trail set"_qs,
                {u"trail set"_qs, u"camp hero"_qs, u"tent banner"_qs, u"peak story"_qs, u"meadow card"_qs}};
    case Scene::Poster:
        return {u"social@1"_qs,
                u"Opening poster"_qs,
                {u"poster"_qs, u"door sign"_qs, u"party card"_qs, u"shop wall"_qs, u"launch post"_qs}};
    case Scene::Lamps:
        return {u"lifestyle@5"_qs,
                u"Loft lights"_qs,
                {u"lights"_qs, u"lamp row"_qs, u"table scene"_qs, u"dinner hero"_qs, u"kitchen post"_qs}};
    case Scene::Cacti:
        return {u"lifestyle@5"_qs,
                u"Window cacti"_qs,
                {u"cacti"_qs, u"window sill"_qs, u"pot row"_qs, u"plant post"_qs, u"green card"_qs}};
    case Scene::Sneaker:
        return {u"packshot@2"_qs,
                u"Runner launch"_qs,
                {u"runner"_qs, u"sneaker drop"_qs, u"shoe hero"_qs, u"stripe story"_qs, u"court card"_qs}};
    case Scene::Bowl:
        return {u"lifestyle@5"_qs,
                u"Breakfast bowl"_qs,
                {u"bowl"_qs, u"fruit table"_qs, u"citrus box"_qs, u"breakfast post"_qs, u"recipe card"_qs}};
    case Scene::Armchair:
        return {u"lifestyle@5"_qs,
                u"Reading corner"_qs,
                {u"corner"_qs, u"armchair hero"_qs, u"living room"_qs, u"lamp story"_qs, u"home card"_qs}};
    case Scene::Cake:
        return {u"hero@4"_qs,
                u"Birthday cake"_qs,
                {u"cake"_qs, u"party table"_qs, u"candle story"_qs, u"bakery hero"_qs, u"sweet card"_qs}};
    }
    return {};
}

const QStringList& occasions()
{
    static const QStringList kOccasions = {
        u"Spring"_qs,  u"Easter"_qs,  u"May"_qs,      u"Summer"_qs,    u"Garden"_qs, u"Sunday"_qs,
        u"Market"_qs,  u"Picnic"_qs,  u"Harvest"_qs,  u"Autumn"_qs,    u"Winter"_qs, u"Morning"_qs,
        u"Evening"_qs, u"Weekend"_qs, u"City"_qs,     u"Country"_qs,   u"Coast"_qs,  u"Valley"_qs,
        u"Orchard"_qs, u"Holiday"_qs, u"Village"_qs,  u"Northern"_qs,  u"Studio"_qs, u"Festival"_qs,
        u"Monday"_qs,  u"Island"_qs,  u"Family"_qs,   u"Riverside"_qs, u"Lake"_qs,   u"Forest"_qs,
        u"Harbour"_qs, u"Sunset"_qs,  u"Thursday"_qs, u"Corner"_qs};
    return kOccasions;
}

} // namespace

const QList<SampleClient>& sampleClients()
{
    using S = Scene;
    static const QList<SampleClient> kClients = {
        {u"Aldertea"_qs, {S::Tea, S::Jars, S::Poster, S::Bowl, S::Cake}, u"aurel-2"_qs, 3100, 0.18, 40'000},
        {u"Birchline"_qs,
         {S::Tents, S::Sneaker, S::Lamps, S::Cacti, S::Armchair},
         u"kestrel-1.4"_qs,
         5200,
         0.15,
         32'000},
    };
    return kClients;
}

QString templateOf(Scene scene)
{
    return namesOf(scene).promptTemplate;
}

QString plainAssetName(Scene scene)
{
    return namesOf(scene).plain;
}

QStringList assetNames(Scene scene, Random& random)
{
    const SceneNames names = namesOf(scene);
    QStringList all;
    for (const QString& occasion : occasions()) {
        for (const QString& noun : names.nouns) {
            const QString name = occasion + u' ' + noun;
            if (name != names.plain)
                all.append(name);
        }
    }
    for (qsizetype i = all.size() - 1; i > 0; --i)
        all.swapItemsAt(i, random.integer(0, static_cast<int>(i)));
    return all;
}

QString folderName(const QString& name)
{
    return name.toLower().replace(u' ', u'-');
}

} // namespace assay::sample
