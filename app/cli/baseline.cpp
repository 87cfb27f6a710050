// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/baseline.h"

#include "app/cli/byoption.h"
#include "app/cli/command.h"
#include "app/cli/metricsoutput.h"
#include "app/cli/storing.h"
#include "app/cli/viewoptions.h"
#include "app/cli/workspaceoption.h"
#include "app/store/database.h"
#include "app/store/judgingsettings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <iterator>

namespace assay {

namespace {

QString commandName()
{
    return QStringLiteral("baseline");
}

QJsonObject baselineJson(const BaselineSetting& setting)
{
    const auto name = [](const std::optional<QString>& of) { return of ? QJsonValue(*of) : QJsonValue(); };
    return {{QStringLiteral("id"), setting.id},
            {QStringLiteral("client"), name(setting.view.client)},
            {QStringLiteral("model"), name(setting.view.model)},
            {QStringLiteral("template"), name(setting.view.templateName)},
            {QStringLiteral("from"), setting.weeks.from.name()},
            {QStringLiteral("to"), setting.weeks.to.name()},
            {QStringLiteral("set_at"), toRfc3339(setting.setAt)},
            {QStringLiteral("set_by"), setting.setBy},
            {QStringLiteral("note"), setting.note},
            {QStringLiteral("withdrawn_at"),
             setting.withdrawnAt ? QJsonValue(toRfc3339(*setting.withdrawnAt)) : QJsonValue()}};
}

QStringList baselineRow(const BaselineSetting& setting)
{
    return {QString::number(setting.id),
            viewName(setting.view),
            setting.weeks.from.name(),
            setting.weeks.to.name(),
            toRfc3339(setting.setAt),
            setting.setBy,
            setting.withdrawnAt ? Cli::tr("withdrawn %1").arg(toRfc3339(*setting.withdrawnAt))
                                : setting.note};
}

int listBaselines(const Database& database, bool isJson)
{
    const auto all = JudgingSettings(database).baselines();
    if (!all) {
        printProblem(all.error());
        return exitcode::kWorkspaceUnusable;
    }
    QJsonArray json;
    QList<QStringList> rows{{Cli::tr("Baseline"), Cli::tr("View"), Cli::tr("From"), Cli::tr("To"),
                             Cli::tr("Set at"), Cli::tr("By"), Cli::tr("Note")}};
    for (const BaselineSetting& setting : *all) {
        json.append(baselineJson(setting));
        rows += baselineRow(setting);
    }
    if (isJson)
        printResult(QString::fromUtf8(QJsonDocument(json).toJson()).trimmed());
    else
        printResult(all->empty() ? Cli::tr("no baseline is set by hand")
                                 : alignedRows(rows, int(rows.front().size())).trimmed());
    return exitcode::kDone;
}

std::optional<BaselineSetting> readBaseline(const QCommandLineParser& parser, QString& mistake)
{
    const auto view = readViewOptions(parser, mistake);
    const auto from = IsoWeek::fromName(parser.value(QStringLiteral("from")));
    const auto to = IsoWeek::fromName(parser.value(QStringLiteral("to")));
    if (!from || !to)
        mistake = Cli::tr("--from and --to take the first and the last week, such as 2026-W17");
    else if (*to < *from)
        mistake = Cli::tr("--to is before --from");
    const QString by = readBy(parser, mistake);
    if (!view || !mistake.isEmpty())
        return std::nullopt;
    return BaselineSetting{.view = view->filter,
                           .weeks = {*from, *to},
                           .setAt = view->now,
                           .setBy = by,
                           .note = parser.value(QStringLiteral("note"))};
}

/// Which metrics the weeks carry: too few images carry none, and then it changes nothing, which nobody would
/// notice.
QString whatItCarries(const WeeklyView& view, const HandBaseline& weeks)
{
    std::vector<WeekRow> rows;
    std::ranges::copy_if(view.rows, std::back_inserter(rows), [&weeks](const WeekRow& row) {
        return row.week >= weeks.from && row.week <= weeks.to;
    });
    if (std::ranges::all_of(rows, [](const WeekRow& row) { return row.counts.isEmpty(); }))
        return Cli::tr("there are no images of that time, so it changes nothing");
    const Baselines carried = baselinesOf(weeks, rows, 1);
    const auto count =
        std::ranges::count_if(carried, [](const auto& baseline) { return baseline.has_value(); });
    if (count == 0)
        return Cli::tr(
            "these weeks have too little for any metric: all keep the baseline of their first weeks");
    if (size_t(count) == carried.size())
        return Cli::tr("it carries every metric");
    return Cli::tr("it carries %1 of %2 metrics, the others keep the baseline of their first weeks")
        .arg(count)
        .arg(carried.size());
}

int setBaseline(const Database& database, const QCommandLineParser& parser)
{
    QString mistake;
    const auto setting = readBaseline(parser, mistake);
    if (!setting)
        return wrongUse(commandName(), mistake);
    int exitCode = exitcode::kDone;
    const auto view = viewOf(database, {setting->view, setting->setAt}, exitCode);
    if (!view)
        return exitCode;
    if (WeekCalendar(view->zone).endOf(setting->weeks.to) > setting->setAt) {
        printProblem(Cli::tr("week %1 is not over yet").arg(setting->weeks.to.name()));
        return exitcode::kRefused;
    }
    const auto id = inTransaction(database, [&] { return JudgingSettings(database).add(*setting); });
    if (!id) {
        printProblem(id.error());
        return exitcode::kWorkspaceUnusable;
    }
    printResult(Cli::tr("baseline %1 of %2: %3 to %4; %5")
                    .arg(QString::number(*id), viewName(setting->view), setting->weeks.from.name(),
                         setting->weeks.to.name(), whatItCarries(*view, setting->weeks)));
    return exitcode::kDone;
}

int withdrawBaseline(const Database& database, const QString& id)
{
    const auto withdrawn = inTransaction(database, [&] {
        return JudgingSettings(database).withdrawBaseline(id.toLongLong(), systemClock()());
    });
    if (!withdrawn) {
        printProblem(withdrawn.error());
        return exitcode::kWorkspaceUnusable;
    }
    if (!*withdrawn) {
        printProblem(Cli::tr("there is no baseline %1 to withdraw; see baseline list").arg(id));
        return exitcode::kRefused;
    }
    printResult(Cli::tr("withdrew baseline %1").arg(id));
    return exitcode::kDone;
}

} // namespace

int runBaseline(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Cli::tr("Lists the baselines that were set by hand, sets one for a view or withdraws one. It stands "
                "in place of the first weeks of the epoch that its last week lies in, for each metric that "
                "its weeks carry."));
    parser.addOptions(viewOptions());
    parser.addOptions({workspaceOption(),
                       {QStringLiteral("from"), Cli::tr("set: the first week."), QStringLiteral("WEEK")},
                       {QStringLiteral("to"), Cli::tr("set: the last week."), QStringLiteral("WEEK")},
                       byOption(Cli::tr("set")),
                       {QStringLiteral("note"), Cli::tr("set: why."), QStringLiteral("TEXT")},
                       {QStringLiteral("json"), Cli::tr("list: print JSON.")}});
    parser.addPositionalArgument(QStringLiteral("VERB"), Cli::tr("list, set or withdraw ID."));
    if (const auto code = parseArguments(parser, commandName(), arguments))
        return *code;
    const QStringList words = parser.positionalArguments();
    const bool isSet = words == QStringList{QStringLiteral("set")};
    const bool isList = words == QStringList{QStringLiteral("list")};
    const bool isWithdraw = words.size() == 2 && words[0] == QLatin1String("withdraw");
    if (!isSet && !isList && !isWithdraw)
        return wrongUse(commandName(), Cli::tr("baseline takes list, set or withdraw ID"));
    const auto database = openExistingWorkspace(workspacePath(parser));
    if (!database)
        return exitcode::kWorkspaceUnusable;
    if (isWithdraw)
        return withdrawBaseline(*database, words[1]);
    return isSet ? setBaseline(*database, parser)
                 : listBaselines(*database, parser.isSet(QStringLiteral("json")));
}

} // namespace assay
