// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/missmodel.h"

#include "app/report/figures.h"
#include "ui/common/constraintwords.h"
#include "ui/common/format.h"
#include "ui/common/tooltip.h"

#include <algorithm>

namespace assay {

namespace {

bool isNumber(int column)
{
    return column >= MissModel::MissedColumn;
}

QString shareText(const MissCount& count)
{
    const auto share = count.share();
    return share ? formatPercent(*share) : formatUnknown();
}

} // namespace

MissModel::MissModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void MissModel::setMisses(const std::vector<ConstraintMisses>& misses)
{
    beginResetModel();
    m_misses = misses;
    choose();
    endResetModel();
}

void MissModel::setRows(Rows rows)
{
    beginResetModel();
    m_rows = rows;
    choose();
    endResetModel();
}

void MissModel::choose()
{
    m_shown.clear();
    std::ranges::copy_if(m_misses, std::back_inserter(m_shown), [this](const ConstraintMisses& misses) {
        return misses.statement.isEmpty() == (m_rows == Rows::Kinds);
    });
}

int MissModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int MissModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant MissModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ConstraintMisses& misses = m_shown[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(misses, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(textOf(misses, index.column()));
    case Qt::TextAlignmentRole:
        return int((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant MissModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ConstraintColumn:
        return tr("Constraint");
    case KindColumn:
        return tr("Kind");
    case TemplateColumn:
        return tr("Template");
    case MissedColumn:
        return tr("Missed");
    case ShareColumn:
        return tr("Share");
    case BaselineColumn:
        return tr("Baseline");
    default:
        return tr("Difference");
    }
}

QString MissModel::textOf(const ConstraintMisses& misses, int column) const
{
    const auto before = misses.before.share();
    const auto after = misses.after.share();
    switch (column) {
    case ConstraintColumn:
        return misses.statement.isEmpty() ? tr("All of that kind") : plainLine(misses.statement);
    case KindColumn:
        return kindText(misses.kind);
    case TemplateColumn:
        return plainLine(misses.templateName);
    case MissedColumn:
        return tr("%1 of %2").arg(formatCount(misses.after.missed), formatCount(misses.after.checks));
    case ShareColumn:
        return shareText(misses.after);
    case BaselineColumn:
        return shareText(misses.before);
    default:
        return before && after ? tr("%1 points").arg(formatSigned((*after - *before) * 100, 1))
                               : formatUnknown();
    }
}

} // namespace assay
