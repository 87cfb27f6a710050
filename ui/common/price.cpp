// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/price.h"

#include "ui/common/format.h"

namespace assay {

QString formatPrice(const Money& price)
{
    constexpr int kFewest = 2;
    int decimals = 6;
    for (qint64 rest = price.micro; decimals > kFewest && rest % 10 == 0; rest /= 10)
        --decimals;
    return formatMoney(price, decimals);
}

} // namespace assay
