// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/intakeservice.h"

#include "app/store/generations.h"
#include "app/store/imageroots.h"
#include "app/store/rootrulesstore.h"
#include "app/store/storewriter.h"
#include "tests/app/intake/importfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestIntakeService : public QObject
{
    Q_OBJECT

private slots:
    void importPaths_endsInAReport();
    void folder_isWatchedFromThenOn();
    void rootOfTheWorkspace_isWatchedFromTheStart();
    void manyFilesAtOnce_arriveOnceEach();
    void halfWrittenFile_isNeverTaken();
    void vanishedFile_isMarkedMissing();
    void movedFile_isTheSameGeneration();
    void logOfChangesAlone_isAnnounced();
    void log_isFollowed();
    void lateSidecar_givesItsPrompt();
    void sidecarThatIsStillWritten_isNotReadByHalves();
    void workspaceOpenedAgain_addsNoHistory();
    void cancel_endsTheImport();
    void destructor_stopsInMidImport();
    void rootMovedByAnotherProgram_isWatchedAtItsNewPlace();
    void rulesChangedByAnotherProgram_holdForWhatIsThere();
    void thousandFilesAtOnce_allArriveOnceAndWhole();
};

namespace {

/// The service beside the writer it needs.
struct Intake
{
    explicit Intake(const ImportFixture& fixture)
    {
        auto started = StoreWriter::start(fixture.workspace().path());
        if (!started)
            qFatal("%s", qPrintable(describe(started.error())));
        writer = *std::move(started);
        service = std::make_unique<IntakeService>(*writer, fixture.workspace().path());
        added = std::make_unique<QSignalSpy>(writer.get(), &StoreWriter::generationsAdded);
        finished = std::make_unique<QSignalSpy>(service.get(), &IntakeService::finished);
        ways = std::make_unique<QSignalSpy>(service.get(), &IntakeService::wayChanged);
    }
    ~Intake() { service.reset(); }

