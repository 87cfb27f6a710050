// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/roots.h"

#include "app/cli/command.h"
#include "app/cli/workspaceoption.h"
#include "app/intake/importbatch.h"
#include "app/intake/relink.h"
#include "app/store/imageroots.h"
#include "app/store/rootrulesstore.h"
#include "app/store/rootsettings.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace assay {

namespace {

constexpr QLatin1String kCommand("roots");

struct RootsOptions
{
    RootsOptions()
        : client(QStringLiteral("client"), Cli::tr("The client of images that say nothing else."),
                 QStringLiteral("NAME"))
        , include(QStringLiteral("include"),
                  Cli::tr("Take only files like this (*.png, final/**); may be given several times; empty: "
                          "everything."),
                  QStringLiteral("PATTERN"))
        , exclude(
              QStringLiteral("exclude"),
              Cli::tr("Leave out files and folders like this; may be given several times; empty: nothing."),
              QStringLiteral("PATTERN"))
        , pattern(QStringLiteral("path-pattern"),
                  Cli::tr("What places say: {client}, {asset}, {batch}, {cycle}, *, ? and **, for example "
                          "{client}/{asset}/*; empty: nothing."),
                  QStringLiteral("PATTERN"))
        , dryRun(QStringLiteral("dry-run"), Cli::tr("relink: tell what would be found and change nothing."))
        , json(QStringLiteral("json"), Cli::tr("Print JSON."))
    {
    }

