// SPDX-License-Identifier: GPL-3.0-or-later
// `--workspace W`, the same for every command that has it. What fails has been printed.
#pragma once

#include "app/store/workspace.h"

#include <QCommandLineParser>

namespace assay {

QCommandLineOption workspaceOption();

/// The path given, else the default workspace's.
QString workspacePath(const QCommandLineParser& parser);

/// Opens the workspace and makes it where there is none; null when it can't be used.
std::unique_ptr<Database> openOrCreateWorkspace(const QString& path, const QTimeZone& zone);

/// Opens a workspace that must be there; null when it can't be used.
std::unique_ptr<Database> openExistingWorkspace(const QString& path);

} // namespace assay
