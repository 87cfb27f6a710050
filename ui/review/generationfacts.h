// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of how an image was made, as name and value for people. Plain function; a thing that is not
// known says "unknown" and is never left out silently.
#pragma once

#include "app/domain/generation.h"

#include <QList>

namespace assay {

struct GenerationFact
{
    QString name;
    QString value;

    bool operator==(const GenerationFact&) const = default;
};

QList<GenerationFact> generationFacts(const Generation& generation);

} // namespace assay
