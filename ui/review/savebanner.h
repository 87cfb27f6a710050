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

/// What failed in the session, of which there is something; `workspace` is the file's name.
SaveProblem describeUnsaved(const ReviewSession& session, const QString& workspace);

} // namespace assay
