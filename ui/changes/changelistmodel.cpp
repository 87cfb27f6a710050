// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/changelistmodel.h"

#include "app/report/figures.h"
#include "ui/common/format.h"
#include "ui/common/tooltip.h"

#include <algorithm>

namespace assay {

ChangeListModel::ChangeListModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void ChangeListModel::setChanges(QList<Change> changes, const QTimeZone& zone)
{
    std::ranges::stable_sort(changes, std::ranges::greater(), &Change::at);
    std::vector<ChangeRow> rows;
    for (const Change& change : changes) {
        ChangeRow row{.change = change, .time = formatDateTime(change.at, zone)};
        if (const int known = rowOf(change.externalId); known >= 0)
            row.counts = m_rows[size_t(known)].counts;
        rows.push_back(std::move(row));
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void ChangeListModel::setCounts(const QString& externalId, const VerdictCounts& counts)
{
    const int row = rowOf(externalId);
    if (row < 0)
        return;
    m_rows[size_t(row)].counts = counts;
    emit dataChanged(index(row), index(row));
}

int ChangeListModel::rowOf(const QString& externalId) const
{
    const auto found = std::ranges::find_if(
        m_rows, [&externalId](const ChangeRow& row) { return row.change.externalId == externalId; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int ChangeListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ChangeListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ChangeRow& row = m_rows[size_t(index.row())];
    const QString verdict = row.counts ? verdictSummary(*row.counts) : tr("Not compared yet");
    switch (role) {
    case Qt::DisplayRole:
        return changeTitle(row.change);
    case Qt::ToolTipRole:
        return plainToolTip(changeTitle(row.change) + u'\n' + row.change.note);
    case Qt::AccessibleTextRole:
        return QStringList{changeTitle(row.change), changeScope(row.change), row.time, verdict}.join(
            QStringLiteral(", "));
    default:
        return {};
    }
}

QString changeScope(const Change& change)
{
    const QString client =
        change.client.isEmpty() ? ChangeListModel::tr("all clients") : plainLine(change.client);
    return changeKindText(change.kind) + QStringLiteral(" · ") + client;
}

Mark verdictMark(const VerdictCounts& counts)
{
    if (counts.worse > 0)
        return Mark::Worse;
    if (counts.better > 0)
        return Mark::Better;
    if (counts.different > 0)
        return Mark::Different;
    return counts.same > 0 ? Mark::Same : Mark::Few;
}

} // namespace assay
