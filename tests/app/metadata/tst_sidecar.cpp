// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/sidecar.h"

#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestSidecar : public QObject
{
    Q_OBJECT

private slots:
    void text_isRead_data();
    void text_isRead();
    void otherText_isNoPrompt_data();
    void otherText_isNoPrompt();
    void json_isRead_data();
    void json_isRead();
    void otherJson_isNothing_data();
    void otherJson_isNothing();
};

void TestSidecar::text_isRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("generator");
    QTest::addColumn<std::optional<QString>>("model");
    const std::optional<QString> model(u"sd-v1-5"_s);
    QTest::newRow("Automatic1111")
        << u"a cat,\na hat\nNegative prompt: blurry\nSteps: 20, Sampler: Euler, Seed: 7, Size: 512x768, "
           "Model: sd-v1-5, Version: v1.10.1\n"_s
        << u"Automatic1111"_s << model;
    QTest::newRow("Easy Diffusion")
        << u"Prompt: a cat,\r\na hat\r\nNegative Prompt: blurry\r\nSeed: 7\r\nStable Diffusion model: "
           "C:\\models\\sd-v1-5\r\nSampler: Euler\r\nWidth: 512\r\nHeight: 768\r\nSteps: 20\r\n"_s
        << u"Easy Diffusion"_s << model;
    QTest::newRow("CompVis")
        << u"a cat,\na hat\n\nWidth: 512\nHeight: 768\nSeed: 7\nSteps: 20\nSampler: Euler\n"
           "Negative Prompt: blurry"_s
        << u"CompVis"_s << std::optional<QString>();
}

void TestSidecar::text_isRead()
{
    QFETCH(QString, text);
    QFETCH(QString, generator);
    QFETCH(std::optional<QString>, model);
    const std::optional<FileMetadata> metadata = readTextSidecar(text);
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, generator);
    QCOMPARE(metadata->prompt, u"a cat,\na hat"_s);
    QCOMPARE(metadata->negative, u"blurry"_s);
    QCOMPARE(metadata->model, model);
    QCOMPARE(metadata->settings.value("seed"_L1).toString(), u"7"_s);
    QCOMPARE(metadata->settings.value("steps"_L1).toInt(), 20);
    QCOMPARE(metadata->settings.value("size"_L1).toString(), u"512x768"_s);
    QCOMPARE(metadata->settings.value("sampler"_L1).toString(), u"Euler"_s);
    QVERIFY(metadata->rawText.contains(u"\"sidecar\""_s));
}

void TestSidecar::otherText_isNoPrompt_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("a caption") << u"a photo of a cat, wearing a hat"_s;
    QTest::newRow("notes") << u"Client: Acme, Asset: hero, Due: Friday, Steps: 2"_s;
    QTest::newRow("some labels") << u"Prompt: a cat\nSeed: 7"_s;
    QTest::newRow("JSON") << u"{\"prompt\":\"a cat\"}"_s;
}

void TestSidecar::otherText_isNoPrompt()
{
    QFETCH(QString, text);
    QVERIFY(!readTextSidecar(text));
}

void TestSidecar::json_isRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("generator");
    QTest::newRow("Easy Diffusion")
        << u"{\"prompt\":\"a cat\",\"seed\":7,\"use_stable_diffusion_model\":\"sd\"}"_s
        << u"Easy Diffusion"_s;
    QTest::newRow("Fooocus-MRE")
        << u"{\"prompt\":\"a cat\",\"real_prompt\":[\"a cat\"],\"seed\":7,\"base_model\":\"sd\"}"_s
        << u"Fooocus-MRE"_s;
    QTest::newRow("SwarmUI") << u"{\"sui_image_params\":{\"prompt\":\"a cat\",\"seed\":7,\"model\":\"sd\"}}"_s
                             << u"SwarmUI"_s;
    QTest::newRow("InvokeAI") << u"{\"positive_prompt\":\"a cat\",\"seed\":7,\"model\":{\"name\":\"sd\"}}"_s
                              << u"InvokeAI"_s;
    QTest::newRow("ComfyUI") << u"{\"1\":{\"class_type\":\"CLIPTextEncode\",\"inputs\":{\"text\":\"a "
                                u"cat\"}},\"2\":{\"class_type\":"
                                "\"KSampler\",\"inputs\":{\"positive\":[\"1\",0],\"model\":[\"3\",0],"
                                "\"seed\":7}},\"3\":{\"class_type\":"
                                "\"CheckpointLoaderSimple\",\"inputs\":{\"ckpt_name\":\"sd\"}}}"_s
                             << u"ComfyUI"_s;
}

void TestSidecar::json_isRead()
{
    QFETCH(QString, text);
    QFETCH(QString, generator);
    const std::optional<FileMetadata> metadata = readJsonSidecar(text);
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, generator);
    QCOMPARE(metadata->prompt, u"a cat"_s);
    QCOMPARE(metadata->model, u"sd"_s);
    QCOMPARE(metadata->settings.value("seed"_L1).toString(), u"7"_s);
}

void TestSidecar::otherJson_isNothing_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("cut") << u"{\"prompt\":\"a cat\",\"use_stable_diff"_s;
    QTest::newRow("an array") << u"[1, 2]"_s;
    QTest::newRow("something else") << u"{\"name\":\"package\",\"version\":\"1.0.0\"}"_s;
}

void TestSidecar::otherJson_isNothing()
{
    QFETCH(QString, text);
    QVERIFY(!readJsonSidecar(text));
}

QTEST_GUILESS_MAIN(TestSidecar)
#include "tst_sidecar.moc"
