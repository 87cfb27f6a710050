// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/logreader.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace assay;

class TestLogReader : public QObject
{
    Q_OBJECT

private slots:
    void generation_keepsEverything();
    void generation_keepsUnknownKeysAndDigits();
    void numberBeyond64Bits_isKept();
    void generationWithNeededKeysOnly_hasDefaults();
    void nullForANeededKey_isUnknown();
    void review_readsChecks();
    void change_withoutClientIsForEverybody();
    void gpuSample_isRead();
    void keysInAnyOrder_areRead();
    void timeOfAClockThatRunsAhead_isTaken();
    void badLine_isRefusedWithTheReason_data();
    void badLine_isRefusedWithTheReason();
};

namespace {

QByteArray generationLine()
{
    return R"({"type":"generation","v":1,"id":"g1","ts":"2025-11-24T09:05:33.472Z",)"
           R"("prompt_ts":"2025-11-24T10:00:00+02:00","client":"sable","asset":"a1","batch":"b1","cycle":2,)"
           R"("candidate":3,"attempt":4,"retry_of":"g0","model":"sdxl","template":"hero@3",)"
           R"("settings":{"steps":28, "seed":18446744073709551615,"cfg":6.50},"prompt":"zwei \"rote\" Äpfel",)"
           R"("constraints":[{"id":"c1","kind":"count","text":"two apples"},)"
           R"({"id":"c2","kind":"colour","text":"apple is red","parent":"c1"}],)"
           R"("status":"ok","latency_ms":3120,"gpu_ms":2496,"cost":{"amount":"0.123456","currency":"EUR"},)"
           R"("image":"sable/g1.png","scores":{"clip":0.3121,"aesthetic":5.912},"drift":0.2011,)"
           R"("region":"eu \"1\"","nested":{"a":[1,2.50]}})";
}

QByteArray reviewLine()
{
    return R"({"type":"review","v":1,"id":"r1","generation":"g1","ts":"2025-11-24T09:41:02.000Z",)"
           R"("reviewer":"d","disposition":"revised","checks":{"c1":true,"c2":false,"c3":null}})";
}

QByteArray changeLine()
{
    return R"({"type":"change","v":1,"id":"ch1","ts":"2026-04-19T22:00:00Z","client":null,)"
           R"("kind":"model","from":"lumina-2","to":"lumina-3","note":"upgrade"})";
}

QByteArray gpuLine()
{
    return R"({"type":"gpu","v":1,"ts":"2025-11-24T09:00:00.000Z","node":"gpu-0","duration_s":3600,"util":0.25})";
}

/// The line with one key set to another JSON value; an empty value takes the key away.
QByteArray changed(const QByteArray& line, const QString& key, const QByteArray& json)
{
    QJsonObject object = QJsonDocument::fromJson(line).object();
    if (json.isEmpty())
        object.remove(key);
    else
        object.insert(key, QJsonDocument::fromJson("[" + json + "]")[0]);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<LogEvent> read(const QByteArray& line)
{
    LogReader reader([] { return *parseRfc3339(u"2026-06-01T00:00:00Z"); });
    return reader.read(line);
}

} // namespace

