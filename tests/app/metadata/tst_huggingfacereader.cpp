// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/metadata/files.h"
#include "tests/app/metadata/reading.h"

#include <QJsonArray>
#include <QTest>

using namespace assay;
using namespace assay::files;
using namespace Qt::StringLiterals;

class TestHuggingFaceReader : public QObject
{
    Q_OBJECT

private slots:
    void parameters_areRead();
    void otherJson_isNotTaken();
};

void TestHuggingFaceReader::parameters_areRead()
{
    const Result<FileMetadata> metadata = metadataOf(png(tEXt(
        "parameters",
        R"({"prompt":"a cat","negative_prompt":"","resolution":"832 x 1216","guidance_scale":7,"use_upscaler":null,
"num_inference_steps":28,"seed":1037,"sampler":"Euler a","Model":"Animagine XL","Model hash":"e3c4"})")));
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, u"Hugging Face Space"_s);
    QCOMPARE(metadata->prompt, u"a cat"_s);
    QCOMPARE(metadata->negative, QString(u""_s));
    QCOMPARE(metadata->model, u"Animagine XL"_s);
    const QJsonObject expected{
        {u"seed"_s, u"1037"_s},       {u"steps"_s, 28},           {u"cfg"_s, 7},
        {u"sampler"_s, u"Euler a"_s}, {u"size"_s, u"832x1216"_s}, {u"modelHash"_s, u"e3c4"_s},
    };
    QCOMPARE(metadata->settings, expected);
}

void TestHuggingFaceReader::otherJson_isNotTaken()
{
    const Result<FileMetadata> metadata =
        metadataOf(png(tEXt("parameters", R"({"prompt":"a","Model":"b"})")));
    QVERIFY(metadata);
    QVERIFY(!metadata->generator && !metadata->prompt);
}

QTEST_GUILESS_MAIN(TestHuggingFaceReader)
#include "tst_huggingfacereader.moc"
