// SPDX-License-Identifier: GPL-3.0-or-later
// assay-cli exchange list|add|withdraw: the rates by which costs of several currencies are counted in one.
// What that changes is counted again before the command ends.
#pragma once

#include <QStringList>

namespace assay {

/// Returns the exit code, see app/cli/command.h.
int runExchange(const QStringList& arguments);

} // namespace assay
