// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weekly/alertnotices.h"

#include <QAction>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace assay;

/// Which alerts are told of on the desktop. There is no tray under test: that must not matter.
class TestAlertNotices : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void whatFiredAtTheFirstLook_isNoNews();
    void alertThatStarts_isToldOnce();
    void alertThatFiresAgain_isToldAgain();
    void severalAlerts_areOneNotice();
    void switchedOff_nothingIsToldNorLater();
    void otherWorkspace_hasItsOwnFirstLook();

private:
    std::unique_ptr<AlertNotices> open(const QString& workspace = QStringLiteral("/tmp/a.assay"))
    {
        return std::make_unique<AlertNotices>(workspace, m_settings.get());
    }

    const AlertNews m_adherence{MetricId::Adherence, *IsoWeek::fromName(u"2026-W16")};
    const AlertNews m_cost{MetricId::CostPerAccepted, *IsoWeek::fromName(u"2026-W17")};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
};

void TestAlertNotices::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings =
        std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
}

void TestAlertNotices::whatFiredAtTheFirstLook_isNoNews()
{
    const auto notices = open();
    QSignalSpy noticed(notices.get(), &AlertNotices::noticed);
    notices->look({m_adherence});
    QCOMPARE(noticed.count(), 0);
}

void TestAlertNotices::alertThatStarts_isToldOnce()
{
    open()->look({});
    const auto notices = open(); // the program was not running meanwhile
    QSignalSpy noticed(notices.get(), &AlertNotices::noticed);
    notices->look({m_adherence});
    QCOMPARE(noticed.count(), 1);
    QCOMPARE(noticed.front().at(0).toString(), QStringLiteral("An alert has started to fire"));
    QCOMPARE(noticed.front().at(1).toString(), QStringLiteral("Prompt adherence rate, since W16"));
    notices->look({m_adherence});
    notices->look({});
    notices->look({m_adherence}); // the same week counted again
    const auto again = open();
    QSignalSpy noticedAgain(again.get(), &AlertNotices::noticed);
    again->look({m_adherence});
    QCOMPARE(noticed.count() + noticedAgain.count(), 1);
}

void TestAlertNotices::alertThatFiresAgain_isToldAgain()
{
    const auto notices = open();
    notices->look({m_adherence});
    QSignalSpy noticed(notices.get(), &AlertNotices::noticed);
    notices->look({{MetricId::Adherence, *IsoWeek::fromName(u"2026-W21")}});
    QCOMPARE(noticed.count(), 1);
}

void TestAlertNotices::severalAlerts_areOneNotice()
{
    const auto notices = open();
    notices->look({});
    QSignalSpy noticed(notices.get(), &AlertNotices::noticed);
    notices->look({m_adherence, m_cost});
    QCOMPARE(noticed.count(), 1);
    QCOMPARE(noticed.front().at(0).toString(), QStringLiteral("2 alerts have started to fire"));
    QCOMPARE(noticed.front().at(1).toString().count(u'\n'), 1);
}

void TestAlertNotices::switchedOff_nothingIsToldNorLater()
{
    const auto notices = open();
    notices->look({});
    notices->action()->trigger();
    QSignalSpy noticed(notices.get(), &AlertNotices::noticed);
    notices->look({m_adherence});
    const auto again = open();
    QVERIFY(!again->action()->isChecked());
    again->action()->trigger();
    QSignalSpy noticedAgain(again.get(), &AlertNotices::noticed);
    again->look({m_adherence});
    QCOMPARE(noticed.count() + noticedAgain.count(), 0);
    again->look({m_adherence, m_cost});
    QCOMPARE(noticedAgain.count(), 1);
}

void TestAlertNotices::otherWorkspace_hasItsOwnFirstLook()
{
    open()->look({});
    const auto other = open(QStringLiteral("/tmp/b.assay"));
    QSignalSpy noticed(other.get(), &AlertNotices::noticed);
    other->look({m_adherence});
    QCOMPARE(noticed.count(), 0);
}

QTEST_MAIN(TestAlertNotices)
#include "tst_alertnotices.moc"
