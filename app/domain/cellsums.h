// SPDX-License-Identifier: GPL-3.0-or-later
// From the observations of one client and one week to the row the roll-ups keep (METRICS.md sections 1 and
// 2). Pure function, any thread. Which generations belong to the week and which review is in force is the
// caller's part.
#pragma once

#include "app/base/money.h"
#include "app/domain/clustercounts.h"
#include "app/domain/constraint.h"
#include "app/domain/generation.h"
#include "app/domain/review.h"
#include "app/domain/weekrow.h"

#include <QSet>
#include <QString>

#include <optional>
#include <span>

namespace assay {

/// One generation as the metrics see it.
struct Observation
{
    AssetId asset{}; ///< 0: unknown
    QString batch{}; ///< names the batch within the client; empty: the image is a batch of its own
    GenerationStatus status = GenerationStatus::Ok;
    int attempt = 1;
    std::optional<Money> cost{};
    std::optional<Money> converted{};         ///< the cost by an exchange rate; nothing: it counts as it is
    std::optional<Disposition> disposition{}; ///< of the review in force; ignored unless status is Ok
    CheckCounts checks{};                     ///< of the review in force; ignored without a disposition
    std::optional<Milliseconds> latency{};    ///< this and the next are ignored unless status is Ok
    Scores scores{};
    std::optional<double> drift{};

    bool operator==(const Observation&) const = default;
};

/// Images of one asset are one cluster; without an asset their batch is, without a batch the image itself.
/// Give the observations in the order in which the generations came: a batch over two assets counts with the
/// one reviewed first. `spreadBatches` have images in other weeks too: the row keeps them by name.
WeekRow cellSums(IsoWeek week, std::span<const Observation> observations,
                 std::span<const CompletedAsset> completedAssets, const QSet<QString>& spreadBatches = {});

} // namespace assay
