// SPDX-License-Identifier: GPL-3.0-or-later
// assay-cli week: the weekly review of a view, shown and signed, and alerts acknowledged.
#pragma once

#include <QStringList>

namespace assay {

/// Returns the exit code, see app/cli/command.h.
int runWeek(const QStringList& arguments);

} // namespace assay
