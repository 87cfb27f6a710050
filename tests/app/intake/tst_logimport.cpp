// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/intake/importfixture.h"

#include "app/store/changes.h"
#include "app/store/generations.h"
#include "app/store/reviews.h"

#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestLogImport : public QObject
{
    Q_OBJECT

private slots:
    void everyKind_isTaken();
    void badLine_isNamedAndTheRestTaken();
    void firstLineWithAnId_wins();
    void reviewBeforeItsGeneration_waits();
    void reviewOfAFailedGeneration_isRefused();
    void reviewThatWaitedForAFailedGeneration_isToldWithIt();
    void refusedLine_leavesNothingBehind();
    void laterReview_isInForce();
    void logAndFile_becomeOne_data();
    void logAndFile_becomeOne();
    void logWithoutJsonlName_isReadWhenNamed();
    void halfWrittenLastLine_data();
    void halfWrittenLastLine();
    void growingLog_goesOnWhereItStopped();
    void logThatCantBeReadOn_isAskedOnlyWhenItChanges_data();
    void logThatCantBeReadOn_isAskedOnlyWhenItChanges();
    void replacedLog_isReadFromItsStart();
    void rotatedLog_losesNoEnd_data();
    void rotatedLog_losesNoEnd();
    void rotatedLogThatIsFound_isNotReadTwice();
    void longerLogInItsPlace_isReadFromItsStart();
};

namespace {

QByteArray lines(const QByteArrayList& list)
{
    return list.join('\n') + '\n';
}

QByteArray gpuLine()
{
    return R"({"type":"gpu","v":1,"ts":"2026-03-04T09:00:00Z","node":"gpu-0","duration_s":3600,"util":0.5})";
}

QByteArray changeLine()
{
    return R"({"type":"change","v":1,"id":"ch1","ts":"2026-03-04T09:00:00Z","kind":"model","to":"m-2"})";
}

} // namespace

namespace {

/// An importer that follows logs, as the window's do.
struct Following
{
    explicit Following(const ImportFixture& fixture)
        : target(fixture.database(), systemClock())
        , importer(fixture.database(), target, LogEnd::Growing)
    {
    }

    /// What was taken, known, incomplete, refused since the last call.
    ImportCounts finish()
    {
        while (importer.hasWork())
            if (const auto stepped = importer.step(); !stepped)
                qFatal("import: %s", qPrintable(describe(stepped.error())));
        return importer.takeReport().counts;
    }
    ImportCounts followOnce()
    {
        const QStringList logs = importer.changedLogs();
        for (const QString& log : logs)
            importer.addLogGrowth(log);
        return finish();
    }

    DirectTarget target;
    Importer importer;
};

} // namespace

void TestLogImport::everyKind_isTaken()
{
    const ImportFixture fixture;
    fixture.writeFile(u"log.jsonl"_s,
                      lines({changeLine(), gpuLine(), logGeneration("g1"), logReview("r1", "g1")}));
    QCOMPARE(fixture.import({fixture.path(u"log.jsonl"_s)}).counts, (ImportCounts{4, 0, 0, 0}));
    for (const QString& table : {u"changes"_s, u"gpu_samples"_s, u"generations"_s, u"reviews"_s})
        QCOMPARE(fixture.count(table), 1);
    QCOMPARE(fixture.value(u"SELECT cost_micro FROM generations"_s), u"40000"_s);
    QCOMPARE(fixture.count(u"image_roots"_s), 0);
    QCOMPARE(fixture.import({fixture.path(u"log.jsonl"_s)}).counts, (ImportCounts{0, 4, 0, 0}));
}

