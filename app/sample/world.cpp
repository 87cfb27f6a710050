// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/world.h"

#include <QStringBuilder>

#include <algorithm>
#include <cmath>

namespace assay::sample {

namespace {

using namespace std::chrono_literals;

const QString kNewModel = u"aurel-3"_qs;
constexpr double kMissRatio = 0.072;
constexpr double kNewModelMissRatio = 0.20;
constexpr double kEarlyShare = 0.18; ///< of the new model in its first weeks
constexpr double kFailureRatio = 0.04;
constexpr qint64 kTimeoutMs = 120'000;

Milliseconds milliseconds(double value)
{
    return Milliseconds(std::llround(value));
}

} // namespace

World::World(const PlanRequest& request)
    : m_side(request.pictureSide)
    , m_seed(mixSeed(request.seed, 1))
{
    const WeekCalendar calendar(request.zone);
    const IsoWeek open = calendar.weekOf(request.now - 6h);
    for (int week = 0; week <= kWeeks; ++week)
        m_starts.append(calendar.startOf({open.monday.addDays(7 * (week - kOpenWeek))}));
}

int World::weekOf(UtcTime time) const
{
    const auto next = std::upper_bound(m_starts.begin(), m_starts.end(), time);
    return static_cast<int>(next - m_starts.begin()) - 1;
}

UtcTime World::changeAt() const
{
    return weekStart(kChangeWeek) + 58h;
}

QString World::modelFor(int client, UtcTime time, Random& random) const
{
    const bool early = random.chance(kEarlyShare);
    if (client == 0 && (weekOf(time) >= kFullRollOutWeek || (time >= changeAt() && early)))
        return kNewModel;
    return sampleClients().at(client).model;
}

double World::missRatio(const Order& order) const
{
    return (order.model == kNewModel ? kNewModelMissRatio : kMissRatio) * order.difficulty;
}

Change World::change() const
{
    Change change;
    change.externalId = u"ch1"_qs;
    change.at = changeAt();
    change.client = sampleClients().first().name;
    change.kind = ChangeKind::Model;
    change.from = sampleClients().first().model;
    change.to = kNewModel;
    change.note = u"Provider upgrade. Few requests at first, all of them within three weeks."_qs;
    return change;
}

QList<GpuSample> World::gpuSamples() const
{
    QList<GpuSample> samples;
    Random random(m_seed);
    const UtcTime end = weekStart(kOpenWeek) + 6h;
    for (UtcTime at = weekStart(0); at + 6h <= end; at += 6h) {
        const auto hour = (at - weekStart(weekOf(at))) / 1h % 24;
        const bool busy = hour >= 6 && hour < 18;
        const double utilisation = (busy ? 0.66 : 0.14) + 0.06 * random.gauss();
        samples.append({at, 6h, u"gpu-0"_qs, qBound(0.0, utilisation, 1.0)});
    }
    return samples;
}

Attempt World::attempt(const Order& order, UtcTime at, Random& random) const
{
    Attempt attempt;
    attempt.brief = order.brief;
    attempt.shown = showing(order.brief, missRatio(order), random);
    attempt.seeds = {order.look, random.bits()};
    attempt.modelSeed = random.bits() >> 32;
    attempt.week = weekOf(at);
    Generation& g = attempt.generation;
    g.sentAt = at;
    g.promptWrittenAt = order.promptWrittenAt;
    g.client = sampleClients().at(order.client).name;
    g.asset = order.asset;
    g.batch = folderName(order.asset) % u'/' % QString::number(order.cycle);
    g.cycle = order.cycle;
    g.model = order.model;
    g.promptTemplate = templateOf(order.brief.asked.scene);
    g.prompt = promptOf(order.brief, order.cycle);
    g.negativePrompt = u"blurry, extra objects, watermark, misspelt text"_qs;
    g.checklist = checklistOf(order.brief, order.cycle);
    const QString size = QString::number(m_side);
    g.settings = uR"({"steps":28,"cfg":6.5,"sampler":"DPM++ 2M","scheduler":"Karras","size":")" % size %
                 u'x' % size % uR"(","seed":)" % QString::number(attempt.modelSeed) % u'}';
    decideOutcome(attempt, order, random);
    return attempt;
}

void World::decideOutcome(Attempt& attempt, const Order& order, Random& random) const
{
    const SampleClient& client = sampleClients().at(order.client);
    Generation& g = attempt.generation;
    const bool failed = random.chance(kFailureRatio);
    const int kind = random.weighted({0.5, 0.2, 0.3});
    double latency = random.logNormal(client.medianLatency, 0.28);
    const bool slowWeeks = order.client == 1 && attempt.week >= kSlowFromWeek;
    if (random.chance(slowWeeks ? 0.20 : 0.012))
        latency *= slowWeeks ? random.between(5, 6.5) : random.between(1.6, 2.2);
    const qint64 price = client.priceMicro * (order.model == kNewModel ? 6 : 5) / 5;
    g.cost = Money{price, u"USD"_qs};
    g.latency = milliseconds(latency);
    if (!failed)
        return scoreImage(attempt, order, random);
    static constexpr GenerationStatus kFailures[] = {GenerationStatus::Error, GenerationStatus::Timeout,
                                                     GenerationStatus::ContentFilter};
    static const QString kMessages[] = {u"502 bad gateway"_qs, u"no result after 120 s"_qs,
                                        u"refused by the content filter"_qs};
    g.status = kFailures[kind];
    g.error = kMessages[kind];
    g.latency = kind == 1 ? Milliseconds(kTimeoutMs) : milliseconds(latency * 0.3);
    g.cost->micro = kind == 2 ? price / 4 : 0;
}

void World::scoreImage(Attempt& attempt, const Order& order, Random& random) const
{
    Generation& g = attempt.generation;
    const int missed = countChecks(trueChecks(order.brief, order.cycle, attempt.shown)).missed;
    const auto rounded = [](double value) { return std::round(value * 10'000) / 10'000; };
    const double work = sampleClients().at(order.client).medianLatency * random.between(0.6, 0.75);
    g.gpuTime = milliseconds(qMin(work, 0.9 * static_cast<double>(g.latency->count())));
    g.scores.clip = rounded(0.315 + 0.018 * random.gauss() - 0.004 * missed);
    g.scores.aesthetic = rounded(5.85 + 0.4 * random.gauss());
    g.drift = rounded(random.logNormal(sampleClients().at(order.client).drift, 0.2));
}

} // namespace assay::sample
