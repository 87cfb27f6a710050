// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/money.h"

#include <QTest>

using namespace assay;

class TestMoney : public QObject
{
    Q_OBJECT

private slots:
    void decimalText_isExactInMicroUnits_data();
    void decimalText_isExactInMicroUnits();
    void text_thatIsNoAmount_isRefused_data();
    void text_thatIsNoAmount_isRefused();
    void amount_isWrittenWithSixPlaces();
};

void TestMoney::decimalText_isExactInMicroUnits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("micro");
    QTest::newRow("log format") << QStringLiteral("0.040000") << qint64(40'000);
    QTest::newRow("whole") << QStringLiteral("12") << qint64(12'000'000);
    QTest::newRow("leading zeros") << QStringLiteral("000000000000001.5") << qint64(1'500'000);
    QTest::newRow("largest") << QStringLiteral("999999.999999") << qint64(999'999'999'999);
    QTest::newRow("negative") << QStringLiteral("-1.25") << qint64(-1'250'000);
    QTest::newRow("half to even, down") << QStringLiteral("0.0000005") << qint64(0);
    QTest::newRow("half to even, up") << QStringLiteral("0.0000015") << qint64(2);
    QTest::newRow("over half") << QStringLiteral("0.00000051") << qint64(1);
}

void TestMoney::decimalText_isExactInMicroUnits()
{
    QFETCH(QString, text);
    QFETCH(qint64, micro);
    QCOMPARE(parseMicro(text).value_or(-999), micro);
}

void TestMoney::text_thatIsNoAmount_isRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("point only") << QStringLiteral(".");
    QTest::newRow("comma") << QStringLiteral("1,5");
    QTest::newRow("exponent") << QStringLiteral("1e3");
    QTest::newRow("a million") << QStringLiteral("1000000");
    QTest::newRow("does not fit") << QStringLiteral("9999999999999999");
}

void TestMoney::text_thatIsNoAmount_isRefused()
{
    QFETCH(QString, text);
    QVERIFY(!parseMicro(text));
}

void TestMoney::amount_isWrittenWithSixPlaces()
{
    QCOMPARE(microToString(40'000), QStringLiteral("0.040000"));
    QCOMPARE(microToString(-1'250'000), QStringLiteral("-1.250000"));
}

QTEST_APPLESS_MAIN(TestMoney)
#include "tst_money.moc"
