// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/studio.h"
#include "ui/common/banner.h"
#include "ui/report/clientreportdialog.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace assay;

class TestClientReportDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void export_savesAndOffersToOpen();
    void missingFolder_isSaid();
    void turnedPeriod_isSaid();
    void emptyWorkspace_hasNothingToExport();
    void existingFile_isReplacedOnlyWhenSaid();
    void suggestedName_isFree();
    void today_isOfTheWorkspacesZone();
    void unreadableWorkspace_isNotAWriteError();
    void action_opensTheDialogAndDoesNotBlock();

private:
    void fill(ClientReportDialog& dialog, const QString& path);
    template<typename T>
    T* part(const ClientReportDialog& dialog, const char* name)
    {
        return dialog.findChild<T*>(QLatin1String(name));
    }

    std::unique_ptr<QTemporaryDir> m_home; ///< the documents of the person
    std::unique_ptr<TemporaryWorkspace> m_workspace;
    QTimeZone m_zone = QTimeZone::utc();
    Clock m_clock = [] { return *parseRfc3339(u"2026-05-05T14:02:00Z"); };
};

void TestClientReportDialog::initTestCase()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("HOME", m_home->path().toUtf8());
    qputenv("XDG_CONFIG_HOME", m_home->filePath(QStringLiteral("config")).toUtf8());
}

void TestClientReportDialog::init()
{
    m_workspace = std::make_unique<TemporaryWorkspace>();
}

void TestClientReportDialog::fill(ClientReportDialog& dialog, const QString& path)
{
    dialog.present();
    auto* button = part<QAbstractButton>(dialog, "exportReport");
    QTRY_VERIFY(button->isEnabled());
    part<QDateEdit>(dialog, "reportFrom")->setDate({2026, 3, 1});
    part<QDateEdit>(dialog, "reportTo")->setDate({2026, 3, 31});
    part<QLineEdit>(dialog, "reportPath")->setText(path);
}

