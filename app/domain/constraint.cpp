// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/constraint.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace assay {

namespace {

template<typename Value>
struct Word
{
    Value value;
    const char* text;
};

// clang before version 17 finds no template arguments of an aggregate by itself.
template<typename Value>
Word(Value, const char*) -> Word<Value>;

constexpr std::array kKindWords{
    Word{ConstraintKind::Count, "count"},       Word{ConstraintKind::Colour, "colour"},
    Word{ConstraintKind::Position, "position"}, Word{ConstraintKind::Text, "text"},
    Word{ConstraintKind::Presence, "presence"}, Word{ConstraintKind::Attribute, "attribute"},
    Word{ConstraintKind::Other, "other"},
};

constexpr std::array kAnswerWords{
    Word{Answer::Met, "met"},
    Word{Answer::Missed, "missed"},
    Word{Answer::CantTell, "cant_tell"},
    Word{Answer::NotApplicable, "not_applicable"},
};

template<typename Words, typename Value>
QString textOf(const Words& words, Value value)
{
    const auto it = std::ranges::find_if(words, [value](const auto& word) { return word.value == value; });
    return QString::fromLatin1(it->text);
}

template<typename Value, typename Words>
std::optional<Value> valueOf(const Words& words, QStringView text)
{
    const auto it =
        std::ranges::find_if(words, [text](const auto& word) { return text == QLatin1String(word.text); });
    if (it == words.end())
        return std::nullopt;
    return it->value;
}

const Constraint* find(const Checklist& checklist, const QString& key)
{
    const auto it = std::ranges::find(checklist, key, &Constraint::key);
    return it == checklist.end() ? nullptr : &*it;
}

bool hangsOnSomethingMissed(const Checklist& checklist, const Constraint& constraint, const Checks& checks)
{
    QSet<QString> seen{constraint.key};
    for (const Constraint* parent = find(checklist, constraint.parent); parent != nullptr;
         parent = find(checklist, parent->parent)) {
        if (seen.contains(parent->key))
            return false;
        seen.insert(parent->key);
        const auto answer = checks.constFind(parent->key);
        if (answer != checks.cend() && (*answer == Answer::Missed || *answer == Answer::NotApplicable))
            return true;
    }
    return false;
}

} // namespace

QString toText(ConstraintKind kind)
{
    return textOf(kKindWords, kind);
}

std::optional<ConstraintKind> constraintKindFromText(QStringView text)
{
    return valueOf<ConstraintKind>(kKindWords, text);
}

QString unusedKey(const Checklist& checklist)
{
    for (int number = 1;; ++number) {
        const QString key = QStringLiteral("c%1").arg(number);
        if (find(checklist, key) == nullptr)
            return key;
    }
}

QString toText(Answer answer)
{
    return textOf(kAnswerWords, answer);
}

std::optional<Answer> answerFromText(QStringView text)
{
    return valueOf<Answer>(kAnswerWords, text);
}

Checks effectiveChecks(const Checklist& checklist, const Checks& checks)
{
    Checks result;
    for (const Constraint& constraint : checklist) {
        if (hangsOnSomethingMissed(checklist, constraint, checks))
            result.insert(constraint.key, Answer::NotApplicable);
        else if (const auto answer = checks.constFind(constraint.key); answer != checks.cend())
            result.insert(constraint.key, *answer);
    }
    return result;
}

std::optional<Answer> nextAnswer(std::optional<Answer> answer)
{
    if (!answer || *answer == Answer::NotApplicable)
        return Answer::Met;
    if (*answer == Answer::Met)
        return Answer::Missed;
    if (*answer == Answer::Missed)
        return Answer::CantTell;
    return std::nullopt;
}

CheckCounts countChecks(const Checks& checks)
{
    CheckCounts counts;
    for (const Answer answer : checks) {
        counts.met += answer == Answer::Met ? 1 : 0;
        counts.missed += answer == Answer::Missed ? 1 : 0;
    }
    return counts;
}

} // namespace assay
