// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/metadata/files.h"
#include "tests/app/metadata/reading.h"

#include <QJsonArray>
#include <QTest>

using namespace assay;
using namespace assay::files;
using namespace Qt::StringLiterals;

class TestImaginAiryReader : public QObject
{
    Q_OBJECT

private slots:
    void comment_isReadInBothShapes_data();
    void comment_isReadInBothShapes();
    void impossiblePrompts_areUnknown();
};

void TestImaginAiryReader::comment_isReadInBothShapes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<std::optional<QString>>("model");
    QTest::newRow("older")
        << QByteArray(
               R"({"prompt":{"software":"imaginairy","prompts":[[1,"a cat"]],"prompt_strength":7.5,"seed":0,"steps":40,
"height":512,"width":768,"sampler_type":"plms"}})")
        << std::optional<QString>();
    QTest::newRow("newer")
        << QByteArray(
               R"({"prompt":{"prompt":[{"text":"a cat","weight":1}],"negative_prompt":[{"text":"blurry","weight":1}],
"prompt_strength":7.5,"seed":0,"steps":40,"size":[768,512],"solver_type":"plms",
"model_weights":{"name":"Stable Diffusion XL","aliases":["sdxl"]}}})")
        << std::optional(u"Stable Diffusion XL"_s);
}

void TestImaginAiryReader::comment_isReadInBothShapes()
{
    QFETCH(QByteArray, json);
    QFETCH(std::optional<QString>, model);
    const ExifEntry entry{0x9286, 7, json};
    const Result<FileMetadata> metadata = metadataOf(jpeg(exifSegment(tiff({entry}, ByteOrder::Little))));
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, u"imaginAIry"_s);
    QCOMPARE(metadata->prompt, u"a cat"_s);
    QCOMPARE(metadata->model, model);
    QCOMPARE(metadata->settings.value("seed"_L1).toString(), u"0"_s);
    QCOMPARE(metadata->settings.value("size"_L1).toString(), u"768x512"_s);
    QCOMPARE(metadata->settings.value("cfg"_L1).toDouble(), 7.5);
    QCOMPARE(metadata->settings.value("sampler"_L1).toString(), u"plms"_s);
}

void TestImaginAiryReader::impossiblePrompts_areUnknown()
{
    const QByteArray json =
        R"({"prompt":{"prompts":[[1],{},7],"prompt_strength":7.5,"sampler_type":"plms"}})";
    const Result<FileMetadata> metadata =
        metadataOf(jpeg(exifSegment(tiff({{0x9286, 7, json}}, ByteOrder::Little))));
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, u"imaginAIry"_s);
    QVERIFY(!metadata->prompt && !metadata->model);
}

QTEST_GUILESS_MAIN(TestImaginAiryReader)
#include "tst_imaginairyreader.moc"
