// SPDX-License-Identifier: GPL-3.0-or-later
// The generations of one client and week, column by column: how weekly_observations keeps what views by model
// or template are counted from, and the way from rows to columns and back. Values, any thread; reading and
// writing the table is not here.
#pragma once

#include "app/domain/cellbuilder.h"
#include "app/domain/cellsums.h"
#include "app/domain/ids.h"
#include "app/store/packedcolumns.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <span>
#include <vector>

namespace assay {

/// An observation with what a view needs beyond one week: an asset's first acceptance, and times.
struct CountedGeneration
{
    GenerationId id{};
    UtcTime sentAt{};
    std::optional<UtcTime> promptWrittenAt{};
    std::optional<UtcTime> reviewedAt{}; ///< of the review in force
    int cycle = 1;
    Observation observation{};
};

/// All generations of one model and template, as they are stored.
struct PackedObservations
{
    QString model{};       ///< empty: unknown
    qint64 templateId = 0; ///< 0: none
    qint64 images = 0;     ///< attempts that are ok
    UtcTime firstSentAt{};
    QByteArray sent{};
    QByteArray reviewed{};

    bool operator==(const PackedObservations&) const = default;
};

/// Sorts the generations of one client and week by model and template and packs each group. To be given in
/// the order in which they came.
class ObservationPacker
{
public:
    /// Batches over several weeks or clients keep their names. The set outlives the packer.
    explicit ObservationPacker(const QSet<QString>& spreadBatches);
    ~ObservationPacker();
    ObservationPacker(const ObservationPacker&) = delete;
    ObservationPacker& operator=(const ObservationPacker&) = delete;

    void add(const QString& model, qint64 templateId, const CountedGeneration& generation);
    /// By model, then template.
    std::vector<PackedObservations> finish();

private:
    struct Group;

    Group& groupOf(const QString& model, qint64 templateId);
    qint64 batchNumber(const QString& batch);

    const QSet<QString>& m_spreadBatches;
    QHash<QString, qint64> m_batches;
    std::vector<Group> m_groups;
};

/// The columns of one group. A number that is not there is kNoNumber, a real not a number.
class ObservationColumns
{
public:
    /// Nothing for bytes that ObservationPacker did not make.
    static std::optional<ObservationColumns> unpack(const QByteArray& sent, const QByteArray& reviewed);

    size_t size() const { return m_id.size(); }
    qint64 id(size_t row) const { return m_id[row]; }
    UtcTime sentAt(size_t row) const { return fromEpochMs(m_sentAt[row]); }
    std::optional<UtcTime> promptWrittenAt(size_t row) const;
    std::optional<UtcTime> reviewedAt(size_t row) const;
    int cycle(size_t row) const { return static_cast<int>(m_cycle[row]); }
    AssetId asset(size_t row) const { return AssetId{m_asset[row]}; }
    bool isAccepted(size_t row) const;
    /// Without its batch; the currency is the number of one of currencies().
    CountedImage image(size_t row) const;
    /// The batch's number in the client and week; 0: none.
    qint64 batch(size_t row) const { return m_batch[row]; }
    /// Adds what is measured of the images; `clusters` has the number of each row's.
    void addSamples(CellBuilder& cell, std::span<const quint32> clusters) const;
    const QStringList& currencies() const { return m_currencies; }
    /// Names, by number, of batches that have images in other weeks or clients too.
    const QHash<qint64, QString>& spreadBatches() const { return m_spread; }
    /// Names of batches that are not spread are made up: of `cell`, which names the client and week, and a
    /// number.
    Observation observation(size_t row, const QString& cell) const;

private:
    bool isOk(size_t row) const { return m_status[row] == static_cast<qint64>(GenerationStatus::Ok); }
    QString batchName(qint64 number, const QString& cell) const;

    std::vector<qint64> m_id;
    std::vector<qint64> m_sentAt;
    std::vector<qint64> m_promptWrittenAt;
    std::vector<qint64> m_asset;
    std::vector<qint64> m_batch;
    std::vector<qint64> m_cycle;
    std::vector<qint64> m_attempt;
    std::vector<qint64> m_status;
    std::vector<qint64> m_latency;
    std::vector<qint64> m_cost;
    std::vector<qint64> m_currency;
    std::vector<double> m_drift;
    std::vector<double> m_clip;
    std::vector<double> m_aesthetic;
    std::vector<qint64> m_disposition;
    std::vector<qint64> m_met;
    std::vector<qint64> m_missed;
    std::vector<qint64> m_reviewedAt;
    QStringList m_currencies;
    QHash<qint64, QString> m_spread; ///< names by number
    mutable qint64 m_namedBatch = kNoNumber;
    mutable QString m_batchName;
};

} // namespace assay
