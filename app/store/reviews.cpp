// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/reviews.h"

#include "app/domain/generation.h"
#include "app/store/checklists.h"
#include "app/store/checksjson.h"
#include "app/store/database.h"
#include "app/store/names.h"
#include "app/store/staleness.h"
#include "app/store/statement.h"

#include <QUuid>

#include <algorithm>

namespace assay {

namespace {

QString readSql()
{
    return QStringLiteral(
        "SELECT r.id, r.external_id, r.generation_id, g.external_id, r.reviewed_at, p.name, r.disposition,"
        " r.checks, r.note, r.reasons, w.withdrawn_at FROM reviews r"
        " JOIN generations g ON g.id = r.generation_id LEFT JOIN reviewers p ON p.id = r.reviewer_id"
        " LEFT JOIN review_withdrawals w ON w.review_id = r.id"
        " WHERE r.generation_id = ? ORDER BY r.reviewed_at, r.id");
}

QString targetSql(const QString& column)
{
    return QStringLiteral(
               "SELECT id, status, checklist_id, client_id, sent_week, asset_id, review_id,"
               " EXISTS (SELECT 1 FROM review_drafts WHERE generation_id = generations.id) FROM generations"
               " WHERE %1 = ?")
        .arg(column);
}

Review readReview(const Statement& row)
{
    Review review;
    review.id = ReviewId{row.integer(0)};
    review.externalId = row.text(1);
    review.generation = GenerationId{row.integer(2)};
    review.generationExternalId = row.text(3);
    review.reviewedAt = row.time(4);
    review.reviewer = row.text(5);
    review.disposition = dispositionFromText(row.text(6)).value_or(Disposition::Rejected);
    review.checks = checksFromJson(row.text(7));
    review.note = row.text(8);
    review.reasons = reasonsFromJson(row.text(9));
    review.withdrawn = !row.isNull(10);
    return review;
}

Review readWaiting(const Statement& row)
{
    Review review;
    review.externalId = row.text(0);
    review.reviewedAt = row.time(1);
    review.reviewer = row.text(2);
    review.disposition = dispositionFromText(row.text(3)).value_or(Disposition::Rejected);
    review.checks = checksFromJson(row.text(4));
    review.note = row.text(5);
    review.reasons = reasonsFromJson(row.text(6));
    return review;
}

} // namespace

struct Reviews::Statements
{
    explicit Statements(const Database& database);

