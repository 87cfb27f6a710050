// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/trendsloader.h"

#include "app/store/database.h"
#include "app/store/generations.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

namespace assay {

namespace {

Result<TrendsContent> readContent(const QString& path, const std::optional<QString>& client, UtcTime now)
{
    const auto database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    auto clients = clientNames(**database);
    if (!clients)
        return clients.error();
    auto view = readWeeklyView(**database, client, now);
    if (!view)
        return view.error();
    return TrendsContent{*std::move(clients), *std::move(view)};
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

void TrendsLoader::load(const std::optional<QString>& client)
{
    const int request = ++m_newest;
    // A watcher answers later, also when the reading was done at once; a continuation may answer within this
    // call.
    auto* watcher = new QFutureWatcher<Result<TrendsContent>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, request] {
        watcher->deleteLater();
        if (request != m_newest)
            return;
        const Result<TrendsContent> result = watcher->result();
        if (result)
            emit loaded(*result);
        else
            emit failed(result.error());
    });
    watcher->setFuture(QtConcurrent::run(&m_pool, readContent, m_workspacePath, client, m_clock()));
}

} // namespace assay
