// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window program again: its folders, imports, rates, tables and metadata, from the menu or the
// banner to the file and back into the queue.
#include "app/base/workspacepath.h"
#include "app/store/imageroots.h"
#include "app/store/imports.h"
#include "app/store/queue.h"
#include "app/store/statement.h"
#include "ui/common/appearance.h"
#include "ui/common/banner.h"
#include "ui/mainwindow.h"
#include "ui/review/reviewpage.h"
#include "ui/shell.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 60'000; // the intake is idle work;
constexpr auto kControlShift = Qt::ControlModifier | Qt::ShiftModifier;

} // namespace

class TestShellSetup : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void windows_openByTheirKeysAndCloseWithEscape_data();
    void windows_openByTheirKeysAndCloseWithEscape();
    void folderWithRules_isTakenInByThem();
    void movedFolder_isRelinkedFromTheBanner();
    void refusedFile_isReadAgainFromTheHistory();
    void selectedImages_haveTheirMetadataReadAgain();
    void rateCard_pricesTheOpenImage();
    void workspaceLeftWithWindowsOpen_endsQuietly();

private:
    void start(const QStringList& folders);
    template<typename T>
    T* find(const char* name) const
    {
        return m_shell->window().findChild<T*>(QLatin1String(name));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = kControlShift) const
    {
        QTest::keyClick(&m_shell->window(), key, modifiers);
    }
    void drawPictures(int count) const;
    QString pictures() const { return m_home->filePath(u"pictures"_s); }
    /// The first column of the first row of the workspace.
    QString stored(const QString& sql) const;
    Banner* banner() const { return m_shell->window().banner(); }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<Shell> m_shell;
};

void TestShellSetup::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_home->filePath(u"data"_s).toUtf8());
    qputenv("XDG_CACHE_HOME", m_home->filePath(u"cache"_s).toUtf8());
    m_settings = std::make_unique<QSettings>(m_home->filePath(u"s.ini"_s), QSettings::IniFormat);
    m_appearance = std::make_unique<Appearance>(m_settings.get());
}

void TestShellSetup::cleanup()
{
    m_shell.reset();
    m_appearance.reset();
    m_settings.reset();
    m_home.reset();
}

void TestShellSetup::start(const QStringList& folders)
{
    m_shell = std::make_unique<Shell>(Surroundings{*m_appearance, *m_settings, systemClock()});
    m_shell->start({defaultWorkspacePath(), folders});
    QVERIFY(m_shell->workspace());
    QVERIFY(QTest::qWaitForWindowActive(&m_shell->window()));
    if (!folders.isEmpty())
        QTRY_VERIFY_WITH_TIMEOUT(m_shell->workspace()->reviewPage().flow().image().isOpen(), kPatience);
}

void TestShellSetup::drawPictures(int count) const
{
    QVERIFY(QDir().mkpath(pictures() + u"/drafts"_s));
    for (int i = 0; i < count; ++i) {
        QImage picture(64, 48, QImage::Format_RGB32);
        picture.fill(QColor(20 * i, 255 - 20 * i, 90));
        QVERIFY(picture.save(u"%1/p%2.png"_s.arg(pictures()).arg(i)));
        QVERIFY(picture.scaled(32, 24).save(u"%1/drafts/d%2.png"_s.arg(pictures()).arg(i)));
    }
}

QString TestShellSetup::stored(const QString& sql) const
{
    const auto database = Database::open(defaultWorkspacePath(), Database::Mode::ReadOnly);
    if (!database)
        return {};
    Statement statement = (*database)->prepare(sql);
    return statement.run() && statement.next() ? statement.text(0) : QString();
}

void TestShellSetup::windows_openByTheirKeysAndCloseWithEscape_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("folders") << Qt::Key_F << QByteArray("foldersWindow");
    QTest::newRow("imports") << Qt::Key_I << QByteArray("importsWindow");
    QTest::newRow("rates") << Qt::Key_C << QByteArray("ratesWindow");
}

void TestShellSetup::windows_openByTheirKeysAndCloseWithEscape()
{
    QFETCH(Qt::Key, key);
    QFETCH(QByteArray, name);
    start({});
    press(key);
    const QPointer window = find<QDialog>(name.constData());
    QVERIFY(window);
    QVERIFY(QTest::qWaitForWindowActive(window));
    press(key); // the same one comes to the front
    QCOMPARE(m_shell->window().findChildren<QDialog*>(QLatin1String(name)).size(), 1);
    QTest::keyClick(window, Qt::Key_Escape);
    QTRY_VERIFY(!window);
}

