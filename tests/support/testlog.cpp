// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testlog.h"

#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace assay::test {

namespace {

QString text(const QJsonObject& line, QLatin1String key)
{
    return line.value(key).toString();
}

std::optional<double> number(const QJsonObject& line, QLatin1String key)
{
    const QJsonValue value = line.value(key);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

std::optional<Generation> generationFrom(const QJsonObject& line)
{
    const auto sentAt = parseRfc3339(text(line, QLatin1String("ts")));
    const auto status = generationStatusFromText(text(line, QLatin1String("status")));
    if (!sentAt || !status)
        return std::nullopt;
    Generation generation;
    generation.externalId = text(line, QLatin1String("id"));
    generation.sentAt = *sentAt;
    generation.status = *status;
    generation.client = text(line, QLatin1String("client"));
    generation.asset = text(line, QLatin1String("asset"));
    generation.batch = text(line, QLatin1String("batch"));
    generation.cycle = line.value(QLatin1String("cycle")).toInt(1);
    generation.attempt = line.value(QLatin1String("attempt")).toInt(1);
    generation.promptWrittenAt = parseRfc3339(text(line, QLatin1String("prompt_ts")));
    if (line.value(QLatin1String("latency_ms")).isDouble())
        generation.latency = Milliseconds(line.value(QLatin1String("latency_ms")).toInteger());
    const QJsonObject scores = line.value(QLatin1String("scores")).toObject();
    generation.scores = {number(scores, QLatin1String("clip")), number(scores, QLatin1String("aesthetic"))};
    generation.drift = number(line, QLatin1String("drift"));
    const QJsonObject cost = line.value(QLatin1String("cost")).toObject();
    if (const auto micro = parseMicro(text(cost, QLatin1String("amount"))))
        generation.cost = Money{*micro, text(cost, QLatin1String("currency"))};
    return generation;
}

std::optional<Review> reviewFrom(const QJsonObject& line)
{
    const auto reviewedAt = parseRfc3339(text(line, QLatin1String("ts")));
    const auto disposition = dispositionFromText(text(line, QLatin1String("disposition")));
    if (!reviewedAt || !disposition)
        return std::nullopt;
    Review review;
    review.externalId = text(line, QLatin1String("id"));
    review.generationExternalId = text(line, QLatin1String("generation"));
    review.reviewedAt = *reviewedAt;
    review.disposition = *disposition;
    const QJsonObject checks = line.value(QLatin1String("checks")).toObject();
    for (auto check = checks.begin(); check != checks.end(); ++check) {
        if (!check->isBool())
            review.checks.insert(check.key(), Answer::CantTell);
        else
            review.checks.insert(check.key(), check->toBool() ? Answer::Met : Answer::Missed);
    }
    return review;
}

std::optional<Change> changeFrom(const QJsonObject& line)
{
    const auto at = parseRfc3339(text(line, QLatin1String("ts")));
    if (!at)
        return std::nullopt;
    Change change;
    change.externalId = text(line, QLatin1String("id"));
    change.at = *at;
    change.client = text(line, QLatin1String("client"));
    change.kind = changeKindFromText(text(line, QLatin1String("kind"))).value_or(ChangeKind::Other);
    change.from = text(line, QLatin1String("from"));
    change.to = text(line, QLatin1String("to"));
    return change;
}

std::optional<GpuSample> gpuSampleFrom(const QJsonObject& line)
{
    const auto startedAt = parseRfc3339(text(line, QLatin1String("ts")));
    if (!startedAt)
        return std::nullopt;
    return GpuSample{.startedAt = *startedAt,
                     .duration =
                         Milliseconds(qRound64(1000 * line.value(QLatin1String("duration_s")).toDouble())),
                     .node = text(line, QLatin1String("node")),
                     .utilisation = line.value(QLatin1String("util")).toDouble()};
}

/// The review in force of each generation: the latest, at the same instant the later line.
QHash<QString, Review> reviewsInForce(const TestLog& log)
{
    QHash<QString, Review> inForce;
    for (const Review& review : log.reviews) {
        const auto known = inForce.constFind(review.generationExternalId);
        if (known == inForce.cend() || review.reviewedAt >= known->reviewedAt)
            inForce.insert(review.generationExternalId, review);
    }
    return inForce;
}

Observation observationFrom(const Generation& generation, const Review* review, AssetId asset)
{
    Observation observation{.asset = asset,
                            .batch = effectiveBatch(generation),
                            .status = generation.status,
                            .attempt = generation.attempt,
                            .cost = generation.cost,
                            .latency = generation.latency,
                            .scores = generation.scores,
                            .drift = generation.drift};
    if (review) {
        observation.disposition = review->disposition;
        observation.checks = countChecks(review->checks);
    }
    return observation;
}

/// When an asset was first accepted, and in which cycle; at the same instant the lower cycle.
struct FirstAcceptance
{
    UtcTime at{};
    int cycle = 1;

    auto operator<=>(const FirstAcceptance&) const = default;
};

using ClientWeek = std::pair<QString, IsoWeek>;
using ClientAsset = std::pair<QString, QString>;

class RowBuilder
{
public:
    RowBuilder(const WeekCalendar& calendar, QSet<QString> spreadBatches)
        : m_calendar(calendar)
        , m_spreadBatches(std::move(spreadBatches))
    {
    }

    void add(const Generation& generation, const Review* review);
    std::vector<WeekRow> finish();

private:
    struct Cell
    {
        std::vector<Observation> observations;
        std::vector<CompletedAsset> completed;
    };

    const WeekCalendar& m_calendar;
    const QSet<QString> m_spreadBatches;
    std::map<ClientWeek, Cell> m_cells;
    std::map<ClientAsset, AssetId> m_assets;
    std::map<ClientAsset, FirstAcceptance> m_acceptances;
    std::map<ClientAsset, UtcTime> m_written; ///< when the prompt of an asset was first written
};

void RowBuilder::add(const Generation& generation, const Review* review)
{
    const ClientAsset key(generation.client, generation.asset);
    AssetId asset;
    if (!generation.asset.isEmpty())
        asset = m_assets.try_emplace(key, AssetId{qint64(m_assets.size()) + 1}).first->second;
    const UtcTime written =
        std::min(generation.sentAt, generation.promptWrittenAt.value_or(generation.sentAt));
    UtcTime& firstWritten = m_written.try_emplace(key, written).first->second;
    firstWritten = std::min(firstWritten, written);
    m_cells[{generation.client, m_calendar.weekOf(generation.sentAt)}].observations.push_back(
        observationFrom(generation, review, asset));
    const bool isAccepted =
        review && generation.status == GenerationStatus::Ok && review->disposition == Disposition::Accepted;
    if (!isAccepted || !asset.isValid())
        return;
    const FirstAcceptance acceptance{review->reviewedAt, generation.cycle};
    FirstAcceptance& first = m_acceptances.try_emplace(key, acceptance).first->second;
    first = std::min(first, acceptance);
}

std::vector<WeekRow> RowBuilder::finish()
{
    for (const auto& [asset, first] : m_acceptances)
        m_cells[{asset.first, m_calendar.weekOf(first.at)}].completed.push_back(
            {first.cycle, first.at - m_written.at(asset)});
    std::vector<WeekRow> rows;
    for (const auto& [key, cell] : m_cells)
        rows.push_back(cellSums(key.second, cell.observations, cell.completed, m_spreadBatches));
    return rows;
}

/// Batches with images of two weeks or clients.
QSet<QString> spreadBatches(const TestLog& log, const WeekCalendar& calendar)
{
    std::map<QString, ClientWeek> first;
    QSet<QString> spread;
    for (const Generation& generation : log.generations) {
        const QString batch = effectiveBatch(generation);
        const ClientWeek cell(generation.client, calendar.weekOf(generation.sentAt));
        if (!batch.isEmpty() && first.try_emplace(batch, cell).first->second != cell)
            spread.insert(batch);
    }
    return spread;
}

void addFleet(std::vector<WeekRow>& rows, const TestLog& log, const WeekCalendar& calendar)
{
    std::map<IsoWeek, WeekRow> weeks;
    for (const GpuDay& day : gpuDays(log.gpuSamples, calendar)) {
        const IsoWeek week = IsoWeek::containing(day.day);
        weeks.try_emplace(week, WeekRow{.week = week}).first->second.gpuDays.push_back(day);
    }
    for (auto& [week, row] : weeks)
        rows.push_back(std::move(row));
}

} // namespace

std::vector<QString> TestLog::clients() const
{
    std::set<QString> names;
    for (const Generation& generation : generations)
        names.insert(generation.client);
    return {names.begin(), names.end()};
}

std::optional<TestLog> readTestLog(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    TestLog log;
    QSet<QString> known;
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        const QString type = text(line, QLatin1String("type"));
        if (type == QLatin1String("generation")) {
            const auto generation = generationFrom(line);
            if (generation && !known.contains(generation->externalId)) {
                known.insert(generation->externalId);
                log.generations.push_back(*generation);
            }
        } else if (type == QLatin1String("review")) {
            if (const auto review = reviewFrom(line))
                log.reviews.push_back(*review);
        } else if (type == QLatin1String("gpu")) {
            if (const auto sample = gpuSampleFrom(line))
                log.gpuSamples.push_back(*sample);
        } else if (type == QLatin1String("change")) {
            if (const auto change = changeFrom(line))
                log.changes.push_back(*change);
        }
    }
    return log;
}

