// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody's word that a new model and template of a client is no change. Plain value.
#pragma once

#include "app/base/clock.h"

#include <QString>

namespace assay {

struct ProposalDismissal
{
    QString client{};
    QString model{};        ///< empty: unknown
    QString templateName{}; ///< empty: none
    UtcTime at{};
    QString by{};
    QString note{};

    bool operator==(const ProposalDismissal&) const = default;
};

} // namespace assay
