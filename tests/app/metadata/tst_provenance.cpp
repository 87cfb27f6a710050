// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/provenance.h"

#include "tests/app/metadata/files.h"
#include "tests/app/metadata/reading.h"

#include <QTest>

using namespace assay;
using namespace assay::files;
using namespace Qt::StringLiterals;

namespace {

/// A piece of CBOR as manifests have it: texts wall to wall.
QByteArray manifest()
{
    QByteArray bytes("jumb....c2pa");
    bytes += QByteArray("tclaim_generator_info\x81\xa2") + QByteArray("dname") + QByteArray("\x78\x18") +
             "OpenAI Media Service API";
    bytes += QByteArray("qdigitalSourceType\x78\x46") +
             "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia" + "rallActionsIncluded";
    return bytes;
}

const QStringList kStatements{u"C2PA manifest, not verified"_s,
                              u"declares: made with OpenAI Media Service API"_s,
                              u"declares: trainedAlgorithmicMedia"_s};

} // namespace

class TestProvenance : public QObject
{
    Q_OBJECT

private slots:
    void manifest_isFoundInEveryContainer_data();
    void manifest_isFoundInEveryContainer();
    void manifestInParts_isJoined();
    void xmpSourceType_isDeclared();
    void ordinaryFile_hasNone();
    void garbage_givesNoNames();
};

void TestProvenance::manifest_isFoundInEveryContainer_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("PNG") << png(pngChunk("caBX", manifest()));
    QTest::newRow("WebP") << webp(riffChunk("C2PA", manifest()));
    QTest::newRow("JPEG") << jpeg(jpegSegment(0xeb, QByteArray("JP\0\1\0\0\0\1", 8) + manifest()));
}

void TestProvenance::manifest_isFoundInEveryContainer()
{
    QFETCH(QByteArray, file);
    const Result<FileMetadata> metadata = metadataOf(file);
    QVERIFY(metadata);
    QCOMPARE(metadata->provenance, kStatements);
    QVERIFY(!metadata->prompt);
    QVERIFY(!metadata->generator);
    QVERIFY(!metadata->model);
    QVERIFY(metadata->settings.isEmpty());
}

void TestProvenance::manifestInParts_isJoined()
{
    const QByteArray all = manifest();
    const QByteArray first = all.first(all.size() - 40);
    const QByteArray second = QByteArray("boxhead8") + all.last(40);
    const Result<FileMetadata> metadata =
        metadataOf(jpeg(jpegSegment(0xeb, QByteArray("JP\0\1\0\0\0\1", 8) + first) +
                        jpegSegment(0xeb, QByteArray("JP\0\1\0\0\0\2", 8) + second)));
    QVERIFY(metadata);
    QCOMPARE(metadata->provenance, kStatements);
}

void TestProvenance::xmpSourceType_isDeclared()
{
    const QByteArray xmp = R"(<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Description
xmlns:iptcExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
iptcExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/compositeSynthetic"/></r:RDF>)";
    const Result<FileMetadata> metadata = metadataOf(png(iTXt("XML:com.adobe.xmp", xmp)));
    QVERIFY(metadata);
    QCOMPARE(metadata->provenance, QStringList(u"declares: compositeSynthetic"_s));
}

void TestProvenance::ordinaryFile_hasNone()
{
    QCOMPARE(metadataOf(png({}))->provenance, QStringList());
}

void TestProvenance::garbage_givesNoNames()
{
    QCOMPARE(provenanceOfC2pa("claim_generator_infodname\x79\xff"), QStringList(kStatements.first()));
    QCOMPARE(provenanceOfC2pa({}), QStringList(kStatements.first()));
}

QTEST_GUILESS_MAIN(TestProvenance)
#include "tst_provenance.moc"
