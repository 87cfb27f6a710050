// SPDX-License-Identifier: GPL-3.0-or-later
// Importer: takes folders, images, logs and tables into a workspace, one small batch for each step(), each in
// a transaction of its own, so that an import can be watched, cancelled, killed and repeated. Everything is
// idempotent. Belongs to one thread; reads through that thread's connection and writes through its target.
// Does not watch and does not wait.
#pragma once

#include "app/intake/filesources.h"
#include "app/intake/followedlogs.h"
#include "app/intake/importreport.h"
#include "app/intake/logsource.h"

#include <QElapsedTimer>
#include <QHash>

#include <deque>
#include <memory>

namespace assay {

class Importer
{
public:
    /// Both outlive the importer. `logEnd` holds for every log it meets. `logs` are what importers of one
    /// thread know of logs together.
    Importer(const Database& reading, ImportTarget& target, LogEnd logEnd = LogEnd::Final,
             Clock clock = systemClock(),
             std::shared_ptr<FollowedLogs> logs = std::make_shared<FollowedLogs>());
    ~Importer();

    /// A folder, an image, a log or a table that a person named. What it is shows when it is its turn.
    void addPath(const QString& path, const QString& client = {});
    /// The same for a folder that is watched: files younger than `olderThan` are the watcher's.
    void addWatchedFolder(const QString& path, const QString& client, UtcTime olderThan);
    /// A log that is followed, from where it was read to.
    void addLogGrowth(const QString& path);
    /// Settled files below one root, and files of it that are gone.
    void addFiles(const ImageRoot& root, const QStringList& paths, const QList<VanishedFile>& vanished);

    bool hasWork() const;
    /// Reads and stores one batch. On an error nothing is lost: the next call tries the same batch again.
    Result<void> step();
    /// Drops everything that is not stored yet.
    void cancel();

    ImportProgress progress() const;
    /// Of everything since the last call; call it when there is no work left.
    ImportReport takeReport();
    /// How far a log was read; nothing when it was not.
    std::optional<LogPosition> logPosition(const QString& path) const;
    /// See FollowedLogs::changed().
    QStringList changedLogs();

private:
    struct Task;
    struct Record
    {
        ImportId import;
        ImportCounts counts;
        ImportScope scope = ImportScope::Whole;
    };

    std::unique_ptr<ImportSource> openLog(const QString& path, LogEnd end);
    Result<bool> beginNext();
    Result<std::unique_ptr<ImportSource>> open(const Task& task);
    Result<std::unique_ptr<ImportSource>> openPath(const Task& task);
    Result<std::unique_ptr<ImportSource>> openTable(const QString& path, const QString& client);
    Result<std::unique_ptr<FileIntake>> fileIntake(FileIntakeOptions options) const;
    Result<QList<ImageRoot>> rootsWith(const NewRoot& root);
    void fillBatch();
    Result<void> storeBatch();
    void note(const BatchOutcome& outcome);
    void finishSource();
    void closeLog();

    const Database& m_reading;
    ImportTarget& m_target;
    LogEnd m_logEnd;
    Clock m_clock;
    std::deque<Task> m_tasks;
    std::unique_ptr<ImportSource> m_source;
    std::optional<ImportBatch> m_batch; ///< filled and not stored yet
    Record m_record;                    ///< of the source that is read
    bool m_recordIsShared = false;
    QHash<QString, Record> m_sharedRecords; ///< one record for all that a watched folder brings
    std::shared_ptr<FollowedLogs> m_logs;
    QString m_log; ///< that is read now; empty: none
    ImportReport m_report;
    QElapsedTimer m_timer;
    qint64 m_doneBefore = 0; ///< by the sources before this one
};

} // namespace assay
