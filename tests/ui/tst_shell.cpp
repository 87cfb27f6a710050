// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window program in one process: from the welcome page to a workspace and back, and what happens to
// verdicts when it is left.
#include "app/base/workspacepath.h"
#include "app/store/generations.h"
#include "app/store/imageroots.h"
#include "app/store/queue.h"
#include "tests/support/builders.h"
#include "tests/support/workspace.h"
#include "ui/common/appearance.h"
#include "ui/common/banner.h"
#include "ui/mainwindow.h"
#include "ui/review/reviewpage.h"
#include "ui/setup/addfolderdialog.h"
#include "ui/shell.h"

#include <QApplication>
#include <QImage>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace assay;

namespace {

constexpr int kPatience = 15'000;

void drawPictures(const QString& folder, int count)
{
    QDir().mkpath(folder);
    for (int i = 0; i < count; ++i) {
        QImage picture(64, 48, QImage::Format_RGB32);
        picture.fill(QColor(20 * i, 255 - 20 * i, 90));
        picture.save(QStringLiteral("%1/p%2.png").arg(folder).arg(i));
    }
}

QueueCounts countsOf(const QString& workspace)
{
    const auto database = Database::open(workspace, Database::Mode::ReadOnly);
    const auto counts = database ? Queue(**database).counts({}) : Result<QueueCounts>(database.error());
    return counts ? *counts : QueueCounts{-1, -1, -1};
}

} // namespace

class TestShell : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void firstStart_isTheWelcomePage();
    void foldersGiven_areTakenInAndWatched();
    void addFolder_asksWhoseImagesTheyAre();
    void secondStart_opensTheWorkspaceOfLastTime();
    void unusableWorkspace_isSaidOnTheWelcomePage();
    void verdictByKey_isInTheFileAfterLeaving();
    void verdictThatCannotBeSaved_isAskedAboutBeforeClosing();
    void whatAnotherProcessStores_appears();

private:
    void start(const StartRequest& request);
    template<typename T>
    T* find(const char* name) const
    {
        return m_shell->window().findChild<T*>(QLatin1String(name));
    }
    void key(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    QString picturesFolder() const { return m_home->filePath(QStringLiteral("pictures")); }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<Shell> m_shell;
};

void TestShell::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_home->filePath(QStringLiteral("data")).toUtf8());
    qputenv("XDG_CACHE_HOME", m_home->filePath(QStringLiteral("cache")).toUtf8());
    m_settings = std::make_unique<QSettings>(m_home->filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    m_appearance = std::make_unique<Appearance>(m_settings.get());
}

void TestShell::cleanup()
{
    m_shell.reset();
    m_appearance.reset();
    m_settings.reset();
    m_home.reset();
}

void TestShell::start(const StartRequest& request)
{
    m_shell = std::make_unique<Shell>(Surroundings{*m_appearance, *m_settings, systemClock()});
    m_shell->start(request);
    QVERIFY(QTest::qWaitForWindowActive(&m_shell->window()));
}

void TestShell::firstStart_isTheWelcomePage()
{
    start({});
    QVERIFY(!m_shell->workspace());
    QCOMPARE(m_shell->window().currentPage(), QStringLiteral("welcome"));
    QVERIFY(!QFile::exists(defaultWorkspacePath()));
}

void TestShell::foldersGiven_areTakenInAndWatched()
{
    drawPictures(picturesFolder(), 3);
    start({{}, {picturesFolder()}});
    QTRY_COMPARE_WITH_TIMEOUT(countsOf(defaultWorkspacePath()).toReview, 3, kPatience);
    QCOMPARE(m_shell->window().currentPage(), QStringLiteral("review"));
    drawPictures(picturesFolder(), 5);
    QTRY_COMPARE_WITH_TIMEOUT(countsOf(defaultWorkspacePath()).toReview, 5, kPatience);
}

