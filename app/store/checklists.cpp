// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/checklists.h"

#include "app/base/jsontext.h"
#include "app/base/sha256.h"

#include <algorithm>

namespace assay {

namespace {

constexpr qsizetype kMostRemembered = 50'000;

/// SHA-256 of the list as a JSON array of arrays.
QByteArray digestOf(const Checklist& checklist)
{
    QString json;
    json.reserve(checklist.size() * 100 + 2);
    json += u'[';
    for (const Constraint& constraint : checklist) {
        json += json.size() == 1 ? u"[" : u",[";
        for (const QString& text :
             {constraint.key, toText(constraint.kind), constraint.statement, constraint.parent}) {
            appendJsonString(json, text);
            json += u',';
        }
        json +=
            QString::number(constraint.span.start) + u',' + QString::number(constraint.span.length) + u']';
    }
    json += u']';
    return sha256(json.toUtf8());
}

void append(char*& end, int number)
{
    end = std::copy_n(reinterpret_cast<const char*>(&number), sizeof number, end);
}

void append(char*& end, const QString& text)
{
    append(end, static_cast<int>(text.size()));
    end =
        std::copy_n(reinterpret_cast<const char*>(text.utf16()), text.size() * qsizetype(sizeof(QChar)), end);
}

/// What makes a list this one, for looking it up in memory: made much faster than the digest. The bytes as
/// they lie in memory, never stored.
QByteArray contentOf(const Checklist& checklist)
{
    qsizetype size = 0;
    for (const Constraint& c : checklist) {
        const qsizetype texts = c.key.size() + c.statement.size() + c.parent.size();
        size += texts * qsizetype(sizeof(QChar)) + 6 * qsizetype(sizeof(int));
    }
    QByteArray content(size, Qt::Uninitialized);
    char* end = content.data();
    for (const Constraint& constraint : checklist) {
        append(end, constraint.key);
        append(end, static_cast<int>(constraint.kind));
        append(end, constraint.statement);
        append(end, constraint.parent);
        append(end, constraint.span.start);
        append(end, constraint.span.length);
    }
    return content;
}

} // namespace

Checklists::Checklists(const Database& database)
    : m_database(database)
    , m_find(database.prepare(QStringLiteral("SELECT id FROM checklists WHERE digest = ?")))
    , m_add(database.prepare(QStringLiteral("INSERT INTO checklists (digest) VALUES (?)")))
    , m_addConstraint(database.prepare(
          QStringLiteral("INSERT INTO constraints (checklist_id, position, key, kind, statement, parent_key,"
                         " span_start, span_length) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")))
    , m_read(database.prepare(
          QStringLiteral("SELECT key, kind, statement, parent_key, span_start, span_length FROM constraints"
                         " WHERE checklist_id = ? ORDER BY position")))
    , m_rollbackCount(database.rollbackCount())
{
}

Result<std::optional<qint64>> Checklists::idOf(const Checklist& checklist)
{
    if (checklist.isEmpty())
        return std::optional<qint64>();
    if (m_rollbackCount != m_database.rollbackCount()) {
        m_rollbackCount = m_database.rollbackCount();
        m_known.clear();
    }
    const QByteArray content = contentOf(checklist);
    if (const auto known = m_known.constFind(content); known != m_known.cend())
        return std::optional(*known);
    const QByteArray digest = digestOf(checklist);
    auto id = m_find.firstInteger(digest);
    if (!id)
        return id;
    if (!*id) {
        const auto added = add(digest, checklist);
        if (!added)
            return added.error();
        id = std::optional(*added);
    }
    if (m_known.size() >= kMostRemembered)
        m_known.clear();
    m_known.insert(content, **id);
    return id;
}

Result<qint64> Checklists::idOfGiven(const Checklist& checklist)
{
    if (!checklist.isEmpty()) {
        const auto id = idOf(checklist);
        return id ? Result<qint64>(**id) : Result<qint64>(id.error());
    }
    const QByteArray digest = digestOf({});
    const auto id = m_find.firstInteger(digest);
    if (!id)
        return id.error();
    return *id ? Result<qint64>(**id) : add(digest, {});
}

Result<qint64> Checklists::add(const QByteArray& digest, const Checklist& checklist)
{
    const auto id = m_add.insert(digest);
    if (!id)
        return id;
    int position = 0;
    for (const Constraint& constraint : checklist) {
        auto added = m_addConstraint.run(*id, ++position, constraint.key, toText(constraint.kind),
                                         constraint.statement, constraint.parent, constraint.span.start,
                                         constraint.span.length);
        if (!added)
            return added.error();
    }
    return *id;
}

Result<Checklist> Checklists::read(std::optional<qint64> id)
{
    if (!id)
        return Checklist();
    if (auto ran = m_read.run(*id); !ran)
        return ran.error();
    return m_read.collect([](const Statement& row) {
        return Constraint{row.text(0),
                          constraintKindFromText(row.text(1)).value_or(ConstraintKind::Other),
                          row.text(2),
                          row.text(3),
                          {static_cast<int>(row.integer(4)), static_cast<int>(row.integer(5))}};
    });
}

} // namespace assay
