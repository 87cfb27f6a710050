// SPDX-License-Identifier: GPL-3.0-or-later
// The table weekly_samples: the values that the quantiles of a client and week are taken from. Writing is for
// the store thread, inside the caller's Transaction; reading works on any connection. Decides nothing about
// when a week is counted.
#pragma once

#include "app/domain/weekrow.h"
#include "app/store/database.h"
#include "app/store/statement.h"

namespace assay {

/// What one row of the roll-ups is about.
struct RollupCell
{
    qint64 client = 0;
    QString week;

    bool operator==(const RollupCell&) const = default;
};

class WeeklySamples
{
public:
    explicit WeeklySamples(const Database& database);

    /// Damaged when a run can't be read.
    Result<PerSampleKind<Samples>> read(const RollupCell& cell);
    /// Replaces what is stored. What is the same already is not written again: a review changes no latency.
    Result<void> write(const RollupCell& cell, const PerSampleKind<Samples>& samples);

private:
    Result<void> writeKind(const RollupCell& cell, SampleKind kind, const Samples& samples);

    Statement m_read;
    Statement m_readOne;
    Statement m_remove;
    Statement m_write;
};

/// The kind stored under that name and its values; Damaged when they can't be read. Nothing for a name of a
/// later version.
Result<std::optional<std::pair<SampleKind, Samples>>> storedSamples(const QString& measure,
                                                                    const QByteArray& blob);

} // namespace assay
