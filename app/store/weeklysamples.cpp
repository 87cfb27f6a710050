// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/weeklysamples.h"

#include <algorithm>

namespace assay {

namespace {

constexpr PerSampleKind<QLatin1String> kNames{
    QLatin1String("latency"),
    QLatin1String("drift"),
    QLatin1String("clip"),
    QLatin1String("aesthetic"),
    QLatin1String("time_to_first_usable"),
};

/// Samples are stored one run a cell, so there is at most one.
QByteArray blobOf(const Samples& samples)
{
    Q_ASSERT(samples.runs().size() <= 1);
    return samples.isEmpty() ? QByteArray() : samples.runs().front()->bytes();
}

} // namespace

Result<std::optional<std::pair<SampleKind, Samples>>> storedSamples(const QString& measure,
                                                                    const QByteArray& blob)
{
    const auto name = std::ranges::find(kNames, measure);
    if (name == kNames.end())
        return std::optional<std::pair<SampleKind, Samples>>();
    auto run = SampleRun::fromBytes(blob);
    if (!run)
        return Error{ErrorKind::Damaged, measure, QStringLiteral("weekly samples can't be read")};
    return std::optional(std::pair(static_cast<SampleKind>(name - kNames.begin()), Samples(std::move(*run))));
}

WeeklySamples::WeeklySamples(const Database& database)
    : m_read(database.prepare(
          QStringLiteral("SELECT measure, samples FROM weekly_samples WHERE client_id = ? AND week = ?")))
    , m_readOne(database.prepare(QStringLiteral(
          "SELECT samples FROM weekly_samples WHERE client_id = ? AND week = ? AND measure = ?")))
    , m_remove(database.prepare(
          QStringLiteral("DELETE FROM weekly_samples WHERE client_id = ? AND week = ? AND measure = ?")))
    , m_write(database.prepare(
          QStringLiteral("INSERT INTO weekly_samples (client_id, week, measure, samples) VALUES (?, ?, ?, ?)"
                         " ON CONFLICT (client_id, week, measure) DO UPDATE SET samples = excluded.samples")))
{
}

Result<PerSampleKind<Samples>> WeeklySamples::read(const RollupCell& cell)
{
    if (auto ran = m_read.run(cell.client, cell.week); !ran)
        return ran.error();
    PerSampleKind<Samples> all;
    while (m_read.next()) {
        auto stored = storedSamples(m_read.text(0), m_read.bytes(1));
        if (!stored) {
            m_read.finish();
            return stored.error();
        }
        if (*stored)
            all[index((*stored)->first)] = std::move((*stored)->second);
    }
    if (m_read.error())
        return *m_read.error();
    return all;
}

Result<void> WeeklySamples::write(const RollupCell& cell, const PerSampleKind<Samples>& samples)
{
    for (size_t i = 0; i < samples.size(); ++i) {
        if (auto written = writeKind(cell, static_cast<SampleKind>(i), samples[i]); !written)
            return written;
    }
    return {};
}

Result<void> WeeklySamples::writeKind(const RollupCell& cell, SampleKind kind, const Samples& samples)
{
    const QString measure = kNames[index(kind)];
    if (auto ran = m_readOne.run(cell.client, cell.week, measure); !ran)
        return ran;
    const QByteArray stored = m_readOne.next() ? m_readOne.bytes(0) : QByteArray();
    m_readOne.finish();
    if (m_readOne.error())
        return *m_readOne.error();
    const QByteArray blob = blobOf(samples);
    if (blob == stored)
        return {};
    if (blob.isEmpty())
        return m_remove.run(cell.client, cell.week, measure);
    return m_write.run(cell.client, cell.week, measure, blob);
}

} // namespace assay
