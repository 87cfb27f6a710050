// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/imports.h"

#include "app/base/jsontext.h"
#include "app/cli/command.h"
#include "app/cli/importprogress.h"
#include "app/cli/workspaceoption.h"
#include "app/store/imports.h"

using namespace Qt::StringLiterals;

namespace assay {

namespace {

constexpr int kDefaultLimit = 50;

QString commandName()
{
    return u"imports"_s;
}

std::optional<double> secondsOf(const ImportRecord& record)
{
    if (!record.finishedAt)
        return std::nullopt;
    return double((*record.finishedAt - record.startedAt).count()) / 1000;
}

JsonObjectText recordJson(const ImportRecord& record)
{
    JsonObjectText json;
    json.addInteger(QLatin1String("id"), record.id.value);
    json.addText(QLatin1String("source"), record.source);
    json.addText(QLatin1String("started_at"), toRfc3339(record.startedAt));
    if (const auto seconds = secondsOf(record)) {
        json.addText(QLatin1String("finished_at"), toRfc3339(*record.finishedAt));
        json.addNumber(QLatin1String("seconds"), *seconds);
    }
    json.addInteger(QLatin1String("taken"), record.counts.taken);
    json.addInteger(QLatin1String("known"), record.counts.known);
    json.addInteger(QLatin1String("incomplete"), record.counts.incomplete);
    json.addInteger(QLatin1String("refused"), record.counts.refused);
    return json;
}

QString durationText(const ImportRecord& record)
{
    const auto seconds = secondsOf(record);
    return seconds ? Cli::tr("%1 s").arg(*seconds, 0, 'f', 1) : Cli::tr("not finished");
}

QString rowText(const ImportRecord& record)
{
    return u"%1  %2  %3  %4 %5 %6 %7  %8"_s.arg(record.id.value, 6)
        .arg(toRfc3339(record.startedAt))
        .arg(durationText(record), 12)
        .arg(record.counts.taken, 9)
        .arg(record.counts.known, 9)
        .arg(record.counts.incomplete, 10)
        .arg(record.counts.refused, 9)
        .arg(record.source);
}

QString headText()
{
    return u"%1  %2  %3  %4 %5 %6 %7  %8"_s.arg(Cli::tr("import"), 6)
        .arg(Cli::tr("started"), -24)
        .arg(Cli::tr("took"), 12)
        .arg(Cli::tr("taken"), 9)
        .arg(Cli::tr("known"), 9)
        .arg(Cli::tr("incomplete"), 10)
        .arg(Cli::tr("refused"), 9)
        .arg(Cli::tr("source"));
}

int printList(const Imports& imports, int limit, bool isJson)
{
    const auto records = imports.recent(limit);
    if (!records) {
        printProblem(records.error());
        return exitcode::kWorkspaceUnusable;
    }
    if (isJson) {
        QStringList rows;
        for (const ImportRecord& record : *records)
            rows.append(recordJson(record).text());
        printResult(QString(u"{\"imports\":["_s + rows.join(u',') + u"]}"_s));
        return exitcode::kDone;
    }
    if (records->isEmpty())
        printResult(Cli::tr("Nothing was imported yet."));
    else
        printResult(headText());
    for (const ImportRecord& record : *records)
        printResult(rowText(record));
    return exitcode::kDone;
}

int printOne(const Imports& imports, ImportId id, bool isJson)
{
    const auto record = imports.get(id);
    if (!record) {
        printProblem(record.error());
        return record.error().kind == ErrorKind::NotFound ? exitcode::kRefused : exitcode::kWorkspaceUnusable;
    }
    const auto problems = imports.problems(id);
    if (!problems) {
        printProblem(problems.error());
        return exitcode::kWorkspaceUnusable;
    }
    if (isJson) {
        QStringList rows;
        for (const ImportProblem& problem : *problems)
            rows.append(problemJson(problem));
        JsonObjectText json = recordJson(*record);
        json.addRaw(QLatin1String("problems"), QString(u'[' + rows.join(u',') + u']'));
        printResult(json.text());
        return exitcode::kDone;
    }
    printResult(headText());
    printResult(rowText(*record));
    for (const ImportProblem& problem : *problems)
        printResult(QString(u"  "_s + problemText(problem)));
    if (!problems->isEmpty())
        printResult(Cli::tr("assay-cli import --retry %1 reads what was refused again.").arg(id.value));
    return exitcode::kDone;
}

/// The number of the import to show; 0 for the list. Nothing: wrong use, which `mistake` tells.
std::optional<qint64> readVerb(const QStringList& words, QString& mistake)
{
    if (words == QStringList{u"list"_s})
        return 0;
    bool isNumber = false;
    const qint64 id = words.value(1).toLongLong(&isNumber);
    if (words.size() == 2 && words[0] == u"show"_s && isNumber && id > 0)
        return id;
    mistake = words.value(0) == u"show"_s ? Cli::tr("show takes the number of an import, which list shows")
                                          : Cli::tr("imports takes list or show N");
    return std::nullopt;
}

} // namespace

int runImports(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Cli::tr(
        "What was imported: when, from where, how much was taken, already known, incomplete "
        "(taken without a prompt) and refused, newest first; and of one import all that was refused."));
    parser.addPositionalArgument(u"VERB"_s, Cli::tr("list, or show N."));
    const QCommandLineOption limit(u"limit"_s, Cli::tr("How many imports list shows; default: 50."), u"N"_s,
                                   QString::number(kDefaultLimit));
    const QCommandLineOption json(u"json"_s, Cli::tr("Print one JSON object."));
    parser.addOptions({workspaceOption(), limit, json});
    if (const auto code = parseArguments(parser, commandName(), arguments))
        return *code;
    QString mistake;
    const auto id = readVerb(parser.positionalArguments(), mistake);
    if (!id)
        return wrongUse(commandName(), mistake);
    bool isNumber = false;
    const int most = parser.value(limit).toInt(&isNumber);
    if (!isNumber || most < 1)
        return wrongUse(commandName(), Cli::tr("--limit takes a number from 1"));
    const auto database = openExistingWorkspace(workspacePath(parser));
    if (!database)
        return exitcode::kWorkspaceUnusable;
    const Imports imports(*database);
    return *id == 0 ? printList(imports, most, parser.isSet(json))
                    : printOne(imports, ImportId{*id}, parser.isSet(json));
}

} // namespace assay
