// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/verification.h"

#include "app/base/isoweek.h"
#include "app/store/checksjson.h"
#include "app/store/database.h"
#include "app/store/dialect.h"
#include "app/store/rollups.h"
#include "app/store/statement.h"
#include "app/store/transaction.h"
#include "app/store/workspacesettings.h"

namespace assay {

namespace {

using Problems = Result<QStringList>;

Problems fileProblems(const Database& database)
{
    Statement statement = database.prepare(dialect::integrityCheck());
    if (auto ran = statement.run(); !ran)
        return ran.error();
    QStringList problems;
    while (statement.next()) {
        if (statement.text(0) != QLatin1String("ok"))
            problems << statement.text(0);
    }
    if (statement.error())
        return *statement.error();
    return problems;
}

Problems referenceProblems(const Database& database)
{
    Statement statement = database.prepare(dialect::foreignKeyCheck());
    if (auto ran = statement.run(); !ran)
        return ran.error();
    const auto rows = statement.collect([](const Statement& row) {
        return QStringLiteral("%1 row %2: no such row in %3").arg(row.text(0), row.text(1), row.text(2));
    });
    if (!rows)
        return rows.error();
    return QStringList(*rows);
}

Problems weekProblems(const Database& database)
{
    const auto zone = WorkspaceSettings(database).timeZone();
    if (!zone)
        return zone.error();
    const WeekCalendar calendar(*zone);
    Statement statement = database.prepare(QStringLiteral("SELECT id, sent_at, sent_week FROM generations"));
    if (auto ran = statement.run(); !ran)
        return ran.error();
    QStringList problems;
    while (statement.next()) {
        const QString week = calendar.weekOf(statement.time(1)).name();
        if (week != statement.text(2)) {
            problems << QStringLiteral("generation %1: week %2 is stored, %3 is right")
                            .arg(QString::number(statement.integer(0)), statement.text(2), week);
        }
    }
    if (statement.error())
        return *statement.error();
    return problems;
}

Problems inForceProblems(const Database& database)
{
    Statement statement = database.prepare(QStringLiteral(
        "SELECT g.id FROM generations g LEFT JOIN reviews r ON r.id = ("
        "SELECT id FROM reviews WHERE generation_id = g.id AND NOT EXISTS"
        " (SELECT 1 FROM review_withdrawals WHERE review_id = reviews.id)"
        " ORDER BY reviewed_at DESC, id DESC LIMIT 1)"
        " WHERE g.review_id IS DISTINCT FROM r.id OR g.disposition IS DISTINCT FROM r.disposition"));
    if (auto ran = statement.run(); !ran)
        return ran.error();
    const auto rows = statement.collect([](const Statement& row) {
        return QStringLiteral("generation %1: its verdict is not its latest review").arg(row.integer(0));
    });
    if (!rows)
        return rows.error();
    return QStringList(*rows);
}

Problems checkCountProblems(const Database& database)
{
    Statement statement =
        database.prepare(QStringLiteral("SELECT id, checks, checks_met, checks_missed FROM reviews"));
    if (auto ran = statement.run(); !ran)
        return ran.error();
    QStringList problems;
    while (statement.next()) {
        const CheckCounts counts = countChecks(checksFromJson(statement.text(1)));
        if (counts.met != statement.integer(2) || counts.missed != statement.integer(3))
            problems << QStringLiteral("review %1: its counts are not those of its checks")
                            .arg(statement.integer(0));
    }
    if (statement.error())
        return *statement.error();
    return problems;
}

Problems rollupProblems(const Database& database)
{
    return Rollups(database).verify();
}

Problems searchProblems(const Database& database)
{
    Statement statement = database.prepare(dialect::promptsNotSearchable());
    if (auto ran = statement.run(); !ran)
        return ran.error();
    const auto rows = statement.collect([](const Statement& row) {
        return QStringLiteral("prompt %1 is not in the index of the search").arg(row.integer(0));
    });
    if (!rows)
        return rows.error();
    return QStringList(*rows);
}

struct Part
{
    VerifiedPart part;
    Problems (*problemsOf)(const Database&);
};

constexpr Part kParts[] = {
    {VerifiedPart::File, fileProblems},
    {VerifiedPart::References, referenceProblems},
    {VerifiedPart::Weeks, weekProblems},
    {VerifiedPart::ReviewsInForce, inForceProblems},
    {VerifiedPart::CheckCounts, checkCountProblems},
    {VerifiedPart::Rollups, rollupProblems},
    {VerifiedPart::Search, searchProblems},
};

void shorten(QStringList& problems)
{
    const qsizetype more = problems.size() - kMostProblems;
    if (more <= 0)
        return;
    problems.resize(kMostProblems);
    problems << QStringLiteral("and %1 more").arg(more);
}

} // namespace

Result<QList<Verification>> verifyWorkspace(const Database& database)
{
    // One state for all parts, whatever is written meanwhile.
    const auto snapshot = Transaction::beginReading(database);
    if (!snapshot)
        return snapshot.error();
    QList<Verification> verifications;
    for (const Part& part : kParts) {
        auto problems = part.problemsOf(database);
        if (!problems && problems.error().kind != ErrorKind::Damaged)
            return problems.error();
        Verification verification{part.part, problems ? *problems : QStringList{problems.error().detail}};
        shorten(verification.problems);
        verifications.append(std::move(verification));
    }
    return verifications;
}

Result<void> repairWorkspace(const Database& database)
{
    if (auto indexed = database.execute(dialect::rebuildPromptIndex()); !indexed)
        return indexed;
    const auto zone = WorkspaceSettings(database).timeZone();
    if (!zone)
        return zone.error();
    // Stored weeks are derived too: the zone that holds gives them again.
    if (auto derived = setTimeZone(database, *zone); !derived)
        return derived;
    const auto rebuilt = Rollups(database).rebuild();
    if (!rebuilt)
        return rebuilt.error();
    return {};
}

} // namespace assay
