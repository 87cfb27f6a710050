// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storewriter.h"

#include "app/store/checkpointer.h"
#include "app/store/database.h"

#include <QBasicTimer>
#include <QCoreApplication>
#include <QEvent>
#include <QThread>
#include <QTimerEvent>

#include <deque>
#include <optional>

namespace assay {

namespace {

using Job = std::function<void(const Database&)>;

constexpr int kIdleMs = 500;

enum class Call { AddJob, RunNext, Finish };

QEvent::Type eventType(Call call)
{
    return static_cast<QEvent::Type>(QEvent::User + static_cast<int>(call));
}

class JobEvent : public QEvent
{
public:
    JobEvent(StoreWriter::Priority priority, Job job)
        : QEvent(eventType(Call::AddJob))
        , m_priority(priority)
        , m_job(std::move(job))
    {
    }

    StoreWriter::Priority priority() const { return m_priority; }
    Job takeJob() { return std::move(m_job); }

private:
    StoreWriter::Priority m_priority;
    Job m_job;
};

/// Lives in the store thread. Everything reaches it as an event, so its queues need no lock; between two jobs
/// it takes in what has arrived, so an urgent job waits for one other at most.
class Worker : public QObject
{
public:
    Result<void> open(const QString& path);

protected:
    bool event(QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    void add(JobEvent& event);
    void runNext();
    bool hasJobs() const { return !m_urgent.empty() || !m_bulk.empty(); }

    std::unique_ptr<Database> m_database;
    std::optional<Checkpointer> m_checkpointer;
    std::deque<Job> m_urgent;
    std::deque<Job> m_bulk;
    QBasicTimer m_idle;
};

Result<void> Worker::open(const QString& path)
{
    auto database = Database::open(path, Database::Mode::ReadWrite);
    if (!database)
        return database.error();
    m_database = *std::move(database);
    m_checkpointer.emplace(*m_database);
    return {};
}

bool Worker::event(QEvent* event)
{
    if (event->type() == eventType(Call::AddJob)) {
        add(static_cast<JobEvent&>(*event));
        return true;
    }
    if (event->type() == eventType(Call::RunNext)) {
        runNext();
        return true;
    }
    if (event->type() == eventType(Call::Finish)) {
        while (hasJobs())
            runNext();
        m_idle.stop();
        m_checkpointer.reset();
        m_database.reset();
        QThread::currentThread()->quit();
        return true;
    }
    return QObject::event(event);
}

void Worker::add(JobEvent& event)
{
    if (!hasJobs())
        QCoreApplication::postEvent(this, new QEvent(eventType(Call::RunNext)));
    auto& queue = event.priority() == StoreWriter::Priority::Urgent ? m_urgent : m_bulk;
    queue.push_back(event.takeJob());
}

void Worker::runNext()
{
    if (!hasJobs())
        return;
    auto& queue = m_urgent.empty() ? m_bulk : m_urgent;
    const Job job = std::move(queue.front());
    queue.pop_front();
    job(*m_database);
    if (hasJobs())
        QCoreApplication::postEvent(this, new QEvent(eventType(Call::RunNext)));
    // A long import never leaves the store idle, so its log is moved between two of its jobs.
    if (m_urgent.empty())
        m_checkpointer->moveLargeLog();
    m_idle.start(kIdleMs, this);
}

void Worker::timerEvent(QTimerEvent*)
{
    m_idle.stop();
    m_checkpointer->moveLog();
}

} // namespace

struct StoreWriter::Thread
{
    QThread thread;
    Worker worker;
};

Result<std::unique_ptr<StoreWriter>> StoreWriter::start(const QString& workspacePath)
{
    auto parts = std::make_unique<Thread>();
    Thread& started = *parts;
    started.thread.setObjectName(QStringLiteral("store"));
    started.worker.moveToThread(&started.thread);
    started.thread.start();
    Result<void> opened;
    QMetaObject::invokeMethod(
        &started.worker, [&] { opened = started.worker.open(workspacePath); }, Qt::BlockingQueuedConnection);
    std::unique_ptr<StoreWriter> writer(new StoreWriter(std::move(parts)));
    if (!opened)
        return opened.error();
    return writer;
}

StoreWriter::StoreWriter(std::unique_ptr<Thread> thread)
    : m_thread(std::move(thread))
{
}

StoreWriter::~StoreWriter()
{
    QCoreApplication::postEvent(&m_thread->worker, new QEvent(eventType(Call::Finish)));
    m_thread->thread.wait();
}

void StoreWriter::enqueue(Priority priority, Job job)
{
    QCoreApplication::postEvent(&m_thread->worker, new JobEvent(priority, std::move(job)));
}

void StoreWriter::announceGenerationsAdded(const QList<GenerationId>& ids)
{
    QMetaObject::invokeMethod(
        this, [this, ids] { emit generationsAdded(ids); }, Qt::QueuedConnection);
}

void StoreWriter::announceGenerationsChanged(const QList<GenerationId>& ids)
{
    QMetaObject::invokeMethod(
        this, [this, ids] { emit generationsChanged(ids); }, Qt::QueuedConnection);
}

void StoreWriter::announceReviewSaved(GenerationId id)
{
    QMetaObject::invokeMethod(
        this, [this, id] { emit reviewSaved(id); }, Qt::QueuedConnection);
}

} // namespace assay
