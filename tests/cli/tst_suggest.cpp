// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace assay;

namespace {

QList<QByteArray> suggested(const QByteArray& input)
{
    QProcess process;
    process.start(QStringLiteral(ASSAY_CLI), {QStringLiteral("suggest"), QStringLiteral("--json")});
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        return {};
    QList<QByteArray> lines = process.readAllStandardOutput().split('\n');
    if (!lines.isEmpty() && lines.constLast().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace

class TestSuggest : public QObject
{
    Q_OBJECT

private slots:
    void eachLine_givesOneObjectWithAllKeys();
    void plainTextAndJsonString_areTheSamePrompt();
    void withoutJson_exitsWithTwo();
};

void TestSuggest::eachLine_givesOneObjectWithAllKeys()
{
    const QList<QByteArray> lines = suggested("two red mugs left of a plate\n\n\"a\\nb\"\n");
    QCOMPARE(lines.size(), 3);
    const QJsonObject first = QJsonDocument::fromJson(lines.at(0)).object();
    QCOMPARE(first.value(u"prompt").toString(), u"two red mugs left of a plate"_qs);
    const QJsonArray constraints = first.value(u"constraints").toArray();
    QVERIFY(!constraints.isEmpty());
    for (const QJsonValue& constraint : constraints) {
        for (const QString& key : {u"kind"_qs, u"text"_qs, u"object"_qs, u"value"_qs, u"relation"_qs,
                                   u"target"_qs, u"parent"_qs, u"span"_qs})
            QVERIFY2(constraint.toObject().contains(key), qPrintable(key));
    }
    QCOMPARE(QJsonDocument::fromJson(lines.at(2)).object().value(u"prompt").toString(), u"a\nb"_qs);
}

void TestSuggest::plainTextAndJsonString_areTheSamePrompt()
{
    const QList<QByteArray> lines = suggested("three teal cups\n\"three teal cups\"\n");
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.at(0), lines.at(1));
}

void TestSuggest::withoutJson_exitsWithTwo()
{
    QCOMPARE(runProgram({u"suggest"_qs}).exitCode, 2);
}

QTEST_GUILESS_MAIN(TestSuggest)
#include "tst_suggest.moc"
