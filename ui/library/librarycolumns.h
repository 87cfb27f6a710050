// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the library's table: where each stands in a given width, and what it is sorted by. What has
// no room is left out, the least needed first. Plain functions; the text of a cell comes from here too.
#pragma once

#include "app/store/librarysearch.h"

#include <QTimeZone>

#include <vector>

namespace assay {

enum class LibraryColumn {
    Picture,
    Name,
    Verdict,
    Checks,
    Missed,
    Client,
    Model,
    Template,
    Sent,
    Latency,
    Cost,
    Drift
};

struct PlacedColumn
{
    LibraryColumn column;
    int left = 0;
    int width = 0;
    bool isNumber = false; ///< stands at the right
};

std::vector<PlacedColumn> libraryColumns(int width);
QString columnTitle(LibraryColumn column);
/// What a click on the title sorts by, if anything.
std::optional<LibrarySort> columnSort(LibraryColumn column);
/// Empty for the picture and the verdict, which are painted.
QString cellText(const LibraryRow& row, LibraryColumn column, const QTimeZone& zone);

} // namespace assay
