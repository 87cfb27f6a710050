// SPDX-License-Identifier: GPL-3.0-or-later
// What was added to and taken out of a prompt between two cycles, as runs of words. Plain function; it
// compares words, not meaning, and has no opinion on order within a run.
#pragma once

#include <QString>
#include <QStringList>

namespace assay {

struct PromptDifference
{
    QStringList added;   ///< runs of neighbouring new words, in order
    QStringList removed; ///< the same for words that are gone

    bool isEmpty() const { return added.isEmpty() && removed.isEmpty(); }
    bool operator==(const PromptDifference&) const = default;
};

/// Word-wise longest common subsequence; prompts are compared by their first 1,000 words.
PromptDifference promptDifference(const QString& before, const QString& after);

} // namespace assay
