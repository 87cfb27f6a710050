// SPDX-License-Identifier: GPL-3.0-or-later
// Weeks of a studio with everything a chart can show: a change, a gap, an alert, weeks that are provisional,
// open or small. For tests only; deterministic.
#pragma once

#include "app/domain/cellsums.h"
#include "app/metrics/weeklyseries.h"

#include <vector>

namespace assay {

struct ExampleWeek
{
    int assets = 118;
    int checksPerAsset = 10;
    double adherence = 0.88;
    double acceptance = 0.63;
    double reviewed = 1; ///< share of the batches that have a review
};

inline WeekRow exampleRow(IsoWeek week, const ExampleWeek& wanted)
{
    std::vector<Observation> observations;
    std::vector<CompletedAsset> completed;
    int checks = 0;
    int met = 0;
    int accepted = 0;
    const int reviewedAssets = int(wanted.assets * wanted.reviewed);
    for (int asset = 1; asset <= wanted.assets; ++asset) {
        Observation image{.asset = {asset}, .batch = QStringLiteral("b%1").arg(asset)};
        image.cost = Money{40'000, QStringLiteral("USD")};
        if (asset <= reviewedAssets) {
            checks += wanted.checksPerAsset;
            const int metNow =
                std::min(wanted.checksPerAsset, int(std::lround(checks * wanted.adherence)) - met);
            met += metNow;
            image.checks = {metNow, wanted.checksPerAsset - metNow};
            const bool isAccepted = int(std::lround(asset * wanted.acceptance)) > accepted;
            accepted += isAccepted;
            image.disposition = isAccepted ? Disposition::Accepted : Disposition::Revised;
            if (isAccepted)
                completed.push_back({asset % 3 == 0 ? 2 : 1});
        }
        observations.push_back(image);
    }
    return cellSums(week, observations, completed);
}

inline WeekCalendar exampleCalendar()
{
    return WeekCalendar(QTimeZone("Europe/Berlin"));
}

/// 27 weeks up to 2026-W19: a gap in W52 and W01, a model change in W11, adherence firing from W16, W18
/// provisional, W19 open.
struct ExampleStudio
{
    std::vector<WeekRow> rows;
    std::vector<Change> changes;
    UtcTime now = *parseRfc3339(u"2026-05-07T12:02:00Z");

    ExampleStudio()
    {
        const double adherence[] = {.879, .884, .871, .880, .869, .887, 0,    0,    .872,
                                    .881, .875, .889, .878, .882, .868, .879, .883, .880,
                                    .892, .886, .876, .842, .820, .813, .824, .806};
        const double acceptance[] = {.631, .622, .618, .640, .629, .612, 0,    0,    .608,
                                     .629, .638, .625, .619, .632, .627, .615, .629, .634,
                                     .641, .634, .627, .646, .631, .621, .614, .650};
        IsoWeek week = *IsoWeek::fromName(u"2025-W46");
        for (int i = 0; i < 26; ++i, week = week.next()) {
            ExampleWeek wanted{.adherence = adherence[i], .acceptance = acceptance[i]};
            if (i == 24)
                wanted.reviewed = 0.71;
            if (i == 25)
                wanted = {.assets = 60, .adherence = .806, .acceptance = .65, .reviewed = 0.4};
            if (i == 5 || i == 21)
                wanted.assets = i == 5 ? 90 : 36;
            if (adherence[i] > 0)
                rows.push_back(exampleRow(week, wanted));
        }
        Change change;
        change.externalId = QStringLiteral("c1");
        change.at = *parseRfc3339(u"2026-03-12T09:00:00Z");
        change.kind = ChangeKind::Model;
        change.from = QStringLiteral("aurel-2");
        change.to = QStringLiteral("aurel-3");
        changes.push_back(change);
    }

    std::vector<JudgedWeek> judged() const { return judge(rows, changes, exampleCalendar(), now); }
};

} // namespace assay
