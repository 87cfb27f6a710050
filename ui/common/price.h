// SPDX-License-Identifier: GPL-3.0-or-later
// How a price is written: to the last place that is not 0, since a picture may cost a tenth of a cent. Any
// thread. Sums are written by formatMoney().
#pragma once

#include "app/base/money.h"

namespace assay {

QString formatPrice(const Money& price); ///< 0.04 USD, 0.0015 USD

} // namespace assay
