// SPDX-License-Identifier: GPL-3.0-or-later
// `assay-cli verify`: whether a workspace is intact and all that is derived in it is right. Changes nothing.
#pragma once

#include <QStringList>

namespace assay {

int runVerify(const QStringList& arguments);

} // namespace assay
