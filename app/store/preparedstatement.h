// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite's handle of a prepared statement, finalized when it goes. For Connection and Statement only.
#pragma once

#include <memory>

struct sqlite3_stmt;

namespace assay {

struct FinalizeStatement
{
    void operator()(sqlite3_stmt* statement) const;
};

using PreparedStatement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

} // namespace assay