void TestShell::addFolder_asksWhoseImagesTheyAre()
{
    drawPictures(picturesFolder(), 1);
    start({});
    QTest::keyClick(&m_shell->window(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    auto* dialog = find<AddFolderDialog>("addFolderDialog");
    QVERIFY(dialog);
    QVERIFY(!dialog->findChild<QPushButton*>(QStringLiteral("addFolderAdd"))->isEnabled());
    dialog->findChild<QLineEdit*>(QStringLiteral("addFolderPath"))->setText(picturesFolder());
    dialog->findChild<QLineEdit*>(QStringLiteral("addFolderClient"))->setText(QStringLiteral("nord"));
    dialog->findChild<QPushButton*>(QStringLiteral("addFolderAdd"))->click();
    QTRY_VERIFY(m_shell->workspace());
    QTRY_COMPARE_WITH_TIMEOUT(m_shell->workspace()->clients(), QStringList{QStringLiteral("nord")},
                              kPatience);
}

void TestShell::secondStart_opensTheWorkspaceOfLastTime()
{
    const TemporaryWorkspace workspace;
    start({workspace.path(), {}});
    QVERIFY(m_shell->workspace());
    m_shell.reset();
    start({});
    QVERIFY(m_shell->workspace());
    QCOMPARE(m_shell->workspace()->path(), workspace.path());
}

void TestShell::unusableWorkspace_isSaidOnTheWelcomePage()
{
    const QString path = m_home->filePath(QStringLiteral("damaged.assay"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray content(4096, 'x');
    file.write(content);
    file.close();
    start({path, {}});
    QVERIFY(!m_shell->workspace());
    const auto banners = m_shell->window().findChildren<Banner*>();
    QVERIFY(std::any_of(banners.cbegin(), banners.cend(), [](const Banner* banner) {
        return banner->isVisible() && banner->sentence().contains(QStringLiteral("damaged.assay"));
    }));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void TestShell::verdictByKey_isInTheFileAfterLeaving()
{
    drawPictures(picturesFolder(), 2);
    start({{}, {picturesFolder()}});
    QTRY_COMPARE_WITH_TIMEOUT(countsOf(defaultWorkspacePath()).toReview, 2, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_shell->workspace()->reviewPage().flow().image().isOpen(), kPatience);
    m_shell->workspace()->reviewPage().setFocus();
    key(Qt::Key_A);
    // Leaving at once: what is being saved is finished first.
    m_shell->window().close();
    QTRY_VERIFY_WITH_TIMEOUT(!m_shell->window().isVisible(), kPatience);
    m_shell.reset();
    QCOMPARE(countsOf(defaultWorkspacePath()), (QueueCounts{1, 1, 2}));
}

void TestShell::verdictThatCannotBeSaved_isAskedAboutBeforeClosing()
{
    drawPictures(picturesFolder(), 2);
    start({{}, {picturesFolder()}});
    QTRY_COMPARE_WITH_TIMEOUT(countsOf(defaultWorkspacePath()).toReview, 2, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_shell->workspace()->reviewPage().flow().image().isOpen(), kPatience);
    const auto other = Database::open(defaultWorkspacePath(), Database::Mode::ReadWrite);
    QVERIFY(bool(other));
    QVERIFY(bool((*other)->execute(QStringLiteral("BEGIN IMMEDIATE"))));
    m_shell->workspace()->reviewPage().setFocus();
    key(Qt::Key_A);
    m_shell->window().close();
    QVERIFY(m_shell->window().isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(find<QMessageBox>("leaveQuestion"), kPatience);
    auto* question = find<QMessageBox>("leaveQuestion");
    question->buttons().constFirst()->click(); // Stay
    QTRY_VERIFY(!find<QMessageBox>("leaveQuestion"));
    QVERIFY(m_shell->window().isVisible());
    QVERIFY(bool((*other)->execute(QStringLiteral("ROLLBACK"))));
}

void TestShell::whatAnotherProcessStores_appears()
{
    const TemporaryWorkspace workspace;
    start({workspace.path(), {}});
    drawPictures(picturesFolder(), 1);
    const auto root = ImageRoots(workspace.database()).add(picturesFolder(), {}, kNoon);
    QVERIFY(bool(root));
    const ImageFile image = anImage(root->id, QStringLiteral("p0.png"), u"p0");
    QVERIFY(bool(Generations(workspace.database(), workspace.calendar()).add(aFileGeneration(image))));
    QTRY_VERIFY_WITH_TIMEOUT(m_shell->workspace()->reviewPage().flow().image().isOpen(), kPatience);
}

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
