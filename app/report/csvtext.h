// SPDX-License-Identifier: GPL-3.0-or-later
// A text as a cell of a CSV table. Any thread, pure.
#pragma once

#include <QString>

namespace assay {

/// In quotes; one that begins like a formula gets an apostrophe in front, as spreadsheets understand it.
QString csvText(QString text);

} // namespace assay
