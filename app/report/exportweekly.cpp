// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/exportweekly.h"

#include "app/base/jsontext.h"
#include "app/store/generations.h"

#include <QIODevice>

namespace assay {

namespace {

QString orNull(const std::optional<double>& value)
{
    return value ? jsonNumber(*value) : QStringLiteral("null");
}

QString bandJson(const std::optional<Judgement>& judgement)
{
    if (!judgement)
        return QStringLiteral("null");
    return u'[' + jsonNumber(judgement->band.low) + u',' + jsonNumber(judgement->band.high) + u']';
}

QString metricJson(const JudgedWeek& week, MetricId id)
{
    const JudgedMetric& judged = week.metric(id);
    JsonObjectText json;
    json.addRaw(QLatin1String("value"), orNull(judged.estimate.value));
    json.addNumber(QLatin1String("n"), double(judged.estimate.n));
    json.addInteger(QLatin1String("clusters"), qint64(judged.estimate.clusters));
    const bool hasBaseline = judged.baseline.has_value();
    json.addRaw(QLatin1String("baseline"),
                orNull(hasBaseline ? judged.baseline->estimate.value : std::optional<double>()));
    json.addRaw(QLatin1String("band"), bandJson(judged.judgement));
    const bool isJudged = week.role == WeekRole::Judged;
    json.addRaw(QLatin1String("state"),
                isJudged ? jsonString(toText(judged.alert.state)) : QStringLiteral("null"));
    return json.text();
}

QString metricsJson(const JudgedWeek& week)
{
    JsonObjectText json;
    for (const Definition& metric : definitions())
        json.addRaw(QLatin1String(metric.textId), metricJson(week, metric.id));
    return json.text();
}

QString changesJson(const QStringList& changes)
{
    QStringList items;
    for (const QString& change : changes)
        items.append(jsonString(change));
    return u'[' + items.join(u',') + u']';
}

Result<void> exportView(const WeeklyView& view, QIODevice& device)
{
    for (const JudgedWeek& week : view.weeks) {
        const QByteArray bytes = weekLine(view, week).toUtf8() + '\n';
        if (device.write(bytes) != bytes.size())
            return Error{ErrorKind::Io, {}, device.errorString()};
    }
    return {};
}

} // namespace

QString weekLine(const WeeklyView& view, const JudgedWeek& week)
{
    JsonObjectText line;
    line.addText(QLatin1String("type"), u"week");
    line.addInteger(QLatin1String("v"), 1);
    line.addText(QLatin1String("week"), week.week.name());
    line.addText(QLatin1String("zone"), QString::fromUtf8(view.zone.id()));
    line.addRaw(QLatin1String("client"), view.client ? jsonString(*view.client) : QStringLiteral("null"));
    line.addInteger(QLatin1String("epoch"), week.epoch);
    line.addText(QLatin1String("role"), toText(week.role));
    line.addRaw(QLatin1String("provisional"),
                week.isProvisional ? QStringLiteral("true") : QStringLiteral("false"));
    line.addRaw(QLatin1String("changes"), changesJson(week.changes));
    line.addRaw(QLatin1String("metrics"), metricsJson(week));
    return line.text();
}

Result<void> exportWeekly(const Database& database, UtcTime now, QIODevice& device)
{
    const auto clients = clientNames(database);
    if (!clients)
        return clients.error();
    QList<std::optional<QString>> views{std::nullopt};
    for (const QString& client : *clients)
        views.append(client);
    for (const auto& client : views) {
        const auto view = readWeeklyView(database, client, now);
        if (!view)
            return view.error();
        if (auto written = exportView(*view, device); !written)
            return written;
    }
    return {};
}

} // namespace assay
