// SPDX-License-Identifier: GPL-3.0-or-later
// The only writer of this process: a thread with its own connection that runs jobs one after the other,
// urgent ones (a person's verdict) before bulk ones (an import). Lives in the GUI thread; jobs run in the
// store thread; signals are emitted in the GUI thread. The destructor finishes the jobs already queued and
// stops the thread.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/domain/ids.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QPromise>
#include <QStringList>

#include <functional>
#include <memory>

namespace assay {

class Database;

class StoreWriter : public QObject
{
    Q_OBJECT

public:
    enum class Priority { Urgent, Bulk };

    /// The workspace must exist and be migrated (openWorkspace).
    static Result<std::unique_ptr<StoreWriter>> start(const QString& workspacePath);
    ~StoreWriter() override;

    /// Runs `job` in the store thread on its connection. The future always finishes, with the job's result.
    /// The job makes its own Transaction; when it returns success it is durable.
    template<typename T>
    QFuture<Result<T>> run(Priority priority, std::function<Result<T>(const Database&)> job)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        QFuture<Result<T>> future = promise->future();
        enqueue(priority, [promise, job = std::move(job)](const Database& database) {
            promise->addResult(job(database));
            promise->finish();
        });
        return future;
    }

    /// For jobs: tells the GUI thread what was committed (emits the signal of the same name there).
    void announceGenerationsAdded(const QList<GenerationId>& ids);
    void announceGenerationsChanged(const QList<GenerationId>& ids);
    void announceReviewSaved(GenerationId id);

signals:
    void generationsAdded(const QList<assay::GenerationId>& ids);
    /// Something else about these rows is different now (file found again, asset linked, checklist edited).
    void generationsChanged(const QList<assay::GenerationId>& ids);
    void reviewSaved(assay::GenerationId id);

private:
    struct Thread;

    explicit StoreWriter(std::unique_ptr<Thread> thread);
    void enqueue(Priority priority, std::function<void(const Database&)> job);

    std::unique_ptr<Thread> m_thread;
};

} // namespace assay
