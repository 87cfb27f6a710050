// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/metadata/files.h"
#include "tests/app/metadata/reading.h"

#include <QJsonArray>
#include <QTest>

using namespace assay;
using namespace assay::files;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kSimple = R"({
"3":{"class_type":"KSampler","inputs":{"seed":42,"steps":20,"cfg":8.0,"sampler_name":"euler","scheduler":"normal",
     "denoise":1.0,"model":["10",0],"positive":["6",0],"negative":["7",0],"latent_image":["5",0]}},
"4":{"class_type":"CheckpointLoaderSimple","inputs":{"ckpt_name":"sd.ckpt"}},
"5":{"class_type":"EmptyLatentImage","inputs":{"width":512,"height":768,"batch_size":1}},
"6":{"class_type":"CLIPTextEncode","inputs":{"text":"a cat","clip":["10",1]}},
"7":{"class_type":"CLIPTextEncode","inputs":{"text":"blurry","clip":["10",1]}},
"8":{"class_type":"VAEDecode","inputs":{"samples":["3",0],"vae":["4",2]}},
"9":{"class_type":"SaveImage","inputs":{"images":["8",0]}},
"10":{"class_type":"LoraLoader","inputs":{"lora_name":"noise","strength_model":0.5,"model":["4",0],"clip":["4",1]}}})";

QByteArray withPrompt(const QByteArray& graph)
{
    return png(tEXt("prompt", graph));
}

/// A sampler "1" whose positive input is ["2", 0], beside these nodes.
QByteArray samplerWith(const QByteArray& nodes)
{
    return withPrompt(
        R"({"1":{"class_type":"KSampler","inputs":{"seed":1,"positive":["2",0],"negative":["3",0]}},)" +
        nodes + "}");
}

} // namespace

class TestComfyReader : public QObject
{
    Q_OBJECT

private slots:
    void graph_isFoundWhereverSaveNodesPutIt_data();
    void graph_isFoundWhereverSaveNodesPutIt();
    void settings_comeFromTheNodes();
    void seed_isExactUpTo64Bits_data();
    void seed_isExactUpTo64Bits();
    void advancedSampler_isReadThroughItsGuider();
    void secondPass_doesNotHideTheFirst();
    void secondPass_addsAPromptOfItsOwn();
    void efficientLoader_givesModelAndSize();
    void text_isFollowedThroughNodes_data();
    void text_isFollowedThroughNodes();
    void circle_ends();
    void forkingGraph_ends();
    void brokenJson_costsNothingElse();
    void workflowAlone_isNotGuessed();
    void severalModelsWithoutChain_areNotGuessed();
    void easyDiffusionPromptText_isNoGraph();
};

void TestComfyReader::graph_isFoundWhereverSaveNodesPutIt_data()
{
    QTest::addColumn<QByteArray>("file");
    const auto exif = [](quint16 tag, const QByteArray& text) -> QByteArray {
        return tiff({{tag, 2, QByteArray(text + '\0')}}, ByteOrder::Little);
    };
    QTest::newRow("PNG tEXt") << withPrompt(kSimple);
    QTest::newRow("PNG iTXt") << png({}, iTXt("prompt", kSimple));
    QTest::newRow("animated PNG") << png({}, pngChunk("comf", QByteArray("prompt") + '\0' + kSimple));
    QTest::newRow("animated WebP, Model") << webp(riffChunk("EXIF", exif(0x0110, "prompt:" + kSimple)));
    QTest::newRow("extended save, Make") << jpeg(exifSegment(exif(0x010f, "Prompt: " + kSimple)));
    QTest::newRow("saveimage-plus") << jpeg(
        exifSegment(exif(0x9286, R"({"workflow":{},"prompt":)" + kSimple + "}")));
}

