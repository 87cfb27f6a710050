// SPDX-License-Identifier: GPL-3.0-or-later
// Content: what can be counted in a picture of the sample. A brief asks for one Content and a picture shows
// one; where the two differ, the picture misses a demand. Plain values; neither drawing nor words.
#pragma once

#include <QString>

namespace assay::sample {

enum class Scene { Tea, Jars, Tents, Poster, Lamps, Cacti, Sneaker, Bowl, Armchair, Cake };
inline constexpr int kSceneCount = 10;

enum class Tint { Red, Blue, Green, Yellow, Orange, Pink, Purple, Teal, White, Terracotta };

/// What each field means in each scene:
/// | scene    | count    | tint   | second    | extras | mirrored             | text | detail     |
/// | Tea      | mugs     | mugs   | teapot    | lemons | mugs right of teapot | sign | steam      |
/// | Jars     | jars     | jars   | arch      |        |                      |      | sprig      |
/// | Tents    | tents    | tents  | sky       |        | sun left of the peak |      | campfire   |
/// | Poster   | balloons | poster | disc      |        | balloons at the left | word |            |
/// | Lamps    | lamps    | lamps  |           | lemons |                      |      |            |
/// | Cacti    | cacti    | pots   |           |        |                      |      | flower     |
/// | Sneaker  | stripes  | shoe   | disc      |        | toe points left      |      |            |
/// | Bowl     | fruit    | fruit  | bowl      |        | frame at the left    |      |            |
/// | Armchair | cushions | chair  | lampshade |        | lamp at the left     |      | plant      |
/// | Cake     | candles  | icing  |           |        |                      |      | bunting    |
struct Content
{
    Scene scene = Scene::Tea;
    int count = 3;
    Tint tint = Tint::Red;
    Tint second = Tint::Blue;
    int extras = 1;
    bool mirrored = false;
    QString text;
    bool detail = true;

    bool operator==(const Content&) const = default;
};

} // namespace assay::sample
