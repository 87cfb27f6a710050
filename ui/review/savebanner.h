// SPDX-License-Identifier: GPL-3.0-or-later
// The words for what could not be saved: how many, why, what to do. Plain function; the page puts them into
// its banner.
#pragma once

#include "ui/review/reviewsession.h"

namespace assay {

struct SaveProblem
{
    QString sentence;
    QString whatToDo;
};

/// `first` is the first thing that failed; `workspace` the file's name.
SaveProblem describeUnsaved(int count, const Unsaved& first, const QString& workspace);

} // namespace assay
