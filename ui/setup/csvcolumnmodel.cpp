// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/csvcolumnmodel.h"

#include "ui/common/tooltip.h"
#include "ui/setup/csvwords.h"

#include <QComboBox>

namespace assay {

namespace {

constexpr int kExampleLength = 200;

/// The first cell of the column that is not empty.
QString exampleOf(const CsvSample& sample, qsizetype column)
{
    for (const CsvRow& row : sample.rows) {
        const QString cell = row.cells.value(column).simplified();
        if (!cell.isEmpty())
            return cell.left(kExampleLength);
    }
    return {};
}

} // namespace

CsvColumnModel::CsvColumnModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void CsvColumnModel::setTable(const CsvSample& sample, const QList<CsvColumn>& columns)
{
    beginResetModel();
    m_columns = columns;
    m_examples.clear();
    for (qsizetype i = 0; i < columns.size(); ++i)
        m_examples.append(exampleOf(sample, i));
    endResetModel();
}

int CsvColumnModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

int CsvColumnModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CsvColumnModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CsvColumn& column = m_columns[index.row()];
    if (role == Qt::EditRole && index.column() == FieldColumn)
        return toText(column.field);
    if (role == Qt::ToolTipRole && index.column() != FieldColumn)
        return plainToolTip(index.column() == HeaderColumn ? column.header : m_examples[index.row()]);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case HeaderColumn:
        return column.header;
    case ExampleColumn:
        return m_examples[index.row()];
    default:
        return csvFieldWord(column.field);
    }
}

bool CsvColumnModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        index.column() != FieldColumn)
        return false;
    const auto field = csvFieldFromText(value.toString());
    if (!field)
        return false;
    if (m_columns[index.row()].field == *field)
        return true;
    m_columns[index.row()].field = *field;
    emit dataChanged(index, index);
    return true;
}

Qt::ItemFlags CsvColumnModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == FieldColumn ? flags | Qt::ItemIsEditable : flags;
}

QVariant CsvColumnModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case HeaderColumn:
        return tr("Column");
    case ExampleColumn:
        return tr("Example");
    default:
        return tr("Meaning");
    }
}

QWidget* CsvFieldDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                        const QModelIndex&) const
{
    auto* combo = new QComboBox(parent);
    combo->setObjectName(QStringLiteral("csvField"));
    combo->setAccessibleName(CsvColumnModel::tr("Meaning"));
    for (const CsvField field : csvFields())
        combo->addItem(csvFieldWord(field), toText(field));
    auto* self = const_cast<CsvFieldDelegate*>(this); // a delegate's signals are not const
    connect(combo, &QComboBox::activated, self, [self, combo] { emit self->commitData(combo); });
    return combo;
}

void CsvFieldDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* combo = qobject_cast<QComboBox*>(editor);
    if (combo)
        combo->setCurrentIndex(combo->findData(index.data(Qt::EditRole)));
}

void CsvFieldDelegate::setModelData(QWidget* editor, QAbstractItemModel* model,
                                    const QModelIndex& index) const
{
    const auto* combo = qobject_cast<QComboBox*>(editor);
    if (combo)
        model->setData(index, combo->currentData(), Qt::EditRole);
}

} // namespace assay
