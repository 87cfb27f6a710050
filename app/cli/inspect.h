// SPDX-License-Identifier: GPL-3.0-or-later
// `assay-cli inspect`: what image files say about themselves, one after the other, as JSON lines or for
// people. Reads only; a file that can't be read is a problem on stderr and the others go on.
#pragma once

#include <QStringList>

namespace assay {

int runInspect(const QStringList& arguments);

} // namespace assay
