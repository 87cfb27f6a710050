// SPDX-License-Identifier: GPL-3.0-or-later
// CsvReader: the rows of a table written by a spreadsheet, one at a time, in bounded memory. Decodes the
// text and leaves quotes and separators to libcsv. Belongs to the thread that reads; does not know what a
// column means.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QStringList>

#include <memory>
#include <optional>

class QIODevice;

namespace assay {

enum class CsvEncoding { Utf8, Utf16Le, Utf16Be, Windows1252 };

/// By byte order mark, else by where zero bytes stand, else by whether it is valid UTF-8.
CsvEncoding detectCsvEncoding(const QByteArray& head);

/// Of `,` `;` tab `|` the one that splits the head's rows most evenly, quotes respected; a comma when none
/// does.
char detectCsvSeparator(const QByteArray& head, CsvEncoding encoding);

struct CsvRow
{
    qint64 line = 0; ///< of the row's start, from 1
    QStringList cells;
};

class CsvReader
{
public:
    static constexpr qsizetype kMaxRow = 16 * 1024 * 1024;
    static constexpr qsizetype kMaxColumns = 2000;

    /// Reads from the device's position. The device stays the caller's and must outlive the reader.
    CsvReader(QIODevice& device, CsvEncoding encoding, char separator);
    ~CsvReader();
    CsvReader(const CsvReader&) = delete;
    CsvReader& operator=(const CsvReader&) = delete;

    /// The next row that is not blank; nothing at the end. Damaged for a quote that never closes or bytes the
    /// encoding does not know, TooLarge for a row over kMaxRow or with more than kMaxColumns, Io when reading
    /// fails. Nothing follows an error.
    Result<std::optional<CsvRow>> next();

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
};

} // namespace assay
