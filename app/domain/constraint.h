// SPDX-License-Identifier: GPL-3.0-or-later
// A constraint is one countable demand of a prompt; a check is a reviewer's answer to it. A checklist is the
// ordered list of a generation's constraints. Plain values.
#pragma once

#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace assay {

enum class ConstraintKind { Count, Colour, Position, Text, Presence, Attribute, Other };

/// The words of PRODUCT.md as they stand in logs and in the database: "count", "colour", …
QString toText(ConstraintKind kind);
std::optional<ConstraintKind> constraintKindFromText(QStringView text);

/// Where in the prompt's text (UTF-16 units) the words of a constraint stand; length 0: nowhere in
/// particular.
struct PromptSpan
{
    int start = 0;
    int length = 0;

    bool operator==(const PromptSpan&) const = default;
};

struct Constraint
{
    QString key; ///< unique within its checklist, for example "c1"; checks refer to it
    ConstraintKind kind = ConstraintKind::Other;
    QString statement; ///< what a person reads: "three mugs"
    QString parent;    ///< key of the constraint this one hangs on, or empty
    PromptSpan span;

    bool operator==(const Constraint&) const = default;
};

using Checklist = QList<Constraint>;

/// A key that no constraint of the list has yet: "c1", "c2", …
QString unusedKey(const Checklist& checklist);

enum class Answer { Met, Missed, CantTell, NotApplicable };

QString toText(Answer answer);
std::optional<Answer> answerFromText(QStringView text);

/// Answers by constraint key. A key that is missing is "not checked"; it counts nowhere.
using Checks = QMap<QString, Answer>;

/// The checks as they count: children of a constraint that is missed or not applicable become not applicable,
/// answers to constraints that the checklist does not have are dropped. Cycles of parents end where they
/// began.
Checks effectiveChecks(const Checklist& checklist, const Checks& checks);

/// The next answer when a reviewer presses a constraint's number: not checked, met, missed, can't tell, not
/// checked.
std::optional<Answer> nextAnswer(std::optional<Answer> answer);

struct CheckCounts
{
    int met = 0;
    int missed = 0;

    bool operator==(const CheckCounts&) const = default;
};

/// How many checks are met and missed; only these two count (METRICS.md, adherence).
CheckCounts countChecks(const Checks& checks);

} // namespace assay
