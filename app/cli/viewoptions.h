// SPDX-License-Identifier: GPL-3.0-or-later
// The options of the commands that judge a view (--client, --model, --template, --now), and reading that
// view. Main thread only.
#pragma once

#include "app/base/clock.h"
#include "app/report/weeklyview.h"

#include <QCommandLineParser>

namespace assay {

struct ViewOptions
{
    ViewFilter filter{};
    UtcTime now{};
};

/// `--client`, `--model`, `--template` and `--now`.
QList<QCommandLineOption> viewOptions();

/// "all clients", "nord, model m-1".
QString viewName(const ViewFilter& filter);

/// Nothing for a text that is not what the option takes: `mistake` says so.
std::optional<ViewOptions> readViewOptions(const QCommandLineParser& parser, QString& mistake);

/// Nothing when it can't be read or nothing was made with such a client, model and template: that has been
/// said, `exitCode` is set.
std::optional<WeeklyView> viewOf(const Database& database, const ViewOptions& options, int& exitCode);

} // namespace assay
