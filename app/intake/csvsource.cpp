// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/csvsource.h"

namespace assay {

CsvSource::CsvSource(const QString& path, std::unique_ptr<CsvTable> table, CsvRecordReader reader)
    : m_path(path)
    , m_table(std::move(table))
    , m_reader(std::move(reader))
{
}

qint64 CsvSource::total() const
{
    if (m_rows == 0)
        return m_table->size() / 500 + 1;
    const qint64 perRow = qMax<qint64>(1, m_table->position() / m_rows);
    return m_rows + (m_table->size() - m_table->position()) / perRow;
}

/// A row's generation goes before its review, so that the review finds it.
bool CsvSource::read(ImportBatch& batch)
{
    const auto row = m_table->next();
    if (!row) {
        refuse(batch, {m_path, {}, row.error()});
        return false;
    }
    if (!*row)
        return false;
    ++m_rows;
    const qint64 line = (*row)->line;
    CsvRecord record = m_reader.read(**row);
    if (record.problem)
        refuse(batch, {m_path, line, *record.problem});
    if (record.generation)
        batch.items.append({*std::move(record.generation), m_path, line, {}});
    if (record.review)
        batch.items.append({*std::move(record.review), m_path, line, record.reviewLine});
    return true;
}

} // namespace assay