void TestLogImport::badLine_isNamedAndTheRestTaken()
{
    const ImportFixture fixture;
    fixture.writeFile(u"log.jsonl"_s, lines({logGeneration("g1"), "{broken", "", R"({"type":"music"})",
                                             logGeneration("g2")}));
    const ImportReport report = fixture.import({fixture.path(u"log.jsonl"_s)});
    QCOMPARE(report.counts, (ImportCounts{2, 0, 0, 2}));
    QCOMPARE(report.problems[0].line, std::optional<qint64>(2));
    QCOMPARE(report.problems[1].line, std::optional<qint64>(4));
    QCOMPARE(report.problems[1].error.kind, ErrorKind::Unsupported);
}

void TestLogImport::firstLineWithAnId_wins()
{
    const ImportFixture fixture;
    QByteArray second = logGeneration("g1");
    second.replace("three mugs", "four mugs");
    fixture.writeFile(u"log.jsonl"_s, lines({logGeneration("g1"), second}));
    QCOMPARE(fixture.import({fixture.path(u"log.jsonl"_s)}).counts, (ImportCounts{1, 1, 0, 0}));
    QCOMPARE(fixture.value(u"SELECT text FROM prompts"_s), u"three mugs"_s);
}

void TestLogImport::reviewBeforeItsGeneration_waits()
{
    const ImportFixture fixture;
    fixture.writeFile(u"reviews.jsonl"_s, lines({logReview("r1", "g1")}));
    fixture.writeFile(u"generations.jsonl"_s, lines({logGeneration("g1")}));
    QCOMPARE(fixture.import({fixture.path(u"reviews.jsonl"_s)}).counts, (ImportCounts{1, 0, 0, 0}));
    QCOMPARE(fixture.count(u"reviews"_s), 0);
    QCOMPARE(fixture.import({fixture.path(u"reviews.jsonl"_s)}).counts, (ImportCounts{0, 1, 0, 0}));
    fixture.import({fixture.path(u"generations.jsonl"_s)});
    QCOMPARE(fixture.count(u"reviews"_s), 1);
    QCOMPARE(fixture.value(u"SELECT disposition FROM generations"_s), u"accepted"_s);
}

void TestLogImport::reviewOfAFailedGeneration_isRefused()
{
    const ImportFixture fixture;
    fixture.writeFile(u"log.jsonl"_s, lines({logGeneration("g1", {}, "timeout"), logReview("r1", "g1")}));
    const ImportReport report = fixture.import({fixture.path(u"log.jsonl"_s)});
    QCOMPARE(report.counts, (ImportCounts{1, 0, 0, 1}));
    QCOMPARE(report.problems[0].line, std::optional<qint64>(2));
    QCOMPARE(fixture.count(u"reviews"_s), 0);
}

void TestLogImport::reviewThatWaitedForAFailedGeneration_isToldWithIt()
{
    const ImportFixture fixture;
    fixture.writeFile(u"log.jsonl"_s, lines({logReview("r1", "g1"), logGeneration("g1", {}, "timeout")}));
    const ImportReport report = fixture.import({fixture.path(u"log.jsonl"_s)});
    QCOMPARE(report.problems.size(), 1);
    QCOMPARE(report.problems[0].line, std::optional<qint64>(2));
    QCOMPARE(report.problems[0].error.subject, u"r1"_s);
    QCOMPARE(report.counts.refused, 1);
    QCOMPARE(fixture.count(u"reviews"_s) + fixture.count(u"waiting_reviews"_s), 0);
}

void TestLogImport::refusedLine_leavesNothingBehind()
{
    const ImportFixture fixture;
    ASSAY_VERIFY_OK(fixture.database().execute(
        u"CREATE TRIGGER refuse BEFORE INSERT ON generations WHEN new.external_id = 'g2'"
        " BEGIN SELECT RAISE (ABORT, 'refused'); END"_s));
    QByteArray refused = logGeneration("g2");
    refused.replace("three mugs", "four mugs").replace("\"a1\"", "\"a2\"");
    fixture.writeFile(u"log.jsonl"_s, lines({logGeneration("g1"), refused, logGeneration("g3")}));
    const ImportReport report = fixture.import({fixture.path(u"log.jsonl"_s)});
    QCOMPARE(report.counts, (ImportCounts{2, 0, 0, 1}));
    QCOMPARE(report.problems[0].line, std::optional<qint64>(2));
    for (const QString& table : {u"prompts"_s, u"assets"_s, u"checklists"_s})
        QCOMPARE(fixture.count(table), 1);
}