void TestLogReader::generation_keepsEverything()
{
    const auto event = read(generationLine());
    QVERIFY2(event, event ? "" : qPrintable(event.error().detail));
    const auto* generation = std::get_if<Generation>(&*event);
    QVERIFY(generation);
    QCOMPARE(generation->externalId, QStringLiteral("g1"));
    QCOMPARE(toRfc3339(generation->sentAt), QStringLiteral("2025-11-24T09:05:33.472Z"));
    QCOMPARE(toRfc3339(*generation->promptWrittenAt), QStringLiteral("2025-11-24T08:00:00.000Z"));
    QCOMPARE(generation->client, QStringLiteral("sable"));
    QCOMPARE(generation->asset, QStringLiteral("a1"));
    QCOMPARE(generation->batch, QStringLiteral("b1"));
    QCOMPARE(generation->cycle, 2);
    QCOMPARE(generation->candidate, std::optional(3));
    QCOMPARE(generation->attempt, 4);
    QCOMPARE(generation->retryOf, QStringLiteral("g0"));
    QCOMPARE(generation->model, std::optional(QStringLiteral("sdxl")));
    QCOMPARE(generation->promptTemplate, QStringLiteral("hero@3"));
    QCOMPARE(generation->prompt, std::optional(QString::fromUtf8("zwei \"rote\" Äpfel")));
    QCOMPARE(generation->checklist.size(), 2);
    QCOMPARE(generation->checklist[1].parent, QStringLiteral("c1"));
    QCOMPARE(generation->checklist[1].kind, ConstraintKind::Colour);
    QCOMPARE(generation->latency, std::optional(Milliseconds(3120)));
    QCOMPARE(generation->gpuTime, std::optional(Milliseconds(2496)));
    QVERIFY(generation->cost == (Money{123456, QStringLiteral("EUR")}));
    QCOMPARE(generation->statedImage, QStringLiteral("sable/g1.png"));
    QCOMPARE(generation->scores.clip, std::optional(0.3121));
    QCOMPARE(generation->drift, std::optional(0.2011));
    QCOMPARE(generation->sentAtSource, TimeSource::Log);
}

void TestLogReader::generation_keepsUnknownKeysAndDigits()
{
    const auto event = read(generationLine());
    QVERIFY(event);
    const auto& generation = std::get<Generation>(*event);
    QCOMPARE(generation.settings, QStringLiteral(R"({"steps":28, "seed":18446744073709551615,"cfg":6.50})"));
    QCOMPARE(generation.extra, QStringLiteral(R"({"region":"eu \"1\"","nested":{"a":[1,2.50]}})"));
}

void TestLogReader::numberBeyond64Bits_isKept()
{
    const QByteArray line =
        generationLine().replace("18446744073709551615", "340282366920938463463374607431768");
    const auto event = read(line);
    QVERIFY2(event, event ? "" : qPrintable(event.error().detail));
    const auto& generation = std::get<Generation>(*event);
    QVERIFY(generation.settings.contains(u"340282366920938463463374607431768"));
    QCOMPARE(generation.checklist.size(), 2);
    QCOMPARE(generation.extra, QStringLiteral(R"({"region":"eu \"1\"","nested":{"a":[1,2.50]}})"));
}

void TestLogReader::generationWithNeededKeysOnly_hasDefaults()
{
    const auto event =
        read(R"({"type":"generation","v":1,"id":"g1","ts":"2025-11-24T09:05:33Z","client":"c","asset":"a",)"
             R"("model":"m","prompt":"","status":"timeout","latency_ms":0})");
    QVERIFY2(event, event ? "" : qPrintable(event.error().detail));
    const auto& generation = std::get<Generation>(*event);
    QCOMPARE(generation.cycle, 1);
    QCOMPARE(generation.attempt, 1);
    QCOMPARE(generation.prompt, std::optional(QString()));
    QCOMPARE(generation.status, GenerationStatus::Timeout);
    QVERIFY(!generation.cost && !generation.gpuTime && !generation.drift && !generation.candidate);
    QVERIFY(generation.settings.isEmpty() && generation.extra.isEmpty());
}

void TestLogReader::nullForANeededKey_isUnknown()
{
    QByteArray line = generationLine();
    for (const char* key : {"client", "asset", "model", "prompt", "latency_ms"})
        line = changed(line, QLatin1String(key), "null");
    const auto event = read(line);
    QVERIFY2(event, event ? "" : qPrintable(event.error().detail));
    const auto& generation = std::get<Generation>(*event);
    QVERIFY(!generation.model && !generation.prompt && !generation.latency);
    QVERIFY(generation.client.isEmpty() && generation.asset.isEmpty());
}

