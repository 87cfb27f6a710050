// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/checkpointer.h"

#include "app/base/log.h"
#include "app/store/database.h"

#include <algorithm>

namespace assay {

namespace {

constexpr qint64 kLargeLogBytes = 64 * 1024 * 1024;

} // namespace

Checkpointer::Checkpointer(const Database& database)
    : m_database(database)
{
}

void Checkpointer::moveLog()
{
    if (const auto moved = m_database.checkpoint(); !moved)
        qCWarning(logStore) << "checkpoint:" << moved.error().detail;
    m_movedBytes = m_database.logBytes();
}

/// What was moved once is not tried again with each call, also where a reader keeps the log from shrinking.
void Checkpointer::moveLargeLog()
{
    const qint64 size = m_database.logBytes();
    m_movedBytes = std::min(m_movedBytes, size);
    if (size - m_movedBytes > kLargeLogBytes)
        moveLog();
}

} // namespace assay
