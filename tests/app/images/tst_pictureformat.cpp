// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/images/pictureformat.h"

#include "tests/app/images/pictures.h"

#include <QTest>

using namespace assay;

class TestPictureFormat : public QObject
{
    Q_OBJECT

private slots:
    void content_tellsTheFormat_data();
    void content_tellsTheFormat();
    void everyCutPoint_isNoticed_data();
    void everyCutPoint_isNoticed();
};

void TestPictureFormat::content_tellsTheFormat_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("format");
    const QImage image = twoColours({40, 30});
    for (const char* format : {"png", "jpeg", "webp", "bmp"})
        QTest::newRow(format) << encoded(image, format) << QByteArray(format);
    QTest::newRow("svg is refused") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>")
                                    << QByteArray();
    QTest::newRow("other RIFF") << QByteArray("RIFF\0\0\0\0WAVEfmt ", 16) << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void TestPictureFormat::content_tellsTheFormat()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, format);
    QCOMPARE(pictureFormat(bytes), format);
}

void TestPictureFormat::everyCutPoint_isNoticed_data()
{
    QTest::addColumn<QByteArray>("format");
    for (const char* format : {"png", "jpeg", "webp"})
        QTest::newRow(format) << QByteArray(format);
}

void TestPictureFormat::everyCutPoint_isNoticed()
{
    QFETCH(QByteArray, format);
    const QByteArray bytes = encoded(twoColours({64, 48}), format.constData());
    QCOMPARE(completeness(bytes), Completeness::Complete);
    QCOMPARE(completeness(QByteArray(bytes + "trailing bytes")), Completeness::Complete);
    for (qsizetype length = 16; length < bytes.size(); ++length)
        QVERIFY2(completeness(bytes.first(length)) == Completeness::Cut,
                 QByteArray::number(length).constData());
}

QTEST_GUILESS_MAIN(TestPictureFormat)
#include "tst_pictureformat.moc"
