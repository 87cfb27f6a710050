// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/result.h"
#include "tests/support/studio.h"

#include <QTest>

#include <algorithm>

using namespace assay;
using namespace Qt::StringLiterals;

/// What `metrics` prints for people and for spreadsheets, and what `check` says of the same numbers.
class TestMetricsCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void pooledValue_isMarkedInWords();
    void table_fitsATerminalAndItsNumbersEndInOneColumn();
    void table_showsFourWeeks_orThoseAskedFor();
    void severalCurrencies_haveALineEach();
    void nothingAccepted_isSaidWithWhatWasSpent();
    void missingCost_isCounted();
    void csv_keepsItsColumnsAndTellsUnits();
    void convertedCosts_areCalledSo();

private:
    struct Image
    {
        QStringView amount; ///< empty: unknown
        QStringView currency;
        Disposition disposition = Disposition::Accepted;
    };

    void addSmallWeeks();
    void addImages(int count, const Image& image);
    ProgramRun run(const QStringList& words);
    QString table(const QStringList& options = {});
    QList<QStringList> csv();
    QStringList csvLine(const QString& week, const QString& metric);

    std::unique_ptr<TemporaryWorkspace> m_workspace;
    std::unique_ptr<Studio> m_studio;
    int m_images = 0;
};

void TestMetricsCommand::init()
{
    m_studio.reset();
    m_workspace = std::make_unique<TemporaryWorkspace>();
    m_studio = std::make_unique<Studio>(*m_workspace);
    m_images = 0;
}

/// Two weeks of forty assets, then three of twelve, each too small to be judged alone, in which most need
/// rework.
void TestMetricsCommand::addSmallWeeks()
{
    IsoWeek week = *IsoWeek::fromName(u"2026-W10");
    for (int i = 0; i < 5; ++i, week = week.next())
        m_studio->add({.week = week, .assets = i < 2 ? 40 : 12, .acceptedOfTen = i < 2 ? 9 : 1});
}

void TestMetricsCommand::addImages(int count, const Image& image)
{
    auto transaction = Transaction::begin(m_workspace->database());
    ASSAY_VERIFY_OK(transaction);
    for (int i = 0; i < count; ++i) {
        const QString id = QString::number(++m_images);
        auto generation = aGeneration(QString(u'g' + id)).asset(QString(u'a' + id)).sentAt(kNoon);
        if (!image.amount.isEmpty())
            generation.cost(image.amount, image.currency);
        const auto added = Generations(m_workspace->database(), m_workspace->calendar()).add(generation);
        ASSAY_VERIFY_OK(added);
        ASSAY_VERIFY_OK(
            Reviews(m_workspace->database()).add(aReview(added->id).disposition(image.disposition)));
    }
    ASSAY_VERIFY_OK(transaction->commit());
}

ProgramRun TestMetricsCommand::run(const QStringList& words)
{
    return runProgram(
        words + QStringList{u"--workspace"_s, m_workspace->path(), u"--now"_s, u"2026-05-05T12:00:00Z"_s});
}

QString TestMetricsCommand::table(const QStringList& options)
{
    return QString::fromUtf8(run(QStringList{u"metrics"_s} + options).output);
}

QList<QStringList> TestMetricsCommand::csv()
{
    QList<QStringList> rows;
    for (const QString& line : table({u"--format"_s, u"csv"_s}).trimmed().split(u"\r\n"_s))
        rows += QString(line).remove(u'"').split(u',');
    return rows;
}

QStringList TestMetricsCommand::csvLine(const QString& week, const QString& metric)
{
    for (const QStringList& row : csv()) {
        if (row[1] == week && row[4] == metric)
            return row;
    }
    return {};
}

