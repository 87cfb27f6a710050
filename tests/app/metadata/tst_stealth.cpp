// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/stealth.h"

#include "tests/app/metadata/files.h"
#include "tests/app/metadata/reading.h"

#include <QImageWriter>
#include <QTest>

using namespace assay;
using namespace assay::files;
using namespace Qt::StringLiterals;

namespace {

const QString kA1111 = u"a circle\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 42, Model: wai"_s;

QByteArray gzipped(const QByteArray& bytes)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray input = bytes;
    QByteArray result(bytes.size() + 1000, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = uInt(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = uInt(result.size());
    deflate(&stream, Z_FINISH);
    result.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return result;
}

QByteArray hiddenBytes(const QByteArray& signature, const QByteArray& payload)
{
    QByteArray bytes = signature;
    bytes += big(quint32(payload.size() * 8));
    bytes += payload;
    return bytes;
}

enum class Channel { Alpha, Colours };

/// A colourful picture with these bytes in its lowest bits, column by column.
QImage pictureWith(const QByteArray& bytes, Channel channel, QSize size)
{
    QImage image(size, channel == Channel::Alpha ? QImage::Format_RGBA8888 : QImage::Format_RGB888);
    const int channels = channel == Channel::Alpha ? 4 : 3;
    qsizetype next = 0;
    const auto bit = [&] {
        const int value = next < bytes.size() * 8 ? quint8(bytes[next / 8]) >> (7 - next % 8) & 1 : 0;
        ++next;
        return value;
    };
    for (int x = 0; x < size.width(); ++x) {
        for (int y = 0; y < size.height(); ++y) {
            uchar* pixel = image.scanLine(y) + qsizetype(x) * channels;
            for (int i = 0; i < channels; ++i) {
                const bool isCarrier = channel == Channel::Colours || i == 3;
                const int colour = i == 3 ? 254 : (x * 7 + y * 3 + i * 50) & 0xfe;
                pixel[i] = uchar(colour | (isCarrier ? bit() : 1));
            }
        }
    }
    return image;
}

QByteArray encodedAs(const QImage& image, const char* format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(100); // lossless in WebP
    writer.write(image);
    return bytes;
}

} // namespace

class TestStealth : public QObject
{
    Q_OBJECT

private slots:
    void hiddenText_isRead_data();
    void hiddenText_isRead();
    void novelAiKeywords_areReadAsItsOwn();
    void plainText_goesFirst();
    void brokenPayload_isNothing_data();
    void brokenPayload_isNothing();
    void ordinaryPicture_isLookedAtInItsFirstPixels();
};

void TestStealth::hiddenText_isRead_data()
{
    QTest::addColumn<QByteArray>("file");
    const QByteArray text = kA1111.toUtf8();
    const QSize tall(40, 300);
    const QSize flat(300, 40); // the signature itself takes several columns
    const QByteArray plain = hiddenBytes("stealth_pnginfo", text);
    const QByteArray compressed = hiddenBytes("stealth_pngcomp", gzipped(text));
    const QByteArray colours = hiddenBytes("stealth_rgbinfo", text);
    const QByteArray compressedColours = hiddenBytes("stealth_rgbcomp", gzipped(text));
    QTest::newRow("alpha") << encodedAs(pictureWith(plain, Channel::Alpha, tall), "png");
    QTest::newRow("alpha, packed") << encodedAs(pictureWith(compressed, Channel::Alpha, flat), "png");
    QTest::newRow("colours") << encodedAs(pictureWith(colours, Channel::Colours, tall), "png");
    QTest::newRow("colours, packed") << encodedAs(pictureWith(compressedColours, Channel::Colours, flat),
                                                  "png");
    QTest::newRow("WebP") << encodedAs(pictureWith(plain, Channel::Alpha, tall), "webp");
}

void TestStealth::hiddenText_isRead()
{
    QFETCH(QByteArray, file);
    const Result<FileMetadata> metadata = metadataOf(file);
    QVERIFY(metadata);
    QCOMPARE(metadata->prompt, u"a circle"_s);
    QCOMPARE(metadata->model, u"wai"_s);
    QCOMPARE(metadata->settings.value("seed"_L1).toString(), u"42"_s);
    QVERIFY(metadata->rawText.contains(u"\"pixels\""_s));
}

void TestStealth::novelAiKeywords_areReadAsItsOwn()
{
    const QByteArray json = R"({"Software":"NovelAI","Source":"NovelAI Diffusion V4.5 4BDE2A90",
"Description":"a cat","Comment":"{\"prompt\":\"a cat\",\"uc\":\"blurry\",\"seed\":7,\"steps\":28}"})";
    const QByteArray bytes = hiddenBytes("stealth_pngcomp", gzipped(json));
    const Result<FileMetadata> metadata =
        metadataOf(encodedAs(pictureWith(bytes, Channel::Alpha, {64, 64}), "png"));
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, u"NovelAI"_s);
    QCOMPARE(metadata->prompt, u"a cat"_s);
    QCOMPARE(metadata->negative, u"blurry"_s);
    QCOMPARE(metadata->model, u"NovelAI Diffusion V4.5 4BDE2A90"_s);
}

void TestStealth::plainText_goesFirst()
{
    QImage image = pictureWith(hiddenBytes("stealth_pnginfo", kA1111.toUtf8()), Channel::Alpha, {64, 64});
    image.setText(u"parameters"_s, u"a square\nSteps: 1, Sampler: x, Seed: 2"_s);
    const Result<FileMetadata> metadata = metadataOf(encodedAs(image, "png"));
    QCOMPARE(metadata->prompt, u"a square"_s);
}

void TestStealth::brokenPayload_isNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QByteArray tooLong("stealth_pnginfo");
    tooLong += big(0xffffffff);
    QTest::newRow("a length beyond the picture") << tooLong;
    QTest::newRow("no gzip") << hiddenBytes("stealth_pngcomp", "this is no gzip");
    QTest::newRow("empty") << hiddenBytes("stealth_pnginfo", {});
    QTest::newRow("another signature") << hiddenBytes("stealth_pngxxxx", kA1111.toUtf8());
}

void TestStealth::brokenPayload_isNothing()
{
    QFETCH(QByteArray, bytes);
    const Result<FileMetadata> metadata =
        metadataOf(encodedAs(pictureWith(bytes, Channel::Alpha, {64, 64}), "png"));
    QVERIFY(metadata);
    QVERIFY(!metadata->prompt && metadata->rawText.isEmpty());
}

void TestStealth::ordinaryPicture_isLookedAtInItsFirstPixels()
{
    class Counted : public PixelSource
    {
    public:
        QSize size() const override { return {1000, 1000}; }
        bool hasAlpha() const override { return true; }
        QByteArray leftPart(int columns, int rows) override
        {
            asked = qMax(asked, columns * rows);
            return QByteArray(qsizetype(columns) * rows * 4, '\x55');
        }

        int asked = 0;
    };
    Counted pixels;
    QVERIFY(stealthTexts(pixels).isEmpty());
    QCOMPARE(pixels.asked, 120);
}

QTEST_GUILESS_MAIN(TestStealth)
#include "tst_stealth.moc"