    /// Its one root.
    void waitUntilWatched() const { QTRY_VERIFY_WITH_TIMEOUT(!ways->isEmpty(), 10'000); }

    int addedCount() const
    {
        int count = 0;
        for (const QList<QVariant>& arguments : *added)
            count += int(arguments[0].value<QList<GenerationId>>().size());
        return count;
    }

    std::unique_ptr<StoreWriter> writer;
    std::unique_ptr<IntakeService> service;
    std::unique_ptr<QSignalSpy> added;
    std::unique_ptr<QSignalSpy> finished;
    std::unique_ptr<QSignalSpy> ways;
};

} // namespace

void TestIntakeService::importPaths_endsInAReport()
{
    const ImportFixture fixture;
    fixture.writeFile(u"log.jsonl"_s, logGeneration("g1") + '\n' + logReview("r1", "g1") + "\n{bad\n");
    const Intake intake(fixture);
    intake.service->importPaths({fixture.path(u"log.jsonl"_s), fixture.path(u"nowhere"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(intake.finished->size(), 1, 10'000);
    const auto report = intake.finished->first()[0].value<ImportReport>();
    QCOMPARE(report.counts, (ImportCounts{2, 0, 0, 2}));
    QCOMPARE(intake.addedCount(), 1);
}

void TestIntakeService::folder_isWatchedFromThenOn()
{
    const ImportFixture fixture;
    const Intake intake(fixture);
    QSignalSpy roots(intake.service.get(), &IntakeService::rootsChanged);
    intake.service->importPaths({fixture.folder()}, u"Nordwind"_s);
    QTRY_COMPARE_WITH_TIMEOUT(intake.finished->size(), 1, 10'000);
    QCOMPARE(roots.size(), 1);
    fixture.writeImage(u"new/x.png"_s, 1);
    QElapsedTimer timer;
    timer.start();
    QTRY_COMPARE_WITH_TIMEOUT(intake.addedCount(), 1, 5000);
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(fixture.value(u"SELECT c.name FROM generations g JOIN clients c ON c.id = g.client_id"_s),
             u"Nordwind"_s);
}

void TestIntakeService::rootOfTheWorkspace_isWatchedFromTheStart()
{
    const ImportFixture fixture;
    fixture.import({fixture.folder()});
    fixture.writeImage(u"while-off.png"_s, 1);
    const Intake intake(fixture);
    QTRY_COMPARE_WITH_TIMEOUT(intake.addedCount(), 1, 5000);
    fixture.writeImage(u"later.png"_s, 2);
    QTRY_COMPARE_WITH_TIMEOUT(intake.addedCount(), 2, 5000);
    QCOMPARE(intake.finished->size(), 0);
}

void TestIntakeService::manyFilesAtOnce_arriveOnceEach()
{
    const ImportFixture fixture;
    fixture.import({fixture.folder()});
    const Intake intake(fixture);
    for (int i = 0; i < 300; ++i)
        fixture.writeImage(u"%1/%2.png"_s.arg(i % 7).arg(i), i);
    QTRY_COMPARE_WITH_TIMEOUT(intake.addedCount(), 300, 15'000);
    QCOMPARE(fixture.count(u"generations"_s), 300);
    QCOMPARE(fixture.value(u"SELECT sum(taken) FROM imports"_s), u"300"_s);
}

void TestIntakeService::halfWrittenFile_isNeverTaken()
{
    const ImportFixture fixture;
    fixture.import({fixture.folder()});
    const Intake intake(fixture);
    fixture.writeImage(u"../whole.png"_s, 1, u"a mug"_s);
    QFile whole(fixture.path(u"../whole.png"_s));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray png = whole.readAll();
    QFile slow(fixture.path(u"slow.png"_s));
    QVERIFY(slow.open(QIODevice::WriteOnly));
    for (qsizetype begin = 0; begin < png.size(); begin += 40) {
        slow.write(png.mid(begin, 40));
        slow.flush();
        QVERIFY(!QTest::qWaitFor([&] { return intake.addedCount() > 0; }, 600));
    }
    slow.close();
    QTRY_COMPARE_WITH_TIMEOUT(intake.addedCount(), 1, 5000);
    QCOMPARE(fixture.value(u"SELECT text FROM prompts"_s), u"a mug"_s);
}

void TestIntakeService::vanishedFile_isMarkedMissing()
{
    const ImportFixture fixture;
    fixture.writeImage(u"x.png"_s, 1);
    fixture.importFolder();
    const Intake intake(fixture);
    QSignalSpy changed(intake.writer.get(), &StoreWriter::generationsChanged);
    intake.waitUntilWatched();
    QVERIFY(QFile::remove(fixture.path(u"x.png"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.count(u"images WHERE missing_since IS NOT NULL"_s), 1, 5000);
    QTRY_COMPARE(changed.size(), 1);
}

void TestIntakeService::movedFile_isTheSameGeneration()
{
    const ImportFixture fixture;
    fixture.writeImage(u"x.png"_s, 1);
    fixture.importFolder();
    const Intake intake(fixture);
    intake.waitUntilWatched();
    QDir().mkpath(fixture.path(u"moved"_s));
    QVERIFY(QFile::rename(fixture.path(u"x.png"_s), fixture.path(u"moved/y.png"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.count(u"images WHERE missing_since IS NULL AND relative_path = 'moved/y.png'"_s), 1, 5000);
    QCOMPARE(fixture.count(u"generations"_s), 1);
    QCOMPARE(intake.addedCount(), 0);
}

void TestIntakeService::logOfChangesAlone_isAnnounced()
{
    const ImportFixture fixture;
    fixture.writeFile(u"log.jsonl"_s,
                      R"({"type":"change","v":1,"id":"ch1","ts":"2026-04-19T22:00:00Z","kind":"model"})"
                      "\n");
    const Intake intake(fixture);
    QSignalSpy changed(intake.writer.get(), &StoreWriter::generationsChanged);
    intake.service->importPaths({fixture.path(u"log.jsonl"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(intake.finished->size(), 1, 10'000);
    QTRY_COMPARE(changed.size(), 1);
}

void TestIntakeService::log_isFollowed()
{
    const ImportFixture fixture;
    fixture.writeFile(u"log.jsonl"_s, logGeneration("g1") + '\n');
    const Intake intake(fixture);
    intake.service->importPaths({fixture.path(u"log.jsonl"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(intake.addedCount(), 1, 5000);
    QFile log(fixture.path(u"log.jsonl"_s));
    QVERIFY(log.open(QIODevice::Append));
    const QByteArray line = logGeneration("g2") + '\n';
    log.write(line.first(60));
    log.flush();
    QVERIFY(!QTest::qWaitFor([&] { return intake.addedCount() > 1; }, 2500));
    log.write(line.sliced(60));
    log.close();
    QTRY_COMPARE_WITH_TIMEOUT(intake.addedCount(), 2, 5000);
    QCOMPARE(fixture.count(u"import_problems"_s), 0);
}

void TestIntakeService::lateSidecar_givesItsPrompt()
{
    const ImportFixture fixture;
    fixture.writeImage(u"x.png"_s, 1);
    fixture.importFolder();
    const Intake intake(fixture);
    QSignalSpy changed(intake.writer.get(), &StoreWriter::generationsChanged);
    intake.waitUntilWatched();
    fixture.writeFile(u"x.txt"_s, "two mugs\nSteps: 20, Sampler: Euler, CFG scale: 7, Seed: 5");
    QTRY_COMPARE_WITH_TIMEOUT(fixture.value(u"SELECT text FROM prompts"_s), u"two mugs"_s, 5000);
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(fixture.count(u"generations"_s), 1);
}

void TestIntakeService::sidecarThatIsStillWritten_isNotReadByHalves()
{
    const ImportFixture fixture;
    fixture.importFolder();
    const Intake intake(fixture);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.count(u"image_roots"_s) == 1, 5000);
    intake.waitUntilWatched();
    fixture.writeImage(u"x.png"_s, 1);
    QFile sidecar(fixture.path(u"x.txt"_s));
    QVERIFY(sidecar.open(QIODevice::WriteOnly));
    sidecar.write("two mugs\nSteps: 20, Sampler: Euler, CFG scale: 7, Seed: 5, Model: half");
    sidecar.flush();
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 2500) {
        QVERIFY(!QTest::qWaitFor([&] { return fixture.count(u"prompts"_s) > 0; }, 200));
        sidecar.write(", Clip skip: 2");
        sidecar.flush();
    }
    sidecar.write(", Version: v1.10.1");
    sidecar.close();
    QCOMPARE(intake.addedCount(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.count(u"prompts"_s), 1, 5000);
    QVERIFY(fixture.value(u"SELECT raw_metadata FROM images"_s).contains(u"v1.10.1"_s));
}

void TestIntakeService::workspaceOpenedAgain_addsNoHistory()
{
    const ImportFixture fixture;
    for (int i = 0; i < 60; ++i)
        fixture.writeImage(u"%1.png"_s.arg(i), i);
    fixture.writeFile(u"bad.png"_s, "no image");
    fixture.writeFile(u"log.jsonl"_s, logGeneration("g1") + '\n');
    fixture.importFolder();
    const int before = fixture.count(u"imports"_s);
    {
        const Intake intake(fixture);
        intake.waitUntilWatched();
        fixture.writeImage(u"late.png"_s, 500); // once it is there all before it was read
        QTRY_COMPARE_WITH_TIMEOUT(intake.addedCount(), 1, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.count(u"imports WHERE finished_at IS NULL"_s), 0, 10'000);
    }
    QCOMPARE(fixture.count(u"imports"_s), before + 1); // of the late one
    QCOMPARE(fixture.count(u"imports WHERE taken = 0"_s), 0);
}

void TestIntakeService::cancel_endsTheImport()
{
    const ImportFixture fixture;
    QByteArray log;
    for (int i = 0; i < 20'000; ++i)
        log += logGeneration("g" + QByteArray::number(i)) + '\n';
    fixture.writeFile(u"log.jsonl"_s, log);
    const Intake intake(fixture);
    intake.service->importPaths({fixture.path(u"log.jsonl"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(intake.addedCount() > 0, 10'000);
    intake.service->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(intake.finished->size(), 1, 5000);
    const auto report = intake.finished->first()[0].value<ImportReport>();
    QCOMPARE(report.end, ImportReport::End::Cancelled);
    QVERIFY(report.counts.taken > 0 && report.counts.taken < 20'000);
    QCOMPARE(fixture.count(u"generations"_s), int(report.counts.taken));
}

void TestIntakeService::destructor_stopsInMidImport()
{
    const ImportFixture fixture;
    QByteArray log;
    for (int i = 0; i < 20'000; ++i)
        log += logGeneration("g" + QByteArray::number(i)) + '\n';
    fixture.writeFile(u"log.jsonl"_s, log);
    QElapsedTimer timer;
    {
        const Intake intake(fixture);
        intake.service->importPaths({fixture.path(u"log.jsonl"_s)});
        QTRY_VERIFY_WITH_TIMEOUT(intake.addedCount() > 0, 10'000);
        timer.start();
    }
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(fixture.count(u"generations"_s) < 20'000);
}

void TestIntakeService::rootMovedByAnotherProgram_isWatchedAtItsNewPlace()
{
    const ImportFixture fixture;
    fixture.writeImage(u"x.png"_s, 1);
    fixture.import({fixture.folder()});
    const Intake intake(fixture);
    intake.waitUntilWatched();
    fixture.writeImage(u"../y.png"_s, 2);
    const QString y = QFileInfo(fixture.path(u"../y.png"_s)).canonicalFilePath();
    const QString moved = fixture.folder() + u".moved"_s;
    QVERIFY(QDir().rename(fixture.folder(), moved));
    const auto roots = ImageRoots(fixture.database()).all();
    QVERIFY(roots);
    QVERIFY(ImageRoots(fixture.database()).relink(roots->first().id, moved));
    QVERIFY(QFile::rename(y, moved + u"/y.png"_s));
    QTRY_COMPARE_WITH_TIMEOUT(intake.addedCount(), 1, 8000);
    QCOMPARE(fixture.count(u"images WHERE missing_since IS NULL"_s), 2);
}

void TestIntakeService::rulesChangedByAnotherProgram_holdForWhatIsThere()
{
    const ImportFixture fixture;
    fixture.import({fixture.folder()});
    const auto roots = ImageRoots(fixture.database()).all();
    QVERIFY(roots);
    const RootRulesStore rules(fixture.database());
    QVERIFY(rules.set(roots->first().id, {{}, {u"drafts"_s}, {}}));
    fixture.writeImage(u"drafts/x.png"_s, 1);
    const Intake intake(fixture);
    intake.waitUntilWatched();
    QVERIFY(!QTest::qWaitFor([&] { return intake.addedCount() > 0; }, 5000));
    QVERIFY(rules.set(roots->first().id, {}));
    QTRY_COMPARE_WITH_TIMEOUT(intake.addedCount(), 1, 8000);
}

/// Written in pieces, all at the same time, as a generator's batch comes.
void TestIntakeService::thousandFilesAtOnce_allArriveOnceAndWhole()
{
    constexpr int kFiles = 1000;
    const ImportFixture fixture;
    fixture.import({fixture.folder()});
    fixture.writeImage(u"../whole.png"_s, 1, u"a mug"_s);
    QFile whole(fixture.path(u"../whole.png"_s));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray png = whole.readAll();
    const Intake intake(fixture);
    intake.waitUntilWatched();
    const qsizetype half = png.size() / 2;
    const auto write = [&](int number, QIODevice::OpenMode mode, const QByteArray& piece) {
        QFile file(fixture.path(u"%1.png"_s.arg(number)));
        QVERIFY(file.open(mode));
        QCOMPARE(file.write(piece), piece.size());
    };
    for (int i = 0; i < kFiles; ++i)
        write(i, QIODevice::WriteOnly, png.first(half));
    for (int i = 0; i < kFiles; ++i)
        write(i, QIODevice::Append, png.mid(half) + QByteArray::number(i));
    QElapsedTimer timer;
    timer.start();
    QTRY_COMPARE_WITH_TIMEOUT(intake.addedCount(), kFiles, 60'000);
    qInfo("%d files in the queue %lld ms after the last was whole", kFiles, timer.elapsed());
    QCOMPARE(fixture.count(u"generations"_s), kFiles);
    QCOMPARE(fixture.value(u"SELECT count(DISTINCT bytes) FROM images WHERE bytes <= %1"_s.arg(half)),
             u"0"_s);
    QCOMPARE(fixture.value(u"SELECT sum(taken) FROM imports"_s), QString::number(kFiles));
    QCOMPARE(fixture.value(u"SELECT sum(refused) FROM imports"_s), u"0"_s);
    QCOMPARE(fixture.count(u"generations WHERE prompt_id IS NULL"_s), 0);
}

QTEST_GUILESS_MAIN(TestIntakeService)
#include "tst_intakeservice.moc"
