// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/csvimport.h"
#include "tests/app/intake/importfixture.h"

#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestCsvImport : public QObject
{
    Q_OBJECT

private slots:
    void table_becomesGenerationsAndReviews();
    void tableTwice_changesNothing();
    void verdictFilledInLater_belongsToTheSameRow();
    void badRows_areRefusedWithTheirLine();
    void unknownVerdict_refusesTheVerdictAlone();
    void openTable_isRefusedWithWhatIsMissing();
    void rememberedMapping_isUsedAgain();
    void mappingOfAnotherTable_isRefused();
    void windowsTable_keepsItsUmlauts();
    void equalHeaders_areDifferentColumns();
    void manyRows_areAllTaken();
};

namespace {

constexpr auto kHeaders = "sent at,client,asset,model,prompt,seed,steps,latency ms,cost usd,image,verdict,"
                          "reviewer,reviewed at,note,mood\n";

QByteArray row(const QByteArray& prompt, const QByteArray& verdict = "approved")
{
    return "2026-03-04T12:00:00Z,nord,a1,m-1,\"" + prompt +
           "\",18446744073709551615,28,900,0.04,,"
           "" +
           verdict + ",dana,2026-03-04T13:00:00Z,fine,calm\n";
}

} // namespace

void TestCsvImport::table_becomesGenerationsAndReviews()
{
    const ImportFixture fixture;
    fixture.writeFile(u"t.csv"_s, kHeaders + row("three mugs,\nred") + row("two mugs", "rejected"));
    const ImportReport report = fixture.import({fixture.path(u"t.csv"_s)});
    QCOMPARE(report.problems, {});
    QCOMPARE(report.counts.taken, 4);
    QCOMPARE(fixture.count(u"generations"_s), 2);
    QCOMPARE(fixture.count(u"reviews"_s), 2);
    QCOMPARE(fixture.value(u"SELECT min(settings) FROM generations"_s),
             uR"({"steps":28,"seed":18446744073709551615})"_s);
    QCOMPARE(fixture.value(u"SELECT min(extra) FROM generations"_s), uR"({"mood":"calm"})"_s);
}

void TestCsvImport::tableTwice_changesNothing()
{
    const ImportFixture fixture;
    fixture.writeFile(u"t.csv"_s, kHeaders + row("a cup") + row("a cup") + row("two cups", ""));
    QCOMPARE(fixture.import({fixture.path(u"t.csv"_s)}).counts.taken, 5);
    QCOMPARE(fixture.count(u"generations"_s), 3);
    const ImportReport again = fixture.import({fixture.path(u"t.csv"_s)});
    QCOMPARE(again.counts.taken, 0);
    QCOMPARE(again.counts.known, 5);
    QCOMPARE(fixture.count(u"generations"_s), 3);
    QCOMPARE(fixture.count(u"reviews"_s), 2);
}

void TestCsvImport::verdictFilledInLater_belongsToTheSameRow()
{
    const ImportFixture fixture;
    fixture.writeFile(u"t.csv"_s, kHeaders + row("a cup", ""));
    fixture.import({fixture.path(u"t.csv"_s)});
    QCOMPARE(fixture.count(u"reviews"_s), 0);
    fixture.writeFile(u"t.csv"_s, kHeaders + row("a cup", "rework"));
    fixture.import({fixture.path(u"t.csv"_s)});
    QCOMPARE(fixture.count(u"generations"_s), 1);
    QCOMPARE(fixture.count(u"reviews"_s), 1);
}

void TestCsvImport::badRows_areRefusedWithTheirLine()
{
    const ImportFixture fixture;
    QByteArray late = row("late");
    late.replace("2026-03-04T12", "2999-03-04T12");
    QByteArray rounded = row("rounded");
    rounded.replace("18446744073709551615", "1.84E+19");
    QByteArray undated = row("undated");
    undated.replace("2026-03-04T12:00:00Z", "");
    fixture.writeFile(u"t.csv"_s, kHeaders + late + row("a cup") + rounded + undated + "a,b" +
                                      QByteArray(20, ',') + "c\n" + row("two cups"));
    const ImportReport report = fixture.import({fixture.path(u"t.csv"_s)});
    QCOMPARE(report.counts.refused, 4);
    QCOMPARE(fixture.count(u"generations"_s), 2);
    QList<qint64> lines;
    for (const ImportProblem& problem : report.problems)
        lines.append(problem.line.value_or(0));
    QCOMPARE(lines, (QList<qint64>{2, 4, 5, 6}));
    QVERIFY(report.problems[0].error.detail.contains(u"future"_s));
    QVERIFY(report.problems[1].error.detail.contains(u"\"seed\""_s));
}

void TestCsvImport::unknownVerdict_refusesTheVerdictAlone()
{
    const ImportFixture fixture;
    fixture.writeFile(u"t.csv"_s, kHeaders + row("a cup", "perhaps"));
    const ImportReport report = fixture.import({fixture.path(u"t.csv"_s)});
    QCOMPARE(report.counts.refused, 1);
    QVERIFY(report.problems[0].error.detail.contains(u"perhaps"_s));
    QCOMPARE(fixture.count(u"generations"_s), 1);
    QCOMPARE(fixture.count(u"reviews"_s), 0);
}

