// SPDX-License-Identifier: GPL-3.0-or-later
// What drafting brings to an image that is being opened: a checklist where nobody gave one, and what could be
// added to it. Done here, where it is needed first, and not while a log of a million rows is read. GUI
// thread; it reads on the window's connection and writes nothing.
#pragma once

#include "app/base/isoweek.h"
#include "app/base/result.h"

#include "ui/review/openimage.h"

namespace assay {

class Database;
class ReviewSession;

struct DraftSources
{
    const Database& database;
    const WeekCalendar& calendar;
    const ReviewSession& session; ///< what it has not saved yet is newer than what the database has
    int most;                     ///< constraints that are offered
};

/// Fills in the checklist, what is folded away, the template's part and its variables. A checklist that
/// somebody gave or that has answers stays as it is.
Result<void> offerDrafts(const DraftSources& sources, OpenImage::Content* content);

} // namespace assay
