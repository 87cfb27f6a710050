// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/metadata/files.h"
#include "tests/app/metadata/reading.h"

#include <QJsonArray>
#include <QTest>

using namespace assay;
using namespace assay::files;
using namespace Qt::StringLiterals;

class TestStabilityMatrixReader : public QObject
{
    Q_OBJECT

private slots:
    void itsOwnFields_goBeforeGraphAndText();
    void withoutItsFields_theTextIsRead();
};

void TestStabilityMatrixReader::itsOwnFields_goBeforeGraphAndText()
{
    const QByteArray graph = R"({"1":{"class_type":"KSampler","inputs":{"seed":1}}})";
    const QByteArray fields =
        R"({"PositivePrompt":"a cat","NegativePrompt":"blurry","Steps":20,"Sampler":"Euler","CfgScale":5,
"Seed":18446744073709551615,"Width":1024,"Height":768,"ModelHash":"45a2","ModelName":"wai"})";
    const Result<FileMetadata> metadata =
        metadataOf(png(tEXt("prompt", graph) + tEXt("parameters", "x\nSteps: 1, Sampler: y, Seed: 2") +
                       tEXt("parameters-json", fields) + tEXt("smproj", "{}")));
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, u"Stability Matrix"_s);
    QCOMPARE(metadata->prompt, u"a cat"_s);
    QCOMPARE(metadata->negative, u"blurry"_s);
    QCOMPARE(metadata->model, u"wai"_s);
    const QJsonObject expected{
        {u"seed"_s, u"18446744073709551615"_s},
        {u"steps"_s, 20},
        {u"cfg"_s, 5},
        {u"sampler"_s, u"Euler"_s},
        {u"size"_s, u"1024x768"_s},
        {u"modelHash"_s, u"45a2"_s},
    };
    QCOMPARE(metadata->settings, expected);
}

void TestStabilityMatrixReader::withoutItsFields_theTextIsRead()
{
    const Result<FileMetadata> metadata =
        metadataOf(png(tEXt("parameters-json", "{broken") + tEXt("smproj", "{}") +
                       tEXt("parameters", "a dog\nSteps: 1, Sampler: y, Seed: 2")));
    QVERIFY(metadata);
    QCOMPARE(metadata->prompt, u"a dog"_s);
}

QTEST_GUILESS_MAIN(TestStabilityMatrixReader)
#include "tst_stabilitymatrixreader.moc"
