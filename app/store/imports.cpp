// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/imports.h"

#include "app/store/database.h"
#include "app/store/statement.h"

#include <algorithm>
#include <array>

namespace assay {

namespace {

struct KindWord
{
    ErrorKind kind;
    const char* text;
};

constexpr std::array kKindWords{
    KindWord{ErrorKind::NotFound, "not_found"},
    KindWord{ErrorKind::NoPermission, "no_permission"},
    KindWord{ErrorKind::NoSpace, "no_space"},
    KindWord{ErrorKind::Busy, "busy"},
    KindWord{ErrorKind::Damaged, "damaged"},
    KindWord{ErrorKind::TooLarge, "too_large"},
    KindWord{ErrorKind::Unsupported, "unsupported"},
    KindWord{ErrorKind::TooNew, "too_new"},
    KindWord{ErrorKind::Invalid, "invalid"},
    KindWord{ErrorKind::Cancelled, "cancelled"},
    KindWord{ErrorKind::Io, "io"},
};

QString textOf(ErrorKind kind)
{
    return QString::fromLatin1(std::ranges::find(kKindWords, kind, &KindWord::kind)->text);
}

ErrorKind kindOf(const QString& text)
{
    const auto word = std::ranges::find_if(
        kKindWords, [&text](const KindWord& candidate) { return text == QLatin1String(candidate.text); });
    return word == kKindWords.end() ? ErrorKind::Io : word->kind;
}

QString readSql()
{
    return QStringLiteral("SELECT id, source, started_at, finished_at, position, taken, known, incomplete,"
                          " refused FROM imports ");
}

ImportRecord readRecord(const Statement& row)
{
    return {ImportId{row.integer(0)},
            row.text(1),
            row.time(2),
            row.optionalTime(3),
            row.integer(4),
            {row.integer(5), row.integer(6), row.integer(7), row.integer(8)}};
}

Result<QStringList> collectTexts(Statement& statement)
{
    return statement.collect([](const Statement& row) { return row.text(0); });
}

} // namespace

Imports::Imports(const Database& database)
    : m_database(database)
{
}

Result<ImportId> Imports::begin(const QString& source, UtcTime at) const
{
    Statement insert = m_database.prepare(
        QStringLiteral("INSERT INTO imports (source, started_at) VALUES (?, ?) RETURNING id"));
    const auto id = insert.firstInteger(source, at);
    if (!id)
        return id.error();
    return ImportId{**id};
}

Result<void> Imports::update(ImportId id, const ImportCounts& counts, qint64 position) const
{
    Statement update =
        m_database.prepare(QStringLiteral("UPDATE imports SET position = ?, taken = ?, known = ?,"
                                          " incomplete = ?, refused = ? WHERE id = ?"));
    return update.run(position, counts.taken, counts.known, counts.incomplete, counts.refused, id);
}

Result<void> Imports::addProblem(ImportId id, const ImportProblem& problem) const
{
    Statement insert = m_database.prepare(
        QStringLiteral("INSERT INTO import_problems (import_id, source, line, kind, subject, reason)"
                       " VALUES (?, ?, ?, ?, ?, ?)"));
    return insert.run(id, problem.source, problem.line, textOf(problem.error.kind), problem.error.subject,
                      problem.error.detail);
}

Result<void> Imports::finish(ImportId id, ImportScope scope, UtcTime at) const
{
    Statement update =
        m_database.prepare(QStringLiteral("UPDATE imports SET finished_at = ?, is_whole = ? WHERE id = ?"));
    return update.run(at, scope == ImportScope::Whole ? 1 : 0, id);
}

Result<bool> Imports::hasNews(ImportId id, ImportScope scope) const
{
    Statement news = m_database.prepare(QStringLiteral(
        "SELECT me.taken > 0 OR EXISTS (SELECT 1 FROM import_problems p WHERE p.import_id = me.id"
        " AND NOT EXISTS (SELECT 1 FROM import_problems e WHERE e.source = p.source AND e.line IS p.line"
        " AND e.kind = p.kind AND e.reason = p.reason AND e.import_id < me.id))"
        " FROM imports me WHERE me.id = ?"));
    const auto isNew = news.firstInteger(id);
    if (!isNew)
        return isNew.error();
    if (isNew->value_or(0) != 0 || scope != ImportScope::Whole)
        return isNew->value_or(0) != 0;
    Statement settled = m_database.prepare(QStringLiteral(
        "SELECT EXISTS (SELECT 1 FROM imports me JOIN imports u ON u.source = me.source AND u.id < me.id"
        " WHERE me.id = ? AND u.finished_at IS NULL AND NOT EXISTS (SELECT 1 FROM imports l"
        " WHERE l.source = u.source AND l.id > u.id AND l.id <> me.id AND l.finished_at IS NOT NULL"
        " AND l.is_whole)) OR EXISTS (SELECT 1 FROM imports me JOIN import_problems p JOIN imports i ON i.id "
        "= p.import_id"
        " WHERE me.id = ? AND i.id < me.id AND p.id IN"
        " (SELECT id FROM import_problems WHERE source = me.source UNION"
        " SELECT o.id FROM imports s JOIN import_problems o ON o.import_id = s.id WHERE s.source = me.source)"
        " AND NOT EXISTS (SELECT 1 FROM imports l WHERE l.source IN (i.source, p.source)"
        " AND l.id > i.id AND l.id <> me.id AND l.finished_at IS NOT NULL AND l.is_whole)"
        " AND NOT EXISTS (SELECT 1 FROM import_problems n WHERE n.import_id = me.id"
        " AND n.source = p.source AND n.line IS p.line))"));
    const auto isSettled = settled.firstInteger(id, id);
    if (!isSettled)
        return isSettled.error();
    return isSettled->value_or(0) != 0;
}

Result<void> Imports::forget(ImportId id) const
{
    Statement problems =
        m_database.prepare(QStringLiteral("DELETE FROM import_problems WHERE import_id = ?"));
    if (auto ran = problems.run(id); !ran)
        return ran;
    Statement row = m_database.prepare(QStringLiteral("DELETE FROM imports WHERE id = ?"));
    return row.run(id);
}

Result<QList<ImportRecord>> Imports::recent(int limit) const
{
    Statement statement = m_database.prepare(readSql() + QStringLiteral("ORDER BY id DESC LIMIT ?"));
    if (auto ran = statement.run(limit); !ran)
        return ran.error();
    return statement.collect(readRecord);
}

Result<std::optional<UtcTime>> Imports::firstStartedAt() const
{
    Statement read = m_database.prepare(QStringLiteral("SELECT min(started_at) FROM imports"));
    const auto first = read.firstInteger();
    if (!first)
        return first.error();
    return *first ? std::optional(fromEpochMs(**first)) : std::nullopt;
}

Result<std::optional<ImportRecord>> Imports::latestOf(const QString& source) const
{
    Statement statement =
        m_database.prepare(readSql() + QStringLiteral("WHERE source = ? ORDER BY id DESC LIMIT 1"));
    if (auto ran = statement.run(source); !ran)
        return ran.error();
    const auto records = statement.collect(readRecord);
    if (!records)
        return records.error();
    return records->isEmpty() ? std::nullopt : std::optional(records->first());
}

Result<QList<ImportProblem>> Imports::problems(ImportId id) const
{
    Statement statement =
        m_database.prepare(QStringLiteral("SELECT source, line, kind, subject, reason FROM import_problems"
                                          " WHERE import_id = ? ORDER BY id"));
    if (auto ran = statement.run(id); !ran)
        return ran.error();
    return statement.collect([](const Statement& row) {
        return ImportProblem{
            row.text(0), row.optionalInteger(1), {kindOf(row.text(2)), row.text(3), row.text(4)}};
    });
}

Result<ImportRecord> Imports::get(ImportId id) const
{
    Statement statement = m_database.prepare(readSql() + QStringLiteral("WHERE id = ?"));
    if (auto ran = statement.run(id); !ran)
        return ran.error();
    const auto records = statement.collect(readRecord);
    if (!records)
        return records.error();
    if (records->isEmpty())
        return Error{ErrorKind::NotFound, QString::number(id.value), QStringLiteral("no such import")};
    return records->first();
}

Result<QStringList> Imports::refusedSources(ImportId id) const
{
    Statement statement =
        m_database.prepare(QStringLiteral("SELECT source FROM import_problems WHERE import_id = ?"
                                          " GROUP BY source ORDER BY min(id)"));
    if (auto ran = statement.run(id); !ran)
        return ran.error();
    return collectTexts(statement);
}

Result<QStringList> Imports::unsettledSources() const
{
    Statement statement = m_database.prepare(
        QStringLiteral("SELECT p.source FROM import_problems p JOIN imports i ON i.id = p.import_id"
                       " WHERE NOT EXISTS (SELECT 1 FROM imports l WHERE l.source IN (i.source, p.source)"
                       " AND l.id > i.id AND l.finished_at IS NOT NULL AND l.is_whole)"
                       " GROUP BY p.source ORDER BY min(p.id)"));
    if (auto ran = statement.run(); !ran)
        return ran.error();
    return collectTexts(statement);
}

} // namespace assay
