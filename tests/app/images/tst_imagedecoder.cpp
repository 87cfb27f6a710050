// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/images/imagedecoder.h"

#include "tests/app/images/pictures.h"

#include <QColorSpace>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace assay;

class TestImageDecoder : public QObject
{
    Q_OBJECT

private slots:
    void picture_isDecodedWhateverItsName_data();
    void picture_isDecodedWhateverItsName();
    void fitInto_givesASmallerPictureAndTheFullSize_data();
    void fitInto_givesASmallerPictureAndTheFullSize();
    void oneBitPicture_keepsItsColour_whenReduced();
    void smallPicture_isNotEnlarged();
    void orientation_isApplied();
    void wideColours_becomeSrgb();
    void transparency_isKept();
    void bomb_isRefusedByItsHeader();
    void sixThousandSquared_isAccepted();
    void cutPicture_isDamagedAndItsPartIsGiven_data();
    void cutPicture_isDamagedAndItsPartIsGiven();
    void brokenData_isDamaged();
    void noPicture_isUnsupported();
    void file_errorsNameThePath();
    void hostileFiles_neverEndTheProgram();
};

void TestImageDecoder::picture_isDecodedWhateverItsName_data()
{
    QTest::addColumn<QByteArray>("format");
    for (const char* format : {"png", "jpeg", "webp", "bmp"})
        QTest::newRow(format) << QByteArray(format);
}

void TestImageDecoder::picture_isDecodedWhateverItsName()
{
    QFETCH(QByteArray, format);
    QTemporaryDir folder;
    const QString path = writtenTo(folder.filePath(QStringLiteral("wrong.txt")),
                                   encoded(twoColours({200, 100}), format.constData()));
    const Result<DecodedImage> decoded = decodeImageFile(path);
    QVERIFY2(decoded, qPrintable(decoded ? QString() : decoded.error().detail));
    QCOMPARE(decoded->fullSize, QSize(200, 100));
    QCOMPARE(decoded->image.size(), QSize(200, 100));
    QVERIFY(!decoded->damage);
    QVERIFY(qRed(decoded->image.pixel(2, 2)) > 200);
    QVERIFY(qBlue(decoded->image.pixel(197, 97)) > 200);
}

void TestImageDecoder::fitInto_givesASmallerPictureAndTheFullSize_data()
{
    picture_isDecodedWhateverItsName_data();
}

void TestImageDecoder::fitInto_givesASmallerPictureAndTheFullSize()
{
    QFETCH(QByteArray, format);
    DecodeOptions options;
    options.fitInto = QSize(256, 256);
    const Result<DecodedImage> decoded =
        decodeImage(encoded(twoColours({1024, 512}), format.constData()), options);
    QVERIFY(decoded);
    QCOMPARE(decoded->image.size(), QSize(256, 128));
    QCOMPARE(decoded->fullSize, QSize(1024, 512));
}

void TestImageDecoder::oneBitPicture_keepsItsColour_whenReduced()
{
    QImage picture(640, 480, QImage::Format_Mono);
    picture.setColorTable({qRgb(70, 130, 180), qRgb(70, 130, 180)});
    picture.fill(0);
    DecodeOptions options;
    options.fitInto = QSize(256, 256);
    const Result<DecodedImage> decoded = decodeImage(encoded(picture, "png"), options);
    QVERIFY(decoded);
    QCOMPARE(decoded->image.size(), QSize(256, 192));
    for (const QPoint at : {QPoint(0, 0), QPoint(128, 96), QPoint(255, 191)})
        QCOMPARE(QColor(decoded->image.pixel(at)), QColor(70, 130, 180));
}

void TestImageDecoder::smallPicture_isNotEnlarged()
{
    DecodeOptions options;
    options.fitInto = QSize(256, 256);
    const Result<DecodedImage> decoded = decodeImage(encoded(twoColours({20, 10}), "png"), options);
    QVERIFY(decoded);
    QCOMPARE(decoded->image.size(), QSize(20, 10));
}

void TestImageDecoder::orientation_isApplied()
{
    // EXIF with one entry: orientation 6, the camera was held upright.
    const QByteArray exif("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0", 32);
    const QByteArray jpeg = encoded(twoColours({80, 40}), "jpeg");
    const QByteArray segment = QByteArray("\xff\xe1\0\x22", 4) + exif;
    const QByteArray turned = jpeg.first(2) + segment + jpeg.sliced(2);
    const Result<DecodedImage> decoded = decodeImage(turned);
    QVERIFY(decoded);
    QCOMPARE(decoded->fullSize, QSize(40, 80));
    QCOMPARE(decoded->image.size(), QSize(40, 80));
    QVERIFY(qRed(decoded->image.pixel(20, 3)) > 150); // what was left is up
    QVERIFY(qBlue(decoded->image.pixel(20, 77)) > 150);
    DecodeOptions options;
    options.fitInto = QSize(20, 20);
    const Result<DecodedImage> small = decodeImage(turned, options);
    QVERIFY(small);
    QCOMPARE(small->image.size(), QSize(10, 20));
}

