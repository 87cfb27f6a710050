// SPDX-License-Identifier: GPL-3.0-or-later
// AVIF and JPEG XL through decodeImage, as every caller sees them; GIF and TIFF through Qt's plugins.
#include "app/images/imagedecoder.h"

#include "tests/app/images/codecpictures.h"
#include "tests/app/images/pictures.h"

#include <QColorSpace>
#include <QTest>

using namespace assay;

class TestCodecs : public QObject
{
    Q_OBJECT

private slots:
    void picture_isDecoded_data();
    void picture_isDecoded();
    void transparency_isKept_data();
    void transparency_isKept();
    void turnedPicture_isUpright_data();
    void turnedPicture_isUpright();
    void wideColours_becomeSrgb();
    void largePicture_isRefusedByItsHeader_data();
    void largePicture_isRefusedByItsHeader();
    void brokenBytes_areDamagedAndEndNothing_data();
    void brokenBytes_areDamagedAndEndNothing();
    void gif_showsItsFirstPicture();
};

void TestCodecs::picture_isDecoded_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QImage picture = twoColours({200, 100});
    QTest::newRow("AVIF") << avifOf(picture);
    QTest::newRow("JPEG XL") << jxlOf(picture);
    QTest::newRow("TIFF") << encoded(picture, "tiff");
}

void TestCodecs::picture_isDecoded()
{
    QFETCH(QByteArray, bytes);
    const Result<DecodedImage> decoded = decodeImage(bytes);
    QVERIFY2(decoded, qPrintable(decoded ? QString() : decoded.error().detail));
    QCOMPARE(decoded->fullSize, QSize(200, 100));
    QCOMPARE(decoded->image.size(), QSize(200, 100));
    QVERIFY(!decoded->damage);
    QVERIFY(qRed(decoded->image.pixel(2, 2)) > 200 && qBlue(decoded->image.pixel(2, 2)) < 60);
    QVERIFY(qBlue(decoded->image.pixel(197, 97)) > 200 && qRed(decoded->image.pixel(197, 97)) < 60);
    DecodeOptions options;
    options.fitInto = QSize(64, 64);
    const Result<DecodedImage> small = decodeImage(bytes, options);
    QVERIFY(small);
    QCOMPARE(small->image.size(), QSize(64, 32));
    QCOMPARE(small->fullSize, QSize(200, 100));
}

void TestCodecs::transparency_isKept_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QImage image(16, 16, QImage::Format_ARGB32);
    image.fill(QColor(255, 0, 0, 100));
    QTest::newRow("AVIF") << avifOf(image);
    QTest::newRow("JPEG XL") << jxlOf(image);
}

void TestCodecs::transparency_isKept()
{
    QFETCH(QByteArray, bytes);
    const Result<DecodedImage> decoded = decodeImage(bytes);
    QVERIFY(decoded);
    QCOMPARE(decoded->image.format(), QImage::Format_ARGB32_Premultiplied);
    QVERIFY(qAbs(qAlpha(decoded->image.pixel(3, 3)) - 100) <= 3);
    QVERIFY(decoded->image.pixelColor(3, 3).red() >= 245);
}

void TestCodecs::turnedPicture_isUpright_data()
{
    QTest::addColumn<QByteArray>("bytes");
    AvifOptions turned;
    turned.turns = 3; // three anticlockwise: one clockwise
    QTest::newRow("AVIF") << avifOf(twoColours({80, 40}), turned);
    QTest::newRow("JPEG XL") << jxlOf(twoColours({80, 40}), JXL_ORIENT_ROTATE_90_CW);
}

void TestCodecs::turnedPicture_isUpright()
{
    QFETCH(QByteArray, bytes);
    const Result<DecodedImage> decoded = decodeImage(bytes);
    QVERIFY(decoded);
    QCOMPARE(decoded->fullSize, QSize(40, 80));
    QVERIFY(qRed(decoded->image.pixel(20, 3)) > 150); // what was left is up
    QVERIFY(qBlue(decoded->image.pixel(20, 77)) > 150);
}

void TestCodecs::wideColours_becomeSrgb()
{
    QImage image(16, 16, QImage::Format_RGB32);
    image.fill(QColor(100, 200, 100));
    AvifOptions options;
    options.primaries = AVIF_COLOR_PRIMARIES_SMPTE432;
    const Result<DecodedImage> decoded = decodeImage(avifOf(image, options));
    QVERIFY(decoded);
    QCOMPARE(decoded->image.colorSpace(), QColorSpace(QColorSpace::SRgb));
    QVERIFY(qRed(decoded->image.pixel(4, 4)) < 85); // that green has less red in sRGB
}

void TestCodecs::largePicture_isRefusedByItsHeader_data()
{
    picture_isDecoded_data();
}

void TestCodecs::largePicture_isRefusedByItsHeader()
{
    QFETCH(QByteArray, bytes);
    DecodeOptions options;
    options.maxPixels = 19'999;
    const Result<DecodedImage> decoded = decodeImage(bytes, options);
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().kind, ErrorKind::TooLarge);
    QVERIFY(decoded.error().detail.contains(QStringLiteral("200 × 100")));
}

void TestCodecs::brokenBytes_areDamagedAndEndNothing_data()
{
    picture_isDecoded_data();
}

void TestCodecs::brokenBytes_areDamagedAndEndNothing()
{
    QFETCH(QByteArray, bytes);
    for (qsizetype length = 16; length < bytes.size(); length += qMax<qsizetype>(1, bytes.size() / 40)) {
        const Result<DecodedImage> cut = decodeImage(bytes.first(length));
        if (!cut)
            QVERIFY(!cut.error().detail.isEmpty());
        else
            QVERIFY(!cut->image.isNull());
    }
    const Result<DecodedImage> half = decodeImage(bytes.first(bytes.size() / 2));
    QVERIFY(!half || half->damage || QTest::currentDataTag() == QByteArray("TIFF"));
    for (qsizetype at = 16; at < bytes.size(); at += qMax<qsizetype>(1, bytes.size() / 60)) {
        QByteArray changed = bytes;
        changed[at] = char(quint8(changed[at]) ^ 0x5a);
        static_cast<void>(decodeImage(changed));
    }
}

void TestCodecs::gif_showsItsFirstPicture()
{
    // 2 x 1 pixels, red and blue; a second picture of green follows.
    const QByteArray bytes = QByteArray::fromHex("47494638396102000100910000ff00000000ff00ff00000000"
                                                 "2c00000000020001000002024402"
                                                 "00"
                                                 "2c000000000200010000020294020"
                                                 "03b");
    const Result<DecodedImage> decoded = decodeImage(bytes);
    QVERIFY2(decoded, qPrintable(decoded ? QString() : decoded.error().detail));
    QCOMPARE(decoded->fullSize, QSize(2, 1));
    QCOMPARE(QColor(decoded->image.pixel(0, 0)), QColor(Qt::red));
    QCOMPARE(QColor(decoded->image.pixel(1, 0)), QColor(Qt::blue));
}

QTEST_GUILESS_MAIN(TestCodecs)
#include "tst_codecs.moc"
