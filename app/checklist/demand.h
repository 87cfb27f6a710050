// SPDX-License-Identifier: GPL-3.0-or-later
// What a constraint's statement asks for, taken apart: "mugs contain red" is the property red of mugs. Pure.
// It looks at no prompt.
#pragma once

#include "app/checklist/relationphrases.h"
#include "app/domain/constraint.h"

#include <QStringList>

#include <optional>

namespace assay {

struct Demand
{
    enum class Shape { Text, Property, Position, Phrase, Nothing };

    Shape shape = Shape::Nothing;
    QStringList text; ///< Text: its words and signs as they are written

    QString object;    ///< Property: the thing; empty: the statement does not name it
    QStringList value; ///< Property: what is said of it

    Relation relation = Relation::On; ///< Position
    QStringList subject;
    QStringList target;

    std::optional<int> number; ///< Phrase, as all below
    QStringList modifiers;     ///< "potted" of "potted plant"
    QString head;              ///< "lemon" of "one lemon in front"
    QStringList tail;          ///< "front"
};

Demand demandOf(const Constraint& constraint);

/// A constraint made ready for being compared with many.
struct ComparedConstraint
{
    explicit ComparedConstraint(const Constraint& constraint);

    ConstraintKind kind;
    QString statement; ///< as a question and as a sentence the same
    Demand demand;
};

/// Whether the two ask for the same in the same or in other words: "mugs contain red", "mug contains red?".
bool isSameDemand(const ComparedConstraint& a, const ComparedConstraint& b);

} // namespace assay
