// SPDX-License-Identifier: GPL-3.0-or-later
// `assay-cli rates list|add|remove|import|export`: the rate card of a workspace. Estimates are made anew
// before a command that changed the card ends.
#pragma once

#include <QStringList>

namespace assay {

int runRates(const QStringList& arguments);

} // namespace assay
