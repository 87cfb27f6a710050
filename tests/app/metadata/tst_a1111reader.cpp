// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/metadata/files.h"
#include "tests/app/metadata/reading.h"

#include <QJsonArray>
#include <QTest>

using namespace assay;
using namespace assay::files;
using namespace Qt::StringLiterals;

class TestA1111Reader : public QObject
{
    Q_OBJECT

private slots:
    void file_isReadInEveryContainer_data();
    void file_isReadInEveryContainer();
    void version_namesTheProgram_data();
    void version_namesTheProgram();
    void settings_areNormalised();
    void seed_isExactUpTo64Bits_data();
    void seed_isExactUpTo64Bits();
    void civitai_namesModelTimeAndLoras();
    void model_isWhatTheFileCallsIt_data();
    void model_isWhatTheFileCallsIt();
    void aestheticScore_isAScore_data();
    void aestheticScore_isAScore();
    void textBesideAGraph_goesFirst();
    void cameraComment_isNoPrompt();
    void parametersWithoutSettings_areThePrompt();
};

void TestA1111Reader::file_isReadInEveryContainer_data()
{
    QTest::addColumn<QByteArray>("file");
    const QString text =
        u"a cat\nNegative prompt: blurry\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 42, "
        "Size: 512x768, Model hash: 45a2, Model: wai, Version: v1.10.1"_s;
    const QByteArray exif = tiff({userComment(text, ByteOrder::Big)}, ByteOrder::Big);
    QTest::newRow("PNG") << png(tEXt("parameters", text.toUtf8()));
    QTest::newRow("PNG after the image") << png({}, zTXt("parameters", text.toUtf8()));
    QTest::newRow("JPEG") << jpeg(exifSegment(exif));
    QTest::newRow("WebP") << webp(riffChunk("EXIF", exif));
}

void TestA1111Reader::file_isReadInEveryContainer()
{
    QFETCH(QByteArray, file);
    const Result<FileMetadata> metadata = metadataOf(file);
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, u"Automatic1111"_s);
    QCOMPARE(metadata->prompt, u"a cat"_s);
    QCOMPARE(metadata->negative, u"blurry"_s);
    QCOMPARE(metadata->model, u"wai"_s);
    QCOMPARE(metadata->settings.value("seed"_L1).toString(), u"42"_s);
    QVERIFY(!metadata->rawText.isEmpty());
    QCOMPARE(metadata->problems, QStringList());
    QCOMPARE(metadataOf(file)->rawText, metadata->rawText);
}

void TestA1111Reader::version_namesTheProgram_data()
{
    QTest::addColumn<QString>("tail");
    QTest::addColumn<std::optional<QString>>("generator");
    const auto row = [](const char* tail, std::optional<QString> generator) {
        QTest::newRow(tail) << QString::fromLatin1(tail) << generator;
    };
    row("Version: v1.9.4", u"Automatic1111"_s);
    row("Model: m", u"Automatic1111"_s);
    row("Version: f2.0.1v1.10.1", u"Forge"_s);
    row("Version: f1.0.0v2-v1.10.1RC", u"reForge"_s);
    row("Version: f1.3.0-v1.10", u"EasyReforge"_s);
    row("Version: classic", u"Forge Classic"_s);
    row("Version: neo", u"Forge Neo"_s);
    row("App: SD.Next, Version: f324b7c", u"SD.Next"_s);
    row("Version: stable-diffusion.cpp", u"stable-diffusion.cpp"_s);
    row("Version: ComfyUI", u"ComfyUI"_s);
    row("ADetailer Version: 23.1, Version: v1.9", u"Automatic1111"_s);
    row("Civitai resources: [], Civitai metadata: {}", u"Civitai"_s);
    row("Version: something else", std::nullopt);
}

void TestA1111Reader::version_namesTheProgram()
{
    QFETCH(QString, tail);
    QFETCH(std::optional<QString>, generator);
    const QString text = u"a\nSteps: 1, Sampler: x, Seed: 2, "_s + tail;
    const Result<FileMetadata> metadata = metadataOf(png(tEXt("parameters", text.toUtf8())));
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, generator);
}

