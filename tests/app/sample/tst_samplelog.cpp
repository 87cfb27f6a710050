// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the sample's log as LOG_FORMAT.md describes it, without the program's own reader.
#include "app/sample/historylog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace assay;
using namespace assay::sample;

class TestSampleLog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyLine_isAnObjectOfAKnownType();
    void lines_areInTheOrderOfTime();
    void generations_haveWhatTheFormatNeeds();
    void constraints_areUniqueAndParentsExist();
    void reviews_answerTheConstraintsOfAnOkGeneration();
    void gpuSamples_coverTheWeeks();

private:
    QList<QJsonObject> ofType(const QString& type) const;

    QList<QJsonObject> m_lines;
};

void TestSampleLog::initTestCase()
{
    const QByteArray log =
        historyLog(makePlan({*parseRfc3339(u"2026-11-19T10:00:00Z"_qs), QTimeZone::utc()}));
    QVERIFY(log.endsWith('\n') && !log.contains('\r'));
    QList<QByteArray> lines = log.split('\n');
    lines.removeLast();
    for (const QByteArray& line : lines) {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(line, &error);
        QVERIFY2(document.isObject(), qPrintable(error.errorString()));
        m_lines.append(document.object());
    }
}

QList<QJsonObject> TestSampleLog::ofType(const QString& type) const
{
    QList<QJsonObject> lines;
    for (const QJsonObject& line : m_lines) {
        if (line.value(u"type").toString() == type)
            lines.append(line);
    }
    return lines;
}

void TestSampleLog::everyLine_isAnObjectOfAKnownType()
{
    const qsizetype known =
        ofType(u"generation"_qs).size() + ofType(u"review"_qs).size() + ofType(u"gpu"_qs).size();
    QCOMPARE(ofType(u"change"_qs).size(), 1);
    QCOMPARE(known + 1, m_lines.size());
    for (const QJsonObject& line : m_lines)
        QCOMPARE(line.value(u"v").toInt(), 1);
}

void TestSampleLog::lines_areInTheOrderOfTime()
{
    UtcTime last{};
    for (const QJsonObject& line : m_lines) {
        const auto at = parseRfc3339(line.value(u"ts").toString());
        QVERIFY(at && *at >= last);
        last = *at;
    }
}

void TestSampleLog::generations_haveWhatTheFormatNeeds()
{
    const QStringList needed = {u"id"_qs,     u"client"_qs, u"asset"_qs,      u"model"_qs,
                                u"prompt"_qs, u"status"_qs, u"latency_ms"_qs, u"settings"_qs};
    static const QRegularExpression amount(u"^[0-9]+\\.[0-9]{6}$"_qs);
    QMap<QString, int> failures;
    for (const QJsonObject& line : ofType(u"generation"_qs)) {
        for (const QString& key : needed)
            QVERIFY2(line.contains(key), qPrintable(key));
        const QString status = line.value(u"status").toString();
        QCOMPARE(line.contains(u"image"), status == u"ok");
        QCOMPARE(line.contains(u"error"), status != u"ok");
        QVERIFY(line.value(u"latency_ms").toInt() > 0);
        QVERIFY(amount.match(line.value(u"cost").toObject().value(u"amount").toString()).hasMatch());
        QVERIFY(*parseRfc3339(line.value(u"prompt_ts").toString()) <
                *parseRfc3339(line.value(u"ts").toString()));
        failures[status] += 1;
    }
    QCOMPARE(failures.keys(), (QStringList{u"content_filter"_qs, u"error"_qs, u"ok"_qs, u"timeout"_qs}));
}

void TestSampleLog::constraints_areUniqueAndParentsExist()
{
    const QStringList kinds = {u"count"_qs, u"colour"_qs,   u"position"_qs,
                               u"text"_qs,  u"presence"_qs, u"other"_qs};
    for (const QJsonObject& line : ofType(u"generation"_qs)) {
        QStringList ids;
        for (const QJsonValue& value : line.value(u"constraints").toArray()) {
            const QJsonObject constraint = value.toObject();
            const QString id = constraint.value(u"id").toString();
            QVERIFY(!ids.contains(id));
            QVERIFY(kinds.contains(constraint.value(u"kind").toString()));
            QVERIFY(!constraint.value(u"text").toString().isEmpty());
            QVERIFY(!constraint.contains(u"parent") || ids.contains(constraint.value(u"parent").toString()));
            ids.append(id);
        }
        QVERIFY(ids.size() >= 4);
    }
}

void TestSampleLog::reviews_answerTheConstraintsOfAnOkGeneration()
{
    QHash<QString, QStringList> constraints;
    for (const QJsonObject& line : ofType(u"generation"_qs)) {
        if (line.value(u"status").toString() != u"ok")
            continue;
        QStringList ids;
        for (const QJsonValue& value : line.value(u"constraints").toArray())
            ids.append(value.toObject().value(u"id").toString());
        constraints.insert(line.value(u"id").toString(), ids);
    }
    for (const QJsonObject& line : ofType(u"review"_qs)) {
        const QString generation = line.value(u"generation").toString();
        QVERIFY(constraints.contains(generation));
        QVERIFY(dispositionFromText(line.value(u"disposition").toString()));
        QVERIFY(!line.value(u"reviewer").toString().isEmpty());
        const QJsonObject checks = line.value(u"checks").toObject();
        for (auto it = checks.begin(); it != checks.end(); ++it) {
            QVERIFY(constraints.value(generation).contains(it.key()));
            QVERIFY(it.value().isBool() || it.value().isNull());
        }
    }
}

void TestSampleLog::gpuSamples_coverTheWeeks()
{
    const QList<QJsonObject> samples = ofType(u"gpu"_qs);
    QVERIFY(samples.size() >= 15 * 28);
    for (const QJsonObject& line : samples) {
        QCOMPARE(line.value(u"duration_s").toInt(), 6 * 3600);
        QVERIFY(line.value(u"util").toDouble() >= 0 && line.value(u"util").toDouble() <= 1);
    }
}

QTEST_APPLESS_MAIN(TestSampleLog)
#include "tst_samplelog.moc"
