// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/observationcolumns.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace assay {

namespace {

constexpr quint8 kFormat = 1;
constexpr qint64 kNoBatch = 0;

qint64 numberOf(const std::optional<UtcTime>& time)
{
    return time ? toEpochMs(*time) : kNoNumber;
}

double realOf(const std::optional<double>& value)
{
    return value.value_or(std::numeric_limits<double>::quiet_NaN());
}

std::optional<UtcTime> timeOf(qint64 number)
{
    return number == kNoNumber ? std::nullopt : std::optional(fromEpochMs(number));
}

std::optional<double> valueOf(double real)
{
    return std::isnan(real) ? std::nullopt : std::optional(real);
}

template<typename T>
std::optional<T> enumerator(qint64 number, T last)
{
    if (number < 0 || number > static_cast<qint64>(last))
        return std::nullopt;
    return static_cast<T>(number);
}

} // namespace

struct ObservationPacker::Group
{
    QString model{};
    qint64 templateId = 0;
    std::vector<CountedGeneration> generations{};
    std::vector<qint64> batches{}; ///< numbers
    QStringList currencies{};
    std::vector<qint64> spread{}; ///< numbers; the names stand beside them
    QStringList spreadNames{};

    template<typename Number>
    std::vector<qint64> numbers(Number number) const
    {
        std::vector<qint64> column;
        column.reserve(generations.size());
        for (const CountedGeneration& generation : generations)
            column.push_back(number(generation));
        return column;
    }
    template<typename Real>
    std::vector<double> reals(Real real) const
    {
        std::vector<double> column;
        column.reserve(generations.size());
        for (const CountedGeneration& generation : generations)
            column.push_back(realOf(real(generation.observation)));
        return column;
    }
    QByteArray packSent();
    void packMeasured(ColumnPacker& packer) const;
    QByteArray packReviewed() const;
};

QByteArray ObservationPacker::Group::packSent()
{
    using Row = const CountedGeneration&;
    const std::vector<qint64> currency = numbers([this](Row row) -> qint64 {
        if (!row.observation.cost)
            return 0;
        qsizetype number = currencies.indexOf(row.observation.cost->currency);
        if (number < 0) {
            number = currencies.size();
            currencies += row.observation.cost->currency;
        }
        return number;
    });
    ColumnPacker packer;
    packer.add(std::vector<qint64>{kFormat, static_cast<qint64>(generations.size()),
                                   static_cast<qint64>(spread.size())});
    packer.add(numbers([](Row row) { return row.id.value; }));
    packer.add(numbers([](Row row) { return toEpochMs(row.sentAt); }));
    packer.add(numbers([](Row row) { return numberOf(row.promptWrittenAt); }));
    packer.add(numbers([](Row row) { return row.observation.asset.value; }));
    packer.add(batches);
    packer.add(numbers([](Row row) -> qint64 { return row.cycle; }));
    packer.add(currency);
    packer.add(currencies);
    packer.add(spread);
    packer.add(spreadNames);
    packMeasured(packer);
    return packer.bytes();
}

void ObservationPacker::Group::packMeasured(ColumnPacker& packer) const
{
    using Row = const CountedGeneration&;
    packer.add(numbers([](Row row) -> qint64 { return row.observation.attempt; }));
    packer.add(numbers([](Row row) { return static_cast<qint64>(row.observation.status); }));
    packer.add(numbers([](Row row) -> qint64 {
        return row.observation.latency ? row.observation.latency->count() : kNoNumber;
    }));
    packer.add(
        numbers([](Row row) { return row.observation.cost ? row.observation.cost->micro : kNoNumber; }));
    packer.add(reals([](const Observation& observation) { return observation.drift; }));
    packer.add(reals([](const Observation& observation) { return observation.scores.clip; }));
    packer.add(reals([](const Observation& observation) { return observation.scores.aesthetic; }));
}

