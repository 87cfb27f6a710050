// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportjob.h"

#include "app/store/database.h"
#include "app/store/generations.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

namespace assay {

namespace {

Result<QStringList> clientsOf(const QString& path)
{
    const auto database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    return clientNames(**database);
}

Result<ClientReport> reportOf(const QString& path, const ClientReportRequest& request)
{
    const auto database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    return readClientReport(**database, request);
}

} // namespace

ReportJob::ReportJob(QString workspacePath, QObject* parent)
    : QObject(parent)
    , m_workspacePath(std::move(workspacePath))
{
    m_pool.setMaxThreadCount(1);
}

ReportJob::~ReportJob()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void ReportJob::readClients()
{
    answer<QStringList>(QtConcurrent::run(&m_pool, clientsOf, m_workspacePath),
                        [this](const QStringList& clients) { emit clientsRead(clients); });
}

void ReportJob::read(const ClientReportRequest& request)
{
    answer<ClientReport>(QtConcurrent::run(&m_pool, reportOf, m_workspacePath, request),
                         [this](const ClientReport& report) { emit reportRead(report); });
}

/// A watcher and not QFuture::then(): with Qt 6.4 a continuation outlives its context.
template<typename Value>
void ReportJob::answer(const QFuture<Result<Value>>& future, const std::function<void(const Value&)>& give)
{
    auto* watcher = new QFutureWatcher<Result<Value>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, give] {
        watcher->deleteLater();
        const Result<Value> result = watcher->result();
        if (result)
            give(*result);
        else
            emit failed(result.error());
    });
    watcher->setFuture(future);
}

} // namespace assay
