// SPDX-License-Identifier: GPL-3.0-or-later
// The words that people write over the columns of their tables, English and German. Pure.
#pragma once

#include "app/intake/csvmapping.h"

namespace assay {

struct CsvHeaderMeaning
{
    CsvField field = CsvField::Kept;
    int rank = 0; ///< 0: said exactly; higher: the word may mean something else
};

/// Nothing for a header without a word we know.
std::optional<CsvHeaderMeaning> csvHeaderMeaning(const QString& header);

/// "EUR" of "Kosten (€)"; empty where none is named.
QString csvHeaderCurrency(const QString& header);

/// Whether a latency's header says neither ms nor seconds.
bool csvHeaderLacksUnit(const QString& header);

} // namespace assay
