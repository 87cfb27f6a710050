// SPDX-License-Identifier: GPL-3.0-or-later
// The texts a prompt wants in the picture: within quotes of all kinds, or announced by "says" and its like.
// Pure, linear.
#pragma once

#include "app/checklist/promptwords.h"
#include "app/domain/constraint.h"

namespace assay {

struct ShownText
{
    QString text;
    PromptSpan span;
};

/// Quoted and announced texts of `prompt` in order; what they cover becomes kTextSign in `plain`, its plain
/// form.
QList<ShownText> takeShownTexts(const QString& prompt, QString* plain);

} // namespace assay
