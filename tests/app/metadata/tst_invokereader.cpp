// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/metadata/files.h"
#include "tests/app/metadata/reading.h"

#include <QJsonArray>
#include <QTest>

using namespace assay;
using namespace assay::files;
using namespace Qt::StringLiterals;

class TestInvokeReader : public QObject
{
    Q_OBJECT

private slots:
    void everyGeneration_isRead_data();
    void everyGeneration_isRead();
    void missingNegative_isUnknown();
    void loras_areListed();
    void brokenMetadata_isSaid();
    void dreamDashes_stayInThePrompt();
    void sdMetadata_withImageList_isRead();
};

void TestInvokeReader::everyGeneration_isRead_data()
{
    QTest::addColumn<QByteArray>("chunk");
    QTest::addColumn<std::optional<QString>>("model");
    QTest::newRow("3 and later")
        << tEXt("invokeai_metadata",
                R"({"generation_mode":"flux_txt2img","positive_prompt":"a cat","negative_prompt":"blurry",
"width":512,"height":768,"seed":4294967295,"cfg_scale":7.5,"steps":30,"scheduler":"euler",
"model":{"key":"k","hash":"h","name":"juggernaut","base":"sdxl","type":"main"},"app_version":"6.10.0"})")
        << std::optional(u"juggernaut"_s);
    QTest::newRow("early 3")
        << tEXt("invokeai_metadata",
                R"({"positive_prompt":"a cat","negative_prompt":"blurry","width":512,"height":768,
"seed":4294967295,"cfg_scale":7.5,"steps":30,"model":{"model_name":"sd-1","base_model":"sd-1"}})")
        << std::optional(u"sd-1"_s);
    QTest::newRow("2") << tEXt(
                              "sd-metadata",
                              R"({"model_weights":"sd-1.5","model_hash":"fe4e","app_version":"2.3.0","image":{
"prompt":[{"prompt":"a cat [blurry]","weight":1.0}],"steps":30,"cfg_scale":7.5,"seed":4294967295,"width":512,"height":768,
"sampler":"k_euler"}})")
                       << std::optional(u"sd-1.5"_s);
    QTest::newRow("1") << tEXt("Dream",
                               "\"a cat [blurry]\" -s 30 -S 4294967295 -W 512 -H 768 -C 7.5 -A k_lms")
                       << std::optional<QString>();
}

void TestInvokeReader::everyGeneration_isRead()
{
    QFETCH(QByteArray, chunk);
    QFETCH(std::optional<QString>, model);
    const Result<FileMetadata> metadata = metadataOf(png(chunk));
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, u"InvokeAI"_s);
    QCOMPARE(metadata->prompt, u"a cat"_s);
    QCOMPARE(metadata->negative, u"blurry"_s);
    QCOMPARE(metadata->model, model);
    QCOMPARE(metadata->settings.value("seed"_L1).toString(), u"4294967295"_s);
    QCOMPARE(metadata->settings.value("steps"_L1).toInt(), 30);
    QCOMPARE(metadata->settings.value("cfg"_L1).toDouble(), 7.5);
    QCOMPARE(metadata->settings.value("size"_L1).toString(), u"512x768"_s);
}

void TestInvokeReader::missingNegative_isUnknown()
{
    const Result<FileMetadata> metadata =
        metadataOf(png(tEXt("invokeai_metadata", R"({"positive_prompt":"","steps":4})")));
    QVERIFY(metadata && metadata->prompt);
    QVERIFY(metadata->prompt->isEmpty());
    QVERIFY(!metadata->negative);
    QVERIFY(!metadata->model);
    QVERIFY(!metadata->settings.contains("seed"_L1));
}

void TestInvokeReader::loras_areListed()
{
    const Result<FileMetadata> metadata = metadataOf(png(tEXt(
        "invokeai_metadata",
        R"({"loras":[{"model":{"name":"new"},"weight":0.5},{"lora":{"model_name":"old"},"weight":1}],"strength":0.7})")));
    QVERIFY(metadata);
    QCOMPARE(metadata->settings.value("loras"_L1).toArray(),
             (QJsonArray{QJsonObject{{u"name"_s, u"new"_s}, {u"weight"_s, 0.5}},
                         QJsonObject{{u"name"_s, u"old"_s}, {u"weight"_s, 1}}}));
    QCOMPARE(metadata->settings.value("denoise"_L1).toDouble(), 0.7);
}

void TestInvokeReader::brokenMetadata_isSaid()
{
    const Result<FileMetadata> metadata =
        metadataOf(png(tEXt("invokeai_metadata", R"({"positive_prompt":"a)")));
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, u"InvokeAI"_s);
    QVERIFY(!metadata->prompt);
    QCOMPARE(metadata->problems.size(), 1);
}

void TestInvokeReader::dreamDashes_stayInThePrompt()
{
    const Result<FileMetadata> metadata =
        metadataOf(png(tEXt("Dream", "a -very old- cat -s tyle of x, no -S seed here -s 30 -S 5")));
    QVERIFY(metadata);
    QCOMPARE(metadata->prompt, u"a -very old- cat -s tyle of x, no -S seed here"_s);
    QCOMPARE(metadata->settings.value("seed"_L1).toString(), u"5"_s);
}

void TestInvokeReader::sdMetadata_withImageList_isRead()
{
    const Result<FileMetadata> metadata = metadataOf(
        png(tEXt("sd-metadata",
                 R"({"model_id":"sd-1.4","images":[{"prompt":"one","seed":7},{"prompt":"two","seed":8}]})")));
    QVERIFY(metadata);
    QCOMPARE(metadata->prompt, u"one"_s);
    QCOMPARE(metadata->model, u"sd-1.4"_s);
    QCOMPARE(metadata->settings.value("seed"_L1).toString(), u"7"_s);
}

QTEST_GUILESS_MAIN(TestInvokeReader)
#include "tst_invokereader.moc"
