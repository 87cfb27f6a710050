// SPDX-License-Identifier: GPL-3.0-or-later
// How the commands that import run an importer and tell of it: a line that is overwritten on a terminal's
// stderr, the report as text or JSON on stdout.
#pragma once

#include "app/intake/importer.h"

namespace assay {

/// Steps until there is no work left.
Result<ImportReport> runImporter(Importer& importer);

/// For people, one item a line, ending with a line end.
QString reportText(const ImportReport& report);

/// One JSON object on one line.
QString reportJson(const ImportReport& report);

/// One JSON object with source, line (of a log) and reason.
QString problemJson(const ImportProblem& problem);

/// "FILE:LINE: what is wrong".
QString problemText(const ImportProblem& problem);

} // namespace assay
