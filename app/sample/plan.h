// SPDX-License-Identifier: GPL-3.0-or-later
// Plan: everything that happens in the sample, as values: what two made-up clients asked for in 16 weeks,
// what the models showed, what it cost, and what three reviewers said. Pure, and the same every week but for
// the dates. It draws and writes nothing.
//
// The story: Aldertea's model is changed on the Wednesday of week 8. For two weeks it serves few requests,
// then all of them, and acceptance and adherence fall. Birchline has an empty week 5, and from week 12 on
// some of its requests take very long while the median stays. Week 15 is the open one; its work ran in the
// night to Monday and most of it waits for a verdict.
#pragma once

#include "app/base/isoweek.h"
#include "app/domain/change.h"
#include "app/domain/generation.h"
#include "app/domain/gpusample.h"
#include "app/domain/review.h"
#include "app/sample/brief.h"
#include "app/sample/scenes.h"

#include <QList>
#include <QTimeZone>

namespace assay::sample {

inline constexpr int kWeeks = 16;
inline constexpr int kOpenWeek = 15;
inline constexpr int kChangeWeek = 8;
inline constexpr int kFullRollOutWeek = 11;
inline constexpr int kSlowFromWeek = 12;
inline constexpr int kEmptyWeek = 5;

/// One attempt: the generation as the log tells it, and what the picture shows.
struct Attempt
{
    Generation generation;
    Brief brief;
    Content shown;
    DrawSeeds seeds;
    quint64 modelSeed = 0; ///< the seed in the settings
    int week = 0;          ///< 0..15
    bool hasPicture = false;

    bool isOk() const { return generation.status == GenerationStatus::Ok; }
};

struct Plan
{
    QList<Attempt> attempts; ///< in the order they were planned
    QList<Review> reviews;
    QList<Change> changes;
    QList<GpuSample> gpuSamples;
};

struct PlanRequest
{
    UtcTime now{};
    QTimeZone zone; ///< of the workspace: its weeks begin there
    int pictures = 300;
    int pictureSide = 1024; ///< pixels, as the settings tell it
    quint64 seed = 5; ///< of all that is left to chance; with 5 nothing fires that the story does not tell
};

/// The open week is the one that `now` is in; before Monday 06:00 it is still the week before, since the
/// night's work would lie in the future.
Plan makePlan(const PlanRequest& request);

} // namespace assay::sample
