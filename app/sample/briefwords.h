// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the sample's briefs, one table a scene: clauses of the prompt, demands with their statement,
// and the note a reviewer writes when a demand is missed. Internal to brief.cpp.
#pragma once

#include "app/sample/brief.h"

namespace assay::sample {

/// Placeholders: {count} {Count} {s} {extras} {Extras} {es} {tint} {second} {text} {fruit} {orb}, {side} =
/// left, or right when mirrored, {far} the other one. In a note they tell what is shown; with "!" what is
/// asked.
struct Demand
{
    Field field;
    ConstraintKind kind;
    int parent;    ///< place in the list, 1 = first; 0: none
    int fromCycle; ///< first cycle whose prompt asks for it
    QString statement;
    QString note;
};

struct Clause
{
    int fromCycle;
    QString words;
};

struct SceneWords
{
    QList<Clause> clauses;
    QList<Demand> demands;
    int askedLow, askedHigh; ///< counts a brief asks for
    int shownLow, shownHigh; ///< counts the scene can show
    QList<Tint> tints;
    QList<Tint> seconds;
    QList<QString> texts;
};

const SceneWords& wordsOf(Scene scene);

} // namespace assay::sample
