// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/metadata/files.h"
#include "tests/app/metadata/reading.h"

#include <QJsonArray>
#include <QTest>

using namespace assay;
using namespace assay::files;
using namespace Qt::StringLiterals;

class TestMetaHubReader : public QObject
{
    Q_OBJECT

private slots:
    void object_isRead();
    void brokenObject_leavesTheGraph();
};

void TestMetaHubReader::object_isRead()
{
    const QByteArray object =
        R"({"generator":"ComfyUI","metadata_sources":{"positive":"detected","cfg":"default"},"prompt":"a cat",
"negativePrompt":"blurry","seed":42,"steps":20,"cfg":8.0,"sampler_name":"euler","scheduler":"normal",
"model":"wai.safetensors","model_hash":"45a2","vae":"","width":1024,"height":1024,
"loras":[{"name":"ink","weight":0.8}],"analytics":{"generation_time_ms":4321.4,"gpu_device":"RTX"},
"imh_pro":{"notes":""},"workflow":{"nodes":[]},"prompt_api":{}})";
    const Result<FileMetadata> metadata =
        metadataOf(png(tEXt("workflow", "{}") + iTXt("imagemetahub_data", object, Compression::Zlib)));
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, u"ComfyUI"_s);
    QCOMPARE(metadata->prompt, u"a cat"_s);
    QCOMPARE(metadata->negative, u"blurry"_s);
    QCOMPARE(metadata->model, u"wai.safetensors"_s);
    QCOMPARE(metadata->latency, std::chrono::milliseconds(4321));
    QCOMPARE(metadata->settings.value("seed"_L1).toString(), u"42"_s);
    QCOMPARE(metadata->settings.value("size"_L1).toString(), u"1024x1024"_s);
    QCOMPARE(metadata->settings.value("loras"_L1).toArray().size(), 1);
    QVERIFY(!metadata->settings.contains("vae"_L1));
    QVERIFY(!metadata->settings.contains("cfg"_L1)); // a default of the node, not of the image
}

void TestMetaHubReader::brokenObject_leavesTheGraph()
{
    const QByteArray graph = R"({"1":{"class_type":"CLIPTextEncode","inputs":{"text":"a dog"}},
"2":{"class_type":"KSampler","inputs":{"positive":["1",0],"seed":7,"steps":3,"cfg":1,"sampler_name":"x"}}})";
    const Result<FileMetadata> metadata =
        metadataOf(png(tEXt("imagemetahub_data", "{\"prompt\":") + tEXt("prompt", graph)));
    QVERIFY(metadata);
    QCOMPARE(metadata->prompt, u"a dog"_s);
}

QTEST_GUILESS_MAIN(TestMetaHubReader)
#include "tst_metahubreader.moc"
