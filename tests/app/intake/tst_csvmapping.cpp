// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/csvguess.h"
#include "app/intake/csvpreview.h"
#include "app/intake/csvvalues.h"

#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestCsvMapping : public QObject
{
    Q_OBJECT

private slots:
    void numbers_areReadWithEitherMark_data();
    void numbers_areReadWithEitherMark();
    void times_areReadInEveryShape_data();
    void times_areReadInEveryShape();
    void words_areUnderstood();
    void json_comesBackTheSame();
    void json_thatIsWrongNamesTheKey_data();
    void json_thatIsWrongNamesTheKey();
    void germanTable_isGuessedCompletely();
    void slashes_areDecidedByTheColumn_data();
    void slashes_areDecidedByTheColumn();
    void openTable_asksWhatItLeavesOpen();
    void signature_doesNotDependOnOrderOrCase();
    void preview_saysWhatWouldBeRefused();
    void columnsOfAMapping_areInTheTablesOrder();
};

namespace {

CsvSample sample(const QStringList& headers, const QList<QStringList>& rows)
{
    CsvSample result{headers, {}};
    for (const QStringList& cells : rows)
        result.rows.append({result.rows.size() + 2, cells});
    return result;
}

CsvField fieldOf(const CsvMapping& mapping, const QString& header)
{
    for (const CsvColumn& column : mapping.columns) {
        if (column.header == header)
            return column.field;
    }
    return CsvField::Ignored;
}

} // namespace

void TestCsvMapping::numbers_areReadWithEitherMark_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("point");
    QTest::addColumn<QString>("comma");
    QTest::addColumn<QString>("open");
    QTest::newRow("whole") << u"1234"_s << u"1234"_s << u"1234"_s << u"1234"_s;
    QTest::newRow("point") << u"0.040"_s << u"0.040"_s << QString() << u"0.040"_s;
    QTest::newRow("comma") << u"0,04"_s << QString() << u"0.04"_s << u"0.04"_s;
    QTest::newRow("either") << u"1,234"_s << u"1234"_s << u"1.234"_s << QString();
    QTest::newRow("both, German") << u"1.234,50"_s << QString() << u"1234.50"_s << u"1234.50"_s;
    QTest::newRow("both, English") << u"1,234.50"_s << u"1234.50"_s << QString() << u"1234.50"_s;
    QTest::newRow("thin spaces") << u"1\u202F234\u202F567,5"_s << QString() << u"1234567.5"_s
                                 << u"1234567.5"_s;
    QTest::newRow("Swiss") << u"12'345.6"_s << u"12345.6"_s << QString() << u"12345.6"_s;
    QTest::newRow("bad group") << u"1,23,4.5"_s << QString() << QString() << QString();
    QTest::newRow("negative") << u"-3.5"_s << u"-3.5"_s << QString() << u"-3.5"_s;
    QTest::newRow("exponent") << u"8.1E+08"_s << QString() << QString() << QString();
    QTest::newRow("words") << u"three"_s << QString() << QString() << QString();
    QTest::newRow("empty") << QString() << QString() << QString() << QString();
}

void TestCsvMapping::numbers_areReadWithEitherMark()
{
    QFETCH(QString, cell);
    QTEST(plainDecimal(cell, DecimalMark::Point).value_or(QString()), "point");
    QTEST(plainDecimal(cell, DecimalMark::Comma).value_or(QString()), "comma");
    QTEST(plainDecimal(cell, std::nullopt).value_or(QString()), "open");
}

