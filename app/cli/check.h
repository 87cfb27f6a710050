// SPDX-License-Identifier: GPL-3.0-or-later
// `assay-cli check`: which alerts fire and which patterns hold now, for cron and CI. Main thread only.
// Prints and decides nothing that the metrics do not say.
#pragma once

#include <QStringList>

namespace assay {

int runCheck(const QStringList& arguments);

} // namespace assay
