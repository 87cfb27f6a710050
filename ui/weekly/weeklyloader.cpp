// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weekly/weeklyloader.h"

#include "app/store/generations.h"
#include "app/store/imports.h"
#include "app/store/weeklyreviews.h"

namespace assay {

namespace {

Result<void> readReviews(const Database& database, const ViewFilter& view, WeeklyContent& content)
{
    const WeeklyReviews stored(database);
    auto reviews = stored.ofView(view);
    if (!reviews)
        return reviews.error();
    auto acknowledgements = stored.acknowledgements(view);
    if (!acknowledgements)
        return acknowledgements.error();
    auto drafts = stored.drafts(view);
    if (!drafts)
        return drafts.error();
    content.reviews = *std::move(reviews);
    content.acknowledgements = *std::move(acknowledgements);
    content.drafts = *std::move(drafts);
    return {};
}

void takeOverall(const WeeklyView& view, std::span<const WeeklyReview> reviews, WeeklyContent& content)
{
    content.overdue = unsignedWeeks(view, reviews, content.begunAt);
    for (const FiringAlert& alert : firingAlerts(view.weeks))
        content.firing.push_back({alert.metric, alert.since});
}

/// What the window says on every page is about all clients, whatever the page shows.
Result<void> readOverall(const Database& database, UtcTime now, WeeklyContent& content)
{
    const auto view = readWeeklyView(database, std::nullopt, now);
    if (!view)
        return view.error();
    const auto reviews = WeeklyReviews(database).ofView({});
    if (!reviews)
        return reviews.error();
    takeOverall(*view, *reviews, content);
    return {};
}

Result<WeeklyContent> readContent(const Database& database, const std::optional<QString>& client, UtcTime now)
{
    WeeklyContent content;
    auto clients = clientNames(database);
    if (!clients)
        return clients.error();
    content.clients = *std::move(clients);
    const auto begunAt = Imports(database).firstStartedAt();
    if (!begunAt)
        return begunAt.error();
    content.begunAt = *begunAt;
    auto view = readWeeklyView(database, client, now);
    if (!view)
        return view.error();
    if (auto read = readReviews(database, view->filter, content); !read)
        return read.error();
    if (!client)
        takeOverall(*view, content.reviews, content);
    else if (auto read = readOverall(database, now, content); !read)
        return read.error();
    content.view = std::make_shared<WeeklyView>(*std::move(view));
    return content;
}

} // namespace

WeeklyLoader::WeeklyLoader(const QString& workspacePath, Clock clock, QObject* parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_reader(workspacePath)
{
}

void WeeklyLoader::load(const std::optional<QString>& client)
{
    const int request = ++m_newest;
    m_reader.ask<WeeklyContent>(
        [client, now = m_clock()](const Database& database) { return readContent(database, client, now); },
        [this, request](const Result<WeeklyContent>& content) {
            if (request != m_newest)
                return;
            if (content)
                emit loaded(*content);
            else
                emit failed(content.error());
        });
}

void WeeklyLoader::loadMovements(const std::shared_ptr<const WeeklyView>& view, const JudgedWeek& week)
{
    const int request = ++*m_newestMovements;
    const auto read = [view, week, request,
                       newest = m_newestMovements](const Database& database) -> Result<WeekMovements> {
        WeekMovements found{.week = week.week};
        for (const MetricId metric : metricsToDecide(week)) {
            for (const Dimension dimension : {Dimension::Client, Dimension::Model, Dimension::Template}) {
                if (request != *newest)
                    return found;
                auto movement = readMovement(database, *view, week, metric, dimension);
                if (movement && movement->parts.size() > 1)
                    found.movements.push_back(*std::move(movement));
            }
        }
        return found;
    };
    m_reader.ask<WeekMovements>(read, [this, request](const Result<WeekMovements>& found) {
        if (found && request == *m_newestMovements)
            emit movementsLoaded(*found);
    });
}

} // namespace assay
