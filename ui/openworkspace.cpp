// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/openworkspace.h"

#include "app/base/whenfinished.h"
#include "app/images/imageloader.h"
#include "app/intake/csvtable.h"
#include "app/intake/intakeservice.h"
#include "app/intake/metadatarereader.h"
#include "app/store/generations.h"
#include "app/store/imageroots.h"
#include "app/store/ratekeeper.h"
#include "app/store/rollupkeeper.h"
#include "app/store/rootsettings.h"
#include "app/store/storewriter.h"
#include "app/store/workspace.h"
#include "app/store/workspacesettings.h"
#include "app/store/workspacewatch.h"
#include "ui/changes/changespage.h"
#include "ui/common/banner.h"
#include "ui/common/format.h"
#include "ui/common/marklabel.h"
#include "ui/common/problem.h"
#include "ui/common/textlabel.h"
#include "ui/library/librarypage.h"
#include "ui/mainwindow.h"
#include "ui/report/clientreportdialog.h"
#include "ui/review/reviewpage.h"
#include "ui/review/savebanner.h"
#include "ui/setup/importreportdialog.h"
#include "ui/setup/importstatus.h"
#include "ui/setup/rereadnotice.h"
#include "ui/setup/setupwindows.h"
#include "ui/setup/tableimports.h"
#include "ui/trends/trendspage.h"
#include "ui/weekly/alertnotices.h"
#include "ui/weekly/overduebutton.h"
#include "ui/weekly/weeklypage.h"

#include <QEvent>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