void TestA1111Reader::settings_areNormalised()
{
    const QByteArray text =
        "a <lora:detail:0.8>\nSteps: 28, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 6.5, "
        "Seed: 7, Size: 512x768, Model hash: 45a2, Clip skip: 2, Denoising strength: 0.3, "
        "Lora hashes: \"detail: 45b5, other: 99\", Hires steps: 10";
    const Result<FileMetadata> metadata = metadataOf(png(tEXt("parameters", text)));
    QVERIFY(metadata);
    const QJsonObject expected{
        {u"steps"_s, 28},
        {u"cfg"_s, 6.5},
        {u"sampler"_s, u"DPM++ 2M"_s},
        {u"scheduler"_s, u"Karras"_s},
        {u"seed"_s, u"7"_s},
        {u"size"_s, u"512x768"_s},
        {u"modelHash"_s, u"45a2"_s},
        {u"clipSkip"_s, 2},
        {u"denoise"_s, 0.3},
        {u"loras"_s,
         QJsonArray{QJsonObject{{u"name"_s, u"detail"_s}, {u"hash"_s, u"45b5"_s}, {u"weight"_s, 0.8}},
                    QJsonObject{{u"name"_s, u"other"_s}, {u"hash"_s, u"99"_s}}}},
        {u"other"_s, QJsonObject{{u"Hires steps"_s, u"10"_s}}},
    };
    QCOMPARE(metadata->settings, expected);
}

void TestA1111Reader::seed_isExactUpTo64Bits_data()
{
    QTest::addColumn<QString>("seed");
    QTest::addColumn<QJsonValue>("read");
    QTest::newRow("largest") << u"18446744073709551615"_s << QJsonValue(u"18446744073709551615"_s);
    QTest::newRow("beyond double") << u"9007199254740993"_s << QJsonValue(u"9007199254740993"_s);
    QTest::newRow("zero") << u"0"_s << QJsonValue(u"0"_s);
    QTest::newRow("random is unknown") << u"-1"_s << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("too large") << u"18446744073709551616"_s << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("no number") << u"lucky"_s << QJsonValue(QJsonValue::Undefined);
}

void TestA1111Reader::seed_isExactUpTo64Bits()
{
    QFETCH(QString, seed);
    QFETCH(QJsonValue, read);
    const QString text = u"a\nSteps: 1, Sampler: x, Seed: %1, CFG scale: 3"_s.arg(seed);
    const Result<FileMetadata> metadata = metadataOf(png(tEXt("parameters", text.toUtf8())));
    QVERIFY(metadata);
    QCOMPARE(metadata->settings.value("seed"_L1), read);
    QCOMPARE(metadata->settings.value("cfg"_L1).toDouble(), 3.0); // the others don't suffer
}

void TestA1111Reader::civitai_namesModelTimeAndLoras()
{
    const QByteArray text = R"(a cat
Negative prompt: no
Steps: 25, Sampler: Euler a, CFG scale: 5, Seed: 1, Size: 64x64, Created Date: 2026-01-04T01:27:21.2717070Z, Civitai resources: [{"type":"lora","weight":0.4,"modelName":"Fine, art"},{"type":"checkpoint","modelName":"WAI","modelVersionName":"v16.0"}], Civitai metadata: {})";
    const Result<FileMetadata> metadata = metadataOf(png(tEXt("parameters", text)));
    QVERIFY(metadata);
    QCOMPARE(metadata->model, u"WAI v16.0"_s);
    QCOMPARE(metadata->createdAt, parseRfc3339(u"2026-01-04T01:27:21.271Z"));
    const QJsonArray loras = metadata->settings.value("loras"_L1).toArray();
    QCOMPARE(loras, (QJsonArray{QJsonObject{{u"name"_s, u"Fine, art"_s}, {u"weight"_s, 0.4}}}));
}

