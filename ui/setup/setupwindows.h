// SPDX-License-Identifier: GPL-3.0-or-later
// SetupWindows: the windows about the workspace as a whole (folders, import history, rate card), each shown
// once, and their actions for the menu. GUI thread; the open workspace owns it, the windows belong to the
// main window.
#pragma once

#include "app/base/clock.h"
#include "app/domain/imagefile.h"

#include <QObject>
#include <QPointer>
#include <QTimeZone>

#include <functional>

class QAction;
class QWidget;

namespace assay {

class FoldersWindow;
class ImportHistoryWindow;
class IntakeService;
class RateCardWindow;
class RateKeeper;
class RelinkDialog;
class StoreWriter;

struct SetupServices
{
    QString workspacePath;
    StoreWriter& writer;
    IntakeService& intake;
    RateKeeper& rates;
    Clock clock;
    QTimeZone zone;
    std::function<QStringList()> clients;
};

class SetupWindows : public QObject
{
    Q_OBJECT

public:
    /// The services outlive the windows.
    SetupWindows(const SetupServices& services, QWidget* window);

    const QList<QAction*>& actions() const { return m_actions; }

    void showFolders();
    void showImports();
    void showRates();
    void showRelink(const ImageRoot& root);

signals:
    void addFolderRequested();
    void importRequested(const QStringList& paths);
    /// Images are at other places now.
    void relinked(const assay::ImageRoot& root);

private:
    void addAction(const QString& text, const QString& name, int key, void (SetupWindows::*show)());
    FoldersWindow* makeFolders();
    ImportHistoryWindow* makeImports();
    RelinkDialog* makeRelink(const ImageRoot& root);

    SetupServices m_services;
    QWidget* m_window;
    QList<QAction*> m_actions;
    QPointer<FoldersWindow> m_folders;
    QPointer<ImportHistoryWindow> m_imports;
    QPointer<RateCardWindow> m_rates;
    QPointer<RelinkDialog> m_relink;
};

} // namespace assay