namespace assay {

namespace {

const QLatin1String kReviewerKey("reviewer/name");

/// The name chosen, else the one the person is logged in with.
QString reviewerName(const QSettings& settings)
{
    return settings.value(kReviewerKey, qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME")))
        .toString();
}

QString thumbnailFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
           QStringLiteral("/assay/thumbnails");
}

} // namespace

Result<std::unique_ptr<OpenWorkspace>> OpenWorkspace::open(const QString& path, const QTimeZone& zone,
                                                           const Surroundings& surroundings)
{
    std::unique_ptr<OpenWorkspace> workspace(new OpenWorkspace(path, surroundings));
    if (const auto started = workspace->startServices(zone); !started)
        return started.error();
    workspace->makeWindow();
    return workspace;
}

OpenWorkspace::OpenWorkspace(QString path, const Surroundings& surroundings)
    : m_path(std::move(path))
    , m_surroundings(surroundings)
{
}

OpenWorkspace::~OpenWorkspace()
{
    if (m_review)
        m_review->keepDraft();
}

Result<void> OpenWorkspace::startServices(const QTimeZone& zone)
{
    const auto migrated = openWorkspace(m_path, zone);
    if (!migrated)
        return migrated.error();
    auto reading = Database::open(m_path, Database::Mode::ReadOnly);
    if (!reading)
        return reading.error();
    m_reading = *std::move(reading);
    auto stored = WorkspaceSettings(*m_reading).timeZone();
    if (!stored)
        return stored.error();
    m_zone = *stored;
    auto writer = StoreWriter::start(m_path);
    if (!writer)
        return writer.error();
    m_writer = *std::move(writer);
    m_rollups = std::make_unique<RollupKeeper>(*m_writer);
    m_rates = std::make_unique<RateKeeper>(*m_writer);
    connect(m_rates.get(), &RateKeeper::finished, m_rollups.get(), &RollupKeeper::countLater);
    connect(m_rates.get(), &RateKeeper::failed, this,
            [this](const Error& error) { showProblem(describe(error, Attempt::OpenWorkspace)); });
    m_watch = std::make_unique<WorkspaceWatch>(*m_reading, *m_writer);
    ImageLoaderOptions options;
    options.thumbnailFolder = thumbnailFolder();
    m_loader = std::make_unique<ImageLoader>(options);
    m_rereader = std::make_unique<MetadataRereader>(*m_writer, m_surroundings.clock);
    m_intake = std::make_unique<IntakeService>(*m_writer, m_path, m_surroundings.clock);
    return {};
}

void OpenWorkspace::makeWindow()
{
    m_window = std::make_unique<MainWindow>(&m_surroundings.appearance, &m_surroundings.settings);
    m_window->setWorkspaceName(QFileInfo(m_path).fileName());
    m_window->setReviewerName(reviewerName(m_surroundings.settings));
    m_window->installEventFilter(this);
    addReviewPage();
    addTrendsPage();
    addChangesPage();
    addWeeklyPage();
    tellOfOverdueWeeks();
    addLibraryPage();
    addReportActions();
    connectIntake();
    askAboutTables();
    addSetupWindows();
    connectRereader();
    connectLibrary();
    connect(m_window.get(), &MainWindow::reviewerNameChanged, this, &OpenWorkspace::setReviewer);
    showWatched();
    m_review->start();
}

void OpenWorkspace::addReviewPage()
{
    m_review = new ReviewPage(ReviewServices{*m_reading, *m_writer, m_zone, m_surroundings.clock,
                                             reviewerName(m_surroundings.settings)},
                              *m_loader);
    PageEntry entry;
    entry.id = QStringLiteral("review");
    entry.title = MainWindow::tr("Review");
    entry.icon = QStringLiteral("review");
    for (const ActionGroup& group : m_review->actions().groups())
        entry.actions[MenuId::Review] += group.actions;
    entry.status = {{m_review->status()}, {makeImportStatus(), m_review->status()->foldersItem()}};
    m_window->addPage(entry, m_review);
    m_review->status()->show(); // placed now
    connect(m_review, &ReviewPage::addFolderRequested, this, &OpenWorkspace::addFolderRequested);
    connect(m_review, &ReviewPage::notSavedChanged, m_window.get(), &MainWindow::setNotSavedCount);
    connect(&m_review->flow().session(), &ReviewSession::stateChanged, this, &OpenWorkspace::goOnLeaving);
}

void OpenWorkspace::addTrendsPage()
{
    m_trends = new TrendsPage(m_path, m_surroundings.clock, &m_surroundings.settings);
    connect(m_rollups.get(), &RollupKeeper::refreshed, m_trends, &TrendsPage::workspaceChanged);
    connect(m_rollups.get(), &RollupKeeper::failed, this,
            [this](const Error& error) { showProblem(describe(error, Attempt::ReadTrends)); });
    PageEntry entry;
    entry.id = QStringLiteral("trends");
    entry.title = MainWindow::tr("Trends");
    entry.icon = QStringLiteral("trends");
    entry.actions[MenuId::View] = m_trends->menuActions();
    entry.status = {{m_trends->statusItems()}, {makeImportStatus(), m_trends->zoneItem()}};
    m_window->addPage(entry, m_trends);
    for (QWidget* placed : {m_trends->statusItems(), m_trends->zoneItem()})
        placed->show();
    connect(m_trends, &TrendsPage::reviewWanted, m_window.get(),
            [this] { m_window->showPage(QStringLiteral("review")); });
}

void OpenWorkspace::addChangesPage()
{
    m_changes = new ChangesPage({m_path, *m_writer, m_surroundings.clock});
    m_changes->setReviewer(reviewerName(m_surroundings.settings));
    connect(m_rollups.get(), &RollupKeeper::refreshed, m_changes, &ChangesPage::workspaceChanged);
    connect(m_changes, &ChangesPage::changed, m_trends, &TrendsPage::workspaceChanged);
    connect(m_changes, &ChangesPage::trendsWanted, this, [this](const std::optional<QString>& client) {
        m_trends->showView({.client = client});
        m_window->showPage(QStringLiteral("trends"));
    });
    PageEntry entry;
    entry.id = QStringLiteral("changes");
    entry.title = MainWindow::tr("Changes");
    entry.icon = QStringLiteral("changes");
    entry.actions[MenuId::View] = m_changes->menuActions();
    entry.status = {{m_changes->statusItem()}, {makeImportStatus()}};
    m_window->addPage(entry, m_changes);
    m_changes->statusItem()->show();
}

void OpenWorkspace::addWeeklyPage()
{
    m_weekly = new WeeklyPage({m_path, *m_writer, m_surroundings.clock, m_surroundings.settings,
                               reviewerName(m_surroundings.settings)});
    connect(m_rollups.get(), &RollupKeeper::refreshed, m_weekly, &WeeklyPage::reload);
    connect(m_changes, &ChangesPage::changed, m_weekly, &WeeklyPage::reload);
    PageEntry entry;
    entry.id = QStringLiteral("weekly");
    entry.title = MainWindow::tr("Weekly");
    entry.icon = QStringLiteral("weekly");
    entry.actions[MenuId::Review] = m_weekly->menuActions();
    entry.status = {{m_weekly->asOfItem(), nullptr, m_weekly->zoneItem()}, {makeImportStatus()}};
    m_window->addPage(entry, m_weekly);
    m_weekly->asOfItem()->show();
    m_weekly->zoneItem()->show();
    connect(m_weekly, &WeeklyPage::reviewWanted, m_window.get(),
            [this] { m_window->showPage(QStringLiteral("review")); });
}

/// On every page and, when an alert starts to fire, on the desktop.
void OpenWorkspace::tellOfOverdueWeeks()
{
    const auto showWeekly = [this] {
        m_window->showPage(QStringLiteral("weekly"));
        m_window->show();
        m_window->raise();
    };
    auto* overdue = new OverdueButton(m_window.get());
    m_window->addStatusItem(overdue);
    connect(overdue, &QAbstractButton::clicked, this, showWeekly);
    connect(m_weekly, &WeeklyPage::overdueChanged, overdue, [this, overdue](const UnsignedWeeks& weeks) {
        overdue->setWeeks(weeks);
        m_window->setBadge(QStringLiteral("weekly"), weeks.count);
    });
    auto* notices = new AlertNotices(m_path, &m_surroundings.settings, m_window.get());
    m_window->addActions(MenuId::View, {notices->action()});
    connect(m_weekly, &WeeklyPage::firingRead, notices, &AlertNotices::look);
    connect(notices, &AlertNotices::opened, this, showWeekly);
}

void OpenWorkspace::addLibraryPage()
{
    m_library = new LibraryPage({m_path, *m_writer, *m_loader, m_zone, m_surroundings.settings});
    PageEntry entry;
    entry.id = QStringLiteral("library");
    entry.title = MainWindow::tr("Library");
    entry.icon = QStringLiteral("library");
    entry.actions[MenuId::View] = m_library->menuActions();
    entry.status = {{m_library->statusItems()}, {makeImportStatus()}};
    m_window->addPage(entry, m_library);
    m_library->statusItems()->show(); // placed now
}

/// The ways from page to page: a week's images, one of them in review, and back.
void OpenWorkspace::connectLibrary()
{
    connect(m_trends, &TrendsPage::imagesWanted, m_library,
            [this](MetricId metric, IsoWeek week, const ViewFilter& view) {
                if (m_library->showImagesOf({metric, week, view}))
                    m_window->showPage(QStringLiteral("library"));
            });
    connect(m_library, &LibraryPage::trendsRequested, m_window.get(),
            [this] { m_window->showPage(QStringLiteral("trends")); });
    connect(m_library, &LibraryPage::openInReviewRequested, m_review, [this](GenerationId id) {
        m_window->showPage(QStringLiteral("review"));
        m_review->flow().openImage(id);
    });
    connect(m_library, &LibraryPage::readMetadataRequested, m_rereader.get(), &MetadataRereader::read);
    connect(m_rollups.get(), &RollupKeeper::refreshed, m_library, &LibraryPage::readChoices);
    connect(m_rates.get(), &RateKeeper::finished, m_library, &LibraryPage::readAgain);
}

void OpenWorkspace::addReportActions()
{
    m_window->addActions(MenuId::Report,
                         {makeClientReportAction(m_path, m_surroundings.clock, m_zone, m_window.get())});
}

ImportStatus* OpenWorkspace::makeImportStatus()
{
    auto* status = new ImportStatus;
    connect(m_intake.get(), &IntakeService::progressed, status, &ImportStatus::showProgress);
    connect(m_intake.get(), &IntakeService::finished, status, &ImportStatus::showReport);
    connect(status, &ImportStatus::cancelRequested, m_intake.get(), &IntakeService::cancel);
    connect(status, &ImportStatus::reportRequested, this, [this] {
        auto* report = new ImportReportDialog(m_lastReport, m_window.get());
        connect(report, &ImportReportDialog::importRequested, this,
                [this](const QStringList& paths) { importPaths(paths); });
        report->show();
    });
    return status;
}

void OpenWorkspace::connectIntake()
{
    connect(m_intake.get(), &IntakeService::finished, this,
            [this](const ImportReport& report) { m_lastReport = report; });
    connect(m_intake.get(), &IntakeService::rootsChanged, this, &OpenWorkspace::showWatched);
    connect(m_intake.get(), &IntakeService::problemFound, this,
            [this](const Error& error) { showProblem(describe(error, Attempt::ImportFile)); });
    connect(m_intake.get(), &IntakeService::rootVanished, this, &OpenWorkspace::showRootVanished);
    connect(m_intake.get(), &IntakeService::rootReturned, this, [this](const ImageRoot& root) {
        if (m_vanishedRoot == root.id)
            m_window->banner()->hide();
        m_vanishedRoot = {};
        m_review->readAgain();
        m_library->readAgain();
    });
    connect(m_watch.get(), &WorkspaceWatch::changedElsewhere, this, &OpenWorkspace::followOthers);
    const auto newest = Generations(*m_reading, WeekCalendar(m_zone)).newest();
    m_newest = newest ? *newest : GenerationId{};
    connect(m_writer.get(), &StoreWriter::generationsAdded, this, [this](const QList<GenerationId>& ids) {
        for (const GenerationId id : ids)
            m_newest = std::max(m_newest, id);
        m_lastImageTime = formatTime(m_surroundings.clock(), QTimeZone::systemTimeZone());
        showWatched();
    });
}

void OpenWorkspace::showRootVanished(const ImageRoot& root)
{
    showProblem(
        {MainWindow::tr("The folder %1 can't be reached.").arg(root.path),
         MainWindow::tr("Its images stay in the workspace and come back with it. If it was moved, say where "
                        "it is now."),
         Remedy::None,
         {}});
    m_vanishedRoot = root.id;
    QPushButton* moved =
        m_window->banner()->addButton(tr("It has moved…"), ButtonKind::Small, QStringLiteral("folder"));
    moved->setObjectName(QStringLiteral("relinkVanished"));
    connect(moved, &QPushButton::clicked, this, [this, root] { m_setup->showRelink(root); });
}

void OpenWorkspace::showWatched()
{
    const auto roots = ImageRoots(*m_reading).all();
    m_review->setWatched(roots ? int(roots->size()) : 0, m_lastImageTime);
}

void OpenWorkspace::followOthers()
{
    constexpr int kMost = 5000; // the rest comes with the next change
    const WeekCalendar calendar(m_zone);
    const auto added = Generations(*m_reading, calendar).storedAfter(m_newest, kMost);
    if (!added)
        return;
    if (!added->isEmpty())
        m_newest = added->constLast();
    m_review->flow().followOthers(*added);
    m_library->readAgain();
    m_rollups->countLater();
}

QStringList OpenWorkspace::clients() const
{
    const auto names = clientNames(*m_reading);
    return names ? *names : QStringList();
}

void OpenWorkspace::importPaths(const QStringList& paths, const QString& client)
{
    QStringList others;
    for (const QString& path : paths) {
        if (isNamedLikeTable(path) && QFileInfo(path).isFile())
            m_tables->add(path, client);
        else
            others.append(path);
    }
    if (!others.isEmpty())
        m_intake->importPaths(others, client);
}

/// With its rules in one transaction: the intake must not meet the folder without them.
void OpenWorkspace::followFolder(const QString& folder, const RootSettings& settings)
{
    const auto following =
        m_writer->run<ImageRoot>(StoreWriter::Priority::Urgent,
                                 [folder, settings, now = m_surroundings.clock()](const Database& database) {
                                     return assay::followFolder(database, folder, settings, now);
                                 });
    whenFinished(following, this, [this, client = settings.client](const Result<ImageRoot>& root) {
        if (root)
            m_intake->importPaths({root->path}, client);
        else
            showProblem(describe(root.error(), Attempt::ReadFolder));
    });
}

void OpenWorkspace::askAboutTables()
{
    m_tables = std::make_unique<TableImports>(
        *m_writer, CsvMappingRequest{m_path, {}, m_zone, m_surroundings.clock}, m_window.get());
    connect(m_tables.get(), &TableImports::tableReady, this,
            [this](const QString& path, const QString& client) { m_intake->importPaths({path}, client); });
    connect(m_tables.get(), &TableImports::failed, this,
            [this](const Error& error) { showProblem(describe(error, Attempt::ImportFile)); });
}

void OpenWorkspace::addSetupWindows()
{
    m_setup = std::make_unique<SetupWindows>(SetupServices{m_path, *m_writer, *m_intake, *m_rates,
                                                           m_surroundings.clock, m_zone,
                                                           [this] { return clients(); }},
                                             m_window.get());
    m_window->addActions(MenuId::File, m_setup->actions());
    connect(m_setup.get(), &SetupWindows::addFolderRequested, this, &OpenWorkspace::addFolderRequested);
    connect(m_setup.get(), &SetupWindows::importRequested, this,
            [this](const QStringList& paths) { importPaths(paths); });
    connect(m_setup.get(), &SetupWindows::relinked, this, &OpenWorkspace::takeRelinked);
    connect(m_rates.get(), &RateKeeper::finished, m_review, [this] { m_review->readAgain(); });
}

void OpenWorkspace::connectRereader()
{
    m_rereadNotice = std::make_unique<RereadNotice>(*m_rereader, *m_window->banner());
    connect(m_review, &ReviewPage::readMetadataRequested, m_rereader.get(), &MetadataRereader::read);
    connect(m_rereader.get(), &MetadataRereader::finished, m_review, [this](const RereadReport& report) {
        if (report.changed.contains(m_review->flow().image().id()))
            m_review->readAgain();
    });
}

void OpenWorkspace::takeRelinked(const ImageRoot& root)
{
    if (m_vanishedRoot == root.id)
        m_window->banner()->hide();
    m_review->readAgain();
    m_library->readAgain();
    showWatched();
}

void OpenWorkspace::showProblem(const Problem& problem)
{
    m_vanishedRoot = {};
    m_window->banner()->showMessage(Banner::Kind::Problem, problem.sentence, problem.whatToDo);
}

void OpenWorkspace::setReviewer(const QString& name)
{
    m_surroundings.settings.setValue(kReviewerKey, name);
    m_review->setReviewer(name);
    m_changes->setReviewer(name);
    m_weekly->setOwner(name);
    m_window->setReviewerName(name);
}

bool OpenWorkspace::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_window.get() || event->type() != QEvent::Close || m_mayClose)
        return QObject::eventFilter(watched, event);
    m_review->keepDraft();
    if (isAllSaved())
        return false;
    event->ignore();
    leave([this] {
        m_mayClose = true;
        m_window->close();
    });
    return true;
}

