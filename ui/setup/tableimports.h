// SPDX-License-Identifier: GPL-3.0-or-later
// TableImports: asks for each table what its columns mean, one dialog after the other, makes the workspace
// remember the answer and then says that the table is ready to be imported. GUI thread.
#pragma once

#include "ui/setup/csvmappingdialog.h"

#include <QPointer>

namespace assay {

class StoreWriter;

class TableImports : public QObject
{
    Q_OBJECT

public:
    /// `request` without a table. The writer outlives this; dialogs belong to `window`.
    TableImports(StoreWriter& writer, CsvMappingRequest request, QWidget* window);

    void add(const QString& path, const QString& client);

signals:
    void tableReady(const QString& path, const QString& client);
    void failed(const assay::Error& error);

private:
    struct Table
    {
        QString path;
        QString client;
    };

    void openNext();
    void remember(const Table& table, const QStringList& headers, const CsvMapping& mapping);

    StoreWriter& m_writer;
    CsvMappingRequest m_request;
    QWidget* m_window;
    QList<Table> m_waiting;
    QPointer<CsvMappingDialog> m_dialog;
};

} // namespace assay
