// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reread.h"

#include "app/cli/command.h"
#include "app/cli/importprogress.h"
#include "app/cli/workspaceoption.h"
#include "app/intake/reread.h"
#include "app/store/generations.h"
#include "app/store/rollups.h"
#include "app/store/workspacesettings.h"

using namespace Qt::StringLiterals;

namespace assay {

namespace {

constexpr int kAtOnce = 100;

struct Selection
{
    QStringList names; ///< external ids; none: all
    std::optional<QString> client;
};

struct Totals
{
    int read = 0;
    int changed = 0;
    int refused = 0;
};

Result<bool> isSelected(const Generations& generations, GenerationId id, const Selection& selection)
{
    if (!selection.client)
        return true;
    const auto generation = generations.get(id);
    if (!generation)
        return generation.error();
    return generation->client == *selection.client;
}

Result<void> rereadSome(const Database& database, const QList<GenerationId>& ids, Totals& totals)
{
    const auto report = rereadMetadata(database, ids, systemClock()());
    if (!report)
        return report.error();
    totals.read += report->read;
    totals.changed += int(report->changed.size());
    totals.refused += int(report->problems.size());
    for (const ImportProblem& problem : report->problems)
        printProblem(problemText(problem));
    return {};
}

/// The generations of these names; a name that nothing has is said and counted.
Result<QList<GenerationId>> namedIds(const Generations& generations, const QStringList& names, Totals& totals)
{
    QList<GenerationId> ids;
    for (const QString& name : names) {
        const auto id = generations.findByExternalId(name);
        if (!id)
            return id.error();
        if (*id) {
            ids.append(**id);
            continue;
        }
        ++totals.refused;
        printProblem(Cli::tr("%1: no generation has this id").arg(name));
    }
    return ids;
}

Result<void> rereadNamed(const Database& database, const Generations& generations, const Selection& selection,
                         Totals& totals)
{
    const auto ids = namedIds(generations, selection.names, totals);
    if (!ids)
        return ids.error();
    for (qsizetype at = 0; at < ids->size(); at += kAtOnce) {
        if (auto done = rereadSome(database, ids->mid(at, kAtOnce), totals); !done)
            return done;
    }
    return {};
}

Result<void> rereadAll(const Database& database, const Generations& generations, const Selection& selection,
                       Totals& totals)
{
    GenerationId last;
    while (true) {
        const auto page = generations.storedAfter(last, kAtOnce);
        if (!page)
            return page.error();
        if (page->isEmpty())
            return {};
        last = page->last();
        QList<GenerationId> selected;
        for (const GenerationId id : *page) {
            const auto isIn = isSelected(generations, id, selection);
            if (!isIn)
                return isIn.error();
            if (*isIn)
                selected.append(id);
        }
        if (auto done = rereadSome(database, selected, totals); !done)
            return done;
    }
}

Result<Totals> reread(const Database& database, const Selection& selection)
{
    const auto zone = WorkspaceSettings(database).timeZone();
    if (!zone)
        return zone.error();
    const WeekCalendar calendar(*zone);
    const Generations generations(database, calendar);
    Totals totals;
    const auto done = selection.names.isEmpty() ? rereadAll(database, generations, selection, totals)
                                                : rereadNamed(database, generations, selection, totals);
    if (!done)
        return done.error();
    if (const auto refreshed = Rollups(database).refresh(); !refreshed)
        return refreshed.error();
    return totals;
}

} // namespace

int runReread(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Cli::tr(
        "Reads the metadata of images again, after an upgrade or when sidecar files have come. Only what the "
        "files gave is replaced: what a log or a person gave stays."));
    parser.addPositionalArgument(u"ID"_s, Cli::tr("Generations; none: all that have an image."),
                                 u"[ID...]"_s);
    const QCommandLineOption client(u"client"_s, Cli::tr("Only images of this client."), u"NAME"_s);
    parser.addOptions({workspaceOption(), client});
    if (const auto code = parseArguments(parser, u"reread"_s, arguments))
        return *code;
    Selection selection{parser.positionalArguments(), {}};
    if (parser.isSet(client))
        selection.client = parser.value(client);
    if (selection.client && !selection.names.isEmpty())
        return wrongUse(u"reread"_s, Cli::tr("--client and IDs can't be given together"));
    const auto database = openExistingWorkspace(workspacePath(parser));
    if (!database)
        return exitcode::kWorkspaceUnusable;
    const auto totals = reread(*database, selection);
    if (!totals) {
        printProblem(totals.error());
        return exitcode::kWorkspaceUnusable;
    }
    printResult(Cli::tr("%1 read, %2 changed, %3 refused")
                    .arg(totals->read)
                    .arg(totals->changed)
                    .arg(totals->refused));
    return totals->refused > 0 ? exitcode::kRefused : exitcode::kDone;
}

} // namespace assay
