// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/metadata/files.h"
#include "tests/app/metadata/reading.h"

#include <QTest>

using namespace assay;
using namespace assay::files;

namespace {

const QByteArray kText = "a \xc3\xa9"
                         "clair, 20 \xe2\x82\xac"; // UTF-8
const QString kDecoded = QStringLiteral(u"a \u00e9clair, 20 \u20ac");

} // namespace

class TestContainer : public QObject
{
    Q_OBJECT

private slots:
    void text_isFoundWhereverItStands_data();
    void text_isFoundWhereverItStands();
    void latin1Text_isReadAsThat();
    void exif_isReadFromEveryContainer_data();
    void exif_isReadFromEveryContainer();
    void size_comesFromTheHeader_data();
    void size_comesFromTheHeader();
    void otherFormats_areNamed_data();
    void otherFormats_areNamed();
    void emptyAndForeignContent_isAnError();
    void everyTruncation_givesAnAnswer_data();
    void everyTruncation_givesAnAnswer();
    void lengthThatLies_costsOnlyItsOwnText_data();
    void lengthThatLies_costsOnlyItsOwnText();
    void bombInCompressedText_isRefused();
    void textOverTheLimit_isSkipped();
    void avif_givesSizeAndXmp();
};

void TestContainer::text_isFoundWhereverItStands_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("keyword");
    const QString key = QStringLiteral("parameters");
    QTest::newRow("tEXt") << png(tEXt("parameters", kText)) << key;
    QTest::newRow("zTXt") << png(zTXt("parameters", kText)) << key;
    QTest::newRow("iTXt") << png(iTXt("parameters", kText)) << key;
    QTest::newRow("iTXt compressed") << png(iTXt("parameters", kText, Compression::Zlib)) << key;
    QTest::newRow("tEXt after the image") << png({}, tEXt("parameters", kText)) << key;
    QTest::newRow("zTXt after the image") << png({}, zTXt("parameters", kText)) << key;
    QTest::newRow("iTXt after the image") << png({}, iTXt("parameters", kText)) << key;
    QTest::newRow("comf") << png({}, pngChunk("comf", QByteArray("parameters") + '\0' + kText)) << key;
    QTest::newRow("padded with NUL") << png(tEXt("parameters", QByteArray(kText + QByteArray(9, '\0'))))
                                     << key;
    QTest::newRow("JPEG comment") << jpeg(jpegSegment(0xfe, kText)) << QStringLiteral("Comment");
}

void TestContainer::text_isFoundWhereverItStands()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, keyword);
    const Result<Container> container = containerOf(file);
    QVERIFY(container);
    QCOMPARE(container->problems, QStringList());
    QCOMPARE(container->texts.size(), 1);
    QCOMPARE(container->texts[0].keyword, keyword);
    QCOMPARE(container->texts[0].text, kDecoded);
    QCOMPARE(container->size, QSize(6, 4));
}

void TestContainer::latin1Text_isReadAsThat()
{
    const Result<Container> container = containerOf(png(tEXt("Comment", "caf\xe9")));
    QVERIFY(container);
    QCOMPARE(container->texts[0].text, QStringLiteral(u"caf\u00e9"));
}

void TestContainer::exif_isReadFromEveryContainer_data()
{
    QTest::addColumn<QByteArray>("file");
    for (const ByteOrder tiffOrder : {ByteOrder::Big, ByteOrder::Little}) {
        for (const ByteOrder textOrder : {ByteOrder::Big, ByteOrder::Little}) {
            const QByteArray name = QByteArray(tiffOrder == ByteOrder::Big ? "MM" : "II") +
                                    (textOrder == ByteOrder::Big ? ", text BE" : ", text LE");
            const QByteArray exif = tiff({userComment(kDecoded, textOrder)}, tiffOrder);
            QTest::newRow(QByteArray("JPEG " + name).constData()) << jpeg(exifSegment(exif));
            QTest::newRow(QByteArray("WebP " + name).constData()) << webp(riffChunk("EXIF", exif));
            QTest::newRow(QByteArray("PNG " + name).constData()) << png({}, pngChunk("eXIf", exif));
        }
    }
    const QByteArray exif = tiff({userComment(kDecoded, ByteOrder::Big)}, ByteOrder::Big);
    QTest::newRow("WebP with prefix") << webp(riffChunk("EXIF", QByteArray("Exif\0\0", 6) + exif));
    QTest::newRow("ASCII code, UTF-8")
        << jpeg(exifSegment(tiff({{0x9286, 7, QByteArray("ASCII\0\0\0", 8) + kText}}, ByteOrder::Big)));
    QTest::newRow("no code") << jpeg(
        exifSegment(tiff({{0x9286, 7, QByteArray(8, '\0') + kText}}, ByteOrder::Big)));
    QTest::newRow("as text in the first directory")
        << jpeg(exifSegment(tiff({{0x9286, 2, kText}}, ByteOrder::Big)));
}

