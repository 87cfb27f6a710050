// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/trendsloader.h"

#include "app/base/whenfinished.h"
#include "app/store/database.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace assay {

namespace {

Result<TrendsContent> readContent(const QString& path, const ViewFilter& filter, UtcTime now)
{
    const auto database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    auto choices = readViewChoices(**database);
    if (!choices)
        return choices.error();
    auto view = readWeeklyView(**database, filter, now);
    if (!view)
        return view.error();
    return TrendsContent{*std::move(choices), *std::move(view)};
}

Result<Movement> readMovementOf(const QString& path, const WeeklyView& view, const MovementQuestion& question)
{
    const auto database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    const auto week = std::ranges::find(view.weeks, question.week, &JudgedWeek::week);
    return readMovement(**database, view, *week, question.metric, question.dimension);
}

} // namespace

TrendsLoader::TrendsLoader(QString workspacePath, Clock clock, QObject* parent)
    : QObject(parent)
    , m_workspacePath(std::move(workspacePath))
    , m_clock(std::move(clock))
{
    m_pool.setMaxThreadCount(1);
}

TrendsLoader::~TrendsLoader()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void TrendsLoader::load(const ViewFilter& filter)
{
    const auto reading = QtConcurrent::run(&m_pool, readContent, m_workspacePath, filter, m_clock());
    whenFinished(reading, this, [this, request = ++m_newest](const Result<TrendsContent>& result) {
        if (request != m_newest)
            return;
        if (result)
            emit loaded(*result);
        else
            emit failed(result.error());
    });
}

void TrendsLoader::loadMovement(const WeeklyView& view, const MovementQuestion& question)
{
    // What the weeks were judged from is read again, by part.
    WeeklyView judged = view;
    judged.rows.clear();
    judged.selected.reset();
    const auto reading =
        QtConcurrent::run(&m_pool, readMovementOf, m_workspacePath, std::move(judged), question);
    whenFinished(reading, this, [this, request = ++m_newestMovement](const Result<Movement>& result) {
        if (request != m_newestMovement)
            return;
        if (result)
            emit movementLoaded(*result);
        else
            emit movementFailed(result.error());
    });
}

} // namespace assay
