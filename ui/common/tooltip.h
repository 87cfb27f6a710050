// SPDX-License-Identifier: GPL-3.0-or-later
// Text for setToolTip, which takes what has tags in it for rich text: prompts and names are data and are
// shown as they stand. Any thread.
#pragma once

#include <QString>

namespace assay {

QString plainToolTip(const QString& text);

} // namespace assay