void TestContainer::exif_isReadFromEveryContainer()
{
    QFETCH(QByteArray, file);
    const Result<Container> container = containerOf(file);
    QVERIFY(container);
    const NamedText* text = container->text(TextSource::Exif, u"UserComment");
    QVERIFY2(text, qPrintable(container->problems.join(u'|')));
    QCOMPARE(text->text, kDecoded);
}

void TestContainer::size_comesFromTheHeader_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("format");
    const QSize size(123, 45);
    QTest::newRow("PNG") << png({}, {}, size) << QStringLiteral("PNG");
    QTest::newRow("JPEG") << jpeg({}, size) << QStringLiteral("JPEG");
    QTest::newRow("WebP extended") << webp({}, size) << QStringLiteral("WEBP");
    QTest::newRow("WebP plain") << encoded("webp", size) << QStringLiteral("WEBP");
    QTest::newRow("BMP") << encoded("bmp", size) << QStringLiteral("BMP");
}

void TestContainer::size_comesFromTheHeader()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, format);
    const Result<Container> container = containerOf(file);
    QVERIFY(container);
    QCOMPARE(formatName(container->format), format);
    QCOMPARE(container->size, QSize(123, 45));
}

void TestContainer::otherFormats_areNamed_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("format");
    QTest::newRow("GIF") << QByteArray("GIF89a\x02\x00\x03\x00", 10) << QStringLiteral("GIF");
    QTest::newRow("TIFF") << QByteArray("II*\0\x08\0\0\0", 8) << QStringLiteral("TIFF");
    QTest::newRow("JXL box") << QByteArray("\0\0\0\x0cJXL \r\n\x87\n", 12) << QStringLiteral("JXL");
    QTest::newRow("JXL stream") << QByteArray("\xff\x0a\0\0", 4) << QStringLiteral("JXL");
    QTest::newRow("HEIF") << QByteArray("\0\0\0\x10"
                                        "ftypheic\0\0\0\0",
                                        16)
                          << QStringLiteral("HEIF");
}

void TestContainer::otherFormats_areNamed()
{
    QFETCH(QByteArray, head);
    QFETCH(QString, format);
    const Result<Container> container = containerOf(head);
    QVERIFY(container);
    QCOMPARE(formatName(container->format), format);
}

void TestContainer::emptyAndForeignContent_isAnError()
{
    const Result<Container> empty = containerOf({});
    QVERIFY(!empty);
    QCOMPARE(empty.error().kind, ErrorKind::Damaged);
    for (const QByteArray& bytes :
         {QByteArray("once upon a time"), QByteArray("RIFF____WAVE"), QByteArray("\x89P")}) {
        const Result<Container> foreign = containerOf(bytes);
        QVERIFY(!foreign);
        QCOMPARE(foreign.error().kind, ErrorKind::Unsupported);
    }
}

void TestContainer::everyTruncation_givesAnAnswer_data()
{
    QTest::addColumn<QByteArray>("file");
    const QByteArray exif = tiff({userComment(kDecoded, ByteOrder::Big)}, ByteOrder::Little);
    QTest::newRow("PNG") << png(tEXt("parameters", kText), iTXt("other", kText));
    QTest::newRow("JPEG") << jpeg(exifSegment(exif));
    QTest::newRow("WebP") << webp(riffChunk("EXIF", exif));
}

void TestContainer::everyTruncation_givesAnAnswer()
{
    QFETCH(QByteArray, file);
    for (qsizetype length = 12; length < file.size(); ++length) {
        const Result<Container> container = containerOf(file.first(length));
        QVERIFY2(container, QByteArray::number(length).constData());
        for (const NamedText& text : container->texts)
            QVERIFY(text.text.isEmpty() || text.text == kDecoded); // whole or not at all
    }
}

