// SPDX-License-Identifier: GPL-3.0-or-later
// How a table of rows looks and is walked through: whole rows, one at a time, no grid, Tab leaves it. GUI
// thread.
#pragma once

#include <QString>

class QTableView;

namespace assay {

/// After the table has its model. Both names are needed: one for programs, one for people.
void setUpTable(QTableView* table, const QString& objectName, const QString& accessibleName);

} // namespace assay
