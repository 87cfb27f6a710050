// SPDX-License-Identifier: GPL-3.0-or-later
// `assay-cli demo DIR`: writes the sample into a folder and makes a workspace of it.
#pragma once

#include <QStringList>

namespace assay {

int runDemo(const QStringList& arguments);

} // namespace assay
