// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/isoweek.h"

#include <QTest>

using namespace assay;

class TestIsoWeek : public QObject
{
    Q_OBJECT

private slots:
    void instant_fallsIntoTheLocalIsoWeek_data();
    void instant_fallsIntoTheLocalIsoWeek();
    void weeksAroundClockChanges_have167And169Hours();
    void name_readsBack_andWeek53OnlyWhereItExists();
};

void TestIsoWeek::instant_fallsIntoTheLocalIsoWeek_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("week");
    // The law's own self-test cases.
    QTest::newRow("last instant of 2026")
        << QStringLiteral("Europe/Berlin") << QStringLiteral("2027-01-03T22:59:59.999Z")
        << QStringLiteral("2026-W53");
    QTest::newRow("first instant of 2027")
        << QStringLiteral("Europe/Berlin") << QStringLiteral("2027-01-03T23:00:00.000Z")
        << QStringLiteral("2027-W01");
    QTest::newRow("december belongs to the next year")
        << QStringLiteral("Europe/Berlin") << QStringLiteral("2024-12-30T10:00:00+01:00")
        << QStringLiteral("2025-W01");
    QTest::newRow("half-hour clock change")
        << QStringLiteral("Australia/Lord_Howe") << QStringLiteral("2026-04-05T13:29:59Z")
        << QStringLiteral("2026-W14");
    QTest::newRow("half-hour clock change, next")
        << QStringLiteral("Australia/Lord_Howe") << QStringLiteral("2026-04-05T13:30:00Z")
        << QStringLiteral("2026-W15");
}

void TestIsoWeek::instant_fallsIntoTheLocalIsoWeek()
{
    QFETCH(QString, zone);
    QFETCH(QString, time);
    QFETCH(QString, week);
    const WeekCalendar calendar{QTimeZone(zone.toLatin1())};
    QCOMPARE(calendar.weekOf(parseRfc3339(time).value()).name(), week);
}

void TestIsoWeek::weeksAroundClockChanges_have167And169Hours()
{
    const WeekCalendar calendar{QTimeZone("Europe/Berlin")};
    const auto hours = [&calendar](QDate monday) {
        const IsoWeek week{monday};
        return (calendar.endOf(week) - calendar.startOf(week)) / std::chrono::hours(1);
    };
    QCOMPARE(hours(QDate(2026, 3, 23)), 167);
    QCOMPARE(hours(QDate(2026, 10, 19)), 169);
    QCOMPARE(hours(QDate(2026, 6, 1)), 168);
}

void TestIsoWeek::name_readsBack_andWeek53OnlyWhereItExists()
{
    const auto week = IsoWeek::fromName(u"2026-W53");
    QVERIFY(week);
    QCOMPARE(week->name(), QStringLiteral("2026-W53"));
    QCOMPARE(week->next().name(), QStringLiteral("2027-W01"));
    QVERIFY(!IsoWeek::fromName(u"2025-W53"));
    QVERIFY(!IsoWeek::fromName(u"2025-W00"));
    QVERIFY(!IsoWeek::fromName(u"soon"));
}

QTEST_APPLESS_MAIN(TestIsoWeek)
#include "tst_isoweek.moc"