    Names names;
    Checklists checklists;
    Staleness staleness;
    Statement findExternal;
    Statement isKnown;
    Statement targetById;
    Statement targetByExternalId;
    Statement add;
    Statement setFirstInForce;
    Statement setInForce;
    Statement generationOf;
    Statement withdraw;
    Statement ofGeneration;
    Statement addWaiting;
    Statement waiting;
    Statement dropWaiting;
    Statement saveDraft;
    Statement dropDraft;
    Statement answers;
    Statement draft;
};

Reviews::Statements::Statements(const Database& database)
    : names(database)
    , checklists(database)
    , staleness(database)
    , findExternal(database.prepare(QStringLiteral("SELECT id FROM reviews WHERE external_id = ?")))
    , isKnown(database.prepare(
          QStringLiteral("SELECT EXISTS (SELECT 1 FROM reviews WHERE external_id = ?1)"
                         " OR EXISTS (SELECT 1 FROM waiting_reviews WHERE external_id = ?1)")))
    , targetById(database.prepare(targetSql(QStringLiteral("id"))))
    , targetByExternalId(database.prepare(targetSql(QStringLiteral("external_id"))))
    , add(database.prepare(QStringLiteral(
          "INSERT INTO reviews (external_id, generation_id, checklist_id, reviewed_at, reviewer_id,"
          " disposition, checks, checks_met, checks_missed, note, reasons)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")))
    , setFirstInForce(database.prepare(
          QStringLiteral("UPDATE generations SET review_id = ?, disposition = ? WHERE id = ?")))
    , setInForce(database.prepare(QStringLiteral(
          "UPDATE generations SET (review_id, disposition) = (SELECT id, disposition FROM reviews"
          " WHERE generation_id = generations.id AND NOT EXISTS"
          " (SELECT 1 FROM review_withdrawals WHERE review_id = reviews.id)"
          " ORDER BY reviewed_at DESC, id DESC LIMIT 1)"
          " WHERE id = ?")))
    , generationOf(database.prepare(QStringLiteral("SELECT generation_id FROM reviews WHERE id = ?")))
    , withdraw(database.prepare(QStringLiteral("INSERT INTO review_withdrawals (review_id, withdrawn_at)"
                                               " VALUES (?, ?) ON CONFLICT DO NOTHING")))
    , ofGeneration(database.prepare(readSql()))
    , addWaiting(database.prepare(QStringLiteral(
          "INSERT INTO waiting_reviews (external_id, generation_external_id, reviewed_at, reviewer,"
          " disposition, checks, note, reasons, line) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
          " ON CONFLICT DO NOTHING")))
    , waiting(database.prepare(
          QStringLiteral("SELECT external_id, reviewed_at, reviewer, disposition, checks, note, reasons"
                         " FROM waiting_reviews WHERE generation_external_id = ? ORDER BY id")))
    , dropWaiting(
          database.prepare(QStringLiteral("DELETE FROM waiting_reviews WHERE generation_external_id = ?")))
    , saveDraft(database.prepare(QStringLiteral(
          "INSERT INTO review_drafts (generation_id, checks, note, changed_at) VALUES (?, ?, ?, ?)"
          " ON CONFLICT (generation_id) DO UPDATE SET checks = excluded.checks, note = excluded.note,"
          " changed_at = excluded.changed_at")))
    , dropDraft(database.prepare(QStringLiteral("DELETE FROM review_drafts WHERE generation_id = ?")))
    , answers(database.prepare(QStringLiteral(
          "SELECT EXISTS (SELECT 1 FROM reviews WHERE generation_id = ? AND checks <> '{}')"
          " OR EXISTS (SELECT 1 FROM review_drafts WHERE generation_id = ? AND checks <> '{}')")))
    , draft(database.prepare(QStringLiteral("SELECT checks, note FROM review_drafts"
                                            " WHERE generation_id = ?")))
{
}

/// What is reviewed.
struct Reviews::Target
{
    GenerationId id;
    QString status;
    std::optional<qint64> checklist;
    CountedIn place;
    bool hasReviewInForce = false;
    bool hasDraft = false;
};

Reviews::Reviews(const Database& database)
    : m_statements(std::make_unique<Statements>(database))
{
}

Reviews::~Reviews() = default;

Result<ReviewId> Reviews::add(const Review& review)
{
    if (!review.externalId.isEmpty()) {
        const auto known = m_statements->findExternal.firstInteger(review.externalId);
        if (!known)
            return known.error();
        if (*known)
            return ReviewId{**known};
    }
    const auto added = addNew(review);
    return added ? Result<ReviewId>(added->id) : added.error();
}

Result<AddedReview> Reviews::addNew(const Review& review)
{
    const auto target = targetOf(review);
    if (!target)
        return target.error();
    if (target->status != toText(GenerationStatus::Ok)) {
        return Error{ErrorKind::Invalid, review.externalId,
                     QStringLiteral("a generation that failed can't be reviewed")};
    }
    const auto id = insert(review, *target);
    if (!id)
        return id.error();
    const auto set = target->hasReviewInForce
                         ? m_statements->setInForce.run(target->id)
                         : m_statements->setFirstInForce.run(*id, toText(review.disposition), target->id);
    if (!set)
        return set.error();
    if (auto marked = m_statements->staleness.mark(target->place); !marked)
        return marked.error();
    if (target->hasDraft) {
        if (auto dropped = m_statements->dropDraft.run(target->id); !dropped)
            return dropped.error();
    }
    return AddedReview{*id, target->id};
}

Result<Reviews::Target> Reviews::targetOf(const Review& review) const
{
    const bool hasId = review.generation.isValid();
    Statement& find = hasId ? m_statements->targetById : m_statements->targetByExternalId;
    const auto ran = hasId ? find.run(review.generation) : find.run(review.generationExternalId);
    if (!ran)
        return ran.error();
    if (!find.next()) {
        const QString name = hasId ? QString::number(review.generation.value) : review.generationExternalId;
        return find.error().value_or(Error{ErrorKind::NotFound, name, QStringLiteral("no such generation")});
    }
    const Target target{GenerationId{find.integer(0)},
                        find.text(1),
                        find.optionalInteger(2),
                        {find.integer(3), find.text(4), find.optionalInteger(5)},
                        !find.isNull(6),
                        find.integer(7) != 0};
    find.finish();
    return target;
}

Result<ReviewId> Reviews::insert(const Review& review, const Target& target)
{
    const auto reviewer = m_statements->names.reviewer(review.reviewer);
    if (!reviewer)
        return reviewer.error();
    const QString externalId =
        review.externalId.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : review.externalId;
    const auto checks = toldApart(review.checks, target.checklist);
    if (!checks)
        return checks.error();
    const CheckCounts counts = countChecks(*checks);
    const auto id = m_statements->add.insert(
        externalId, target.id, target.checklist, review.reviewedAt, *reviewer, toText(review.disposition),
        checksToJson(*checks), counts.met, counts.missed, review.note, reasonsToJson(review.reasons));
    if (!id)
        return id.error();
    return ReviewId{*id};
}

/// A log has one word for what could not be told and what does not apply. What hangs on something missed does
/// not apply.
Result<Checks> Reviews::toldApart(const Checks& checks, std::optional<qint64> checklist) const
{
    const bool isUntold = std::ranges::find(checks, Answer::CantTell) != checks.end();
    if (!isUntold || !checklist)
        return checks;
    const auto constraints = m_statements->checklists.read(checklist);
    if (!constraints)
        return constraints.error();
    const Checks effective = effectiveChecks(*constraints, checks);
    Checks result = checks;
    for (auto check = result.begin(); check != result.end(); ++check) {
        if (*check == Answer::CantTell && effective.value(check.key(), *check) == Answer::NotApplicable)
            *check = Answer::NotApplicable;
    }
    return result;
}

Result<bool> Reviews::isKnown(const QString& externalId) const
{
    const auto known = m_statements->isKnown.firstInteger(externalId);
    if (!known)
        return known.error();
    return known->value_or(0) != 0;
}

Result<void> Reviews::addWaiting(const Review& review, const QString& line)
{
    return m_statements->addWaiting.run(review.externalId, review.generationExternalId, review.reviewedAt,
                                        review.reviewer, toText(review.disposition),
                                        checksToJson(review.checks), review.note,
                                        reasonsToJson(review.reasons), line);
}

Result<QList<Error>> Reviews::takeWaiting(const QString& generationExternalId, GenerationId id)
{
    if (auto ran = m_statements->waiting.run(generationExternalId); !ran)
        return ran.error();
    const auto waiting = m_statements->waiting.collect(readWaiting);
    if (!waiting)
        return waiting.error();
    QList<Error> refused;
    if (waiting->isEmpty())
        return refused;
    for (Review review : *waiting) {
        review.generation = id;
        const auto added = add(review);
        if (!added && added.error().kind != ErrorKind::Invalid)
            return added.error();
        if (!added)
            refused.append(added.error());
    }
    if (auto dropped = m_statements->dropWaiting.run(generationExternalId); !dropped)
        return dropped.error();
    return refused;
}

Result<void> Reviews::withdraw(ReviewId id, UtcTime at)
{
    const auto generation = m_statements->generationOf.firstInteger(id);
    if (!generation)
        return generation.error();
    if (!*generation)
        return Error{ErrorKind::NotFound, QString::number(id.value), QStringLiteral("no such review")};
    if (auto withdrawn = m_statements->withdraw.run(id, at); !withdrawn)
        return withdrawn;
    if (auto set = m_statements->setInForce.run(**generation); !set)
        return set;
    return m_statements->staleness.mark(GenerationId{**generation});
}

Result<QList<Review>> Reviews::ofGeneration(GenerationId id) const
{
    if (auto ran = m_statements->ofGeneration.run(id); !ran)
        return ran.error();
    return m_statements->ofGeneration.collect(readReview);
}

Result<std::optional<Review>> Reviews::inForce(GenerationId id) const
{
    const auto reviews = ofGeneration(id);
    if (!reviews)
        return reviews.error();
    for (auto it = reviews->crbegin(); it != reviews->crend(); ++it) {
        if (!it->withdrawn)
            return std::optional(*it);
    }
    return std::optional<Review>();
}

Result<bool> Reviews::hasAnswers(GenerationId id) const
{
    const auto found = m_statements->answers.firstInteger(id, id);
    if (!found)
        return found.error();
    return found->value_or(0) > 0;
}

Result<void> Reviews::saveDraft(GenerationId id, const ReviewDraft& draft, UtcTime at)
{
    if (draft.isEmpty())
        return m_statements->dropDraft.run(id);
    return m_statements->saveDraft.run(id, checksToJson(draft.checks), draft.note, at);
}

Result<ReviewDraft> Reviews::draft(GenerationId id) const
{
    Statement& read = m_statements->draft;
    if (auto ran = read.run(id); !ran)
        return ran.error();
    ReviewDraft draft;
    if (read.next())
        draft = {checksFromJson(read.text(0)), read.text(1)};
    read.finish();
    if (read.error())
        return *read.error();
    return draft;
}

} // namespace assay
