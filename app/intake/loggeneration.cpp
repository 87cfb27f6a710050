// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/loggeneration.h"

#include "app/intake/fieldlimits.h"

#include <algorithm>
#include <array>
#include <vector>

namespace assay {

namespace {

constexpr std::array<std::string_view, 28> kGenerationKeys{
    "type",
    "v",
    "id",
    "ts",
    "ts_source",
    "prompt_ts",
    "client",
    "asset",
    "batch",
    "cycle",
    "candidate",
    "attempt",
    "retry_of",
    "model",
    "template",
    "prompt",
    "negative_prompt",
    "constraints",
    "status",
    "error",
    "latency_ms",
    "gpu_ms",
    "cost",
    "estimated_cost", // an export's; the rate card makes it anew
    "image",
    "scores",
    "drift",
    "settings",
};

PromptSpan readSpan(LogFields& fields)
{
    auto span = objectAt(fields, "span");
    if (!span)
        return {};
    const qint64 start = span->wholeNumber("start", 0).value_or(0);
    const qint64 length = span->wholeNumber("length", 0).value_or(0);
    constexpr qint64 limit = std::numeric_limits<int>::max() / 2;
    if (!span->problem().isEmpty() || start > limit || length > limit)
        fields.setProblem(QStringLiteral("a constraint's \"span\" is not valid"));
    return {static_cast<int>(qMin(start, limit)), static_cast<int>(qMin(length, limit))};
}

Constraint readConstraint(LogFields& fields)
{
    Constraint constraint;
    constraint.key = fields.requiredText("id");
    constraint.kind = wordAt<ConstraintKind>(fields, "kind", constraintKindFromText);
    constraint.statement = fields.requiredText("text");
    constraint.parent = fields.text("parent").value_or(QString());
    constraint.span = readSpan(fields);
    return constraint;
}

void checkKeys(LogFields& fields, const Checklist& checklist)
{
    std::vector<QStringView> keys;
    for (const Constraint& constraint : checklist)
        keys.emplace_back(constraint.key);
    std::ranges::sort(keys);
    if (const auto twice = std::ranges::adjacent_find(keys); twice != keys.end())
        fields.setProblem(QStringLiteral("constraint %1 is there twice").arg(*twice));
    for (const Constraint& constraint : checklist) {
        if (!constraint.parent.isEmpty() && !std::ranges::binary_search(keys, QStringView(constraint.parent)))
            fields.setProblem(QStringLiteral("constraint %1 hangs on %2, which is not there")
                                  .arg(constraint.key, constraint.parent));
    }
}

Checklist readChecklist(LogFields& fields)
{
    const auto element = fields.find("constraints");
    if (!element)
        return {};
    simdjson::dom::array array;
    if (element->get_array().get(array) != simdjson::SUCCESS) {
        fields.setProblem(QStringLiteral("\"constraints\" is not a list"));
        return {};
    }
    Checklist checklist;
    for (const simdjson::dom::element item : array) {
        simdjson::dom::object object;
        if (item.get_object().get(object) != simdjson::SUCCESS) {
            fields.setProblem(QStringLiteral("a constraint is not an object"));
            return {};
        }
        LogFields constraint(object, fields.now());
        checklist.append(readConstraint(constraint));
        if (!constraint.problem().isEmpty())
            fields.setProblem(QStringLiteral("a constraint's ") + constraint.problem());
    }
    checkKeys(fields, checklist);
    return checklist;
}

std::optional<Money> readCost(LogFields& fields)
{
    auto cost = objectAt(fields, "cost");
    if (!cost)
        return std::nullopt;
    const QString amount = cost->requiredText("amount");
    const QString currency = cost->requiredText("currency");
    const auto micro = parseMicro(amount);
    if (!cost->problem().isEmpty())
        fields.setProblem(QStringLiteral("cost: ") + cost->problem());
    else if (!micro || *micro < 0)
        fields.setProblem(QStringLiteral("cost: \"amount\" is no decimal amount: %1").arg(amount.left(40)));
    else if (!isCurrencyCode(currency))
        fields.setProblem(QStringLiteral("cost: \"currency\" is no ISO 4217 code: %1").arg(currency.left(8)));
    return Money{micro.value_or(0), currency};
}

Scores readScores(LogFields& fields)
{
    auto scores = objectAt(fields, "scores");
    if (!scores)
        return {};
    Scores result{scores->number("clip"), scores->number("aesthetic")};
    if (!scores->problem().isEmpty())
        fields.setProblem(QStringLiteral("scores: ") + scores->problem());
    return result;
}

std::optional<Milliseconds> duration(LogFields& fields, std::string_view key)
{
    const auto value = fields.wholeNumber(key, 0);
    if (!value)
        return std::nullopt;
    if (*value > kMaxDurationMs)
        fields.setProblem(QStringLiteral("\"%1\" is over 31 days").arg(fromUtf8(key)));
    return Milliseconds(*value);
}

/// A count from 1 on; nothing when absent.
std::optional<int> ordinal(LogFields& fields, std::string_view key)
{
    const auto value = fields.wholeNumber(key, 1);
    if (value && *value > std::numeric_limits<int>::max())
        fields.setProblem(QStringLiteral("\"%1\" is too large").arg(fromUtf8(key)));
    if (!value)
        return std::nullopt;
    return static_cast<int>(qMin<qint64>(*value, std::numeric_limits<int>::max()));
}

void readOrigin(LogFields& fields, Generation& generation)
{
    for (const std::string_view key : {"client", "asset", "model", "prompt", "latency_ms"})
        fields.require(key);
    generation.externalId = fields.requiredText("id");
    generation.sentAt = fields.requiredTime("ts");
    if (fields.find("ts_source"))
        generation.sentAtSource = wordAt<TimeSource>(fields, "ts_source", timeSourceFromText);
    generation.promptWrittenAt = fields.time("prompt_ts");
    generation.client = fields.text("client").value_or(QString());
    generation.asset = fields.text("asset").value_or(QString());
    generation.batch = fields.text("batch").value_or(QString());
    generation.cycle = ordinal(fields, "cycle").value_or(1);
    generation.candidate = ordinal(fields, "candidate");
    generation.attempt = ordinal(fields, "attempt").value_or(1);
    generation.retryOf = fields.text("retry_of").value_or(QString());
}

void readRequest(LogFields& fields, Generation& generation)
{
    generation.model = fields.text("model");
    generation.promptTemplate = fields.text("template").value_or(QString());
    generation.prompt = fields.text("prompt");
    generation.negativePrompt = fields.text("negative_prompt");
    generation.checklist = readChecklist(fields);
}

void readOutcome(LogFields& fields, Generation& generation)
{
    generation.status = wordAt<GenerationStatus>(fields, "status", generationStatusFromText);
    generation.error = fields.text("error").value_or(QString());
    generation.latency = duration(fields, "latency_ms");
    generation.gpuTime = duration(fields, "gpu_ms");
    generation.cost = readCost(fields);
    generation.statedImage = fields.text("image").value_or(QString());
    generation.scores = readScores(fields);
    generation.drift = fields.number("drift");
}

} // namespace

bool isGenerationKey(std::string_view key)
{
    return std::ranges::find(kGenerationKeys, key) != kGenerationKeys.end();
}

Generation readGeneration(LogFields& fields)
{
    Generation generation;
    readOrigin(fields, generation);
    readRequest(fields, generation);
    readOutcome(fields, generation);
    return generation;
}

} // namespace assay
