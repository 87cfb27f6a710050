// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/intake/importfixture.h"
#include "tests/app/metadata/files.h"

#include "app/store/generations.h"
#include "app/store/imageroots.h"
#include "app/store/imports.h"

#include <QDateTime>
#include <QTest>

#include <unistd.h>

using namespace assay;
using namespace Qt::StringLiterals;

class TestImporter : public QObject
{
    Q_OBJECT

private slots:
    void image_isTakenWithWhatItSays_data();
    void image_isTakenWithWhatItSays();
    void imageWithoutPrompt_isIncomplete();
    void otherImageFormats_areTaken_data();
    void otherImageFormats_areTaken();
    void originThatIsDeclared_isKeptAndNoPrompt();
    void misnamedImage_isSniffedByContent();
    void importAgain_changesNothing();
    void movedFile_isTheSameGeneration();
    void copiedFile_isKnown();
    void touchedFile_isReadOnceMore();
    void replacedFile_isAnotherGeneration();
    void brokenImage_isTaken_data();
    void brokenImage_isTaken();
    void fileThatIsNone_isRefusedWithTheReason_data();
    void fileThatIsNone_isRefusedWithTheReason();
    void otherFiles_areIgnoredInFolders();
    void missingPath_isRefused();
    void singleFile_makesNoFollowedRoot();
    void folderOfASingleFile_isFollowedOnceItIsNamed();
    void implausibleTime_givesWayToTheNextBest_data();
    void implausibleTime_givesWayToTheNextBest();
    void folderBelowARoot_belongsToIt();
    void client_isTheGivenOne();
    void linkLoop_ends();
    void unreadableFolder_isNamedAndTheRestTaken();
    void cancelled_keepsWhatIsStored();
    void failedBatch_isKeptAndTriedAgain();
    void report_isStored();
    void readAgainWithoutNews_addsNoHistory();
    void sameRefusalAgain_addsNoHistory();
    void refusalThatIsSettled_isTold();
    void readingAfterAKill_isKept();
    void progress_reachesTheTotal();
    void longFolder_isListedInSteps();
};

void TestImporter::image_isTakenWithWhatItSays_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("format");
    QTest::newRow("png") << u"a/x.png"_s << u"PNG"_s;
    QTest::newRow("jpeg") << u"x.jpg"_s << u"JPEG"_s;
    QTest::newRow("webp") << u"x.webp"_s << u"WebP"_s;
}

void TestImporter::image_isTakenWithWhatItSays()
{
    QFETCH(QString, name);
    QFETCH(QString, format);
    const ImportFixture fixture;
    fixture.writeImage(name, 5, format == u"PNG" ? u"two \"red\" mugs"_s : QString());
    const ImportReport report = fixture.importFolder();
    QCOMPARE(report.counts.taken, 1);
    QCOMPARE(report.counts.refused, 0);
    const auto generation =
        Generations(fixture.database(), fixture.workspace().calendar()).get(GenerationId{1});
    ASSAY_VERIFY_OK(generation);
    QVERIFY(generation->externalId.startsWith(u"sha256:"_s));
    QCOMPARE(generation->image->relativePath, name);
    QCOMPARE(generation->image->format, format);
    QCOMPARE(generation->image->size, QSize(32, 24));
    QCOMPARE(generation->image->bytes, QFileInfo(fixture.path(name)).size());
    QCOMPARE(generation->sentAtSource, TimeSource::FileTime);
    if (format != u"PNG")
        return;
    QCOMPARE(generation->prompt, std::optional(u"two \"red\" mugs"_s));
    QCOMPARE(generation->model, std::optional(u"wai"_s));
    QVERIFY(generation->settings.contains(u"Euler"_s));
    QVERIFY(!generation->rawMetadata.isEmpty());
}

void TestImporter::imageWithoutPrompt_isIncomplete()
{
    const ImportFixture fixture;
    fixture.writeImage(u"with.png"_s, 1, u"a mug"_s);
    fixture.writeImage(u"without.png"_s, 2);
    const ImportReport report = fixture.importFolder();
    QCOMPARE(report.counts, (ImportCounts{2, 0, 1, 0}));
    QCOMPARE(fixture.count(u"generations WHERE prompt_id IS NULL"_s), 1);
}