void TestMetricsCommand::pooledValue_isMarkedInWords()
{
    addSmallWeeks();
    const QString check = QString::fromUtf8(run({u"check"_s}).output);
    QVERIFY2(check.contains(u"Shipped without rework 16.7\u00A0% (3-week), \u2212"_s), qPrintable(check));
    const QString week = QString::fromUtf8(run({u"week"_s, u"show"_s}).output);
    QVERIFY2(week.contains(u"Shipped without rework 16.7\u00A0% (3-week)"_s), qPrintable(week));
    const QStringList shipped = table().split(u'\n').filter(u"Shipped"_s);
    QVERIFY2(shipped.front().contains(u"16.7\u00A0% !3"_s), qPrintable(shipped.front()));
    QVERIFY2(shipped.front().contains(u"3-week, firing since W14"_s), qPrintable(shipped.front()));
    // The adherence of ten checks an image is judged alone.
    QVERIFY(!table().split(u'\n').filter(u"Adherence"_s).front().contains(u"-week"_s));
    const QStringList judged = csvLine(u"2026-W14"_s, u"shipped_first_time"_s);
    QCOMPARE(judged[17], u"3"_s);
    QCOMPARE(judged[18], u"3-week"_s);
    QCOMPARE(csvLine(u"2026-W14"_s, u"adherence"_s)[17], u"1"_s);
    QCOMPARE(csvLine(u"2026-W14"_s, u"adherence"_s)[18], QString());
    QCOMPARE(csvLine(u"2026-W10"_s, u"shipped_first_time"_s)[17], QString());
}

void TestMetricsCommand::table_fitsATerminalAndItsNumbersEndInOneColumn()
{
    addSmallWeeks();
    const QStringList lines = table().split(u'\n');
    for (const QString& line : lines)
        QVERIFY2(line.size() <= 120, qPrintable(line));
    // The unit of a share ends under that of the share above, whatever marks the two have.
    const QString adherence = lines.filter(u"Adherence"_s).front();
    const QString shipped = lines.filter(u"Shipped"_s).front();
    for (int i = 0, from = 0; i < 4; ++i) {
        from = int(adherence.indexOf(u'%', from + 1));
        QVERIFY(from > 0);
        QVERIFY2(shipped[from] == u'%', qPrintable(adherence + u'\n' + shipped));
    }
}

void TestMetricsCommand::table_showsFourWeeks_orThoseAskedFor()
{
    IsoWeek week = *IsoWeek::fromName(u"2026-W01");
    for (int i = 0; i < 8; ++i, week = week.next())
        m_studio->add({.week = week, .assets = 3});
    QVERIFY(!table().contains(u"2026-W04"_s));
    QVERIFY(table().contains(u"2026-W05"_s) && table().contains(u"2026-W08"_s));
    QVERIFY(!table({u"--weeks"_s, u"2"_s}).contains(u"2026-W06"_s));
    const QString all = table({u"--weeks"_s, u"8"_s});
    QVERIFY(all.contains(u"2026-W01"_s) && all.contains(u"2026-W08"_s));
    QCOMPARE(csv().size(), 1 + 8 * 16);
}

/// Together they are what one accepted image cost, whatever each currency is worth.
void TestMetricsCommand::severalCurrencies_haveALineEach()
{
    addImages(20, {u"0.40", u"EUR"});
    addImages(5, {u"0.20", u"USD"});
    addImages(15, {u"0.20", u"USD", Disposition::Rejected});
    const QString text = table();
    QVERIFY2(text.contains(u"2026-W10  Cost per accepted image: mixed currencies: EUR, USD\n"_s),
             qPrintable(text));
    QVERIFY2(text.contains(u"\n          0.320 EUR for each of 25 accepted images\n"_s), qPrintable(text));
    QVERIFY2(text.contains(u"\n          0.160 USD for each of 25 accepted images\n"_s), qPrintable(text));
    QList<QStringList> costs;
    for (const QStringList& row : csv()) {
        if (row[4] == u"cost_per_accepted"_s)
            costs += row;
    }
    QCOMPARE(costs.size(), 3);
    QCOMPARE(costs[0][5], QString());
    QCOMPARE(costs[1][5].toDouble(), 0.32);
    QCOMPARE(costs[1][15], u"EUR"_s);
    QCOMPARE(costs[2][5].toDouble(), 0.16);
    QCOMPARE(costs[2][15], u"USD"_s);
}