std::vector<WeekRow> weekRows(const TestLog& log, const WeekCalendar& calendar,
                              const std::optional<QString>& client)
{
    const QHash<QString, Review> reviews = reviewsInForce(log);
    RowBuilder rows(calendar, spreadBatches(log, calendar));
    for (const Generation& generation : log.generations) {
        if (client && generation.client != client)
            continue;
        const auto review = reviews.constFind(generation.externalId);
        rows.add(generation, review == reviews.cend() ? nullptr : &*review);
    }
    std::vector<WeekRow> all = rows.finish();
    addFleet(all, log, calendar);
    return all;
}

ComparedRows comparedRows(const TestLog& log, const std::optional<QString>& client)
{
    const QHash<QString, Review> reviews = reviewsInForce(log);
    ComparedRows rows{.gpuSamples = log.gpuSamples};
    std::map<ClientAsset, ComparedAsset> assets;
    for (const Generation& generation : log.generations) {
        if (client && generation.client != client)
            continue;
        const ClientAsset key(generation.client, generation.asset);
        const UtcTime sentAt = generation.sentAt;
        ComparedAsset& asset =
            assets.try_emplace(key, ComparedAsset{{qint64(assets.size()) + 1}, sentAt, sentAt, sentAt})
                .first->second;
        asset.firstSentAt = std::min(asset.firstSentAt, sentAt);
        asset.lastSentAt = std::max(asset.lastSentAt, sentAt);
        asset.promptWrittenAt =
            std::min({asset.promptWrittenAt, sentAt, generation.promptWrittenAt.value_or(sentAt)});
        const auto found = reviews.constFind(generation.externalId);
        const Review* review = found == reviews.cend() ? nullptr : &*found;
        rows.generations.push_back({sentAt, observationFrom(generation, review, asset.id)});
        rows.generations.back().observation.batch.prepend(generation.client + u'/');
        const bool isAccepted = review && generation.status == GenerationStatus::Ok &&
                                review->disposition == Disposition::Accepted;
        if (!isAccepted)
            continue;
        const std::pair acceptance(review->reviewedAt, generation.cycle);
        if (!asset.acceptedAt || acceptance < std::pair(*asset.acceptedAt, asset.acceptedCycle))
            std::tie(asset.acceptedAt, asset.acceptedCycle) = acceptance;
    }
    for (const auto& [key, asset] : assets)
        rows.assets.push_back(asset);
    return rows;
}

} // namespace assay::test
