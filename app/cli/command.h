// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands of assay-cli share: the shape of a command, exit codes, argument parsing and printing.
// A command is one function in a file of its own, listed in commands.cpp. Results go to stdout, problems and
// progress to stderr. Used from the main thread only; holds no state and does no work of its own.
#pragma once

#include "app/base/result.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QList>
#include <QStringList>

#include <optional>

namespace assay {

/// Translation context of every text the CLI prints: `Cli::tr("...")`.
struct Cli
{
    Q_DECLARE_TR_FUNCTIONS(assay::Cli)
};

/// What the shell gets. `int` because that is what main returns.
namespace exitcode {
inline constexpr int kDone = 0;
inline constexpr int kRefused = 1;           ///< something was refused; the rest is done
inline constexpr int kWrongUse = 2;          ///< unknown command, option or argument
inline constexpr int kAlertFiring = 3;       ///< `check`: a metric is outside its band
inline constexpr int kWorkspaceUnusable = 4; ///< the workspace can't be opened
} // namespace exitcode

struct Command
{
    QString name;
    QString summary; ///< one line for `assay-cli --help`
    /// Runs with the arguments after the command's name; the returned value is the exit code.
    int (*run)(const QStringList& arguments) = nullptr;
    /// What has to be started for it. Only what is drawn with charts pays for QApplication.
    enum class Needs { Fonts, Widgets } needs = Needs::Fonts;
};

/// Every command, in the order `--help` lists them.
QList<Command> allCommands();

/// Parses a command's own arguments; adds `--help` to the parser itself. Nothing: go on. Otherwise help or
/// the mistake has been printed and the value is the exit code to return.
std::optional<int> parseArguments(QCommandLineParser& parser, const QString& command,
                                  const QStringList& arguments);

/// Prints the mistake and where to find help; returns kWrongUse.
int wrongUse(const QString& command, const QString& mistake);

/// One line to stdout, UTF-8.
void printResult(const QString& line);
/// Bytes to stdout as they are.
void printResult(const QByteArray& bytes);
/// One line to stderr, UTF-8, with "assay-cli: " before it.
void printProblem(const QString& line);
void printProblem(const Error& error);

/// The sentence for an error: what went wrong, with what, and the technical detail in brackets.
QString problemText(const Error& error);

} // namespace assay
