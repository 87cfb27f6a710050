// SPDX-License-Identifier: GPL-3.0-or-later
// A part of a Transaction that can be undone alone: undone in the destructor unless it was kept. Of the
// connection's thread, inside a Transaction, one at a time.
#pragma once

#include "app/base/result.h"

namespace assay {

class Database;

class Savepoint
{
public:
    static Result<Savepoint> begin(const Database& database);

    ~Savepoint();
    Savepoint(Savepoint&& other) noexcept;
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;
    Savepoint& operator=(Savepoint&&) = delete;

    /// What was written since it began belongs to the transaction now.
    Result<void> keep();

private:
    explicit Savepoint(const Database& database);

    const Database* m_database;
};

} // namespace assay
