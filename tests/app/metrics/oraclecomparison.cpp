// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/metrics/oraclecomparison.h"

#include "app/metrics/pattern.h"

#include <QJsonArray>

#include <cmath>

namespace assay::test {

namespace {

bool isNear(double left, double right)
{
    return left == right ||
           std::abs(left - right) <= 1e-9 * std::max(std::abs(left), std::abs(right)) + 1e-15;
}

QString shown(std::optional<double> value)
{
    return value ? QString::number(*value, 'g', 17) : QStringLiteral("none");
}

class Comparison
{
public:
    explicit Comparison(QString place)
        : m_place(std::move(place))
    {
    }

    void sameText(const char* what, const QString& ours, const QString& theirs)
    {
        if (ours != theirs)
            note(what, ours, theirs);
    }
    void sameNumber(const char* what, qint64 ours, const QJsonValue& theirs)
    {
        if (ours != theirs.toInteger(-1))
            note(what, QString::number(ours), QString::number(theirs.toInteger(-1)));
    }
    void sameFlag(const char* what, bool ours, const QJsonValue& theirs)
    {
        if (!theirs.isBool() || ours != theirs.toBool())
            note(what, ours ? QStringLiteral("true") : QStringLiteral("false"),
                 theirs.toVariant().toString());
    }
    void near(const char* what, std::optional<double> ours, const QJsonValue& theirs)
    {
        const std::optional<double> value =
            theirs.isDouble() ? std::optional(theirs.toDouble()) : std::nullopt;
        if (ours.has_value() != value.has_value() || (ours && !isNear(*ours, *value)))
            note(what, shown(ours), shown(value));
    }
    void near(const char* what, const Interval& ours, const QJsonArray& theirs)
    {
        const auto end = [](double value) { return std::isinf(value) ? std::nullopt : std::optional(value); };
        near(what, end(ours.low), theirs.at(0));
        near(what, end(ours.high), theirs.at(1));
    }

    const QStringList& found() const { return m_found; }

private:
    void note(const char* what, const QString& ours, const QString& theirs)
    {
        m_found += QStringLiteral("%1: %2 is %3, not %4").arg(m_place, QLatin1String(what), ours, theirs);
    }

    QString m_place;
    QStringList m_found;
};

QJsonValue at(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key));
}

QStringList compareCounts(const JudgedWeek& week, const QJsonObject& theirs)
{
    Comparison comparison(week.week.name());
    const WeekCounts& counts = week.counts;
    comparison.sameNumber("generations", counts.generations, at(theirs, "generations"));
    comparison.sameNumber("ok", counts.ok, at(theirs, "ok"));
    comparison.sameNumber("failed", counts.failed, at(theirs, "failed"));
    comparison.sameNumber("retries", counts.retries, at(theirs, "retries"));
    comparison.sameNumber("reviewed", counts.reviewed, at(theirs, "reviewed"));
    comparison.sameNumber("accepted", counts.accepted, at(theirs, "accepted"));
    comparison.sameNumber("checks met", counts.checksMet, at(theirs, "checks_ok"));
    comparison.sameNumber("checks", counts.checks, at(theirs, "checks"));
    comparison.sameNumber("assets completed", counts.assetsCompleted, at(theirs, "assets_completed"));
    comparison.sameNumber("batches ok", counts.batchesOk, at(theirs, "batches_ok"));
    comparison.sameNumber("batches reviewed", counts.batchesReviewed, at(theirs, "batches_reviewed"));
    const QJsonObject cost = at(theirs, "cost_micro").toObject();
    comparison.sameNumber("currencies", qint64(counts.cost.size()), QJsonValue(cost.size()));
    for (const auto& [currency, micro] : counts.cost)
        comparison.sameNumber("cost", micro, cost.value(currency));
    return comparison.found();
}

void compareJudgement(Comparison& comparison, const JudgedMetric& metric, const QJsonObject& theirs)
{
    comparison.sameText("state", toText(metric.alert.state), at(theirs, "state").toString());
    comparison.near("baseline", metric.baseline ? metric.baseline->estimate.value : std::nullopt,
                    at(theirs, "baseline"));
    if (!metric.judgement) {
        comparison.sameFlag("no level", true, QJsonValue(at(theirs, "level").isNull()));
        comparison.sameText("why not judged", toText(metric.notJudged), at(theirs, "not_judged").toString());
        return;
    }
    const Judgement& judgement = *metric.judgement;
    comparison.sameNumber("level", qint64(judgement.level), at(theirs, "level"));
    comparison.sameNumber("pooled", judgement.weeks, at(theirs, "pooled"));
    comparison.sameFlag("bad", judgement.isBad, at(theirs, "bad"));
    comparison.sameFlag("moved", judgement.hasMoved, at(theirs, "moved"));
    const int side = judgement.side == Side::Within ? 0 : judgement.side == Side::Below ? -1 : 1;
    comparison.sameFlag("side is equal", side == at(theirs, "side").toInt(9), QJsonValue(true));
    comparison.near("judged value", judgement.estimate.value, at(theirs, "judged_value"));
    comparison.near("deviation", judgement.deviation, at(theirs, "deviation"));
    comparison.near("band", judgement.band, at(theirs, "band").toArray());
}

