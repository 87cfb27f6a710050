// SPDX-License-Identifier: GPL-3.0-or-later
// A batch is what one short transaction of an import stores: events, files that went away, problems, and how
// far the import came. Values that cross from the thread that reads to the thread that writes.
#pragma once

#include "app/intake/logreader.h"
#include "app/store/imports.h"

#include <memory>
#include <span>

namespace assay {

class Database;

struct ImportItem
{
    LogEvent event;
    QString source;             ///< the file it comes from
    std::optional<qint64> line; ///< of a log
    QByteArray text;            ///< a review's log line: it may have to wait for its generation
};

struct VanishedFile
{
    ImageRootId root;
    QString relativePath;
    UtcTime since{};
};

/// How far a log was read.
struct LogPosition
{
    qint64 bytes = 0;
    qint64 lines = 0;

    bool operator==(const LogPosition&) const = default;
};

struct ImportBatch
{
    enum class End { GoesOn, Finished };

    ImportId import; ///< none: the batch is the first of its import and begins it
    QString source;  ///< what is imported: a folder, a file
    ImportScope scope = ImportScope::Whole;
    QList<ImportItem> items;
    QList<ImportProblem> problems; ///< found while reading
    QList<VanishedFile> vanished;
    QList<Generation> readAgain; ///< known images as their files say now, after something beside them changed
    ImportCounts counts;         ///< of the batches before this one, and the known and refused of this one
    std::optional<LogPosition> position; ///< of a log, behind the last line of this batch
    End end = End::GoesOn;
};

struct BatchOutcome
{
    ImportId import;               ///< none: it ended without news, and the history does not tell of it
    ImportCounts counts;           ///< of the import so far
    QList<ImportProblem> problems; ///< of this batch, those found while storing included
    QList<GenerationId> added;     ///< new rows
    QList<GenerationId> changed;   ///< rows that are different now
    bool hasChanges = false;       ///< changes or GPU samples are new
};

/// Stores batches, each in one transaction. Keeps what many of them need: prepared statements, and the rows
/// that they share. Belongs to the database's thread and goes before it.
class BatchStore
{
public:
    explicit BatchStore(const Database& database);
    ~BatchStore();
    BatchStore(const BatchStore&) = delete;
    BatchStore& operator=(const BatchStore&) = delete;

    /// An item that breaks a rule is a problem of the outcome; an error means that nothing of the batch is
    /// stored (NoSpace, Busy, Io, …) and it can be tried again.
    Result<BatchOutcome> store(const ImportBatch& batch, UtcTime now);

private:
    class Tables;
    enum class Faults { EndTheBatch, AreLeftOut };

    Result<void> openTables();
    Result<BatchOutcome> storeOnce(const ImportBatch& batch, UtcTime now, Faults faults);
    Result<void> storeItems(const ImportBatch& batch, Faults faults, BatchOutcome& outcome);
    Result<void> storeAll(std::span<const ImportItem> items, BatchOutcome& outcome);
    Result<void> storeGroup(std::span<const ImportItem> items, BatchOutcome& outcome);

    const Database& m_database;
    std::unique_ptr<Tables> m_tables;
};

/// What a root is for. Only a followed one is listed and watched; one that is kept for single files tells
/// where they are and brings nothing else from its folder.
enum class RootUse { Followed, SingleFiles };

struct NewRoot
{
    QString folder;
    QString client;
    RootUse use = RootUse::Followed;
};

/// Adds an image root in a transaction of its own. For single files: only where no followed root has them.
Result<ImageRoot> storeRoot(const Database& database, const NewRoot& root, UtcTime now);

/// How large one transaction may become. While it is written, a verdict has to wait.
struct BatchLimit
{
    qsizetype rows = 50;
    Milliseconds reading{50};
};

/// Where an import goes: into a database of this thread, or through the store's thread.
class ImportTarget
{
public:
    ImportTarget() = default;
    virtual ~ImportTarget();
    ImportTarget(const ImportTarget&) = delete;
    ImportTarget& operator=(const ImportTarget&) = delete;

    virtual BatchLimit batchLimit() const { return {}; }
    virtual Result<BatchOutcome> store(const ImportBatch& batch) = 0;
    virtual Result<ImageRoot> addRoot(const QString& folder, const QString& client, RootUse use) = 0;
};

} // namespace assay
