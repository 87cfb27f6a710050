// SPDX-License-Identifier: GPL-3.0-or-later
// ImportHistoryModel: past imports as rows, the newest first. GUI thread. It reads nothing.
#pragma once

#include "app/store/imports.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace assay {

class ImportHistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        StartedColumn,
        SourceColumn,
        StateColumn,
        TakenColumn,
        KnownColumn,
        IncompleteColumn,
        RefusedColumn,
        ColumnCount
    };

    explicit ImportHistoryModel(const QTimeZone& zone, QObject* parent = nullptr);

    void setImports(const QList<ImportRecord>& imports);
    const QList<ImportRecord>& imports() const { return m_imports; }
    int rowOf(ImportId import) const; ///< -1: none
    /// The folder or file that is being imported now; empty: none.
    void setRunning(const QString& source);
    bool isRunning(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(int row, int column) const;
    QString stateOf(int row) const;

    QTimeZone m_zone;
    QList<ImportRecord> m_imports;
    QString m_running;
};

} // namespace assay
