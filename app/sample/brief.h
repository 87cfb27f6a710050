// SPDX-License-Identifier: GPL-3.0-or-later
// Brief: what an asset of the sample asks for, as a Content and in words (prompt, checklist). It also tells
// what a picture that shows another Content misses, so that reviews of the sample are true. Pure values.
#pragma once

#include "app/domain/constraint.h"
#include "app/sample/content.h"
#include "app/sample/random.h"

#include <QList>

#include <optional>

namespace assay::sample {

/// A fact of a Content that a demand is about. Fixed: what every picture of the scene shows ("one teapot").
enum class Field { Count, Tint, Second, Extras, Side, Text, Detail, Fixed };

struct Brief
{
    Content asked;
    int style = 0; ///< which closing words the prompt has
};

/// A brief for `scene` with counts, colours and words drawn from those the scene can show.
Brief randomBrief(Scene scene, Random& random);
/// The brief of the design: the scene as the welcome page shows it.
Brief plainBrief(Scene scene);

/// Later cycles ask for more: what came back from review is in the prompt from then on.
QString promptOf(const Brief& brief, int cycle);
Checklist checklistOf(const Brief& brief, int cycle);

/// `asked` with the one field changed to something else that the scene can show.
Content deviate(const Content& asked, Field field, Random& random);
/// What a model shows for the brief: each field that the scene asks for deviates with about this probability.
Content showing(const Brief& brief, double missRatio, Random& random);

/// The true answers to the checklist; children of a missed constraint are not applicable.
Checks trueChecks(const Brief& brief, int cycle, const Content& shown);
/// One sentence about the first constraint that is missed; empty: none is.
QString noteOn(const Brief& brief, int cycle, const Content& shown);

} // namespace assay::sample
