// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"

#include <QTest>

using namespace assay;

class TestClock : public QObject
{
    Q_OBJECT

private slots:
    void rfc3339_isReadWithOffsetOnly_data();
    void rfc3339_isReadWithOffsetOnly();
    void writtenTime_readsBackTheSame();
};

void TestClock::rfc3339_isReadWithOffsetOnly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms"); // -1: refused
    QTest::newRow("zulu") << QStringLiteral("1970-01-01T00:00:01.5Z") << qint64(1500);
    QTest::newRow("offset") << QStringLiteral("1970-01-01T02:00:00+02:00") << qint64(0);
    QTest::newRow("negative offset") << QStringLiteral("1970-01-01T00:00:00-00:30") << qint64(1'800'000);
    QTest::newRow("microseconds are cut") << QStringLiteral("1970-01-01T00:00:00.123999Z") << qint64(123);
    QTest::newRow("no offset is never guessed") << QStringLiteral("1970-01-01T00:00:00") << qint64(-1);
    QTest::newRow("no such day") << QStringLiteral("2026-02-30T00:00:00Z") << qint64(-1);
    QTest::newRow("words") << QStringLiteral("yesterday") << qint64(-1);
    QTest::newRow("empty") << QString() << qint64(-1);
}

void TestClock::rfc3339_isReadWithOffsetOnly()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    const auto time = parseRfc3339(text);
    QCOMPARE(time ? toEpochMs(*time) : qint64(-1), ms);
}

void TestClock::writtenTime_readsBackTheSame()
{
    const UtcTime time = fromEpochMs(1'795'412'345'678);
    QCOMPARE(toRfc3339(time).right(5), QStringLiteral(".678Z"));
    QVERIFY(parseRfc3339(toRfc3339(time)) == time);
}

QTEST_APPLESS_MAIN(TestClock)
#include "tst_clock.moc"
