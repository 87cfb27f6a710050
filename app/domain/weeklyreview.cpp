// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/weeklyreview.h"

#include <cmath>

namespace assay {

QString toText(AlertDecision decision)
{
    switch (decision) {
    case AlertDecision::FlagRaised:
        return QStringLiteral("flag_raised");
    case AlertDecision::Explained:
        return QStringLiteral("explained");
    case AlertDecision::Ignored:
        return QStringLiteral("ignored");
    }
    Q_UNREACHABLE();
}

std::optional<AlertDecision> alertDecisionFromText(QStringView text)
{
    for (const AlertDecision decision :
         {AlertDecision::FlagRaised, AlertDecision::Explained, AlertDecision::Ignored}) {
        if (text == toText(decision))
            return decision;
    }
    return std::nullopt;
}

bool asksAgain(const Acknowledgement& acknowledgement, std::optional<double> deviation)
{
    if (!acknowledgement.deviation || !deviation)
        return false;
    return std::abs(*deviation) >= 2 * std::abs(*acknowledgement.deviation);
}

} // namespace assay
