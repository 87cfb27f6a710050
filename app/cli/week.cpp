// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/week.h"

#include "app/cli/alertlines.h"
#include "app/cli/command.h"
#include "app/cli/storing.h"
#include "app/cli/weekoutput.h"
#include "app/cli/workspaceoption.h"
#include "app/report/figures.h"
#include "app/store/database.h"

#include <algorithm>

namespace assay {

namespace {

struct WeekOptions
{
    QString workspace{};
    ViewOptions view{};
    std::optional<IsoWeek> week{}; ///< nothing: the newest one that is over
    QString owner{};
    QString found{};
    QString note{};
    std::vector<DecidedAlert> decisions{};
    std::optional<MetricId> acknowledged{};
    bool isJson = false;
};

QString commandName()
{
    return QStringLiteral("week");
}

int failed(const Error& error)
{
    printProblem(error);
    return exitcode::kWorkspaceUnusable;
}

int refused(const QString& why)
{
    printProblem(why);
    return exitcode::kRefused;
}

/// The weeks up to the one asked for; empty when the view does not have it.
std::span<const JudgedWeek> weeksUpTo(const WeeklyView& view, const std::optional<IsoWeek>& week)
{
    const std::span<const JudgedWeek> weeks(view.weeks);
    const auto isLast = [&](const JudgedWeek& judged) {
        return week ? judged.week == *week : judged.end <= view.asOf;
    };
    const auto last = std::ranges::find_if(weeks.rbegin(), weeks.rend(), isLast);
    return weeks.first(static_cast<size_t>(weeks.rend() - last));
}

int showWeek(const Database& database, const WeekOptions& options, std::span<const JudgedWeek> weeks)
{
    const auto known = readKnown(database, options.view, weeks.back().week);
    if (!known)
        return failed(known.error());
    printResult(options.isJson ? weekJson(weeks, *known) : weekText(weeks, options.view.filter, *known));
    return exitcode::kDone;
}

/// Every alert that fires or is pending has a decision, and every decision an alert; what is wrong, or
/// nothing.
QString wrongDecisions(const std::vector<MetricId>& metrics, const std::vector<DecidedAlert>& decisions)
{
    QStringList undecided;
    for (const MetricId metric : metrics) {
        if (std::ranges::find(decisions, metric, &DecidedAlert::metric) == decisions.end())
            undecided += QLatin1String(definition(metric).textId);
    }
    if (!undecided.isEmpty())
        return Cli::tr("decide about %1 with --decide").arg(undecided.join(QStringLiteral(", ")));
    for (const DecidedAlert& decided : decisions) {
        if (std::ranges::find(metrics, decided.metric) == metrics.end())
            return Cli::tr("no alert of %1 fires or is pending")
                .arg(QLatin1String(definition(decided.metric).textId));
        if (std::ranges::count(decisions, decided.metric, &DecidedAlert::metric) > 1)
            return Cli::tr("%1 is decided twice").arg(QLatin1String(definition(decided.metric).textId));
    }
    return {};
}

/// Why the week can't be signed yet, or nothing.
QString whyNotSigned(const JudgedWeek& week, UtcTime now)
{
    const QString name = week.week.name();
    switch (stageOf(week, now)) {
    case WeekStage::Open:
        return Cli::tr("week %1 is not over yet").arg(name);
    case WeekStage::Empty:
        return Cli::tr("week %1 has no images").arg(name);
    case WeekStage::Provisional:
        return Cli::tr("week %1 is provisional: %2 of its batches are reviewed, %3 are needed")
            .arg(name, percentText(week.counts.coverage(), 0), percentText(kSettledCoverage, 0));
    case WeekStage::Settled:
        break;
    }
    return {};
}

int signWeek(const Database& database, const WeekOptions& options, std::span<const JudgedWeek> weeks)
{
    const JudgedWeek& week = weeks.back();
    if (const QString why = whyNotSigned(week, options.view.now); !why.isEmpty())
        return refused(why);
    if (const QString wrong = wrongDecisions(metricsToDecide(week), options.decisions); !wrong.isEmpty())
        return refused(wrong);
    const WeeklyReview review{.week = week.week,
                              .view = options.view.filter,
                              .owner = options.owner,
                              .found = options.found,
                              .decisions = options.decisions,
                              .signedAt = options.view.now};
    const auto added = inTransaction(database, [&] { return WeeklyReviews(database).add(review); });
    if (!added)
        return failed(added.error());
    printResult(Cli::tr("signed week %1 of %2").arg(week.week.name(), viewName(options.view.filter)));
    return exitcode::kDone;
}

int acknowledge(const Database& database, const WeekOptions& options, std::span<const JudgedWeek> weeks)
{
    const std::vector<FiringAlert> alerts = firingAlerts(weeks);
    const auto alert = std::ranges::find(alerts, *options.acknowledged, &FiringAlert::metric);
    const QLatin1String metric(definition(*options.acknowledged).textId);
    if (alert == alerts.end())
        return refused(Cli::tr("no alert of %1 fires in week %2").arg(metric, weeks.back().week.name()));
    const Acknowledgement given{.view = options.view.filter,
                                .metric = alert->metric,
                                .since = alert->since,
                                .deviation = alert->deviation(),
                                .by = options.owner,
                                .at = options.view.now,
                                .note = options.note};
    const auto added = inTransaction(database, [&] { return WeeklyReviews(database).add(given); });
    if (!added)
        return failed(added.error());
    printResult(Cli::tr("acknowledged %1, firing since %2").arg(metric, alert->since.name()));
    return exitcode::kDone;
}

/// METRIC=DECISION or METRIC=DECISION:NOTE.
std::optional<DecidedAlert> readDecision(const QString& text)
{
    const QString decided = text.section(u'=', 1);
    const auto metric = metricFromTextId(text.section(u'=', 0, 0));
    const auto decision = alertDecisionFromText(decided.section(u':', 0, 0));
    if (!metric || !decision)
        return std::nullopt;
    return DecidedAlert{*metric, *decision, decided.section(u':', 1).trimmed()};
}

std::optional<WeekOptions> readOptions(const QCommandLineParser& parser, QString& mistake)
{
    WeekOptions options{.workspace = workspacePath(parser),
                        .owner = parser.value(QStringLiteral("owner")).trimmed(),
                        .found = parser.value(QStringLiteral("found")),
                        .note = parser.value(QStringLiteral("note")),
                        .isJson = parser.isSet(QStringLiteral("json"))};
    if (const auto view = readViewOptions(parser, mistake))
        options.view = *view;
    if (parser.isSet(QStringLiteral("week"))) {
        options.week = IsoWeek::fromName(parser.value(QStringLiteral("week")));
        if (!options.week)
            mistake = Cli::tr("--week takes a week such as 2026-W17");
    }
    for (const QString& text : parser.values(QStringLiteral("decide"))) {
        const auto decision = readDecision(text);
        if (!decision)
            mistake =
                Cli::tr("--decide takes METRIC=flag_raised, =explained or =ignored, and a note after :");
        else
            options.decisions.push_back(*decision);
    }
    const QStringList words = parser.positionalArguments();
    if (words.first() != QLatin1String("show") && options.owner.isEmpty())
        mistake = Cli::tr("say who with --owner");
    if (words.size() == 2) {
        options.acknowledged = metricFromTextId(words[1]);
        if (!options.acknowledged)
            mistake = Cli::tr("there is no metric %1").arg(words[1]);
    }
    return mistake.isEmpty() ? std::optional(options) : std::nullopt;
}

QList<QCommandLineOption> weekOptions()
{
    return {workspaceOption(),
            {QStringLiteral("week"), Cli::tr("The week; default: the newest one that is over."),
             QStringLiteral("WEEK")},
            {QStringLiteral("owner"), Cli::tr("sign, acknowledge: who."), QStringLiteral("NAME")},
            {QStringLiteral("found"), Cli::tr("sign: what was found."), QStringLiteral("TEXT")},
            {QStringLiteral("decide"),
             Cli::tr("sign: what is done about an alert, once for each: flag_raised, explained or ignored."),
             QStringLiteral("METRIC=DECISION[:NOTE]")},
            {QStringLiteral("note"), Cli::tr("acknowledge: a note."), QStringLiteral("TEXT")},
            {QStringLiteral("json"), Cli::tr("show: print JSON.")}};
}

int runOn(const WeekOptions& options, const QString& word)
{
    const auto database = openExistingWorkspace(options.workspace);
    if (!database)
        return exitcode::kWorkspaceUnusable;
    int exitCode = exitcode::kDone;
    const auto view = viewOf(*database, options.view, exitCode);
    if (!view)
        return exitCode;
    const std::span<const JudgedWeek> weeks = weeksUpTo(*view, options.week);
    if (weeks.empty())
        return refused(
            options.week
                ? Cli::tr("%1 has no week %2").arg(viewName(options.view.filter), options.week->name())
                : Cli::tr("%1 has no week that is over").arg(viewName(options.view.filter)));
    if (word == QLatin1String("sign"))
        return signWeek(*database, options, weeks);
    return word == QLatin1String("show") ? showWeek(*database, options, weeks)
                                         : acknowledge(*database, options, weeks);
}

} // namespace

int runWeek(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Cli::tr("Shows what a week's review has to look at, signs it with a decision about each alert that "
                "fires or is pending, or acknowledges an alert in between. What is signed stays."));
    parser.addOptions(viewOptions());
    parser.addOptions(weekOptions());
    parser.addPositionalArgument(QStringLiteral("VERB"), Cli::tr("show, sign or acknowledge METRIC."));
    if (const auto code = parseArguments(parser, commandName(), arguments))
        return *code;
    const QStringList words = parser.positionalArguments();
    const bool isKnown = words == QStringList{QStringLiteral("show")} ||
                         words == QStringList{QStringLiteral("sign")} ||
                         (words.size() == 2 && words[0] == QLatin1String("acknowledge"));
    if (!isKnown)
        return wrongUse(commandName(), Cli::tr("week takes show, sign or acknowledge METRIC"));
    QString mistake;
    const auto options = readOptions(parser, mistake);
    return options ? runOn(*options, words[0]) : wrongUse(commandName(), mistake);
}

} // namespace assay
