// SPDX-License-Identifier: GPL-3.0-or-later
// What the checklist saved with a template asks of another prompt of the template: where a variable was
// filled with other words, the constraints that speak of them speak of the new ones. Pure.
#pragma once

#include "app/domain/templatechecklist.h"

namespace assay {

struct TemplateFit
{
    Checklist constraints;       ///< in the saved order, with the saved keys; spans are in the prompt
    QList<PromptSpan> variables; ///< what the prompt has in other words than the saved one, in order

    bool operator==(const TemplateFit&) const = default;
};

/// Constraints about words that the prompt has nothing in place of are left out. Where the prompts share too
/// little to be of one text, those with words of the saved prompt are left out and nothing is a variable.
TemplateFit fitTemplate(const TemplateChecklist& saved, const QString& prompt);

} // namespace assay
