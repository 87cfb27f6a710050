// SPDX-License-Identifier: GPL-3.0-or-later
// `assay-cli changes add|list`: changes of models, templates and references, entered by hand. Main thread
// only.
#pragma once

#include <QStringList>

namespace assay {

int runChanges(const QStringList& arguments);

} // namespace assay
