// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/importer.h"

#include "app/intake/csvimport.h"
#include "app/intake/csvtable.h"
#include "app/intake/imageintake.h"
#include "app/intake/readahead.h"
#include "app/intake/sidecarfile.h"
#include "app/store/database.h"
#include "app/store/imageroots.h"
#include "app/store/rootrulesstore.h"

#include <QFileInfo>

namespace assay {

namespace {

/// A path that can't be looked at: one problem and the end.
class ProblemSource : public ImportSource
{
public:
    ProblemSource(QString path, Error error)
        : m_path(std::move(path))
        , m_error(std::move(error))
    {
    }

    QString name() const override { return m_path; }
    bool read(ImportBatch& batch) override
    {
        refuse(batch, {m_path, {}, m_error});
        return false;
    }
    qint64 done() const override { return 0; }
    qint64 total() const override { return 0; }

private:
    QString m_path;
    Error m_error;
};

ImportCounts difference(const ImportCounts& now, const ImportCounts& before)
{
    return {now.taken - before.taken, now.known - before.known, now.incomplete - before.incomplete,
            now.refused - before.refused};
}

} // namespace

struct Importer::Task
{
    enum class Kind { Path, FoundLog, LogGrowth, Files };

    Kind kind = Kind::Path;
    QString path; ///< of a Files task: the root's
    QString client;
    std::optional<UtcTime> olderThan;
    FileList files;
};

Importer::Importer(const Database& reading, ImportTarget& target, LogEnd logEnd, Clock clock,
                   std::shared_ptr<FollowedLogs> logs)
    : m_reading(reading)
    , m_target(target)
    , m_logEnd(logEnd)
    , m_clock(std::move(clock))
    , m_logs(std::move(logs))
{
}

Importer::~Importer() = default;

void Importer::addPath(const QString& path, const QString& client)
{
    m_tasks.push_back({Task::Kind::Path, path, client, {}, {}});
}

void Importer::addWatchedFolder(const QString& path, const QString& client, UtcTime olderThan)
{
    m_tasks.push_back({Task::Kind::Path, path, client, olderThan, {}});
}

void Importer::addLogGrowth(const QString& path)
{
    m_tasks.push_back({Task::Kind::LogGrowth, path, {}, {}, {}});
}

/// Files beside images come behind them: they say something about what is stored by then.
void Importer::addFiles(const ImageRoot& root, const QStringList& paths, const QList<VanishedFile>& vanished)
{
    QStringList others;
    QStringList sidecars;
    for (const QString& path : paths)
        (sidecarName(path) == SidecarName::None ? others : sidecars).append(path);
    const auto add = [&](const QStringList& files, const QList<VanishedFile>& gone) {
        m_tasks.push_back(
            {Task::Kind::Files, root.path, {}, {}, {root.path, files, FileOrigin::Found, gone}});
    };
    if (!others.isEmpty() || !vanished.isEmpty())
        add(others, vanished);
    if (!sidecars.isEmpty())
        add(sidecars, {});
}

bool Importer::hasWork() const
{
    return m_batch || m_source || !m_tasks.empty();
}

Result<void> Importer::step()
{
    if (!m_timer.isValid())
        m_timer.start();
    if (!m_batch) {
        const auto hasSource = beginNext();
        if (!hasSource)
            return hasSource.error();
        if (!*hasSource)
            return {};
        fillBatch();
    }
    return storeBatch();
}

Result<bool> Importer::beginNext()
{
    if (m_source)
        return true;
    if (m_tasks.empty())
        return false;
    const Task& task = m_tasks.front();
    auto source = open(task);
    if (!source)
        return source.error();
    m_source = *std::move(source);
    m_recordIsShared = task.kind == Task::Kind::Files || task.kind == Task::Kind::LogGrowth;
    m_record = m_recordIsShared ? m_sharedRecords.value(m_source->name()) : Record{};
    if (task.kind == Task::Kind::FoundLog && m_logs->position(task.path).value_or(LogPosition()).bytes > 0)
        m_record.scope = ImportScope::Part;
    m_tasks.pop_front();
    return true;
}

Result<std::unique_ptr<ImportSource>> Importer::open(const Task& task)
{
    if (task.kind == Task::Kind::Path)
        return openPath(task);
    if (task.kind == Task::Kind::LogGrowth)
        return openLog(task.path, LogEnd::Growing);
    if (task.kind == Task::Kind::FoundLog)
        return openLog(task.path, m_logEnd);
    const auto roots = ImageRoots(m_reading).all();
    if (!roots)
        return roots.error();
    auto intake = fileIntake({*roots, {}, {}, true, m_clock});
    if (!intake)
        return intake.error();
    return {std::make_unique<FileListSource>(task.files, *std::move(intake))};
}

Result<std::unique_ptr<ImportSource>> Importer::openPath(const Task& task)
{
    const QFileInfo info(task.path);
    const QString named = info.canonicalFilePath();
    if (named.isEmpty())
        return {std::make_unique<ProblemSource>(task.path, Error{ErrorKind::NotFound, {}, {}})};
    if (info.isFile() && isNamedLikeTable(named))
        return openTable(named, task.client);
    const QString path = imageOfSidecar(named).value_or(named); // whoever names a sidecar means its image
    if (info.isFile()) {
        const auto kind = sniffFile(path);
        if (isNamedLikeLog(path) || (kind && *kind == FileKind::Log)) {
            m_logs->forget(path); // whoever names it may have mended it anywhere
            return openLog(path, m_logEnd);
        }
        if (!kind)
            return {std::make_unique<ProblemSource>(path, kind.error())};
    }
    const QString folder = info.isDir() ? path : QFileInfo(path).absolutePath();
    const auto roots =
        rootsWith({folder, task.client, info.isDir() ? RootUse::Followed : RootUse::SingleFiles});
    if (!roots)
        return roots.error();
    auto intake = fileIntake({*roots, task.client, task.olderThan, task.olderThan.has_value(), m_clock});
    if (!intake)
        return intake.error();
    if (info.isDir())
        return {std::make_unique<FolderSource>(path, *std::move(intake))};
    return {
        std::make_unique<FileListSource>(FileList{path, {path}, FileOrigin::Named, {}}, *std::move(intake))};
}

/// With the rules of the roots as they are now.
Result<std::unique_ptr<FileIntake>> Importer::fileIntake(FileIntakeOptions options) const
{
    auto rules = readPathRules(m_reading);
    if (!rules)
        return rules.error();
    options.rules = *std::move(rules);
    return {std::make_unique<FileIntake>(m_reading, std::move(options))};
}

/// A table that can't be taken is a problem of its own, one of the workspace stops the import.
Result<std::unique_ptr<ImportSource>> Importer::openTable(const QString& path, const QString& client)
{
    auto source = openCsvImport(m_reading, {path, client, m_clock});
    const bool isWorkspaces = !source && source.error().subject == m_reading.path();
    if (source || isWorkspaces)
        return source;
    return {std::make_unique<ProblemSource>(path, source.error())};
}

std::unique_ptr<ImportSource> Importer::openLog(const QString& path, LogEnd end)
{
    auto source = std::make_unique<LogSource>(path, end, m_clock, m_logs->begin(path));
    m_log = path;
    return std::make_unique<ReadAhead>(std::move(source), m_target.batchLimit().rows);
}

std::optional<LogPosition> Importer::logPosition(const QString& path) const
{
    return m_logs->position(path);
}

QStringList Importer::changedLogs()
{
    return m_logs->changed();
}

/// All roots, with one that has the folder: a new one where there is none.
Result<QList<ImageRoot>> Importer::rootsWith(const NewRoot& root)
{
    auto roots = ImageRoots(m_reading).all();
    if (!roots || ownerOf(*roots, root.folder))
        return roots;
    const auto added = m_target.addRoot(root.folder, root.client, root.use);
    if (!added)
        return added.error();
    roots->append(*added);
    return roots;
}

void Importer::fillBatch()
{
    ImportBatch batch;
    batch.import = m_record.import;
    batch.source = m_source->name();
    batch.scope = m_recordIsShared ? ImportScope::Part : m_record.scope;
    batch.counts = m_record.counts;
    const BatchLimit limit = m_target.batchLimit();
    QElapsedTimer timer;
    timer.start();
    while (batch.items.size() + batch.readAgain.size() + batch.vanished.size() < limit.rows &&
           timer.elapsed() < limit.reading.count()) {
        if (m_source->read(batch))
            continue;
        batch.end = ImportBatch::End::Finished;
        break;
    }
    m_record.scope = batch.scope;
    m_batch = std::move(batch);
}

Result<void> Importer::storeBatch()
{
    const auto outcome = m_target.store(*m_batch);
    if (!outcome)
        return outcome.error();
    note(*outcome);
    const bool isFinished = m_batch->end == ImportBatch::End::Finished;
    if (m_batch->position)
        m_logs->noteRead(m_batch->source, *m_batch->position);
    m_source->giveBack(std::move(m_batch->items));
    m_batch.reset();
    if (isFinished)
        finishSource();
    return {};
}

void Importer::note(const BatchOutcome& outcome)
{
    m_report.counts += difference(outcome.counts, m_record.counts);
    m_record = outcome.import.isValid() ? Record{outcome.import, outcome.counts, m_record.scope} : Record{};
    const qsizetype room = ImportReport::kMaxProblems - m_report.problems.size();
    m_report.problems.append(outcome.problems.first(qMin(room, outcome.problems.size())));
}

void Importer::finishSource()
{
    if (m_recordIsShared)
        m_sharedRecords.insert(m_source->name(), m_record);
    m_doneBefore += m_source->done();
    const QStringList logs = m_source->takeLogs();
    for (const QString& log : logs)
        m_tasks.push_back({Task::Kind::FoundLog, log, {}, {}, {}});
    m_source.reset();
    closeLog();
}

void Importer::closeLog()
{
    if (!m_log.isEmpty())
        m_logs->end(std::exchange(m_log, {}));
}

void Importer::cancel()
{
    if (hasWork())
        m_report.end = ImportReport::End::Cancelled;
    m_batch.reset();
    m_source.reset();
    closeLog();
    m_tasks.clear();
}

ImportProgress Importer::progress() const
{
    ImportProgress progress;
    progress.done = m_doneBefore + (m_source ? m_source->done() : 0);
    progress.total = m_doneBefore + (m_source ? m_source->total() : 0) + qint64(m_tasks.size());
    const double seconds = m_timer.isValid() ? double(m_timer.elapsed()) / 1000 : 0;
    progress.perSecond = seconds > 0 ? double(progress.done) / seconds : 0;
    progress.source = m_source ? m_source->name() : QString();
    return progress;
}

ImportReport Importer::takeReport()
{
    m_report.took = Milliseconds(m_timer.isValid() ? m_timer.elapsed() : 0);
    m_timer.invalidate();
    m_doneBefore = 0;
    return std::exchange(m_report, {});
}

} // namespace assay
