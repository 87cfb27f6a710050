// SPDX-License-Identifier: GPL-3.0-or-later
// `assay-cli reread`: what the images' files say, read again.
#pragma once

#include <QStringList>

namespace assay {

int runReread(const QStringList& arguments);

} // namespace assay
