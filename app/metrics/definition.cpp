// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metrics/definition.h"

#include <QString>

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

using enum MetricGroup;

constexpr PerMetric<Definition> kDefinitions{{
    {.id = MetricId::Adherence,
     .textId = "adherence",
     .name = QT_TRANSLATE_NOOP("metrics", "Prompt adherence rate"),
     .shortName = QT_TRANSLATE_NOOP("metrics", "Adherence"),
     .formula = QT_TRANSLATE_NOOP("metrics", "checks met / (met + missed)"),
     .sentence = QT_TRANSLATE_NOOP(
         "metrics", "Of the checks that reviewers answered with met or missed, the share that was met. "
                    "Can't tell, not applicable and not checked are left out."),
     .counted = QT_TRANSLATE_NOOP("metrics", "checks"),
     .group = Quality,
     .unit = MetricUnit::Share,
     .kind = MetricKind::Rate,
     .bad = BadDirection::Down,
     .threshold = {0.05, 0.01},
     .settles = Settles::WithReviews},
    {.id = MetricId::Acceptance,
     .textId = "acceptance",
     .name = QT_TRANSLATE_NOOP("metrics", "Acceptance rate"),
     .shortName = QT_TRANSLATE_NOOP("metrics", "Acceptance"),
     .formula = QT_TRANSLATE_NOOP("metrics", "accepted / (accepted + revised + rejected)"),
     .sentence = QT_TRANSLATE_NOOP("metrics", "Of the images with a verdict, the share that was accepted."),
     .counted = QT_TRANSLATE_NOOP("metrics", "images"),
     .group = Quality,
     .unit = MetricUnit::Share,
     .kind = MetricKind::Rate,
     .bad = BadDirection::Down,
     .threshold = {0.10, 0.02},
     .settles = Settles::WithReviews},
    {.id = MetricId::RevisionDepth,
     .textId = "revision_depth",
     .name = QT_TRANSLATE_NOOP("metrics", "Revision depth"),
     .shortName = QT_TRANSLATE_NOOP("metrics", "Revision depth"),
     .formula = QT_TRANSLATE_NOOP("metrics", "mean cycle of acceptance, 1 is ideal"),
     .sentence = QT_TRANSLATE_NOOP(
         "metrics", "Over the assets accepted in the week, the mean of the cycle in which each was "
                    "accepted. 1 is ideal: nothing had to be sent back."),
     .counted = QT_TRANSLATE_NOOP("metrics", "assets"),
     .group = Quality,
     .unit = MetricUnit::Count,
     .kind = MetricKind::Mean,
     .bad = BadDirection::Up,
     .threshold = {0.15, 0.10},
     .settles = Settles::WithTheWeek},
    {.id = MetricId::ShippedFirstTime,
     .textId = "shipped_first_time",
     .name = QT_TRANSLATE_NOOP("metrics", "Shipped without rework"),
     .shortName = QT_TRANSLATE_NOOP("metrics", "Shipped w/o rework"),
     .formula = QT_TRANSLATE_NOOP("metrics", "assets accepted in cycle 1 / assets accepted"),
     .sentence = QT_TRANSLATE_NOOP(
         "metrics", "Of the assets accepted in the week, the share that was accepted in its first cycle."),
     .counted = QT_TRANSLATE_NOOP("metrics", "assets"),
     .group = Quality,
     .unit = MetricUnit::Share,
     .kind = MetricKind::Rate,
     .bad = BadDirection::Down,
     .threshold = {0.10, 0.02},
     .settles = Settles::WithTheWeek},
    {.id = MetricId::BatchAcceptance,
     .textId = "batch_acceptance",
     .name = QT_TRANSLATE_NOOP("metrics", "Batch acceptance"),
     .shortName = QT_TRANSLATE_NOOP("metrics", "Batch acceptance"),
     .formula = QT_TRANSLATE_NOOP("metrics", "batches with an accepted image / batches reviewed"),
     .sentence = QT_TRANSLATE_NOOP(
         "metrics", "Of the batches with at least one verdict, the share in which an image was accepted."),
     .counted = QT_TRANSLATE_NOOP("metrics", "batches"),
     .group = Quality,
     .unit = MetricUnit::Share,
     .kind = MetricKind::Rate,
     .bad = BadDirection::None,
     .threshold = {0.10, 0.02},
     .settles = Settles::WithReviews},
    {.id = MetricId::CostPerAccepted,
     .textId = "cost_per_accepted",
     .name = QT_TRANSLATE_NOOP("metrics", "Cost per accepted image"),
     .shortName = QT_TRANSLATE_NOOP("metrics", "Cost per accepted"),
     .formula = QT_TRANSLATE_NOOP("metrics", "all cost / accepted images"),
     .sentence = QT_TRANSLATE_NOOP(
         "metrics", "All cost of the week's attempts, with failed, retried, rejected and unreviewed "
                    "ones, divided by the images accepted."),
     .counted = QT_TRANSLATE_NOOP("metrics", "accepted images"),
     .group = Efficiency,
     .unit = MetricUnit::Money,
     .kind = MetricKind::Ratio,
     .bad = BadDirection::Up,
     .threshold = {0.15, 0.0},
     .settles = Settles::WithReviews},
    {.id = MetricId::RetryRatio,
     .textId = "retry_ratio",
     .name = QT_TRANSLATE_NOOP("metrics", "Retry ratio"),
     .shortName = QT_TRANSLATE_NOOP("metrics", "Retry ratio"),
     .formula = QT_TRANSLATE_NOOP("metrics", "attempts / accepted images"),
     .sentence = QT_TRANSLATE_NOOP(
         "metrics",
         "Generations attempted for each image accepted. 5 means paying five times for every usable image."),
     .counted = QT_TRANSLATE_NOOP("metrics", "accepted images"),
     .group = Efficiency,
     .unit = MetricUnit::Count,
     .kind = MetricKind::Ratio,
     .bad = BadDirection::Up,
     .threshold = {0.20, 0.0},
     .settles = Settles::WithReviews},
    {.id = MetricId::TechnicalRetryRate,
     .textId = "technical_retry_rate",
     .name = QT_TRANSLATE_NOOP("metrics", "Technical retries"),
     .shortName = QT_TRANSLATE_NOOP("metrics", "Technical retries"),
     .formula = QT_TRANSLATE_NOOP("metrics", "attempts after the first / attempts"),
     .sentence = QT_TRANSLATE_NOOP("metrics",
                                   "Of all attempts, the share that was an automatic retry of a failed one."),
     .counted = QT_TRANSLATE_NOOP("metrics", "attempts"),
     .group = Process,
     .unit = MetricUnit::Share,
     .kind = MetricKind::Rate,
     .bad = BadDirection::Up,
     .threshold = {0.50, 0.02},
     .settles = Settles::WithTheWeek},
    {.id = MetricId::FailureRate,
     .textId = "failure_rate",
     .name = QT_TRANSLATE_NOOP("metrics", "Failure rate"),
     .shortName = QT_TRANSLATE_NOOP("metrics", "Failure rate"),
     .formula = QT_TRANSLATE_NOOP("metrics", "failed attempts / attempts"),
     .sentence = QT_TRANSLATE_NOOP(
         "metrics",
         "Of all attempts, the share that ended without an image: error, timeout or content filter."),
     .counted = QT_TRANSLATE_NOOP("metrics", "attempts"),
     .group = Process,
     .unit = MetricUnit::Share,
     .kind = MetricKind::Rate,
     .bad = BadDirection::Up,
     .threshold = {0.50, 0.01},
     .settles = Settles::WithTheWeek},
}};

} // namespace

double Threshold::need(double baseline) const
{
    return std::max(percent * std::abs(baseline), floor);
}

const PerMetric<Definition>& definitions()
{
    return kDefinitions;
}

const Definition& definition(MetricId id)
{
    return kDefinitions[index(id)];
}

std::optional<MetricId> metricFromTextId(QStringView textId)
{
    const auto found = std::ranges::find_if(
        kDefinitions, [textId](const Definition& metric) { return textId == QLatin1String(metric.textId); });
    if (found == kDefinitions.end())
        return std::nullopt;
    return found->id;
}

} // namespace assay