void TestImporter::otherImageFormats_areTaken_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("format");
    QTest::newRow("gif") << QByteArray("GIF89a\x20\x00\x18\x00\x00\x00\x00;", 14) << u"GIF"_s;
    QTest::newRow("tiff") << QByteArray("II*\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00\x00", 14) << u"TIFF"_s;
    QTest::newRow("avif") << QByteArray("\x00\x00\x00\x18"
                                        "ftypavif\x00\x00\x00\x00mif1avif",
                                        24)
                          << u"AVIF"_s;
    QTest::newRow("jxl") << QByteArray("\xff\x0a\x00\x00\x00\x00", 6) << u"JXL"_s;
}

void TestImporter::otherImageFormats_areTaken()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, format);
    const ImportFixture fixture;
    fixture.writeFile(u"x.png"_s, content); // by content, whatever the name
    const ImportReport report = fixture.importFolder();
    QCOMPARE(report.counts, (ImportCounts{1, 0, 1, 0}));
    QCOMPARE(fixture.value(u"SELECT format FROM images"_s), format);
}

void TestImporter::originThatIsDeclared_isKeptAndNoPrompt()
{
    const ImportFixture fixture;
    const QByteArray manifest = QByteArray("jumb....c2patclaim_generator_info\x81\xa2") +
                                "dname\x63"
                                "Foo" +
                                "qdigitalSourceType\x78\x46"
                                "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
    fixture.writeFile(u"a.png"_s, files::png(files::pngChunk("caBX", manifest)));
    QCOMPARE(fixture.importFolder().counts, (ImportCounts{1, 0, 1, 0}));
    const WeekCalendar calendar(QTimeZone::utc());
    const auto generation = Generations(fixture.database(), calendar).get(GenerationId{1});
    ASSAY_VERIFY_OK(generation);
    QCOMPARE(generation->provenance,
             (QStringList{u"C2PA manifest, not verified"_s, u"declares: made with Foo"_s,
                          u"declares: trainedAlgorithmicMedia"_s}));
    QVERIFY(!generation->prompt && !generation->model && generation->settings.isEmpty());
    QVERIFY(generation->generator.isEmpty());
}

void TestImporter::misnamedImage_isSniffedByContent()
{
    const ImportFixture fixture;
    fixture.writeImage(u"x.jpg"_s, 1);
    QVERIFY(QFile::rename(fixture.path(u"x.jpg"_s), fixture.path(u"x.png"_s)));
    fixture.writeImage(u"y.png"_s, 2);
    QVERIFY(QFile::rename(fixture.path(u"y.png"_s), fixture.path(u"y"_s)));
    QCOMPARE(fixture.importFolder().counts.taken, 2);
    QCOMPARE(fixture.value(u"SELECT format FROM images WHERE relative_path = 'x.png'"_s), u"JPEG"_s);
    QCOMPARE(fixture.value(u"SELECT format FROM images WHERE relative_path = 'y'"_s), u"PNG"_s);
}

void TestImporter::importAgain_changesNothing()
{
    const ImportFixture fixture;
    for (int i = 0; i < 120; ++i)
        fixture.writeImage(u"%1/%2.png"_s.arg(i % 3).arg(i), i, u"mug"_s);
    fixture.writeFile(u"log.jsonl"_s, logGeneration("g1") + '\n' + logReview("r1", "g1") + '\n');
    QCOMPARE(fixture.importFolder().counts.taken, 122);
    const ImportReport again = fixture.importFolder();
    QCOMPARE(again.counts, (ImportCounts{0, 122, 0, 0}));
    QCOMPARE(fixture.count(u"generations"_s), 121);
    QCOMPARE(fixture.count(u"reviews"_s), 1);
    QCOMPARE(fixture.count(u"image_roots"_s), 1);
}

