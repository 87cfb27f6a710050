// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarycolumns.h"

#include "app/report/figures.h"
#include "ui/common/format.h"
#include "ui/common/price.h"
#include "ui/library/librarymodel.h"
#include "ui/library/librarywords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace assay {

namespace {

constexpr int kSide = 12;
constexpr int kGap = 12;
constexpr int kNameAtLeast = 150;

struct Shape
{
    LibraryColumn column;
    int width; ///< of the name: what is left
    bool isNumber;
    int rank; ///< the highest goes first where room is short
};

constexpr std::array kShapes{
    Shape{LibraryColumn::Picture, 28, false, 0}, Shape{LibraryColumn::Name, 0, false, 0},
    Shape{LibraryColumn::Verdict, 92, false, 0}, Shape{LibraryColumn::Checks, 58, true, 1},
    Shape{LibraryColumn::Missed, 76, false, 3},  Shape{LibraryColumn::Client, 92, false, 4},
    Shape{LibraryColumn::Model, 92, false, 5},   Shape{LibraryColumn::Template, 92, false, 6},
    Shape{LibraryColumn::Sent, 122, true, 1},    Shape{LibraryColumn::Latency, 62, true, 7},
    Shape{LibraryColumn::Cost, 76, true, 8},     Shape{LibraryColumn::Drift, 46, true, 9},
};

QString translated(const char* text)
{
    return QCoreApplication::translate("Library", text);
}

} // namespace

std::vector<PlacedColumn> libraryColumns(int width)
{
    std::vector<Shape> kept(kShapes.begin(), kShapes.end());
    const auto needed = [&kept] {
        int sum = 2 * kSide + kNameAtLeast;
        for (const Shape& shape : kept)
            sum += shape.width + kGap;
        return sum - kGap;
    };
    while (needed() > width && kept.size() > 3)
        kept.erase(std::ranges::max_element(kept, {}, &Shape::rank));
    const int spare = std::max(0, width - needed());
    std::vector<PlacedColumn> placed;
    int left = kSide;
    for (const Shape& shape : kept) {
        const bool isName = shape.column == LibraryColumn::Name;
        const int room = isName ? kNameAtLeast + spare : shape.width;
        placed.push_back({shape.column, left, room, shape.isNumber});
        left += room + kGap;
    }
    return placed;
}

QString columnTitle(LibraryColumn column)
{
    switch (column) {
    case LibraryColumn::Picture:
        return {};
    case LibraryColumn::Name:
        return translated("Asset");
    case LibraryColumn::Verdict:
        return translated("Verdict");
    case LibraryColumn::Checks:
        return translated("Met");
    case LibraryColumn::Missed:
        return translated("Missed");
    case LibraryColumn::Client:
        return translated("Client");
    case LibraryColumn::Model:
        return translated("Model");
    case LibraryColumn::Template:
        return translated("Template");
    case LibraryColumn::Sent:
        return translated("Sent");
    case LibraryColumn::Latency:
        return translated("Latency");
    case LibraryColumn::Cost:
        return translated("Cost");
    case LibraryColumn::Drift:
        break;
    }
    return translated("Drift");
}

std::optional<LibrarySort> columnSort(LibraryColumn column)
{
    switch (column) {
    case LibraryColumn::Checks:
    case LibraryColumn::Missed:
        return LibrarySort::WorstFirst;
    case LibraryColumn::Sent:
        return LibrarySort::Newest;
    case LibraryColumn::Latency:
        return LibrarySort::Slowest;
    case LibraryColumn::Cost:
        return LibrarySort::Costliest;
    case LibraryColumn::Drift:
        return LibrarySort::MostDrifted;
    default:
        return std::nullopt;
    }
}

QString cellText(const LibraryRow& row, LibraryColumn column, const QTimeZone& zone)
{
    switch (column) {
    case LibraryColumn::Picture:
    case LibraryColumn::Verdict:
        return {};
    case LibraryColumn::Name:
        return plainLine(libraryName(row));
    case LibraryColumn::Checks: {
        const int checked = row.checks.met + row.checks.missed;
        return checked > 0 ? translated("%1 of %2").arg(row.checks.met).arg(checked) : formatUnknown();
    }
    case LibraryColumn::Missed:
        return missedText(row.missed);
    case LibraryColumn::Client:
        return row.client.isEmpty() ? translated("No client") : plainLine(row.client);
    case LibraryColumn::Model:
        return row.model ? plainLine(*row.model) : translated("unknown");
    case LibraryColumn::Template:
        return plainLine(row.templateName);
    case LibraryColumn::Sent:
        return formatDateTime(row.sentAt, zone);
    case LibraryColumn::Latency:
        return row.latency ? formatDuration(*row.latency) : formatUnknown();
    case LibraryColumn::Cost:
        return row.cost ? formatPrice(*row.cost) : formatUnknown();
    case LibraryColumn::Drift:
        break;
    }
    return row.drift ? formatNumber(*row.drift, 3) : formatUnknown();
}

} // namespace assay
