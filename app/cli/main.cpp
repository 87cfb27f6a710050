// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "ui/report/reportcommand.h"

#include <QApplication>

#include <algorithm>
#include <cstdio>
#include <memory>

using namespace assay;

namespace {

/// What needs no window, and what draws with its charts.
QList<Command> everyCommand()
{
    return allCommands() << reportCommand();
}

std::optional<Command> commandNamed(const QString& name)
{
    const QList<Command> commands = everyCommand();
    const auto found = std::find_if(commands.cbegin(), commands.cend(),
                                    [&name](const Command& command) { return command.name == name; });
    return found == commands.cend() ? std::nullopt : std::optional(*found);
}

/// No command asks for a display.
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char* argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const auto command = argc > 1 ? commandNamed(QString::fromLocal8Bit(argv[1])) : std::nullopt;
    if (command && command->needs == Command::Needs::Widgets)
        return std::make_unique<QApplication>(argc, argv);
    return std::make_unique<QGuiApplication>(argc, argv);
}

QString usage()
{
    QString text = Cli::tr("Usage: assay-cli COMMAND [options]") + QStringLiteral("\n\n");
    text += Cli::tr("Measures generated images from the command line.") + QStringLiteral("\n\n");
    text += Cli::tr("Commands:") + u'\n';
    for (const Command& command : everyCommand())
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
    const auto command = commandNamed(first);
    if (!command)
        return wrongUse({}, Cli::tr("unknown command %1").arg(first));
    return command->run(arguments.mid(2));
}

/// What a command printed has arrived, or the exit code says that it has not: a full disk must not look like
/// a short answer.
int withOutput(int exitCode)
{
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return exitCode;
    printProblem(Cli::tr("not all of the output could be written"));
    return exitCode == exitcode::kDone ? exitcode::kRefused : exitCode;
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
    const auto application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("assay-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ASSAY_VERSION));
    return withOutput(runCommand(QCoreApplication::arguments()));
}
