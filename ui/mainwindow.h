// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow: the frame: menus, rail, pages, status bar. GUI thread; made and owned by main. It places pages
// and routes what is asked for as signals; it opens no file and knows no page's inside. A page hands over its
// actions (for the menus and the sheet of keys) and its status items once, with addPage(); they are there
// while the page is current.
//
// The actions of a page work wherever the focus is in the window, as long as the page is shown; plain letters
// do not fire while somebody types in a field. A page adds them to itself too (QWidget::addAction) and gives
// each an object name.
#pragma once

#include "ui/common/appearance.h"
#include "ui/common/keyssheet.h"
#include "ui/common/statusbar.h"

#include <QMainWindow>
#include <QPointer>

class QActionGroup;
class QMenu;
class QSettings;
class QStackedWidget;

namespace assay {

class Banner;
class Rail;
class TopBar;

enum class MenuId { File, Edit, View, Review, Report, Help };

struct PageEntry
{
    QString id;    ///< also the object name of its action: "page.review"
    QString title; ///< on the rail and in View
    QString
        icon; ///< name of resources/icons; empty: not on the rail, and the rail is hidden while it is shown
    QHash<MenuId, QList<QAction*>> actions; ///< in the order they appear; a separator action separates
    StatusItems status;
};

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Both must outlive the window. Restores its place and size from the settings.
    MainWindow(Appearance* appearance, QSettings* settings);
    ~MainWindow() override;

    /// Takes the page over. Pages on the rail get Ctrl+1, Ctrl+2, ... in the order added. The first one is
    /// shown.
    void addPage(const PageEntry& entry, QWidget* page);
    /// Adds actions to a menu for all pages, before its own ones.
    void addActions(MenuId menu, const QList<QAction*>& actions);
    void showPage(const QString& id);
    QString currentPage() const { return m_current; }
    /// To the page that was shown before this one; Alt+Left does it too.
    void goBack();
    void setBadge(const QString& pageId, int count);
    /// Takes the item over and shows it in the status bar of every page.
    void addStatusItem(QWidget* item);

    void setWorkspaceName(const QString& name);
    void setReviewerName(const QString& name);
    void setNotSavedCount(int count);
    /// For what concerns the whole workspace; above the pages, hidden until it has something to say.
    Banner* banner() const { return m_banner; }

signals:
    void openWorkspaceRequested();
    void addFolderRequested();
    void importLogRequested();
    void pathsDropped(const QStringList& paths); ///< local folders and files
    void reviewerNameChanged(const QString& name);
    void currentPageChanged(const QString& id);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Page
    {
        PageEntry entry;
        QWidget* widget;
        QAction* action; ///< null if not on the rail
    };

    void makeMenus();
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makeHelpMenu();
    QAction* makeAction(MenuId menu, const QString& text, const QString& name, const QKeySequence& key);
    QAction* makePageAction(const PageEntry& entry);
    const Page* find(const QString& id) const;
    void putActions(const Page& page);
    void takeActions(const Page& page);
    void hideEmptyMenus();
    QList<ActionGroup> actionGroups() const;
    void showKeys();
    void showAbout();
    void askReviewerName();
    void restore();

    Appearance* m_appearance;
    QSettings* m_settings;
    QHash<MenuId, QMenu*> m_menus;
    QHash<MenuId, QAction*> m_anchors; ///< actions of pages go before it; none: at the end
    QActionGroup* m_pageActions;
    QAction* m_pagesEnd = nullptr; ///< page actions go before it
    QAction* m_keysAction = nullptr;
    QAction* m_reviewerAction = nullptr;
    TopBar* m_topBar = nullptr;
    Rail* m_rail = nullptr;
    Banner* m_banner = nullptr;
    QStackedWidget* m_stack = nullptr;
    StatusBar* m_statusBar = nullptr;
    QList<Page> m_pages;
    QString m_current;
    QString m_before; ///< the page shown before the current one
    QAction* m_back = nullptr;
    QString m_reviewerName;
    QPointer<KeysSheet> m_keysSheet;
    QPointer<QDialog> m_about;
    QPointer<QDialog> m_reviewerDialog;
};

} // namespace assay