bool OpenWorkspace::isAllSaved() const
{
    const ReviewSession& session = m_review->flow().session();
    return session.savingCount() == 0 && session.failedCount() == 0;
}

void OpenWorkspace::leave(std::function<void()> then)
{
    m_review->keepDraft();
    m_afterLeaving = std::move(then);
    goOnLeaving();
}

void OpenWorkspace::goOnLeaving()
{
    if (!m_afterLeaving || m_review->flow().session().savingCount() > 0)
        return; // comes again when the next thing is saved or has failed
    if (isAllSaved())
        std::exchange(m_afterLeaving, {})();
    else
        askBeforeLeaving();
}

void OpenWorkspace::askBeforeLeaving()
{
    if (m_leaveQuestion)
        return;
    const SaveProblem problem = describeUnsaved(m_review->flow().session(), QFileInfo(m_path).fileName());
    auto* question = new QMessageBox(QMessageBox::Warning, tr("Not saved"), problem.sentence,
                                     QMessageBox::NoButton, m_window.get());
    question->setObjectName(QStringLiteral("leaveQuestion"));
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr("It is lost when the workspace is closed now."));
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* stay = question->addButton(tr("Stay"), QMessageBox::RejectRole);
    question->setDefaultButton(stay); // Return must not lose anything
    const QPushButton* leave = question->addButton(tr("Close and lose it"), QMessageBox::DestructiveRole);
    connect(stay, &QPushButton::clicked, this, [this] { m_afterLeaving = {}; });
    connect(
        leave, &QPushButton::clicked, this, [this] { std::exchange(m_afterLeaving, {})(); },
        Qt::QueuedConnection);
    m_leaveQuestion = question;
    question->open();
}

} // namespace assay
