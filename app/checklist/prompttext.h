// SPDX-License-Identifier: GPL-3.0-or-later
// A prompt with what is no language blanked out, unit for unit, so that places stay the same; the texts the
// picture is to show; and the words that are left. Pure, linear.
#pragma once

#include "app/domain/constraint.h"

#include <vector>

namespace assay {

constexpr QChar kTextSign(0xFFFC); ///< stands where a shown text stood

struct ShownText
{
    QString text;
    PromptSpan span;
};

struct PromptWord
{
    int start = 0;
    int length = 0;
    QString key;        ///< lower case; of a sign the sign
    unsigned flags = 0; ///< DraftWordFlag
    bool isSign = false;

    int end() const { return start + length; }
    bool has(unsigned flag) const { return (flags & flag) != 0; }
};

/// Tags `<lora:…>`, weights, flags, BREAK and the keys of a JSON prompt become spaces.
QString plainPrompt(const QString& prompt);
/// Quoted and announced texts of `prompt` in order; what they cover becomes a sign in `plain`, its plain
/// form.
QList<ShownText> takeShownTexts(const QString& prompt, QString* plain);
std::vector<PromptWord> promptWords(const QString& plain);
/// Whether the words are English enough to be read by its grammar.
bool isEnglish(const QString& plain, const std::vector<PromptWord>& words);

} // namespace assay
