// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/export.h"

#include "app/store/changes.h"
#include "app/store/generations.h"
#include "app/store/reviews.h"

#include <QIODevice>

#include <functional>

namespace assay {

namespace {

constexpr int kPage = 500;

Result<void> writeLine(QIODevice& device, const QString& line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    if (device.write(bytes) == bytes.size())
        return {};
    return Error{ErrorKind::Io, {}, device.errorString()};
}

/// Every generation, a page of ids at a time.
Result<void> forEachGeneration(const Generations& generations,
                               const std::function<Result<void>(GenerationId)>& visit)
{
    GenerationId last;
    while (true) {
        const auto ids = generations.storedAfter(last, kPage);
        if (!ids)
            return ids.error();
        if (ids->isEmpty())
            return {};
        for (const GenerationId id : *ids) {
            if (auto visited = visit(id); !visited)
                return visited;
        }
        last = ids->last();
    }
}

} // namespace

Result<void> exportGenerations(const Database& database, QIODevice& device)
{
    const WeekCalendar calendar(QTimeZone::utc());
    const Generations generations(database, calendar);
    return forEachGeneration(generations, [&](GenerationId id) -> Result<void> {
        const auto generation = generations.get(id);
        return generation ? writeLine(device, toLogLine(*generation)) : generation.error();
    });
}

Result<void> exportReviews(const Database& database, QIODevice& device)
{
    const WeekCalendar calendar(QTimeZone::utc());
    const Generations generations(database, calendar);
    const Reviews reviews(database);
    return forEachGeneration(generations, [&](GenerationId id) -> Result<void> {
        const auto all = reviews.ofGeneration(id);
        if (!all)
            return all.error();
        for (const Review& review : *all) {
            if (review.withdrawn)
                continue;
            if (auto written = writeLine(device, toLogLine(review)); !written)
                return written;
        }
        return {};
    });
}

Result<void> exportChanges(const Database& database, QIODevice& device)
{
    const Changes changes(database);
    const auto all = changes.all();
    const auto samples = changes.gpuSamples();
    if (!all || !samples)
        return all ? samples.error() : all.error();
    for (const Change& change : *all) {
        if (auto written = writeLine(device, toLogLine(change)); !written)
            return written;
    }
    for (const GpuSample& sample : *samples) {
        if (auto written = writeLine(device, toLogLine(sample)); !written)
            return written;
    }
    return {};
}

} // namespace assay