void TestCsvMapping::times_areReadInEveryShape_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<int>("order"); // 0: none, 1: day first, 2: month first
    QTest::addColumn<QString>("expected");
    QTest::newRow("ISO, Z") << u"2026-03-04T12:00:00Z"_s << 0 << u"2026-03-04T12:00:00.000Z"_s;
    QTest::newRow("ISO, offset") << u"2026-03-04 12:00:00.25+0200"_s << 0 << u"2026-03-04T10:00:00.250Z"_s;
    QTest::newRow("ISO, local") << u"2026-03-04 12:00"_s << 0 << u"2026-03-04T11:00:00.000Z"_s;
    QTest::newRow("day alone") << u"2026-03-04"_s << 0 << u"2026-03-03T23:00:00.000Z"_s;
    QTest::newRow("German") << u"4.3.2026 14:30"_s << 0 << u"2026-03-04T13:30:00.000Z"_s;
    QTest::newRow("German, Uhr") << u"04.03.26, 14:30:05 Uhr"_s << 0 << u"2026-03-04T13:30:05.000Z"_s;
    QTest::newRow("US") << u"3/4/2026 2:30 PM"_s << 2 << u"2026-03-04T13:30:00.000Z"_s;
    QTest::newRow("British") << u"3/4/2026 14:30"_s << 1 << u"2026-04-03T12:30:00.000Z"_s;
    QTest::newRow("midnight") << u"3/4/2026 12:05 AM"_s << 2 << u"2026-03-03T23:05:00.000Z"_s;
    QTest::newRow("either order") << u"3/4/2026"_s << 0 << QString();
    QTest::newRow("one order") << u"25/4/2026"_s << 0 << u"2026-04-24T22:00:00.000Z"_s;
    QTest::newRow("wrong order") << u"25/4/2026"_s << 2 << QString();
    QTest::newRow("name") << u"4 Mar 2026 08:00"_s << 0 << u"2026-03-04T07:00:00.000Z"_s;
    QTest::newRow("German name") << u"4. März 2026 08:00"_s << 0 << u"2026-03-04T07:00:00.000Z"_s;
    QTest::newRow("US name") << u"Mar 4, 2026 8:00 AM"_s << 0 << u"2026-03-04T07:00:00.000Z"_s;
    QTest::newRow("Excel's number") << u"46085.5"_s << 0 << u"2026-03-04T11:00:00.000Z"_s;
    QTest::newRow("Excel's number, comma") << u"46085,5"_s << 0 << u"2026-03-04T11:00:00.000Z"_s;
    QTest::newRow("Unix") << u"1772625600"_s << 0 << u"2026-03-04T12:00:00.000Z"_s;
    QTest::newRow("Unix, ms") << u"1772625600250"_s << 0 << u"2026-03-04T12:00:00.250Z"_s;
    QTest::newRow("skipped hour") << u"2026-03-29 02:30"_s << 0 << QString();
    QTest::newRow("before the skipped hour") << u"2026-03-29 01:59"_s << 0 << u"2026-03-29T00:59:00.000Z"_s;
    QTest::newRow("after it") << u"2026-03-29 03:00"_s << 0 << u"2026-03-29T01:00:00.000Z"_s;
    QTest::newRow("repeated hour is the first")
        << u"2026-10-25 02:30"_s << 0 << u"2026-10-25T00:30:00.000Z"_s;
    QTest::newRow("after it, autumn") << u"2026-10-25 03:00"_s << 0 << u"2026-10-25T02:00:00.000Z"_s;
    QTest::newRow("no such day") << u"30.2.2026"_s << 0 << QString();
    QTest::newRow("no such hour") << u"2026-03-04 25:00"_s << 0 << QString();
    QTest::newRow("small number") << u"17"_s << 0 << QString();
    QTest::newRow("words") << u"yesterday"_s << 0 << QString();
}

void TestCsvMapping::times_areReadInEveryShape()
{
    QFETCH(QString, cell);
    QFETCH(int, order);
    CsvTimeRules rules;
    if (order > 0)
        rules.order = order == 1 ? DateOrder::DayFirst : DateOrder::MonthFirst;
    rules.zone = QTimeZone("Europe/Berlin");
    const auto time = readCsvTime(cell, rules);
    QTEST(time ? toRfc3339(*time) : QString(), "expected");
    rules.zone = QTimeZone();
    const auto unzoned = readCsvTime(cell, rules);
    QCOMPARE(unzoned.has_value(), time.has_value() && !csvTimeNeeds(cell).needsZone);
}

void TestCsvMapping::words_areUnderstood()
{
    QCOMPARE(csvDisposition(u"Freigegeben "), Disposition::Accepted);
    QCOMPARE(csvDisposition(u"needs  rework"), Disposition::Revised);
    QCOMPARE(csvDisposition(u"NEIN"), Disposition::Rejected);
    QVERIFY(!csvDisposition(u"perhaps"));
    QVERIFY(saysUndecided(u"offen") && saysUndecided(u"") && !saysUndecided(u"perhaps"));
    QCOMPARE(csvStatus(u"Fehlgeschlagen"), GenerationStatus::Error);
    QCOMPARE(csvStatus(u"blocked"), GenerationStatus::ContentFilter);
    QVERIFY(!csvStatus(u"purple"));
}

