// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/common/aboutdialog.h"
#include "ui/common/banner.h"
#include "ui/common/editactions.h"
#include "ui/common/icons.h"
#include "ui/common/localpaths.h"
#include "ui/common/rail.h"
#include "ui/common/showonce.h"
#include "ui/common/topbar.h"
#include "ui/setup/reviewerdialog.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>

namespace assay {

namespace {

constexpr int kCompactBelow = 1280;
constexpr QSize kFirstSize(1600, 1000);
constexpr QSize kSmallestSize(960, 600);
const char* const kGeometryKey = "window/geometry";

constexpr MenuId kMenuOrder[] = {MenuId::File,   MenuId::Edit,   MenuId::View,
                                 MenuId::Review, MenuId::Report, MenuId::Help};

QString menuTitle(MenuId menu)
{
    switch (menu) {
    case MenuId::File:
        return MainWindow::tr("&File");
    case MenuId::Edit:
        return MainWindow::tr("&Edit");
    case MenuId::View:
        return MainWindow::tr("&View");
    case MenuId::Review:
        return MainWindow::tr("&Review");
    case MenuId::Report:
        return MainWindow::tr("Re&port");
    case MenuId::Help:
        return MainWindow::tr("&Help");
    }
    Q_UNREACHABLE();
}

bool hasVisibleAction(const QMenu* menu)
{
    const QList<QAction*> actions = menu->actions();
    return std::any_of(actions.begin(), actions.end(),
                       [](const QAction* action) { return action->isVisible() && !action->isSeparator(); });
}

} // namespace

MainWindow::MainWindow(Appearance* appearance, QSettings* settings)
    : m_appearance(appearance)
    , m_settings(settings)
    , m_pageActions(new QActionGroup(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Assay"));
    m_reviewerAction = new QAction(tr("Reviewer’s name…"), this);
    m_reviewerAction->setObjectName(QStringLiteral("edit.reviewer"));
    connect(m_reviewerAction, &QAction::triggered, this, &MainWindow::askReviewerName);
    m_topBar = new TopBar(m_reviewerAction, this);
    setMenuWidget(m_topBar);
    makeMenus();

    auto* centre = new QWidget(this);
    m_rail = new Rail(centre);
    m_banner = new Banner(centre);
    m_stack = new QStackedWidget(centre);
    m_statusBar = new StatusBar(m_keysAction, centre);
    m_rail->addBottomAction(m_keysAction);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    auto* page = new QVBoxLayout;
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addWidget(m_stack, 1);
    row->addWidget(m_rail);
    row->addLayout(page, 1);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row, 1);
    column->addWidget(m_statusBar);
    setCentralWidget(centre);
    setMinimumSize(kSmallestSize);
    setAcceptDrops(true);
    restore();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeMenus()
{
    for (const MenuId id : kMenuOrder)
        m_menus.insert(id, m_topBar->menuBar()->addMenu(menuTitle(id)));
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makeHelpMenu();
    hideEmptyMenus();
}

void MainWindow::makeFileMenu()
{
    QAction* open =
        makeAction(MenuId::File, tr("Open workspace…"), QStringLiteral("file.open"), QKeySequence::Open);
    QAction* folder = makeAction(MenuId::File, tr("Add folder…"), QStringLiteral("file.addFolder"),
                                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    QAction* log = makeAction(MenuId::File, tr("Import log or table…"), QStringLiteral("file.importLog"),
                              QKeySequence(Qt::CTRL | Qt::Key_I));
    m_anchors.insert(MenuId::File, m_menus[MenuId::File]->addSeparator());
    QAction* quit =
        makeAction(MenuId::File, tr("Quit"), QStringLiteral("file.quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(open, &QAction::triggered, this, &MainWindow::openWorkspaceRequested);
    connect(folder, &QAction::triggered, this, &MainWindow::addFolderRequested);
    connect(log, &QAction::triggered, this, &MainWindow::importLogRequested);
    connect(quit, &QAction::triggered, this, &MainWindow::close);
}

void MainWindow::makeEditMenu()
{
    QMenu* menu = m_menus[MenuId::Edit];
    m_anchors.insert(MenuId::Edit, menu->addSeparator());
    menu->addActions((new EditActions(this))->actions());
    menu->addSeparator();
    menu->addAction(m_reviewerAction);
}

void MainWindow::makeViewMenu()
{
    QMenu* menu = m_menus[MenuId::View];
    m_pagesEnd = menu->addSeparator();
    m_anchors.insert(MenuId::View, menu->addSeparator());
    m_back = makeAction(MenuId::View, tr("Back"), QStringLiteral("view.back"),
                        QKeySequence(Qt::ALT | Qt::Key_Left));
    m_back->setEnabled(false);
    connect(m_back, &QAction::triggered, this, &MainWindow::goBack);
    QMenu* appearance = menu->addMenu(tr("Appearance"));
    auto* modes = new QActionGroup(this);
    const std::pair<Appearance::Mode, QString> entries[] = {{Appearance::Mode::System, tr("As the system")},
                                                            {Appearance::Mode::Dark, tr("Dark")},
                                                            {Appearance::Mode::Light, tr("Light")}};
    for (const auto& [mode, text] : entries) {
        QAction* action = appearance->addAction(text);
        action->setObjectName(QStringLiteral("view.appearance.%1").arg(int(mode)));
        action->setCheckable(true);
        action->setChecked(mode == m_appearance->mode());
        modes->addAction(action);
        connect(action, &QAction::triggered, m_appearance,
                [this, mode = mode] { m_appearance->setMode(mode); });
        connect(m_appearance, &Appearance::modeChanged, action,
                [action, mode = mode](Appearance::Mode now) { action->setChecked(now == mode); });
    }
    QAction* fullScreen = makeAction(MenuId::View, tr("Full screen"), QStringLiteral("view.fullScreen"),
                                     QKeySequence(Qt::Key_F11));
    connect(fullScreen, &QAction::triggered, this,
            [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
}

void MainWindow::makeHelpMenu()
{
    m_keysAction =
        makeAction(MenuId::Help, tr("Keys"), QStringLiteral("help.keys"), QKeySequence(Qt::Key_Question));
    m_keysAction->setIcon(themedIcon(QStringLiteral("help")));
    m_keysAction->setIconVisibleInMenu(false);
    connect(m_keysAction, &QAction::triggered, this, &MainWindow::showKeys);
    QAction* about = makeAction(MenuId::Help, tr("About Assay"), QStringLiteral("help.about"), {});
    connect(about, &QAction::triggered, this, &MainWindow::showAbout);
}

QAction* MainWindow::makeAction(MenuId menu, const QString& text, const QString& name,
                                const QKeySequence& key)
{
    QAction* action = m_menus[menu]->addAction(text);
    action->setObjectName(name);
    action->setShortcut(key);
    addAction(action); // a child of the window by this name, and its key works while the menu is hidden
    return action;
}

void MainWindow::addActions(MenuId menu, const QList<QAction*>& actions)
{
    m_menus[menu]->insertActions(m_anchors.value(menu), actions);
    hideEmptyMenus();
}

void MainWindow::addPage(const PageEntry& entry, QWidget* page)
{
    QAction* action = entry.icon.isEmpty() ? nullptr : makePageAction(entry);
    page->setObjectName(entry.id);
    page->setAccessibleName(entry.title);
    m_stack->addWidget(page);
    m_statusBar->addItems(entry.id, entry.status);
    m_pages.append({entry, page, action});
    if (action)
        m_rail->addPageAction(action);
    if (m_pages.size() == 1)
        showPage(entry.id);
}

QAction* MainWindow::makePageAction(const PageEntry& entry)
{
    auto* action = new QAction(themedIcon(entry.icon), entry.title, m_pageActions);
    action->setObjectName(QStringLiteral("page.") + entry.id);
    action->setCheckable(true);
    action->setIconVisibleInMenu(false);
    const int number = int(m_pageActions->actions().size());
    if (number <= 9)
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number)));
    m_menus[MenuId::View]->insertAction(m_pagesEnd, action);
    addAction(action);
    connect(action, &QAction::triggered, this, [this, id = entry.id] { showPage(id); });
    return action;
}

void MainWindow::showPage(const QString& id)
{
    const Page* page = find(id);
    if (!page || id == m_current)
        return;
    if (const Page* before = find(m_current))
        takeActions(*before);
    m_before = m_current;
    m_back->setEnabled(!m_before.isEmpty());
    m_current = id;
    putActions(*page);
    m_stack->setCurrentWidget(page->widget);
    m_statusBar->showItemsOf(id);
    m_rail->setVisible(page->action != nullptr);
    if (page->action)
        page->action->setChecked(true);
    else if (QAction* checked = m_pageActions->checkedAction())
        checked->setChecked(false);
    page->widget->setFocus(Qt::OtherFocusReason);
    emit currentPageChanged(id);
}

void MainWindow::goBack()
{
    showPage(m_before);
}

void MainWindow::putActions(const Page& page)
{
    for (auto it = page.entry.actions.cbegin(); it != page.entry.actions.cend(); ++it)
        m_menus[it.key()]->insertActions(m_anchors.value(it.key()), it.value());
    hideEmptyMenus();
}

void MainWindow::takeActions(const Page& page)
{
    for (auto it = page.entry.actions.cbegin(); it != page.entry.actions.cend(); ++it) {
        for (QAction* action : it.value())
            m_menus[it.key()]->removeAction(action);
    }
    hideEmptyMenus();
}

void MainWindow::hideEmptyMenus()
{
    for (QMenu* menu : std::as_const(m_menus))
        menu->menuAction()->setVisible(hasVisibleAction(menu));
}

void MainWindow::setBadge(const QString& pageId, int count)
{
    if (const Page* page = find(pageId); page && page->action)
        m_rail->setBadge(page->action, count);
}

void MainWindow::addStatusItem(QWidget* item)
{
    m_statusBar->addEverywhere(item);
}

void MainWindow::setWorkspaceName(const QString& name)
{
    m_topBar->setWorkspaceName(name);
    setWindowTitle(name.isEmpty() ? tr("Assay") : tr("%1 – Assay").arg(name));
}

void MainWindow::setReviewerName(const QString& name)
{
    m_reviewerName = name;
    m_topBar->setReviewerName(name);
}

void MainWindow::setNotSavedCount(int count)
{
    m_topBar->setNotSavedCount(count);
}

const MainWindow::Page* MainWindow::find(const QString& id) const
{
    const auto found =
        std::find_if(m_pages.cbegin(), m_pages.cend(), [&](const Page& page) { return page.entry.id == id; });
    return found == m_pages.cend() ? nullptr : &*found;
}

QList<ActionGroup> MainWindow::actionGroups() const
{
    QList<ActionGroup> groups;
    for (const Page& page : m_pages) {
        ActionGroup group{page.entry.title, {}};
        for (const MenuId menu : kMenuOrder)
            group.actions << page.entry.actions.value(menu);
        groups.insert(page.entry.id == m_current ? 0 : groups.size(), group); // what is on screen first
    }
    groups << ActionGroup{tr("Pages"), m_pageActions->actions()};
    ActionGroup everywhere{tr("Everywhere"), {}};
    for (QAction* action : actions()) {
        if (!m_pageActions->actions().contains(action))
            everywhere.actions << action;
    }
    return groups << everywhere;
}

void MainWindow::showKeys()
{
    if (m_keysSheet)
        m_keysSheet->close(); // made anew each time: keys may have been bound anew
    m_keysSheet = new KeysSheet(actionGroups(), this);
    m_keysSheet->show();
}

void MainWindow::showAbout()
{
    showOnce(m_about, [this] { return new AboutDialog(this); });
}

void MainWindow::askReviewerName()
{
    showOnce(m_reviewerDialog, [this] {
        auto* dialog = new ReviewerDialog(m_reviewerName, this);
        connect(dialog, &ReviewerDialog::nameChosen, this, [this](const QString& name) {
            setReviewerName(name);
            emit reviewerNameChanged(name);
        });
        return dialog;
    });
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_settings->setValue(QLatin1String(kGeometryKey), saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (localPaths(*event->mimeData()).isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
    emit pathsDropped(localPaths(*event->mimeData()));
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_rail->setWidth(width() < kCompactBelow ? Rail::Width::Icons : Rail::Width::Words);
}

void MainWindow::restore()
{
    if (!restoreGeometry(m_settings->value(QLatin1String(kGeometryKey)).toByteArray()))
        resize(kFirstSize);
}

} // namespace assay