void TestA1111Reader::model_isWhatTheFileCallsIt_data()
{
    QTest::addColumn<QByteArray>("tail");
    QTest::addColumn<std::optional<QString>>("model");
    QTest::newRow("name") << QByteArray("Model hash: 1, Model: wai") << std::optional(u"wai"_s);
    QTest::newRow("hash alone") << QByteArray("Model hash: 7460a6fa") << std::optional(u"7460a6fa"_s);
    QTest::newRow("Unet") << QByteArray("Model: , Unet: z.safetensors") << std::optional(u"z.safetensors"_s);
    QTest::newRow("said to be empty") << QByteArray("Model: , VAE: v") << std::optional(QString());
    QTest::newRow("not said") << QByteArray("VAE: v") << std::optional<QString>();
}

void TestA1111Reader::model_isWhatTheFileCallsIt()
{
    QFETCH(QByteArray, tail);
    QFETCH(std::optional<QString>, model);
    const Result<FileMetadata> metadata =
        metadataOf(png(tEXt("parameters", QByteArray("a\nSteps: 1, Sampler: x, Seed: 2, " + tail))));
    QVERIFY(metadata);
    QCOMPARE(metadata->model, model);
}

void TestA1111Reader::aestheticScore_isAScore_data()
{
    QTest::addColumn<QByteArray>("chunks");
    QTest::addColumn<double>("score"); // 0: none
    const QByteArray settings = "a\nSteps: 1, Sampler: x, Seed: 2";
    QTest::newRow("a chunk of its own")
        << tEXt("parameters", settings) + tEXt("aesthetic_score", "6.7") << 6.7;
    QTest::newRow("its short name") << tEXt("parameters", settings) + tEXt("Score", "5") << 5.0;
    QTest::newRow("a setting") << tEXt("parameters", settings + ", aesthetic_score: 6.7") << 6.7;
    QTest::newRow("no number") << tEXt("parameters", settings + ", Score: good") << 0.0;
    QTest::newRow("none") << tEXt("parameters", settings) << 0.0;
}

void TestA1111Reader::aestheticScore_isAScore()
{
    QFETCH(QByteArray, chunks);
    QFETCH(double, score);
    const Result<FileMetadata> metadata = metadataOf(png(chunks));
    QVERIFY(metadata);
    QCOMPARE(metadata->scores.contains(u"aesthetic"_s), score > 0);
    QCOMPARE(metadata->scores.value(u"aesthetic"_s), score);
}

void TestA1111Reader::textBesideAGraph_goesFirst()
{
    const QByteArray graph = R"({"1":{"class_type":"KSampler","inputs":{}}})";
    const Result<FileMetadata> metadata = metadataOf(
        png(tEXt("prompt", graph) + tEXt("parameters", "final text\nSteps: 1, Sampler: x, Seed: 2")));
    QVERIFY(metadata);
    QCOMPARE(metadata->prompt, u"final text"_s);
    QCOMPARE(metadata->generator, u"ComfyUI"_s);
    QVERIFY(metadata->rawText.contains("KSampler"_L1)); // the graph is kept
}

void TestA1111Reader::cameraComment_isNoPrompt()
{
    const QString comment = u"Taken: here, Lens: 50 mm, Light: low"_s;
    const Result<FileMetadata> metadata =
        metadataOf(jpeg(exifSegment(tiff({userComment(comment, ByteOrder::Big)}, ByteOrder::Big))));
    QVERIFY(metadata);
    QVERIFY(!metadata->generator);
    QVERIFY(!metadata->prompt);
    QVERIFY(metadata->settings.isEmpty());
}

void TestA1111Reader::parametersWithoutSettings_areThePrompt()
{
    const Result<FileMetadata> metadata = metadataOf(png(tEXt("parameters", "a cat")));
    QVERIFY(metadata);
    QCOMPARE(metadata->prompt, u"a cat"_s);
    QVERIFY(!metadata->generator);
    QCOMPARE(metadata->problems.size(), 1);
}

QTEST_GUILESS_MAIN(TestA1111Reader)
#include "tst_a1111reader.moc"
