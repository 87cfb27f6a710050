// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/zone.h"

#include "app/cli/command.h"
#include "app/cli/workspaceoption.h"
#include "app/store/database.h"
#include "app/store/rollups.h"
#include "app/store/workspacesettings.h"

namespace assay {

namespace {

QString commandName()
{
    return QStringLiteral("zone");
}

int failed(const Error& error)
{
    printProblem(error);
    return exitcode::kWorkspaceUnusable;
}

int changeZone(const Database& database, const QTimeZone& zone)
{
    const auto before = WorkspaceSettings(database).timeZone();
    if (!before)
        return failed(before.error());
    const QString name = QString::fromLatin1(zone.id());
    if (*before == zone) {
        printResult(Cli::tr("the weeks are those of %1 already").arg(name));
        return exitcode::kDone;
    }
    if (auto set = setTimeZone(database, zone); !set)
        return failed(set.error());
    if (const auto counted = Rollups(database).refresh(); !counted)
        return failed(counted.error());
    printResult(Cli::tr("the weeks are those of %1 now, before those of %2")
                    .arg(name, QString::fromLatin1(before->id())));
    return exitcode::kDone;
}

} // namespace

int runZone(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Cli::tr("Prints the time zone of the workspace's weeks, or changes it: every week is derived anew."));
    parser.addOption(workspaceOption());
    parser.addPositionalArgument(QStringLiteral("[ZONE]"),
                                 Cli::tr("A name of the time zone database, such as Europe/Berlin."));
    if (const auto code = parseArguments(parser, commandName(), arguments))
        return *code;
    const QStringList words = parser.positionalArguments();
    if (words.size() > 1)
        return wrongUse(commandName(), Cli::tr("zone takes one time zone"));
    const QByteArray id = words.value(0).toUtf8();
    if (!words.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(id))
        return wrongUse(commandName(), Cli::tr("there is no time zone %1").arg(words[0]));
    const auto database = openExistingWorkspace(workspacePath(parser));
    if (!database)
        return exitcode::kWorkspaceUnusable;
    if (!words.isEmpty())
        return changeZone(*database, QTimeZone(id));
    const auto zone = WorkspaceSettings(*database).timeZone();
    if (!zone)
        return failed(zone.error());
    printResult(QString::fromLatin1(zone->id()));
    return exitcode::kDone;
}

} // namespace assay
