// SPDX-License-Identifier: GPL-3.0-or-later
// The option --by of commands that record who said so. Main thread only.
#pragma once

#include <QCommandLineParser>

namespace assay {

/// `--by NAME`, for these words of the command: "set, reset".
QCommandLineOption byOption(const QString& words);

/// Who says so: --by, else the name that the system knows the person under. Nothing where neither tells, or
/// --by is empty: `mistake` says so.
QString readBy(const QCommandLineParser& parser, QString& mistake);

} // namespace assay
