// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/jsontext.h"
#include "app/report/export.h"

#include <QHash>

namespace assay {

namespace {

constexpr QLatin1String kNull("null");
constexpr QLatin1String kCost("cost");
constexpr QLatin1String kScores("scores");
constexpr QLatin1String kConstraints("constraints");

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

/// What the log said that Assay does not know, by its key.
using Unknown = QHash<QString, QString>;

Unknown unknownOf(const QString& object)
{
    Unknown unknown;
    for (const JsonMember& member : jsonMembers(object))
        unknown.insert(member.key, member.json.toString());
    return unknown;
}

/// What stands below a key of the line; nothing where the key has another meaning, as a column of a table may
/// have.
QString below(const Unknown& unknown, const QString& key)
{
    const QString json = unknown.value(key);
    return json.startsWith(u'{') ? json : QString();
}

QString spanJson(const PromptSpan& span)
{
    JsonObjectText json;
    json.addInteger(QLatin1String("start"), span.start);
    json.addInteger(QLatin1String("length"), span.length);
    return json.text();
}

QString checklistJson(const Checklist& checklist, const QString& unknownOfEach)
{
    const Unknown unknown = unknownOf(unknownOfEach);
    QStringList items;
    for (const Constraint& constraint : checklist) {
        JsonObjectText item;
        item.addText(QLatin1String("id"), constraint.key);
        item.addText(QLatin1String("kind"), toText(constraint.kind));
        item.addText(QLatin1String("text"), constraint.statement);
        addUnlessEmpty(item, QLatin1String("parent"), constraint.parent);
        if (constraint.span.length > 0)
            item.addRaw(QLatin1String("span"), spanJson(constraint.span));
        item.addMembers(unknown.value(constraint.key));
        items.append(item.text());
    }
    return u'[' + items.join(u',') + u']';
}

QString costJson(const Money& cost, const QString& unknown = {})
{
    JsonObjectText json;
    json.addText(QLatin1String("amount"), microToString(cost.micro));
    json.addText(QLatin1String("currency"), cost.currency);
    json.addMembers(unknown);
    return json.text();
}

JsonObjectText scoresJson(const Scores& scores, const QString& unknown)
{
    JsonObjectText json;
    if (scores.clip)
        json.addNumber(QLatin1String("clip"), *scores.clip);
    if (scores.aesthetic)
        json.addNumber(QLatin1String("aesthetic"), *scores.aesthetic);
    json.addMembers(unknown);
    return json;
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

void addRequest(JsonObjectText& line, const Generation& generation, const Unknown& unknown)
{
    addTextOrNull(line, QLatin1String("model"), generation.model);
    addUnlessEmpty(line, QLatin1String("template"), generation.promptTemplate);
    if (!generation.settings.isEmpty())
        line.addRaw(QLatin1String("settings"), generation.settings);
    addTextOrNull(line, QLatin1String("prompt"), generation.prompt);
    if (generation.negativePrompt)
        line.addText(QLatin1String("negative_prompt"), *generation.negativePrompt);
    if (!generation.checklist.isEmpty())
        line.addRaw(QLatin1String("constraints"),
                    checklistJson(generation.checklist, below(unknown, kConstraints)));
}

void addOutcome(JsonObjectText& line, const Generation& generation, const Unknown& unknown)
{
    line.addText(QLatin1String("status"), toText(generation.status));
    addUnlessEmpty(line, QLatin1String("error"), generation.error);
    line.addRaw(QLatin1String("latency_ms"),
                generation.latency ? QString::number(generation.latency->count()) : QString(kNull));
    if (generation.cost && generation.costSource == CostSource::Rate)
        line.addRaw(QLatin1String("estimated_cost"), costJson(*generation.cost));
    else if (generation.cost)
        line.addRaw(QLatin1String("cost"), costJson(*generation.cost, below(unknown, kCost)));
    if (generation.gpuTime)
        line.addInteger(QLatin1String("gpu_ms"), generation.gpuTime->count());
    const QString place = generation.image ? generation.image->relativePath : QString();
    addUnlessEmpty(line, QLatin1String("image"),
                   generation.statedImage.isEmpty() ? place : generation.statedImage);
    const JsonObjectText scores = scoresJson(generation.scores, below(unknown, kScores));
    if (!scores.isEmpty())
        line.addRaw(QLatin1String("scores"), scores.text());
    if (generation.drift)
        line.addNumber(QLatin1String("drift"), *generation.drift);
}

QString listJson(const QStringList& texts)
{
    QStringList items;
    for (const QString& text : texts)
        items.append(jsonString(text));
    return u'[' + items.join(u',') + u']';
}

/// The format has no key for it, so a line that was imported again has it among its own unknown ones.
void addProvenance(JsonObjectText& line, const Generation& generation, const Unknown& unknown)
{
    constexpr QLatin1String key("provenance");
    if (!generation.provenance.isEmpty() && !unknown.contains(key))
        line.addRaw(key, listJson(generation.provenance));
}

/// What is unknown at the top level of the line; what is below it stands where it was. A table may have had a
/// column of a name that lines use for something else: it comes back under another one, so that the line can
/// be read again.
void addUnknown(JsonObjectText& line, const QString& extra)
{
    for (const JsonMember& member : jsonMembers(extra)) {
        const bool isNested = member.key == kCost || member.key == kScores || member.key == kConstraints;
        if (isNested && member.json.startsWith(u'{'))
            continue;
        const QString key = isNested ? QString(member.key + QStringLiteral(" (column)")) : member.key;
        line.addMembers(QString(u'{' + jsonString(key) + u':' + member.json + u'}'));
    }
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

} // namespace

QString toLogLine(const Generation& generation)
{
    JsonObjectText line = beginLine(QStringLiteral("generation"));
    addOrigin(line, generation);
    const Unknown unknown = unknownOf(generation.extra);
    addRequest(line, generation, unknown);
    addOutcome(line, generation, unknown);
    addProvenance(line, generation, unknown);
    addUnknown(line, generation.extra);
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