QByteArray ObservationPacker::Group::packReviewed() const
{
    using Row = const CountedGeneration&;
    ColumnPacker packer;
    packer.add(numbers([](Row row) {
        return row.observation.disposition ? static_cast<qint64>(*row.observation.disposition) : kNoNumber;
    }));
    packer.add(numbers([](Row row) -> qint64 { return row.observation.checks.met; }));
    packer.add(numbers([](Row row) -> qint64 { return row.observation.checks.missed; }));
    packer.add(numbers([](Row row) { return numberOf(row.reviewedAt); }));
    return packer.bytes();
}

ObservationPacker::ObservationPacker(const QSet<QString>& spreadBatches)
    : m_spreadBatches(spreadBatches)
{
}

ObservationPacker::~ObservationPacker() = default;

void ObservationPacker::add(const QString& model, qint64 templateId, const CountedGeneration& generation)
{
    Group& group = groupOf(model, templateId);
    const QString& batch = generation.observation.batch;
    const qint64 number = batchNumber(batch);
    group.generations.push_back(generation);
    group.batches.push_back(number);
    if (number == kNoBatch || !m_spreadBatches.contains(batch) ||
        std::ranges::find(group.spread, number) != group.spread.end())
        return;
    group.spread.push_back(number);
    group.spreadNames += batch;
}

std::vector<PackedObservations> ObservationPacker::finish()
{
    std::ranges::sort(m_groups, [](const Group& left, const Group& right) {
        return std::tie(left.model, left.templateId) < std::tie(right.model, right.templateId);
    });
    std::vector<PackedObservations> packed;
    for (Group& group : m_groups) {
        const auto images =
            std::ranges::count(group.generations, GenerationStatus::Ok,
                               [](const CountedGeneration& g) { return g.observation.status; });
        const auto first = std::ranges::min_element(group.generations, {}, &CountedGeneration::sentAt);
        packed.push_back({.model = group.model,
                          .templateId = group.templateId,
                          .images = images,
                          .firstSentAt = first->sentAt,
                          .sent = group.packSent(),
                          .reviewed = group.packReviewed()});
    }
    return packed;
}

ObservationPacker::Group& ObservationPacker::groupOf(const QString& model, qint64 templateId)
{
    // There are few, and mostly it is that of the generation before.
    for (size_t i = m_groups.size(); i > 0; --i) {
        Group& group = m_groups[i - 1];
        if (group.templateId == templateId && group.model == model)
            return group;
    }
    m_groups.push_back({.model = model, .templateId = templateId});
    return m_groups.back();
}

qint64 ObservationPacker::batchNumber(const QString& batch)
{
    if (batch.isEmpty())
        return kNoBatch;
    const auto known = m_batches.constFind(batch);
    return known != m_batches.cend() ? *known : *m_batches.insert(batch, m_batches.size() + 1);
}

std::optional<ObservationColumns> ObservationColumns::unpack(const QByteArray& sent,
                                                             const QByteArray& reviewed)
{
    ColumnReader reader(sent);
    const std::vector<qint64> head = reader.numbers(3);
    // The ids are all different, so each has a byte at least.
    const qint64 most = sent.size();
    if (!reader.isSound() || head[0] != kFormat || head[1] < 1 || head[1] > most || head[2] < 0 ||
        head[2] > most)
        return std::nullopt;
    const auto count = static_cast<size_t>(head[1]);
    ObservationColumns columns;
    columns.m_id = reader.numbers(count);
    columns.m_sentAt = reader.numbers(count);
    columns.m_promptWrittenAt = reader.numbers(count);
    columns.m_asset = reader.numbers(count);
    columns.m_batch = reader.numbers(count);
    columns.m_cycle = reader.numbers(count);
    columns.m_currency = reader.numbers(count);
    columns.m_currencies = reader.texts();
    const std::vector<qint64> spread = reader.numbers(static_cast<size_t>(head[2]));
    const QStringList names = reader.texts();
    columns.m_attempt = reader.numbers(count);
    columns.m_status = reader.numbers(count);
    columns.m_latency = reader.numbers(count);
    columns.m_cost = reader.numbers(count);
    columns.m_drift = reader.reals(count);
    columns.m_clip = reader.reals(count);
    columns.m_aesthetic = reader.reals(count);
    ColumnReader reviews(reviewed);
    columns.m_disposition = reviews.numbers(count);
    columns.m_met = reviews.numbers(count);
    columns.m_missed = reviews.numbers(count);
    columns.m_reviewedAt = reviews.numbers(count);
    if (!reader.isSound() || !reader.isAtEnd() || !reviews.isSound() || !reviews.isAtEnd() ||
        qsizetype(spread.size()) != names.size())
        return std::nullopt;
    for (size_t row = 0; row < count; ++row) {
        const qint64 currency = columns.m_currency[row];
        if (columns.m_cost[row] != kNoNumber && (currency < 0 || currency >= columns.m_currencies.size()))
            return std::nullopt;
    }
    for (size_t i = 0; i < spread.size(); ++i)
        columns.m_spread.insert(spread[i], names[qsizetype(i)]);
    return columns;
}