void TestImporter::movedFile_isTheSameGeneration()
{
    const ImportFixture fixture;
    fixture.writeImage(u"old.png"_s, 1);
    fixture.importFolder();
    QVERIFY(QFile::rename(fixture.path(u"old.png"_s), fixture.path(u"new.png"_s)));
    QCOMPARE(fixture.importFolder().counts, (ImportCounts{0, 1, 0, 0}));
    QCOMPARE(fixture.count(u"generations"_s), 1);
    QCOMPARE(fixture.value(u"SELECT relative_path FROM images"_s), u"new.png"_s);
    QCOMPARE(fixture.count(u"images WHERE missing_since IS NULL"_s), 1);
}

void TestImporter::copiedFile_isKnown()
{
    const ImportFixture fixture;
    fixture.writeImage(u"a.png"_s, 1);
    QVERIFY(QFile::copy(fixture.path(u"a.png"_s), fixture.path(u"b.png"_s)));
    QCOMPARE(fixture.importFolder().counts, (ImportCounts{1, 1, 1, 0}));
    QCOMPARE(fixture.importFolder().counts, (ImportCounts{0, 2, 0, 0}));
    QCOMPARE(fixture.value(u"SELECT relative_path FROM images"_s), u"a.png"_s);
}

void TestImporter::touchedFile_isReadOnceMore()
{
    const ImportFixture fixture;
    fixture.writeImage(u"a.png"_s, 1);
    fixture.importFolder();
    const QDateTime later = QDateTime::currentDateTimeUtc().addSecs(10);
    QFile file(fixture.path(u"a.png"_s));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.setFileTime(later, QFileDevice::FileModificationTime));
    file.close();
    QCOMPARE(fixture.importFolder().counts, (ImportCounts{0, 1, 0, 0}));
    QCOMPARE(fixture.value(u"SELECT modified_at FROM images"_s), QString::number(later.toMSecsSinceEpoch()));
}

void TestImporter::replacedFile_isAnotherGeneration()
{
    const ImportFixture fixture;
    fixture.writeImage(u"a.png"_s, 1, u"one mug"_s);
    fixture.importFolder();
    fixture.writeImage(u"a.png"_s, 2, u"two much larger mugs"_s);
    QCOMPARE(fixture.importFolder().counts.taken, 1);
    QCOMPARE(fixture.count(u"generations"_s), 2);
    QCOMPARE(fixture.count(u"images WHERE missing_since IS NULL"_s), 1);
    QCOMPARE(
        fixture.value(u"SELECT text FROM prompts p JOIN generations g ON g.prompt_id = p.id JOIN images i"
                      " ON i.id = g.image_id WHERE i.missing_since IS NULL"_s),
        u"two much larger mugs"_s);
}

void TestImporter::brokenImage_isTaken_data()
{
    QTest::addColumn<QByteArray>("content");
    const ImportFixture fixture;
    fixture.writeImage(u"whole.png"_s, 1);
    QFile whole(fixture.path(u"whole.png"_s));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray png = whole.readAll();
    QByteArray huge = png;
    huge.replace(16, 8, QByteArray::fromHex("0001000000010000"));
    QTest::newRow("truncated") << png.first(png.size() / 2);
    QTest::newRow("signature only") << png.first(8);
    QTest::newRow("65536 x 65536") << huge;
    QTest::newRow("nothing but a JPEG start") << QByteArray::fromHex("ffd8ffe000104a46");
}

void TestImporter::brokenImage_isTaken()
{
    QFETCH(QByteArray, content);
    const ImportFixture fixture;
    fixture.writeFile(u"broken.png"_s, content);
    fixture.writeImage(u"fine.png"_s, 2);
    const ImportReport report = fixture.importFolder();
    QCOMPARE(report.counts, (ImportCounts{2, 0, 2, 0}));
    QCOMPARE(fixture.count(u"generations WHERE image_id IS NOT NULL AND prompt_id IS NULL"_s), 2);
}

void TestImporter::fileThatIsNone_isRefusedWithTheReason_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("kind");
    QTest::newRow("empty") << QByteArray() << int(ErrorKind::Damaged);
    QTest::newRow("text") << QByteArray("hello, I am a text") << int(ErrorKind::Unsupported);
    QTest::newRow("heif") << QByteArray("\x00\x00\x00\x18"
                                        "ftypheic\x00\x00\x00\x00mif1heic",
                                        24)
                          << int(ErrorKind::Unsupported);
}

