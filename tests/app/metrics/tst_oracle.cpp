// SPDX-License-Identifier: GPL-3.0-or-later
// The law: on any log the judged weeks equal those of the reference (tools/oracle), for every view and zone.
#include "app/metrics/comparison.h"
#include "app/metrics/pattern.h"
#include "app/metrics/weeklyseries.h"
#include "tests/app/metrics/logtext.h"
#include "tests/app/metrics/oraclecomparison.h"
#include "tests/support/testlog.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace assay;
using namespace assay::test;
using std::chrono::days;
using std::chrono::hours;

namespace {

const QString kAllZones = QStringLiteral("Europe/Berlin,America/New_York,Australia/Lord_Howe,UTC");

struct Case
{
    QByteArray log;
    QString zones = kAllZones;
    std::vector<UtcTime> nows{}; ///< empty: just after the last event
};

/// 2026-W42; twelve weeks later the clocks have changed and week 53 is over.
UtcTime start()
{
    return noon(2026, 10, 12) - hours(12);
}

QByteArray world(const World& world, quint32 seed = 1)
{
    LogText log;
    addWorld(log, world, seed);
    return log.text();
}

/// An image every half hour from the Saturday before to the Monday after, in spring and in autumn.
QByteArray clockChanges()
{
    LogText log;
    for (const UtcTime saturday : {noon(2026, 3, 28), noon(2026, 10, 24)}) {
        for (int i = 0; i < 100; ++i) {
            const UtcTime at = saturday + std::chrono::minutes(30 * i);
            const QString id = log.addImage(at, {.asset = QStringLiteral("a%1").arg(i / 3)});
            log.addReview(id, at + hours(3), QStringLiteral("accepted"), QStringLiteral("{}"));
            log.addGpuSample(at, 0.25);
        }
    }
    return log.text();
}

QByteArray withGap()
{
    LogText log;
    addWorld(log, {.start = start(), .weeks = 5, .assetsPerWeek = 30}, 3);
    addWorld(
        log,
        {.start = start() + days(49), .weeks = 4, .assetsPerWeek = 30, .client = QStringLiteral("south")}, 4);
    return log.text();
}

QByteArray oddCosts()
{
    LogText log;
    addWorld(log, {.start = start(), .weeks = 6, .assetsPerWeek = 30}, 5);
    log.addImage(start() + days(22), {.asset = QStringLiteral("euro"), .currency = QStringLiteral("EUR")});
    log.addImage(start() + days(29), {.asset = QStringLiteral("unknown"), .cost = QString()});
    log.addImage(
        start() + days(36),
        {.asset = QStringLiteral("free"), .cost = QStringLiteral("0"), .currency = QStringLiteral("EUR")});
    return log.text();
}

/// Every third review is followed by another one, of the same instant or up to eight weeks later.
QByteArray lateReviews()
{
    LogText log;
    for (int i = 0; i < 400; ++i) {
        const UtcTime at = start() + hours(3 * i);
        const QString id = log.addImage(at, {.asset = QStringLiteral("a%1").arg(i / 4), .cycle = 1 + i % 3});
        const UtcTime reviewed = at + hours(i % 7 == 0 ? 24 * 40 : 2);
        log.addReview(id, reviewed, QStringLiteral("accepted"), QStringLiteral(R"({"c1":true})"));
        if (i % 3 == 0)
            log.addReview(id, reviewed + hours(24 * (i % 57)), QStringLiteral("rejected"),
                          QStringLiteral(R"({"c1":false,"c2":true})"));
    }
    return log.text();
}

} // namespace

class TestOracle : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void generatedLog_equalsTheReference_data();
    void generatedLog_equalsTheReference();
    void unusualLog_equalsTheReference_data();
    void unusualLog_equalsTheReference();
    void randomOddLogs_equalTheReference_data();
    void randomOddLogs_equalTheReference();

private:
    QByteArray run(const QStringList& arguments);
    void compare(const QString& path, const Case& example);
    void compareView(const TestLog& log, const QJsonObject& view);
    void compareText(const Case& example);

    QString m_python;
    QString m_tools;
    QTemporaryDir m_folder;
    int m_judgements = 0;
    int m_patterns = 0;
    int m_comparisons = 0;
};

void TestOracle::initTestCase()
{
    m_python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    m_tools = qEnvironmentVariable("ASSAY_SHARED") % QStringLiteral("/tools/oracle");
    if (m_python.isEmpty() || !QFile::exists(m_tools % QStringLiteral("/oracle.py")))
        QSKIP("needs python3 and tools/oracle in the folder that ASSAY_SHARED names");
    QVERIFY(m_folder.isValid());
}

