// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/metadata/files.h"
#include "tests/app/metadata/reading.h"

#include <QJsonArray>
#include <QTest>

using namespace assay;
using namespace assay::files;
using namespace Qt::StringLiterals;

class TestFooocusReader : public QObject
{
    Q_OBJECT

private slots:
    void fooocus_isRead();
    void ruinedFooocus_isRead();
    void otherScheme_isReadAsAutomatic1111Text();
    void mre_isReadFromTheComment_data();
    void mre_isReadFromTheComment();
};

void TestFooocusReader::fooocus_isRead()
{
    const Result<FileMetadata> metadata = metadataOf(
        png(tEXt("fooocus_scheme", "fooocus") +
            tEXt("parameters",
                 R"x({"prompt":"a goldfish","negative_prompt":"","base_model":"jug","base_model_hash":"aeb7",
"resolution":"(1152, 896)","guidance_scale":4,"steps":30,"sampler":"dpmpp","scheduler":"karras","clip_skip":2,
"seed":"6952411511246973023","loras":[["offset",0.1,"ab"]],"metadata_scheme":"fooocus","version":"Fooocus v2.4"})x")));
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, u"Fooocus"_s);
    QCOMPARE(metadata->prompt, u"a goldfish"_s);
    QCOMPARE(metadata->negative, std::optional(QString()));
    QVERIFY(metadata->negative->isEmpty());
    QCOMPARE(metadata->model, u"jug"_s);
    const QJsonObject lora{{u"name"_s, u"offset"_s}, {u"weight"_s, 0.1}, {u"hash"_s, u"ab"_s}};
    const QJsonObject expected{
        {u"seed"_s, u"6952411511246973023"_s},
        {u"steps"_s, 30},
        {u"cfg"_s, 4},
        {u"clipSkip"_s, 2},
        {u"sampler"_s, u"dpmpp"_s},
        {u"scheduler"_s, u"karras"_s},
        {u"size"_s, u"1152x896"_s},
        {u"modelHash"_s, u"aeb7"_s},
        {u"loras"_s, QJsonArray{lora}},
        {u"other"_s, QJsonObject{{u"version"_s, u"Fooocus v2.4"_s}}},
    };
    QCOMPARE(metadata->settings, expected);
}

void TestFooocusReader::ruinedFooocus_isRead()
{
    const Result<FileMetadata> metadata = metadataOf(png(
        tEXt("parameters",
             R"({"Prompt":"a troll","Negative":"nice","steps":12,"cfg":1,"width":1024,"height":512,"seed":5,
"sampler_name":"lcm","base_model_name":"top5","loras":[["B3D9","1.0 - dmd2/dmd2.safetensors"]],"denoise":null,
"software":"RuinedFooocus"})")));
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, u"RuinedFooocus"_s);
    QCOMPARE(metadata->prompt, u"a troll"_s);
    QCOMPARE(metadata->negative, u"nice"_s);
    QCOMPARE(metadata->model, u"top5"_s);
    QCOMPARE(metadata->settings.value("size"_L1).toString(), u"1024x512"_s);
    const QJsonObject lora{{u"name"_s, u"dmd2/dmd2.safetensors"_s}, {u"weight"_s, 1}, {u"hash"_s, u"B3D9"_s}};
    QCOMPARE(metadata->settings.value("loras"_L1).toArray(), QJsonArray{lora});
    QVERIFY(!metadata->settings.contains("denoise"_L1));
}

void TestFooocusReader::otherScheme_isReadAsAutomatic1111Text()
{
    const Result<FileMetadata> metadata = metadataOf(
        png(tEXt("fooocus_scheme", "a1111") +
            tEXt("parameters", "a fish\nSteps: 30, Sampler: x, Seed: 9, Version: Fooocus v2.5.5")));
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, u"Fooocus"_s);
    QCOMPARE(metadata->prompt, u"a fish"_s);
}

void TestFooocusReader::mre_isReadFromTheComment_data()
{
    QTest::addColumn<QByteArray>("file");
    const QByteArray comment =
        R"({"prompt":"a cat","real_prompt":["a cat","cinematic"],"negative_prompt":"blurry","steps":30,
"real_negative_prompt":["blurry"],"positive_prompt_strength":1.0,"cfg":7.0,"width":1152,"height":896,
"seed":18446744073709551615,"sampler":"dpmpp_2m","scheduler":"karras","base_model":"sd_xl.safetensors"})";
    QTest::newRow("PNG") << png(tEXt("Comment", comment));
    QTest::newRow("JPEG") << jpeg(jpegSegment(0xfe, comment));
}

void TestFooocusReader::mre_isReadFromTheComment()
{
    QFETCH(QByteArray, file);
    const Result<FileMetadata> metadata = metadataOf(file);
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, u"Fooocus-MRE"_s);
    QCOMPARE(metadata->prompt, u"a cat"_s);
    QCOMPARE(metadata->negative, u"blurry"_s);
    QCOMPARE(metadata->model, u"sd_xl.safetensors"_s);
    QCOMPARE(metadata->settings.value("seed"_L1).toString(), u"18446744073709551615"_s);
    QCOMPARE(metadata->settings.value("size"_L1).toString(), u"1152x896"_s);
    QCOMPARE(metadata->settings.value("cfg"_L1).toDouble(), 7.0);
    QVERIFY(metadata->settings.value("other"_L1).toObject().contains("real_prompt"_L1));
}

QTEST_GUILESS_MAIN(TestFooocusReader)
#include "tst_fooocusreader.moc"
