// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/briefwords.h"

namespace assay::sample {

namespace {

using K = ConstraintKind;
using F = Field;
using T = Tint;

SceneWords teaWords()
{
    return {
        {{1, u"{Count} {tint} mug{s} standing to the {side} of one {second} teapot on an oak table"_qs},
         {1, u", a hanging sign with the text \"{text}\""_qs},
         {2, u", {extras} lemon{es} in front"_qs},
         {1, u", steam above the mugs"_qs}},
        {{F::Count, K::Count, 0, 1, u"{count} mug{s}"_qs, u"{Count} mug{s}, the brief asks for {!count}."_qs},
         {F::Tint, K::Colour, 1, 1, u"mugs contain {tint}"_qs, u"Mugs are {tint}, not {!tint}."_qs},
         {F::Fixed, K::Count, 0, 1, u"one teapot"_qs, {}},
         {F::Second, K::Colour, 3, 1, u"teapot contains {second}"_qs,
          u"Teapot is {second}, not {!second}."_qs},
         {F::Side, K::Position, 0, 1, u"mugs {side} of teapot"_qs, u"Mugs stand {side} of the teapot."_qs},
         {F::Text, K::Text, 0, 1, u"reads \"{text}\""_qs, u"Sign reads \"{text}\"."_qs},
         {F::Extras, K::Count, 0, 2, u"{extras} lemon{es} in front"_qs,
          u"{Extras} lemon{es}, the brief asks for {!extras}."_qs},
         {F::Detail, K::Presence, 0, 1, u"steam above the mugs"_qs, u"No steam above the mugs."_qs}},
        2,
        4,
        1,
        5,
        {T::Red, T::Blue, T::Green, T::Yellow, T::Orange},
        {T::Blue, T::Red, T::Green, T::Yellow},
        {u"SALE"_qs, u"FRESH"_qs, u"SALE"_qs, u"TEA"_qs}};
}

SceneWords jarsWords()
{
    return {
        {{1, u"{Count} {tint} cream jar{s} on round plinths in front of one {second} arch"_qs},
         {2, u", a green sprig at the right"_qs},
         {1, u", calm and bright"_qs}},
        {{F::Count, K::Count, 0, 1, u"{count} jar{s}"_qs, u"{Count} jar{s}, the brief asks for {!count}."_qs},
         {F::Tint, K::Colour, 1, 1, u"jars contain {tint}"_qs, u"Jars are {tint}, not {!tint}."_qs},
         {F::Fixed, K::Count, 0, 1, u"one arch"_qs, {}},
         {F::Second, K::Colour, 3, 1, u"arch contains {second}"_qs, u"Arch is {second}, not {!second}."_qs},
         {F::Fixed, K::Position, 1, 1, u"jars on plinths"_qs, {}},
         {F::Detail, K::Presence, 0, 2, u"green sprig at the right"_qs, u"The sprig is missing."_qs}},
        2,
        4,
        2,
        5,
        {T::Pink, T::Orange, T::Teal, T::Purple, T::Yellow},
        {T::Terracotta, T::Teal, T::Yellow, T::Blue},
        {}};
}

SceneWords tentsWords()
{
    return {
        {{1, u"{Count} {tint} tent{s} on a meadow below a snowy peak under a {second} sky"_qs},
         {1, u", the {orb} to the {far} of the peak"_qs},
         {2, u", a campfire in front"_qs},
         {1, u", pine trees"_qs}},
        {{F::Count, K::Count, 0, 1, u"{count} tent{s}"_qs,
          u"{Count} tent{s}, the brief asks for {!count}."_qs},
         {F::Tint, K::Colour, 1, 1, u"tents contain {tint}"_qs, u"Tents are {tint}, not {!tint}."_qs},
         {F::Second, K::Colour, 0, 1, u"sky contains {second}"_qs, u"The sky is {second}, not {!second}."_qs},
         {F::Side, K::Position, 0, 1, u"{orb} {far} of the peak"_qs, u"The {orb} is {far} of the peak."_qs},
         {F::Fixed, K::Presence, 0, 1, u"snow on the peak"_qs, {}},
         {F::Detail, K::Presence, 0, 2, u"campfire in front"_qs, u"No campfire."_qs}},
        1,
        3,
        1,
        4,
        {T::Orange, T::Red, T::Yellow, T::Teal, T::Blue},
        {T::Blue, T::Orange, T::Purple, T::Teal},
        {}};
}

SceneWords posterWords()
{
    return {
        {{1, u"A {tint} poster on a plain wall with one {second} disc and the text \"{text}\""_qs},
         {1, u", {count} balloon{s} to the {far}"_qs},
         {2, u" of the poster, strings tied together"_qs}},
        {{F::Text, K::Text, 0, 1, u"reads \"{text}\""_qs, u"Poster reads \"{text}\"."_qs},
         {F::Tint, K::Colour, 0, 1, u"poster contains {tint}"_qs, u"Poster is {tint}, not {!tint}."_qs},
         {F::Second, K::Colour, 0, 1, u"disc contains {second}"_qs, u"Disc is {second}, not {!second}."_qs},
         {F::Count, K::Count, 0, 1, u"{count} balloon{s}"_qs,
          u"{Count} balloon{s}, the brief asks for {!count}."_qs},
         {F::Side, K::Position, 4, 1, u"balloons {far} of poster"_qs,
          u"Balloons are {far} of the poster."_qs}},
        3,
        5,
        2,
        6,
        {T::Teal, T::Red, T::Blue, T::Purple},
        {T::Yellow, T::Orange, T::Pink, T::White},
        {u"OPEN"_qs, u"NEW"_qs, u"OPEN"_qs, u"SALE"_qs}};
}

SceneWords lampsWords()
{
    return {
        {{1, u"{Count} {tint} pendant lamp{s} above a wooden table, {extras} lemon{es} on a white plate"_qs},
         {1, u", dark wall, evening"_qs},
         {2, u", light falling in clear cones"_qs}},
        {{F::Count, K::Count, 0, 1, u"{count} lamp{s}"_qs,
          u"{Count} lamp{s}, the brief asks for {!count}."_qs},
         {F::Tint, K::Colour, 1, 1, u"lamps contain {tint}"_qs, u"Lamps are {tint}, not {!tint}."_qs},
         {F::Fixed, K::Position, 1, 1, u"lamps above the table"_qs, {}},
         {F::Extras, K::Count, 0, 1, u"{extras} lemon{es} on the plate"_qs,
          u"{Extras} lemon{es}, the brief asks for {!extras}."_qs}},
        2,
        4,
        2,
        5,
        {T::Yellow, T::Red, T::Teal, T::White},
        {T::Yellow},
        {}};
}

SceneWords cactiWords()
{
    return {
        {{1, u"{Count} cacti in {tint} pots on a sill before a white window"_qs},
         {1, u", a pink flower on one cactus"_qs},
         {2, u", all pots in one row"_qs}},
        {{F::Count, K::Count, 0, 1, u"{count} cacti"_qs, u"{Count} cacti, the brief asks for {!count}."_qs},
         {F::Tint, K::Colour, 1, 1, u"pots contain {tint}"_qs, u"Pots are {tint}, not {!tint}."_qs},
         {F::Fixed, K::Presence, 0, 1, u"white window"_qs, {}},
         {F::Detail, K::Presence, 0, 1, u"one pink flower"_qs, u"No flower on any cactus."_qs}},
        3,
        5,
        2,
        6,
        {T::Terracotta, T::Blue, T::White, T::Yellow},
        {T::Yellow},
        {}};
}

SceneWords sneakerWords()
{
    return {
        {{1, u"One {tint} sneaker with {count} white stripe{s} in front of one {second} disc"_qs},
         {1, u", toe pointing {far}"_qs},
         {2, u", whole shoe in the picture"_qs}},
        {{F::Fixed, K::Count, 0, 1, u"one sneaker"_qs, {}},
         {F::Tint, K::Colour, 1, 1, u"sneaker contains {tint}"_qs, u"Sneaker is {tint}, not {!tint}."_qs},
         {F::Count, K::Count, 1, 1, u"{count} stripe{s}"_qs,
          u"{Count} stripe{s}, the brief asks for {!count}."_qs},
         {F::Second, K::Colour, 0, 1, u"disc contains {second}"_qs, u"Disc is {second}, not {!second}."_qs},
         {F::Side, K::Position, 1, 1, u"toe points {far}"_qs, u"Toe points {far}."_qs}},
        2,
        4,
        1,
        5,
        {T::Blue, T::Red, T::Green, T::Purple},
        {T::Yellow, T::Orange, T::Pink, T::White},
        {}};
}

SceneWords bowlWords()
{
    return {
        {{1, u"{Count} {fruit} piled in one {second} bowl on a wooden table"_qs},
         {1, u", a framed picture to the {far}"_qs},
         {2, u" of the bowl, stalks visible"_qs}},
        {{F::Count, K::Count, 0, 1, u"{count} {fruit}"_qs,
          u"{Count} {fruit}, the brief asks for {!count}."_qs},
         {F::Tint, K::Other, 1, 1, u"the fruit are {fruit}"_qs, u"These are {fruit}, not {!fruit}."_qs},
         {F::Fixed, K::Count, 0, 1, u"one bowl"_qs, {}},
         {F::Second, K::Colour, 3, 1, u"bowl contains {second}"_qs, u"Bowl is {second}, not {!second}."_qs},
         {F::Side, K::Position, 0, 1, u"picture {far} of bowl"_qs, u"The picture is {far} of the bowl."_qs}},
        3,
        6,
        3,
        7,
        {T::Orange, T::Yellow, T::Red, T::Green},
        {T::Blue, T::Green, T::White, T::Red},
        {}};
}

SceneWords armchairWords()
{
    return {
        {{1,
          u"One {tint} armchair with {count} cushion{s}, a floor lamp with a {second} shade to the {far}"_qs},
         {1, u", a potted plant"_qs},
         {2, u" on the other side"_qs}},
        {{F::Fixed, K::Count, 0, 1, u"one armchair"_qs, {}},
         {F::Tint, K::Colour, 1, 1, u"armchair contains {tint}"_qs, u"Armchair is {tint}, not {!tint}."_qs},
         {F::Count, K::Count, 1, 1, u"{count} cushion{s}"_qs,
          u"{Count} cushion{s}, the brief asks for {!count}."_qs},
         {F::Second, K::Colour, 0, 1, u"lampshade contains {second}"_qs,
          u"Lampshade is {second}, not {!second}."_qs},
         {F::Side, K::Position, 0, 1, u"lamp {far} of armchair"_qs, u"The lamp is {far} of the armchair."_qs},
         {F::Detail, K::Presence, 0, 1, u"potted plant"_qs, u"No plant."_qs}},
        1,
        2,
        0,
        3,
        {T::Green, T::Red, T::Blue, T::Yellow},
        {T::Yellow, T::White, T::Orange, T::Red},
        {}};
}

SceneWords cakeWords()
{
    return {{{1, u"A round cake with {tint} icing and {count} burning candle{s} on a white plate"_qs},
             {1, u", bunting above the cake"_qs},
             {2, u", candles in one row"_qs}},
            {{F::Count, K::Count, 0, 1, u"{count} candle{s}"_qs,
              u"{Count} candle{s}, the brief asks for {!count}."_qs},
             {F::Tint, K::Colour, 0, 1, u"icing contains {tint}"_qs, u"Icing is {tint}, not {!tint}."_qs},
             {F::Fixed, K::Presence, 1, 1, u"candles are burning"_qs, {}},
             {F::Fixed, K::Presence, 0, 1, u"white plate"_qs, {}},
             {F::Detail, K::Presence, 0, 1, u"bunting above the cake"_qs, u"No bunting."_qs}},
            3,
            6,
            2,
            7,
            {T::Pink, T::White, T::Yellow, T::Green, T::Purple},
            {T::Yellow},
            {}};
}

} // namespace

const SceneWords& wordsOf(Scene scene)
{
    static const SceneWords kWords[kSceneCount] = {
        teaWords(),   jarsWords(),    tentsWords(), posterWords(),   lampsWords(),
        cactiWords(), sneakerWords(), bowlWords(),  armchairWords(), cakeWords()};
    return kWords[static_cast<int>(scene)];
}

} // namespace assay::sample
