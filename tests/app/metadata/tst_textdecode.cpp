// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/textdecode.h"

#include "tests/app/metadata/files.h"

#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestTextDecode : public QObject
{
    Q_OBJECT

private slots:
    void bytes_areUtf8OrLatin1();
    void userComment_isReadInTheOrderOfItsBytes_data();
    void userComment_isReadInTheOrderOfItsBytes();
    void userComment_ofUnknownCode_isNothing();
    void inflate_stopsAtTheLimit();
};

void TestTextDecode::bytes_areUtf8OrLatin1()
{
    QCOMPARE(decodeUtf8OrLatin1("\xe3\x83\x86"), u"\u30c6"_s);
    QCOMPARE(decodeUtf8OrLatin1("caf\xe9"), u"caf\u00e9"_s);
    QCOMPARE(decodeUtf8OrLatin1(""), QString());
}

void TestTextDecode::userComment_isReadInTheOrderOfItsBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("bigTiff");
    QTest::addColumn<QString>("text");
    const QByteArray code("UNICODE\0", 8);
    const QString latin = u"a cat"_s;
    const QString mixed = u"\u30c6\u30b9\u30c8, 1girl"_s;
    const QString japanese = u"\u30c6\u30b9\u30c8"_s;
    QTest::newRow("BE in II") << QByteArray(code + files::utf16(latin, files::ByteOrder::Big)) << false
                              << latin;
    QTest::newRow("LE in MM") << QByteArray(code + files::utf16(latin, files::ByteOrder::Little)) << true
                              << latin;
    QTest::newRow("BE in II, first unit tells nothing")
        << QByteArray(code + files::utf16(mixed, files::ByteOrder::Big)) << false << mixed;
    QTest::newRow("no zero byte: MM decides")
        << QByteArray(code + files::utf16(japanese, files::ByteOrder::Big)) << true << japanese;
    QTest::newRow("no zero byte: II decides")
        << QByteArray(code + files::utf16(japanese, files::ByteOrder::Little)) << false << japanese;
    QTest::newRow("odd length, NUL at the end")
        << QByteArray(code + files::utf16(latin, files::ByteOrder::Big) + QByteArray(3, '\0')) << true
        << latin;
    QTest::newRow("no code at all") << QByteArray("a cat and a dog") << true << u"a cat and a dog"_s;
    QTest::newRow("shorter than a code") << QByteArray("a cat") << true << latin;
    QTest::newRow("empty") << code << true << QString();
}

void TestTextDecode::userComment_isReadInTheOrderOfItsBytes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, bigTiff);
    QFETCH(QString, text);
    QCOMPARE(decodeUserComment(bytes, bigTiff), text);
}

void TestTextDecode::userComment_ofUnknownCode_isNothing()
{
    QVERIFY(!decodeUserComment(QByteArray("JIS\0\0\0\0\0abc", 11), true));
}

void TestTextDecode::inflate_stopsAtTheLimit()
{
    const QByteArray content(100'000, 'x');
    const QByteArray packed = files::deflated(content);
    QCOMPARE(inflateWithLimit(packed, 100'000), content);
    QVERIFY(!inflateWithLimit(packed, 99'999));
    QVERIFY(!inflateWithLimit(packed.chopped(5), 100'000));
    QVERIFY(!inflateWithLimit("no zlib", 100));
    QVERIFY(!inflateWithLimit({}, 100));
}

QTEST_GUILESS_MAIN(TestTextDecode)
#include "tst_textdecode.moc"
