// SPDX-License-Identifier: GPL-3.0-or-later
// Checklists as rows: immutable, each distinct one stored once and shared. Adding is for the store thread,
// inside the caller's Transaction; reading works on any connection.
#pragma once

#include "app/domain/constraint.h"
#include "app/store/database.h"
#include "app/store/statement.h"

#include <QHash>

namespace assay {

class Checklists
{
public:
    explicit Checklists(const Database& database);

    /// The row of this list, added when it is not there; nothing for an empty list. Invalid when two
    /// constraints have the same key.
    Result<std::optional<qint64>> idOf(const Checklist& checklist);
    /// The same for a list that somebody gave, be it one without constraints: looked at, and nothing wanted.
    Result<qint64> idOfGiven(const Checklist& checklist);
    Result<Checklist> read(std::optional<qint64> id);

private:
    Result<qint64> add(const QByteArray& digest, const Checklist& checklist);

    const Database& m_database;
    Statement m_find;
    Statement m_add;
    Statement m_addConstraint;
    Statement m_read;
    int m_rollbackCount;
    QHash<QByteArray, qint64> m_known;
};

} // namespace assay
