// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/metadata/files.h"
#include "tests/app/metadata/reading.h"

#include <QTest>

#include <brotli/encode.h>

using namespace assay;
using namespace assay::files;
using namespace Qt::StringLiterals;

namespace {

const QString kText = u"a cat\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 42, Model: wai"_s;

QByteArray box(const QByteArray& type, const QByteArray& content)
{
    return QByteArray(big(quint32(content.size() + 8)) + type + content);
}

QByteArray file(const QByteArray& boxes)
{
    return QByteArray(box("JXL ", QByteArray("\r\n\x87\n", 4)) +
                      box("ftyp", QByteArray("jxl \0\0\0\0jxl ", 12)) + boxes);
}

/// The start of a codestream of 200 x 100: height as 9 bits, no ratio, width as 9 bits.
QByteArray codestream()
{
    const quint64 bits = quint64(99) << 3 | quint64(199)
                                                << 17; // 1 bit, 2 bits, 9 bits, 3 bits, 2 bits, 9 bits
    QByteArray bytes("\xff\x0a");
    for (int i = 0; i < 6; ++i)
        bytes += char(bits >> 8 * i & 0xff);
    return bytes;
}

QByteArray packed(const QByteArray& bytes)
{
    QByteArray result(bytes.size() + 1000, '\0');
    auto size = size_t(result.size());
    BrotliEncoderCompress(5, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_GENERIC, size_t(bytes.size()),
                          reinterpret_cast<const uint8_t*>(bytes.constData()), &size,
                          reinterpret_cast<uint8_t*>(result.data()));
    result.truncate(qsizetype(size));
    return result;
}

QByteArray exif()
{
    return QByteArray(QByteArray(4, '\0') + tiff({userComment(kText, ByteOrder::Big)}, ByteOrder::Big));
}

} // namespace

class TestJxlContainer : public QObject
{
    Q_OBJECT

private slots:
    void size_isThatOfTheCodestream_data();
    void size_isThatOfTheCodestream();
    void boxes_areRead_data();
    void boxes_areRead();
    void brokenBoxes_areProblems_data();
    void brokenBoxes_areProblems();
};

void TestJxlContainer::size_isThatOfTheCodestream_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QSize>("size");
    QTest::newRow("bare") << codestream() << QSize(200, 100);
    QTest::newRow("in a box") << file(box("jxlc", codestream())) << QSize(200, 100);
    QTest::newRow("in parts") << file(box("jxlp", QByteArray(4, '\0') + codestream())) << QSize(200, 100);
    // small: 1 bit, 5 bits of height / 8 - 1, then ratio 5 (16:9)
    QTest::newRow("by ratio") << QByteArray("\xff\x0a\x51\x01\0\0", 6) << QSize(128, 72);
}

void TestJxlContainer::size_isThatOfTheCodestream()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QSize, size);
    const Result<Container> container = containerOf(bytes);
    QVERIFY(container);
    QCOMPARE(container->format, ContainerFormat::Jxl);
    QCOMPARE(container->size, size);
}

void TestJxlContainer::boxes_areRead_data()
{
    QTest::addColumn<QByteArray>("boxes");
    QTest::newRow("Exif") << box("Exif", exif());
    QTest::newRow("Exif, packed") << box("brob", "Exif" + packed(exif()));
    QTest::newRow("after the picture") << QByteArray(box("jxlc", codestream()) + box("Exif", exif()));
}

void TestJxlContainer::boxes_areRead()
{
    QFETCH(QByteArray, boxes);
    const Result<FileMetadata> metadata = metadataOf(file(boxes));
    QVERIFY(metadata);
    QCOMPARE(metadata->prompt, u"a cat"_s);
    QCOMPARE(metadata->model, u"wai"_s);
    QVERIFY(metadata->problems.isEmpty());
}

void TestJxlContainer::brokenBoxes_areProblems_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no Brotli") << file(box("brob", "Exif\xff\xff\xff"));
    QTest::newRow("cut") << file(box("Exif", exif()).chopped(20));
    QTest::newRow("unpacks to too much")
        << file(box("brob", "xml " + packed(QByteArray(9 * 1024 * 1024, ' '))));
}

void TestJxlContainer::brokenBoxes_areProblems()
{
    QFETCH(QByteArray, bytes);
    const Result<FileMetadata> metadata = metadataOf(bytes);
    QVERIFY(metadata);
    QVERIFY(!metadata->problems.isEmpty());
    QVERIFY(!metadata->prompt);
}

QTEST_GUILESS_MAIN(TestJxlContainer)
#include "tst_jxlcontainer.moc"
