// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/importhistorymodel.h"

#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/common/tooltip.h"

#include <QFileInfo>

namespace assay {

namespace {

QString nameOf(const QString& source)
{
    const QString name = QFileInfo(source).fileName();
    return name.isEmpty() ? source : name;
}

} // namespace

ImportHistoryModel::ImportHistoryModel(const QTimeZone& zone, QObject* parent)
    : QAbstractTableModel(parent)
    , m_zone(zone)
{
}

void ImportHistoryModel::setImports(const QList<ImportRecord>& imports)
{
    beginResetModel();
    m_imports = imports;
    endResetModel();
}

int ImportHistoryModel::rowOf(ImportId import) const
{
    for (int row = 0; row < int(m_imports.size()); ++row) {
        if (m_imports[row].id == import)
            return row;
    }
    return -1;
}

void ImportHistoryModel::setRunning(const QString& source)
{
    if (source == m_running)
        return;
    m_running = source;
    if (!m_imports.isEmpty())
        emit dataChanged(index(0, StateColumn), index(rowCount() - 1, StateColumn));
}

bool ImportHistoryModel::isRunning(int row) const
{
    const ImportRecord& import = m_imports[row];
    return !m_running.isEmpty() && !import.finishedAt && import.source == m_running;
}

int ImportHistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_imports.size());
}

int ImportHistoryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ImportHistoryModel::stateOf(int row) const
{
    const ImportRecord& import = m_imports[row];
    if (isRunning(row))
        return tr("Running");
    if (!import.finishedAt)
        return tr("Not finished");
    return tr("Took %1").arg(formatDuration(*import.finishedAt - import.startedAt));
}

QString ImportHistoryModel::textOf(int row, int column) const
{
    const ImportRecord& import = m_imports[row];
    switch (column) {
    case StartedColumn:
        return formatDateTime(import.startedAt, m_zone);
    case SourceColumn:
        return nameOf(import.source);
    case StateColumn:
        return stateOf(row);
    case TakenColumn:
        return formatCount(import.counts.taken);
    case KnownColumn:
        return formatCount(import.counts.known);
    case IncompleteColumn:
        return formatCount(import.counts.incomplete);
    default:
        return formatCount(import.counts.refused);
    }
}

QVariant ImportHistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ImportRecord& import = m_imports[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(index.row(), index.column());
    case Qt::ToolTipRole:
        return index.column() == SourceColumn ? plainToolTip(import.source) : QVariant();
    case Qt::TextAlignmentRole:
        return int((index.column() >= TakenColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return index.column() == RefusedColumn && import.counts.refused > 0 ? colour(Token::Bad) : QVariant();
    default:
        return {};
    }
}

QVariant ImportHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section >= TakenColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StartedColumn:
        return tr("Started");
    case SourceColumn:
        return tr("Folder or file");
    case StateColumn:
        return tr("State");
    case TakenColumn:
        return tr("Taken in");
    case KnownColumn:
        return tr("Already known");
    case IncompleteColumn:
        return tr("Without a prompt");
    default:
        return tr("Refused");
    }
}

} // namespace assay
