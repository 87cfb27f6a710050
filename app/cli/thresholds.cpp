// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/thresholds.h"

#include "app/base/clock.h"
#include "app/cli/byoption.h"
#include "app/cli/command.h"
#include "app/cli/metricsoutput.h"
#include "app/cli/storing.h"
#include "app/cli/workspaceoption.h"
#include "app/metrics/definition.h"
#include "app/report/figures.h"
#include "app/store/database.h"
#include "app/store/judgingsettings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace assay {

namespace {

QString commandName()
{
    return QStringLiteral("thresholds");
}

/// A share that is meant in percent: "5", "5 %", "2.5%". Nothing for any other text.
std::optional<double> readPercent(QString text)
{
    text.remove(u'%');
    bool isNumber = false;
    const double percent = text.trimmed().toDouble(&isNumber);
    if (!isNumber || !std::isfinite(percent) || percent < 0)
        return std::nullopt;
    return percent / 100;
}

/// In the unit of the metric: percent points of a share, milliseconds, units of money.
std::optional<double> readFloor(const Definition& metric, const QString& text)
{
    if (metric.unit == MetricUnit::Share)
        return readPercent(text);
    bool isNumber = false;
    const double floor = text.toDouble(&isNumber);
    return isNumber && std::isfinite(floor) && floor >= 0 ? std::optional(floor) : std::nullopt;
}

QString floorText(const Definition& metric, double floor)
{
    return metric.unit == MetricUnit::Share ? Cli::tr("%1 pp").arg(numberText(floor * 100, 2))
                                            : metricText(metric, floor);
}

using LastSettings = PerMetric<std::optional<ThresholdSetting>>;

/// The last setting of each metric, a reset too.
Result<LastSettings> lastSettings(const Database& database)
{
    const auto settings = JudgingSettings(database).thresholds();
    if (!settings)
        return settings.error();
    LastSettings last;
    for (const ThresholdSetting& setting : *settings)
        last[index(setting.metric)] = setting;
    return last;
}

QJsonObject thresholdJson(const Definition& metric, const std::optional<ThresholdSetting>& last)
{
    const Threshold threshold = last ? last->threshold.value_or(metric.threshold) : metric.threshold;
    return {{QStringLiteral("metric"), QLatin1String(metric.textId)},
            {QStringLiteral("percent"), threshold.percent},
            {QStringLiteral("floor"), threshold.floor},
            {QStringLiteral("is_default"), threshold == metric.threshold},
            {QStringLiteral("set_at"), last ? QJsonValue(toRfc3339(last->setAt)) : QJsonValue()},
            {QStringLiteral("set_by"), last ? QJsonValue(last->setBy) : QJsonValue()}};
}

QStringList thresholdRow(const Definition& metric, const std::optional<ThresholdSetting>& last)
{
    const Threshold threshold = last ? last->threshold.value_or(metric.threshold) : metric.threshold;
    QStringList row{QLatin1String(metric.textId), metricName(metric), percentText(threshold.percent),
                    floorText(metric, threshold.floor)};
    if (!last)
        return row + QStringList{Cli::tr("default"), {}, {}};
    return row + QStringList{last->threshold ? Cli::tr("here") : Cli::tr("reset"), toRfc3339(last->setAt),
                             plainLine(last->setBy)};
}

int listThresholds(const Database& database, bool isJson)
{
    const auto last = lastSettings(database);
    if (!last) {
        printProblem(last.error());
        return exitcode::kWorkspaceUnusable;
    }
    QList<QStringList> rows{{Cli::tr("Metric"), Cli::tr("Name"), Cli::tr("Percent"), Cli::tr("Floor"),
                             Cli::tr("Set"), Cli::tr("At"), Cli::tr("By")}};
    QJsonArray json;
    for (const Definition& metric : definitions()) {
        json.append(thresholdJson(metric, (*last)[index(metric.id)]));
        rows += thresholdRow(metric, (*last)[index(metric.id)]);
    }
    printResult(isJson ? QString::fromUtf8(QJsonDocument(json).toJson()).trimmed()
                       : alignedRows(rows, 2).trimmed());
    return exitcode::kDone;
}

int setThreshold(const Database& database, const ThresholdSetting& setting)
{
    const auto set = inTransaction(database, [&] { return JudgingSettings(database).add(setting); });
    if (!set) {
        printProblem(set.error());
        return exitcode::kWorkspaceUnusable;
    }
    const Definition& metric = definition(setting.metric);
    const Threshold threshold = setting.threshold.value_or(metric.threshold);
    printResult(
        Cli::tr("%1: %2, at least %3")
            .arg(metricName(metric), percentText(threshold.percent), floorText(metric, threshold.floor)));
    return exitcode::kDone;
}

/// What is not said stays as it is.
std::optional<Threshold> readThreshold(const QCommandLineParser& parser, const Definition& metric,
                                       Threshold threshold, QString& mistake)
{
    const bool hasPercent = parser.isSet(QStringLiteral("percent"));
    const bool hasFloor = parser.isSet(QStringLiteral("floor"));
    if (!hasPercent && !hasFloor)
        mistake = Cli::tr("say the threshold with --percent or --floor");
    if (hasPercent) {
        const auto percent = readPercent(parser.value(QStringLiteral("percent")));
        if (!percent)
            mistake = Cli::tr("--percent takes a number from 0, such as 7.5");
        threshold.percent = percent.value_or(0);
    }
    if (hasFloor) {
        const auto floor = readFloor(metric, parser.value(QStringLiteral("floor")));
        if (!floor)
            mistake = Cli::tr("--floor takes a number from 0 in the metric's unit");
        threshold.floor = floor.value_or(0);
    }
    return mistake.isEmpty() ? std::optional(threshold) : std::nullopt;
}

int changeThreshold(const Database& database, const QCommandLineParser& parser, MetricId metric, bool isReset)
{
    QString mistake;
    ThresholdSetting setting{.metric = metric, .setAt = systemClock()(), .setBy = readBy(parser, mistake)};
    if (!mistake.isEmpty())
        return wrongUse(commandName(), mistake);
    if (isReset)
        return setThreshold(database, setting);
    const auto rules = JudgingSettings(database).rules({});
    if (!rules) {
        printProblem(rules.error());
        return exitcode::kWorkspaceUnusable;
    }
    setting.threshold = readThreshold(parser, definition(metric), rules->thresholds[index(metric)], mistake);
    return setting.threshold ? setThreshold(database, setting) : wrongUse(commandName(), mistake);
}

} // namespace

