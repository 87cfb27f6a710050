// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/intakeworker.h"

#include "app/base/log.h"
#include "app/store/database.h"
#include "app/store/imageroots.h"

#include <QFileInfo>

namespace assay {

namespace {

constexpr int kLogEveryMs = 1000;
constexpr int kRetryMs = 2000;
constexpr qint64 kProgressEveryMs = 100;
/// Younger files may still be written: the watcher takes them when they are settled.
constexpr Milliseconds kSettledAge{3000};

} // namespace

/// One for each kind of work, in the order of their urgency.
struct IntakeWorker::Importers
{
    Importers(const Database& database, ImportTarget& target, const Clock& clock)
        : logs(std::make_shared<FollowedLogs>())
        , arrivals(database, target, LogEnd::Growing, clock, logs)
        , asked(database, target, LogEnd::Growing, clock, logs)
        , present(database, target, LogEnd::Growing, clock, logs)
    {
    }

    std::shared_ptr<FollowedLogs> logs;

    Importer arrivals; ///< what the watcher found
    Importer asked;    ///< what a person asked for
    Importer present;  ///< what was put into the roots while the program was off
};

IntakeWorker::IntakeWorker(StoreWriter& writer, const QString& workspacePath, Clock clock,
                           std::stop_token stop)
    : m_target(writer, clock)
    , m_workspacePath(workspacePath)
    , m_clock(clock)
    , m_watcher(clock, std::move(stop), this)
    , m_stepTimer(this)
    , m_logTimer(this)
{
    m_stepTimer.setSingleShot(true);
    connect(&m_stepTimer, &QTimer::timeout, this, &IntakeWorker::step);
    connect(&m_logTimer, &QTimer::timeout, this, &IntakeWorker::followLogs);
    connect(&m_watcher, &FolderWatcher::filesSettled, this, &IntakeWorker::takeSettled);
    connect(&m_watcher, &FolderWatcher::filesVanished, this, &IntakeWorker::takeVanished);
    connect(&m_watcher, &FolderWatcher::rootVanished, this, &IntakeWorker::rootVanished);
    connect(&m_watcher, &FolderWatcher::rootReturned, this, &IntakeWorker::rootReturned);
    connect(&m_watcher, &FolderWatcher::followedBy, this, &IntakeWorker::followedBy);
    connect(&m_logTimer, &QTimer::timeout, this, &IntakeWorker::lookForOtherRoots);
}

IntakeWorker::~IntakeWorker() = default;

void IntakeWorker::start()
{
    auto database = Database::open(m_workspacePath, Database::Mode::ReadOnly);
    if (!database) {
        report(database.error());
        QTimer::singleShot(kRetryMs, this, &IntakeWorker::start);
        return;
    }
    m_database = *std::move(database);
    m_importers = std::make_unique<Importers>(*m_database, m_target, m_clock);
    watchRoots();
    m_logTimer.start(kLogEveryMs);
}

UtcTime IntakeWorker::settledBefore() const
{
    return m_clock() - kSettledAge;
}

/// Watches first and then imports what is there, so that nothing falls in between.
void IntakeWorker::watchRoots()
{
    const auto roots = ImageRoots(*m_database).all();
    if (!roots) {
        report(roots.error());
        return;
    }
    const auto rules = RootRulesStore(*m_database).all();
    if (!rules) {
        report(rules.error());
        return;
    }
    m_watcher.keepOnly(*roots);
    const auto before = std::exchange(m_rules, *rules);
    const auto rulesIn = [](const std::map<ImageRootId, RootRules>& all, ImageRootId root) {
        const auto found = all.find(root);
        return found == all.end() ? RootRules() : found->second;
    };
    if (std::exchange(m_roots, *roots) != *roots || before != m_rules)
        emit rootsChanged();
    for (const ImageRoot& root : *roots) {
        const UtcTime since = settledBefore();
        const bool isNew = !m_watcher.isWatched(root.id);
        m_watcher.watch(root, since);
        if (isNew || rulesIn(before, root.id) != rulesIn(m_rules, root.id))
            importPresent(root, since);
    }
    wake();
}

void IntakeWorker::importPresent(const ImageRoot& root, UtcTime since)
{
    if (QFileInfo(root.path).isDir())
        m_importers->present.addWatchedFolder(root.path, {}, since);
}

/// Roots are added, moved, removed and given other rules by dialogs and by other programs.
void IntakeWorker::lookForOtherRoots()
{
    const auto version = m_database->dataVersion();
    if (!version || *version == m_dataVersion)
        return;
    m_dataVersion = *version;
    watchRoots();
}

void IntakeWorker::importPaths(const QStringList& paths, const QString& client)
{
    if (!m_importers) {
        report({ErrorKind::Busy, m_workspacePath, QStringLiteral("the workspace is not open yet")});
        return;
    }
    for (const QString& path : paths) {
        const QFileInfo info(path);
        if (info.isDir())
            importFolder(info.canonicalFilePath(), client);
        else
            m_importers->asked.addPath(path, client);
    }
    m_isAsked = true;
    wake();
}

void IntakeWorker::importFolder(const QString& folder, const QString& client)
{
    const auto roots = ImageRoots(*m_database).all();
    if (!roots) {
        report(roots.error());
        return;
    }
    const UtcTime since = settledBefore();
    if (!ownerOf(*roots, folder)) {
        const auto added = m_target.addRoot(folder, client, RootUse::Followed);
        if (!added) {
            report(added.error());
            return;
        }
        m_watcher.watch(*added, since);
        m_roots.append(*added);
        emit rootsChanged();
    }
    m_importers->asked.addWatchedFolder(folder, client, since);
}

void IntakeWorker::cancel()
{
    if (m_importers)
        m_importers->asked.cancel();
    wake();
}

void IntakeWorker::takeSettled(const ImageRoot& root, const QStringList& paths)
{
    m_importers->arrivals.addFiles(root, paths, {});
    wake();
}

void IntakeWorker::takeVanished(const ImageRoot& root, const QStringList& paths)
{
    QList<VanishedFile> vanished;
    for (const QString& path : paths)
        if (const auto owned = ownerOf({root}, path))
            vanished.append({root.id, owned->relativePath, m_clock()});
    m_importers->arrivals.addFiles(root, {}, vanished);
    wake();
}

/// Asks every log that was read whether it has grown.
void IntakeWorker::followLogs()
{
    Importer& arrivals = m_importers->arrivals;
    if (arrivals.hasWork())
        return;
    const QStringList changed = m_importers->logs->changed();
    for (const QString& log : changed)
        arrivals.addLogGrowth(log);
    wake();
}

Importer* IntakeWorker::nextImporter()
{
    for (Importer* importer : {&m_importers->arrivals, &m_importers->asked, &m_importers->present}) {
        if (importer->hasWork())
            return importer;
    }
    return nullptr;
}

void IntakeWorker::wake()
{
    if (m_importers && !m_stepTimer.isActive() && (m_isAsked || nextImporter() != nullptr))
        m_stepTimer.start(0);
}

void IntakeWorker::step()
{
    if (Importer* importer = nextImporter()) {
        if (const auto stepped = importer->step(); !stepped) {
            report(stepped.error());
            m_stepTimer.start(kRetryMs);
            return;
        }
    }
    tellProgress();
    wake();
}

void IntakeWorker::tellProgress()
{
    if (!m_isAsked)
        return;
    Importer& asked = m_importers->asked;
    if (!asked.hasWork()) {
        m_isAsked = false;
        emit progressed(asked.progress());
        emit finished(asked.takeReport());
        return;
    }
    if (m_progressAge.isValid() && m_progressAge.elapsed() < kProgressEveryMs)
        return;
    m_progressAge.start();
    emit progressed(asked.progress());
}

void IntakeWorker::report(const Error& error)
{
    qCWarning(logIntake) << error.subject << error.detail;
    emit problemFound(error);
}

} // namespace assay
