// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/generations.h"
#include "app/store/reviews.h"
#include "app/store/rollups.h"
#include "app/store/verification.h"
#include "app/store/workspace.h"
#include "tests/support/builders.h"
#include "tests/support/result.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace assay;

namespace {

constexpr int kKills = 20;

/// Lets the program write for some milliseconds after its first acknowledged write, then kills it. The last
/// number it acknowledged; -1 when it never did.
int writeAndKill(const QString& workspace, int first, int milliseconds)
{
    QProcess process;
    process.start(QStringLiteral(WRITE_LOOP), {workspace, QString::number(first)});
    QByteArray output;
    while (!output.contains('\n') && process.waitForReadyRead(30'000))
        output += process.readAllStandardOutput();
    process.waitForFinished(milliseconds);
    process.kill();
    process.waitForFinished();
    output += process.readAllStandardOutput();
    // A line without its end was cut off by the kill and acknowledges nothing.
    const QByteArrayList lines = output.left(output.lastIndexOf('\n')).split('\n');
    return output.contains('\n') && process.exitStatus() == QProcess::CrashExit ? lines.last().toInt() : -1;
}

} // namespace

class TestKill : public QObject
{
    Q_OBJECT

private slots:
    void killedWriter_losesNothingItAcknowledged();
};

void TestKill::killedWriter_losesNothingItAcknowledged()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("killed.assay"));
    QRandomGenerator random(20260304);
    QList<int> acknowledged;
    int first = 0;
    for (int kill = 0; kill < kKills; ++kill) {
        const int last = writeAndKill(path, first, random.bounded(1, 60));
        QVERIFY2(last >= first, "the program did not write until it was killed");
        for (int number = first; number <= last; ++number)
            acknowledged << number;
        // One more may be durable without having been acknowledged.
        first = last + 2;

        const auto opened = openWorkspace(path, QTimeZone::utc());
        ASSAY_VERIFY_OK(opened);
        const auto verifications = verifyWorkspace(*opened->database);
        ASSAY_VERIFY_OK(verifications);
        for (const Verification& verification : *verifications)
            QCOMPARE(verification.problems, QStringList());
    }

    const auto opened = openWorkspace(path, QTimeZone::utc());
    ASSAY_VERIFY_OK(opened);
    const WeekCalendar calendar(QTimeZone::utc());
    const Generations generations(*opened->database, calendar);
    const Reviews reviews(*opened->database);
    for (const int number : acknowledged) {
        const auto id = generations.findByExternalId(QString::number(number));
        ASSAY_VERIFY_OK(id);
        QVERIFY2(*id, qPrintable(QStringLiteral("generation %1 is lost").arg(number)));
        QVERIFY(*reviews.inForce(**id));
    }
    ASSAY_VERIFY_OK(Rollups(*opened->database).refresh());
    QCOMPARE(*Rollups(*opened->database).verify(), QStringList());
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