void TestCsvMapping::json_comesBackTheSame()
{
    CsvMapping mapping;
    mapping.encoding = CsvEncoding::Windows1252;
    mapping.separator = '\t';
    mapping.decimal = DecimalMark::Comma;
    mapping.dateOrder = DateOrder::MonthFirst;
    mapping.zone = u"Europe/Berlin"_s;
    mapping.currency = u"EUR"_s;
    mapping.undatedVerdicts = UndatedVerdict::AtSending;
    mapping.columns = {{u"Dauer"_s, CsvField::LatencySeconds}, {u"Kosten (€)"_s, CsvField::Cost}};
    const auto read = csvMappingFromJson(csvMappingToJson(mapping));
    QVERIFY(read && *read == mapping);
    const auto open = csvMappingFromJson(csvMappingToJson(CsvMapping{}));
    QVERIFY(open && *open == CsvMapping{});
}

void TestCsvMapping::json_thatIsWrongNamesTheKey_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    QTest::newRow("no object") << QByteArray("[]") << u"object"_s;
    QTest::newRow("no columns") << QByteArray("{}") << u"columns"_s;
    QTest::newRow("unknown field") << QByteArray(R"({"columns":{"A":"colour"}})") << u"colour"_s;
    QTest::newRow("unknown key") << QByteArray(R"({"columns":{},"colour":1})") << u"colour"_s;
    QTest::newRow("zone") << QByteArray(R"({"columns":{},"zone":"Mars/Base"})") << u"Mars/Base"_s;
    QTest::newRow("currency") << QByteArray(R"({"columns":{},"currency":"Taler"})") << u"Taler"_s;
    QTest::newRow("choice") << QByteArray(R"({"columns":{},"decimal":"dot"})") << u"point, comma"_s;
}

void TestCsvMapping::json_thatIsWrongNamesTheKey()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    const auto mapping = csvMappingFromJson(json);
    QVERIFY(!mapping);
    QVERIFY2(mapping.error().detail.contains(named), qPrintable(mapping.error().detail));
}

void TestCsvMapping::germanTable_isGuessedCompletely()
{
    const CsvSample table =
        sample({u"Erstellt am"_s, u"Kunde"_s, u"Motiv"_s, u"Modell"_s, u"Prompt"_s, u"Dauer (s)"_s,
                u"Kosten in €"_s, u"Status"_s, u"Geprüft am"_s, u"Prüfer"_s, u"Datei"_s, u"Lieblingsfarbe"_s},
               {{u"4.3.2026 14:30"_s, u"Nord"_s, u"a1"_s, u"m-1"_s, u"drei Tassen"_s, u"3,2"_s, u"0,04"_s,
                 u"freigegeben"_s, u"5.3.2026"_s, u"dana"_s, u"x/1.png"_s, u"blau"_s}});
    CsvMapping mapping = guessCsvMapping(table);
    QCOMPARE(fieldOf(mapping, u"Erstellt am"_s), CsvField::SentAt);
    QCOMPARE(fieldOf(mapping, u"Kunde"_s), CsvField::Client);
    QCOMPARE(fieldOf(mapping, u"Motiv"_s), CsvField::Asset);
    QCOMPARE(fieldOf(mapping, u"Dauer (s)"_s), CsvField::LatencySeconds);
    QCOMPARE(fieldOf(mapping, u"Kosten in €"_s), CsvField::Cost);
    QCOMPARE(fieldOf(mapping, u"Status"_s), CsvField::Disposition);
    QCOMPARE(fieldOf(mapping, u"Geprüft am"_s), CsvField::ReviewedAt);
    QCOMPARE(fieldOf(mapping, u"Datei"_s), CsvField::Image);
    QCOMPARE(fieldOf(mapping, u"Lieblingsfarbe"_s), CsvField::Kept);
    QCOMPARE(mapping.currency, u"EUR"_s);
    QCOMPARE(mapping.decimal, DecimalMark::Comma);
    QCOMPARE(csvQuestions(mapping, table), QList{CsvQuestion::Zone});
    mapping.zone = u"Europe/Berlin"_s;
    QVERIFY(csvQuestions(mapping, table).isEmpty());
}