void TestComfyReader::graph_isFoundWhereverSaveNodesPutIt()
{
    QFETCH(QByteArray, file);
    const Result<FileMetadata> metadata = metadataOf(file);
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, u"ComfyUI"_s);
    QCOMPARE(metadata->prompt, u"a cat"_s);
    QCOMPARE(metadata->negative, u"blurry"_s);
    QCOMPARE(metadata->model, u"sd.ckpt"_s);
}

void TestComfyReader::settings_comeFromTheNodes()
{
    const Result<FileMetadata> metadata = metadataOf(withPrompt(kSimple));
    QVERIFY(metadata);
    const QJsonObject expected{
        {u"seed"_s, u"42"_s},
        {u"steps"_s, 20},
        {u"cfg"_s, 8},
        {u"sampler"_s, u"euler"_s},
        {u"denoise"_s, 1},
        {u"scheduler"_s, u"normal"_s},
        {u"size"_s, u"512x768"_s},
        {u"loras"_s, QJsonArray{QJsonObject{{u"name"_s, u"noise"_s}, {u"weight"_s, 0.5}}}},
    };
    QCOMPARE(metadata->settings, expected);
}

void TestComfyReader::seed_isExactUpTo64Bits_data()
{
    QTest::addColumn<QByteArray>("node");
    QTest::addColumn<QString>("seed");
    QTest::newRow("largest") << QByteArray(R"("seed":18446744073709551615)") << u"18446744073709551615"_s;
    QTest::newRow("beyond double") << QByteArray(R"("noise_seed":9007199254740993)") << u"9007199254740993"_s;
    QTest::newRow("linked") << QByteArray(R"("seed":["5",0])") << u"1125899906842624123"_s;
}

void TestComfyReader::seed_isExactUpTo64Bits()
{
    QFETCH(QByteArray, node);
    QFETCH(QString, seed);
    const QByteArray graph = R"({"1":{"class_type":"KSampler","inputs":{)" + node +
                             R"(}},"5":{"class_type":"CR Seed","inputs":{"seed":1125899906842624123}}})";
    const Result<FileMetadata> metadata = metadataOf(withPrompt(graph));
    QVERIFY(metadata);
    QCOMPARE(metadata->settings.value("seed"_L1).toString(), seed);
}

void TestComfyReader::advancedSampler_isReadThroughItsGuider()
{
    const Result<FileMetadata> metadata = metadataOf(withPrompt(R"({
"1":{"class_type":"SamplerCustomAdvanced","inputs":{"noise":["2",0],"guider":["3",0],"sampler":["4",0],"sigmas":["5",0]}},
"2":{"class_type":"RandomNoise","inputs":{"noise_seed":77}},
"3":{"class_type":"BasicGuider","inputs":{"model":["6",0],"conditioning":["7",0]}},
"4":{"class_type":"KSamplerSelect","inputs":{"sampler_name":"heun"}},
"5":{"class_type":"BasicScheduler","inputs":{"scheduler":"simple","steps":28,"denoise":1.0,"model":["6",0]}},
"6":{"class_type":"UNETLoader","inputs":{"unet_name":"flux.safetensors"}},
"7":{"class_type":"FluxGuidance","inputs":{"guidance":3.5,"conditioning":["8",0]}},
"8":{"class_type":"CLIPTextEncodeFlux","inputs":{"t5xxl":"a ship","clip_l":"a ship"}}})"));
    QVERIFY(metadata);
    QCOMPARE(metadata->prompt, u"a ship"_s);
    QVERIFY(!metadata->negative);
    QCOMPARE(metadata->model, u"flux.safetensors"_s);
    QCOMPARE(metadata->settings.value("seed"_L1).toString(), u"77"_s);
    QCOMPARE(metadata->settings.value("sampler"_L1).toString(), u"heun"_s);
    QCOMPARE(metadata->settings.value("steps"_L1).toInt(), 28);
}

