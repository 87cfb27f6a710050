// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metrics/pattern.h"

#include <algorithm>

namespace assay {

namespace {

constexpr std::array<PatternDefinition, kPatternCount> kPatterns{{
    {.id = Pattern::AdherenceFalls,
     .textId = "P1 adherence falls, acceptance holds",
     .title = QT_TRANSLATE_NOOP("metrics", "Adherence falls, acceptance holds"),
     .meaning =
         QT_TRANSLATE_NOOP("metrics", "Reviewers are quietly fixing or waving through what the model gets "
                                      "wrong; the cost hides in revision depth."),
     .action =
         QT_TRANSLATE_NOOP("metrics", "Fix the prompts: look at the constraints missed most, by template."),
     .metric = MetricId::Adherence},
    {.id = Pattern::AcceptanceFalls,
     .textId = "P2 acceptance falls and cost per accepted rises",
     .title = QT_TRANSLATE_NOOP("metrics", "Acceptance falls and cost per accepted rises"),
     .meaning = QT_TRANSLATE_NOOP("metrics", "The pipeline got worse, most often by a model update."),
     .action = QT_TRANSLATE_NOOP("metrics", "Compare before and after; roll back or re-tune."),
     .metric = MetricId::Acceptance},
    {.id = Pattern::TailSpikes,
     .textId = "P3 p95 spikes, median flat",
     .title = QT_TRANSLATE_NOOP("metrics", "p95 spikes, median flat"),
     .meaning = QT_TRANSLATE_NOOP("metrics", "Capacity or queueing, not the model."),
     .action = QT_TRANSLATE_NOOP("metrics", "Look at queue length, cold starts, one bad worker."),
     .metric = MetricId::LatencyP95},
    {.id = Pattern::DriftClimbs,
     .textId = "P4 drift climbs, the rest stable",
     .title = QT_TRANSLATE_NOOP("metrics", "Drift climbs, the rest stable"),
     .meaning = QT_TRANSLATE_NOOP("metrics", "Reference conditioning broke: reference, LoRA or adapter."),
     .action = QT_TRANSLATE_NOOP("metrics", "Check the reference set; spot checks will not show it."),
     .metric = MetricId::DriftMedian},
}};

/// What has to be stable beside a climbing drift.
constexpr std::array kSteady{MetricId::Adherence,       MetricId::Acceptance,    MetricId::RevisionDepth,
                             MetricId::CostPerAccepted, MetricId::LatencyMedian, MetricId::LatencyP95,
                             MetricId::RetryRatio,      MetricId::FailureRate};

class Predicates
{
public:
    explicit Predicates(const JudgedWeek& week)
        : m_week(week)
    {
    }

    bool isJudged(MetricId id) const { return judgement(id).has_value(); }
    bool isFiring(MetricId id) const
    {
        return isJudged(id) && m_week.metric(id).alert.state == AlertState::Firing;
    }
    /// The threshold is passed the bad way.
    bool hasMoved(MetricId id) const { return isJudged(id) && judgement(id)->hasMoved; }
    /// Not even a warning the bad way.
    bool isHolding(MetricId id) const { return isJudged(id) && !judgement(id)->isBad; }
    /// Not to be told from the baseline either way.
    bool isFlat(MetricId id) const { return isJudged(id) && judgement(id)->side == Side::Within; }

    bool holds(Pattern pattern) const;

private:
    const std::optional<Judgement>& judgement(MetricId id) const { return m_week.metric(id).judgement; }
    bool isTheRestSteady() const;

    const JudgedWeek& m_week;
};

bool Predicates::holds(Pattern pattern) const
{
    using enum MetricId;
    switch (pattern) {
    case Pattern::AdherenceFalls:
        return isFiring(Adherence) && isHolding(Acceptance);
    case Pattern::AcceptanceFalls:
        return (isFiring(Acceptance) && hasMoved(CostPerAccepted)) ||
               (isFiring(CostPerAccepted) && hasMoved(Acceptance));
    case Pattern::TailSpikes:
        return isFiring(LatencyP95) && isFlat(LatencyMedian);
    case Pattern::DriftClimbs:
        return isFiring(DriftMedian) && isHolding(Adherence) && isHolding(Acceptance) && isTheRestSteady();
    }
    Q_UNREACHABLE();
}

bool Predicates::isTheRestSteady() const
{
    return std::ranges::all_of(kSteady, [this](MetricId id) { return isHolding(id) || !isJudged(id); });
}

} // namespace

const std::array<PatternDefinition, kPatternCount>& patternDefinitions()
{
    return kPatterns;
}

const PatternDefinition& definition(Pattern pattern)
{
    return kPatterns[static_cast<size_t>(pattern)];
}

std::vector<Pattern> patternsOf(const JudgedWeek& week)
{
    const Predicates predicates(week);
    std::vector<Pattern> found;
    for (const PatternDefinition& pattern : kPatterns) {
        if (predicates.holds(pattern.id))
            found.push_back(pattern.id);
    }
    return found;
}

} // namespace assay