void TestLogReader::review_readsChecks()
{
    const auto event = read(reviewLine());
    QVERIFY2(event, event ? "" : qPrintable(event.error().detail));
    const auto& review = std::get<Review>(*event);
    QCOMPARE(review.generationExternalId, QStringLiteral("g1"));
    QCOMPARE(review.disposition, Disposition::Revised);
    QCOMPARE(review.checks, (Checks{{QStringLiteral("c1"), Answer::Met},
                                    {QStringLiteral("c2"), Answer::Missed},
                                    {QStringLiteral("c3"), Answer::CantTell}}));
}

void TestLogReader::change_withoutClientIsForEverybody()
{
    for (const QByteArray& line : {changeLine(), changed(changeLine(), QStringLiteral("client"), {})}) {
        const auto event = read(line);
        QVERIFY2(event, event ? "" : qPrintable(event.error().detail));
        QCOMPARE(std::get<Change>(*event).client, QString());
        QCOMPARE(std::get<Change>(*event).kind, ChangeKind::Model);
        QCOMPARE(std::get<Change>(*event).to, QStringLiteral("lumina-3"));
    }
}

void TestLogReader::gpuSample_isRead()
{
    const auto event = read(gpuLine());
    QVERIFY2(event, event ? "" : qPrintable(event.error().detail));
    QCOMPARE(std::get<GpuSample>(*event).duration, Milliseconds(3'600'000));
    QCOMPARE(std::get<GpuSample>(*event).utilisation, 0.25);
}

void TestLogReader::keysInAnyOrder_areRead()
{
    // QJsonObject sorts its keys, so the type stands behind most of them here.
    const auto event = read(changed(generationLine(), QStringLiteral("drift"), "0.5"));
    QVERIFY2(event, event ? "" : qPrintable(event.error().detail));
    QCOMPARE(std::get<Generation>(*event).drift, std::optional(0.5));
}

void TestLogReader::timeOfAClockThatRunsAhead_isTaken()
{
    for (const char* time : {"\"2026-06-02T00:00:00Z\"", "\"2000-01-01T00:00:00Z\""}) {
        const auto event = read(changed(generationLine(), QStringLiteral("ts"), time));
        QVERIFY2(event, event ? "" : qPrintable(event.error().detail));
    }
}

