// SPDX-License-Identifier: GPL-3.0-or-later
// Reading for the review page: which images are in a lane, in which order, and the small row each one shows.
// For a read-only connection of the GUI thread: everything here is indexed and bounded.
#pragma once

#include "app/base/result.h"
#include "app/domain/generation.h"
#include "app/domain/review.h"

#include <QDate>
#include <QList>

#include <optional>

namespace assay {

class Database;

enum class QueueLane { ToReview, Decided, All };

struct QueueFilter
{
    QueueLane lane = QueueLane::ToReview;
    std::optional<QString> client; ///< nothing: all clients; empty: no client
    QString search; ///< words of the prompt; empty: all. Any text is safe: it is never query syntax

    bool operator==(const QueueFilter&) const = default;
};

struct QueueCounts
{
    qint64 toReview = 0;
    qint64 decided = 0;
    qint64 all = 0;

    bool operator==(const QueueCounts&) const = default;
};

/// What a queue row shows.
struct QueueRow
{
    GenerationId id;
    QString asset;
    QString client;
    QString fileName;
    QString batch; ///< as it counts; empty: none
    int cycle = 1;
    std::optional<int> candidate;
    int batchSize = 1; ///< images of its batch, itself included
    QString imagePath; ///< absolute; empty when its root is unknown
    QByteArray sha256;
    std::optional<Disposition> disposition;

    bool operator==(const QueueRow&) const = default;
};

/// One cycle of an asset in the history strip.
struct HistoryEntry
{
    GenerationId id; ///< the image that stands for the cycle: the accepted one, else the latest decided, else
                     ///< the first
    int cycle = 1;
    std::optional<int> candidate;
    int batchSize = 1;
    QString imagePath;
    QByteArray sha256;
    std::optional<Disposition> disposition;
    CheckCounts checks;
    int checkTotal = 0; ///< constraints of its checklist
    QString prompt;

    bool operator==(const HistoryEntry&) const = default;
};

struct AssetHistory
{
    QList<HistoryEntry> cycles;
    int attempts = 0;
    QList<Money> cost; ///< one amount per currency
    int costUnknown = 0;
};

/// The reviewer's own figures for one day.
struct Pace
{
    int decided = 0;
    std::optional<double> perHour;
    std::optional<Milliseconds> medianPerImage; ///< pauses over five minutes left out
    int accepted = 0;
    int revised = 0;
    int rejected = 0;

    bool operator==(const Pace&) const = default;
};

class Queue
{
public:
    explicit Queue(const Database& database);

    /// Oldest first. Ids only, so a million are a few megabytes.
    Result<QList<GenerationId>> ids(const QueueFilter& filter) const;
    /// The given ones that the filter shows (for rows that just arrived), oldest first.
    Result<QList<GenerationId>> matching(const QueueFilter& filter, const QList<GenerationId>& ids) const;
    Result<QueueCounts> counts(const QueueFilter& filter) const;
    /// In the order asked for; unknown ids are left out.
    Result<QList<QueueRow>> rows(const QList<GenerationId>& ids) const;
    /// Empty for a generation without an asset.
    Result<AssetHistory> history(GenerationId id) const;
    /// Of the verdicts in force given in [from, to).
    Result<Pace> pace(UtcTime from, UtcTime to) const;

private:
    const Database& m_database;
};

} // namespace assay
