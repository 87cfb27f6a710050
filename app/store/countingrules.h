// SPDX-License-Identifier: GPL-3.0-or-later
// What beside the generations themselves decides how a week is counted. A plain value; reading works on any
// connection.
#pragma once

#include "app/base/result.h"
#include "app/domain/exchangerate.h"

#include <QSet>

namespace assay {

class Database;

struct CountingRules
{
    QSet<QString> spreadBatches{}; ///< have images in several weeks or clients
    ExchangeTable exchange{};
};

Result<CountingRules> readCountingRules(const Database& database);

} // namespace assay
