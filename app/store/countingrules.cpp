// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/countingrules.h"

#include "app/store/exchangerates.h"
#include "app/store/spreadnames.h"

namespace assay {

Result<CountingRules> readCountingRules(const Database& database)
{
    auto spread = SpreadNames(database).all();
    if (!spread)
        return spread.error();
    auto exchange = ExchangeRates(database).table();
    if (!exchange)
        return exchange.error();
    return CountingRules{*std::move(spread), *std::move(exchange)};
}

} // namespace assay
