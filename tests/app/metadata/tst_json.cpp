// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/json.h"

#include <QJsonArray>
#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestJson : public QObject
{
    Q_OBJECT

private slots:
    void notQuiteJson_isRead_data();
    void notQuiteJson_isRead();
    void noObject_isNothing_data();
    void noObject_isNothing();
    void scalars_keepTheirDigits();
};

void TestJson::notQuiteJson_isRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QJsonObject>("object");
    QTest::newRow("NUL padding") << u"{\"a\":1}\0\0"_s << QJsonObject{{u"a"_s, 1}};
    QTest::newRow("NaN") << u"{\"a\":NaN,\"b\":[-Infinity]}"_s
                         << QJsonObject{{u"a"_s, QJsonValue()}, {u"b"_s, QJsonArray{QJsonValue()}}};
    QTest::newRow("NaN in a text") << u"{\"a\":\"NaN: \\\"Infinity\"}"_s
                                   << QJsonObject{{u"a"_s, u"NaN: \"Infinity"_s}};
    QTest::newRow("64 bits") << u"{\"a\":18446744073709551615}"_s
                             << QJsonObject{{u"a"_s, u"18446744073709551615"_s}};
    QTest::newRow("digits in a text")
        << u"{\"a\":\"x 18446744073709551615\"}"_s << QJsonObject{{u"a"_s, u"x 18446744073709551615"_s}};
    QTest::newRow("fractions stay numbers") << u"{\"a\":0.12345678901234567890,\"b\":-1.5e3}"_s
                                            << QJsonObject{{u"a"_s, 0.1234567890123456789}, {u"b"_s, -1500}};
}

void TestJson::notQuiteJson_isRead()
{
    QFETCH(QString, text);
    QFETCH(QJsonObject, object);
    const std::optional<QJsonObject> read = parseJsonObject(text);
    QVERIFY(read);
    QCOMPARE(*read, object);
}

void TestJson::noObject_isNothing_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("list") << u"[1]"_s;
    QTest::newRow("cut") << u"{\"a\":\"b"_s;
    QTest::newRow("ends in a backslash") << u"{\"a\":\"b\\"_s;
    QTest::newRow("nested too deep") << QString(u"{\"a\":"_s.repeated(5000));
}

void TestJson::noObject_isNothing()
{
    QFETCH(QString, text);
    QVERIFY(!parseJsonObject(text));
}

void TestJson::scalars_keepTheirDigits()
{
    QCOMPARE(scalarText(QJsonValue(u"abc"_s)), u"abc"_s);
    QCOMPARE(scalarText(QJsonValue(1117698844150624.0)), u"1117698844150624"_s);
    QCOMPARE(scalarText(QJsonValue(7.5)), u"7.5"_s);
    QVERIFY(!scalarText(QJsonValue()));
    QVERIFY(!scalarText(QJsonValue(true)));
    QCOMPARE(scalarNumber(QJsonValue(u" 7.5 "_s)), 7.5);
    QVERIFY(!scalarNumber(QJsonValue(u"inf"_s)));
    QVERIFY(!scalarNumber(QJsonValue(u"7 apples"_s)));
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
