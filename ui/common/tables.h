// SPDX-License-Identifier: GPL-3.0-or-later
// How a table of rows looks and is walked through: whole rows, one at a time, no grid, Tab leaves it. GUI
// thread.
#pragma once

#include <QString>

#include <optional>

class QTableView;

namespace assay {

/// After the table has its model. Both names are needed: one for programs, one for people.
void setUpTable(QTableView* table, const QString& objectName, const QString& accessibleName);

/// From now on each column is as wide as its head and what stands in it need, but for `rest`, which takes
/// what is left of the table's width (none: the last one does). A cell over `widest` pixels is elided; a
/// column that somebody made wider stays so. After the table has its model.
void fitColumns(QTableView* table, std::optional<int> rest, int widest = 280);

} // namespace assay
