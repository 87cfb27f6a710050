// SPDX-License-Identifier: GPL-3.0-or-later
// The type scale (DESIGN.md, "Type"): a size, a line height and a weight by purpose. GUI thread.
// The face is Assay Sans, Inter with tabular figures as its default ones, so digits line up everywhere;
// Appearance loads it. Where it cannot be loaded the system sans stands in.
#pragma once

#include <QFont>

namespace assay {

enum class TextStyle {
    Welcome,        ///< 28/36 semibold: welcome page, empty state
    Title,          ///< 20/28 semibold: page title, card value
    TitleRegular,   ///< 20/28: what follows a page title
    Section,        ///< 15/20 semibold: section, verdict
    Prompt,         ///< 15/26: the prompt
    Lead,           ///< 15/24: the paragraph under a welcome title
    Body,           ///< 13/20: everything
    BodyMedium,     ///< 13/20 medium: names, values in a line
    BodySemibold,   ///< 13/20 semibold: what a sentence is about
    Second,         ///< 12/16: second line
    SecondMedium,   ///< 12/16 medium
    SecondSemibold, ///< 12/16 semibold
    Label,          ///< 11/16: labels, axis
    LabelSemibold   ///< 11/16 semibold: group labels, keys
};

QFont font(TextStyle style);
int lineHeight(TextStyle style); ///< in device-independent pixels

/// Makes Assay Sans known to Qt; the family's name, or nothing if that failed. Once per program.
QString loadAssaySans();

} // namespace assay
