// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/jsontext.h"
#include "app/report/export.h"

namespace assay {

namespace {

constexpr QLatin1String kNull("null");

JsonObjectText beginLine(const QString& type)
{
    JsonObjectText line;
    line.addText(QLatin1String("type"), type);
    line.addInteger(QLatin1String("v"), 1);
    return line;
}

void addUnlessEmpty(JsonObjectText& line, QLatin1String key, const QString& text)
{
    if (!text.isEmpty())
        line.addText(key, text);
}

void addTextOrNull(JsonObjectText& line, QLatin1String key, const std::optional<QString>& text)
{
    line.addRaw(key, text ? jsonString(*text) : QString(kNull));
}

/// A name that is empty means unknown.
void addNameOrNull(JsonObjectText& line, QLatin1String key, const QString& name)
{
    line.addRaw(key, name.isEmpty() ? QString(kNull) : jsonString(name));
}

QString spanJson(const PromptSpan& span)
{
    JsonObjectText json;
    json.addInteger(QLatin1String("start"), span.start);
    json.addInteger(QLatin1String("length"), span.length);
    return json.text();
}

QString checklistJson(const Checklist& checklist)
{
    QStringList items;
    for (const Constraint& constraint : checklist) {
        JsonObjectText item;
        item.addText(QLatin1String("id"), constraint.key);
        item.addText(QLatin1String("kind"), toText(constraint.kind));
        item.addText(QLatin1String("text"), constraint.statement);
        addUnlessEmpty(item, QLatin1String("parent"), constraint.parent);
        if (constraint.span.length > 0)
            item.addRaw(QLatin1String("span"), spanJson(constraint.span));
        items.append(item.text());
    }
    return u'[' + items.join(u',') + u']';
}

QString costJson(const Money& cost)
{
    JsonObjectText json;
    json.addText(QLatin1String("amount"), microToString(cost.micro));
    json.addText(QLatin1String("currency"), cost.currency);
    return json.text();
}

QString scoresJson(const Scores& scores)
{
    JsonObjectText json;
    if (scores.clip)
        json.addNumber(QLatin1String("clip"), *scores.clip);
    if (scores.aesthetic)
        json.addNumber(QLatin1String("aesthetic"), *scores.aesthetic);
    return json.text();
}

void addOrigin(JsonObjectText& line, const Generation& generation)
{
    line.addText(QLatin1String("id"), generation.externalId);
    line.addText(QLatin1String("ts"), toRfc3339(generation.sentAt));
    if (generation.sentAtSource != TimeSource::Log)
        line.addText(QLatin1String("ts_source"), toText(generation.sentAtSource));
    if (generation.promptWrittenAt)
        line.addText(QLatin1String("prompt_ts"), toRfc3339(*generation.promptWrittenAt));
    addNameOrNull(line, QLatin1String("client"), generation.client);
    addNameOrNull(line, QLatin1String("asset"), generation.asset);
    Generation unbatched = generation;
    unbatched.batch.clear();
    if (generation.batch != effectiveBatch(unbatched))
        addUnlessEmpty(line, QLatin1String("batch"), generation.batch);
    line.addInteger(QLatin1String("cycle"), generation.cycle);
    if (generation.candidate)
        line.addInteger(QLatin1String("candidate"), *generation.candidate);
    line.addInteger(QLatin1String("attempt"), generation.attempt);
    addUnlessEmpty(line, QLatin1String("retry_of"), generation.retryOf);
}

void addRequest(JsonObjectText& line, const Generation& generation)
{
    addTextOrNull(line, QLatin1String("model"), generation.model);
    addUnlessEmpty(line, QLatin1String("template"), generation.promptTemplate);
    if (!generation.settings.isEmpty())
        line.addRaw(QLatin1String("settings"), generation.settings);
    addTextOrNull(line, QLatin1String("prompt"), generation.prompt);
    if (generation.negativePrompt)
        line.addText(QLatin1String("negative_prompt"), *generation.negativePrompt);
    if (!generation.checklist.isEmpty())
        line.addRaw(QLatin1String("constraints"), checklistJson(generation.checklist));
}

void addOutcome(JsonObjectText& line, const Generation& generation)
{
    line.addText(QLatin1String("status"), toText(generation.status));
    addUnlessEmpty(line, QLatin1String("error"), generation.error);
    line.addRaw(QLatin1String("latency_ms"),
                generation.latency ? QString::number(generation.latency->count()) : QString(kNull));
    if (generation.cost)
        line.addRaw(generation.costSource == CostSource::Rate ? QLatin1String("estimated_cost")
                                                              : QLatin1String("cost"),
                    costJson(*generation.cost));
    if (generation.gpuTime)
        line.addInteger(QLatin1String("gpu_ms"), generation.gpuTime->count());
    const QString place = generation.image ? generation.image->relativePath : QString();
    addUnlessEmpty(line, QLatin1String("image"),
                   generation.statedImage.isEmpty() ? place : generation.statedImage);
    if (generation.scores != Scores{})
        line.addRaw(QLatin1String("scores"), scoresJson(generation.scores));
    if (generation.drift)
        line.addNumber(QLatin1String("drift"), *generation.drift);
}

QString answerJson(Answer answer)
{
    switch (answer) {
    case Answer::Met:
        return QStringLiteral("true");
    case Answer::Missed:
        return QStringLiteral("false");
    case Answer::CantTell:
    case Answer::NotApplicable:
        break;
    }
    return kNull;
}

QString checksJson(const Checks& checks)
{
    QStringList items;
    for (auto it = checks.cbegin(); it != checks.cend(); ++it)
        items.append(jsonString(it.key()) + u':' + answerJson(it.value()));
    return u'{' + items.join(u',') + u'}';
}

QString listJson(const QStringList& texts)
{
    QStringList items;
    for (const QString& text : texts)
        items.append(jsonString(text));
    return u'[' + items.join(u',') + u']';
}

} // namespace

QString toLogLine(const Generation& generation)
{
    JsonObjectText line = beginLine(QStringLiteral("generation"));
    addOrigin(line, generation);
    addRequest(line, generation);
    addOutcome(line, generation);
    line.addMembers(generation.extra);
    return line.text();
}

QString toLogLine(const Review& review)
{
    JsonObjectText line = beginLine(QStringLiteral("review"));
    line.addText(QLatin1String("id"), review.externalId);
    line.addText(QLatin1String("generation"), review.generationExternalId);
    line.addText(QLatin1String("ts"), toRfc3339(review.reviewedAt));
    line.addText(QLatin1String("reviewer"), review.reviewer);
    line.addText(QLatin1String("disposition"), toText(review.disposition));
    line.addRaw(QLatin1String("checks"), checksJson(review.checks));
    addUnlessEmpty(line, QLatin1String("note"), review.note);
    if (!review.reasons.isEmpty())
        line.addRaw(QLatin1String("reasons"), listJson(review.reasons));
    return line.text();
}

QString toLogLine(const Change& change)
{
    JsonObjectText line = beginLine(QStringLiteral("change"));
    line.addText(QLatin1String("id"), change.externalId);
    line.addText(QLatin1String("ts"), toRfc3339(change.at));
    addNameOrNull(line, QLatin1String("client"), change.client);
    line.addText(QLatin1String("kind"), toText(change.kind));
    addUnlessEmpty(line, QLatin1String("from"), change.from);
    addUnlessEmpty(line, QLatin1String("to"), change.to);
    addUnlessEmpty(line, QLatin1String("note"), change.note);
    return line.text();
}

QString toLogLine(const GpuSample& sample)
{
    JsonObjectText line = beginLine(QStringLiteral("gpu"));
    line.addText(QLatin1String("ts"), toRfc3339(sample.startedAt));
    line.addText(QLatin1String("node"), sample.node);
    line.addNumber(QLatin1String("duration_s"), double(sample.duration.count()) / 1000);
    line.addNumber(QLatin1String("util"), sample.utilisation);
    return line.text();
}

} // namespace assay
