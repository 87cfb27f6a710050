// SPDX-License-Identifier: GPL-3.0-or-later
// A table of a spreadsheet as a source: its rows, as a mapping says. Belongs to the importer's thread.
#pragma once

#include "app/intake/csvrecord.h"
#include "app/intake/csvtable.h"
#include "app/intake/importsource.h"

namespace assay {

class CsvSource : public ImportSource
{
public:
    CsvSource(const QString& path, std::unique_ptr<CsvTable> table, CsvRecordReader reader);

    QString name() const override { return m_path; }
    bool read(ImportBatch& batch) override;
    qint64 done() const override { return m_rows; }
    qint64 total() const override;

private:
    QString m_path;
    std::unique_ptr<CsvTable> m_table;
    CsvRecordReader m_reader;
    qint64 m_rows = 0;
};

} // namespace assay
