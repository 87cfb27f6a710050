// SPDX-License-Identifier: GPL-3.0-or-later
// `assay-cli roots`: the workspace's image roots, with their client and rules: list, add, edit, relink,
// remove.
#pragma once

#include <QStringList>

namespace assay {

int runRoots(const QStringList& arguments);

} // namespace assay
