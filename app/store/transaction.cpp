// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/transaction.h"

#include "app/base/log.h"
#include "app/store/database.h"
#include "app/store/dialect.h"

#include <utility>

namespace assay {

Result<Transaction> Transaction::begin(const Database& database)
{
    if (auto begun = database.execute(dialect::beginWriting()); !begun)
        return begun.error();
    return Transaction(database);
}

Result<Transaction> Transaction::beginReading(const Database& database)
{
    if (auto begun = database.execute(QStringLiteral("BEGIN")); !begun)
        return begun.error();
    return Transaction(database);
}

Transaction::Transaction(const Database& database)
    : m_database(&database)
{
    ++database.m_transactionCount;
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    if (m_database == nullptr)
        return;
    ++m_database->m_rollbackCount;
    // After some errors (full disk) the database has rolled back on its own; then this says so, and is right.
    if (const auto rolledBack = m_database->execute(QStringLiteral("ROLLBACK")); !rolledBack)
        qCDebug(logStore) << rolledBack.error().detail;
}

Result<void> Transaction::commit()
{
    auto committed = m_database->execute(QStringLiteral("COMMIT"));
    if (committed)
        m_database = nullptr;
    return committed;
}

} // namespace assay
