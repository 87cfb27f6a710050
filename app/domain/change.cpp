// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/change.h"

namespace assay {

QString toText(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Model:
        return QStringLiteral("model");
    case ChangeKind::Template:
        return QStringLiteral("template");
    case ChangeKind::Reference:
        return QStringLiteral("reference");
    case ChangeKind::Other:
        return QStringLiteral("other");
    }
    Q_UNREACHABLE();
}

std::optional<ChangeKind> changeKindFromText(QStringView text)
{
    for (const auto kind :
         {ChangeKind::Model, ChangeKind::Template, ChangeKind::Reference, ChangeKind::Other}) {
        if (toText(kind) == text)
            return kind;
    }
    return std::nullopt;
}

} // namespace assay
