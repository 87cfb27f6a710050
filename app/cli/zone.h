// SPDX-License-Identifier: GPL-3.0-or-later
// assay-cli zone: the time zone of the workspace's weeks, shown and changed.
#pragma once

#include <QStringList>

namespace assay {

/// Returns the exit code, see app/cli/command.h.
int runZone(const QStringList& arguments);

} // namespace assay
