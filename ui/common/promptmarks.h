// SPDX-License-Identifier: GPL-3.0-or-later
// The prompt cut into runs at the words that belong to its constraints, and the text that is laid out with
// room for the raised numbers. Plain functions. Which words these are is found in app/checklist.
#pragma once

#include "app/domain/constraint.h"

#include <QList>
#include <QString>

namespace assay {

/// Words next to each other that belong to one constraint. Positions are in MarkedPrompt::text.
struct PromptRun
{
    int constraint = -1;  ///< index in the checklist
    int start = 0;        ///< the padding before the words
    int end = 0;          ///< behind the padding after them
    int numberStart = -1; ///< of the raised number; -1: another run of the same constraint carries it
    int numberEnd = -1;

    bool operator==(const PromptRun&) const = default;
};

struct MarkedPrompt
{
    QString text; ///< the prompt with padding and numbers put in
    QList<PromptRun> runs;
    QList<PromptSpan> variables; ///< positions in text
};

/// The narrow no-break space that pads a run.
inline constexpr char16_t kRunPadding = u'\u202F';

/// `variables` are words that a template's variables were filled with. Of a very long prompt the beginning is
/// shown; the text ends with how much is left out.
MarkedPrompt markPrompt(const QString& prompt, const Checklist& checklist,
                        const QList<PromptSpan>& variables = {});

} // namespace assay
