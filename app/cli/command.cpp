// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include <cstdio>

namespace assay {

std::optional<int> parseArguments(QCommandLineParser& parser, const QString& command,
                                  const QStringList& arguments)
{
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, Cli::tr("Show this help."));
    parser.addOption(help);
    // The parser takes the first entry for the program; with the command in it, usage reads as it is typed.
    const QString program = QStringLiteral("assay-cli ") + command;
    if (!parser.parse(QStringList(program) + arguments))
        return wrongUse(command, parser.errorText());
    if (!parser.isSet(help))
        return std::nullopt;
    QString text = parser.helpText();
    const QString executable = QCoreApplication::arguments().value(0);
    text.replace(executable + u' ', program + u' ');
    printResult(text.trimmed());
    return exitcode::kDone;
}

int wrongUse(const QString& command, const QString& mistake)
{
    printProblem(mistake);
    const QString program =
        command.isEmpty() ? QStringLiteral("assay-cli") : QStringLiteral("assay-cli ") + command;
    printProblem(Cli::tr("see %1 --help").arg(program));
    return exitcode::kWrongUse;
}

namespace {

void writeBytes(std::FILE* stream, const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

QString sentence(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotFound:
        return Cli::tr("not found");
    case ErrorKind::NoPermission:
        return Cli::tr("permission denied");
    case ErrorKind::NoSpace:
        return Cli::tr("no space left");
    case ErrorKind::Busy:
        return Cli::tr("in use by another program, try again");
    case ErrorKind::Damaged:
        return Cli::tr("damaged");
    case ErrorKind::TooLarge:
        return Cli::tr("too large");
    case ErrorKind::Unsupported:
        return Cli::tr("not a format that can be read");
    case ErrorKind::TooNew:
        return Cli::tr("written by a newer version of Assay");
    case ErrorKind::Invalid:
        return Cli::tr("not valid");
    case ErrorKind::Cancelled:
        return Cli::tr("cancelled");
    case ErrorKind::Io:
        break;
    }
    return Cli::tr("can't be read or written");
}

} // namespace

void printResult(const QString& line)
{
    writeBytes(stdout, line.toUtf8() + '\n');
}

void printResult(const QByteArray& bytes)
{
    writeBytes(stdout, bytes);
}

void printProblem(const QString& line)
{
    writeBytes(stderr, QByteArrayLiteral("assay-cli: ") + line.toUtf8() + '\n');
}

void printProblem(const Error& error)
{
    printProblem(problemText(error));
}

QString problemText(const Error& error)
{
    QString text = sentence(error.kind);
    if (!error.subject.isEmpty())
        text = error.subject + QStringLiteral(": ") + text;
    if (!error.detail.isEmpty())
        text += QStringLiteral(" (") + error.detail + u')';
    return text;
}

} // namespace assay
