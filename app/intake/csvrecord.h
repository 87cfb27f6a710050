// SPDX-License-Identifier: GPL-3.0-or-later
// CsvRecordReader: rows of a table become generations and reviews, as a mapping says. Unknown stays unknown;
// a cell that breaks a rule refuses its row, one that only concerns the verdict refuses that alone. Belongs
// to the thread that reads; keeps a small number for each row, to tell equal rows apart.
#pragma once

#include "app/intake/csvmapping.h"
#include "app/intake/csvvalues.h"

#include <QByteArray>
#include <QHash>

namespace assay {

struct CsvCells;

struct CsvRecord
{
    std::optional<Generation> generation;
    std::optional<Review> review;
    QByteArray reviewLine; ///< the review as a line of a log
    std::optional<Error> problem;
};

class CsvRecordReader
{
public:
    /// `headers` are those of a CsvTable; `client` is for rows that name none.
    CsvRecordReader(CsvMapping mapping, const QStringList& headers, QString client, Clock clock);

    CsvRecord read(const CsvRow& row);

    /// The mapping's columns that the table does not have, those that are kept or ignored aside.
    const QStringList& absentColumns() const { return m_absent; }

private:
    Generation generationOf(CsvCells& cells);
    void readRequest(CsvCells& cells, Generation& generation) const;
    void readOutcome(CsvCells& cells, Generation& generation) const;
    std::optional<Review> reviewOf(CsvCells& cells, const Generation& generation) const;
    std::optional<UtcTime> timeAt(CsvCells& cells, CsvField field) const;
    std::optional<Money> costAt(CsvCells& cells) const;
    std::optional<Milliseconds> latencyAt(CsvCells& cells) const;
    QString settingsOf(CsvCells& cells) const;
    QString extraOf(const CsvRow& row, bool hasReview) const;
    QString idOf(const CsvCells& cells);

    CsvMapping m_mapping;
    QStringList m_headers;
    QString m_client;
    Clock m_clock;
    CsvTimeRules m_times;
    QHash<CsvField, qsizetype> m_columns;
    QList<qsizetype> m_kept;
    QStringList m_absent;
    QHash<quint64, int> m_seen; ///< how often the content of rows without an id came
};

} // namespace assay
