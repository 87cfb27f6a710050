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
    {.id = MetricId::DriftMedian,
     .textId = "drift_p50",
     .name = QT_TRANSLATE_NOOP("metrics", "Consistency drift"),
     .shortName = QT_TRANSLATE_NOOP("metrics", "Consistency drift"),
     .formula = QT_TRANSLATE_NOOP("metrics", "median distance to the reference set"),
     .sentence = QT_TRANSLATE_NOOP(
         "metrics",
         "The median embedding distance to the reference set over the images that have one. 0 is the same."),
     .counted = QT_TRANSLATE_NOOP("metrics", "images"),
     .group = Quality,
     .unit = MetricUnit::Score,
     .kind = MetricKind::Quantile,
     .bad = BadDirection::Up,
     .threshold = {0.15, 0.0},
     .settles = Settles::WithTheWeek,
     .samples = SampleKind::Drift,
     .quantile = 0.5},
    {.id = MetricId::ClipMedian,
     .textId = "clip_p50",
     .name = QT_TRANSLATE_NOOP("metrics", "CLIP similarity"),
     .shortName = QT_TRANSLATE_NOOP("metrics", "CLIP similarity"),
     .formula = QT_TRANSLATE_NOOP("metrics", "median CLIP similarity"),
     .sentence =
         QT_TRANSLATE_NOOP("metrics", "The median similarity of prompt and image over the images that have a "
                                      "score. A smoke alarm: it may fire, but decides nothing."),
     .counted = QT_TRANSLATE_NOOP("metrics", "images"),
     .group = Quality,
     .unit = MetricUnit::Score,
     .kind = MetricKind::Quantile,
     .bad = BadDirection::Down,
     .threshold = {0.10, 0.0},
     .settles = Settles::WithTheWeek,
     .samples = SampleKind::Clip,
     .quantile = 0.5},
    {.id = MetricId::AestheticMedian,
     .textId = "aesthetic_p50",
     .name = QT_TRANSLATE_NOOP("metrics", "Aesthetic score"),
     .shortName = QT_TRANSLATE_NOOP("metrics", "Aesthetic score"),
     .formula = QT_TRANSLATE_NOOP("metrics", "median aesthetic score"),
     .sentence = QT_TRANSLATE_NOOP("metrics", "The median aesthetic score over the images that have one. A "
                                              "smoke alarm: it may fire, but decides nothing."),
     .counted = QT_TRANSLATE_NOOP("metrics", "images"),
     .group = Quality,
     .unit = MetricUnit::Score,
     .kind = MetricKind::Quantile,
     .bad = BadDirection::Down,
     .threshold = {0.10, 0.0},
     .settles = Settles::WithTheWeek,
     .samples = SampleKind::Aesthetic,
     .quantile = 0.5},
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
    {.id = MetricId::LatencyMedian,
     .textId = "latency_p50",
     .name = QT_TRANSLATE_NOOP("metrics", "Latency per image, median"),
     .shortName = QT_TRANSLATE_NOOP("metrics", "Latency, median"),
     .formula = QT_TRANSLATE_NOOP("metrics", "median time from request to image"),
     .sentence = QT_TRANSLATE_NOOP(
         "metrics", "The time from request to image that half of the images made did not exceed."),
     .counted = QT_TRANSLATE_NOOP("metrics", "images"),
     .group = Efficiency,
     .unit = MetricUnit::Milliseconds,
     .kind = MetricKind::Quantile,
     .bad = BadDirection::Up,
     .threshold = {0.20, 50},
     .settles = Settles::WithTheWeek,
     .samples = SampleKind::Latency,
     .quantile = 0.5},
    {.id = MetricId::LatencyP95,
     .textId = "latency_p95",
     .name = QT_TRANSLATE_NOOP("metrics", "Latency per image, p95"),
     .shortName = QT_TRANSLATE_NOOP("metrics", "Latency, p95"),
     .formula = QT_TRANSLATE_NOOP("metrics", "95 % of the images came within"),
     .sentence = QT_TRANSLATE_NOOP(
         "metrics", "The time from request to image that 95 of 100 images made did not exceed."),
     .counted = QT_TRANSLATE_NOOP("metrics", "images"),
     .group = Efficiency,
     .unit = MetricUnit::Milliseconds,
     .kind = MetricKind::Quantile,
     .bad = BadDirection::Up,
     .threshold = {0.30, 100},
     .settles = Settles::WithTheWeek,
     .samples = SampleKind::Latency,
     .quantile = 0.95},
    {.id = MetricId::GpuUtilisation,
     .textId = "gpu_utilisation",
     .name = QT_TRANSLATE_NOOP("metrics", "GPU utilisation"),
     .shortName = QT_TRANSLATE_NOOP("metrics", "GPU utilisation"),
     .formula = QT_TRANSLATE_NOOP("metrics", "busy time / sampled time, whole fleet"),
     .sentence = QT_TRANSLATE_NOOP(
         "metrics",
         "Of the time that samples cover, the share in which the GPUs of the whole fleet were busy."),
     .counted = QT_TRANSLATE_NOOP("metrics", "days"),
     .group = Efficiency,
     .unit = MetricUnit::Share,
     .kind = MetricKind::TimeShare,
     .bad = BadDirection::None,
     .threshold = {0.20, 0.05},
     .settles = Settles::WithTheWeek},
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
    {.id = MetricId::TimeToFirstUsable,
     .textId = "ttfu_p50",
     .name = QT_TRANSLATE_NOOP("metrics", "Time to first usable asset"),
     .shortName = QT_TRANSLATE_NOOP("metrics", "Time to first usable"),
     .formula = QT_TRANSLATE_NOOP("metrics", "median of first acceptance - prompt written"),
     .sentence =
         QT_TRANSLATE_NOOP("metrics", "Over the assets accepted in the week, the median of the time from the "
                                      "first writing of the prompt to the first acceptance."),
     .counted = QT_TRANSLATE_NOOP("metrics", "assets"),
     .group = Process,
     .unit = MetricUnit::Milliseconds,
     .kind = MetricKind::Quantile,
     .bad = BadDirection::Up,
     .threshold = {0.25, 60'000},
     .settles = Settles::WithTheWeek,
     .samples = SampleKind::TimeToFirstUsable,
     .quantile = 0.5},
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
