// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include <QGuiApplication>

#include <algorithm>

using namespace assay;

namespace {

QString usage()
{
    QString text = Cli::tr("Usage: assay-cli COMMAND [options]") + QStringLiteral("\n\n");
    text += Cli::tr("Measures generated images from the command line.") + QStringLiteral("\n\n");
    text += Cli::tr("Commands:") + u'\n';
    for (const Command& command : allCommands())
        text += QStringLiteral("  %1  %2\n").arg(command.name, -10).arg(command.summary);
    text += u'\n' + Cli::tr("assay-cli COMMAND --help tells a command's options; --version the version.");
    text += QStringLiteral("\n\n") +
            Cli::tr("Exit codes: 0 done, 1 something was refused and the rest is done, 2 wrong use,") +
            u'\n' + Cli::tr("3 an alert is firing, 4 the workspace can't be used.");
    return text;
}

int runCommand(const QStringList& arguments)
{
    const QString first = arguments.value(1);
    if (first.isEmpty())
        return wrongUse({}, Cli::tr("a command is missing"));
    if (first == QLatin1String("--help") || first == QLatin1String("-h")) {
        printResult(usage());
        return exitcode::kDone;
    }
    if (first == QLatin1String("--version") || first == QLatin1String("-v")) {
        printResult(QStringLiteral("assay-cli " ASSAY_VERSION));
        return exitcode::kDone;
    }
    const QList<Command> commands = allCommands();
    const auto found = std::find_if(commands.cbegin(), commands.cend(),
                                    [&first](const Command& command) { return command.name == first; });
    if (found == commands.cend())
        return wrongUse({}, Cli::tr("unknown command %1").arg(first));
    return found->run(arguments.mid(2));
}

/// Stderr is for the person: what Assay logs and what is serious, not the libraries' remarks for their
/// developers (such as an unset XDG_RUNTIME_DIR under cron).
void writeLog(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    const bool ours = QLatin1String(context.category).startsWith(QLatin1String("assay."));
    if (ours || type == QtCriticalMsg || type == QtFatalMsg)
        printProblem(message);
}

} // namespace

int main(int argc, char* argv[])
{
    qInstallMessageHandler(writeLog);
    // Reports and the sample are drawn, so fonts and painting are needed, but never a window: no display is
    // asked for.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("assay-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ASSAY_VERSION));
    return runCommand(QCoreApplication::arguments());
}