void TestLogImport::laterReview_isInForce()
{
    const ImportFixture fixture;
    QByteArray earlier = logReview("r2", "g1", "rejected");
    earlier.replace("T13:00", "T12:30");
    fixture.writeFile(u"log.jsonl"_s, lines({logGeneration("g1"), logReview("r1", "g1", "revised"), earlier,
                                             logReview("r3", "g1", "accepted")}));
    fixture.import({fixture.path(u"log.jsonl"_s)});
    QCOMPARE(fixture.count(u"reviews"_s), 3);
    QCOMPARE(fixture.value(u"SELECT disposition FROM generations"_s), u"accepted"_s);
}

void TestLogImport::logAndFile_becomeOne_data()
{
    QTest::addColumn<bool>("logFirst");
    QTest::addColumn<bool>("byHash");
    QTest::newRow("log first, same path") << true << false;
    QTest::newRow("file first, same path") << false << false;
    QTest::newRow("log first, same hash") << true << true;
    QTest::newRow("file first, same hash") << false << true;
}

void TestLogImport::logAndFile_becomeOne()
{
    QFETCH(bool, logFirst);
    QFETCH(bool, byHash);
    const ImportFixture fixture;
    fixture.writeImage(u"nord/g1.png"_s, 1, u"a prompt of the file"_s);
    QFile image(fixture.path(u"nord/g1.png"_s));
    QVERIFY(image.open(QIODevice::ReadOnly));
    const QByteArray digest = QCryptographicHash::hash(image.readAll(), QCryptographicHash::Sha256).toHex();
    const QByteArray stated = byHash ? "sha256:" + digest : QByteArray("nord/g1.png");
    const QString log = fixture.workspace().folder().filePath(u"log.jsonl"_s);
    QFile logFile(log);
    QVERIFY(logFile.open(QIODevice::WriteOnly));
    logFile.write(lines({logGeneration("g1", stated), logReview("r1", "g1")}));
    logFile.close();
    for (const QString& path :
         logFirst ? QStringList{log, fixture.folder()} : QStringList{fixture.folder(), log})
        QCOMPARE(fixture.import({path}).counts.refused, 0);
    QCOMPARE(fixture.count(u"generations"_s), 1);
    const auto generation =
        Generations(fixture.database(), fixture.workspace().calendar()).get(GenerationId{1});
    ASSAY_VERIFY_OK(generation);
    QCOMPARE(generation->externalId, u"g1"_s);
    QCOMPARE(generation->prompt, std::optional(u"three mugs"_s));
    QCOMPARE(generation->sentAtSource, TimeSource::Log);
    QVERIFY(generation->image);
    QVERIFY(generation->settings.contains(u"Euler"_s));
    QCOMPARE(fixture.value(u"SELECT disposition FROM generations"_s), u"accepted"_s);
    QCOMPARE(fixture.import({fixture.folder(), log}).counts.taken, 0);
}

void TestLogImport::logWithoutJsonlName_isReadWhenNamed()
{
    const ImportFixture fixture;
    fixture.writeFile(u"pipeline.log"_s, "\xef\xbb\xbf" + logGeneration("g1") + "\r\n" + logGeneration("g2"));
    QCOMPARE(fixture.importFolder().counts, ImportCounts());
    QCOMPARE(fixture.import({fixture.path(u"pipeline.log"_s)}).counts, (ImportCounts{2, 0, 0, 0}));
}

