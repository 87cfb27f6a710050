// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/intakeservice.h"

#include "app/intake/intakeworker.h"

namespace assay {

IntakeService::IntakeService(StoreWriter& writer, const QString& workspacePath, Clock clock)
    : m_worker(new IntakeWorker(writer, workspacePath, std::move(clock), m_stop.get_token()))
{
    m_thread.setObjectName(QStringLiteral("intake"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_worker, &IntakeWorker::start);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &IntakeWorker::progressed, this, &IntakeService::progressed);
    connect(m_worker, &IntakeWorker::finished, this, &IntakeService::finished);
    connect(m_worker, &IntakeWorker::problemFound, this, &IntakeService::problemFound);
    connect(m_worker, &IntakeWorker::rootsChanged, this, &IntakeService::rootsChanged);
    connect(m_worker, &IntakeWorker::rootVanished, this, &IntakeService::rootVanished);
    connect(m_worker, &IntakeWorker::rootReturned, this, &IntakeService::rootReturned);
    connect(m_worker, &IntakeWorker::followedBy, this, [this](const ImageRoot& root, FollowedBy way) {
        m_ways.insert(root.id, way);
        emit wayChanged(root);
    });
    m_thread.start(QThread::IdlePriority);
}

IntakeService::~IntakeService()
{
    m_stop.request_stop();
    m_thread.quit();
    m_thread.wait();
}

void IntakeService::importPaths(const QStringList& paths, const QString& client)
{
    QMetaObject::invokeMethod(m_worker,
                              [worker = m_worker, paths, client] { worker->importPaths(paths, client); });
}

void IntakeService::cancel()
{
    QMetaObject::invokeMethod(m_worker, &IntakeWorker::cancel);
}

} // namespace assay
