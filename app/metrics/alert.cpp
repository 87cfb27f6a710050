// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metrics/alert.h"

namespace assay {

namespace {

/// How strongly the week says "bad". Pools overlap, so a warning from one is no independent evidence.
Level badLevel(const Judgement& judgement)
{
    if (!judgement.isBad || (judgement.isPooled() && judgement.level == Level::Warning))
        return Level::InBand;
    return judgement.level;
}

AlertState nextState(AlertState before, const Judgement& judgement)
{
    const Level bad = badLevel(judgement);
    switch (before) {
    case AlertState::Inactive:
    case AlertState::Resolved:
        if (bad == Level::Alarm)
            return AlertState::Firing;
        return bad == Level::Warning ? AlertState::Pending : AlertState::Inactive;
    case AlertState::Pending:
        return bad == Level::InBand ? AlertState::Inactive : AlertState::Firing;
    case AlertState::Firing:
        return bad != Level::InBand || judgement.hasMoved ? AlertState::Firing : AlertState::Resolved;
    }
    Q_UNREACHABLE();
}

} // namespace

QString toText(AlertState state)
{
    switch (state) {
    case AlertState::Inactive:
        return QStringLiteral("inactive");
    case AlertState::Pending:
        return QStringLiteral("pending");
    case AlertState::Firing:
        return QStringLiteral("firing");
    case AlertState::Resolved:
        return QStringLiteral("resolved");
    }
    Q_UNREACHABLE();
}

Alert afterWeek(const Alert& before, const Judgement& judgement, IsoWeek week)
{
    const AlertState state = nextState(before.state, judgement);
    if (state == AlertState::Inactive)
        return {};
    return {.state = state, .since = state == before.state ? before.since : week};
}

} // namespace assay
