// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/review.h"

namespace assay {

QString toText(Disposition disposition)
{
    switch (disposition) {
    case Disposition::Accepted:
        return QStringLiteral("accepted");
    case Disposition::Revised:
        return QStringLiteral("revised");
    case Disposition::Rejected:
        return QStringLiteral("rejected");
    }
    Q_UNREACHABLE();
}

std::optional<Disposition> dispositionFromText(QStringView text)
{
    for (const auto disposition : {Disposition::Accepted, Disposition::Revised, Disposition::Rejected}) {
        if (toText(disposition) == text)
            return disposition;
    }
    return std::nullopt;
}

} // namespace assay