QStringList compareMetric(const JudgedWeek& week, MetricId id, const QJsonObject& theirs)
{
    const JudgedMetric& metric = week.metric(id);
    Comparison comparison(week.week.name() % u' ' % QLatin1String(definition(id).textId));
    comparison.near("value", metric.estimate.value, at(theirs, "value"));
    comparison.sameNumber("n", metric.estimate.n, at(theirs, "n"));
    comparison.sameNumber("clusters", metric.estimate.clusters, at(theirs, "clusters"));
    comparison.sameText("why", toText(metric.estimate.reason), at(theirs, "why").toString());
    if (metric.interval)
        comparison.near("interval", *metric.interval, at(theirs, "interval").toArray());
    if (metric.estimate.isJudgeable())
        comparison.sameFlag("has an interval", metric.interval.has_value(), QJsonValue(true));
    if (week.role == WeekRole::Judged)
        compareJudgement(comparison, metric, theirs);
    else
        comparison.sameFlag("judged outside a judged week", metric.judgement.has_value(), QJsonValue(false));
    return comparison.found();
}

QStringList compareWeek(const JudgedWeek& week, const QJsonObject& theirs)
{
    Comparison comparison(week.week.name());
    comparison.sameText("week", week.week.name(), at(theirs, "week").toString());
    comparison.sameText("role", toText(week.role), at(theirs, "role").toString());
    comparison.sameNumber("epoch", week.epoch, at(theirs, "epoch"));
    comparison.sameFlag("provisional", week.isProvisional, at(theirs, "provisional"));
    comparison.sameText("changes", week.changes.join(u' '),
                        at(theirs, "changes").toVariant().toStringList().join(u' '));
    QStringList patterns;
    for (const Pattern pattern : patternsOf(week))
        patterns += QString::fromLatin1(definition(pattern).textId);
    comparison.sameText("patterns", patterns.join(u';'),
                        at(theirs, "patterns").toVariant().toStringList().join(u';'));
    QStringList found = comparison.found() + compareCounts(week, at(theirs, "counts").toObject());
    const QJsonObject metrics = at(theirs, "metrics").toObject();
    for (const Definition& metric : definitions())
        found += compareMetric(week, metric.id, metrics.value(QLatin1String(metric.textId)).toObject());
    return found;
}

QStringList compareSides(const Definition& definition, const ComparedMetric& ours, const QJsonObject& theirs)
{
    Comparison comparison(QStringLiteral("before/after ") + QLatin1String(definition.textId));
    comparison.near("before", ours.before.value, at(theirs, "before"));
    comparison.near("after", ours.after.value, at(theirs, "after"));
    comparison.sameText("verdict", toText(ours.verdict), at(theirs, "verdict").toString());
    comparison.near("difference", ours.difference, at(theirs, "diff"));
    comparison.near("percent", ours.percent, at(theirs, "change"));
    comparison.near("p", ours.p, at(theirs, "p"));
    comparison.sameFlag("has an interval", ours.interval.has_value(), QJsonValue(theirs.contains(u"ci")));
    if (ours.interval)
        comparison.near("interval", *ours.interval, at(theirs, "ci").toArray());
    return comparison.found();
}

} // namespace

QStringList differences(const PerMetric<ComparedMetric>& ours, const QJsonObject& theirs)
{
    QStringList found;
    for (const Definition& metric : definitions())
        found += compareSides(metric, ours[index(metric.id)],
                              theirs.value(QLatin1String(metric.textId)).toObject());
    return found;
}

QStringList differences(const std::vector<JudgedWeek>& weeks, const QJsonObject& view)
{
    const QJsonArray theirs = at(view, "weeks").toArray();
    if (qsizetype(weeks.size()) != theirs.size())
        return {QStringLiteral("%1 weeks, not %2").arg(weeks.size()).arg(theirs.size())};
    QStringList found;
    for (size_t i = 0; i < weeks.size(); ++i)
        found += compareWeek(weeks[i], theirs.at(qsizetype(i)).toObject());
    return found;
}

} // namespace assay::test
