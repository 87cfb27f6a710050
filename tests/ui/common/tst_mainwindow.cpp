// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/appearance.h"
#include "ui/common/textlabel.h"
#include "ui/mainwindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace assay;

namespace {

/// A page with a field, a letter action and an item of the status bar.
struct TestPage
{
    TestPage(const QString& id, Qt::Key key)
        : widget(new QWidget)
        , action(new QAction(id + u" action"_qs, widget))
    {
        auto* field = new QLineEdit(widget);
        field->setObjectName(id + u".field"_qs);
        (new QVBoxLayout(widget))->addWidget(field);
        widget->setFocusPolicy(Qt::StrongFocus);
        action->setObjectName(id + u".action"_qs);
        action->setShortcut(QKeySequence(key));
        widget->addAction(action);
        auto* item = new TextLabel(id + u" says"_qs, TextStyle::Second);
        item->setObjectName(id + u".status"_qs);
        entry = {id, id.toUpper(), u"review"_qs, {{MenuId::Review, {action}}}, {{item}, {}}};
    }

    QWidget* widget;
    QAction* action;
    PageEntry entry;
};

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void narrowWindow_railHasIconsWithToolTips();
    void pageKeys_showThePages();
    void letterOfPage_firesOnlyWhileItIsShown();
    void letterInField_isTyped();
    void menus_showTheCurrentPagesActions();
    void statusBar_showsTheCurrentPagesItems();
    void pageWithoutIcon_hidesTheRail();
    void questionMark_showsEveryKey();
    void fileActions_areRouted();
    void appearanceMenu_switchesAndShowsTheMode();
    void reviewerName_isAskedWithoutBlocking();
    void notSaved_isShownUntilGone();
    void tab_reachesRailAndKeysButton();
    void focusByKeyboard_isRinged();
    void geometry_isRemembered();
    void everyControl_hasAName();

private:
    template<typename T>
    T* find(const QString& name) const
    {
        return m_window->findChild<T*>(name);
    }
    void open();
    QStringList visibleMenus() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
    QAction* m_first = nullptr;
    QAction* m_second = nullptr;
};

void TestMainWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"s.ini"_qs), QSettings::IniFormat);
    m_appearance = std::make_unique<Appearance>(m_settings.get());
    open();
}

void TestMainWindow::open()
{
    m_window = std::make_unique<MainWindow>(m_appearance.get(), m_settings.get());
    const TestPage first(u"one"_qs, Qt::Key_A);
    const TestPage second(u"two"_qs, Qt::Key_B);
    m_first = first.action;
    m_second = second.action;
    m_window->addPage(first.entry, first.widget);
    m_window->addPage(second.entry, second.widget);
    m_window->resize(1600, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_appearance.reset();
    m_settings.reset();
    m_folder.reset();
}

QStringList TestMainWindow::visibleMenus() const
{
    QStringList titles;
    for (const QAction* action : m_window->findChild<QMenuBar*>()->actions()) {
        if (action->isVisible())
            titles << action->text().remove(u'&');
    }
    return titles;
}

void TestMainWindow::narrowWindow_railHasIconsWithToolTips()
{
    auto* rail = find<QWidget>(u"rail"_qs);
    QCOMPARE(rail->width(), 64);
    m_window->resize(1100, 700);
    QTRY_COMPARE(rail->width(), 48);
    QCOMPARE(find<QAbstractButton>(u"rail.page.two"_qs)->toolTip(), u"TWO (Ctrl+2)"_qs);
    m_window->resize(1600, 1000);
    QTRY_COMPARE(rail->width(), 64);
}

void TestMainWindow::pageKeys_showThePages()
{
    QSignalSpy changed(m_window.get(), &MainWindow::currentPageChanged);
    QCOMPARE(m_window->currentPage(), u"one"_qs);
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), u"two"_qs);
    QVERIFY(find<QWidget>(u"two"_qs)->isVisible());
    QVERIFY(!find<QWidget>(u"one"_qs)->isVisible());
    QTest::mouseClick(find<QAbstractButton>(u"rail.page.one"_qs), Qt::LeftButton);
    QCOMPARE(m_window->currentPage(), u"one"_qs);
    QCOMPARE(changed.count(), 2);
}

