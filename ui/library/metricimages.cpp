// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/metricimages.h"

namespace assay {

namespace {

void askFor(LibraryFilter* filter, LibraryReason reason, LibrarySort sort)
{
    filter->reasons = {reason};
    filter->sort = sort;
}

void askForAssets(LibraryFilter* filter)
{
    filter->weekOf = LibraryWeekOf::Acceptance;
    filter->sort = LibrarySort::MostCycles;
}

} // namespace

std::optional<LibraryFilter> imagesOf(const MetricWeek& shown)
{
    LibraryFilter filter{.fromWeek = shown.week,
                         .toWeek = shown.week,
                         .model = shown.view.model,
                         .templateName = shown.view.templateName,
                         .sort = LibrarySort::WorstFirst};
    if (shown.view.client)
        filter.clients = {*shown.view.client};
    switch (shown.metric) {
    case MetricId::GpuUtilisation:
        return std::nullopt;
    case MetricId::Adherence:
        filter.reasons = {LibraryReason::Missed};
        break;
    case MetricId::Acceptance:
    case MetricId::BatchAcceptance:
        filter.verdicts = {LibraryVerdict::Revised, LibraryVerdict::Rejected};
        break;
    case MetricId::RevisionDepth:
    case MetricId::ShippedFirstTime:
        askForAssets(&filter);
        filter.reasons = {LibraryReason::Reworked};
        break;
    case MetricId::TimeToFirstUsable:
        askForAssets(&filter);
        break;
    case MetricId::DriftMedian:
        askFor(&filter, LibraryReason::Drifted, LibrarySort::MostDrifted);
        break;
    case MetricId::ClipMedian:
        filter.sort = LibrarySort::LeastSimilar;
        break;
    case MetricId::AestheticMedian:
        filter.sort = LibrarySort::LeastAesthetic;
        break;
    case MetricId::CostPerAccepted:
        filter.sort = LibrarySort::Costliest;
        break;
    case MetricId::LatencyMedian:
    case MetricId::LatencyP95:
        askFor(&filter, LibraryReason::Slow, LibrarySort::Slowest);
        break;
    case MetricId::RetryRatio:
    case MetricId::TechnicalRetryRate:
        filter.reasons = {LibraryReason::Retried};
        break;
    case MetricId::FailureRate:
        filter.outcomes = {GenerationStatus::Error, GenerationStatus::Timeout,
                           GenerationStatus::ContentFilter};
        break;
    }
    return filter;
}

} // namespace assay
