// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/tableimports.h"

#include "app/base/whenfinished.h"
#include "app/store/storewriter.h"

namespace assay {

TableImports::TableImports(StoreWriter& writer, CsvMappingRequest request, QWidget* window)
    : m_writer(writer)
    , m_request(std::move(request))
    , m_window(window)
{
}

void TableImports::add(const QString& path, const QString& client)
{
    m_waiting.append({path, client});
    if (!m_dialog)
        openNext();
}

void TableImports::openNext()
{
    if (m_waiting.isEmpty())
        return;
    const Table table = m_waiting.takeFirst();
    m_request.tablePath = table.path;
    m_dialog = new CsvMappingDialog(m_request, m_window);
    connect(m_dialog, &CsvMappingDialog::importRequested, this,
            [this, table](const QStringList& headers, const CsvMapping& mapping) {
                remember(table, headers, mapping);
            });
    connect(m_dialog, &QObject::destroyed, this, &TableImports::openNext, Qt::QueuedConnection);
    m_dialog->show();
}

void TableImports::remember(const Table& table, const QStringList& headers, const CsvMapping& mapping)
{
    const auto remembering = m_writer.run<void>(StoreWriter::Priority::Urgent,
                                                [headers, mapping](const Database& database) -> Result<void> {
                                                    return rememberCsvMapping(database, headers, mapping);
                                                });
    whenFinished(remembering, this, [this, table](const Result<void>& remembered) {
        if (remembered)
            emit tableReady(table.path, table.client);
        else
            emit failed(remembered.error());
    });
}

} // namespace assay
