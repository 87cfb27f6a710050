// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/metadata/files.h"
#include "tests/app/metadata/reading.h"

#include <QJsonArray>
#include <QTest>

using namespace assay;
using namespace assay::files;
using namespace Qt::StringLiterals;

class TestNovelAiReader : public QObject
{
    Q_OBJECT

private slots:
    void png_isReadFromItsTexts();
    void webp_isReadFromItsComment();
    void version4_prefersTheBaseCaption();
    void brokenComment_keepsTheDescription();
    void otherSoftware_isNotTaken();
};

void TestNovelAiReader::png_isReadFromItsTexts()
{
    const Result<FileMetadata> metadata = metadataOf(png(
        tEXt("Title", "AI generated image") + tEXt("Description", "a cat") + tEXt("Software", "NovelAI") +
        tEXt("Source", "NovelAI Diffusion V4.5 4BDE2A90") +
        tEXt(
            "Comment",
            R"({"uc":"blurry","steps":28,"scale":10.0,"seed":2253955223,"sampler":"k_euler","width":64,"height":32,"sm":true})")));
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, u"NovelAI"_s);
    QCOMPARE(metadata->prompt, u"a cat"_s);
    QCOMPARE(metadata->negative, u"blurry"_s);
    QCOMPARE(metadata->model, u"NovelAI Diffusion V4.5 4BDE2A90"_s);
    const QJsonObject expected{
        {u"seed"_s, u"2253955223"_s}, {u"steps"_s, 28},        {u"cfg"_s, 10},
        {u"sampler"_s, u"k_euler"_s}, {u"size"_s, u"64x32"_s}, {u"other"_s, QJsonObject{{u"sm"_s, true}}}};
    QCOMPARE(metadata->settings, expected);
}

void TestNovelAiReader::webp_isReadFromItsComment()
{
    const QByteArray text =
        R"({"Comment":"{\"prompt\":\"a cat\",\"seed\":5}","Description":"a","Software":"NovelAI","Source":"V4"})";
    const QByteArray exif = tiff({{0x9286, 7, QByteArray("ASCII\0\0\0", 8) + text}}, ByteOrder::Big);
    const Result<FileMetadata> metadata = metadataOf(webp(riffChunk("EXIF", exif)));
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, u"NovelAI"_s);
    QCOMPARE(metadata->prompt, u"a cat"_s);
    QCOMPARE(metadata->model, u"V4"_s);
    QCOMPARE(metadata->settings.value("seed"_L1).toString(), u"5"_s);
}

void TestNovelAiReader::version4_prefersTheBaseCaption()
{
    const Result<FileMetadata> metadata = metadataOf(png(
        tEXt("Software", "NovelAI") +
        tEXt(
            "Comment",
            R"({"prompt":"old","uc":"old no","v4_prompt":{"caption":{"base_caption":"new","char_captions":[]}},
"v4_negative_prompt":{"caption":{"base_caption":"new no"}}})")));
    QVERIFY(metadata);
    QCOMPARE(metadata->prompt, u"new"_s);
    QCOMPARE(metadata->negative, u"new no"_s);
    QVERIFY(!metadata->model);
}

void TestNovelAiReader::brokenComment_keepsTheDescription()
{
    const Result<FileMetadata> metadata = metadataOf(
        png(tEXt("Software", "NovelAI") + tEXt("Description", "a cat") + tEXt("Comment", "{\"seed\":")));
    QVERIFY(metadata);
    QCOMPARE(metadata->prompt, u"a cat"_s);
    QCOMPARE(metadata->problems.size(), 1);
}

void TestNovelAiReader::otherSoftware_isNotTaken()
{
    const Result<FileMetadata> metadata =
        metadataOf(png(tEXt("Software", "Editor 3") + tEXt("Description", "a cat") + tEXt("Comment", "{}")));
    QVERIFY(metadata);
    QVERIFY(!metadata->generator && !metadata->prompt);
}

QTEST_GUILESS_MAIN(TestNovelAiReader)
#include "tst_novelaireader.moc"
