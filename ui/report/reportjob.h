// SPDX-License-Identifier: GPL-3.0-or-later
// ReportJob: reads a client report in a thread of its own and gives back the finished numbers. Lives in the
// GUI thread; one at a time. Drawing is not its part.
#pragma once

#include "app/report/clientreport.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>

#include <functional>

namespace assay {

class ReportJob : public QObject
{
    Q_OBJECT

public:
    explicit ReportJob(QString workspacePath, QObject* parent = nullptr);
    ~ReportJob() override;

    void readClients();
    void read(const ClientReportRequest& request);

signals:
    void clientsRead(const QStringList& clients);
    void reportRead(const assay::ClientReport& report);
    void failed(const assay::Error& error);

private:
    template<typename Value>
    void answer(const QFuture<Result<Value>>& future, const std::function<void(const Value&)>& give);

    QString m_workspacePath;
    QThreadPool m_pool;
};

} // namespace assay
