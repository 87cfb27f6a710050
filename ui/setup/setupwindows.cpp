// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/setupwindows.h"

#include "app/intake/intakeservice.h"
#include "ui/common/showonce.h"
#include "ui/setup/folderswindow.h"
#include "ui/setup/importhistorywindow.h"
#include "ui/setup/ratecardwindow.h"
#include "ui/setup/relinkdialog.h"

#include <QAction>

namespace assay {

SetupWindows::SetupWindows(const SetupServices& services, QWidget* window)
    : m_services(services)
    , m_window(window)
{
    addAction(tr("Folders…"), QStringLiteral("file.folders"), Qt::Key_F, &SetupWindows::showFolders);
    addAction(tr("Import history…"), QStringLiteral("file.imports"), Qt::Key_I, &SetupWindows::showImports);
    addAction(tr("Rate card…"), QStringLiteral("file.rates"), Qt::Key_C, &SetupWindows::showRates);
}

/// With Ctrl and Shift; it works wherever the focus is in the main window.
void SetupWindows::addAction(const QString& text, const QString& name, int key, void (SetupWindows::*show)())
{
    auto* action = new QAction(text, m_window);
    action->setObjectName(name);
    action->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key(key)));
    m_window->addAction(action);
    m_actions.append(action);
    connect(action, &QAction::triggered, this, show);
}

void SetupWindows::showFolders()
{
    showOnce(m_folders, [this] { return makeFolders(); });
}

FoldersWindow* SetupWindows::makeFolders()
{
    auto* folders =
        new FoldersWindow({m_services.workspacePath, m_services.writer, m_services.clock, m_services.clients,
                           [intake = &m_services.intake](ImageRootId root) { return intake->wayOf(root); }},
                          m_window);
    connect(folders, &FoldersWindow::addFolderRequested, this, &SetupWindows::addFolderRequested);
    connect(folders, &FoldersWindow::relinkRequested, this, &SetupWindows::showRelink);
    connect(&m_services.intake, &IntakeService::rootsChanged, folders, &FoldersWindow::reload);
    connect(&m_services.intake, &IntakeService::rootVanished, folders, &FoldersWindow::reload);
    connect(&m_services.intake, &IntakeService::rootReturned, folders, &FoldersWindow::reload);
    connect(&m_services.intake, &IntakeService::wayChanged, folders, &FoldersWindow::reload);
    return folders;
}

void SetupWindows::showImports()
{
    showOnce(m_imports, [this] { return makeImports(); });
}

ImportHistoryWindow* SetupWindows::makeImports()
{
    auto* imports = new ImportHistoryWindow(m_services.workspacePath, m_services.zone, m_window);
    connect(imports, &ImportHistoryWindow::importRequested, this, &SetupWindows::importRequested);
    connect(imports, &ImportHistoryWindow::cancelRequested, &m_services.intake, &IntakeService::cancel);
    connect(&m_services.intake, &IntakeService::progressed, imports, &ImportHistoryWindow::showProgress);
    connect(&m_services.intake, &IntakeService::finished, imports, &ImportHistoryWindow::showReport);
    return imports;
}

void SetupWindows::showRates()
{
    showOnce(m_rates, [this] {
        return new RateCardWindow({m_services.workspacePath, m_services.writer, m_services.rates,
                                   m_services.zone, m_services.clients},
                                  m_window);
    });
}

/// One search at a time: one about another folder takes the place of the one that is shown.
void SetupWindows::showRelink(const ImageRoot& root)
{
    if (m_relink && m_relink->root() != root.id) {
        m_relink->close();
        m_relink.clear();
    }
    showOnce(m_relink, [this, &root] { return makeRelink(root); });
}

RelinkDialog* SetupWindows::makeRelink(const ImageRoot& root)
{
    auto* relink =
        new RelinkDialog({m_services.workspacePath, m_services.writer, m_services.clock, root}, m_window);
    connect(relink, &RelinkDialog::relinked, this, &SetupWindows::relinked);
    return relink;
}

} // namespace assay
