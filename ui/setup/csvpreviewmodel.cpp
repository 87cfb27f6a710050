// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/csvpreviewmodel.h"

#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/common/tooltip.h"

namespace assay {

namespace {

constexpr int kCellLength = 200;

Token fateToken(CsvPreviewRow::Fate fate)
{
    switch (fate) {
    case CsvPreviewRow::Fate::Taken:
        return Token::Text2;
    case CsvPreviewRow::Fate::VerdictRefused:
        return Token::Warn;
    case CsvPreviewRow::Fate::Refused:
        return Token::Bad;
    }
    Q_UNREACHABLE();
}

} // namespace

QString csvFateText(const CsvPreviewRow& row)
{
    switch (row.fate) {
    case CsvPreviewRow::Fate::Taken:
        return CsvPreviewModel::tr("Taken");
    case CsvPreviewRow::Fate::VerdictRefused:
        return CsvPreviewModel::tr("Taken, but %1").arg(row.reason);
    case CsvPreviewRow::Fate::Refused:
        return CsvPreviewModel::tr("Refused: %1").arg(row.reason);
    }
    Q_UNREACHABLE();
}

CsvPreviewModel::CsvPreviewModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void CsvPreviewModel::setPreview(const QStringList& headers, const QList<CsvPreviewRow>& rows)
{
    beginResetModel();
    m_headers = headers;
    m_rows = rows;
    endResetModel();
}

int CsvPreviewModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CsvPreviewModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : FirstCell + int(m_headers.size());
}

QVariant CsvPreviewModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CsvPreviewRow& row = m_rows[index.row()];
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == LineColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ForegroundRole && index.column() == ResultColumn)
        return colour(fateToken(row.fate));
    if (role == Qt::ToolTipRole && index.column() == ResultColumn)
        return plainToolTip(csvFateText(row));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case LineColumn:
        return formatCount(row.row.line);
    case ResultColumn:
        return csvFateText(row);
    default:
        return row.row.cells.value(index.column() - FirstCell).simplified().left(kCellLength);
    }
}

QVariant CsvPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == LineColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case LineColumn:
        return tr("Line");
    case ResultColumn:
        return tr("What becomes of it");
    default:
        return m_headers.value(section - FirstCell);
    }
}

} // namespace assay