void TestOracle::generatedLog_equalsTheReference_data()
{
    QTest::addColumn<int>("images");
    QTest::addColumn<int>("weeks");
    QTest::addColumn<int>("seed");
    QTest::addColumn<bool>("incidents");
    QTest::newRow("200 images, 6 weeks") << 200 << 6 << 1 << true;
    QTest::newRow("200 images, 6 weeks, calm") << 200 << 6 << 2 << false;
    QTest::newRow("2000 images, 12 weeks") << 2000 << 12 << 3 << true;
    QTest::newRow("2000 images, 40 weeks, calm") << 2000 << 40 << 4 << false;
    QTest::newRow("8000 images, 52 weeks") << 8000 << 52 << 6 << true;
    QTest::newRow("8000 images, 20 weeks, calm") << 8000 << 20 << 7 << false;
}

void TestOracle::generatedLog_equalsTheReference()
{
    QFETCH(int, images);
    QFETCH(int, weeks);
    QFETCH(int, seed);
    QFETCH(bool, incidents);
    const QString path = m_folder.filePath(QStringLiteral("generated.jsonl"));
    QStringList arguments{m_tools % QStringLiteral("/generate.py"),
                          QStringLiteral("--n"),
                          QString::number(images),
                          QStringLiteral("--weeks"),
                          QString::number(weeks),
                          QStringLiteral("--seed"),
                          QString::number(seed),
                          QStringLiteral("--out"),
                          path};
    if (!incidents)
        arguments += QStringLiteral("--no-incidents");
    run(arguments);
    m_judgements = 0;
    m_patterns = 0;
    m_comparisons = 0;
    compare(path, {});
    if (images >= 2000)
        QVERIFY2(m_judgements > 100, "hardly anything was judged, so hardly anything was compared");
    if (images >= 8000 && incidents)
        QVERIFY2(m_patterns > 0 && m_comparisons > 0, "no pattern held or nothing was compared");
}

void TestOracle::unusualLog_equalsTheReference_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QList<qint64>>("nows");
    const QList<qint64> atTheEnd;

    QTest::newRow("nothing at all") << QByteArray() << atTheEnd;

    LogText one;
    one.addImage(start(), {});
    QTest::newRow("one image without a review") << one.text() << atTheEnd;

    LogText late;
    late.addReview(late.addImage(start(), {}), start() + days(40), QStringLiteral("accepted"),
                   QStringLiteral("{}"));
    QTest::newRow("accepted weeks after the last image") << late.text() << atTheEnd;

    QTest::newRow("every attempt failed at first") << world({.start = start(), .failed = 1}) << atTheEnd;
    QTest::newRow("nothing was ever accepted")
        << world({.start = start(), .accepted = 0, .acceptedLater = 0}) << atTheEnd;
    QTest::newRow("everything was accepted, every check met")
        << world({.start = start(), .accepted = 1, .acceptedLater = 1, .met = 1, .failed = 0}) << atTheEnd;
    QTest::newRow("weeks so small that baselines form slowly and weeks are pooled")
        << world({.start = start(), .weeks = 24, .assetsPerWeek = 5, .acceptedLater = 0.1}) << atTheEnd;
    QTest::newRow("weeks too small for any baseline")
        << world({.start = start(), .weeks = 12, .assetsPerWeek = 1}) << atTheEnd;
    QTest::newRow("over week 53, after the clocks went back")
        << world({.start = noon(2026, 12, 7) - hours(12), .weeks = 8, .assetsPerWeek = 30}) << atTheEnd;
    QTest::newRow("over the night the clocks go forward")
        << world({.start = noon(2026, 3, 2) - hours(12), .weeks = 8, .assetsPerWeek = 30}) << atTheEnd;
    QTest::newRow("images at the edges of the weeks with 167 and 169 hours") << clockChanges() << atTheEnd;
    QTest::newRow("two weeks without anything in between") << withGap() << atTheEnd;
    QTest::newRow("two currencies in one week, nothing known of a cost in another") << oddCosts() << atTheEnd;
    QTest::newRow("reviews taken back by later ones, and weeks late") << lateReviews() << atTheEnd;
    QTest::newRow("a fall of everything, over the end of the year")
        << world({.start = start(), .weeks = 16, .assetsPerWeek = 40, .acceptedLater = 0.2}) << atTheEnd;

    const QByteArray steady = world({.start = start(), .weeks = 8, .assetsPerWeek = 30});
    QTest::newRow("judged while reviews are outstanding and weeks are open")
        << steady
        << QList<qint64>{toEpochMs(start() + days(17)), toEpochMs(start() + days(35)),
                         toEpochMs(start() + days(49)), toEpochMs(start() + days(90))};

    const auto withChange = [&steady](UtcTime at) -> QByteArray {
        LogText change;
        change.addChange(at);
        return steady + change.text();
    };
    // Berlin's clocks go back on 25 October: its Mondays begin at 23:00 UTC from then on.
    const UtcTime monday = start() + days(28) - hours(1);
    QTest::newRow("change at the first instant of a week") << withChange(monday) << atTheEnd;
    QTest::newRow("change a millisecond before") << withChange(monday - Milliseconds(1)) << atTheEnd;
    QTest::newRow("change a millisecond after") << withChange(monday + Milliseconds(1)) << atTheEnd;
    QTest::newRow("change before everything") << withChange(start() - days(30)) << atTheEnd;
    QTest::newRow("change in the open week") << withChange(start() + days(52)) << atTheEnd;
}

