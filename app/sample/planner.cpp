// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/planner.h"

#include "app/base/sha256.h"
#include "app/sample/judge.h"

#include <QStringBuilder>

#include <cmath>

namespace assay::sample {

namespace {

using namespace std::chrono_literals;

constexpr int kMaxCycles = 4;
constexpr int kMaxAttempts = 3;
constexpr double kNightRunShare = 0.65; ///< of the last closed week's refused assets that wait for Monday

Milliseconds minutes(double value)
{
    return Milliseconds(std::llround(value * 60'000));
}

} // namespace

Planner::Planner(const PlanRequest& request)
    : m_request(request)
    , m_world(request)
    , m_random(request.seed)
{
    for (int scene = 0; scene < kSceneCount; ++scene)
        m_names.insert(scene, assetNames(static_cast<Scene>(scene), m_random));
}

void Planner::planClosedWeek(int week)
{
    for (int client = 0; client < sampleClients().size(); ++client) {
        if (m_world.isEmpty(client, week))
            continue;
        const int assets = client == 0 ? m_random.integer(28, 32) : m_random.integer(41, 45);
        for (int i = 0; i < assets; ++i) {
            const UtcTime at = workingTime(week);
            planAsset(newOrder(client, at), at);
        }
    }
    if (week == kOpenWeek - 1)
        planHeroHistory();
}

Plan Planner::take()
{
    givePictures();
    nameImages();
    m_plan.changes.append(m_world.change());
    m_plan.gpuSamples = m_world.gpuSamples();
    return std::move(m_plan);
}

/// A path where there is a picture. What was made before the pictures begin is named by a hash of its own:
/// the log needs an image, and no file of the sample has that one.
void Planner::nameImages()
{
    for (Attempt& attempt : m_plan.attempts) {
        Generation& g = attempt.generation;
        if (!attempt.isOk())
            continue;
        const QByteArray own =
            "Assay sample " + g.externalId.toUtf8() + ' ' + QByteArray::number(attempt.modelSeed);
        const QByteArray hash = sha256(own).toHex();
        if (attempt.hasPicture)
            g.statedImage =
                folderName(g.client) % u'/' % folderName(g.asset) % u'/' % g.externalId % u".png"_qs;
        else
            g.statedImage = u"sha256:"_qs % QString::fromLatin1(hash);
    }
}

Order Planner::newOrder(int client, UtcTime at)
{
    const Scene scene = m_random.pick(sampleClients().at(client).scenes);
    Order order;
    order.client = client;
    order.asset = m_names[static_cast<int>(scene)].takeLast();
    order.brief = randomBrief(scene, m_random);
    order.difficulty = m_random.logNormal(1, 0.4);
    order.look = m_random.bits();
    order.promptWrittenAt = at - minutes(m_random.between(5, 45));
    return order;
}

UtcTime Planner::workingTime(int week)
{
    const int day = m_random.weighted({20, 21, 21, 20, 18});
    const double hour = qBound(7.0, 12.5 + 2.5 * m_random.gauss(), 17.5);
    return m_world.weekStart(week) + 24h * day + minutes(hour * 60);
}

int Planner::batchSize()
{
    return 1 + m_random.weighted({0.17, 0.30, 0.18, 0.35});
}

void Planner::planAsset(Order order, UtcTime at)
{
    for (int cycle = 1; cycle <= kMaxCycles; ++cycle) {
        order.cycle = cycle;
        order.model = m_world.modelFor(order.client, at, m_random);
        const Batch batch = runBatch(order, at, batchSize());
        if (batch.ok.isEmpty())
            return;
        const Verdict verdict = reviewBatch(batch, batch.endedAt + minutes(m_random.logNormal(35, 0.8)));
        if (verdict.accepted)
            return;
        const auto next = nextCycle(order, verdict.at);
        if (!next)
            return;
        at = *next;
    }
}

std::optional<UtcTime> Planner::nextCycle(const Order& order, UtcTime refusedAt)
{
    const int week = m_world.weekOf(refusedAt);
    const UtcTime next = refusedAt + minutes(m_random.between(25, 180));
    const bool isLate = next > m_world.weekStart(week) + 24h * 4 + 19h;
    if (week == kOpenWeek - 1 && (isLate || m_random.chance(kNightRunShare))) {
        m_waiting.append(order);
        return {};
    }
    if (!isLate)
        return next;
    if (m_world.isEmpty(order.client, week + 1))
        return {};
    return m_world.weekStart(week + 1) + 7h + minutes(m_random.between(0, 240));
}

Planner::Batch Planner::runBatch(const Order& order, UtcTime at, int size)
{
    Batch batch;
    for (int candidate = 1; candidate <= size; ++candidate) {
        UtcTime sent = at + 4s * (candidate - 1) + Milliseconds(m_random.integer(0, 1500));
        QString before;
        for (int number = 1; number <= kMaxAttempts; ++number) {
            Attempt& attempt = addAttempt(m_world.attempt(order, sent, m_random), candidate);
            Generation& g = attempt.generation;
            g.attempt = number;
            g.retryOf = before;
            before = g.externalId;
            batch.endedAt = qMax(batch.endedAt, g.sentAt + *g.latency);
            sent = g.sentAt + *g.latency + 500ms;
            if (attempt.isOk())
                batch.ok.append(m_plan.attempts.size() - 1);
            if (attempt.isOk() || g.status == GenerationStatus::ContentFilter)
                break;
        }
    }
    return batch;
}

Attempt& Planner::addAttempt(Attempt attempt, int candidate)
{
    attempt.generation.externalId =
        u'g' + QString::number(28'401 + m_plan.attempts.size()).rightJustified(7, u'0');
    attempt.generation.candidate = candidate;
    m_plan.attempts.append(std::move(attempt));
    return m_plan.attempts.last();
}

Planner::Verdict Planner::reviewBatch(const Batch& batch, UtcTime from)
{
    // Whoever reviews on a Friday is done before the weekend ends.
    const int week = m_plan.attempts.at(batch.ok.first()).week;
    Verdict verdict{false, qMin(from, m_world.weekStart(week + 1) - 12h)};
    const QString reviewer = anyReviewer(m_random);
    for (const qsizetype index : batch.ok) {
        verdict.at += Milliseconds(m_random.integer(9'000, 48'000));
        Review review = judge(m_plan.attempts.at(index), verdict.at, m_random);
        review.reviewer = reviewer;
        verdict.accepted = verdict.accepted || review.disposition == Disposition::Accepted;
        addReview(review);
        if (review.disposition == Disposition::Revised && m_random.chance(0.03)) {
            review.reviewedAt += 40min;
            review.disposition = Disposition::Rejected;
            addReview(review);
        }
    }
    return verdict;
}

void Planner::addReview(Review review)
{
    review.externalId = u'r' + QString::number(1 + m_plan.reviews.size()).rightJustified(6, u'0');
    m_plan.reviews.append(std::move(review));
}

} // namespace assay::sample
