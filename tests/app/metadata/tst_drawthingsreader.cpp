// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/metadata/files.h"
#include "tests/app/metadata/reading.h"

#include <QJsonArray>
#include <QTest>

using namespace assay;
using namespace assay::files;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kJson =
    R"({"c":"a cowboy","uc":"","model":"hidream.ckpt","sampler":"Euler A Trailing","scale":4.5,"seed":2396063215,
"seed_mode":"Scale Alike","size":"1024x768","steps":28,"strength":0.5,"lora":[{"model":"l","weight":0.6}],"v2":{}})";

} // namespace

class TestDrawThingsReader : public QObject
{
    Q_OBJECT

private slots:
    void json_isReadInEveryContainer_data();
    void json_isReadInEveryContainer();
};

void TestDrawThingsReader::json_isReadInEveryContainer_data()
{
    QTest::addColumn<QByteArray>("file");
    const QByteArray comment = QByteArray("ASCII\0\0\0", 8) + kJson;
    QTest::newRow("JPEG") << jpeg(exifSegment(tiff({{0x9286, 7, comment}}, ByteOrder::Big)));
    const QByteArray escaped = QString::fromUtf8(kJson).toHtmlEscaped().toUtf8();
    const QByteArray xmp = R"(<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Description
xmlns:exif="http://ns.adobe.com/exif/1.0/"><exif:UserComment><r:Alt><r:li>)" +
                           escaped + "</r:li></r:Alt></exif:UserComment></r:Description></r:RDF>";
    QTest::newRow("PNG") << png(iTXt("XML:com.adobe.xmp", xmp));
}

void TestDrawThingsReader::json_isReadInEveryContainer()
{
    QFETCH(QByteArray, file);
    const Result<FileMetadata> metadata = metadataOf(file);
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, u"Draw Things"_s);
    QCOMPARE(metadata->prompt, u"a cowboy"_s);
    QVERIFY(metadata->negative && metadata->negative->isEmpty());
    QCOMPARE(metadata->model, u"hidream.ckpt"_s);
    const QJsonObject expected{
        {u"seed"_s, u"2396063215"_s},
        {u"steps"_s, 28},
        {u"cfg"_s, 4.5},
        {u"denoise"_s, 0.5},
        {u"size"_s, u"1024x768"_s},
        {u"sampler"_s, u"Euler A Trailing"_s},
        {u"loras"_s, QJsonArray{QJsonObject{{u"name"_s, u"l"_s}, {u"weight"_s, 0.6}}}},
        {u"other"_s, QJsonObject{{u"seed_mode"_s, u"Scale Alike"_s}}},
    };
    QCOMPARE(metadata->settings, expected);
}

QTEST_GUILESS_MAIN(TestDrawThingsReader)
#include "tst_drawthingsreader.moc"