void TestShellSetup::folderWithRules_isTakenInByThem()
{
    drawPictures(3);
    start({});
    press(Qt::Key_O);
    auto* dialog = find<QDialog>("addFolderDialog");
    QVERIFY(dialog);
    dialog->findChild<QLineEdit*>(u"addFolderPath"_s)->setText(pictures());
    auto* exclude = dialog->findChild<QPlainTextEdit*>(u"addFolderExclude"_s);
    exclude->setPlainText(u"/nowhere"_s);
    auto* add = dialog->findChild<QPushButton*>(u"addFolderAdd"_s);
    QVERIFY(!add->isEnabled());
    exclude->setPlainText(u"drafts"_s);
    add->click();
    QTRY_COMPARE_WITH_TIMEOUT(stored(u"SELECT count(*) FROM generations"_s), u"3"_s, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(stored(u"SELECT count(*) FROM imports WHERE finished_at IS NULL"_s), u"0"_s,
                              kPatience);
    QCOMPARE(stored(u"SELECT count(*) FROM generations"_s), u"3"_s);
}

void TestShellSetup::movedFolder_isRelinkedFromTheBanner()
{
    drawPictures(2);
    start({pictures()});
    QTRY_COMPARE_WITH_TIMEOUT(stored(u"SELECT count(*) FROM generations"_s), u"4"_s, kPatience);
    const QString moved = pictures() + u".moved"_s;
    QVERIFY(QDir().rename(pictures(), moved));
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("relinkVanished"), kPatience);
    QVERIFY(banner()->sentence().contains(pictures()));
    find<QPushButton>("relinkVanished")->click();
    auto* dialog = find<QDialog>("relinkDialog");
    QVERIFY(dialog);
    auto* place = dialog->findChild<QLineEdit*>(u"relinkPlace"_s);
    place->setText(moved);
    QTest::keyClick(place, Qt::Key_Return);
    auto* use = dialog->findChild<QPushButton*>(u"relinkUse"_s);
    QTRY_VERIFY_WITH_TIMEOUT(use->isEnabled(), kPatience);
    use->click();
    QTRY_VERIFY_WITH_TIMEOUT(!banner()->isVisible(), kPatience);
    QCOMPARE(stored(u"SELECT path FROM image_roots"_s), QFileInfo(moved).canonicalFilePath());
    ReviewFlow& flow = m_shell->workspace()->reviewPage().flow();
    QVERIFY(flow.image().isOpen());
    QTRY_VERIFY(flow.model().row(flow.row())->imagePath.startsWith(moved));
}

void TestShellSetup::refusedFile_isReadAgainFromTheHistory()
{
    QVERIFY(QDir().mkpath(pictures()));
    QFile broken(pictures() + u"/a.png"_s);
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no picture at all") > 0);
    broken.close();
    start({});
    m_shell->workspace()->importPaths({broken.fileName()});
    QTRY_COMPARE_WITH_TIMEOUT(stored(u"SELECT count(*) FROM import_problems"_s), u"1"_s, kPatience);
    press(Qt::Key_I);
    auto* history = find<QDialog>("importsWindow");
    QVERIFY(history);
    auto* retry = history->findChild<QPushButton*>(u"importsRetry"_s);
    QTRY_VERIFY_WITH_TIMEOUT(retry->isEnabled(), kPatience);
    drawPictures(1);
    QVERIFY(broken.remove() && QFile::copy(pictures() + u"/p0.png"_s, broken.fileName()));
    retry->click();
    QTRY_COMPARE_WITH_TIMEOUT(stored(u"SELECT count(*) FROM generations"_s), u"1"_s, kPatience);
    const auto* table = history->findChild<QTableView*>(u"importsTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, kPatience);
}

void TestShellSetup::selectedImages_haveTheirMetadataReadAgain()
{
    drawPictures(3);
    start({pictures()});
    QTRY_COMPARE_WITH_TIMEOUT(stored(u"SELECT count(*) FROM generations"_s), u"6"_s, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(m_shell->workspace()->reviewPage().flow().model().rowCount(), 6, kPatience);
    for (int i = 0; i < 3; ++i) {
        QFile sidecar(u"%1/p%2.txt"_s.arg(pictures()).arg(i));
        QVERIFY(sidecar.open(QIODevice::WriteOnly) &&
                sidecar.write("red mugs\nSteps: 20, Sampler: Euler, CFG scale: 7, Seed: 7") > 0);
    }
    auto* list = find<QListView>("queueList");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(list->selectionModel()->selectedIndexes().size(), 6);
    QTest::keyClick(list, Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("rereadReport"), kPatience);
    QVERIFY2(banner()->sentence().startsWith(u"The metadata of 6 images was read again, 3 "_s),
             qPrintable(banner()->sentence()));
    QCOMPARE(stored(u"SELECT count(*) FROM generations WHERE prompt_id IS NOT NULL"_s), u"3"_s);
    find<QPushButton>("rereadReport")->click();
    QVERIFY(find<QDialog>("importReportDialog"));
}

void TestShellSetup::rateCard_pricesTheOpenImage()
{
    drawPictures(1);
    start({pictures()});
    press(Qt::Key_C);
    auto* card = find<QDialog>("ratesWindow");
    QVERIFY(card);
    card->findChild<QPushButton*>(u"ratesAdd"_s)->click();
    auto* dialog = card->findChild<QDialog*>(u"rateDialog"_s);
    QVERIFY(dialog);
    dialog->findChild<QLineEdit*>(u"rateModel"_s)->setText(u"*"_s);
    dialog->findChild<QLineEdit*>(u"ratePrice"_s)->setText(u"0.04"_s);
    dialog->findChild<QLineEdit*>(u"rateCurrency"_s)->setText(u"EUR"_s);
    dialog->findChild<QPushButton*>(u"rateAdd"_s)->click();
    ReviewFlow& flow = m_shell->workspace()->reviewPage().flow();
    QTRY_VERIFY_WITH_TIMEOUT(flow.image().isOpen() && flow.image().generation().cost, kPatience);
    QCOMPARE(flow.image().generation().costSource, CostSource::Rate);
}

void TestShellSetup::workspaceLeftWithWindowsOpen_endsQuietly()
{
    drawPictures(2);
    QFile table(m_home->filePath(u"t.csv"_s));
    QVERIFY(table.open(QIODevice::WriteOnly) && table.write("sent at,prompt\n2026-03-04 12:00,a cup\n") > 0);
    table.close();
    start({pictures()});
    m_shell->workspace()->importPaths({table.fileName()});
    for (const Qt::Key key : {Qt::Key_F, Qt::Key_I, Qt::Key_C})
        press(key);
    QVERIFY(find<QDialog>("csvMappingDialog"));
    m_shell.reset();
    start({});
    QCoreApplication::processEvents();
}

QTEST_MAIN(TestShellSetup)
#include "tst_shellsetup.moc"
