// SPDX-License-Identifier: GPL-3.0-or-later
// Planner: goes through the weeks and plans assets, cycles, batches, retries and reviews. Used once, by
// makePlan. What is true in a week is asked from World, what a reviewer says from judge().
#pragma once

#include "app/sample/world.h"

#include <QHash>
#include <QSet>

namespace assay::sample {

class Planner
{
public:
    explicit Planner(const PlanRequest& request);

    void planClosedWeek(int week);
    void planOpenWeek();
    Plan take();

private:
    /// The ok attempts of one batch, by place in the plan.
    struct Batch
    {
        QList<qsizetype> ok;
        UtcTime endedAt{};
    };
    struct Verdict
    {
        bool accepted = false;
        UtcTime at{};
    };

    Order newOrder(int client, UtcTime at);
    Order plainOrder(Scene scene, UtcTime at);
    UtcTime workingTime(int week);
    int batchSize();

    void planAsset(Order order, UtcTime at);
    /// When the next cycle of a refused asset is sent; nothing when it waits for the open week or is given
    /// up.
    std::optional<UtcTime> nextCycle(const Order& order, UtcTime refusedAt);
    Batch runBatch(const Order& order, UtcTime at, int size);
    Attempt& addAttempt(Attempt attempt, int candidate);
    Verdict reviewBatch(const Batch& batch, UtcTime from);
    void addReview(Review review);
    Batch runScripted(const Order& order, UtcTime at, const QList<Content>& shown);

    void planHeroHistory();
    void planHeroCandidates(UtcTime at);
    int planDecidedBatches(UtcTime& at, int images);
    void planWaitingBatches(UtcTime& at, int images);
    void givePictures();
    void nameImages();

    PlanRequest m_request;
    World m_world;
    Random m_random;
    Plan m_plan;
    QHash<int, QStringList> m_names; ///< by scene, those not used yet
    QList<Order> m_waiting;          ///< sent back, regenerated in the open week
    QSet<QString> m_pictured;        ///< assets whose every image has a picture
    Order m_hero;
};

} // namespace assay::sample
