// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/weekoutput.h"

#include "app/base/money.h"
#include "app/cli/alertlines.h"
#include "app/cli/command.h"
#include "app/report/figures.h"
#include "app/store/database.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace assay {

namespace {

QString decisionText(const DecidedAlert& decided)
{
    const QString text =
        Cli::tr("%1: %2").arg(metricName(definition(decided.metric)), toText(decided.decision));
    return decided.note.isEmpty() ? text : text + QStringLiteral(", ") + decided.note;
}

QStringList signedLines(const WeeklyReview& review)
{
    QStringList lines{Cli::tr("Signed by %1 on %2. %3")
                          .arg(review.owner, toRfc3339(review.signedAt), review.found)
                          .trimmed()};
    for (const DecidedAlert& decided : review.decisions)
        lines += QStringLiteral("  ") + decisionText(decided);
    return lines;
}

QJsonObject signedJson(const WeeklyReview& review)
{
    QJsonArray decisions;
    for (const DecidedAlert& decided : review.decisions)
        decisions.append(
            QJsonObject{{QStringLiteral("metric"), QLatin1String(definition(decided.metric).textId)},
                        {QStringLiteral("decision"), toText(decided.decision)},
                        {QStringLiteral("note"), decided.note}});
    return {{QStringLiteral("week"), review.week.name()},
            {QStringLiteral("owner"), review.owner},
            {QStringLiteral("found"), review.found},
            {QStringLiteral("decisions"), decisions},
            {QStringLiteral("signed_at"), toRfc3339(review.signedAt)}};
}

QJsonObject alertJson(const FiringAlert& alert, const Acknowledgement* acknowledgement)
{
    const auto deviation = alert.deviation();
    QJsonObject json{{QStringLiteral("metric"), QLatin1String(definition(alert.metric).textId)},
                     {QStringLiteral("since"), alert.since.name()},
                     {QStringLiteral("deviation"), deviation ? QJsonValue(*deviation) : QJsonValue()},
                     {QStringLiteral("pooled"), alert.judged->metric(alert.metric).judgement->weeks},
                     {QStringLiteral("acknowledged"), QJsonValue()}};
    if (acknowledgement != nullptr)
        json.insert(QStringLiteral("acknowledged"),
                    QJsonObject{{QStringLiteral("by"), acknowledgement->by},
                                {QStringLiteral("at"), toRfc3339(acknowledgement->at)},
                                {QStringLiteral("note"), acknowledgement->note}});
    return json;
}

QJsonObject failuresJson(const FailuresByKind& failures)
{
    return {{QStringLiteral("error"), failures.error},
            {QStringLiteral("timeout"), failures.timeout},
            {QStringLiteral("content_filter"), failures.contentFilter}};
}

QStringList besideLines(const JudgedWeek& week, const KnownWeek& known)
{
    QStringList spent;
    for (const auto& [currency, micro] : week.counts.cost)
        spent += microToString(micro) + u' ' + currency;
    QStringList lines;
    if (!spent.isEmpty())
        lines += Cli::tr("Spent: %1.").arg(spent.join(QStringLiteral(", ")));
    if (week.counts.isConverted() && week.counts.spent.size() == 1)
        lines += Cli::tr("By the exchange rates of the workspace: %1 %2.")
                     .arg(microToString(week.counts.spent.begin()->second), week.counts.spent.begin()->first);
    lines += Cli::tr("Failed: %1 errors, %2 timeouts, %3 by the content filter.")
                 .arg(countText(known.failures.error), countText(known.failures.timeout),
                      countText(known.failures.contentFilter));
    lines += Cli::tr("Open assets today: %1, of these %2 without anything for 14 days.")
                 .arg(countText(known.assets.open), countText(known.assets.abandoned));
    return lines;
}

std::vector<MetricId> pendingMetrics(const JudgedWeek& week)
{
    std::vector<MetricId> metrics = metricsToDecide(week);
    std::erase_if(
        metrics, [&week](MetricId metric) { return week.metric(metric).alert.state != AlertState::Pending; });
    return metrics;
}

QString pendingLine(const JudgedWeek& week, MetricId metric)
{
    return Cli::tr("%1 pending since %2: one more week like this makes it an alert.")
        .arg(metricName(definition(metric)), week.metric(metric).alert.since->name());
}

} // namespace

Result<KnownWeek> readKnown(const Database& database, const ViewOptions& options, IsoWeek week)
{
    auto reviews = WeeklyReviews(database).ofView(options.filter);
    if (!reviews)
        return reviews.error();
    auto acknowledgements = WeeklyReviews(database).acknowledgements(options.filter);
    if (!acknowledgements)
        return acknowledgements.error();
    const auto failures = readFailures(database, options.filter, week);
    if (!failures)
        return failures.error();
    const auto assets = readOpenAssets(database, options.filter.client, options.now);
    if (!assets)
        return assets.error();
    std::erase_if(*reviews, [week](const WeeklyReview& review) { return review.week != week; });
    return KnownWeek{*std::move(reviews), *std::move(acknowledgements), *failures, *assets};
}

QString weekJson(std::span<const JudgedWeek> weeks, const KnownWeek& known)
{
    QJsonArray alerts;
    for (const FiringAlert& alert : firingAlerts(weeks))
        alerts.append(alertJson(alert, acknowledgementOf(alert, known.acknowledgements)));
    QJsonArray pending;
    for (const MetricId metric : pendingMetrics(weeks.back()))
        pending.append(QLatin1String(definition(metric).textId));
    QJsonArray reviews;
    for (const WeeklyReview& review : known.reviews)
        reviews.append(signedJson(review));
    const QJsonObject json{{QStringLiteral("week"), weeks.back().week.name()},
                           {QStringLiteral("provisional"), weeks.back().isProvisional},
                           {QStringLiteral("failures"), failuresJson(known.failures)},
                           {QStringLiteral("open_assets"), known.assets.open},
                           {QStringLiteral("abandoned_assets"), known.assets.abandoned},
                           {QStringLiteral("alerts"), alerts},
                           {QStringLiteral("pending"), pending},
                           {QStringLiteral("patterns"), QJsonArray::fromStringList(patternLines(weeks))},
                           {QStringLiteral("signed"), reviews}};
    return QString::fromUtf8(QJsonDocument(json).toJson()).trimmed();
}

QString weekText(std::span<const JudgedWeek> weeks, const ViewFilter& view, const KnownWeek& known)
{
    QStringList lines{QStringLiteral("%1, %2").arg(weeks.back().week.name(), viewName(view))};
    if (weeks.back().isProvisional)
        lines += Cli::tr("Provisional: reviews are outstanding.");
    lines += besideLines(weeks.back(), known);
    const std::vector<FiringAlert> alerts = firingAlerts(weeks);
    if (alerts.empty())
        lines += Cli::tr("No alert fires.");
    for (const FiringAlert& alert : alerts)
        lines += alertLine(alert, acknowledgementOf(alert, known.acknowledgements));
    for (const MetricId metric : pendingMetrics(weeks.back()))
        lines += pendingLine(weeks.back(), metric);
    lines += patternLines(weeks);
    if (known.reviews.empty())
        lines += Cli::tr("Not signed.");
    for (const WeeklyReview& review : known.reviews)
        lines += signedLines(review);
    return lines.join(u'\n');
}

} // namespace assay