void TestMainWindow::letterOfPage_firesOnlyWhileItIsShown()
{
    QSignalSpy first(m_first, &QAction::triggered);
    QSignalSpy second(m_second, &QAction::triggered);
    find<QAbstractButton>(u"rail.page.one"_qs)->setFocus(); // outside the page
    QTest::keyClick(m_window.get(), Qt::Key_A);
    QTest::keyClick(m_window.get(), Qt::Key_B);
    QCOMPARE(first.count(), 1);
    QCOMPARE(second.count(), 0);
    m_window->showPage(u"two"_qs);
    QTest::keyClick(m_window.get(), Qt::Key_A);
    QTest::keyClick(m_window.get(), Qt::Key_B);
    QCOMPARE(first.count(), 1);
    QCOMPARE(second.count(), 1);
}

void TestMainWindow::letterInField_isTyped()
{
    QSignalSpy triggered(m_first, &QAction::triggered);
    auto* field = find<QLineEdit>(u"one.field"_qs);
    field->setFocus();
    QTest::keyClicks(field, u"a?"_qs);
    QCOMPARE(field->text(), u"a?"_qs);
    QCOMPARE(triggered.count(), 0);
    QVERIFY(!find<QWidget>(u"keysSheet"_qs));
}

void TestMainWindow::menus_showTheCurrentPagesActions()
{
    QCOMPARE(visibleMenus(), QStringList({u"File"_qs, u"Edit"_qs, u"View"_qs, u"Review"_qs, u"Help"_qs}));
    PageEntry bare{u"bare"_qs, u"Bare"_qs, {}, {}, {}};
    m_window->addPage(bare, new QWidget);
    m_window->showPage(u"bare"_qs);
    QCOMPARE(visibleMenus(), QStringList({u"File"_qs, u"Edit"_qs, u"View"_qs, u"Help"_qs}));
    auto* everywhere = new QAction(u"Export"_qs, m_window.get());
    m_window->addActions(MenuId::Report, {everywhere});
    QVERIFY(visibleMenus().contains(u"Report"_qs));
}

void TestMainWindow::statusBar_showsTheCurrentPagesItems()
{
    QVERIFY(find<QWidget>(u"one.status"_qs)->isVisible());
    QVERIFY(!find<QWidget>(u"two.status"_qs)->isVisible());
    m_window->showPage(u"two"_qs);
    QVERIFY(!find<QWidget>(u"one.status"_qs)->isVisible());
    QVERIFY(find<QWidget>(u"two.status"_qs)->isVisible());
}

void TestMainWindow::pageWithoutIcon_hidesTheRail()
{
    m_window->addPage({u"bare"_qs, u"Bare"_qs, {}, {}, {}}, new QWidget);
    QVERIFY(!find<QAbstractButton>(u"rail.page.bare"_qs));
    m_window->showPage(u"bare"_qs);
    QVERIFY(!find<QWidget>(u"rail"_qs)->isVisible());
    m_window->showPage(u"one"_qs);
    QVERIFY(find<QWidget>(u"rail"_qs)->isVisible());
}

void TestMainWindow::questionMark_showsEveryKey()
{
    m_second->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_7)); // bound anew
    QTest::keyClick(m_window.get(), Qt::Key_Question);
    auto* sheet = find<QDialog>(u"keysSheet"_qs);
    QVERIFY(sheet);
    QVERIFY(!sheet->isModal());
    QStringList words;
    for (const QLabel* label : sheet->findChildren<QLabel*>())
        words << label->text();
    for (const QString& expected : {u"one action"_qs, u"two action"_qs, u"Quit"_qs, u"Keys"_qs, u"TWO"_qs})
        QVERIFY2(words.contains(expected), qPrintable(expected));
    QVERIFY(m_window->findChildren<QAction*>().contains(m_second));
    QTest::keyClick(sheet, Qt::Key_Escape);
    QTRY_VERIFY(!find<QDialog>(u"keysSheet"_qs));
}

