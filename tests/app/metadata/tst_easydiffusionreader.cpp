// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/metadata/files.h"
#include "tests/app/metadata/reading.h"

#include <QJsonArray>
#include <QTest>

using namespace assay;
using namespace assay::files;
using namespace Qt::StringLiterals;

class TestEasyDiffusionReader : public QObject
{
    Q_OBJECT

private slots:
    void settings_areReadInEveryShape_data();
    void settings_areReadInEveryShape();
    void otherTexts_areNotTaken();
};

void TestEasyDiffusionReader::settings_areReadInEveryShape_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("a PNG text each") << png(
        tEXt("prompt", "a cat") + tEXt("negative_prompt", "blurry") + tEXt("seed", "3977402139") +
        tEXt("use_stable_diffusion_model", R"(C:\EasyDiffusion\models\sd-v1-5.ckpt)") +
        tEXt("num_inference_steps", "25") + tEXt("guidance_scale", "7.5") + tEXt("sampler_name", "euler_a") +
        tEXt("width", "768") + tEXt("height", "512") + tEXt("use_vae_model", "None") +
        tEXt("use_lora_model", "styles/ink") + tEXt("lora_alpha", "0.5"));
    QTest::newRow("the labels people see")
        << png(tEXt("Prompt", "a cat") + tEXt("Negative Prompt", "blurry") + tEXt("Seed", "3977402139") +
               tEXt("Stable Diffusion model", "models/sd-v1-5.ckpt") + tEXt("Steps", "25") +
               tEXt("Guidance Scale", "7.5") + tEXt("Sampler", "euler_a") + tEXt("Width", "768") +
               tEXt("Height", "512") + tEXt("LoRA model", "ink") + tEXt("LoRA Strength", "0.5"));
    const QString json = uR"({"prompt":"a cat","negative_prompt":"blurry","seed":3977402139,
"use_stable_diffusion_model":"sd-v1-5.ckpt","num_inference_steps":25,"guidance_scale":7.5,"sampler_name":"euler_a",
"width":768,"height":512,"use_lora_model":["ink"],"lora_alpha":[0.5]})"_s;
    QTest::newRow("JSON in JPEG") << jpeg(
        exifSegment(tiff({userComment(json, ByteOrder::Big)}, ByteOrder::Big)));
}

void TestEasyDiffusionReader::settings_areReadInEveryShape()
{
    QFETCH(QByteArray, file);
    const Result<FileMetadata> metadata = metadataOf(file);
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, u"Easy Diffusion"_s);
    QCOMPARE(metadata->prompt, u"a cat"_s);
    QCOMPARE(metadata->negative, u"blurry"_s);
    QCOMPARE(metadata->model, u"sd-v1-5.ckpt"_s);
    const QJsonObject expected{
        {u"seed"_s, u"3977402139"_s},
        {u"steps"_s, 25},
        {u"cfg"_s, 7.5},
        {u"sampler"_s, u"euler_a"_s},
        {u"size"_s, u"768x512"_s},
        {u"loras"_s, QJsonArray{QJsonObject{{u"name"_s, u"ink"_s}, {u"weight"_s, 0.5}}}},
    };
    QCOMPARE(metadata->settings, expected);
}

void TestEasyDiffusionReader::otherTexts_areNotTaken()
{
    const Result<FileMetadata> metadata = metadataOf(png(tEXt("Prompt", "a cat") + tEXt("Seed", "1")));
    QVERIFY(metadata);
    QVERIFY(!metadata->generator && !metadata->prompt);
}

QTEST_GUILESS_MAIN(TestEasyDiffusionReader)
#include "tst_easydiffusionreader.moc"
