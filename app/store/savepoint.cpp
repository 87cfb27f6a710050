// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/savepoint.h"

#include "app/base/log.h"
#include "app/store/database.h"

#include <utility>

namespace assay {

namespace {

QString release()
{
    return QStringLiteral("RELEASE part");
}

} // namespace

Result<Savepoint> Savepoint::begin(const Database& database)
{
    if (auto begun = database.execute(QStringLiteral("SAVEPOINT part")); !begun)
        return begun.error();
    return Savepoint(database);
}

Savepoint::Savepoint(const Database& database)
    : m_database(&database)
{
}

Savepoint::Savepoint(Savepoint&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Savepoint::~Savepoint()
{
    if (m_database == nullptr)
        return;
    ++m_database->m_rollbackCount;
    // After some errors (full disk) the database has undone the whole transaction on its own.
    for (const QString& sql : {QStringLiteral("ROLLBACK TO part"), release()}) {
        if (const auto undone = m_database->execute(sql); !undone)
            qCDebug(logStore) << undone.error().detail;
    }
}

Result<void> Savepoint::keep()
{
    auto kept = m_database->execute(release());
    if (kept)
        m_database = nullptr;
    return kept;
}

} // namespace assay