void TestContainer::lengthThatLies_costsOnlyItsOwnText_data()
{
    QTest::addColumn<QByteArray>("lying");
    QTest::addColumn<bool>("isLast");
    QByteArray tooLong = tEXt("lie", "text");
    tooLong.replace(0, 4, big(0x7fffffff));
    QTest::newRow("longer than the file") << tooLong << true;
    QByteArray negative = tEXt("lie", "text");
    negative.replace(0, 4, big(0xffffffff));
    QTest::newRow("over 31 bits") << negative << true;
    QTest::newRow("no keyword") << pngChunk("tEXt", "no end of keyword") << false;
    QTest::newRow("empty iTXt") << pngChunk("iTXt", {}) << false;
    QTest::newRow("zTXt that is no zlib") << pngChunk("zTXt", QByteArray("lie\0\0garbage", 12)) << false;
    QTest::newRow("zTXt cut") << pngChunk("zTXt", QByteArray("lie\0\0", 5) +
                                                      deflated(QByteArray(999, 'x')).chopped(6))
                              << false;
    QTest::newRow("broken eXIf") << pngChunk("eXIf", "II*_broken") << false;
}

void TestContainer::lengthThatLies_costsOnlyItsOwnText()
{
    QFETCH(QByteArray, lying);
    QFETCH(bool, isLast);
    const Result<Container> container = containerOf(png(tEXt("before", "1") + lying, tEXt("after", "2")));
    QVERIFY(container);
    QVERIFY(container->pngText(u"before"));
    QVERIFY(!container->pngText(u"lie"));
    QCOMPARE(container->pngText(u"after") != nullptr, !isLast);
    QCOMPARE(container->problems.size(), 1);
}

void TestContainer::bombInCompressedText_isRefused()
{
    const QByteArray bomb = zTXt("parameters", QByteArray(64 * 1024 * 1024, 'A'));
    QVERIFY(bomb.size() < 100'000);
    const Result<Container> container = containerOf(png(bomb, tEXt("after", "2")));
    QVERIFY(container);
    QVERIFY(!container->pngText(u"parameters"));
    QVERIFY(container->pngText(u"after"));
    QCOMPARE(container->problems.size(), 1);
}

void TestContainer::textOverTheLimit_isSkipped()
{
    const Result<Container> large = containerOf(png(tEXt("large", QByteArray(kMaxChunkBytes + 1, 'A'))));
    QVERIFY(large);
    QVERIFY(!large->pngText(u"large"));
    QCOMPARE(large->problems.size(), 1);
    QByteArray many;
    for (int i = 0; i < 6; ++i)
        many += tEXt(QByteArray("t") + char('0' + i), QByteArray(7 * 1024 * 1024, 'A'));
    const Result<Container> capped = containerOf(png(many));
    QVERIFY(capped);
    QCOMPARE(capped->texts.size(), 4); // 28 MB; the fifth would be over 32
    QVERIFY(!capped->problems.isEmpty());
}

void TestContainer::avif_givesSizeAndXmp()
{
    const QByteArray xmp =
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
        "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description "
        "xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmp:CreatorTool='Tool'/></rdf:RDF></x:xmpmeta>";
    const auto box = [](const QByteArray& type, const QByteArray& content) -> QByteArray {
        return big(quint32(content.size() + 8)) + type + content;
    };
    const QByteArray full(4, '\0');
    const QByteArray infe = box("infe", big(0x02000000) + big(7, 2) + big(0, 2) + "mime" +
                                            QByteArray(1, '\0') + QByteArray("application/rdf+xml\0", 20));
    const QByteArray ispe = box("ispe", full + big(320) + big(200));
    // Construction method 1: the item lies in idat.
    const QByteArray iloc = box("iloc", big(0x01000000) + big(0x4400, 2) + big(1, 2) + big(7, 2) + big(1, 2) +
                                            big(0, 2) + big(1, 2) + big(0) + big(quint32(xmp.size())));
    const QByteArray meta = box("meta", full + box("iinf", full + big(1, 2) + infe) + iloc +
                                            box("iprp", box("ipco", ispe)) + box("idat", xmp));
    const Result<Container> container = containerOf(box("ftyp", "avif" + full) + meta);
    QVERIFY(container);
    QCOMPARE(formatName(container->format), QStringLiteral("AVIF"));
    QCOMPARE(container->size, QSize(320, 200));
    const NamedText* text = container->text(TextSource::Xmp, u"xmp:CreatorTool");
    QVERIFY(text);
    QCOMPARE(text->text, QStringLiteral("Tool"));
}

QTEST_GUILESS_MAIN(TestContainer)
#include "tst_container.moc"
