// SPDX-License-Identifier: GPL-3.0-or-later
// The weeks of the weekly review page: how each stands, who signed it, and which is shown first. Pure
// functions, GUI thread for their language.
#pragma once

#include "ui/common/marks.h"
#include "ui/weekly/weeklyloader.h"

namespace assay {

/// A week in the list.
struct WeekEntry
{
    IsoWeek week{};
    Mark mark = Mark::NoData;
    QString state{}; ///< "Unsigned for 8 days", "Ines T., 14 Apr 2026"
    QString explanation{};
    Token token = Token::Text2; ///< of the state

    bool operator==(const WeekEntry&) const = default;
};

/// Newest first.
std::vector<WeekEntry> weekEntries(const WeeklyContent& content);

/// Which week the page begins with: the newest one that waits for a signature, else the newest settled one,
/// else the newest.
std::optional<IsoWeek> firstShownWeek(const WeeklyContent& content);

} // namespace assay
