// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/historylog.h"

#include "app/sample/json.h"

#include <QStringList>

#include <algorithm>

namespace assay::sample {

namespace {

struct Line
{
    UtcTime at{};
    QString text;
};

JsonObject event(const QString& type, UtcTime at, const QString& id)
{
    JsonObject object;
    object.addText(u"type", type);
    object.addNumber(u"v", 1);
    if (!id.isEmpty())
        object.addText(u"id", id);
    object.addText(u"ts", toRfc3339(at));
    return object;
}

QString constraintsJson(const Checklist& checklist)
{
    QStringList items;
    for (const Constraint& constraint : checklist) {
        JsonObject item;
        item.addText(u"id", constraint.key);
        item.addText(u"kind", toText(constraint.kind));
        item.addText(u"text", constraint.statement);
        if (!constraint.parent.isEmpty())
            item.addText(u"parent", constraint.parent);
        items.append(item.text());
    }
    return u'[' + items.join(u',') + u']';
}

void addOrder(JsonObject& line, const Generation& g)
{
    line.addText(u"prompt_ts", toRfc3339(*g.promptWrittenAt));
    line.addText(u"client", g.client);
    line.addText(u"asset", g.asset);
    line.addText(u"batch", g.batch);
    line.addNumber(u"cycle", g.cycle);
    line.addNumber(u"candidate", *g.candidate);
    line.addNumber(u"attempt", g.attempt);
    if (!g.retryOf.isEmpty())
        line.addText(u"retry_of", g.retryOf);
    line.addText(u"model", *g.model);
    line.addText(u"template", g.promptTemplate);
    line.addRaw(u"settings", g.settings);
    line.addText(u"prompt", *g.prompt);
    line.addRaw(u"constraints", constraintsJson(g.checklist));
}

void addOutcome(JsonObject& line, const Generation& g)
{
    line.addText(u"status", toText(g.status));
    if (!g.error.isEmpty())
        line.addText(u"error", g.error);
    line.addNumber(u"latency_ms", qint64(g.latency->count()));
    JsonObject cost;
    cost.addText(u"amount", microToString(g.cost->micro));
    cost.addText(u"currency", g.cost->currency);
    line.addRaw(u"cost", cost.text());
    if (g.status != GenerationStatus::Ok)
        return;
    line.addNumber(u"gpu_ms", qint64(g.gpuTime->count()));
    line.addText(u"image", g.statedImage);
    JsonObject scores;
    scores.addNumber(u"clip", *g.scores.clip, 4);
    scores.addNumber(u"aesthetic", *g.scores.aesthetic, 4);
    line.addRaw(u"scores", scores.text());
    line.addNumber(u"drift", *g.drift, 4);
}

QString generationLine(const Generation& g)
{
    JsonObject line = event(QStringLiteral("generation"), g.sentAt, g.externalId);
    addOrder(line, g);
    addOutcome(line, g);
    return line.text();
}

QString reviewLine(const Review& review)
{
    JsonObject line = event(QStringLiteral("review"), review.reviewedAt, review.externalId);
    line.addText(u"generation", review.generationExternalId);
    line.addText(u"reviewer", review.reviewer);
    line.addText(u"disposition", toText(review.disposition));
    JsonObject checks;
    for (auto it = review.checks.begin(); it != review.checks.end(); ++it) {
        const bool counts = it.value() == Answer::Met || it.value() == Answer::Missed;
        const QString answer = it.value() == Answer::Met ? QStringLiteral("true") : QStringLiteral("false");
        checks.addRaw(it.key(), counts ? answer : QStringLiteral("null"));
    }
    line.addRaw(u"checks", checks.text());
    if (!review.note.isEmpty())
        line.addText(u"note", review.note);
    return line.text();
}

QString changeLine(const Change& change)
{
    JsonObject line = event(QStringLiteral("change"), change.at, change.externalId);
    line.addText(u"client", change.client);
    line.addText(u"kind", toText(change.kind));
    line.addText(u"from", change.from);
    line.addText(u"to", change.to);
    line.addText(u"note", change.note);
    return line.text();
}

QString gpuLine(const GpuSample& sample)
{
    JsonObject line = event(QStringLiteral("gpu"), sample.startedAt, {});
    line.addText(u"node", sample.node);
    line.addNumber(u"duration_s", qint64(sample.duration.count() / 1000));
    line.addNumber(u"util", sample.utilisation, 4);
    return line.text();
}

} // namespace

QByteArray historyLog(const Plan& plan)
{
    QList<Line> lines;
    for (const Change& change : plan.changes)
        lines.append({change.at, changeLine(change)});
    for (const GpuSample& sample : plan.gpuSamples)
        lines.append({sample.startedAt, gpuLine(sample)});
    for (const Attempt& attempt : plan.attempts)
        lines.append({attempt.generation.sentAt, generationLine(attempt.generation)});
    for (const Review& review : plan.reviews)
        lines.append({review.reviewedAt, reviewLine(review)});
    std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.at < b.at; });
    QByteArray log;
    for (const Line& line : lines)
        log += line.text.toUtf8() + '\n';
    return log;
}

} // namespace assay::sample
