// SPDX-License-Identifier: GPL-3.0-or-later
// A change of model, template or reference. It starts a new epoch in every view it touches.
#pragma once

#include "app/base/clock.h"
#include "app/domain/ids.h"

#include <QString>

#include <optional>

namespace assay {

enum class ChangeKind { Model, Template, Reference, Other };

QString toText(ChangeKind kind); ///< "model", "template", "reference", "other"
std::optional<ChangeKind> changeKindFromText(QStringView text);

struct Change
{
    ChangeId id;        ///< 0 until it is stored
    QString externalId; ///< unique in a workspace; the law orders changes of one instant by it
    UtcTime at{};
    QString client; ///< empty: everybody
    ChangeKind kind = ChangeKind::Other;
    QString from;
    QString to;
    QString note;

    bool operator==(const Change&) const = default;
};

} // namespace assay
