// SPDX-License-Identifier: GPL-3.0-or-later
// Shell: what the program shows: the welcome page, or one open workspace; and the ways from one to the other
// (open, add a folder, import a log, make the sample). GUI thread; main owns it.
#pragma once

#include "app/sample/sample.h"
#include "ui/openworkspace.h"

#include <QThreadPool>

#include <atomic>

namespace assay {

class MainWindow;
class WelcomePage;

struct StartRequest
{
    QString workspace;   ///< empty: the one of last time, else the default one, else the welcome page
    QStringList folders; ///< to become image roots
};

class Shell : public QObject
{
    Q_OBJECT

public:
    explicit Shell(const Surroundings& surroundings);
    ~Shell() override;

    void start(const StartRequest& request);

    MainWindow& window();
    /// Null while the welcome page is shown.
    OpenWorkspace* workspace() { return m_workspace.get(); }

signals:
    void workspaceOpened();
    void openFailed(const assay::Error& error);

private:
    void showWelcome();
    void connectWelcome(WelcomePage* page);
    void connectWindow(MainWindow* window);
    /// Leaves the workspace that is open first, which may take a question.
    void changeTo(const QString& path);
    bool openWorkspace(const QString& path);
    void showProblem(const Error& error);
    void takeIn(const QStringList& paths, const QString& client);
    void chooseWorkspace();
    void chooseFolder();
    void chooseLog();
    void openSample();
    void finishSample(const Result<SampleFiles>& files);
    void takeSampleIn();

    Surroundings m_surroundings;
    QTimeZone m_zone = QTimeZone::systemTimeZone(); ///< for a new workspace
    std::unique_ptr<MainWindow> m_welcomeWindow;
    WelcomePage* m_welcome = nullptr;
    std::unique_ptr<OpenWorkspace> m_workspace;
    std::atomic_bool m_isStopping = false;
    QThreadPool m_pool; ///< draws the sample
};

} // namespace assay
