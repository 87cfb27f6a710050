// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/samplerun.h"

#include <QTest>

#include <limits>

using namespace assay;

class TestSampleRun : public QObject
{
    Q_OBJECT

private slots:
    void run_comesBackExactly_data();
    void run_comesBackExactly();
    void decimals_takeSixBytesEach();
    void brokenBytes_areRefused_data();
    void brokenBytes_areRefused();
};

void TestSampleRun::run_comesBackExactly_data()
{
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<int>("clusters");
    QTest::newRow("milliseconds") << std::vector<double>{12, 900, 900, 86'400'000} << 3;
    QTest::newRow("four decimals") << std::vector<double>{0.0001, 0.1, 0.3121, 5.912} << 2;
    QTest::newRow("six decimals") << std::vector<double>{0.000001, 0.654321} << 1;
    QTest::newRow("every digit") << std::vector<double>{1.0 / 3, 2.0 / 3, 1e18} << 3;
    QTest::newRow("too long for 32 bits") << std::vector<double>{1, 3e9} << 2;
    QTest::newRow("negative and zero") << std::vector<double>{-1.5, -0.0, 0.0, 2} << 4;
    QTest::newRow("more clusters than 16 bits") << std::vector<double>(70'000, 7.25) << 70'000;
    QTest::newRow("one") << std::vector<double>{std::numeric_limits<double>::denorm_min()} << 1;
}

void TestSampleRun::run_comesBackExactly()
{
    QFETCH(std::vector<double>, values);
    QFETCH(int, clusters);
    std::vector<Sample> samples;
    for (size_t i = 0; i < values.size(); ++i)
        samples.push_back({values[i], quint32(i % size_t(clusters))});
    const SampleRun run = SampleRun::of(samples);
    const auto back = SampleRun::fromBytes(run.bytes());
    QVERIFY(back.has_value());
    QVERIFY(*back == run);
    QCOMPARE(back->count(), values.size());
    for (size_t i = 0; i < run.count(); ++i)
        QCOMPARE(std::signbit(back->value(i)), std::signbit(run.value(i)));
}

void TestSampleRun::decimals_takeSixBytesEach()
{
    const SampleRun run = SampleRun::of({{0.3121, 0}, {0.25, 1}, {0.5, 1}});
    QCOMPARE(run.bytes().size(), 6 + 3 * 6);
}

void TestSampleRun::brokenBytes_areRefused_data()
{
    QTest::addColumn<QByteArray>("blob");
    const QByteArray sound = SampleRun::of({{1, 0}, {2, 1}}).bytes();
    QVERIFY(SampleRun::fromBytes(sound).has_value());
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut off") << sound.chopped(1);
    QTest::newRow("too long") << QByteArray(sound + 'x');
    QTest::newRow("unknown way of writing") << QByteArray(sound).replace(0, 1, "\x09");
    QTest::newRow("unknown width") << QByteArray(sound).replace(1, 1, "\x03");
    QTest::newRow("out of order") << QByteArray(sound).replace(6, 1, "\x07");
    QTest::newRow("cluster that can't be") << QByteArray(sound).replace(14, 1, "\x7f");
}

void TestSampleRun::brokenBytes_areRefused()
{
    QFETCH(QByteArray, blob);
    QVERIFY(!SampleRun::fromBytes(blob).has_value());
}

QTEST_APPLESS_MAIN(TestSampleRun)
#include "tst_samplerun.moc"
