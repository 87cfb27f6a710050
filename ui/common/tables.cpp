// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tables.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace assay {

namespace {

constexpr int kNarrowest = 56;
constexpr int kWidestHead = 480; ///< a table's own heads may be whole sentences
constexpr int kRowsMeasured = 100;

void widenColumns(QTableView* table, int widest)
{
    const QHeaderView* head = table->horizontalHeader();
    const QAbstractItemView* view = table;
    for (int column = 0; column < head->count(); ++column) {
        if (head->sectionResizeMode(column) == QHeaderView::Stretch)
            continue;
        const int needed = std::max(std::min(head->sectionSizeHint(column), kWidestHead),
                                    std::min(view->sizeHintForColumn(column), widest));
        if (needed > table->columnWidth(column))
            table->setColumnWidth(column, needed);
    }
}

} // namespace

void setUpTable(QTableView* table, const QString& objectName, const QString& accessibleName)
{
    table->setObjectName(objectName);
    table->setAccessibleName(accessibleName);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setHighlightSections(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
}

void fitColumns(QTableView* table, std::optional<int> rest, int widest)
{
    QHeaderView* head = table->horizontalHeader();
    head->setMinimumSectionSize(kNarrowest);
    head->setDefaultSectionSize(kNarrowest);
    head->setResizeContentsPrecision(kRowsMeasured);
    head->setStretchLastSection(!rest);
    if (rest)
        head->setSectionResizeMode(*rest, QHeaderView::Stretch);
    const auto widen = [table, widest] { widenColumns(table, widest); };
    QObject::connect(table->model(), &QAbstractItemModel::modelReset, table, widen);
    QObject::connect(table->model(), &QAbstractItemModel::rowsInserted, table, widen);
    QObject::connect(table->model(), &QAbstractItemModel::dataChanged, table, widen);
    widen();
}

} // namespace assay
