// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/metadata/files.h"
#include "tests/app/metadata/reading.h"

#include <QJsonArray>
#include <QTest>

using namespace assay;
using namespace assay::files;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kGraph =
    R"("9":{"class_type":"KSampler","inputs":{"seed":3036459311,"model":["4",0]}},"4":{"class_type":"X","inputs":{"ckpt_name":"urn:air:sdxl"}})";

} // namespace

class TestHostedComfyReader : public QObject
{
    Q_OBJECT

private slots:
    void tensorArt_takesItsSeedFromTheGraph();
    void tensorArt_withoutGraph_hasNoSeed();
    void civitai_takesItsModelFromTheGraph();
};

void TestHostedComfyReader::tensorArt_takesItsSeedFromTheGraph()
{
    const QByteArray data =
        QByteArray(
            R"({"prompt":"a cat","negativePrompt":"no","width":64,"height":32,"steps":25,"cfgScale":7,"seed":"-1",
"baseModel":{"modelFileName":"WAI"}})") +
        QByteArray(1, '\0');
    const Result<FileMetadata> metadata =
        metadataOf(png(tEXt("generation_data", data) + tEXt("prompt", QByteArray("{" + kGraph + "}"))));
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, u"TensorArt"_s);
    QCOMPARE(metadata->prompt, u"a cat"_s);
    QCOMPARE(metadata->negative, u"no"_s);
    QCOMPARE(metadata->model, u"WAI"_s);
    QCOMPARE(metadata->settings.value("seed"_L1).toString(), u"3036459311"_s);
    QCOMPARE(metadata->settings.value("size"_L1).toString(), u"64x32"_s);
}

void TestHostedComfyReader::tensorArt_withoutGraph_hasNoSeed()
{
    const Result<FileMetadata> metadata =
        metadataOf(png(tEXt("generation_data", R"({"prompt":"a","seed":"-1"})")));
    QVERIFY(metadata);
    QVERIFY(!metadata->settings.contains("seed"_L1));
    QVERIFY(!metadata->model);
}

void TestHostedComfyReader::civitai_takesItsModelFromTheGraph()
{
    const QByteArray json =
        "{" + kGraph +
        R"(,"extra":{},"extraMetadata":"{\"prompt\":\"a cat\",\"negativePrompt\":\"no\",\"seed\":7,\"steps\":25}"})";
    const Result<FileMetadata> metadata = metadataOf(
        jpeg(exifSegment(tiff({userComment(QString::fromUtf8(json), ByteOrder::Big)}, ByteOrder::Little))));
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, u"Civitai"_s);
    QCOMPARE(metadata->prompt, u"a cat"_s);
    QCOMPARE(metadata->model, u"urn:air:sdxl"_s);
    QCOMPARE(metadata->settings.value("seed"_L1).toString(), u"7"_s);
}

QTEST_GUILESS_MAIN(TestHostedComfyReader)
#include "tst_hostedcomfyreader.moc"
