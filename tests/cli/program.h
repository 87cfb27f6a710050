// SPDX-License-Identifier: GPL-3.0-or-later
// Runs assay-cli as a process of its own and gives back what a shell would see. For tests only.
#pragma once

#include <QProcess>
#include <QStringList>

namespace assay {

struct ProgramRun
{
    int exitCode = -1; ///< -1: did not start, crashed or did not end in time
    QByteArray output;
    QByteArray problems;
};

inline ProgramRun runProgram(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(ASSAY_CLI), arguments);
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace assay
