// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/export.h"

#include "app/intake/logreader.h"
#include "app/store/generations.h"
#include "app/store/reviews.h"
#include "tests/app/intake/importfixture.h"
#include "tests/support/builders.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestExport : public QObject
{
    Q_OBJECT

private slots:
    void generationLine_readsBackTheSame();
    void unknownKeysAtEveryDepth_comeBack();
    void declaredOrigin_isExportedOnce();
    void unknownNeededFields_areNull();
    void reviewLine_readsBackTheSame();
    void changeAndSampleLines_readBackTheSame();
    void everyRow_isExportedOnce();
    void withdrawnReview_isLeftOut();
    void exportedLog_givesTheSameWorkspace();
    void failingDevice_isAnError();
};

namespace {

template<typename Value>
Value readBack(const QString& line)
{
    LogReader reader;
    const auto event = reader.read(line.toUtf8());
    if (!event)
        qFatal("%s: %s", qPrintable(event.error().detail), qPrintable(line));
    return std::get<Value>(*event);
}

Generation fullGeneration()
{
    Generation generation = GenerationBuilder(u"g \"1\"").build();
    generation.promptWrittenAt = kNoon - kDay;
    generation.client = u"Nord & Söhne"_s;
    generation.asset = u"a1"_s;
    generation.batch = u"b1"_s;
    generation.cycle = 2;
    generation.candidate = 3;
    generation.attempt = 4;
    generation.retryOf = u"g0"_s;
    generation.promptTemplate = u"hero@3"_s;
    generation.settings = uR"({"seed":18446744073709551615,"cfg":6.50})"_s;
    generation.prompt = u"line one\nline\ttwo \\ \"quoted\" \u0001 \U0001F600"_s;
    generation.negativePrompt = QString(u""_s);
    generation.checklist = {aConstraint(u"c1"), aConstraint(u"c2", ConstraintKind::Colour, u"c1")};
    generation.checklist[1].span = {5, 8};
    generation.latency = Milliseconds(3120);
    generation.gpuTime = Milliseconds(2496);
    generation.cost = Money{123456, u"EUR"_s};
    generation.statedImage = u"nord/x.png"_s;
    generation.scores = {0.1 + 0.2, 5.912};
    generation.drift = 1e-7;
    generation.extra = uR"({"region":"eu","n":[1,2.50]})"_s;
    return generation;
}

QByteArray exported(const Database& database, Result<void> (*run)(const Database&, QIODevice&))
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (const auto done = run(database, buffer); !done)
        qFatal("export: %s", qPrintable(describe(done.error())));
    return buffer.data();
}

} // namespace

void TestExport::generationLine_readsBackTheSame()
{
    const Generation generation = fullGeneration();
    QVERIFY(readBack<Generation>(toLogLine(generation)) == generation);
}

void TestExport::unknownKeysAtEveryDepth_comeBack()
{
    QByteArray line = logGeneration("g1");
    line.replace(R"("currency":"USD")", R"("currency":"USD","fee":{"rate":"0.1","n":[1,2]},"\"q\"":1)");
    line.replace(R"("text":"three mugs"})", R"("text":"three mugs","weight":2,"why":"a \"b\" }"})");
    line.chop(1);
    line += R"(,"scores":{"hps":0.27,"clip":0.31},"region":"eu"})";
    const auto generation = readBack<Generation>(QString::fromUtf8(line));
    QCOMPARE(generation.scores.clip, std::optional(0.31));
    const QString exportedLine = toLogLine(generation);
    const auto objectOf = [](const QByteArray& json) { return QJsonDocument::fromJson(json).object(); };
    const QJsonObject before = objectOf(line);
    const QJsonObject after = objectOf(exportedLine.toUtf8());
    QVERIFY(!after.isEmpty());
    for (const auto& key : {u"cost"_s, u"scores"_s, u"constraints"_s, u"region"_s})
        QCOMPARE(after.value(key), before.value(key));
    QCOMPARE(exportedLine.count(u"\"cost\":"_s), 1);
    const auto again = readBack<Generation>(exportedLine);
    QVERIFY(again == generation);
}

void TestExport::declaredOrigin_isExportedOnce()
{
    Generation generation = fullGeneration();
    generation.provenance = {u"C2PA manifest, not verified"_s, u"declares: made with \"X\""_s};
    const QString line = toLogLine(generation);
    const QString member = uR"("provenance":["C2PA manifest, not verified","declares: made with \"X\""])"_s;
    QCOMPARE(line.count(member), 1);
    auto again = readBack<Generation>(line);
    QCOMPARE(again.prompt, generation.prompt);
    QCOMPARE(again.model, generation.model);
    again.provenance = generation.provenance; // its file came too
    QCOMPARE(toLogLine(again).count(member), 1);
}

