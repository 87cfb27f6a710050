// SPDX-License-Identifier: GPL-3.0-or-later
// The weekly series of a view, judged: every week with its role, its epoch and, for every metric, value,
// interval, baseline, band, alert and what to draw (METRICS.md section 4). A pure function of rows, changes
// and now; any thread. It reads nothing, remembers nothing and makes no words.
#pragma once

#include "app/domain/change.h"
#include "app/domain/judgingrules.h"
#include "app/metrics/alert.h"
#include "app/metrics/baseline.h"

#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace assay {

/// A closed week is provisional until this share of its batches has a review, or this long after its end.
inline constexpr double kSettledCoverage = 0.8;
inline constexpr std::chrono::days kSettledAfter{14};

/// A week too small to be judged alone is pooled with preceding weeks; this many in all at most.
inline constexpr int kMostPooledWeeks = 4;

enum class WeekRole {
    Transition, ///< a change falls into it: shown, in no epoch
    Empty,      ///< a gap: no generation, no asset completed
    Open,       ///< not over yet
    Baseline,   ///< one of the first two weeks of its epoch
    Judged,
};

QString toText(WeekRole role); ///< "transition", "empty", "open", "baseline", "judged"

/// A metric's week in one word, for a card's mark and a chart's marker. The first that holds, in this order.
enum class Standing {
    NoData, ///< no value; `estimate.reason` tells why
    Transition,
    Open,
    Provisional, ///< reviews are outstanding: hollow, not judged
    Firing,
    Pending,
    Improved,  ///< outside the band on the good side
    Different, ///< outside the band of a metric without a bad direction
    InBand,
    BaselineForming, ///< the week belongs to the baseline, or the epoch has none yet
    NoBaseline,      ///< eight weeks of the epoch were not enough for one
    TooFew,          ///< not judgeable, alone or pooled
};

/// What the chart draws behind a week's value. Known for the whole epoch once its baseline is.
struct Backdrop
{
    double baseline = 0;
    bool isBaselineWeek = false;
    std::optional<Interval> band; ///< at z = 3, cut for a share; nothing where the week has no value

    bool operator==(const Backdrop&) const = default;
};

struct JudgedMetric
{
    Estimate estimate;                ///< of the week alone
    std::optional<Interval> interval; ///< of the week alone, 95 %
    std::optional<Baseline> baseline; ///< frozen by the end of this week
    std::optional<Judgement> judgement;
    Reason notJudged; ///< why a week of role Judged has no judgement
    Alert alert;      ///< after this week; held where the week is not judged
    /// The alert that was pending or firing when a change in this week ended the epoch before.
    std::optional<Alert> superseded;
    Standing standing = Standing::NoData;
    std::optional<Backdrop> backdrop;

    bool operator==(const JudgedMetric&) const = default;
};

struct JudgedWeek
{
    IsoWeek week{};
    UtcTime start{};
    UtcTime end{};
    WeekRole role = WeekRole::Empty;
    int epoch = 0;      ///< counts from 0
    int epochWeeks = 0; ///< closed, non-empty weeks of the epoch up to and with this one: "baseline 1 of 2"
    bool isProvisional = false; ///< also set for open weeks
    QStringList changes{};      ///< external ids of the changes in this week, by time
    WeekCounts counts;
    PerMetric<JudgedMetric> metrics{};

    const JudgedMetric& metric(MetricId id) const { return metrics[index(id)]; }
    bool operator==(const JudgedWeek&) const = default;
};

/// The changes that start an epoch in the view of a client, or in that of all clients (nothing): everybody's,
/// and the client's own. The others are annotations there.
std::vector<Change> changesOfView(std::span<const Change> changes, const std::optional<QString>& client);

/// All weeks from the first to the last row, that has an image or a completed asset, gaps included, oldest
/// first; empty without one. Rows more than a year after `now` (a clock was wrong) or of no week are left
/// out. Rows may come in any order; those of one week (several clients, and the fleet's) are added up.
/// `changes` are the view's, in any order.
std::vector<JudgedWeek> judge(std::span<const WeekRow> rows, std::span<const Change> changes,
                              const WeekCalendar& calendar, UtcTime now, const JudgingRules& rules = {});

} // namespace assay