void TestImporter::fileThatIsNone_isRefusedWithTheReason()
{
    QFETCH(QByteArray, content);
    QFETCH(int, kind);
    const ImportFixture fixture;
    fixture.writeFile(u"x.png"_s, content);
    fixture.writeImage(u"y.png"_s, 1);
    const ImportReport report = fixture.importFolder();
    QCOMPARE(report.counts.taken, 1);
    QCOMPARE(report.counts.refused, 1);
    QCOMPARE(report.problems[0].source, fixture.path(u"x.png"_s));
    QCOMPARE(int(report.problems[0].error.kind), kind);
    QCOMPARE(fixture.import({fixture.path(u"x.png"_s)}).counts.refused, 1);
}

void TestImporter::otherFiles_areIgnoredInFolders()
{
    const ImportFixture fixture;
    fixture.writeFile(u"notes.txt"_s, "hello");
    fixture.writeFile(u"workflow.json"_s, "{\"a\":1}");
    fixture.writeFile(u".hidden/x.png"_s, "x");
    fixture.writeFile(u".gitkeep"_s, "");
    fixture.writeFile(u"empty"_s, "");
    QCOMPARE(fixture.importFolder().counts, ImportCounts());
    QCOMPARE(fixture.import({fixture.path(u"notes.txt"_s)}).counts.refused, 1);
}

void TestImporter::missingPath_isRefused()
{
    const ImportFixture fixture;
    const ImportReport report = fixture.import({fixture.path(u"nowhere"_s)});
    QCOMPARE(report.counts.refused, 1);
    QCOMPARE(report.problems[0].error.kind, ErrorKind::NotFound);
    QCOMPARE(fixture.count(u"image_roots"_s), 0);
}

void TestImporter::singleFile_makesNoFollowedRoot()
{
    const ImportFixture fixture;
    fixture.writeImage(u"a/x.png"_s, 1);
    fixture.writeImage(u"a/y.png"_s, 2);
    QCOMPARE(fixture.import({fixture.path(u"a/x.png"_s)}).counts.taken, 1);
    QCOMPARE(fixture.value(u"SELECT path FROM image_roots"_s), fixture.path(u"a"_s));
    QCOMPARE(fixture.value(u"SELECT relative_path FROM images"_s), u"x.png"_s);
    const auto roots = ImageRoots(fixture.database()).all();
    ASSAY_VERIFY_OK(roots);
    QCOMPARE(roots->size(), 0);
    const auto generation =
        Generations(fixture.database(), fixture.workspace().calendar()).get(GenerationId{1});
    ASSAY_VERIFY_OK(generation);
    QCOMPARE(generation->image->relativePath, u"x.png"_s);
}

void TestImporter::folderOfASingleFile_isFollowedOnceItIsNamed()
{
    const ImportFixture fixture;
    fixture.writeImage(u"a/x.png"_s, 1);
    fixture.writeImage(u"a/y.png"_s, 2);
    fixture.import({fixture.path(u"a/x.png"_s)});
    QCOMPARE(fixture.import({fixture.path(u"a/y.png"_s)}).counts.taken, 1);
    QCOMPARE(fixture.import({fixture.path(u"a"_s)}).counts, (ImportCounts{0, 2, 0, 0}));
    const auto roots = ImageRoots(fixture.database()).all();
    ASSAY_VERIFY_OK(roots);
    QCOMPARE(roots->size(), 1);
    QCOMPARE(fixture.import({fixture.path(u"a/x.png"_s)}).counts.refused, 0);
    QCOMPARE(ImageRoots(fixture.database()).all()->size(), 1);
}

void TestImporter::implausibleTime_givesWayToTheNextBest_data()
{
    QTest::addColumn<int>("fileYear");
    QTest::addColumn<bool>("isFileTime");
    QTest::newRow("long ago") << 1971 << false;
    QTest::newRow("in the future") << 2099 << false;
    QTest::newRow("plausible") << 2024 << true;
}

