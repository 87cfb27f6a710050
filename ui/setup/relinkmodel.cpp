// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/relinkmodel.h"

#include "ui/common/tooltip.h"

namespace assay {

RelinkModel::RelinkModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void RelinkModel::setPlan(const RelinkPlan& plan)
{
    beginResetModel();
    m_ambiguous = plan.ambiguous;
    m_missing = plan.missing;
    m_unreadable = plan.unreadable;
    endResetModel();
}

int RelinkModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_ambiguous.size() + m_missing.size() + m_unreadable.size());
}

int RelinkModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RelinkModel::textOf(int row, int column) const
{
    qsizetype at = row;
    if (at < m_ambiguous.size()) {
        const AmbiguousImage& image = m_ambiguous[at];
        return column == ImageColumn
                   ? image.relativePath
                   : tr("The same content is at %1. Leave one of them there and look again.")
                         .arg(image.candidates.join(QStringLiteral(", ")));
    }
    at -= m_ambiguous.size();
    if (at < m_missing.size())
        return column == ImageColumn ? m_missing[at]
                                     : tr("Not there. It is found again when it is imported again.");
    at -= m_missing.size();
    return column == ImageColumn ? m_unreadable[at] : tr("This account may not read it.");
}

QVariant RelinkModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole)
        return textOf(index.row(), index.column());
    if (role == Qt::ToolTipRole)
        return plainToolTip(textOf(index.row(), index.column()));
    return {};
}

QVariant RelinkModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == ImageColumn ? tr("Image") : tr("Why it is not found");
}

} // namespace assay
