// SPDX-License-Identifier: GPL-3.0-or-later
// Which mapping a table is read with: the one the workspace remembers for its headers, else the guess where
// it leaves nothing open. Reads on any connection; remembering is for the store thread.
#pragma once

#include "app/intake/csvguess.h"
#include "app/intake/csvtable.h"
#include "app/intake/importsource.h"

#include <memory>

namespace assay {

class Database;

/// A table's head, as a dialog or `--guess` looks at it.
struct CsvHead
{
    CsvSample sample;
    CsvEncoding encoding = CsvEncoding::Utf8;
    char separator = ',';
};

/// Errors as CsvTable::open; a row that can't be read ends the sample.
Result<CsvHead> readCsvHead(const QString& path, const CsvMapping& format = {},
                            CsvScan scan = CsvScan::Whole);

Result<std::optional<CsvMapping>> rememberedCsvMapping(const Database& database, const QStringList& headers);
Result<void> rememberCsvMapping(const Database& database, const QStringList& headers,
                                const CsvMapping& mapping);

struct CsvImport
{
    QString path;
    QString client; ///< for rows that name none
    Clock clock;
};

/// Invalid, with what is missing, where no mapping is remembered and the guess leaves something open.
Result<std::unique_ptr<ImportSource>> openCsvImport(const Database& database, const CsvImport& import);

} // namespace assay
