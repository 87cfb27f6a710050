// SPDX-License-Identifier: GPL-3.0-or-later
// CsvTable: one file of a spreadsheet: its headers, then its rows. Finds out encoding and separator where
// they are not given. Belongs to the thread that reads; does not know what a column means.
#pragma once

#include "app/intake/csvreader.h"

#include <QFile>

namespace assay {

/// How far a table without any accent is looked through for one, to tell its encoding.
enum class CsvScan {
    Whole, ///< an import has to be right
    Start  ///< for a look at the first rows, however large the table is
};

class CsvTable
{
public:
    struct Format
    {
        std::optional<CsvEncoding> encoding{};
        std::optional<char> separator{};
        CsvScan scan = CsvScan::Whole;
    };

    /// NotFound, NoPermission or Io for the file; Damaged or TooLarge for what is in it; Invalid when it has
    /// no header row.
    static Result<std::unique_ptr<CsvTable>> open(const QString& path, const Format& format);

    /// No two alike, none empty: "note", "note (2)", "column 3".
    const QStringList& headers() const { return m_headers; }
    CsvEncoding encoding() const { return m_encoding; }
    char separator() const { return m_separator; }
    qint64 size() const { return m_file.size(); }
    qint64 position() const { return m_file.pos(); } ///< bytes read; ahead of the rows given out

    /// As CsvReader::next.
    Result<std::optional<CsvRow>> next() { return m_reader->next(); }

private:
    explicit CsvTable(const QString& path);
    Result<void> begin(const Format& format);

    QFile m_file;
    CsvEncoding m_encoding = CsvEncoding::Utf8;
    char m_separator = ',';
    std::unique_ptr<CsvReader> m_reader;
    QStringList m_headers;
};

/// By its name: .csv, .tsv, .tab.
bool isNamedLikeTable(const QString& path);

} // namespace assay