void TestCsvImport::openTable_isRefusedWithWhatIsMissing()
{
    const ImportFixture fixture;
    fixture.writeFile(u"t.csv"_s, "Date,Prompt\n3/4/2026,a cup\n");
    const ImportReport report = fixture.import({fixture.path(u"t.csv"_s)});
    QCOMPARE(report.counts.refused, 1);
    QVERIFY(report.problems[0].error.detail.contains(u"zone"_s));
    QVERIFY(report.problems[0].error.detail.contains(u"date_order"_s));
    QCOMPARE(fixture.count(u"generations"_s), 0);
}

void TestCsvImport::rememberedMapping_isUsedAgain()
{
    const ImportFixture fixture;
    fixture.writeFile(u"t.csv"_s, "Date;Prompt;Cost\n3/4/2026;a cup;1,5\n");
    CsvMapping mapping;
    mapping.zone = u"UTC"_s;
    mapping.dateOrder = DateOrder::DayFirst;
    mapping.decimal = DecimalMark::Comma;
    mapping.currency = u"EUR"_s;
    mapping.columns = {
        {u"DATE"_s, CsvField::SentAt}, {u"Prompt"_s, CsvField::Prompt}, {u"Cost"_s, CsvField::Cost}};
    QVERIFY(rememberCsvMapping(fixture.database(), {u"Prompt"_s, u"cost"_s, u"Date"_s}, mapping));
    const ImportReport report = fixture.import({fixture.path(u"t.csv"_s)}, u"nord"_s);
    QCOMPARE(report.problems, {});
    QCOMPARE(fixture.value(u"SELECT sent_at FROM generations"_s), u"1775174400000"_s);
    QCOMPARE(fixture.value(u"SELECT cost_micro FROM generations"_s), u"1500000"_s);
    QCOMPARE(fixture.value(u"SELECT latency_ms IS NULL FROM generations"_s), u"1"_s);
}

void TestCsvImport::mappingOfAnotherTable_isRefused()
{
    const ImportFixture fixture;
    fixture.writeFile(u"t.csv"_s, "Date,Prompt\n2026-03-04T12:00:00Z,a cup\n");
    CsvMapping mapping;
    mapping.columns = {{u"When"_s, CsvField::SentAt}};
    QVERIFY(rememberCsvMapping(fixture.database(), {u"Date"_s, u"Prompt"_s}, mapping));
    const ImportReport report = fixture.import({fixture.path(u"t.csv"_s)});
    QCOMPARE(report.counts.refused, 1);
    QVERIFY(report.problems[0].error.detail.contains(u"When"_s));
}

void TestCsvImport::windowsTable_keepsItsUmlauts()
{
    const ImportFixture fixture;
    QByteArray table = "sep=;\r\nsent at;prompt\r\n";
    for (int i = 0; i < 4000; ++i)
        table += "2026-03-04T12:00:00Z;cup " + QByteArray::number(i) + "\r\n";
    table += "2026-03-04T12:00:00Z;gr\xFCne Tasse \x80\r\n";
    fixture.writeFile(u"t.csv"_s, table);
    const ImportReport report = fixture.import({fixture.path(u"t.csv"_s)});
    QCOMPARE(report.problems, {});
    QCOMPARE(report.counts.taken, 4001);
    QCOMPARE(fixture.value(u"SELECT count(*) FROM prompts WHERE text = 'grüne Tasse €'"_s), u"1"_s);
}

void TestCsvImport::equalHeaders_areDifferentColumns()
{
    const ImportFixture fixture;
    fixture.writeFile(u"t.csv"_s, "sent at,prompt,Mood,mood,,\n2026-03-04T12:00:00Z,a cup,calm,red,x,y\n");
    const auto head = readCsvHead(fixture.path(u"t.csv"_s));
    ASSAY_VERIFY_OK(head);
    QCOMPARE(head->sample.headers, QStringList({u"sent at"_s, u"prompt"_s, u"Mood"_s, u"mood (2)"_s,
                                                u"column 5"_s, u"column 6"_s}));
    CsvMapping mapping = guessCsvMapping(head->sample);
    mapping.columns[2].field = CsvField::Model;
    mapping.columns[4].field = CsvField::Ignored;
    const auto stored = rememberCsvMapping(fixture.database(), head->sample.headers, mapping);
    ASSAY_VERIFY_OK(stored);
    QCOMPARE(fixture.import({fixture.path(u"t.csv"_s)}).problems, {});
    QCOMPARE(fixture.value(u"SELECT extra FROM generations"_s), uR"x({"mood (2)":"red","column 6":"y"})x"_s);
    QCOMPARE(fixture.value(u"SELECT model FROM generations"_s), u"calm"_s);
}

void TestCsvImport::manyRows_areAllTaken()
{
    const ImportFixture fixture;
    QByteArray table = kHeaders;
    constexpr int kRows = 3000;
    for (int i = 0; i < kRows; ++i)
        table += row("cup " + QByteArray::number(i));
    fixture.writeFile(u"t.csv"_s, table);
    QCOMPARE(fixture.import({fixture.path(u"t.csv"_s)}).counts.taken, 2 * kRows);
}

QTEST_GUILESS_MAIN(TestCsvImport)
#include "tst_csvimport.moc"
