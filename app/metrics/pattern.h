// SPDX-License-Identifier: GPL-3.0-or-later
// The four patterns that tell what several metrics mean together (METRICS.md section 5), each one entry in
// one table: its words, the metric it is about, and its exact predicate. Pure functions, any thread; texts
// are English sources in the translation context "metrics".
#pragma once

#include "app/metrics/weeklyseries.h"

#include <array>
#include <vector>

namespace assay {

enum class Pattern { AdherenceFalls, AcceptanceFalls, TailSpikes, DriftClimbs };

inline constexpr int kPatternCount = static_cast<int>(Pattern::DriftClimbs) + 1;

struct PatternDefinition
{
    Pattern id;
    const char* textId; ///< the same in the CLI and in exports
    const char* title;
    const char* meaning;
    const char* action;
    MetricId metric; ///< whose alert it explains
};

/// In the order of Pattern.
const std::array<PatternDefinition, kPatternCount>& patternDefinitions();
const PatternDefinition& definition(Pattern pattern);

/// Those that hold in the week, in the order of Pattern. A week that is not of role Judged has none.
std::vector<Pattern> patternsOf(const JudgedWeek& week);

} // namespace assay
