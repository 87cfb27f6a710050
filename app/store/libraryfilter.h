// SPDX-License-Identifier: GPL-3.0-or-later
// What the library page is asked for: which generations, in which order; and how many there are of each value
// that it can be asked for. Plain values.
#pragma once

#include "app/base/isoweek.h"
#include "app/domain/constraint.h"
#include "app/domain/generation.h"

#include <QHash>
#include <QStringList>

#include <array>
#include <optional>

namespace assay {

/// None: made, and without a verdict; what failed can't have one and is under none of these.
enum class LibraryVerdict { Accepted, Revised, Rejected, None };
inline constexpr int kLibraryVerdictCount = int(LibraryVerdict::None) + 1;

/// Why an image pulls a week's number down. Slow, costly and drifted are those above the 95th percentile of
/// the week, clients, model, template and words that are asked for; costly in its own currency.
enum class LibraryReason { Missed, Rejected, Slow, Costly, Drifted, Retried, Reworked };
inline constexpr int kLibraryReasonCount = int(LibraryReason::Reworked) + 1;

enum class LibrarySort {
    Newest,
    Oldest,
    WorstFirst, ///< most missed, then rejected, revised, failed
    Slowest,
    Costliest, ///< currency by currency
    MostDrifted,
    LeastSimilar,
    LeastAesthetic,
    MostCycles
};

/// Which week an image belongs to: the one it was sent in, or that in which its asset was first accepted, as
/// metrics of assets count (of such an asset, the accepted image).
enum class LibraryWeekOf { Sending, Acceptance };

struct LibraryFilter
{
    QString search{}; ///< words of the prompt or of the asset's name. Any text is safe: never query syntax
    std::optional<IsoWeek> fromWeek{}; ///< nothing: from the first one
    std::optional<IsoWeek> toWeek{};   ///< included; nothing: to the last one
    LibraryWeekOf weekOf = LibraryWeekOf::Sending;
    QStringList clients{};                 ///< none: all; the empty name: no client
    std::optional<QString> model{};        ///< empty: unknown
    std::optional<QString> templateName{}; ///< empty: none
    QList<LibraryVerdict> verdicts{};      ///< any of these; none: all. The same for the next three
    QList<LibraryReason> reasons{};
    QList<ConstraintKind> missedKinds{};
    QList<GenerationStatus> outcomes{};
    LibrarySort sort = LibrarySort::Newest;

    bool operator==(const LibraryFilter&) const = default;
};

/// How many there are of each value of a group, whatever is chosen in the groups of verdict, reason, missed
/// kind and outcome; of clients, whatever client is chosen.
struct LibraryCounts
{
    qint64 all = 0; ///< in the workspace
    std::array<qint64, kLibraryVerdictCount> verdicts{};
    std::array<qint64, kLibraryReasonCount> reasons{};
    std::array<qint64, int(ConstraintKind::Other) + 1> missedKinds{};
    std::array<qint64, int(GenerationStatus::ContentFilter) + 1> outcomes{};
    QHash<QString, qint64> clients{};
};

/// What can be chosen.
struct LibraryChoices
{
    QStringList clients{}; ///< by name; empty: no client
    QStringList models{};  ///< by name; empty: unknown
    QStringList templates{};
    QList<IsoWeek> weeks{}; ///< newest first

    bool operator==(const LibraryChoices&) const = default;
};

} // namespace assay
