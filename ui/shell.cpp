// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell.h"

#include "app/base/whenfinished.h"
#include "app/base/workspacepath.h"
#include "ui/common/banner.h"
#include "ui/common/problem.h"
#include "ui/common/textlabel.h"
#include "ui/mainwindow.h"
#include "ui/setup/addfolderdialog.h"
#include "ui/setup/welcomepage.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QtConcurrentRun>

namespace assay {

namespace {

const QLatin1String kLastWorkspaceKey("workspace/last");
constexpr QSize kMosaicPicture(96, 98); ///< as the welcome page shows them

QString sampleFolder()
{
    return QFileInfo(defaultWorkspacePath()).absolutePath() + QStringLiteral("/sample");
}

QString sampleWorkspace()
{
    return sampleFolder() + QStringLiteral("/sample.assay");
}

QList<QImage> drawMosaic(qreal pixelRatio)
{
    QList<QImage> pictures;
    for (int scene = 0; scene < kSampleSceneCount; ++scene)
        pictures.append(drawSampleScene(scene, kMosaicPicture * pixelRatio));
    return pictures;
}

PageEntry welcomeEntry()
{
    PageEntry entry;
    entry.id = QStringLiteral("welcome");
    entry.title = MainWindow::tr("Welcome");
    entry.status.left = {new TextLabel(MainWindow::tr("No workspace open"), TextStyle::Second, Token::Text2)};
    return entry;
}

void openDialog(QFileDialog* dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

Shell::Shell(const Surroundings& surroundings)
    : m_surroundings(surroundings)
{
}

Shell::~Shell()
{
    m_isStopping = true;
    m_pool.waitForDone();
}

MainWindow& Shell::window()
{
    return m_workspace ? m_workspace->window() : *m_welcomeWindow;
}

void Shell::start(const StartRequest& request)
{
    const QString last = m_surroundings.settings.value(kLastWorkspaceKey).toString();
    QString path = request.workspace;
    if (path.isEmpty() && request.folders.isEmpty() && QFileInfo(last).isFile())
        path = last;
    if (path.isEmpty() && (!request.folders.isEmpty() || QFileInfo(defaultWorkspacePath()).isFile()))
        path = defaultWorkspacePath();
    if (path.isEmpty() || !openWorkspace(path)) {
        if (!m_welcomeWindow)
            showWelcome();
        return;
    }
    if (!request.folders.isEmpty())
        m_workspace->importPaths(request.folders);
}

void Shell::showWelcome()
{
    m_welcomeWindow = std::make_unique<MainWindow>(&m_surroundings.appearance, &m_surroundings.settings);
    m_welcome = new WelcomePage;
    m_welcome->setZone(m_zone);
    m_welcome->setPictures(drawMosaic(m_welcomeWindow->devicePixelRatioF()));
    connectWelcome(m_welcome);
    connectWindow(m_welcomeWindow.get());
    m_welcomeWindow->addPage(welcomeEntry(), m_welcome);
    m_welcomeWindow->show();
}

void Shell::connectWelcome(WelcomePage* page)
{
    connect(page, &WelcomePage::openSampleRequested, this, &Shell::openSample);
    connect(page, &WelcomePage::addFolderRequested, this, &Shell::chooseFolder);
    connect(page, &WelcomePage::openWorkspaceRequested, this, &Shell::chooseWorkspace);
    connect(page, &WelcomePage::importLogRequested, this, &Shell::chooseLog);
    connect(page, &WelcomePage::zoneChosen, this, [this](const QTimeZone& zone) { m_zone = zone; });
    connect(
        page, &WelcomePage::pathsDropped, this, [this](const QStringList& paths) { takeIn(paths, {}); },
        Qt::QueuedConnection);
}

void Shell::connectWindow(MainWindow* window)
{
    connect(window, &MainWindow::openWorkspaceRequested, this, &Shell::chooseWorkspace);
    connect(window, &MainWindow::addFolderRequested, this, &Shell::chooseFolder);
    connect(window, &MainWindow::importLogRequested, this, &Shell::chooseLog);
    connect(
        window, &MainWindow::pathsDropped, this, [this](const QStringList& paths) { takeIn(paths, {}); },
        Qt::QueuedConnection);
}

void Shell::changeTo(const QString& path)
{
    if (m_workspace)
        m_workspace->leave([this, path] { openWorkspace(path); });
    else
        openWorkspace(path);
}

bool Shell::openWorkspace(const QString& path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    auto opened = OpenWorkspace::open(QFileInfo(path).absoluteFilePath(), m_zone, m_surroundings);
    if (!opened) {
        showProblem(opened.error());
        return false;
    }
    // The old window goes when control is back in the event loop: what asked for this may be a part of it.
    if (m_welcomeWindow)
        m_welcomeWindow.release()->deleteLater();
    m_welcome = nullptr;
    if (m_workspace)
        m_workspace.release()->deleteLater();
    m_workspace = *std::move(opened);
    connectWindow(&m_workspace->window());
    connect(m_workspace.get(), &OpenWorkspace::addFolderRequested, this, &Shell::chooseFolder);
    m_surroundings.settings.setValue(kLastWorkspaceKey, m_workspace->path());
    m_workspace->window().show();
    emit workspaceOpened();
    return true;
}

void Shell::showProblem(const Error& error)
{
    emit openFailed(error);
    if (!m_workspace && !m_welcomeWindow)
        showWelcome();
    const Problem problem = describe(error, Attempt::OpenWorkspace);
    if (m_workspace)
        m_workspace->showProblem(problem);
    else
        m_welcome->banner()->showMessage(Banner::Kind::Problem, problem.sentence, problem.whatToDo);
}

void Shell::takeIn(const QStringList& paths, const QString& client)
{
    if (m_workspace || openWorkspace(defaultWorkspacePath()))
        m_workspace->importPaths(paths, client);
}

void Shell::chooseWorkspace()
{
    auto* dialog = new QFileDialog(&window(), tr("Open workspace"), {}, tr("Assay workspaces (*.assay)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &Shell::changeTo);
    openDialog(dialog);
}

void Shell::chooseFolder()
{
    auto* dialog = new AddFolderDialog(m_workspace ? m_workspace->clients() : QStringList(), &window());
    connect(dialog, &AddFolderDialog::folderChosen, this,
            [this](const QString& folder, const RootSettings& settings) {
                if (m_workspace || openWorkspace(defaultWorkspacePath()))
                    m_workspace->followFolder(folder, settings);
            });
    dialog->show();
}

void Shell::chooseLog()
{
    auto* dialog = new QFileDialog(&window(), tr("Import a log or table"), {},
                                   tr("Logs and tables (*.jsonl *.csv *.tsv *.tab);;All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this,
            [this](const QStringList& paths) { takeIn(paths, {}); });
    openDialog(dialog);
}

void Shell::openSample()
{
    if (QFileInfo(sampleWorkspace()).isFile()) {
        takeSampleIn();
        return;
    }
    SampleRequest request;
    request.now = m_surroundings.clock();
    request.zone = m_zone;
    const auto progress = [this](int done, int total) {
        QMetaObject::invokeMethod(this, [this, done, total] {
            if (m_welcome)
                m_welcome->showSampleProgress(done, total);
        });
        return !m_isStopping;
    };
    const auto writing = QtConcurrent::run(
        &m_pool, [request, progress] { return writeSample(sampleFolder(), request, progress); });
    whenFinished(writing, this, [this](const Result<SampleFiles>& files) { finishSample(files); });
}

void Shell::finishSample(const Result<SampleFiles>& files)
{
    if (!m_welcome)
        return; // something else was opened meanwhile; the sample is there for another time
    m_welcome->showSampleProgress(0, 0);
    if (files)
        takeSampleIn();
    else
        showProblem(files.error());
}

void Shell::takeSampleIn()
{
    // Also when it is there already: an import that was cut short goes on, a complete one changes nothing.
    // The history comes first: its lines say whose the pictures are.
    if (openWorkspace(sampleWorkspace()))
        m_workspace->importPaths({sampleFolder() + QStringLiteral("/history.jsonl"),
                                  sampleFolder() + QStringLiteral("/pictures")});
}

} // namespace assay
