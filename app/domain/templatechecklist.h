// SPDX-License-Identifier: GPL-3.0-or-later
// The checklist saved with a prompt template, and the prompt it was saved with: other prompts of the template
// differ from that one in what the template's variables were filled with. A plain value.
#pragma once

#include "app/domain/constraint.h"

namespace assay {

struct TemplateChecklist
{
    Checklist constraints; ///< their spans are in the prompt
    QString prompt;        ///< empty: not known

    bool operator==(const TemplateChecklist&) const = default;
};

} // namespace assay
