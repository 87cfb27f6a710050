// SPDX-License-Identifier: GPL-3.0-or-later
// `assay-cli suggest`: the checklist each prompt on standard input implies, one line for each. Reads no
// workspace.
#pragma once

#include <QStringList>

namespace assay {

int runSuggest(const QStringList& arguments);

} // namespace assay