void TestImporter::implausibleTime_givesWayToTheNextBest()
{
    QFETCH(int, fileYear);
    QFETCH(bool, isFileTime);
    const ImportFixture fixture;
    fixture.writeImage(u"x.png"_s, 1);
    const QDateTime fileTime(QDate(fileYear, 3, 4), QTime(5, 6), Qt::UTC);
    QFile file(fixture.path(u"x.png"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(fileTime, QFileDevice::FileModificationTime));
    file.close();
    const UtcTime before = systemClock()();
    QCOMPARE(fixture.importFolder().counts.taken, 1);
    const auto generation =
        Generations(fixture.database(), fixture.workspace().calendar()).get(GenerationId{1});
    ASSAY_VERIFY_OK(generation);
    QCOMPARE(generation->sentAtSource, TimeSource::FileTime);
    if (isFileTime)
        QCOMPARE(toEpochMs(generation->sentAt), fileTime.toMSecsSinceEpoch());
    else
        QVERIFY(generation->sentAt >= before && generation->sentAt <= systemClock()());
}

void TestImporter::folderBelowARoot_belongsToIt()
{
    const ImportFixture fixture;
    fixture.writeImage(u"a/b/x.png"_s, 1);
    fixture.writeImage(u"a/b2/y.png"_s, 2);
    fixture.import({fixture.path(u"a"_s)});
    fixture.writeImage(u"a/b/z.png"_s, 3);
    QCOMPARE(fixture.import({fixture.path(u"a/b"_s)}).counts, (ImportCounts{1, 1, 1, 0}));
    QCOMPARE(fixture.count(u"image_roots"_s), 1);
    fixture.importFolder();
    QCOMPARE(fixture.count(u"image_roots"_s), 2);
    QCOMPARE(fixture.count(u"generations"_s), 3);
    QCOMPARE(fixture.count(u"images WHERE relative_path = 'b/z.png'"_s), 1);
}

void TestImporter::client_isTheGivenOne()
{
    const ImportFixture fixture;
    fixture.writeImage(u"x.png"_s, 1);
    fixture.import({fixture.folder()}, u"Nordwind"_s);
    fixture.writeImage(u"y.png"_s, 2);
    fixture.importFolder();
    fixture.writeImage(u"z.png"_s, 3);
    fixture.import({fixture.folder()}, u"Other"_s);
    const QString clients = u"generations g JOIN clients c ON c.id = g.client_id WHERE c.name = '%1'"_s;
    QCOMPARE(fixture.count(clients.arg(u"Nordwind"_s)), 2);
    QCOMPARE(fixture.count(clients.arg(u"Other"_s)), 1);
}

void TestImporter::linkLoop_ends()
{
    const ImportFixture fixture;
    fixture.writeImage(u"a/x.png"_s, 1);
    QVERIFY(QFile::link(fixture.folder(), fixture.path(u"a/loop"_s)));
    QVERIFY(QFile::link(fixture.path(u"gone"_s), fixture.path(u"dangling.png"_s)));
    QCOMPARE(fixture.importFolder().counts.taken, 1);
}

void TestImporter::unreadableFolder_isNamedAndTheRestTaken()
{
    if (geteuid() == 0)
        QSKIP("the superuser can read every folder");
    const ImportFixture fixture;
    fixture.writeImage(u"closed/x.png"_s, 1);
    fixture.writeImage(u"open/y.png"_s, 2);
    QVERIFY(QFile::setPermissions(fixture.path(u"closed"_s), {}));
    const ImportReport report = fixture.importFolder();
    QFile::setPermissions(fixture.path(u"closed"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QCOMPARE(report.counts.taken, 1);
    QCOMPARE(report.counts.refused, 1);
    QCOMPARE(report.problems[0].source, fixture.path(u"closed"_s));
    QCOMPARE(report.problems[0].error.kind, ErrorKind::NoPermission);
}

void TestImporter::cancelled_keepsWhatIsStored()
{
    const ImportFixture fixture;
    for (int i = 0; i < 130; ++i)
        fixture.writeImage(u"%1.png"_s.arg(i), i);
    DirectTarget target(fixture.database(), systemClock());
    Importer importer(fixture.database(), target);
    importer.addPath(fixture.folder());
    ASSAY_VERIFY_OK(importer.step());
    importer.cancel();
    QVERIFY(!importer.hasWork());
    const ImportReport report = importer.takeReport();
    QCOMPARE(report.end, ImportReport::End::Cancelled);
    QVERIFY(report.counts.taken > 0 && report.counts.taken <= 50);
    QCOMPARE(fixture.count(u"generations"_s), int(report.counts.taken));
    QCOMPARE(fixture.importFolder().counts.taken, 130 - report.counts.taken);
}

namespace {

/// Refuses every second batch, as a full disk does for a while.
class FailingTarget : public ImportTarget
{
public:
    explicit FailingTarget(const Database& database)
        : m_target(database, systemClock())
    {
    }

    Result<BatchOutcome> store(const ImportBatch& batch) override
    {
        m_fails = !m_fails;
        if (m_fails)
            return Error{ErrorKind::NoSpace, {}, u"disk full"_s};
        return m_target.store(batch);
    }
    Result<ImageRoot> addRoot(const QString& folder, const QString& client, RootUse use) override
    {
        return m_target.addRoot(folder, client, use);
    }

private:
    DirectTarget m_target;
    bool m_fails = false;
};

} // namespace

void TestImporter::failedBatch_isKeptAndTriedAgain()
{
    const ImportFixture fixture;
    for (int i = 0; i < 120; ++i)
        fixture.writeImage(u"%1.png"_s.arg(i), i);
    FailingTarget target(fixture.database());
    Importer importer(fixture.database(), target);
    importer.addPath(fixture.folder());
    int failures = 0;
    for (int i = 0; i < 1000 && importer.hasWork(); ++i) {
        const auto stepped = importer.step();
        if (!stepped) {
            QCOMPARE(stepped.error().kind, ErrorKind::NoSpace);
            ++failures;
        }
    }
    QVERIFY(failures >= 3);
    QCOMPARE(importer.takeReport().counts.taken, 120);
    QCOMPARE(fixture.count(u"generations"_s), 120);
}

void TestImporter::report_isStored()
{
    const ImportFixture fixture;
    fixture.writeImage(u"x.png"_s, 1);
    fixture.writeFile(u"bad.png"_s, "no image");
    fixture.importFolder();
    const Imports imports(fixture.database());
    const auto records = imports.recent(10);
    ASSAY_VERIFY_OK(records);
    QCOMPARE(records->size(), 1);
    QCOMPARE(records->first().source, fixture.folder());
    QCOMPARE(records->first().counts, (ImportCounts{1, 0, 1, 1}));
    QVERIFY(records->first().finishedAt);
    const auto problems = imports.problems(records->first().id);
    ASSAY_VERIFY_OK(problems);
    QCOMPARE(problems->size(), 1);
    QCOMPARE(problems->first().source, fixture.path(u"bad.png"_s));
    QCOMPARE(problems->first().error.kind, ErrorKind::Unsupported);
}

void TestImporter::readAgainWithoutNews_addsNoHistory()
{
    const ImportFixture fixture;
    for (int i = 0; i < 120; ++i) // more than one batch
        fixture.writeImage(u"%1.png"_s.arg(i), i);
    fixture.writeFile(u"log.jsonl"_s, logGeneration("g1") + '\n');
    fixture.importFolder();
    QCOMPARE(fixture.count(u"imports"_s), 2); // the folder, and the log in it
    QCOMPARE(fixture.importFolder().counts, (ImportCounts{0, 121, 0, 0}));
    QCOMPARE(fixture.count(u"imports"_s), 2);
    fixture.writeImage(u"new.png"_s, 500);
    QCOMPARE(fixture.importFolder().counts.taken, 1);
    QCOMPARE(fixture.count(u"imports"_s), 3);
}

void TestImporter::sameRefusalAgain_addsNoHistory()
{
    const ImportFixture fixture;
    fixture.writeFile(u"bad.png"_s, "no image");
    fixture.importFolder();
    const ImportReport again = fixture.importFolder();
    QCOMPARE(again.counts.refused, 1);
    QCOMPARE(again.problems.size(), 1); // whoever asked is told all the same
    QCOMPARE(fixture.count(u"imports"_s), 1);
    QCOMPARE(fixture.count(u"import_problems"_s), 1);
    fixture.writeFile(u"bad.png"_s, {}); // another reason
    fixture.importFolder();
    QCOMPARE(fixture.count(u"imports"_s), 2);
    fixture.writeFile(u"worse.png"_s, "no image either");
    fixture.importFolder();
    QCOMPARE(fixture.count(u"imports"_s), 3);
    QCOMPARE(fixture.count(u"import_problems WHERE import_id = 3"_s), 2);
}

void TestImporter::refusalThatIsSettled_isTold()
{
    const ImportFixture fixture;
    fixture.writeFile(u"bad.png"_s, "no image");
    fixture.importFolder();
    const Imports imports(fixture.database());
    QCOMPARE(imports.unsettledSources()->size(), 1);
    QVERIFY(QFile::remove(fixture.path(u"bad.png"_s)));
    fixture.importFolder();
    QVERIFY(imports.unsettledSources()->isEmpty());
    QCOMPARE(fixture.count(u"imports"_s), 2);
    fixture.importFolder();
    QCOMPARE(fixture.count(u"imports"_s), 2);
}

void TestImporter::readingAfterAKill_isKept()
{
    const ImportFixture fixture;
    for (int i = 0; i < 130; ++i)
        fixture.writeImage(u"%1.png"_s.arg(i), i);
    const Imports imports(fixture.database());
    {
        DirectTarget target(fixture.database(), systemClock());
        Importer importer(fixture.database(), target);
        importer.addPath(fixture.folder());
        ASSAY_VERIFY_OK(importer.step());
    }
    QCOMPARE(fixture.count(u"imports WHERE finished_at IS NULL"_s), 1);
    fixture.importFolder();
    QCOMPARE(fixture.value(u"SELECT sum(taken) FROM imports"_s), u"130"_s);
    QCOMPARE(fixture.count(u"imports"_s), 2);
    ASSAY_VERIFY_OK(imports.begin(fixture.folder(), systemClock()())); // killed when all was taken
    fixture.importFolder();
    QCOMPARE(fixture.count(u"imports"_s),
             4); // it took nothing, and tells that the folder was read to its end
    fixture.importFolder();
    QCOMPARE(fixture.count(u"imports"_s), 4);
    QCOMPARE(fixture.count(u"imports WHERE finished_at IS NULL"_s), 2);
}

void TestImporter::progress_reachesTheTotal()
{
    const ImportFixture fixture;
    for (int i = 0; i < 60; ++i)
        fixture.writeImage(u"%1.png"_s.arg(i), i);
    DirectTarget target(fixture.database(), systemClock());
    Importer importer(fixture.database(), target);
    importer.addPath(fixture.folder());
    ASSAY_VERIFY_OK(importer.step());
    QCOMPARE(importer.progress().total, 60);
    QCOMPARE(importer.progress().source, fixture.folder());
    while (importer.hasWork())
        ASSAY_VERIFY_OK(importer.step());
    QCOMPARE(importer.progress().done, 60);
}

void TestImporter::longFolder_isListedInSteps()
{
    const ImportFixture fixture;
    for (int i = 0; i < 500; ++i)
        fixture.writeFile(u"%1/%2.bin"_s.arg(i % 3).arg(i), "x");
    FolderSource source(fixture.folder(),
                        std::make_unique<FileIntake>(fixture.database(), FileIntakeOptions{}));
    QCOMPARE(source.total(), 0); // whoever opens it does not wait for the listing
    ImportBatch batch;
    QVERIFY(source.read(batch));
    QVERIFY(source.total() > 0 && source.total() < 500);
    QCOMPARE(source.done(), 0);
    while (source.done() == 0)
        QVERIFY(source.read(batch));
    QCOMPARE(source.total(), 500);
}

QTEST_GUILESS_MAIN(TestImporter)
#include "tst_importer.moc"