void TestMainWindow::fileActions_areRouted()
{
    QSignalSpy open(m_window.get(), &MainWindow::openWorkspaceRequested);
    QSignalSpy folder(m_window.get(), &MainWindow::addFolderRequested);
    QSignalSpy log(m_window.get(), &MainWindow::importLogRequested);
    QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
    QCOMPARE(open.count(), 1);
    QCOMPARE(folder.count(), 1);
    QCOMPARE(log.count(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->isVisible());
}

void TestMainWindow::appearanceMenu_switchesAndShowsTheMode()
{
    QAction* dark = find<QAction>(u"view.appearance.1"_qs);
    dark->trigger();
    QCOMPARE(m_appearance->mode(), Appearance::Mode::Dark);
    QCOMPARE(Theme::current().scheme(), Scheme::Dark);
    QCOMPARE(m_window->grab().toImage().pixelColor(700, 10), Theme::of(Scheme::Dark).colour(Token::Chrome));
    m_appearance->setMode(Appearance::Mode::Light);
    QVERIFY(find<QAction>(u"view.appearance.2"_qs)->isChecked());
    QVERIFY(!dark->isChecked());
    QCOMPARE(m_window->grab().toImage().pixelColor(700, 10), Theme::of(Scheme::Light).colour(Token::Chrome));
}

void TestMainWindow::reviewerName_isAskedWithoutBlocking()
{
    QSignalSpy changed(m_window.get(), &MainWindow::reviewerNameChanged);
    m_window->setReviewerName(u"Dana"_qs);
    QTest::mouseClick(find<QAbstractButton>(u"reviewerButton"_qs), Qt::LeftButton);
    auto* dialog = find<QDialog>(u"reviewerDialog"_qs);
    QVERIFY(dialog);
    QVERIFY(!dialog->isModal());
    auto* name = dialog->findChild<QLineEdit*>(u"reviewerName"_qs);
    QCOMPARE(name->text(), u"Dana"_qs);
    name->setText(u"  "_qs);
    QVERIFY(!dialog->findChild<QPushButton*>(u"reviewerUse"_qs)->isEnabled());
    name->setText(u" Ines <b> "_qs);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(changed.value(0).value(0).toString(), u"Ines <b>"_qs);
    QCOMPARE(find<QAbstractButton>(u"reviewerButton"_qs)->text(), u"Ines <b>"_qs);
}

void TestMainWindow::notSaved_isShownUntilGone()
{
    auto* mark = find<QWidget>(u"notSavedMark"_qs);
    QVERIFY(!mark->isVisible());
    m_window->setNotSavedCount(2);
    QVERIFY(mark->isVisible());
    QCOMPARE(mark->accessibleName(), u"2 not saved"_qs);
    m_window->setNotSavedCount(0);
    QVERIFY(!mark->isVisible());
}

void TestMainWindow::tab_reachesRailAndKeysButton()
{
    m_window->setReviewerName(u"Dana"_qs);
    QSet<QString> reached;
    for (int i = 0; i < 12; ++i) {
        QTest::keyClick(m_window.get(), Qt::Key_Tab);
        if (const QWidget* focus = QApplication::focusWidget())
            reached << focus->objectName();
    }
    for (const QString& name : {u"rail.page.one"_qs, u"rail.page.two"_qs, u"rail.help.keys"_qs,
                                u"keysButton"_qs, u"one.field"_qs, u"reviewerButton"_qs})
        QVERIFY2(reached.contains(name), qPrintable(name));
}

void TestMainWindow::focusByKeyboard_isRinged()
{
    auto* button = find<QAbstractButton>(u"rail.page.two"_qs);
    const QPoint edge = button->mapTo(m_window.get(), QPoint(-2, button->height() / 2));
    const auto ringAt = [&] { return m_window->grab().toImage().pixelColor(edge) == colour(Token::Accent); };
    QVERIFY(!ringAt());
    button->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(ringAt());
    button->clearFocus();
    button->setFocus(Qt::MouseFocusReason);
    QTRY_VERIFY(!ringAt());
}

void TestMainWindow::geometry_isRemembered()
{
    m_window->resize(1234, 777);
    m_window->close();
    const MainWindow next(m_appearance.get(), m_settings.get());
    QCOMPARE(next.size(), QSize(1234, 777));
}

void TestMainWindow::everyControl_hasAName()
{
    m_window->setReviewerName(u"Dana"_qs);
    for (const QAbstractButton* button : m_window->findChildren<QAbstractButton*>()) {
        if (!button->isVisible())
            continue;
        QVERIFY2(!button->objectName().isEmpty(), qPrintable(button->text()));
        QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
    }
    for (const QMenu* menu : m_window->findChildren<QMenu*>()) {
        for (const QAction* action : menu->actions()) {
            if (!action->isSeparator() && !action->menu())
                QVERIFY2(!action->objectName().isEmpty(), qPrintable(action->text()));
        }
    }
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