std::optional<UtcTime> ObservationColumns::promptWrittenAt(size_t row) const
{
    return timeOf(m_promptWrittenAt[row]);
}

std::optional<UtcTime> ObservationColumns::reviewedAt(size_t row) const
{
    return timeOf(m_reviewedAt[row]);
}

bool ObservationColumns::isAccepted(size_t row) const
{
    return isOk(row) && m_disposition[row] == static_cast<qint64>(Disposition::Accepted) &&
           m_reviewedAt[row] != kNoNumber;
}

CountedImage ObservationColumns::image(size_t row) const
{
    CountedImage image{.order = m_id[row],
                       .asset = asset(row),
                       .isOk = isOk(row),
                       .isRetry = m_attempt[row] > 1,
                       .disposition = enumerator(m_disposition[row], Disposition::Rejected),
                       .checksMet = static_cast<int>(m_met[row]),
                       .checksMissed = static_cast<int>(m_missed[row])};
    if (m_cost[row] != kNoNumber)
        image.cost = {static_cast<quint32>(m_currency[row]), m_cost[row]};
    return image;
}

void ObservationColumns::addSamples(CellBuilder& cell, std::span<const quint32> clusters) const
{
    for (size_t row = 0; row < size(); ++row) {
        if (isOk(row) && m_latency[row] != kNoNumber)
            cell.addSample(SampleKind::Latency, static_cast<double>(m_latency[row]), clusters[row]);
    }
    const auto addReals = [&](SampleKind kind, const std::vector<double>& reals) {
        for (size_t row = 0; row < size(); ++row) {
            if (isOk(row) && !std::isnan(reals[row]))
                cell.addSample(kind, reals[row], clusters[row]);
        }
    };
    addReals(SampleKind::Drift, m_drift);
    addReals(SampleKind::Clip, m_clip);
    addReals(SampleKind::Aesthetic, m_aesthetic);
}

Observation ObservationColumns::observation(size_t row, const QString& cell) const
{
    Observation observation;
    observation.asset = asset(row);
    observation.batch = batchName(m_batch[row], cell);
    observation.status =
        enumerator(m_status[row], GenerationStatus::ContentFilter).value_or(GenerationStatus::Error);
    observation.attempt = static_cast<int>(m_attempt[row]);
    if (m_cost[row] != kNoNumber)
        observation.cost = Money{m_cost[row], m_currencies.value(m_currency[row])};
    observation.disposition = enumerator(m_disposition[row], Disposition::Rejected);
    observation.checks = {static_cast<int>(m_met[row]), static_cast<int>(m_missed[row])};
    if (m_latency[row] != kNoNumber)
        observation.latency = Milliseconds(m_latency[row]);
    observation.drift = valueOf(m_drift[row]);
    observation.scores = {valueOf(m_clip[row]), valueOf(m_aesthetic[row])};
    return observation;
}

/// A made-up name has a character in front that no stored batch begins with.
QString ObservationColumns::batchName(qint64 number, const QString& cell) const
{
    if (number == kNoBatch)
        return {};
    if (number == m_namedBatch)
        return m_batchName;
    m_namedBatch = number;
    const auto spread = m_spread.constFind(number);
    m_batchName = spread != m_spread.cend() ? *spread : QChar::Null % cell % u'/' % QString::number(number);
    return m_batchName;
}

} // namespace assay
