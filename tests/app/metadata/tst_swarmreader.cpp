// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/metadata/files.h"
#include "tests/app/metadata/reading.h"

#include <QJsonArray>
#include <QTest>

using namespace assay;
using namespace assay::files;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kParameters =
    R"({"sui_image_params":{"prompt":"a cat","negativeprompt":"blurry","model":"wai",
"seed":733776228,"steps":"20","cfgscale":7.0,"width":768,"height":512,"sampler":"euler","scheduler":"karras",
"loras":"one, two","loraweights":["0.5","1"],"swarm_version":"0.9"},"sui_extra_data":{"generation_time":"4.84 sec"}})";

} // namespace

class TestSwarmReader : public QObject
{
    Q_OBJECT

private slots:
    void parameters_areReadInEveryContainer_data();
    void parameters_areReadInEveryContainer();
    void generationTime_isTheLatency_data();
    void generationTime_isTheLatency();
    void missingFields_areUnknown();
};

void TestSwarmReader::parameters_areReadInEveryContainer_data()
{
    QTest::addColumn<QByteArray>("file");
    const QString text = QString::fromUtf8(kParameters);
    const QByteArray graph = R"({"1":{"class_type":"KSampler","inputs":{"seed":1}}})";
    QTest::newRow("PNG, beside the graph") << png(tEXt("prompt", graph) + tEXt("parameters", kParameters));
    QTest::newRow("JPEG") << jpeg(
        exifSegment(tiff({userComment(text, ByteOrder::Little)}, ByteOrder::Little)));
}

void TestSwarmReader::parameters_areReadInEveryContainer()
{
    QFETCH(QByteArray, file);
    const Result<FileMetadata> metadata = metadataOf(file);
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, u"SwarmUI"_s);
    QCOMPARE(metadata->prompt, u"a cat"_s);
    QCOMPARE(metadata->negative, u"blurry"_s);
    QCOMPARE(metadata->model, u"wai"_s);
    const QJsonObject expected{
        {u"seed"_s, u"733776228"_s},
        {u"steps"_s, 20},
        {u"cfg"_s, 7},
        {u"size"_s, u"768x512"_s},
        {u"sampler"_s, u"euler"_s},
        {u"scheduler"_s, u"karras"_s},
        {u"loras"_s, QJsonArray{QJsonObject{{u"name"_s, u"one"_s}, {u"weight"_s, 0.5}},
                                QJsonObject{{u"name"_s, u"two"_s}, {u"weight"_s, 1}}}},
        {u"other"_s, QJsonObject{{u"swarm_version"_s, u"0.9"_s}}},
    };
    QCOMPARE(metadata->settings, expected);
    QCOMPARE(metadata->latency, std::chrono::milliseconds(4840));
}

void TestSwarmReader::generationTime_isTheLatency_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("milliseconds"); // -1: unknown
    QTest::newRow("seconds") << QByteArray("12.00 sec") << 12000;
    QTest::newRow("minutes") << QByteArray("1.50 min") << 90000;
    QTest::newRow("older") << QByteArray("143.17 (prep) and 35.81 (gen) seconds") << 35810;
    QTest::newRow("no time") << QByteArray("quick") << -1;
    QTest::newRow("negative") << QByteArray("-3 sec") << -1;
}

void TestSwarmReader::generationTime_isTheLatency()
{
    QFETCH(QByteArray, text);
    QFETCH(int, milliseconds);
    const QByteArray parameters =
        R"({"sui_image_params":{"prompt":"a","generation_time":")" + text + R"("}})";
    const Result<FileMetadata> metadata = metadataOf(png(tEXt("parameters", parameters)));
    QVERIFY(metadata);
    QCOMPARE(metadata->latency.has_value(), milliseconds >= 0);
    if (milliseconds >= 0)
        QCOMPARE(metadata->latency->count(), milliseconds);
    else
        QCOMPARE(metadata->settings.value("other"_L1).toObject().value("generation_time"_L1).toString(),
                 QString::fromLatin1(text));
}

void TestSwarmReader::missingFields_areUnknown()
{
    const Result<FileMetadata> metadata =
        metadataOf(png(tEXt("parameters", R"({"sui_image_params":{"prompt":""}})")));
    QVERIFY(metadata && metadata->prompt);
    QVERIFY(metadata->prompt->isEmpty());
    QVERIFY(!metadata->negative && !metadata->model);
    QVERIFY(metadata->settings.isEmpty());
}

QTEST_GUILESS_MAIN(TestSwarmReader)
#include "tst_swarmreader.moc"
