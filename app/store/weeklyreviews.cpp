// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/weeklyreviews.h"

#include "app/store/database.h"
#include "app/store/metricnames.h"
#include "app/store/statement.h"

namespace assay {

namespace {

/// Bound with client, model and template.
QString isOfView()
{
    return QStringLiteral("client IS ? AND model IS ? AND template IS ?");
}

} // namespace

WeeklyReviews::WeeklyReviews(const Database& database)
    : m_database(database)
{
}

Result<qint64> WeeklyReviews::add(const WeeklyReview& review) const
{
    Statement insert = m_database.prepare(
        QStringLiteral("INSERT INTO weekly_reviews (week, client, model, template, owner, found, signed_at)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?)"));
    const auto id = insert.insert(review.week.name(), review.view.client, review.view.model,
                                  review.view.templateName, review.owner, review.found, review.signedAt);
    if (!id)
        return id;
    Statement decide = m_database.prepare(
        QStringLiteral("INSERT INTO weekly_review_decisions (weekly_review_id, metric, decision, note)"
                       " VALUES (?, ?, ?, ?)"));
    for (const DecidedAlert& decided : review.decisions) {
        if (auto added =
                decide.run(*id, metricTextId(decided.metric), toText(decided.decision), decided.note);
            !added)
            return added.error();
        if (auto removed = removeDraft(review.view, review.week, decided.metric); !removed)
            return removed.error();
    }
    return id;
}

Result<std::vector<WeeklyReview>> WeeklyReviews::ofView(const ViewFilter& view) const
{
    Statement read = m_database.prepare(
        QStringLiteral("SELECT id, week, owner, found, signed_at FROM weekly_reviews WHERE %1"
                       " ORDER BY week, id")
            .arg(isOfView()));
    if (auto ran = read.run(view.client, view.model, view.templateName); !ran)
        return ran.error();
    std::vector<WeeklyReview> reviews;
    while (read.next()) {
        const auto week = IsoWeek::fromName(read.text(1));
        if (!week) {
            Error error{ErrorKind::Damaged, read.text(1), QStringLiteral("no week")};
            read.finish();
            return error;
        }
        reviews.push_back({.id = read.integer(0),
                           .week = *week,
                           .view = view,
                           .owner = read.text(2),
                           .found = read.text(3),
                           .signedAt = read.time(4)});
    }
    if (read.error())
        return *read.error();
    for (WeeklyReview& review : reviews) {
        auto decisions = decisionsOf(review.id);
        if (!decisions)
            return decisions.error();
        review.decisions = *std::move(decisions);
    }
    return reviews;
}

/// What a later version decided about its own metrics is left out.
Result<std::vector<DecidedAlert>> WeeklyReviews::decisionsOf(qint64 review) const
{
    Statement read = m_database.prepare(
        QStringLiteral("SELECT metric, decision, note FROM weekly_review_decisions WHERE weekly_review_id = ?"
                       " ORDER BY metric"));
    if (auto ran = read.run(review); !ran)
        return ran.error();
    std::vector<DecidedAlert> decisions;
    while (read.next()) {
        const auto metric = metricOfTextId(read.text(0));
        const auto decision = alertDecisionFromText(read.text(1));
        if (metric && decision)
            decisions.push_back({*metric, *decision, read.text(2)});
    }
    if (read.error())
        return *read.error();
    return decisions;
}

Result<void> WeeklyReviews::add(const Acknowledgement& acknowledgement) const
{
    Statement insert = m_database.prepare(
        QStringLiteral("INSERT INTO alert_acknowledgements (client, model, template, metric, since_week,"
                       " deviation, acknowledged_by, acknowledged_at, note)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    const ViewFilter& view = acknowledgement.view;
    return insert.run(view.client, view.model, view.templateName, metricTextId(acknowledgement.metric),
                      acknowledgement.since.name(), acknowledgement.deviation, acknowledgement.by,
                      acknowledgement.at, acknowledgement.note);
}

Result<std::vector<Acknowledgement>> WeeklyReviews::acknowledgements(const ViewFilter& view) const
{
    Statement read = m_database.prepare(
        QStringLiteral("SELECT metric, since_week, deviation, acknowledged_by, acknowledged_at, note"
                       " FROM alert_acknowledgements WHERE %1 ORDER BY id")
            .arg(isOfView()));
    if (auto ran = read.run(view.client, view.model, view.templateName); !ran)
        return ran.error();
    std::vector<Acknowledgement> acknowledgements;
    while (read.next()) {
        const auto metric = metricOfTextId(read.text(0));
        const auto since = IsoWeek::fromName(read.text(1));
        if (metric && since)
            acknowledgements.push_back({.view = view,
                                        .metric = *metric,
                                        .since = *since,
                                        .deviation = read.optionalReal(2),
                                        .by = read.text(3),
                                        .at = read.time(4),
                                        .note = read.text(5)});
    }
    if (read.error())
        return *read.error();
    return acknowledgements;
}

Result<void> WeeklyReviews::putDraft(const ViewFilter& view, const DraftedDecision& draft) const
{
    if (auto removed = removeDraft(view, draft.week, draft.metric); !removed || draft.isEmpty())
        return removed;
    const auto decision = draft.decision ? std::optional(toText(*draft.decision)) : std::nullopt;
    Statement insert = m_database.prepare(
        QStringLiteral("INSERT INTO weekly_review_drafts (week, client, model, template, metric, decision,"
                       " note) VALUES (?, ?, ?, ?, ?, ?, ?)"));
    return insert.run(draft.week.name(), view.client, view.model, view.templateName,
                      metricTextId(draft.metric), decision, draft.note);
}

Result<void> WeeklyReviews::removeDraft(const ViewFilter& view, IsoWeek week, MetricId metric) const
{
    Statement remove = m_database.prepare(
        QStringLiteral("DELETE FROM weekly_review_drafts WHERE week = ? AND metric = ? AND %1")
            .arg(isOfView()));
    return remove.run(week.name(), metricTextId(metric), view.client, view.model, view.templateName);
}

/// What a later version drafted about its own metrics is left out.
Result<std::vector<DraftedDecision>> WeeklyReviews::drafts(const ViewFilter& view) const
{
    Statement read = m_database.prepare(
        QStringLiteral("SELECT week, metric, decision, note FROM weekly_review_drafts WHERE %1"
                       " ORDER BY week, metric")
            .arg(isOfView()));
    if (auto ran = read.run(view.client, view.model, view.templateName); !ran)
        return ran.error();
    std::vector<DraftedDecision> drafts;
    while (read.next()) {
        const auto week = IsoWeek::fromName(read.text(0));
        const auto metric = metricOfTextId(read.text(1));
        if (week && metric)
            drafts.push_back({*week, *metric, alertDecisionFromText(read.text(2)), read.text(3)});
    }
    if (read.error())
        return *read.error();
    return drafts;
}

} // namespace assay