int runThresholds(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Cli::tr("Lists from what on the change of a metric is news in this workspace, or sets it. A change "
                "counts when it is larger than the percentage of the baseline and than the floor."));
    parser.addOptions(
        {workspaceOption(),
         {QStringLiteral("percent"), Cli::tr("set: percent of the baseline."), QStringLiteral("P")},
         {QStringLiteral("floor"), Cli::tr("set: in percent points, milliseconds or the metric's own unit."),
          QStringLiteral("F")},
         byOption(Cli::tr("set, reset")),
         {QStringLiteral("json"), Cli::tr("list: print JSON.")}});
    parser.addPositionalArgument(QStringLiteral("VERB"), Cli::tr("list, set METRIC or reset METRIC."));
    if (const auto code = parseArguments(parser, commandName(), arguments))
        return *code;
    const QStringList words = parser.positionalArguments();
    const bool isList = words == QStringList{QStringLiteral("list")};
    const bool isChange =
        words.size() == 2 && (words[0] == QLatin1String("set") || words[0] == QLatin1String("reset"));
    if (!isList && !isChange)
        return wrongUse(commandName(), Cli::tr("thresholds takes list, set METRIC or reset METRIC"));
    const auto metric = isChange ? metricFromTextId(words[1]) : std::nullopt;
    if (isChange && !metric)
        return wrongUse(commandName(), Cli::tr("there is no metric %1").arg(words[1]));
    const auto database = openExistingWorkspace(workspacePath(parser));
    if (!database)
        return exitcode::kWorkspaceUnusable;
    if (isList)
        return listThresholds(*database, parser.isSet(QStringLiteral("json")));
    return changeThreshold(*database, parser, *metric, words[0] == QLatin1String("reset"));
}

} // namespace assay
