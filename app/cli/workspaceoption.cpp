// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/workspaceoption.h"

#include "app/base/workspacepath.h"
#include "app/cli/command.h"

#include <QDir>
#include <QFileInfo>

namespace assay {

namespace {

constexpr QLatin1String kName("workspace");

} // namespace

QCommandLineOption workspaceOption()
{
    return {kName, Cli::tr("The workspace file; default: %1").arg(defaultWorkspacePath()),
            QStringLiteral("FILE")};
}

QString workspacePath(const QCommandLineParser& parser)
{
    return parser.isSet(kName) ? parser.value(kName) : defaultWorkspacePath();
}

std::unique_ptr<Database> openOrCreateWorkspace(const QString& path, const QTimeZone& zone)
{
    if (path == defaultWorkspacePath())
        QDir().mkpath(QFileInfo(path).absolutePath());
    auto opened = openWorkspace(path, zone);
    if (!opened) {
        printProblem(opened.error());
        return nullptr;
    }
    return std::move(opened->database);
}

std::unique_ptr<Database> openExistingWorkspace(const QString& path)
{
    if (QFileInfo(path).isFile())
        return openOrCreateWorkspace(path, QTimeZone::systemTimeZone());
    printProblem(Error{ErrorKind::NotFound, path, {}});
    return nullptr;
}

} // namespace assay