void TestComfyReader::secondPass_doesNotHideTheFirst()
{
    QByteArray graph = kSimple;
    graph.replace(R"("samples":["3",0])", R"("samples":["15",0])");
    graph.chop(1);
    graph +=
        R"(,"15":{"class_type":"KSampler","inputs":{"seed":99,"steps":8,"cfg":4,"sampler_name":"ddim","denoise":0.5,
"positive":["6",0],"negative":["7",0],"model":["4",0],"latent_image":["3",0]}}})";
    const Result<FileMetadata> metadata = metadataOf(withPrompt(graph));
    QVERIFY(metadata);
    QCOMPARE(metadata->settings.value("seed"_L1).toString(), u"42"_s);
    QCOMPARE(metadata->settings.value("steps"_L1).toInt(), 20);
}

void TestComfyReader::secondPass_addsAPromptOfItsOwn()
{
    QByteArray graph = kSimple;
    graph.replace(R"("samples":["3",0])", R"("samples":["15",0])");
    graph.chop(1);
    graph += R"(,"15":{"class_type":"KSampler","inputs":{"seed":99,"steps":8,"cfg":4,"sampler_name":"ddim",
"positive":["16",0],"negative":["7",0],"model":["4",0],"latent_image":["3",0]}},
"16":{"class_type":"CLIPTextEncode","inputs":{"text":"a tail"}},
"20":{"class_type":"KSampler","inputs":{"seed":7,"positive":["21",0],"latent_image":["5",0]}},
"21":{"class_type":"CLIPTextEncode","inputs":{"text":"another image"}},
"22":{"class_type":"SaveImage","inputs":{"images":["20",0]}}})";
    const Result<FileMetadata> metadata = metadataOf(withPrompt(graph));
    QVERIFY(metadata);
    QCOMPARE(metadata->prompt, u"a cat || a tail"_s);
    QCOMPARE(metadata->negative, u"blurry"_s);
    QCOMPARE(metadata->settings.value("seed"_L1).toString(), u"42"_s);
}

void TestComfyReader::efficientLoader_givesModelAndSize()
{
    const Result<FileMetadata> metadata = metadataOf(withPrompt(R"g({
"1":{"class_type":"KSampler (Efficient)","inputs":{"seed":["4",3],"steps":9,"cfg":2.5,"sampler_name":"euler",
     "scheduler":"karras","model":["2",0],"positive":["2",1],"negative":["2",2],"latent_image":["2",3]}},
"2":{"class_type":"Efficient Loader","inputs":{"ckpt_name":"m.safetensors","lora_name":"None","positive":"p",
     "negative":"n","empty_latent_width":640,"empty_latent_height":960}},
"4":{"class_type":"Seed (rgthree)","inputs":{"seed":18446744073709551615}},
"5":{"class_type":"SaveImage","inputs":{"images":["1",5]}}})g"));
    QVERIFY(metadata);
    QCOMPARE(metadata->prompt, u"p"_s);
    QCOMPARE(metadata->negative, u"n"_s);
    QCOMPARE(metadata->model, u"m.safetensors"_s);
    QCOMPARE(metadata->settings.value("seed"_L1).toString(), u"18446744073709551615"_s);
    QCOMPARE(metadata->settings.value("size"_L1).toString(), u"640x960"_s);
    QVERIFY(!metadata->settings.contains("loras"_L1));
}

