// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/packedcolumns.h"

#include <QTest>

#include <cmath>

using namespace assay;

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

} // namespace

class TestPackedColumns : public QObject
{
    Q_OBJECT

private slots:
    void numbers_comeBackExactly_data();
    void numbers_comeBackExactly();
    void reals_comeBackExactly_data();
    void reals_comeBackExactly();
    void texts_comeBackExactly();
    void oneNumberOften_takesNoRoom();
    void brokenBytes_areNoticed_data();
    void brokenBytes_areNoticed();
};

void TestPackedColumns::numbers_comeBackExactly_data()
{
    QTest::addColumn<std::vector<qint64>>("numbers");
    using Numbers = std::vector<qint64>;
    constexpr qint64 kMost = std::numeric_limits<qint64>::max();
    QTest::newRow("nothing") << Numbers{};
    QTest::newRow("one") << Numbers{-7};
    QTest::newRow("gaps only") << Numbers{kNoNumber, kNoNumber};
    QTest::newRow("one and a gap") << Numbers{4, kNoNumber};
    QTest::newRow("a byte") << Numbers{-3, 252};
    QTest::newRow("a byte with a gap is two") << Numbers{-3, 252, kNoNumber};
    QTest::newRow("two bytes") << Numbers{1'000'000, 1'065'535};
    QTest::newRow("four bytes") << Numbers{1'772'000'000'000, 1'772'604'800'000, kNoNumber};
    QTest::newRow("everything there is") << Numbers{kNoNumber + 1, kMost, kNoNumber, 0};
}

void TestPackedColumns::numbers_comeBackExactly()
{
    QFETCH(std::vector<qint64>, numbers);
    ColumnPacker packer;
    packer.add(numbers);
    ColumnReader reader(packer.bytes());
    QCOMPARE(reader.numbers(numbers.size()), numbers);
    QVERIFY(reader.isSound());
    QVERIFY(reader.isAtEnd());
}

void TestPackedColumns::reals_comeBackExactly_data()
{
    QTest::addColumn<std::vector<double>>("reals");
    using Reals = std::vector<double>;
    QTest::newRow("nothing") << Reals{};
    QTest::newRow("none is there") << Reals{kNone, kNone};
    QTest::newRow("four decimals") << Reals{0.3121, kNone, 5.8};
    QTest::newRow("every digit") << Reals{1.0 / 3, kNone, 1e300};
    QTest::newRow("negative zero") << Reals{-0.0, 0.0};
    QTest::newRow("infinite") << Reals{std::numeric_limits<double>::infinity(), 1};
}

void TestPackedColumns::reals_comeBackExactly()
{
    QFETCH(std::vector<double>, reals);
    ColumnPacker packer;
    packer.add(reals);
    ColumnReader reader(packer.bytes());
    const std::vector<double> back = reader.reals(reals.size());
    QVERIFY(reader.isSound() && reader.isAtEnd());
    QCOMPARE(back.size(), reals.size());
    for (size_t i = 0; i < reals.size(); ++i) {
        QCOMPARE(std::isnan(back[i]), std::isnan(reals[i]));
        QCOMPARE(std::signbit(back[i]), std::signbit(reals[i]));
        QVERIFY(std::isnan(reals[i]) || back[i] == reals[i]);
    }
}

void TestPackedColumns::texts_comeBackExactly()
{
    const QStringList texts{QStringLiteral("EUR"), QString(), QStringLiteral("Größe \U0001F98A")};
    ColumnPacker packer;
    packer.add(texts);
    packer.add(std::vector<qint64>{3, 1});
    ColumnReader reader(packer.bytes());
    QCOMPARE(reader.texts(), texts);
    QCOMPARE(reader.numbers(2), (std::vector<qint64>{3, 1}));
    QVERIFY(reader.isSound() && reader.isAtEnd());
}

void TestPackedColumns::oneNumberOften_takesNoRoom()
{
    ColumnPacker packer;
    packer.add(std::vector<qint64>(10'000, 42));
    QVERIFY(packer.bytes().size() < 16);
}

void TestPackedColumns::brokenBytes_areNoticed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    ColumnPacker packer;
    packer.add(std::vector<qint64>{1, 2, 300});
    const QByteArray sound = packer.bytes();
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << sound.chopped(1);
    QTest::newRow("a width that is none") << QByteArray("\x03").append(sound.mid(1));
    QTest::newRow("head only") << sound.left(4);
}

void TestPackedColumns::brokenBytes_areNoticed()
{
    QFETCH(QByteArray, bytes);
    ColumnReader reader(bytes);
    QVERIFY(reader.numbers(3).empty());
    QVERIFY(!reader.isSound());
    // What follows is nothing too.
    QVERIFY(reader.reals(3).empty());
    QVERIFY(reader.texts().isEmpty());
}

QTEST_GUILESS_MAIN(TestPackedColumns)
#include "tst_packedcolumns.moc"
