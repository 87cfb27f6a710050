// SPDX-License-Identifier: GPL-3.0-or-later
// assay-cli baseline: baselines set by hand, listed, set and withdrawn.
#pragma once

#include <QStringList>

namespace assay {

/// Returns the exit code, see app/cli/command.h.
int runBaseline(const QStringList& arguments);

} // namespace assay