void TestImageDecoder::wideColours_becomeSrgb()
{
    QImage wide(8, 8, QImage::Format_RGB32);
    wide.setColorSpace(QColorSpace(QColorSpace::AdobeRgb));
    wide.fill(QColor(100, 200, 100));
    const Result<DecodedImage> decoded = decodeImage(encoded(wide, "png"));
    QVERIFY(decoded);
    QCOMPARE(decoded->image.colorSpace(), QColorSpace(QColorSpace::SRgb));
    QVERIFY(qRed(decoded->image.pixel(4, 4)) < 60); // that green has less red in sRGB
}

void TestImageDecoder::transparency_isKept()
{
    QImage image(8, 8, QImage::Format_ARGB32);
    image.fill(QColor(255, 0, 0, 100));
    const Result<DecodedImage> decoded = decodeImage(encoded(image, "png"));
    QVERIFY(decoded);
    QCOMPARE(qAlpha(decoded->image.pixel(3, 3)), 100);
}

void TestImageDecoder::bomb_isRefusedByItsHeader()
{
    const Result<DecodedImage> decoded = decodeImage(headerOnlyPng(65536, 65536));
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().kind, ErrorKind::TooLarge);
    QVERIFY(decoded.error().detail.contains(QStringLiteral("65536 × 65536")));
}

void TestImageDecoder::sixThousandSquared_isAccepted()
{
    QImage large(6000, 6000, QImage::Format_RGB32);
    large.fill(Qt::darkGreen);
    const Result<DecodedImage> decoded = decodeImage(encoded(large, "jpeg"));
    QVERIFY(decoded);
    QCOMPARE(decoded->image.size(), QSize(6000, 6000));
}

void TestImageDecoder::cutPicture_isDamagedAndItsPartIsGiven_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::newRow("png") << QByteArray("png");
    QTest::newRow("jpeg") << QByteArray("jpeg");
}

void TestImageDecoder::cutPicture_isDamagedAndItsPartIsGiven()
{
    QFETCH(QByteArray, format);
    QImage image = twoColours({2048, 2048});
    const QByteArray bytes = encoded(image, format.constData());
    const Result<DecodedImage> decoded = decodeImage(bytes.first(bytes.size() / 2));
    QVERIFY2(decoded, qPrintable(decoded ? QString() : decoded.error().detail));
    QVERIFY(decoded->damage);
    QCOMPARE(decoded->damage->kind, ErrorKind::Damaged);
    QVERIFY2(decoded->damage->detail.startsWith(
                 QStringLiteral("its header says 2048 × 2048, the file ends after")),
             qPrintable(decoded->damage->detail));
    QVERIFY(qRed(decoded->image.pixel(4, 4)) > 200);
    QVERIFY(qBlue(decoded->image.pixel(2040, 4)) > 200);
}

void TestImageDecoder::brokenData_isDamaged()
{
    QByteArray bytes = encoded(twoColours({64, 64}), "webp");
    for (qsizetype i = 40; i < bytes.size(); ++i)
        bytes[i] = char(i * 37);
    const Result<DecodedImage> decoded = decodeImage(bytes);
    QVERIFY(!decoded || decoded->damage || !decoded->image.isNull());
    const Result<DecodedImage> header = decodeImage(encoded(twoColours({64, 64}), "png").first(20));
    QVERIFY(!header);
    QCOMPARE(header.error().kind, ErrorKind::Damaged);
    const Result<DecodedImage> empty = decodeImage({});
    QVERIFY(!empty);
    QCOMPARE(empty.error().kind, ErrorKind::Damaged);
}

void TestImageDecoder::noPicture_isUnsupported()
{
    const Result<DecodedImage> decoded = decodeImage("once upon a time");
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().kind, ErrorKind::Unsupported);
}

void TestImageDecoder::file_errorsNameThePath()
{
    QTemporaryDir folder;
    const QString missing = folder.filePath(QStringLiteral("missing.png"));
    const Result<DecodedImage> decoded = decodeImageFile(missing);
    QVERIFY(!decoded);
    QCOMPARE(decoded.error(), (Error{ErrorKind::NotFound, missing, {}}));
}

void TestImageDecoder::hostileFiles_neverEndTheProgram()
{
    const QString folder = qEnvironmentVariable("ASSAY_SHARED") + QStringLiteral("/data/hostile");
    if (!QDir(folder).exists())
        QSKIP("the shared data is not there");
    int files = 0;
    int refused = 0;
    QDirIterator iterator(folder, QDir::Files, QDirIterator::Subdirectories);
    while (iterator.hasNext()) {
        const QString path = iterator.next();
        DecodeOptions options;
        options.fitInto = QSize(256, 256);
        const Result<DecodedImage> decoded = decodeImageFile(path, options);
        ++files;
        if (!decoded) {
            ++refused;
            QVERIFY2(!decoded.error().detail.isEmpty(), qPrintable(path));
        } else {
            QVERIFY2(!decoded->image.isNull(), qPrintable(path));
        }
    }
    qInfo("%d hostile files, %d refused with a reason", files, refused);
    QVERIFY(files > 0);
}

QTEST_GUILESS_MAIN(TestImageDecoder)
#include "tst_imagedecoder.moc"