void TestLogReader::badLine_isRefusedWithTheReason_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("reason");
    const int invalid = int(ErrorKind::Invalid);
    const auto row = [invalid](const char* name, const QByteArray& line, const char* reason) {
        QTest::newRow(name) << line << invalid << QString::fromLatin1(reason);
    };
    const auto generation = [&row](const char* name, const char* key, const char* json, const char* reason) {
        row(name, changed(generationLine(), QLatin1String(key), json), reason);
    };
    row("empty", "", "not JSON");
    row("settings with a broken number",
        generationLine().replace("18446744073709551615", "340282366920938463463374607431768.1.1"),
        "\"settings\" is not an object");
    row("half", generationLine().left(100), "not JSON");
    row("two objects", gpuLine() + gpuLine(), "not JSON");
    row("list", "[1]", "not a JSON object");
    row("not utf-8", "{\"type\":\"\xff\xfe\"}", "not UTF-8");
    row("no type", "{}", "\"type\" is missing");
    QTest::newRow("unknown type") << QByteArray(R"({"type":"music"})") << int(ErrorKind::Unsupported)
                                  << QStringLiteral("unknown type: music");
    QTest::newRow("later version") << changed(generationLine(), QStringLiteral("v"), "2")
                                   << int(ErrorKind::TooNew) << QStringLiteral("version 2");
    for (const char* key : {"id", "ts", "client", "asset", "model", "prompt", "status", "latency_ms"}) {
        QTest::addRow("without %s", key) << changed(generationLine(), QLatin1String(key), {}) << invalid
                                         << QStringLiteral("\"%1\" is missing").arg(QLatin1String(key));
    }
    generation("empty id", "id", "\"\"", "\"id\" is empty");
    generation("numeric id", "id", "7", "\"id\" is not text");
    generation("time without offset", "ts", "\"2025-11-24T09:05:33\"", "no time with Z or an offset");
    generation("date that is none", "ts", "\"2025-02-30T09:05:33Z\"", "no time with Z or an offset");
    generation("time of year 1", "ts", "\"0001-01-01T00:00:00Z\"", "\"ts\" is before the year 2000");
    generation("time of 1999", "ts", "\"1999-12-31T23:59:59.999Z\"", "\"ts\" is before the year 2000");
    generation("time of year 9999", "ts", "\"9999-12-31T23:59:59Z\"", "\"ts\" is in the future");
    generation("time in two days", "ts", "\"2026-06-02T00:00:00.001Z\"", "\"ts\" is in the future");
    generation("prompt of year 9999", "prompt_ts", "\"9999-01-01T00:00:00Z\"",
               "\"prompt_ts\" is in the future");
    row("review of year 9999", changed(reviewLine(), QStringLiteral("ts"), "\"9999-01-01T00:00:00Z\""),
        "is in the future");
    row("change of year 1", changed(changeLine(), QStringLiteral("ts"), "\"0001-01-01T00:00:00Z\""),
        "is before the year 2000");
    row("sample of year 9999", changed(gpuLine(), QStringLiteral("ts"), "\"9999-01-01T00:00:00Z\""),
        "is in the future");
    generation("GPU time of ages", "gpu_ms", "9007199254740991", "\"gpu_ms\" is over 31 days");
    generation("latency of ages", "latency_ms", "2678400001", "\"latency_ms\" is over 31 days");
    generation("cost of a million", "cost", R"({"amount":"1000000","currency":"USD"})", "no decimal amount");
    generation("unknown status", "status", "\"fine\"", "\"status\" is unknown: fine");
    generation("cycle zero", "cycle", "0", "\"cycle\" is below 1");
    generation("half a millisecond", "latency_ms", "1.5", "not a whole number");
    generation("negative latency", "latency_ms", "-1", "\"latency_ms\" is below 0");
    generation("cost as number", "cost", R"({"amount":0.04,"currency":"USD"})", "\"amount\" is not text");
    generation("cost that is none", "cost", R"({"amount":"4c","currency":"USD"})", "no decimal amount");
    generation("cost without currency", "cost", R"({"amount":"0.04"})", "\"currency\" is missing");
    generation("unknown currency", "cost", R"({"amount":"0.04","currency":"$"})", "no ISO 4217 code");
    generation("settings as text", "settings", "\"steps 28\"", "\"settings\" is not an object");
    generation("constraints as object", "constraints", "{}", "\"constraints\" is not a list");
    generation("unknown constraint kind", "constraints", R"([{"id":"c1","kind":"smell","text":"x"}])",
               "\"kind\" is unknown: smell");
    generation("constraint twice", "constraints",
               R"([{"id":"c1","kind":"count","text":"x"},{"id":"c1","kind":"count","text":"y"}])",
               "c1 is there twice");
    generation("orphan constraint", "constraints", R"([{"id":"c1","kind":"count","text":"x","parent":"c9"}])",
               "hangs on c9");
    row("check as text", changed(reviewLine(), QStringLiteral("checks"), R"({"c1":"yes"})"),
        "check c1 is not true, false or null");
    row("unknown disposition", changed(reviewLine(), QStringLiteral("disposition"), "\"ok\""),
        "\"disposition\" is unknown: ok");
    row("review without generation", changed(reviewLine(), QStringLiteral("generation"), {}),
        "\"generation\" is missing");
    row("utilisation over 1", changed(gpuLine(), QStringLiteral("util"), "1.5"), "not between 0 and 1");
    row("no duration", changed(gpuLine(), QStringLiteral("duration_s"), "0"), "no duration");
}

void TestLogReader::badLine_isRefusedWithTheReason()
{
    QFETCH(QByteArray, line);
    QFETCH(int, kind);
    QFETCH(QString, reason);
    const auto event = read(line);
    QVERIFY(!event);
    QCOMPARE(int(event.error().kind), kind);
    QVERIFY2(event.error().detail.contains(reason), qPrintable(event.error().detail));
}

QTEST_GUILESS_MAIN(TestLogReader)
#include "tst_logreader.moc"