void TestCsvMapping::slashes_areDecidedByTheColumn_data()
{
    QTest::addColumn<QStringList>("dates");
    QTest::addColumn<int>("order");
    QTest::newRow("day first") << QStringList{u"3/4/2026"_s, u"25/4/2026"_s} << 1;
    QTest::newRow("month first") << QStringList{u"3/4/2026"_s, u"4/25/2026"_s} << 2;
    QTest::newRow("nothing tells") << QStringList{u"3/4/2026"_s, u"5/6/2026"_s} << 0;
    QTest::newRow("they differ") << QStringList{u"3/4/2026"_s, u"25/4/2026"_s, u"4/25/2026"_s} << 0;
}

void TestCsvMapping::slashes_areDecidedByTheColumn()
{
    QFETCH(QStringList, dates);
    QFETCH(int, order);
    QList<QStringList> rows;
    for (const QString& date : dates)
        rows.append({date, u"a cup"_s});
    const CsvSample table = sample({u"Date"_s, u"Prompt"_s}, rows);
    const CsvMapping mapping = guessCsvMapping(table);
    QCOMPARE(mapping.dateOrder ? (*mapping.dateOrder == DateOrder::DayFirst ? 1 : 2) : 0, order);
    QCOMPARE(csvQuestions(mapping, table).contains(CsvQuestion::DateOrder), order == 0);
}

void TestCsvMapping::openTable_asksWhatItLeavesOpen()
{
    const CsvSample table = sample({u"Date"_s, u"Prompt"_s, u"Duration"_s, u"Price"_s, u"Verdict"_s},
                                   {{u"2026-03-04T12:00:00Z"_s, u"a cup"_s, u"12"_s, u"1,234"_s, u"yes"_s}});
    const auto open = csvQuestions(guessCsvMapping(table), table);
    QVERIFY(open.contains(CsvQuestion::LatencyUnit));
    QVERIFY(open.contains(CsvQuestion::Currency));
    QVERIFY(open.contains(CsvQuestion::Decimal));
    QVERIFY(open.contains(CsvQuestion::ReviewedAt));
    QVERIFY(!open.contains(CsvQuestion::Zone));
    const CsvSample foreign = sample({u"A"_s, u"B"_s}, {{u"x"_s, u"y"_s}});
    QVERIFY(csvQuestions(guessCsvMapping(foreign), foreign).contains(CsvQuestion::SentAt));
    QVERIFY(csvQuestions(guessCsvMapping(foreign), foreign).contains(CsvQuestion::Content));
}

void TestCsvMapping::signature_doesNotDependOnOrderOrCase()
{
    QCOMPARE(csvSignature({u"A b"_s, u"C"_s}), csvSignature({u"c"_s, u" a  B"_s}));
    QVERIFY(csvSignature({u"a"_s, u"b"_s}) != csvSignature({u"ab"_s}));
}

void TestCsvMapping::preview_saysWhatWouldBeRefused()
{
    QList<QStringList> rows;
    for (int i = 0; i < 30; ++i)
        rows.append({u"2026-03-04T12:00:00Z"_s, u"a mug"_s});
    rows[1][0] = u"never"_s;
    rows[25][0] = u"later"_s;
    const CsvSample table = sample({u"sent at"_s, u"prompt"_s}, rows);
    const CsvMapping mapping = guessCsvMapping(sample({u"sent at"_s, u"prompt"_s}, rows.first(1)));
    const CsvPreview preview = previewCsv(table, mapping, systemClock());
    QCOMPARE(preview.rows.size(), CsvPreview::kRows);
    QCOMPARE(preview.looked, 30);
    QCOMPARE(preview.refused, 2);
    QCOMPARE(preview.rows[0].fate, CsvPreviewRow::Fate::Taken);
    QCOMPARE(preview.rows[1].fate, CsvPreviewRow::Fate::Refused);
    QVERIFY(!preview.rows[1].reason.isEmpty());
    QVERIFY(preview.firstRefused && preview.firstRefused->row.line == 3);
}

void TestCsvMapping::columnsOfAMapping_areInTheTablesOrder()
{
    CsvMapping mapping;
    mapping.columns = {{u"PROMPT"_s, CsvField::Prompt}, {u"gone"_s, CsvField::Seed}};
    const QList<CsvColumn> columns = columnsOf(mapping, {u"other"_s, u"Prompt"_s});
    QCOMPARE(columns, (QList<CsvColumn>{{u"other"_s, CsvField::Kept}, {u"Prompt"_s, CsvField::Prompt}}));
}

QTEST_GUILESS_MAIN(TestCsvMapping)
#include "tst_csvmapping.moc"