void TestOracle::unusualLog_equalsTheReference()
{
    QFETCH(QByteArray, log);
    QFETCH(QList<qint64>, nows);
    Case example{.log = log};
    for (const qint64 now : nows)
        example.nows.push_back(fromEpochMs(now));
    compareText(example);
}

void TestOracle::randomOddLogs_equalTheReference_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestOracle::randomOddLogs_equalTheReference()
{
    QFETCH(quint32, seed);
    compareText({.log = oddWorld(seed), .zones = QStringLiteral("Europe/Berlin,Australia/Lord_Howe")});
}

QByteArray TestOracle::run(const QStringList& arguments)
{
    QProcess python;
    python.start(m_python, arguments);
    if (!python.waitForFinished(120'000))
        QTest::qFail(qPrintable(python.errorString()), __FILE__, __LINE__);
    else if (python.exitCode() != 0)
        QTest::qFail(python.readAllStandardError().constData(), __FILE__, __LINE__);
    return python.readAllStandardOutput();
}

void TestOracle::compareText(const Case& example)
{
    const QString path = m_folder.filePath(QStringLiteral("made.jsonl"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(example.log);
    file.close();
    compare(path, example);
}

void TestOracle::compare(const QString& path, const Case& example)
{
    QStringList nows;
    for (const UtcTime now : example.nows)
        nows += QString::number(toEpochMs(now));
    QStringList arguments{QFINDTESTDATA("oracleviews.py"), m_tools, path, example.zones};
    if (!nows.isEmpty())
        arguments += nows.join(u',');
    const QList<QByteArray> views = run(arguments).split('\n');
    const std::optional<TestLog> log = readTestLog(path);
    QVERIFY(log);
    QVERIFY2(views.size() > 1, "the reference printed nothing");
    for (const QByteArray& view : views) {
        if (view.isEmpty())
            continue;
        compareView(*log, QJsonDocument::fromJson(view).object());
        if (QTest::currentTestFailed())
            return;
    }
}

void TestOracle::compareView(const TestLog& log, const QJsonObject& view)
{
    const QString zone = view.value(QLatin1String("zone")).toString();
    const QJsonValue name = view.value(QLatin1String("client"));
    const std::optional<QString> client = name.isNull() ? std::nullopt : std::optional(name.toString());
    const UtcTime now = fromEpochMs(view.value(QLatin1String("now")).toInteger());
    const WeekCalendar calendar{QTimeZone(zone.toLatin1())};
    const std::vector<Change> changes = changesOfView(log.changes, client);
    const std::vector<JudgedWeek> weeks = judge(weekRows(log, calendar, client), changes, calendar, now);
    QStringList found = differences(weeks, view);
    const QJsonObject compared = view.value(QLatin1String("compared")).toObject();
    QCOMPARE(size_t(compared.size()), changes.size());
    const ComparedRows rows = comparedRows(log, client);
    for (const Change& change : changes)
        found += differences(assay::compare(comparisonWindow(change, changes, now), rows, calendar),
                             compared.value(change.externalId).toObject());
    for (const JudgedWeek& week : weeks)
        m_patterns += int(patternsOf(week).size());
    m_comparisons += int(changes.size());
    for (const JudgedWeek& week : weeks) {
        for (const JudgedMetric& metric : week.metrics)
            m_judgements += metric.judgement.has_value();
    }
    const QString message = QStringLiteral("%1, %2: %3 differences\n%4")
                                .arg(zone, client.value_or(QStringLiteral("all clients")))
                                .arg(found.size())
                                .arg(found.mid(0, 12).join(u'\n'));
    QVERIFY2(found.isEmpty(), qPrintable(message));
}

QTEST_GUILESS_MAIN(TestOracle)
#include "tst_oracle.moc"
