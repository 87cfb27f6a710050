// SPDX-License-Identifier: GPL-3.0-or-later
// IntakeWorker: what runs in the intake thread for IntakeService. It steps its importers between the ticks of
// the watcher, arrivals first, so that a long import delays no new image. Made in the GUI thread, then moved;
// all calls and signals cross as queued values.
#pragma once

#include "app/intake/folderwatcher.h"
#include "app/intake/importer.h"
#include "app/intake/writertarget.h"
#include "app/store/rootrulesstore.h"

#include <QTimer>

namespace assay {

class IntakeWorker : public QObject
{
    Q_OBJECT

public:
    IntakeWorker(StoreWriter& writer, const QString& workspacePath, Clock clock, std::stop_token stop = {});
    ~IntakeWorker() override;

    /// Opens its connection and watches every root of the workspace.
    void start();
    void importPaths(const QStringList& paths, const QString& client);
    void cancel();

signals:
    void progressed(const assay::ImportProgress& progress);
    void finished(const assay::ImportReport& report);
    void problemFound(const assay::Error& error);
    void rootsChanged();
    void rootVanished(const assay::ImageRoot& root, assay::UtcTime since);
    void rootReturned(const assay::ImageRoot& root);
    void followedBy(const assay::ImageRoot& root, assay::FollowedBy way);

private:
    struct Importers;

    void watchRoots();
    void lookForOtherRoots();
    void importPresent(const ImageRoot& root, UtcTime since);
    void importFolder(const QString& folder, const QString& client);
    void takeSettled(const ImageRoot& root, const QStringList& paths);
    void takeVanished(const ImageRoot& root, const QStringList& paths);
    void followLogs();
    void step();
    Importer* nextImporter();
    void tellProgress();
    void report(const Error& error);
    void wake();
    UtcTime settledBefore() const;

    WriterTarget m_target;
    QString m_workspacePath;
    Clock m_clock;
    FolderWatcher m_watcher;
    QTimer m_stepTimer;
    QTimer m_logTimer;
    QElapsedTimer m_progressAge;
    std::unique_ptr<Database> m_database;
    qint64 m_dataVersion = -1; ///< when the roots were last read
    QList<ImageRoot> m_roots;
    std::map<ImageRootId, RootRules> m_rules;
    std::unique_ptr<Importers> m_importers; ///< after the database: it reads through it
    bool m_isAsked = false;                 ///< somebody waits for a report
};

} // namespace assay
