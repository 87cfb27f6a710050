// SPDX-License-Identifier: GPL-3.0-or-later
// `assay-cli changes`: changes of models, templates and references, entered by hand or proposed. Main thread
// only.
#pragma once

#include <QStringList>

namespace assay {

int runChanges(const QStringList& arguments);

} // namespace assay