void TestMetricsCommand::nothingAccepted_isSaidWithWhatWasSpent()
{
    addImages(31, {u"0.40", u"EUR", Disposition::Rejected});
    QVERIFY(table().contains(u"2026-W10  Cost per accepted image: 12.40 EUR spent, nothing accepted.\n"_s));
    QCOMPARE(csvLine(u"2026-W10"_s, u"cost_per_accepted"_s)[13], u"12.40 EUR spent"_s);
    QVERIFY(run({u"metrics"_s, u"--json"_s}).output.contains("\"12.40 EUR spent, nothing accepted.\""));
    QVERIFY(run({u"metrics"_s, u"--json"_s}).output.contains("\"31 attempts, nothing accepted.\""));
}

void TestMetricsCommand::missingCost_isCounted()
{
    addImages(3, {u"0.40", u"EUR"});
    addImages(12, {});
    QVERIFY(table().contains(u"2026-W10  Cost per accepted image: cost missing on 12\n"_s));
}

void TestMetricsCommand::csv_keepsItsColumnsAndTellsUnits()
{
    addSmallWeeks();
    const QList<QStringList> rows = csv();
    QCOMPARE(
        rows.front().join(u','),
        u"client,week,epoch,role,metric,value,n,clusters,baseline,band_low,band_high,deviation,state,why,"
        "unit,currency,judged_value,pooled_weeks,pooled,provisional,level,converted,model,template"_s);
    QVERIFY(std::ranges::all_of(rows, [](const QStringList& row) { return row.size() == 24; }));
    const QStringList shipped = csvLine(u"2026-W14"_s, u"shipped_first_time"_s);
    QCOMPARE(shipped[14], u"share"_s);
    QCOMPARE(shipped[16].toDouble(), 1 / 6.0);
    QCOMPARE(shipped[19], u"no"_s);
    QCOMPARE(shipped[20], u"2"_s);
    QCOMPARE(csvLine(u"2026-W14"_s, u"latency_p50"_s)[14], u"ms"_s);
    const QStringList cost = csvLine(u"2026-W14"_s, u"cost_per_accepted"_s);
    QCOMPARE(cost[14], u"currency"_s);
    QCOMPARE(cost[15], u"EUR"_s);
    QCOMPARE(cost[21], u"no"_s);
}

void TestMetricsCommand::convertedCosts_areCalledSo()
{
    IsoWeek week = *IsoWeek::fromName(u"2026-W10");
    for (int i = 0; i < 4; ++i, week = week.next())
        m_studio->add({.week = week, .acceptedOfTen = i < 3 ? 9 : 1});
    const UtcTime lastWeek = m_workspace->calendar().startOf(*IsoWeek::fromName(u"2026-W13"));
    m_studio->addChange(lastWeek, u"m-1", u"m-2");
    const QString change = Changes(m_workspace->database()).all()->first().externalId;
    const ProgramRun before = run({u"compare"_s, change});
    QCOMPARE(before.exitCode, 0);
    QVERIFY(!before.output.contains("converted"));
    QCOMPARE(csvLine(u"2026-W13"_s, u"cost_per_accepted"_s)[21], u"no"_s);
    QCOMPARE(runProgram({u"exchange"_s, u"add"_s, u"--currency"_s, u"EUR"_s, u"--to"_s, u"USD"_s, u"--rate"_s,
                         u"1.1"_s, u"--workspace"_s, m_workspace->path()})
                 .exitCode,
             0);
    const QByteArray compared = run({u"compare"_s, change}).output;
    QVERIFY2(compared.contains("Costs are converted"), compared.constData());
    QVERIFY(table().contains(u"Costs are converted"_s));
    QCOMPARE(csvLine(u"2026-W13"_s, u"cost_per_accepted"_s)[21], u"yes"_s);
    QCOMPARE(csvLine(u"2026-W13"_s, u"adherence"_s)[21], u"no"_s);
}

QTEST_GUILESS_MAIN(TestMetricsCommand)
#include "tst_metricscommand.moc"