void TestLogImport::halfWrittenLastLine_data()
{
    QTest::addColumn<int>("end");
    QTest::addColumn<int>("refused");
    QTest::newRow("finished") << int(LogEnd::Final) << 1;
    QTest::newRow("growing") << int(LogEnd::Growing) << 0;
}

void TestLogImport::halfWrittenLastLine()
{
    QFETCH(int, end);
    QFETCH(int, refused);
    const ImportFixture fixture;
    fixture.writeFile(u"log.jsonl"_s, logGeneration("g1") + '\n' + logGeneration("g2").first(100));
    DirectTarget target(fixture.database(), systemClock());
    Importer importer(fixture.database(), target, LogEnd(end));
    importer.addPath(fixture.path(u"log.jsonl"_s));
    while (importer.hasWork())
        ASSAY_VERIFY_OK(importer.step());
    const ImportReport report = importer.takeReport();
    QCOMPARE(report.counts.taken, 1);
    QCOMPARE(report.counts.refused, refused);
}

void TestLogImport::growingLog_goesOnWhereItStopped()
{
    const ImportFixture fixture;
    const QString log = fixture.path(u"log.jsonl"_s);
    const QByteArray first = logGeneration("g1") + '\n';
    fixture.writeFile(u"log.jsonl"_s, first + logGeneration("g2").first(100));
    DirectTarget target(fixture.database(), systemClock());
    Importer importer(fixture.database(), target, LogEnd::Growing);
    const auto finish = [&importer] {
        while (importer.hasWork())
            ASSAY_VERIFY_OK(importer.step());
    };
    importer.addPath(log);
    finish();
    QCOMPARE(importer.logPosition(log), std::optional(LogPosition{first.size(), 1}));
    fixture.writeFile(u"log.jsonl"_s, first + logGeneration("g2") + "\n{bad\n");
    importer.addLogGrowth(log);
    finish();
    const ImportReport report = importer.takeReport();
    QCOMPARE(report.counts, (ImportCounts{2, 0, 0, 1}));
    QCOMPARE(report.problems[0].line, std::optional<qint64>(3));
}

void TestLogImport::logThatCantBeReadOn_isAskedOnlyWhenItChanges_data()
{
    QTest::addColumn<bool>("isReadable");
    QTest::newRow("no permission") << false;
    QTest::newRow("ends within a line") << true;
}

void TestLogImport::logThatCantBeReadOn_isAskedOnlyWhenItChanges()
{
    QFETCH(bool, isReadable);
    const ImportFixture fixture;
    const QString log = fixture.path(u"log.jsonl"_s);
    fixture.writeFile(u"log.jsonl"_s, "{bad");
    QVERIFY(
        QFile::setPermissions(log, isReadable ? QFile::ReadOwner | QFile::WriteOwner : QFile::WriteOwner));
    DirectTarget target(fixture.database(), systemClock());
    Importer importer(fixture.database(), target, LogEnd::Growing);
    importer.addPath(log);
    while (importer.hasWork())
        ASSAY_VERIFY_OK(importer.step());
    QCOMPARE(importer.changedLogs(), QStringList());
    QVERIFY(QFile::setPermissions(log, QFile::ReadOwner | QFile::WriteOwner));
    fixture.writeFile(u"log.jsonl"_s, lines({logGeneration("g1")}));
    QCOMPARE(importer.changedLogs(), QStringList(log));
    importer.addLogGrowth(log);
    while (importer.hasWork())
        ASSAY_VERIFY_OK(importer.step());
    QCOMPARE(importer.takeReport().counts.taken, 1);
    QCOMPARE(importer.changedLogs(), QStringList());
}

