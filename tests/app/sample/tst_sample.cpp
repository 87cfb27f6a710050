// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/plan.h"
#include "app/sample/pngtext.h"
#include "app/sample/sample.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QImageReader>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace assay;
using namespace assay::sample;

namespace {

struct TextChunk
{
    QByteArray type;
    QByteArray data; ///< after the keyword and its NUL
};

SampleRequest smallRequest(int pictures = 30, int side = 48)
{
    return {*parseRfc3339(u"2026-11-19T10:00:00Z"_qs), QTimeZone("Europe/Berlin"), pictures, side};
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QMap<QString, QByteArray> filesBelow(const QString& folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        files.insert(QDir(folder).relativeFilePath(path), bytesOf(path));
    }
    return files;
}

QMap<QByteArray, TextChunk> textChunks(const QByteArray& png)
{
    QMap<QByteArray, TextChunk> texts;
    for (qsizetype at = 8; at + 12 <= png.size();) {
        const auto length = qFromBigEndian<quint32>(png.constData() + at);
        const QByteArray type = png.mid(at + 4, 4);
        const QByteArray data = png.mid(at + 8, length);
        if (type == "tEXt" || type == "iTXt" || type == "zTXt")
            texts.insert(data.left(data.indexOf('\0')), {type, data.mid(data.indexOf('\0') + 1)});
        at += 12 + length;
    }
    return texts;
}

} // namespace

class TestSample : public QObject
{
    Q_OBJECT

private slots:
    void twoRuns_giveTheSameBytes();
    void runAgain_changesNothing();
    void pictures_areThoseTheLogNames();
    void allPictures_differ();
    void aldertea_carriesInfotext();
    void birchline_carriesTheGraphs();
    void textBeyondLatin1_isUtf8();
    void folderWithOtherContent_isRefused_data();
    void folderWithOtherContent_isRefused();
    void folderThatCannotBeMade_isAnError();
    void progress_countsUpAndStops();
};

void TestSample::twoRuns_giveTheSameBytes()
{
    QTemporaryDir one;
    QTemporaryDir other;
    QVERIFY(writeSample(one.path(), smallRequest()));
    SampleRequest later = smallRequest();
    later.now += std::chrono::hours(50);
    QVERIFY(writeSample(other.path(), later));
    const auto files = filesBelow(one.path());
    QVERIFY(files.size() > 30);
    QVERIFY(files == filesBelow(other.path()));
}

void TestSample::runAgain_changesNothing()
{
    QTemporaryDir folder;
    QVERIFY(writeSample(folder.path(), smallRequest()));
    const auto before = filesBelow(folder.path());
    QVERIFY(writeSample(folder.path(), smallRequest()));
    QVERIFY(filesBelow(folder.path()) == before);
}

void TestSample::pictures_areThoseTheLogNames()
{
    QTemporaryDir folder;
    const auto files = writeSample(folder.path(), smallRequest());
    QVERIFY(files);
    QSet<QString> named;
    for (const QByteArray& line : bytesOf(files->historyLog).split('\n')) {
        const QString image = QJsonDocument::fromJson(line).object().value(u"image").toString();
        if (!image.isEmpty() && !image.startsWith(u"sha256:"))
            named.insert(image);
    }
    const QStringList written = filesBelow(files->picturesFolder).keys();
    QCOMPARE(QSet<QString>(written.begin(), written.end()), named);
    QCOMPARE(written.size(), files->pictures);
    for (const QString& image : written) {
        QVERIFY2(image.startsWith(u"aldertea/") || image.startsWith(u"birchline/"), qPrintable(image));
        QCOMPARE(QImageReader(files->picturesFolder + u'/' + image).size(), QSize(48, 48));
    }
}

void TestSample::allPictures_differ()
{
    const Plan plan = makePlan({smallRequest().now, QTimeZone::utc()});
    QSet<QByteArray> hashes;
    int pictures = 0;
    for (const Attempt& attempt : plan.attempts) {
        if (!attempt.hasPicture)
            continue;
        const QImage image = drawContent(attempt.shown, attempt.seeds, {128, 128});
        const QByteArrayView pixels(image.constBits(), image.sizeInBytes());
        hashes.insert(QCryptographicHash::hash(pixels.toByteArray(), QCryptographicHash::Sha256));
        ++pictures;
    }
    QVERIFY(pictures >= 300);
    QCOMPARE(hashes.size(), pictures);
}

