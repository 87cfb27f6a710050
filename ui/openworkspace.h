// SPDX-License-Identifier: GPL-3.0-or-later
// OpenWorkspace: one open workspace in the window: its store, loader and intake, and the main window with the
// pages that work on them. GUI thread; the shell owns it. Destroying it closes the window, keeps what is
// half-ticked, finishes what is being saved and stops every thread.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/intake/importreport.h"
#include "app/store/database.h"

#include <QObject>
#include <QPointer>
#include <QTimeZone>

#include <functional>
#include <memory>

class QSettings;

namespace assay {

class Appearance;
class ImageLoader;
class ImportStatus;
class IntakeService;
class LibraryPage;
class MainWindow;
class MetadataRereader;
class RateKeeper;
class RereadNotice;
class ReviewPage;
class RollupKeeper;
class SetupWindows;
class StoreWriter;
class TableImports;
class ChangesPage;
class TrendsPage;
class WeeklyPage;
class WorkspaceWatch;
struct ImageRoot;
struct Problem;
struct RootSettings;

/// What the whole program has once. All of it outlives every workspace.
struct Surroundings
{
    Appearance& appearance;
    QSettings& settings;
    Clock clock;
};

class OpenWorkspace : public QObject
{
    Q_OBJECT

public:
    /// Opens the file, or creates it with `zone` for its weeks. Nothing is shown yet.
    static Result<std::unique_ptr<OpenWorkspace>> open(const QString& path, const QTimeZone& zone,
                                                       const Surroundings& surroundings);
    ~OpenWorkspace() override;

    const QString& path() const { return m_path; }
    MainWindow& window() { return *m_window; }
    ReviewPage& reviewPage() { return *m_review; }
    TrendsPage& trendsPage() { return *m_trends; }
    WeeklyPage& weeklyPage() { return *m_weekly; }
    LibraryPage& libraryPage() { return *m_library; }
    ImageLoader& loader() { return *m_loader; }
    QStringList clients() const;

    /// Takes folders, images and logs in, and tables when it is said what their columns mean; folders become
    /// image roots and are watched from then on.
    void importPaths(const QStringList& paths, const QString& client = {});
    /// The folder becomes an image root with these settings and is taken in.
    void followFolder(const QString& folder, const RootSettings& settings);
    /// Above the current page until closed or replaced.
    void showProblem(const Problem& problem);

    /// Saves what is half-ticked, waits for what is being saved, asks when something can't be saved; then
    /// calls `then`, or never when the person stays.
    void leave(std::function<void()> then);

signals:
    void addFolderRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    OpenWorkspace(QString path, const Surroundings& surroundings);

    Result<void> startServices(const QTimeZone& zone);
    void makeWindow();
    void addReviewPage();
    void addTrendsPage();
    void addChangesPage();
    void addWeeklyPage();
    void tellOfOverdueWeeks();
    void addLibraryPage();
    void connectLibrary();
    void addReportActions();
    ImportStatus* makeImportStatus();
    void connectIntake();
    void askAboutTables();
    void addSetupWindows();
    void connectRereader();
    void takeRelinked(const ImageRoot& root);
    void showWatched();
    void showRootVanished(const ImageRoot& root);
    void followOthers();
    void setReviewer(const QString& name);
    bool isAllSaved() const;
    void goOnLeaving();
    void askBeforeLeaving();

    QString m_path;
    Surroundings m_surroundings;
    QTimeZone m_zone;
    std::unique_ptr<Database> m_reading;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<RollupKeeper> m_rollups;
    std::unique_ptr<RateKeeper> m_rates;
    std::unique_ptr<WorkspaceWatch> m_watch;
    ImageRootId m_vanishedRoot; ///< the banner is about it
    GenerationId m_newest;      ///< of the generations the pages know
    std::unique_ptr<ImageLoader> m_loader;
    std::unique_ptr<IntakeService> m_intake;
    std::unique_ptr<MetadataRereader> m_rereader;
    std::unique_ptr<MainWindow> m_window; ///< goes before what its pages use
    ReviewPage* m_review = nullptr;
    TrendsPage* m_trends = nullptr;
    ChangesPage* m_changes = nullptr;
    WeeklyPage* m_weekly = nullptr;
    LibraryPage* m_library = nullptr;
    std::function<void()> m_afterLeaving; ///< empty: nobody wants to leave
    QPointer<QWidget> m_leaveQuestion;
    std::unique_ptr<TableImports> m_tables; ///< goes before the window its dialogs belong to
    std::unique_ptr<SetupWindows> m_setup;  ///< likewise
    std::unique_ptr<RereadNotice> m_rereadNotice;
    QString m_lastImageTime;
    ImportReport m_lastReport;
    bool m_mayClose = false;
};

} // namespace assay
