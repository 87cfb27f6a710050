// SPDX-License-Identifier: GPL-3.0-or-later
// Turns an Error into words for a person: one sentence (what, where, why), what to do, and the action that
// does it. Any thread. The technical detail is not in the words; show it on demand (`detail`). The command
// line has its own words.
#pragma once

#include "app/base/result.h"

#include <QString>

namespace assay {

/// What was being done when it failed. The Error's subject is what it was done to.
enum class Attempt {
    OpenWorkspace,
    SaveReview,
    ReadQueue,
    ReadTrends,
    ReadReport,
    ReadImage,
    ReadFolder,
    ImportFile,
    WriteFile,
    SaveEntry, ///< what a person decided, wrote or set, into the workspace
    MakeSample
};

/// What can be offered with the words; the page that shows them decides how.
enum class Remedy {
    None,
    Retry,
    ShowInFolder,
    ChooseOther ///< another file, folder or place
};

struct Problem
{
    QString sentence;
    QString whatToDo;
    Remedy remedy = Remedy::None;
    QString detail;
};

Problem describe(const Error& error, Attempt attempt);

/// The words on the remedy's button; empty for none.
QString remedyText(Remedy remedy);

} // namespace assay
