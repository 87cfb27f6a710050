// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/baseline.h"
#include "app/cli/changes.h"
#include "app/cli/check.h"
#include "app/cli/command.h"
#include "app/cli/compare.h"
#include "app/cli/demo.h"
#include "app/cli/exchange.h"
#include "app/cli/export.h"
#include "app/cli/import.h"
#include "app/cli/imports.h"
#include "app/cli/inspect.h"
#include "app/cli/metrics.h"
#include "app/cli/rates.h"
#include "app/cli/reread.h"
#include "app/cli/roots.h"
#include "app/cli/suggest.h"
#include "app/cli/thresholds.h"
#include "app/cli/verify.h"
#include "app/cli/week.h"
#include "app/cli/zone.h"

namespace assay {

QList<Command> allCommands()
{
    return {
        {QStringLiteral("import"), Cli::tr("take images and logs into a workspace"), runImport},
        {QStringLiteral("imports"), Cli::tr("what was imported, and what was refused"), runImports},
        {QStringLiteral("export"), Cli::tr("write rows of a workspace as JSONL"), runExport},
        {QStringLiteral("inspect"), Cli::tr("what image files say about themselves"), runInspect},
        {QStringLiteral("reread"), Cli::tr("read the metadata of images again"), runReread},
        {QStringLiteral("demo"), Cli::tr("make the sample: pictures, history and a workspace"), runDemo},
        {QStringLiteral("metrics"), Cli::tr("the metrics of each week, judged"), runMetrics},
        {QStringLiteral("check"), Cli::tr("which alerts fire and which patterns hold"), runCheck},
        {QStringLiteral("compare"), Cli::tr("every metric before and after a change"), runCompare},
        {QStringLiteral("changes"), Cli::tr("list or add changes of models and templates"), runChanges},
        {QStringLiteral("week"), Cli::tr("the weekly review: show, sign, acknowledge"), runWeek},
        {QStringLiteral("thresholds"), Cli::tr("from what on a metric's change is news"), runThresholds},
        {QStringLiteral("baseline"), Cli::tr("baselines set by hand"), runBaseline},
        {QStringLiteral("zone"), Cli::tr("the time zone of the workspace's weeks"), runZone},
        {QStringLiteral("rates"), Cli::tr("the rate card: what images cost where no log says it"), runRates},
        {QStringLiteral("exchange"), Cli::tr("rates by which costs are counted in one currency"),
         runExchange},
        {QStringLiteral("roots"), Cli::tr("the folders that images live under, and their rules"), runRoots},
        {QStringLiteral("suggest"), Cli::tr("the checklist a prompt implies"), runSuggest},
        {QStringLiteral("verify"), Cli::tr("check that a workspace is intact"), runVerify},
    };
}

} // namespace assay
