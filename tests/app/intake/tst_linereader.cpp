// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/linereader.h"

#include <QBuffer>
#include <QTest>

using namespace assay;

class TestLineReader : public QObject
{
    Q_OBJECT

private slots:
    void content_givesLines_data();
    void content_givesLines();
    void lineLongerThanAChunk_isWhole();
    void tooLongLine_isNamedAndTheNextIsRead();
    void everyLine_saysWhereItEnds();
    void resume_goesOnBehindALine();
    void resume_startsAnewWhenTheFileIsAnother_data();
    void resume_startsAnewWhenTheFileIsAnother();
};

namespace {

/// Each line as "number state text".
QStringList described(LineReader& reader)
{
    QStringList lines;
    while (true) {
        const auto line = reader.next();
        if (!line || !*line)
            return lines;
        const char* state = (*line)->state == LogLine::State::Complete ? "complete"
                            : (*line)->state == LogLine::State::Open   ? "open"
                                                                       : "toolong";
        lines += QStringLiteral("%1 %2 %3")
                     .arg((*line)->number)
                     .arg(QLatin1String(state), QString::fromUtf8((*line)->text));
    }
}

} // namespace

void TestLineReader::content_givesLines_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("lines");
    const auto line = [](const char* text) { return QString::fromLatin1(text); };
    QTest::newRow("empty") << QByteArray() << QStringList();
    QTest::newRow("two") << QByteArray("a\nb\n") << QStringList{line("1 complete a"), line("2 complete b")};
    QTest::newRow("open end") << QByteArray("a\nb") << QStringList{line("1 complete a"), line("2 open b")};
    QTest::newRow("crlf") << QByteArray("a\r\nb\r\n")
                          << QStringList{line("1 complete a"), line("2 complete b")};
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf"
                                                   "a\n")
                                     << QStringList{line("1 complete a")};
    QTest::newRow("blank lines count")
        << QByteArray("\n\na\n")
        << QStringList{line("1 complete "), line("2 complete "), line("3 complete a")};
}

void TestLineReader::content_givesLines()
{
    QFETCH(QByteArray, content);
    QFETCH(QStringList, lines);
    QBuffer buffer(&content);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    LineReader reader(buffer);
    QCOMPARE(described(reader), lines);
}

void TestLineReader::lineLongerThanAChunk_isWhole()
{
    const QByteArray longLine(1'000'000, 'x');
    QByteArray content = "a\n" + longLine + "\nb\n";
    QBuffer buffer(&content);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    LineReader reader(buffer);
    const QStringList lines = described(reader);
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[1].size(), longLine.size() + QStringLiteral("2 complete ").size());
    QCOMPARE(lines[2], QStringLiteral("3 complete b"));
}

void TestLineReader::tooLongLine_isNamedAndTheNextIsRead()
{
    QByteArray content = QByteArray(700'000, 'x') + "\nb\n" + QByteArray(700'000, 'y');
    QBuffer buffer(&content);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    LineReader reader(buffer, 1000);
    QCOMPARE(described(reader), (QStringList{QStringLiteral("1 toolong "), QStringLiteral("2 complete b"),
                                             QStringLiteral("3 toolong ")}));
}

void TestLineReader::everyLine_saysWhereItEnds()
{
    QByteArray content = "\xef\xbb\xbf"
                         "ab\r\ncd\nef";
    QBuffer buffer(&content);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    LineReader reader(buffer);
    QList<qint64> ends;
    for (auto line = reader.next(); line && *line; line = reader.next())
        ends.append((*line)->end);
    QCOMPARE(ends, (QList<qint64>{7, 10, 12}));
}

void TestLineReader::resume_goesOnBehindALine()
{
    QByteArray content = "ab\ncd\nef\n";
    QBuffer buffer(&content);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    LineReader reader(buffer);
    const auto resumed = reader.resume(6, 2);
    QVERIFY(resumed);
    QVERIFY(*resumed);
    QVERIFY2(buffer.pos() <= 6, "what was read before is not read again");
    QCOMPARE(described(reader), QStringList{QStringLiteral("3 complete ef")});
}

void TestLineReader::resume_startsAnewWhenTheFileIsAnother_data()
{
    QTest::addColumn<qint64>("position");
    QTest::newRow("in the middle of a line") << qint64(4);
    QTest::newRow("behind the end") << qint64(40);
}

void TestLineReader::resume_startsAnewWhenTheFileIsAnother()
{
    QFETCH(qint64, position);
    QByteArray content = "ab\ncd\n";
    QBuffer buffer(&content);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    LineReader reader(buffer);
    const auto resumed = reader.resume(position, 1);
    QVERIFY(resumed);
    QVERIFY(!*resumed);
    QCOMPARE(described(reader),
             (QStringList{QStringLiteral("1 complete ab"), QStringLiteral("2 complete cd")}));
}

QTEST_GUILESS_MAIN(TestLineReader)
#include "tst_linereader.moc"
