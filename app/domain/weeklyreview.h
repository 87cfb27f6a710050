// SPDX-License-Identifier: GPL-3.0-or-later
// The weekly cadence: what the owner of a view found in a week's numbers and decided about each alert,
// signed; what is decided before that; acknowledgements of alerts in between (METRICS.md sections 1 and 4).
// Plain values; but for what is not signed yet they are only ever added.
#pragma once

#include "app/base/isoweek.h"
#include "app/domain/metricid.h"
#include "app/domain/viewfilter.h"

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace assay {

enum class AlertDecision { FlagRaised, Explained, Ignored };

QString toText(AlertDecision decision); ///< "flag_raised", "explained", "ignored"
std::optional<AlertDecision> alertDecisionFromText(QStringView text);

struct DecidedAlert
{
    MetricId metric = MetricId::Adherence;
    AlertDecision decision = AlertDecision::FlagRaised;
    QString note{};

    bool operator==(const DecidedAlert&) const = default;
};

/// Of a review that is not signed yet.
struct DraftedDecision
{
    IsoWeek week{};
    MetricId metric = MetricId::Adherence;
    std::optional<AlertDecision> decision{}; ///< nothing: a note alone so far
    QString note{};

    bool isEmpty() const { return !decision && note.isEmpty(); }
    bool operator==(const DraftedDecision&) const = default;
};

struct WeeklyReview
{
    qint64 id = 0; ///< 0 until it is stored
    IsoWeek week{};
    ViewFilter view{};
    QString owner{};
    QString found{};
    std::vector<DecidedAlert> decisions{};
    UtcTime signedAt{};

    bool operator==(const WeeklyReview&) const = default;
};

/// "I have seen it." Holds for the alert that fires since that week, until its deviation has doubled.
struct Acknowledgement
{
    ViewFilter view{};
    MetricId metric = MetricId::Adherence;
    IsoWeek since{};
    std::optional<double> deviation{}; ///< of the alert when it was acknowledged
    QString by{};
    UtcTime at{};
    QString note{};

    bool operator==(const Acknowledgement&) const = default;
};

/// Whether an alert that deviates so now has outgrown what was acknowledged.
bool asksAgain(const Acknowledgement& acknowledgement, std::optional<double> deviation);

} // namespace assay