void TestLogImport::replacedLog_isReadFromItsStart()
{
    const ImportFixture fixture;
    const QString log = fixture.path(u"log.jsonl"_s);
    fixture.writeFile(u"log.jsonl"_s, lines({logGeneration("g1"), logGeneration("g2")}));
    DirectTarget target(fixture.database(), systemClock());
    Importer importer(fixture.database(), target, LogEnd::Growing);
    importer.addPath(log);
    while (importer.hasWork())
        ASSAY_VERIFY_OK(importer.step());
    fixture.writeFile(u"log.jsonl"_s, lines({logGeneration("g3")}));
    importer.addLogGrowth(log);
    while (importer.hasWork())
        ASSAY_VERIFY_OK(importer.step());
    QCOMPARE(importer.takeReport().counts, (ImportCounts{3, 0, 0, 0}));
}

void TestLogImport::rotatedLog_losesNoEnd_data()
{
    QTest::addColumn<QString>("rotated");
    QTest::addColumn<bool>("isCopied");
    QTest::newRow("renamed") << u"day.jsonl.1"_s << false;
    QTest::newRow("renamed with a date") << u"day-20260304.jsonl"_s << false;
    QTest::newRow("copied and emptied") << u"day.jsonl.1"_s << true;
}

void TestLogImport::rotatedLog_losesNoEnd()
{
    QFETCH(QString, rotated);
    QFETCH(bool, isCopied);
    const ImportFixture fixture;
    const QString log = fixture.path(u"day.jsonl"_s);
    const QByteArray first = lines({logGeneration("g1"), logGeneration("g2")});
    fixture.writeFile(u"day.jsonl"_s, first);
    Following following(fixture);
    following.importer.addPath(log);
    QCOMPARE(following.finish().taken, 2);
    const QByteArray end = lines({logGeneration("g3"), logGeneration("g4")});
    fixture.writeFile(u"day.jsonl"_s, first + end); // written and rotated between two looks
    QVERIFY(isCopied ? QFile::copy(log, fixture.path(rotated)) : QFile::rename(log, fixture.path(rotated)));
    fixture.writeFile(u"day.jsonl"_s, lines({logGeneration("h1")}));
    QCOMPARE(following.followOnce(), (ImportCounts{3, 0, 0, 0}));
    QCOMPARE(following.followOnce(), ImportCounts());
    fixture.writeFile(u"day.jsonl"_s, lines({logGeneration("h1"), logGeneration("h2")}));
    QCOMPARE(following.followOnce(), (ImportCounts{1, 0, 0, 0}));
}

void TestLogImport::rotatedLogThatIsFound_isNotReadTwice()
{
    const ImportFixture fixture;
    const QByteArray first = lines({logGeneration("g1"), logGeneration("g2")});
    fixture.writeFile(u"day.jsonl"_s, first);
    Following following(fixture);
    following.importer.addPath(fixture.folder());
    QCOMPARE(following.finish().taken, 2);
    QVERIFY(QFile::rename(fixture.path(u"day.jsonl"_s), fixture.path(u"day.jsonl.1"_s)));
    following.importer.addPath(fixture.folder()); // as a watched folder tells of it
    QCOMPARE(following.finish(), ImportCounts());
    fixture.writeFile(u"day.jsonl.1"_s, first + lines({logGeneration("g3")}));
    QCOMPARE(following.followOnce(), (ImportCounts{1, 0, 0, 0}));
}

void TestLogImport::longerLogInItsPlace_isReadFromItsStart()
{
    const ImportFixture fixture;
    const QByteArray first = lines({logGeneration("g1")});
    fixture.writeFile(u"day.jsonl"_s, first);
    Following following(fixture);
    following.importer.addPath(fixture.path(u"day.jsonl"_s));
    QCOMPARE(following.finish().taken, 1);
    QVERIFY(QFile::remove(fixture.path(u"day.jsonl"_s)));
    // Lines as long as the old one: the place that was read to is behind a line end here too.
    fixture.writeFile(u"day.jsonl"_s, lines({logGeneration("h1"), logGeneration("h2")}));
    QCOMPARE(following.followOnce(), (ImportCounts{2, 0, 0, 0}));
}

QTEST_GUILESS_MAIN(TestLogImport)
#include "tst_logimport.moc"
