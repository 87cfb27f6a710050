// SPDX-License-Identifier: GPL-3.0-or-later
// A transaction that rolls back in its destructor unless it was committed. Of the connection's thread; one at
// a time on a connection.
#pragma once

#include "app/base/result.h"

namespace assay {

class Database;

class Transaction
{
public:
    /// Takes the write lock at once (BEGIN IMMEDIATE), waiting for the connection's busy timeout. Busy when
    /// it stays locked.
    static Result<Transaction> begin(const Database& database);

    /// One state of the database for all that is read until it goes. Takes no lock that a writer waits for.
    static Result<Transaction> beginReading(const Database& database);

    ~Transaction();
    Transaction(Transaction&& other) noexcept;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction& operator=(Transaction&&) = delete;

    /// Durable when it returns success.
    Result<void> commit();

private:
    explicit Transaction(const Database& database);

    const Database* m_database;
};

} // namespace assay
