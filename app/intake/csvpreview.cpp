// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/csvpreview.h"

#include "app/intake/csvrecord.h"

namespace assay {

namespace {

CsvPreviewRow previewOf(const CsvRow& row, const CsvRecord& record)
{
    if (!record.problem)
        return {row, CsvPreviewRow::Fate::Taken, {}};
    const auto fate = record.generation ? CsvPreviewRow::Fate::VerdictRefused : CsvPreviewRow::Fate::Refused;
    return {row, fate, record.problem->detail};
}

} // namespace

CsvPreview previewCsv(const CsvSample& sample, const CsvMapping& mapping, const Clock& clock)
{
    CsvPreview preview;
    CsvRecordReader reader(mapping, sample.headers, {}, clock);
    for (const CsvRow& row : sample.rows) {
        const CsvPreviewRow looked = previewOf(row, reader.read(row));
        ++preview.looked;
        if (looked.fate != CsvPreviewRow::Fate::Taken) {
            ++preview.refused;
            if (!preview.firstRefused)
                preview.firstRefused = looked;
        }
        if (preview.rows.size() < CsvPreview::kRows)
            preview.rows.append(looked);
    }
    return preview;
}

QList<CsvColumn> columnsOf(const CsvMapping& mapping, const QStringList& headers)
{
    QHash<QString, CsvField> fields;
    for (const CsvColumn& column : mapping.columns)
        fields.insert(comparableHeader(column.header), column.field);
    QList<CsvColumn> columns;
    for (const QString& header : headers)
        columns.append({header, fields.value(comparableHeader(header))});
    return columns;
}

} // namespace assay
