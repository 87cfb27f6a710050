// SPDX-License-Identifier: GPL-3.0-or-later
// `assay-cli metrics`: the judged weeks of a workspace, as a table or as JSON in the shape of the reference.
// The same numbers as the window's, read the same way.
#pragma once

#include <QStringList>

namespace assay {

int runMetrics(const QStringList& arguments);

} // namespace assay
