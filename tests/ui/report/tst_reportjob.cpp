// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/studio.h"
#include "ui/report/reportjob.h"

#include <QSignalSpy>
#include <QTest>

using namespace assay;

class TestReportJob : public QObject
{
    Q_OBJECT

private slots:
    void readClients_answersLater();
    void destroyedWhileReading_answersNothing();
};

void TestReportJob::readClients_answersLater()
{
    const TemporaryWorkspace workspace;
    Studio(workspace).add({.week = *IsoWeek::fromName(u"2026-W10"), .assets = 1});
    ReportJob job(workspace.path());
    QSignalSpy read(&job, &ReportJob::clientsRead);
    job.readClients();
    QCOMPARE(read.size(), 0); // never within the call
    QVERIFY(read.wait(10'000));
    QCOMPARE(read.at(0).at(0).toStringList(), QStringList{QStringLiteral("nord")});
}

void TestReportJob::destroyedWhileReading_answersNothing()
{
    const TemporaryWorkspace workspace;
    int answers = 0;
    const auto count = [&answers] { ++answers; };
    for (int i = 0; i < 20; ++i) {
        auto job = std::make_unique<ReportJob>(workspace.path());
        connect(job.get(), &ReportJob::clientsRead, this, count);
        connect(job.get(), &ReportJob::reportRead, this, count);
        connect(job.get(), &ReportJob::failed, this, count);
        job->readClients();
        job->readClients();
        job->read({QString(), {2026, 3, 1}, {2026, 3, 31}, kNoon});
        job.reset();
        QCoreApplication::sendPostedEvents();
    }
    QCOMPARE(answers, 0);
}

QTEST_GUILESS_MAIN(TestReportJob)
#include "tst_reportjob.moc"
