// SPDX-License-Identifier: GPL-3.0-or-later
// Reading for the library page: which generations a filter shows, in which order, how many there are of each
// value, and the small row each one shows. Reads only, on any connection; what may take long looks at
// `isCancelled` in between and then ends with Cancelled.
#pragma once

#include "app/base/result.h"
#include "app/domain/review.h"
#include "app/store/libraryfilter.h"

#include <atomic>

namespace assay {

class Database;
struct LibraryThresholds;

/// A constraint that was answered with missed.
struct MissedConstraint
{
    int number = 0; ///< from 1, as the checklist counts
    ConstraintKind kind = ConstraintKind::Other;

    bool operator==(const MissedConstraint&) const = default;
};

/// What a tile or a line of the table shows.
struct LibraryRow
{
    GenerationId id{};
    QString asset{};
    QString client{};
    std::optional<QString> model{};
    QString templateName{};
    UtcTime sentAt{};
    GenerationStatus status = GenerationStatus::Ok;
    std::optional<Disposition> disposition{};
    CheckCounts checks{};
    QList<MissedConstraint> missed{};
    std::optional<Milliseconds> latency{};
    std::optional<Money> cost{};
    std::optional<double> drift{};
    Scores scores{};
    int cycle = 1;
    std::optional<int> candidate{};
    int attempt = 1;
    QString fileName{}; ///< of the image, else as the log states it; may be empty
    bool hasImage = false;
    QString imagePath{}; ///< absolute; empty: no image, or its root is unknown
    QByteArray sha256{};

    bool operator==(const LibraryRow&) const = default;
};

/// All about one of them.
struct LibraryDetail
{
    Generation generation{};
    std::optional<Review> review{}; ///< in force
    QString imagePath{};
};

class LibrarySearch
{
public:
    explicit LibrarySearch(const Database& database);

    /// Ids only, so a million are a few megabytes.
    Result<QList<GenerationId>> ids(const LibraryFilter& filter, const std::atomic_bool& isCancelled) const;
    /// The beginning of the same list, soon also of a million: `limit` of them at most, and only those among
    /// the newest or oldest ones where the order is that of time. Fewer say nothing about the rest.
    Result<QList<GenerationId>> firstIds(const LibraryFilter& filter, int limit) const;
    Result<LibraryCounts> counts(const LibraryFilter& filter, const std::atomic_bool& isCancelled) const;
    /// As of the last refresh of the roll-ups.
    Result<LibraryChoices> choices() const;
    /// In the order asked for; unknown ids are left out.
    Result<QList<LibraryRow>> rows(const QList<GenerationId>& ids) const;
    /// NotFound when there is none.
    Result<LibraryDetail> detail(GenerationId id) const;

private:
    Result<LibraryThresholds> thresholds(const LibraryFilter& filter,
                                         const std::atomic_bool& isCancelled) const;

    const Database& m_database;
};

} // namespace assay