void TestExport::unknownNeededFields_areNull()
{
    Generation generation;
    generation.externalId = u"sha256:00"_s;
    generation.sentAt = kNoon;
    generation.sentAtSource = TimeSource::FileTime;
    const QString line = toLogLine(generation);
    for (const char* key : {"client", "asset", "model", "prompt", "latency_ms"})
        QVERIFY2(line.contains(u'"' + QLatin1String(key) + u"\":null"_s), qPrintable(line));
    QVERIFY(readBack<Generation>(line) == generation);
}

void TestExport::reviewLine_readsBackTheSame()
{
    Review review;
    review.externalId = u"r1"_s;
    review.generationExternalId = u"g1"_s;
    review.reviewedAt = kNoon;
    review.reviewer = u"dä"_s;
    review.disposition = Disposition::Revised;
    review.checks = {{u"c1"_s, Answer::Met}, {u"c2"_s, Answer::Missed}, {u"c3"_s, Answer::CantTell}};
    review.note = u"too\ndark"_s;
    review.reasons = {u"colour"_s, u"hands"_s};
    QVERIFY(readBack<Review>(toLogLine(review)) == review);
}

void TestExport::changeAndSampleLines_readBackTheSame()
{
    const Change change{{}, u"ch1"_s, kNoon, u"nord"_s, ChangeKind::Model, u"m-1"_s, u"m-2"_s, u"why"_s};
    QVERIFY(readBack<Change>(toLogLine(change)) == change);
    const GpuSample sample{kNoon, Milliseconds(3'600'500), u"gpu-0"_s, 0.6197};
    QVERIFY(readBack<GpuSample>(toLogLine(sample)) == sample);
}

void TestExport::everyRow_isExportedOnce()
{
    const ImportFixture fixture;
    QByteArray log;
    for (int i = 0; i < 1200; ++i)
        log += logGeneration("g" + QByteArray::number(i)) + '\n';
    fixture.writeFile(u"log.jsonl"_s, log);
    fixture.import({fixture.path(u"log.jsonl"_s)});
    const QByteArrayList lines = exported(fixture.database(), exportGenerations).trimmed().split('\n');
    QCOMPARE(lines.size(), 1200);
    QCOMPARE(QSet<QByteArray>(lines.cbegin(), lines.cend()).size(), 1200);
    QVERIFY(lines[700].contains(R"("id":"g700")"));
}

void TestExport::withdrawnReview_isLeftOut()
{
    const ImportFixture fixture;
    fixture.writeFile(u"log.jsonl"_s, logGeneration("g1") + '\n' + logReview("r1", "g1") + '\n' +
                                          logReview("r2", "g1", "rejected") + '\n');
    fixture.import({fixture.path(u"log.jsonl"_s)});
    ASSAY_VERIFY_OK(Reviews(fixture.database()).withdraw(ReviewId{2}, kNoon));
    const QByteArray reviews = exported(fixture.database(), exportReviews);
    QCOMPARE(reviews.count('\n'), 1);
    QVERIFY(reviews.contains(R"("id":"r1")"));
}

void TestExport::exportedLog_givesTheSameWorkspace()
{
    const ImportFixture first;
    first.writeFile(u"log.jsonl"_s, logGeneration("g1", "nord/x.png") + '\n' + logReview("r1", "g1") + '\n');
    first.writeImage(u"bare.png"_s, 1, u"two mugs"_s);
    first.import({first.path(u"log.jsonl"_s), first.folder()});
    const QByteArray generations = exported(first.database(), exportGenerations);
    const QByteArray reviews = exported(first.database(), exportReviews);
    const ImportFixture second;
    second.writeFile(u"g.jsonl"_s, generations);
    second.writeFile(u"r.jsonl"_s, reviews);
    const ImportReport report = second.import({second.path(u"g.jsonl"_s), second.path(u"r.jsonl"_s)});
    QCOMPARE(report.counts.taken, 3);
    QCOMPARE(report.counts.refused, 0);
    QCOMPARE(exported(second.database(), exportGenerations), generations);
    QCOMPARE(exported(second.database(), exportReviews), reviews);
    // The files come back to their generations.
    first.import({first.folder()});
    QVERIFY(QDir().rename(first.path(u"bare.png"_s), second.path(u"bare.png"_s)));
    second.import({second.folder()});
    QCOMPARE(second.count(u"generations"_s), 2);
    QCOMPARE(second.count(u"generations WHERE image_id IS NOT NULL"_s), 1);
}

void TestExport::failingDevice_isAnError()
{
    const ImportFixture fixture;
    fixture.writeFile(u"log.jsonl"_s, logGeneration("g1") + '\n');
    fixture.import({fixture.path(u"log.jsonl"_s)});
    QFile full(u"/dev/full"_s);
    if (!full.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        QSKIP("there is no /dev/full");
    ASSAY_VERIFY_ERROR(exportGenerations(fixture.database(), full), ErrorKind::Io);
}

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
