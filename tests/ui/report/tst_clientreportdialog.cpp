// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/studio.h"
#include "ui/common/banner.h"
#include "ui/report/clientreportdialog.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace assay;

class TestClientReportDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void export_savesAndOffersToOpen();
    void missingFolder_isSaid();
    void turnedPeriod_isSaid();
    void emptyWorkspace_hasNothingToExport();
    void action_opensTheDialogAndDoesNotBlock();

private:
    void fill(ClientReportDialog& dialog, const QString& path);
    template<typename T>
    T* part(const ClientReportDialog& dialog, const char* name)
    {
        return dialog.findChild<T*>(QLatin1String(name));
    }

    std::unique_ptr<TemporaryWorkspace> m_workspace;
    Clock m_clock = [] { return *parseRfc3339(u"2026-05-05T14:02:00Z"); };
};

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
    ClientReportDialog dialog(m_workspace->path(), m_clock);
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
    ClientReportDialog dialog(m_workspace->path(), m_clock);
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
    ClientReportDialog dialog(m_workspace->path(), m_clock);
    const QString path = m_workspace->folder().filePath(QStringLiteral("r.pdf"));
    fill(dialog, path);
    part<QDateEdit>(dialog, "reportTo")->setDate({2026, 2, 1});
    part<QAbstractButton>(dialog, "exportReport")->click();
    QVERIFY(dialog.findChild<Banner*>()->isVisible());
    QVERIFY(!QFile::exists(path));
}

void TestClientReportDialog::emptyWorkspace_hasNothingToExport()
{
    ClientReportDialog dialog(m_workspace->path(), m_clock);
    dialog.present();
    QTRY_VERIFY(dialog.findChild<Banner*>()->isVisible());
    QVERIFY(!part<QAbstractButton>(dialog, "exportReport")->isEnabled());
}

void TestClientReportDialog::action_opensTheDialogAndDoesNotBlock()
{
    QWidget window;
    QAction* action = makeClientReportAction(m_workspace->path(), m_clock, &window);
    window.show();
    QVERIFY(!action->shortcut().isEmpty());
    action->trigger();
    auto* dialog = window.findChild<ClientReportDialog*>();
    QVERIFY(dialog->isVisible());
    QVERIFY(!dialog->isModal());
}

QTEST_MAIN(TestClientReportDialog)
#include "tst_clientreportdialog.moc"
