// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/trendsloader.h"

#include <algorithm>

namespace assay {

namespace {

Result<TrendsContent> readContent(const Database& database, const ViewFilter& filter, UtcTime now)
{
    auto choices = readViewChoices(database);
    if (!choices)
        return choices.error();
    auto view = readWeeklyView(database, filter, now);
    if (!view)
        return view.error();
    return TrendsContent{*std::move(choices), *std::move(view)};
}

} // namespace

TrendsLoader::TrendsLoader(const QString& workspacePath, Clock clock, QObject* parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_reader(workspacePath)
{
}

void TrendsLoader::load(const ViewFilter& filter)
{
    ++m_unanswered;
    m_reader.ask<TrendsContent>(
        [filter, now = m_clock()](const Database& database) { return readContent(database, filter, now); },
        [this, request = ++m_newest](const Result<TrendsContent>& content) {
            --m_unanswered;
            if (request != m_newest)
                return;
            if (content)
                emit loaded(*content);
            else
                emit failed(content.error());
        });
}

void TrendsLoader::loadMovement(const WeeklyView& view, const MovementQuestion& question)
{
    // What the weeks were judged from is read again, by part.
    WeeklyView judged = view;
    judged.rows.clear();
    judged.selected.reset();
    ++m_unanswered;
    m_reader.ask<Movement>(
        [view = std::move(judged), question](const Database& database) {
            const auto week = std::ranges::find(view.weeks, question.week, &JudgedWeek::week);
            return readMovement(database, view, *week, question.metric, question.dimension);
        },
        [this, request = ++m_newestMovement](const Result<Movement>& movement) {
            --m_unanswered;
            if (request != m_newestMovement)
                return;
            if (movement)
                emit movementLoaded(*movement);
            else
                emit movementFailed(movement.error());
        });
}

} // namespace assay
