// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/exchangerate.h"

#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcTime kStart{std::chrono::milliseconds(1'700'000'000'000)};
constexpr std::chrono::hours kDay{24};

ExchangeRate rate(const QString& currency, const QString& text, UtcTime validFrom)
{
    return {
        .currency = currency, .to = u"EUR"_s, .billionths = *parseExchangeRate(text), .validFrom = validFrom};
}

} // namespace

class TestExchangeRate : public QObject
{
    Q_OBJECT

private slots:
    void text_isReadExactly_data();
    void text_isReadExactly();
    void otherText_isRefused_data();
    void otherText_isRefused();
    void conversion_isExact_halfToEven_data();
    void conversion_isExact_halfToEven();
    void rateThatHeldWhenSent_counts();
    void laterWordAboutTheSameInstant_counts();
    void withdrawnRate_doesNotCount();
    void workspaceCurrency_staysAsItIs();
};

void TestExchangeRate::text_isReadExactly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("billionths");
    QTest::addColumn<QString>("shown");
    QTest::newRow("four places") << "0.9235" << 923'500'000LL << "0.9235";
    QTest::newRow("one") << "1" << 1'000'000'000LL << "1";
    QTest::newRow("zeros") << "001.50" << 1'500'000'000LL << "1.5";
    QTest::newRow("no units") << ".5" << 500'000'000LL << "0.5";
    QTest::newRow("the smallest") << "0.000000001" << 1LL << "0.000000001";
    QTest::newRow("rounded") << "0.0000000025" << 2LL << "0.000000002";
    QTest::newRow("rupiah") << "17512.345678901" << 17'512'345'678'901LL << "17512.345678901";
    QTest::newRow("the largest") << "999999.999999999" << 999'999'999'999'999LL << "999999.999999999";
}

void TestExchangeRate::text_isReadExactly()
{
    QFETCH(QString, text);
    QFETCH(qint64, billionths);
    const auto read = parseExchangeRate(text);
    QVERIFY(read.has_value());
    QCOMPARE(*read, billionths);
    QTEST(exchangeRateText(*read), "shown");
}

void TestExchangeRate::otherText_isRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << "";
    QTest::newRow("a point") << ".";
    QTest::newRow("zero") << "0.000";
    QTest::newRow("less than can be kept") << "0.0000000001";
    QTest::newRow("below zero") << "-1";
    QTest::newRow("a sign") << "+1";
    QTest::newRow("a sign in the middle") << "0.-5";
    QTest::newRow("two points") << "1.2.3";
    QTest::newRow("a comma") << "0,9";
    QTest::newRow("words") << "one";
    QTest::newRow("a million") << "1000000";
}

void TestExchangeRate::otherText_isRefused()
{
    QFETCH(QString, text);
    QVERIFY(!parseExchangeRate(text).has_value());
}

void TestExchangeRate::conversion_isExact_halfToEven_data()
{
    QTest::addColumn<qint64>("micro");
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("converted");
    QTest::newRow("an image") << 40'000LL << "0.9235" << 36'940LL;
    QTest::newRow("half, down to even") << 5LL << "0.5" << 2LL;
    QTest::newRow("half, up to even") << 7LL << "0.5" << 4LL;
    QTest::newRow("just above half") << 5LL << "0.500000001" << 3LL;
    QTest::newRow("every digit") << 999'999'999'999LL << "0.123456789" << 123'456'789'000LL;
    QTest::newRow("free") << 0LL << "0.9" << 0LL;
    QTest::newRow("yen") << 163'000'000LL << "0.006123456" << 998'123LL;
    QTest::newRow("into rupiah") << 40'000LL << "17512.345678901" << 700'493'827LL;
    QTest::newRow("given back") << -5LL << "0.5" << -2LL;
}

void TestExchangeRate::conversion_isExact_halfToEven()
{
    QFETCH(qint64, micro);
    QFETCH(QString, text);
    QFETCH(qint64, converted);
    const std::vector<ExchangeRate> rates{rate(u"USD"_s, text, {})};
    const auto money = ExchangeTable(rates).converted({micro, u"USD"_s}, kStart);
    QVERIFY(money.has_value());
    QCOMPARE(money->micro, converted);
    QCOMPARE(money->currency, u"EUR"_s);
}

void TestExchangeRate::rateThatHeldWhenSent_counts()
{
    const std::vector<ExchangeRate> rates{rate(u"USD"_s, u"0.8"_s, kStart + kDay),
                                          rate(u"USD"_s, u"0.9"_s, kStart)};
    const ExchangeTable table(rates);
    const Money cost{100, u"USD"_s};
    QCOMPARE(table.converted(cost, kStart - Milliseconds(1))->micro, 90); // none held yet: the first one
    QCOMPARE(table.converted(cost, kStart)->micro, 90);
    QCOMPARE(table.converted(cost, kStart + kDay - Milliseconds(1))->micro, 90);
    QCOMPARE(table.converted(cost, kStart + kDay)->micro, 80);
    QVERIFY(!table.converted({100, u"GBP"_s}, kStart + kDay).has_value());
}

void TestExchangeRate::laterWordAboutTheSameInstant_counts()
{
    const std::vector<ExchangeRate> rates{rate(u"USD"_s, u"0.9"_s, kStart), rate(u"USD"_s, u"0.7"_s, kStart)};
    QCOMPARE(ExchangeTable(rates).converted({100, u"USD"_s}, kStart)->micro, 70);
}

void TestExchangeRate::withdrawnRate_doesNotCount()
{
    std::vector<ExchangeRate> rates{rate(u"USD"_s, u"0.9"_s, kStart), rate(u"USD"_s, u"0.7"_s, kStart)};
    rates[1].withdrawnAt = kStart;
    QCOMPARE(ExchangeTable(rates).converted({100, u"USD"_s}, kStart)->micro, 90);
    rates[0].withdrawnAt = kStart;
    QVERIFY(ExchangeTable(rates).isEmpty());
    QVERIFY(!ExchangeTable(rates).converted({100, u"USD"_s}, kStart).has_value());
}

void TestExchangeRate::workspaceCurrency_staysAsItIs()
{
    const std::vector<ExchangeRate> rates{rate(u"USD"_s, u"0.9"_s, kStart)};
    const Money cost{100, u"EUR"_s};
    QCOMPARE(ExchangeTable(rates).converted(cost, kStart - kDay), std::optional(cost));
}

QTEST_APPLESS_MAIN(TestExchangeRate)
#include "tst_exchangerate.moc"
