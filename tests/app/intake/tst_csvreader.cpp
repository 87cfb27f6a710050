// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/csvreader.h"

#include <QBuffer>
#include <QStringEncoder>
#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestCsvReader : public QObject
{
    Q_OBJECT

private slots:
    void quotes_keepSeparatorsLineEndsAndSpaces();
    void openQuote_isReportedWithItsLine();
    void nul_isKept();
    void emptyFile_hasNoRows();
    void encodings_areDetectedAndRead_data();
    void encodings_areDetectedAndRead();
    void separators_areDetected_data();
    void separators_areDetected();
    void wrongBytes_areDamaged();
    void endInsideACharacter_isDamaged_data();
    void endInsideACharacter_isDamaged();
    void tooManyColumns_areReportedWithTheirLine();
};

namespace {

struct Reading
{
    QList<CsvRow> rows;
    std::optional<Error> problem;
};

Reading readAll(QByteArray bytes, CsvEncoding encoding = CsvEncoding::Utf8, char separator = ',')
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer, encoding, separator);
    Reading reading;
    for (;;) {
        const auto row = reader.next();
        if (!row) {
            reading.problem = row.error();
            return reading;
        }
        if (!*row)
            return reading;
        reading.rows.append(**row);
    }
}

} // namespace

void TestCsvReader::quotes_keepSeparatorsLineEndsAndSpaces()
{
    const auto [rows, problem] = readAll("a, b\r\n\r\n\"x,\n\"\"y\"\"\",\" z \"\r\nlast,");
    QVERIFY(!problem);
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0].cells, (QStringList{u"a"_s, u" b"_s}));
    QCOMPARE(rows[1].cells, (QStringList{u"x,\n\"y\""_s, u" z "_s}));
    QCOMPARE(rows[1].line, 3);
    QCOMPARE(rows[2].cells, (QStringList{u"last"_s, QString()}));
    QCOMPARE(rows[2].line, 5);
}

void TestCsvReader::openQuote_isReportedWithItsLine()
{
    const auto reading = readAll("a,b\n\"open,c\nd,e\n");
    QVERIFY(reading.problem);
    QVERIFY(reading.problem->kind == ErrorKind::Damaged);
    QVERIFY(reading.problem->detail.contains(u"line 2"_s));
    QCOMPARE(reading.rows.size(), 1);
}

void TestCsvReader::nul_isKept()
{
    const auto [rows, problem] = readAll(QByteArray("a\0b,c\n", 6));
    QVERIFY(!problem);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0].cells.first().size(), 3);
}

void TestCsvReader::emptyFile_hasNoRows()
{
    const auto [rows, problem] = readAll({});
    QVERIFY(!problem && rows.isEmpty());
}

void TestCsvReader::encodings_areDetectedAndRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("encoding");
    const QString text = u"name;price\nKöln;5 €\n"_s;
    QByteArray latin("name;price\nK\xF6ln;5 \x80\n");
    QTest::newRow("utf-8") << text.toUtf8() << int(CsvEncoding::Utf8);
    QTest::newRow("utf-8 with mark") << "\xEF\xBB\xBF" + text.toUtf8() << int(CsvEncoding::Utf8);
    QTest::newRow("windows-1252") << latin << int(CsvEncoding::Windows1252);
    for (const bool hasMark : {true, false}) {
        const auto flags = hasMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default;
        QStringEncoder little(QStringEncoder::Utf16LE, flags);
        QStringEncoder big(QStringEncoder::Utf16BE, flags);
        QTest::addRow("utf-16 le, mark %d", hasMark) << QByteArray(little(text)) << int(CsvEncoding::Utf16Le);
        QTest::addRow("utf-16 be, mark %d", hasMark) << QByteArray(big(text)) << int(CsvEncoding::Utf16Be);
    }
}

void TestCsvReader::encodings_areDetectedAndRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, encoding);
    const CsvEncoding found = detectCsvEncoding(bytes);
    QCOMPARE(int(found), encoding);
    QCOMPARE(detectCsvSeparator(bytes, found), ';');
    const auto [rows, problem] = readAll(bytes, found, ';');
    QVERIFY(!problem);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].cells.first(), u"name"_s);
    QCOMPARE(rows[1].cells, (QStringList{u"Köln"_s, u"5 €"_s}));
}

void TestCsvReader::separators_areDetected_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<char>("separator");
    QTest::newRow("comma") << QByteArray("a,b\n1,2\n") << ',';
    QTest::newRow("tab") << QByteArray("a\tb\n1,5\t2\n") << '\t';
    QTest::newRow("pipe") << QByteArray("a|b\n1|2\n") << '|';
    QTest::newRow("quoted commas") << QByteArray("a;b\n\"x,y,z\";\"1,2,3\"\n") << ';';
    QTest::newRow("one column") << QByteArray("a\n1\n") << ',';
}

void TestCsvReader::separators_areDetected()
{
    QFETCH(QByteArray, bytes);
    QFETCH(char, separator);
    QCOMPARE(detectCsvSeparator(bytes, CsvEncoding::Utf8), separator);
}

void TestCsvReader::wrongBytes_areDamaged()
{
    const auto reading = readAll("a,b\nK\xF6ln,c\n");
    QVERIFY(reading.problem);
    QVERIFY(reading.problem->kind == ErrorKind::Damaged);
}

void TestCsvReader::endInsideACharacter_isDamaged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("encoding");
    QTest::newRow("UTF-8, two of three") << QByteArray("a,b\n\xe2\x82") << int(CsvEncoding::Utf8);
    QTest::newRow("UTF-8, one of two") << QByteArray("a,b\n\xc3") << int(CsvEncoding::Utf8);
    QTest::newRow("UTF-16, odd") << QByteArray("a\0,\0b", 5) << int(CsvEncoding::Utf16Le);
    QTest::newRow("UTF-16, half a pair") << QByteArray("a\0\x3d\xd8", 4) << int(CsvEncoding::Utf16Le);
    QTest::newRow("UTF-16 BE, half a pair") << QByteArray("\0a\xd8\x3d", 4) << int(CsvEncoding::Utf16Be);
}

void TestCsvReader::endInsideACharacter_isDamaged()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, encoding);
    const auto reading = readAll(bytes, static_cast<CsvEncoding>(encoding));
    QVERIFY(reading.problem);
    QVERIFY(reading.problem->kind == ErrorKind::Damaged);
    QVERIFY(!readAll("a,b\n\xe2\x82\xac").problem);
}

void TestCsvReader::tooManyColumns_areReportedWithTheirLine()
{
    const QByteArray wide(CsvReader::kMaxColumns, ',');
    const auto reading = readAll("a,b\n" + wide + "\n");
    QVERIFY(reading.problem);
    QVERIFY(reading.problem->kind == ErrorKind::TooLarge);
    QVERIFY2(reading.problem->detail.contains(u"line 2"_s), qPrintable(reading.problem->detail));
    QCOMPARE(reading.rows.size(), 1);
    QVERIFY(readAll(wide).problem);
    QVERIFY(!readAll(wide.chopped(1) + "\n").problem);
}

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