void TestSample::aldertea_carriesInfotext()
{
    QTemporaryDir folder;
    const auto files = writeSample(folder.path(), smallRequest());
    QVERIFY(files);
    const auto pictures = filesBelow(files->picturesFolder + u"/aldertea"_qs);
    QVERIFY(!pictures.isEmpty());
    for (const QByteArray& png : pictures) {
        const auto texts = textChunks(png);
        QCOMPARE(texts.keys(), QList<QByteArray>{"parameters"});
        const QByteArray text = texts.value("parameters").data;
        QVERIFY(text.contains("\nNegative prompt: "));
        const QByteArray last = text.mid(text.lastIndexOf('\n') + 1);
        QVERIFY(
            last.startsWith("Steps: 28, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 6.5, Seed: "));
        QVERIFY(last.contains(", Size: 48x48, Model hash: "));
        QVERIFY(last.contains(", Model: aurel-3, Version: v1.10.1") ||
                last.contains(", Model: aurel-2, Version"));
    }
}

void TestSample::birchline_carriesTheGraphs()
{
    QTemporaryDir folder;
    const auto files = writeSample(folder.path(), smallRequest());
    QVERIFY(files);
    const auto pictures = filesBelow(files->picturesFolder + u"/birchline"_qs);
    QVERIFY(!pictures.isEmpty());
    for (const QByteArray& png : pictures) {
        const auto texts = textChunks(png);
        QCOMPARE(texts.keys(), (QList<QByteArray>{"prompt", "workflow"}));
        for (const TextChunk& text : texts) {
            QCOMPARE(text.type, QByteArray("tEXt"));
            QVERIFY(std::all_of(text.data.begin(), text.data.end(),
                                [](char c) { return c >= 0x20 && c < 0x7F; }));
        }
        const QJsonObject graph = QJsonDocument::fromJson(texts.value("prompt").data).object();
        const QJsonObject positive = graph.value(u"6").toObject().value(u"inputs").toObject();
        QVERIFY(positive.value(u"text").toString().size() > 30);
        QCOMPARE(graph.value(u"3").toObject().value(u"class_type").toString(), u"KSampler"_qs);
        QVERIFY(QJsonDocument::fromJson(texts.value("workflow").data).isObject());
    }
}

void TestSample::textBeyondLatin1_isUtf8()
{
    QImage pixel(1, 1, QImage::Format_RGB32);
    pixel.fill(Qt::red);
    QTemporaryDir folder;
    QVERIFY(pixel.save(folder.filePath(u"p.png"_qs)));
    const QByteArray png = withTexts(bytesOf(folder.filePath(u"p.png"_qs)),
                                     {{u"latin"_qs, u"caf\u00e9"_qs}, {u"wide"_qs, u"\u0192/2.8"_qs}});
    const auto texts = textChunks(png);
    QCOMPARE(texts.value("latin").type, QByteArray("tEXt"));
    QCOMPARE(texts.value("latin").data, QByteArray("caf\xE9"));
    QCOMPARE(texts.value("wide").type, QByteArray("iTXt"));
    QCOMPARE(texts.value("wide").data, QByteArray("\0\0\0\0", 4) + "\xC6\x92/2.8");
    // An independent reader takes the chunks, so their check sums are right.
    QImage back;
    QVERIFY(back.loadFromData(png));
    QCOMPARE(back.text(u"latin"_qs), u"caf\u00e9"_qs);
    QCOMPARE(back.text(u"wide"_qs), u"\u0192/2.8"_qs);
}

void TestSample::folderWithOtherContent_isRefused_data()
{
    QTest::addColumn<QString>("present");
    QTest::newRow("another history") << u"history.jsonl"_qs;
    QTest::newRow("other pictures") << u"pictures/holiday.png"_qs;
}

void TestSample::folderWithOtherContent_isRefused()
{
    QFETCH(QString, present);
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"pictures"_qs));
    QFile file(folder.filePath(present));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    const auto files = writeSample(folder.path(), smallRequest());
    QVERIFY(!files);
    QVERIFY(files.error().kind == ErrorKind::Invalid);
    QCOMPARE(filesBelow(folder.path()).keys(), QStringList{present});
    QCOMPARE(bytesOf(file.fileName()), QByteArray("mine"));
}

void TestSample::folderThatCannotBeMade_isAnError()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"taken"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto files = writeSample(file.fileName(), smallRequest());
    QVERIFY(!files);
    QVERIFY(files.error().subject.startsWith(file.fileName()));
}

void TestSample::progress_countsUpAndStops()
{
    QTemporaryDir folder;
    QList<int> seen;
    const auto all = writeSample(folder.path(), smallRequest(), [&seen](int done, int total) {
        seen.append(done);
        return done <= total;
    });
    QVERIFY(all);
    QCOMPARE(seen.size(), all->pictures + 1);
    QCOMPARE(seen.last(), all->pictures + 1);
    QVERIFY(std::is_sorted(seen.begin(), seen.end()));

    QTemporaryDir other;
    const auto stopped = writeSample(other.path(), smallRequest(), [](int done, int) { return done < 2; });
    QVERIFY(!stopped);
    QVERIFY(stopped.error().kind == ErrorKind::Cancelled);
    QVERIFY(writeSample(other.path(), smallRequest()));
}

QTEST_GUILESS_MAIN(TestSample)
#include "tst_sample.moc"
