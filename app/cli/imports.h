// SPDX-License-Identifier: GPL-3.0-or-later
// `assay-cli imports list` and `imports show N`: what each import took, knew and refused. Changes nothing.
#pragma once

#include <QStringList>

namespace assay {

int runImports(const QStringList& arguments);

} // namespace assay
