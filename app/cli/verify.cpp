// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verify.h"

#include "app/cli/command.h"
#include "app/cli/workspaceoption.h"
#include "app/store/migrator.h"
#include "app/store/verification.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

QString nameOf(VerifiedPart part)
{
    switch (part) {
    case VerifiedPart::File:
        return u"file"_s;
    case VerifiedPart::References:
        return u"references"_s;
    case VerifiedPart::Weeks:
        return u"weeks"_s;
    case VerifiedPart::ReviewsInForce:
        return u"reviews"_s;
    case VerifiedPart::CheckCounts:
        return u"checks"_s;
    case VerifiedPart::Rollups:
        return u"rollups"_s;
    case VerifiedPart::Search:
        return u"search"_s;
    }
    Q_UNREACHABLE();
}

QString sentenceOf(VerifiedPart part)
{
    switch (part) {
    case VerifiedPart::File:
        return Cli::tr("the database file is intact");
    case VerifiedPart::References:
        return Cli::tr("every reference leads to a row");
    case VerifiedPart::Weeks:
        return Cli::tr("every generation stands in its week");
    case VerifiedPart::ReviewsInForce:
        return Cli::tr("every verdict is the latest review");
    case VerifiedPart::CheckCounts:
        return Cli::tr("every review counts its checks");
    case VerifiedPart::Rollups:
        return Cli::tr("weekly sums equal a recomputation");
    case VerifiedPart::Search:
        return Cli::tr("every prompt can be searched for");
    }
    Q_UNREACHABLE();
}

bool isClean(const QList<Verification>& verifications)
{
    return std::ranges::all_of(verifications, &QStringList::isEmpty, &Verification::problems);
}

void printText(const QList<Verification>& verifications)
{
    for (const Verification& verification : verifications) {
        const QString mark = verification.problems.isEmpty() ? Cli::tr("ok") : Cli::tr("PROBLEM");
        printResult(u"%1  %2"_s.arg(mark, -7).arg(sentenceOf(verification.part)));
        for (const QString& problem : verification.problems)
            printProblem(nameOf(verification.part) + u": " + problem);
    }
    printResult(isClean(verifications) ? Cli::tr("The workspace is clean.")
                                       : Cli::tr("The workspace has problems."));
}

void printJson(const QList<Verification>& verifications)
{
    QJsonArray parts;
    for (const Verification& verification : verifications) {
        parts.append(QJsonObject{{u"part"_s, nameOf(verification.part)},
                                 {u"problems"_s, QJsonArray::fromStringList(verification.problems)}});
    }
    const QJsonObject result{{u"clean"_s, isClean(verifications)}, {u"parts"_s, parts}};
    printResult(QString::fromUtf8(QJsonDocument(result).toJson(QJsonDocument::Compact)));
}

/// Read-only and without a migration: a file in doubt is looked at, not changed.
Result<QList<Verification>> verifyFile(const QString& path)
{
    const auto database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    const auto version = schemaVersionOf(**database);
    if (!version)
        return version.error();
    if (*version > newestSchemaVersion())
        return Error{ErrorKind::TooNew, path, {}};
    if (*version < newestSchemaVersion())
        return Error{ErrorKind::Unsupported, path, u"of an older version, open it in Assay once"_s};
    return verifyWorkspace(**database);
}

/// Only what is derived is made again; nothing that was imported or judged changes.
Result<void> repair(const QString& path)
{
    const auto opened = openWorkspace(path);
    if (!opened)
        return opened.error();
    return repairWorkspace(*opened->database);
}

} // namespace

int runVerify(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Cli::tr("Checks a workspace, without changing it unless --repair is given."));
    const QCommandLineOption json(u"json"_s, Cli::tr("Print the result as one JSON object."));
    const QCommandLineOption repairFirst(
        u"repair"_s,
        Cli::tr("First derive the week of every row again, count all weekly sums and index all prompts; a "
                "workspace of an older version is brought to the newest one."));
    parser.addOptions({workspaceOption(), json, repairFirst});
    if (const auto exitCode = parseArguments(parser, u"verify"_s, arguments))
        return *exitCode;
    if (!parser.positionalArguments().isEmpty())
        return wrongUse(u"verify"_s,
                        Cli::tr("unexpected argument %1").arg(parser.positionalArguments().first()));
    if (parser.isSet(repairFirst)) {
        if (const auto repaired = repair(workspacePath(parser)); !repaired) {
            printProblem(repaired.error());
            return exitcode::kWorkspaceUnusable;
        }
    }
    const auto verifications = verifyFile(workspacePath(parser));
    if (!verifications) {
        printProblem(verifications.error());
        return exitcode::kWorkspaceUnusable;
    }
    if (parser.isSet(json))
        printJson(*verifications);
    else
        printText(*verifications);
    return isClean(*verifications) ? exitcode::kDone : exitcode::kRefused;
}

} // namespace assay
