// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/judge.h"
#include "app/sample/planner.h"

#include <algorithm>

namespace assay::sample {

namespace {

using namespace std::chrono_literals;

constexpr quint64 kHeroLook = 6;
constexpr auto kBetweenBatches = 100s;

} // namespace

Order Planner::plainOrder(Scene scene, UtcTime at)
{
    Order order;
    order.client = sampleClients().first().scenes.contains(scene) ? 0 : 1;
    order.asset = plainAssetName(scene);
    order.brief = plainBrief(scene);
    order.look = m_random.bits();
    order.model = m_world.modelFor(order.client, at, m_random);
    order.promptWrittenAt = at - 20min;
    return order;
}

/// The asset that is looked at first: two cycles came back, the third waits.
void Planner::planHeroHistory()
{
    UtcTime at = m_world.weekStart(kOpenWeek - 1) + 24h * 2 + 9h;
    m_hero = plainOrder(Scene::Tea, at);
    m_hero.look = kHeroLook;
    Content wrong = m_hero.brief.asked;
    wrong.text = u"SAEL"_qs;
    wrong.extras = 2;
    Content swapped = wrong;
    swapped.mirrored = true;
    Content few = swapped;
    few.count = 2;
    for (const QList<Content>& shown : {QList<Content>{swapped, few}, QList<Content>{wrong, wrong}}) {
        const Batch batch = runScripted(m_hero, at, shown);
        const bool first = m_hero.cycle == 1;
        for (const qsizetype index : batch.ok) {
            Review review = judge(m_plan.attempts.at(index), batch.endedAt + 30min, m_random);
            review.disposition = first ? Disposition::Rejected : Disposition::Revised;
            review.note = noteOn(m_hero.brief, m_hero.cycle, m_plan.attempts.at(index).shown);
            review.reviewer = first ? u"Dana K."_qs : u"Milo R."_qs;
            addReview(review);
        }
        ++m_hero.cycle;
        at += 24h;
    }
}

void Planner::planHeroCandidates(UtcTime at)
{
    const Content& asked = m_hero.brief.asked;
    QList<Content> shown(4, asked);
    shown[0].extras = 2;
    shown[2].count = 2;
    shown[3].text = u"SAEL"_qs;
    runScripted(m_hero, at, shown);
    m_pictured.insert(m_hero.asset);
}

Planner::Batch Planner::runScripted(const Order& order, UtcTime at, const QList<Content>& shown)
{
    Batch batch;
    for (const Content& content : shown) {
        Attempt attempt = m_world.attempt(order, at, m_random);
        while (!attempt.isOk())
            attempt = m_world.attempt(order, at, m_random);
        attempt.shown = content;
        batch.endedAt = at + *attempt.generation.latency;
        batch.ok.append(m_plan.attempts.size());
        addAttempt(std::move(attempt), static_cast<int>(batch.ok.size()));
        at += 4s;
    }
    return batch;
}

/// The night's work: first what the early shift has decided already, then what waits for a verdict.
void Planner::planOpenWeek()
{
    UtcTime at = m_world.weekStart(kOpenWeek) + 5min;
    planDecidedBatches(at, m_request.pictures * 60 / 300);
    planHeroCandidates(at);
    at += kBetweenBatches;
    planWaitingBatches(at, m_request.pictures * 140 / 300 - 4);
}

int Planner::planDecidedBatches(UtcTime& at, int images)
{
    int made = 0;
    UtcTime reviewed = m_world.weekStart(kOpenWeek) + 4h;
    for (int client = 0; made < images; client = 1 - client) {
        Order order = newOrder(client, at);
        order.model = m_world.modelFor(client, at, m_random);
        const Batch batch = runBatch(order, at, qMin(batchSize(), images - made));
        at += kBetweenBatches;
        if (batch.ok.isEmpty())
            continue;
        reviewed = reviewBatch(batch, reviewed).at;
        made += static_cast<int>(batch.ok.size());
        m_pictured.insert(order.asset);
    }
    return made;
}

void Planner::planWaitingBatches(UtcTime& at, int images)
{
    QList<Order> orders;
    for (Order order : m_waiting) {
        ++order.cycle;
        orders.append(order);
    }
    for (int scene = 1; scene < kSceneCount; ++scene)
        orders.insert(qMin<qsizetype>(2 * scene - 1, orders.size()),
                      plainOrder(static_cast<Scene>(scene), at));
    int made = 0;
    for (int i = 0; made < images; ++i) {
        Order order = i < orders.size() ? orders.at(i) : newOrder(i % 2, at);
        order.model = m_world.modelFor(order.client, at, m_random);
        made += static_cast<int>(runBatch(order, at, qMin(batchSize(), images - made)).ok.size());
        at += kBetweenBatches;
        m_pictured.insert(order.asset);
    }
}

/// Pictures go to every image of the assets of the open week, then to the latest assets before it.
void Planner::givePictures()
{
    QList<qsizetype> latest;
    int given = 0;
    for (qsizetype i = 0; i < m_plan.attempts.size(); ++i) {
        Attempt& attempt = m_plan.attempts[i];
        attempt.hasPicture = attempt.isOk() && m_pictured.contains(attempt.generation.asset);
        given += attempt.hasPicture ? 1 : 0;
        if (attempt.isOk() && !attempt.hasPicture)
            latest.append(i);
    }
    const auto sentAt = [this](qsizetype i) { return m_plan.attempts.at(i).generation.sentAt; };
    std::stable_sort(latest.begin(), latest.end(), [&](auto a, auto b) { return sentAt(a) > sentAt(b); });
    for (const qsizetype i : latest) {
        if (given >= m_request.pictures)
            return;
        for (Attempt& attempt : m_plan.attempts) {
            const bool same = attempt.generation.asset == m_plan.attempts.at(i).generation.asset;
            if (same && attempt.isOk() && !attempt.hasPicture) {
                attempt.hasPicture = true;
                ++given;
            }
        }
    }
}

} // namespace assay::sample