    QCommandLineOption client;
    QCommandLineOption include;
    QCommandLineOption exclude;
    QCommandLineOption pattern;
    QCommandLineOption dryRun;
    QCommandLineOption json;
};

/// One call of the command: its arguments, and what is in the workspace.
struct Call
{
    const QCommandLineParser& parser;
    const RootsOptions& options;
    const Database& database;
    QStringList arguments; ///< after the verb
    QList<ImageRoot> roots;
    std::map<ImageRootId, RootRules> rules;
};

int failed(const Error& error)
{
    printProblem(error);
    switch (error.kind) {
    case ErrorKind::NotFound:
    case ErrorKind::Invalid:
        return exitcode::kRefused;
    default:
        return exitcode::kWorkspaceUnusable;
    }
}

QStringList listOf(const QCommandLineParser& parser, const QCommandLineOption& option,
                   const QStringList& present)
{
    if (!parser.isSet(option))
        return present;
    QStringList values = parser.values(option);
    values.removeAll(QString());
    return values;
}

RootRules wantedRules(const Call& call, const RootRules& present)
{
    return {listOf(call.parser, call.options.include, present.include),
            listOf(call.parser, call.options.exclude, present.exclude),
            call.parser.isSet(call.options.pattern) ? call.parser.value(call.options.pattern)
                                                    : present.pathPattern};
}

/// By its name or its folder.
Result<ImageRoot> rootNamed(const Call& call, const QString& name)
{
    const QString canonical = QFileInfo(name).canonicalFilePath();
    for (const ImageRoot& root : call.roots) {
        if (root.name == name || root.path == name || root.path == canonical)
            return root;
    }
    return Error{ErrorKind::NotFound, name, QStringLiteral("no such image root; see assay-cli roots list")};
}

QJsonObject rootJson(const ImageRoot& root, const RootRules& rules)
{
    return {{QStringLiteral("name"), root.name},
            {QStringLiteral("path"), root.path},
            {QStringLiteral("client"), root.client},
            {QStringLiteral("reachable"), QFileInfo(root.path).isDir()},
            {QStringLiteral("include"), QJsonArray::fromStringList(rules.include)},
            {QStringLiteral("exclude"), QJsonArray::fromStringList(rules.exclude)},
            {QStringLiteral("path_pattern"), rules.pathPattern}};
}

QString rootText(const ImageRoot& root, const RootRules& rules)
{
    QString text = root.name + QStringLiteral("\n  ") + Cli::tr("folder: %1").arg(root.path);
    if (!QFileInfo(root.path).isDir())
        text += QStringLiteral(" (") + Cli::tr("not reachable; moved? assay-cli roots relink") + u')';
    const auto add = [&text](const QString& line, const QString& value) {
        if (!value.isEmpty())
            text += QStringLiteral("\n  ") + line.arg(value);
    };
    add(Cli::tr("client: %1"), root.client);
    add(Cli::tr("takes only: %1"), rules.include.join(QStringLiteral(", ")));
    add(Cli::tr("leaves out: %1"), rules.exclude.join(QStringLiteral(", ")));
    add(Cli::tr("places say: %1"), rules.pathPattern);
    return text;
}

int listRoots(const Call& call)
{
    QJsonArray all;
    for (const ImageRoot& root : call.roots) {
        const auto rules = call.rules.find(root.id);
        const RootRules of = rules == call.rules.end() ? RootRules() : rules->second;
        if (call.parser.isSet(call.options.json))
            all.append(rootJson(root, of));
        else
            printResult(rootText(root, of));
    }
    if (call.parser.isSet(call.options.json))
        printResult(QJsonDocument(all).toJson());
    return exitcode::kDone;
}

RootSettings wantedSettings(const Call& call, const RootSettings& present)
{
    return {call.parser.isSet(call.options.client) ? call.parser.value(call.options.client) : present.client,
            wantedRules(call, present.rules)};
}

Result<void> storeWanted(const Call& call, const ImageRoot& root)
{
    const auto rules = call.rules.find(root.id);
    const RootSettings present{root.client, rules == call.rules.end() ? RootRules() : rules->second};
    return changeRoot(call.database, root.id, wantedSettings(call, present));
}

int addRoot(const Call& call)
{
    // What is wrong with the rules shows before there is a root without them.
    if (const auto parsed = PathRules::parse(wantedRules(call, {})); !parsed)
        return failed(parsed.error());
    const auto root = storeRoot(
        call.database, {call.arguments.first(), call.parser.value(call.options.client)}, systemClock()());
    if (!root)
        return failed(root.error());
    if (const auto stored = storeWanted(call, *root); !stored)
        return failed(stored.error());
    printResult(Cli::tr("%1 is an image root now; assay-cli import %2 takes what is in it")
                    .arg(root->name, root->path));
    return exitcode::kDone;
}

int editRoot(const Call& call)
{
    const auto root = rootNamed(call, call.arguments.first());
    if (!root)
        return failed(root.error());
    if (const auto stored = storeWanted(call, *root); !stored)
        return failed(stored.error());
    printResult(Cli::tr("%1: changed for images that are taken from now on").arg(root->name));
    return exitcode::kDone;
}

int removeRoot(const Call& call)
{
    const auto root = rootNamed(call, call.arguments.first());
    if (!root)
        return failed(root.error());
    if (const auto removed = stopFollowing(call.database, root->id, systemClock()()); !removed)
        return failed(removed.error());
    printResult(Cli::tr("%1 is not looked at any more; its images stay in the workspace").arg(root->name));
    return exitcode::kDone;
}

QJsonObject planJson(const RelinkPlan& plan)
{
    QJsonArray ambiguous;
    for (const AmbiguousImage& image : plan.ambiguous)
        ambiguous.append(
            QJsonObject{{QStringLiteral("path"), image.relativePath},
                        {QStringLiteral("candidates"), QJsonArray::fromStringList(image.candidates)}});
    return {{QStringLiteral("found"), qint64(plan.found.size())},
            {QStringLiteral("moved"), qint64(plan.moved)},
            {QStringLiteral("missing"), QJsonArray::fromStringList(plan.missing)},
            {QStringLiteral("ambiguous"), ambiguous},
            {QStringLiteral("unreadable"), QJsonArray::fromStringList(plan.unreadable)}};
}

void printPlan(const Call& call, const RelinkPlan& plan)
{
    if (call.parser.isSet(call.options.json))
        printResult(QJsonDocument(planJson(plan)).toJson());
    else
        printResult(Cli::tr("%1 found (%2 of them at another place), %3 missing, %4 ambiguous")
                        .arg(plan.found.size())
                        .arg(plan.moved)
                        .arg(plan.missing.size())
                        .arg(plan.ambiguous.size()));
    for (const QString& path : plan.missing)
        printProblem(Cli::tr("%1: not found; import it again when it is back").arg(path));
    for (const AmbiguousImage& image : plan.ambiguous)
        printProblem(Cli::tr("%1: the same content is at %2; leave one of them and relink again")
                         .arg(image.relativePath, image.candidates.join(QStringLiteral(", "))));
    for (const QString& path : plan.unreadable)
        printProblem(Error{ErrorKind::NoPermission, path, {}});
}

/// Nothing is stored where nothing of the root was found: it is the wrong folder.
int relinkRoot(const Call& call)
{
    const auto root = rootNamed(call, call.arguments.first());
    if (!root)
        return failed(root.error());
    const auto images = ImageRows(call.database).ofRoot(root->id);
    if (!images)
        return failed(images.error());
    const QString folder = call.arguments.at(1);
    const auto plan = planRelink(*images, folder);
    if (!plan)
        return failed(plan.error());
    printPlan(call, *plan);
    if (!images->isEmpty() && plan->found.isEmpty())
        return failed({ErrorKind::Invalid, folder,
                       QStringLiteral("none of the root's %1 images is there; nothing was changed")
                           .arg(images->size())});
    if (!call.parser.isSet(call.options.dryRun)) {
        const auto stored = storeRelink(call.database, root->id, folder, *plan, systemClock()());
        if (!stored)
            return failed(stored.error());
    }
    return plan->missing.isEmpty() && plan->ambiguous.isEmpty() ? exitcode::kDone : exitcode::kRefused;
}

struct Verb
{
    QString name;
    qsizetype arguments;
    int (*run)(const Call&);
};

QList<Verb> verbs()
{
    return {{QStringLiteral("list"), 0, listRoots},
            {QStringLiteral("add"), 1, addRoot},
            {QStringLiteral("edit"), 1, editRoot},
            {QStringLiteral("relink"), 2, relinkRoot},
            {QStringLiteral("remove"), 1, removeRoot}};
}

int runVerb(const Verb& verb, const QCommandLineParser& parser, const RootsOptions& options)
{
    const auto database = openExistingWorkspace(workspacePath(parser));
    if (!database)
        return exitcode::kWorkspaceUnusable;
    auto roots = ImageRoots(*database).all();
    if (!roots)
        return failed(roots.error());
    auto rules = RootRulesStore(*database).all();
    if (!rules)
        return failed(rules.error());
    return verb.run({parser, options, *database, parser.positionalArguments().mid(1), *std::move(roots),
                     *std::move(rules)});
}

} // namespace

