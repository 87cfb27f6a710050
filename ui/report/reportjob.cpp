// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportjob.h"

#include "app/store/database.h"
#include "app/store/generations.h"

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
    QtConcurrent::run(&m_pool, clientsOf, m_workspacePath)
        .then(this, [this](const Result<QStringList>& clients) {
            if (clients)
                emit clientsRead(*clients);
            else
                emit failed(clients.error());
        });
}

void ReportJob::read(const ClientReportRequest& request)
{
    QtConcurrent::run(&m_pool, reportOf, m_workspacePath, request)
        .then(this, [this](const Result<ClientReport>& report) {
            if (report)
                emit reportRead(*report);
            else
                emit failed(report.error());
        });
}

} // namespace assay
