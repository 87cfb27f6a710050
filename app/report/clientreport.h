// SPDX-License-Identifier: GPL-3.0-or-later
// ClientReport: what one client was delivered in a period, the period before it, and the acceptance week by
// week: finished numbers, not yet words (clientreportwords.h) and not yet drawn (ui/report). Any thread with
// a connection of its own. No internal cost, no names of models.
#pragma once

#include "app/report/weeklyview.h"

#include <QDate>

namespace assay {

struct ClientReportRequest
{
    QString client; ///< empty: what belongs to no client
    QDate from;
    QDate to; ///< the last day that counts
    UtcTime now{};
};

/// The assets first accepted in a period.
struct DeliveredAssets
{
    qint64 count = 0;
    qint64 firstTime = 0; ///< accepted in cycle 1
    Estimate shipped{};   ///< share of them; without a value where nothing was delivered
    Estimate cycles{};    ///< mean cycle of acceptance
    std::optional<Milliseconds>
        firstUsable{}; ///< median time from prompt to acceptance, where both are known

    /// Whether a percentage may be named (METRICS.md section 1, judgeable).
    bool isEnough() const { return shipped.isJudgeable(); }
    bool operator==(const DeliveredAssets&) const = default;
};

struct ClientReport
{
    QString client{};
    QDate from{};
    QDate to{};
    QDate previousFrom{};
    QDate previousTo{};
    QDate madeOn{};
    DeliveredAssets assets{};
    DeliveredAssets previousAssets{};
    qint64 images = 0;
    qint64 reviewed = 0;
    Estimate acceptance{};           ///< of the weeks below together
    std::vector<JudgedWeek> weeks{}; ///< every week the period touches, as far as it has begun; gaps included
};

/// Invalid where `to` is before `from`, NotFound where the workspace has no such client.
Result<ClientReport> readClientReport(const Database& database, const ClientReportRequest& request);

/// The period of the same length before: as many months where it consists of whole months, else days.
std::pair<QDate, QDate> periodBefore(QDate from, QDate to);

} // namespace assay
