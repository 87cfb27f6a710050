// SPDX-License-Identifier: GPL-3.0-or-later
// `assay-cli compare`: every metric before and after one change. Main thread only.
// Prints and decides nothing that the metrics do not say.
#pragma once

#include <QStringList>

namespace assay {

int runCompare(const QStringList& arguments);

} // namespace assay
