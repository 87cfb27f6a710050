// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a plain prompt with what the lexicon knows of each, and whether they are English. Pure,
// linear.
#pragma once

#include <QString>

#include <vector>

namespace assay {

constexpr QChar kTextSign(0xFFFC); ///< stands where a shown text stood

struct PromptWord
{
    int start = 0;
    int length = 0;
    QString key;        ///< lower case; of a sign the sign
    unsigned flags = 0; ///< WordFlag
    bool isSign = false;

    int end() const { return start + length; }
    bool has(unsigned flag) const { return (flags & flag) != 0; }
};

std::vector<PromptWord> promptWords(const QString& plain);
/// Whether the words are English enough to be read by its grammar.
bool isEnglish(const QString& plain, const std::vector<PromptWord>& words);

} // namespace assay