void TestClientReportDialog::export_savesAndOffersToOpen()
{
    Studio(*m_workspace).add({.week = *IsoWeek::fromName(u"2026-W10"), .assets = 5});
    ClientReportDialog dialog(m_workspace->path(), m_clock, m_zone);
    QUrl opened;
    dialog.setOpener([&opened](const QUrl& url) { opened = url; });
    const QString path = m_workspace->folder().filePath(QStringLiteral("r.pdf"));
    fill(dialog, path);
    QCOMPARE(part<QComboBox>(dialog, "reportClient")->currentText(), QStringLiteral("nord"));
    QSignalSpy saved(&dialog, &ClientReportDialog::saved);
    QTest::keyClick(part<QAbstractButton>(dialog, "exportReport"), Qt::Key_Space);
    QVERIFY(saved.wait(10'000));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().startsWith("%PDF-"));
    QVERIFY(dialog.findChild<Banner*>()->sentence().contains(QStringLiteral("r.pdf")));
    part<QAbstractButton>(dialog, "openReport")->click();
    QCOMPARE(opened, QUrl::fromLocalFile(path));
}

void TestClientReportDialog::missingFolder_isSaid()
{
    Studio(*m_workspace).add({.week = *IsoWeek::fromName(u"2026-W10"), .assets = 2});
    ClientReportDialog dialog(m_workspace->path(), m_clock, m_zone);
    fill(dialog, m_workspace->folder().filePath(QStringLiteral("gone/r.pdf")));
    QSignalSpy notSaved(&dialog, &ClientReportDialog::notSaved);
    part<QAbstractButton>(dialog, "exportReport")->click();
    QVERIFY(notSaved.wait(10'000));
    QVERIFY(dialog.findChild<Banner*>()->isVisible());
    QCOMPARE(dialog.findChild<Banner*>()->kind(), Banner::Kind::Problem);
    QVERIFY(part<QAbstractButton>(dialog, "exportReport")->isEnabled());
}

void TestClientReportDialog::turnedPeriod_isSaid()
{
    Studio(*m_workspace).add({.week = *IsoWeek::fromName(u"2026-W10"), .assets = 2});
    ClientReportDialog dialog(m_workspace->path(), m_clock, m_zone);
    const QString path = m_workspace->folder().filePath(QStringLiteral("r.pdf"));
    fill(dialog, path);
    part<QDateEdit>(dialog, "reportTo")->setDate({2026, 2, 1});
    part<QAbstractButton>(dialog, "exportReport")->click();
    QVERIFY(dialog.findChild<Banner*>()->isVisible());
    QVERIFY(!QFile::exists(path));
}

void TestClientReportDialog::emptyWorkspace_hasNothingToExport()
{
    ClientReportDialog dialog(m_workspace->path(), m_clock, m_zone);
    dialog.present();
    QTRY_VERIFY(dialog.findChild<Banner*>()->isVisible());
    QVERIFY(!part<QAbstractButton>(dialog, "exportReport")->isEnabled());
}

void TestClientReportDialog::existingFile_isReplacedOnlyWhenSaid()
{
    Studio(*m_workspace).add({.week = *IsoWeek::fromName(u"2026-W10"), .assets = 2});
    ClientReportDialog dialog(m_workspace->path(), m_clock, m_zone);
    const QString path = m_workspace->folder().filePath(QStringLiteral("r.pdf"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    fill(dialog, path);
    QSignalSpy saved(&dialog, &ClientReportDialog::saved);
    part<QAbstractButton>(dialog, "exportReport")->click();
    QVERIFY(dialog.findChild<Banner*>()->isVisible());
    QVERIFY(dialog.findChild<Banner*>()->sentence().contains(QStringLiteral("r.pdf")));
    QVERIFY(part<QAbstractButton>(dialog, "exportReport")->isEnabled()); // nothing is being made
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
    file.close();
    part<QAbstractButton>(dialog, "replaceReport")->click();
    QVERIFY(saved.wait(10'000));
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().startsWith("%PDF-"));
    file.close();
    part<QAbstractButton>(dialog, "exportReport")->click(); // asks again
    QVERIFY(part<QAbstractButton>(dialog, "exportReport")->isEnabled());
    QCOMPARE(dialog.findChild<Banner*>()->kind(), Banner::Kind::Warning);
}

void TestClientReportDialog::suggestedName_isFree()
{
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    QVERIFY(documents.mkpath(QStringLiteral(".")));
    Studio(*m_workspace).add({.week = *IsoWeek::fromName(u"2026-W10"), .assets = 1});
    ClientReportDialog dialog(m_workspace->path(), m_clock, m_zone);
    dialog.present();
    QTRY_VERIFY(part<QAbstractButton>(dialog, "exportReport")->isEnabled());
    const auto* shown = part<QLineEdit>(dialog, "reportPath");
    const QString first = shown->text();
    QVERIFY2(first.endsWith(QStringLiteral("nord 2026-02-01 2026-04-30.pdf")), qPrintable(first));
    QFile taken(first);
    QVERIFY(taken.open(QIODevice::WriteOnly));
    dialog.present();
    const QString second = shown->text();
    QVERIFY(taken.remove());
    QVERIFY2(second.endsWith(QStringLiteral("nord 2026-02-01 2026-04-30 2.pdf")), qPrintable(second));
}

void TestClientReportDialog::today_isOfTheWorkspacesZone()
{
    const Clock lateInApril = [] { return *parseRfc3339(u"2026-04-30T20:00:00Z"); };
    const ClientReportDialog west(m_workspace->path(), lateInApril, QTimeZone("America/New_York"));
    QCOMPARE(part<QDateEdit>(west, "reportTo")->date(), QDate(2026, 3, 31));
    const ClientReportDialog east(m_workspace->path(), lateInApril, QTimeZone("Asia/Tokyo"));
    QCOMPARE(part<QDateEdit>(east, "reportTo")->date(), QDate(2026, 4, 30));
}

void TestClientReportDialog::unreadableWorkspace_isNotAWriteError()
{
    ClientReportDialog dialog(m_workspace->folder().filePath(QStringLiteral("gone.assay")), m_clock, m_zone);
    QSignalSpy notSaved(&dialog, &ClientReportDialog::notSaved);
    dialog.present();
    QVERIFY(notSaved.wait(10'000));
    const QString sentence = dialog.findChild<Banner*>()->sentence();
    QVERIFY2(sentence.startsWith(QStringLiteral("The report could not be read")), qPrintable(sentence));
    QVERIFY(!part<QAbstractButton>(dialog, "exportReport")->isEnabled());
}

void TestClientReportDialog::action_opensTheDialogAndDoesNotBlock()
{
    QWidget window;
    QAction* action = makeClientReportAction(m_workspace->path(), m_clock, m_zone, &window);
    window.show();
    QVERIFY(!action->shortcut().isEmpty());
    action->trigger();
    auto* dialog = window.findChild<ClientReportDialog*>();
    QVERIFY(dialog->isVisible());
    QVERIFY(!dialog->isModal());
}

QTEST_MAIN(TestClientReportDialog)
#include "tst_clientreportdialog.moc"
