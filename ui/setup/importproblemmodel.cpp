// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/importproblemmodel.h"

#include "ui/common/format.h"
#include "ui/common/problem.h"
#include "ui/common/tooltip.h"

#include <QFileInfo>

namespace assay {

namespace {

QString textOf(const ImportProblem& problem, int column)
{
    switch (column) {
    case ImportProblemModel::FileColumn:
        return QFileInfo(problem.source).fileName();
    case ImportProblemModel::LineColumn:
        return problem.line ? formatCount(*problem.line) : QString();
    case ImportProblemModel::ReasonColumn: {
        Error error = problem.error;
        if (error.subject.isEmpty())
            error.subject = QFileInfo(problem.source).fileName();
        return describe(error, Attempt::ImportFile).sentence;
    }
    case ImportProblemModel::DetailColumn:
        return problem.error.detail;
    default:
        return {};
    }
}

QString toolTipOf(const ImportProblem& problem, int column)
{
    switch (column) {
    case ImportProblemModel::FileColumn:
        return plainToolTip(problem.source);
    case ImportProblemModel::ReasonColumn:
    case ImportProblemModel::DetailColumn:
        return plainToolTip(problem.error.detail);
    default:
        return {};
    }
}

} // namespace

ImportProblemModel::ImportProblemModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void ImportProblemModel::setProblems(const QList<ImportProblem>& problems)
{
    beginResetModel();
    m_problems = problems;
    endResetModel();
}

int ImportProblemModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_problems.size());
}

int ImportProblemModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportProblemModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ImportProblem& problem = m_problems[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(problem, index.column());
    case Qt::ToolTipRole:
        return toolTipOf(problem, index.column());
    case Qt::TextAlignmentRole:
        return int((index.column() == LineColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ImportProblemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == LineColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FileColumn:
        return tr("File");
    case LineColumn:
        return tr("Line");
    case DetailColumn:
        return tr("In detail");
    default:
        return tr("Reason");
    }
}

} // namespace assay
