// SPDX-License-Identifier: GPL-3.0-or-later
// A review is one human judgement of one generation. Reviews are only ever added: the latest one is in force,
// and taking a verdict back adds a withdrawal. Plain values.
#pragma once

#include "app/base/clock.h"
#include "app/domain/constraint.h"
#include "app/domain/ids.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace assay {

/// accepted: ships as it is; revised: needs rework; rejected.
enum class Disposition { Accepted, Revised, Rejected };

QString toText(Disposition disposition); ///< "accepted", "revised", "rejected"
std::optional<Disposition> dispositionFromText(QStringView text);

struct Review
{
    ReviewId id;             ///< 0 until it is stored
    QString externalId;      ///< unique in a workspace; made by the store when empty
    GenerationId generation; ///< 0 while it is only known by generationExternalId
    QString generationExternalId;
    UtcTime reviewedAt{};
    QString reviewer; ///< a name or initials; may be empty
    Disposition disposition = Disposition::Accepted;
    Checks checks;
    QString note;
    QStringList reasons;
    bool withdrawn = false; ///< taken back (undo); kept as history, counts nowhere

    bool operator==(const Review&) const = default;
};

/// Ticks and a note that have no verdict yet. Kept so that nothing is lost when the reviewer leaves the
/// image.
struct ReviewDraft
{
    Checks checks;
    QString note;

    bool isEmpty() const { return checks.isEmpty() && note.isEmpty(); }
    bool operator==(const ReviewDraft&) const = default;
};

} // namespace assay