void TestComfyReader::text_isFollowedThroughNodes_data()
{
    QTest::addColumn<QByteArray>("nodes");
    QTest::addColumn<std::optional<QString>>("prompt");
    const auto row = [](const char* name, const char* nodes, std::optional<QString> prompt) {
        QTest::newRow(name) << QByteArray(nodes) << prompt;
    };
    row("primitive", R"("2":{"class_type":"CLIPTextEncode","inputs":{"text":["4",0]}},
"4":{"class_type":"PrimitiveString","inputs":{"value":"a dog"}})",
        u"a dog"_s);
    row("concatenate", R"("2":{"class_type":"CLIPTextEncode","inputs":{"text":["4",0]}},
"4":{"class_type":"StringConcatenate","inputs":{"string_a":"a","string_b":["5",0],"delimiter":", "}},
"5":{"class_type":"PrimitiveStringMultiline","inputs":{"value":"b"}})",
        u"a, b"_s);
    row("combine",
        R"("2":{"class_type":"ConditioningCombine","inputs":{"conditioning_1":["4",0],"conditioning_2":["5",0]}},
"4":{"class_type":"CLIPTextEncode","inputs":{"text":"a"}},"5":{"class_type":"CLIPTextEncode","inputs":{"text":"b"}})",
        u"a || b"_s);
    row("control net",
        R"("2":{"class_type":"ControlNetApplyAdvanced","inputs":{"positive":["4",0],"negative":["5",0]}},
"4":{"class_type":"CLIPTextEncode","inputs":{"text":"plus"}},"5":{"class_type":"CLIPTextEncode","inputs":{"text":"minus"}})",
        u"plus"_s);
    row("concatenated conditioning",
        R"("2":{"class_type":"ConditioningConcat","inputs":{"conditioning_to":["4",0],"conditioning_from":["5",0]}},
"4":{"class_type":"CLIPTextEncode","inputs":{"text":"to"}},"5":{"class_type":"CLIPTextEncode","inputs":{"text":"from"}})",
        u"from || to"_s);
    row("control nets in a row",
        R"("2":{"class_type":"ControlNetApplyAdvanced","inputs":{"positive":["6",0],"negative":["6",1]}},
"6":{"class_type":"ControlNetApplyAdvanced","inputs":{"positive":["4",0],"negative":["5",0]}},
"4":{"class_type":"CLIPTextEncode","inputs":{"text":"plus"}},"5":{"class_type":"CLIPTextEncode","inputs":{"text":"minus"}})",
        u"plus"_s);
    row("reroute", R"("2":{"class_type":"Reroute","inputs":{"":["4",0]}},
"4":{"class_type":"CLIPTextEncode","inputs":{"text":"round"}})",
        u"round"_s);
    row("loader with both texts",
        R"("2":{"class_type":"Efficient Loader","inputs":{"positive":"yes","negative":"no","ckpt_name":"m"}})",
        u"yes"_s);
    row("cached text",
        R"("2":{"class_type":"CLIPTextEncode","inputs":{"text":["4",0]}},
"4":{"class_type":"ShowText|pysssss","inputs":{"text":["5",0],"text_0":"as shown"}},
"5":{"class_type":"SomeWildcards","inputs":{"seed":3}})",
        u"as shown"_s);
    row("preview", R"("2":{"class_type":"CLIPTextEncode","inputs":{"text":["4",0]}},
"4":{"class_type":"PreviewAny","inputs":{"source":["5",0]}},
"5":{"class_type":"PrimitiveString","inputs":{"value":"seen"}})",
        u"seen"_s);
    row("SDXL", R"("2":{"class_type":"CLIPTextEncodeSDXL","inputs":{"text_g":"all","text_l":"local"}})",
        u"all\nlocal"_s);
    row("switch", R"("2":{"class_type":"CLIPTextEncode","inputs":{"text":["4",0]}},
"4":{"class_type":"ComfySwitchNode","inputs":{"switch":false,"on_true":"yes","on_false":"no"}})",
        u"no"_s);
    row("zeroed out", R"("2":{"class_type":"ConditioningZeroOut","inputs":{"conditioning":["4",0]}},
"4":{"class_type":"CLIPTextEncode","inputs":{"text":"gone"}})",
        QString());
    row("empty", R"("2":{"class_type":"CLIPTextEncode","inputs":{"text":""}})", QString());
    row("written while running", R"("2":{"class_type":"CLIPTextEncode","inputs":{"text":["4",0]}},
"4":{"class_type":"TextGenerate","inputs":{"prompt":"make up a prompt"}})",
        std::nullopt);
    row("link to nowhere", R"("4":{"class_type":"CLIPTextEncode","inputs":{"text":"unused"}})", std::nullopt);
}

