// SPDX-License-Identifier: GPL-3.0-or-later
// CsvColumnModel: a table's columns as rows: header, an example, and the field it means, which can be
// changed. Its delegate edits the field with a combo box. GUI thread.
#pragma once

#include "app/intake/csvguess.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace assay {

class CsvColumnModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { HeaderColumn, ExampleColumn, FieldColumn, ColumnCount };

    explicit CsvColumnModel(QObject* parent = nullptr);

    void setTable(const CsvSample& sample, const QList<CsvColumn>& columns);
    const QList<CsvColumn>& columns() const { return m_columns; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    /// The field as in toText(CsvField), with Qt::EditRole.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<CsvColumn> m_columns;
    QStringList m_examples;
};

class CsvFieldDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
};

} // namespace assay