int runRoots(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Cli::tr(
        "The folders that the workspace's images live under.\n"
        "  list                  all of them\n"
        "  add FOLDER            another one\n"
        "  edit NAME             its client, what is taken and what places say; only what is given changes\n"
        "  relink NAME FOLDER    the root has moved there: its images are found by their content\n"
        "  remove NAME           look at it no more; its images stay in the workspace"));
    parser.addPositionalArgument(QStringLiteral("VERB"), Cli::tr("What to do."));
    parser.addPositionalArgument(QStringLiteral("NAME"), Cli::tr("The root's name or its folder."),
                                 QStringLiteral("[NAME]"));
    const RootsOptions options;
    parser.addOptions({workspaceOption(), options.client, options.include, options.exclude, options.pattern,
                       options.dryRun, options.json});
    if (const auto code = parseArguments(parser, kCommand, arguments))
        return *code;
    const QStringList positional = parser.positionalArguments();
    for (const Verb& verb : verbs()) {
        if (positional.value(0) != verb.name)
            continue;
        if (positional.size() - 1 != verb.arguments)
            return wrongUse(
                kCommand,
                Cli::tr("roots %1 needs %n argument(s)", nullptr, int(verb.arguments)).arg(verb.name));
        return runVerb(verb, parser, options);
    }
    return wrongUse(kCommand, Cli::tr("list, add, edit, relink or remove?"));
}

} // namespace assay