void TestComfyReader::text_isFollowedThroughNodes()
{
    QFETCH(QByteArray, nodes);
    QFETCH(std::optional<QString>, prompt);
    const Result<FileMetadata> metadata = metadataOf(samplerWith(nodes));
    QVERIFY(metadata);
    QCOMPARE(metadata->prompt, prompt);
    QCOMPARE(metadata->settings.value("seed"_L1).toString(), u"1"_s); // whatever becomes of the text
    QCOMPARE(metadata->problems.isEmpty(), prompt.has_value());
}

void TestComfyReader::circle_ends()
{
    const Result<FileMetadata> metadata = metadataOf(samplerWith(
        R"("2":{"class_type":"CLIPTextEncode","inputs":{"text":["4",0]}},"4":{"class_type":"Reroute","inputs":{"text":["2",0]}})"));
    QVERIFY(metadata);
    QVERIFY(!metadata->prompt);
    const Result<FileMetadata> seeds = metadataOf(withPrompt(
        R"({"1":{"class_type":"KSampler","inputs":{"seed":["2",0]}},"2":{"class_type":"S","inputs":{"seed":["2",0]}}})"));
    QVERIFY(seeds);
    QVERIFY(!seeds->settings.contains("seed"_L1));
}

void TestComfyReader::forkingGraph_ends()
{
    // Every node combines the next twice: 2^60 paths for who does not count.
    QByteArray nodes;
    for (int i = 2; i < 62; ++i) {
        const QByteArray next = QByteArray::number(i + 1);
        nodes += "\"" + QByteArray::number(i) +
                 R"(":{"class_type":"ConditioningCombine","inputs":{"conditioning_1":[")" + next +
                 R"(",0],"conditioning_2":[")" + next + R"(",0]}},)";
    }
    const Result<FileMetadata> metadata =
        metadataOf(samplerWith(nodes + R"("62":{"class_type":"X","inputs":{}})"));
    QVERIFY(metadata);
    QVERIFY(!metadata->prompt);
}

void TestComfyReader::brokenJson_costsNothingElse()
{
    const Result<FileMetadata> metadata = metadataOf(
        png(tEXt("prompt", kSimple.chopped(20)) + tEXt("workflow", R"({"nodes":[]})"), {}, {9, 5}));
    QVERIFY(metadata);
    QCOMPARE(metadata->size, QSize(9, 5));
    QVERIFY(!metadata->prompt);
    const QByteArray withNan = QByteArray(kSimple).replace("\"denoise\":1.0", "\"denoise\":NaN");
    QCOMPARE(metadataOf(withPrompt(withNan))->prompt, u"a cat"_s);
}

void TestComfyReader::workflowAlone_isNotGuessed()
{
    const Result<FileMetadata> metadata = metadataOf(
        png(tEXt("workflow", R"({"nodes":[{"type":"CLIPTextEncode","widgets_values":["a cat"]}]})")));
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, u"ComfyUI"_s);
    QVERIFY(!metadata->prompt);
    QCOMPARE(metadata->problems.size(), 1);
}

void TestComfyReader::severalModelsWithoutChain_areNotGuessed()
{
    const Result<FileMetadata> metadata =
        metadataOf(samplerWith(R"("4":{"class_type":"CheckpointLoaderSimple","inputs":{"ckpt_name":"one"}},
"5":{"class_type":"CheckpointLoaderSimple","inputs":{"ckpt_name":"two"}})"));
    QVERIFY(metadata);
    QVERIFY(!metadata->model);
}

void TestComfyReader::easyDiffusionPromptText_isNoGraph()
{
    const Result<FileMetadata> metadata = metadataOf(png(tEXt("prompt", "a cat with a class_type")));
    QVERIFY(metadata);
    QVERIFY(!metadata->generator);
    QVERIFY(!metadata->prompt);
}

QTEST_GUILESS_MAIN(TestComfyReader)
#include "tst_comfyreader.moc"
