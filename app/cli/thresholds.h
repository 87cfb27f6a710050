// SPDX-License-Identifier: GPL-3.0-or-later
// assay-cli thresholds: from what on a metric's change is news, listed and set for this workspace.
#pragma once

#include <QStringList>

namespace assay {

/// Returns the exit code, see app/cli/command.h.
int runThresholds(const QStringList& arguments);

} // namespace assay
