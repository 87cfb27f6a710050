// SPDX-License-Identifier: GPL-3.0-or-later
// What comes out when a selection is exported, as a table and as a log.
#include "app/report/exportselection.h"
#include "app/store/generations.h"
#include "app/store/reviews.h"
#include "tests/support/builders.h"
#include "tests/support/result.h"
#include "tests/support/workspace.h"

#include <QBuffer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace assay;

class TestExportSelection : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void table_hasALineForEachInTheOrderSelected();
    void formulas_areMadeHarmless();
    void log_hasGenerationsWithTheirVerdicts();
    void cancelled_leavesNoFile();
    void placeThatCannotBeWritten_isAnError();

private:
    QByteArray exported(const QList<GenerationId>& ids, SelectionFormat format) const
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const auto written = exportSelection(m_workspace.database(), ids, format, buffer, m_notCancelled);
        return written ? buffer.data() : QByteArray("not written");
    }

    TemporaryWorkspace m_workspace;
    QList<GenerationId> m_ids;
    std::atomic_bool m_notCancelled = false;
};

void TestExportSelection::initTestCase()
{
    Generations generations(m_workspace.database(), m_workspace.calendar());
    Reviews reviews(m_workspace.database());
    const Generation values[] = {
        aGeneration(u"a").asset(u"=1+1").cost(u"0.04", u"EUR").latency(3400).checklist({aConstraint(u"c1")}),
        aGeneration(u"b").prompt(u"two \"quoted\" words,\nand a line"),
        aGeneration(u"c").status(GenerationStatus::Timeout)};
    for (const Generation& value : values)
        m_ids.append(generations.add(value)->id);
    QVERIFY(reviews.add(aReview(m_ids.at(0)).revised().check(u"c1", Answer::Missed)));
}

void TestExportSelection::table_hasALineForEachInTheOrderSelected()
{
    const QByteArray table = exported({m_ids.at(2), m_ids.at(0)}, SelectionFormat::Csv);
    const QList<QByteArray> lines = table.trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(0).startsWith("id,sent,client,asset"));
    QVERIFY(lines.at(1).startsWith("\"c\",2026-03-04T12:00:00"));
    QVERIFY(lines.at(1).contains(",timeout,"));
    QVERIFY(lines.at(2).contains(",revised,\"dana\","));
    QVERIFY(lines.at(2).contains(",0,1,\"c1\","));
    QVERIFY(lines.at(2).contains(",3400,0.040000,\"EUR\","));
    for (const QByteArray& line : lines)
        QCOMPARE(line.count(','), lines.at(0).count(','));
}

void TestExportSelection::formulas_areMadeHarmless()
{
    QVERIFY(exported({m_ids.at(0)}, SelectionFormat::Csv).contains("\"'=1+1\""));
    QVERIFY(
        exported({m_ids.at(1)}, SelectionFormat::Csv).contains("\"two \"\"quoted\"\" words,\nand a line\""));
}

void TestExportSelection::log_hasGenerationsWithTheirVerdicts()
{
    const QList<QByteArray> lines = exported(m_ids, SelectionFormat::Jsonl).trimmed().split('\n');
    QStringList types;
    for (const QByteArray& line : lines)
        types += QJsonDocument::fromJson(line).object().value(u"type").toString();
    QCOMPARE(types, (QStringList{u"generation"_qs, u"review"_qs, u"generation"_qs, u"generation"_qs}));
}

void TestExportSelection::cancelled_leavesNoFile()
{
    const QString path = m_workspace.folder().filePath(u"out.csv"_qs);
    const std::atomic_bool cancelled = true;
    const auto written = exportSelectionTo(path, m_workspace.database(), m_ids, cancelled);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Cancelled);
    QVERIFY(!QFile::exists(path));
    QVERIFY(exportSelectionTo(path, m_workspace.database(), m_ids, m_notCancelled));
    QVERIFY(QFile::exists(path));
}

void TestExportSelection::placeThatCannotBeWritten_isAnError()
{
    const auto written =
        exportSelectionTo(u"/nowhere/out.csv"_qs, m_workspace.database(), m_ids, m_notCancelled);
    QVERIFY(!written);
    QCOMPARE(written.error().subject, u"/nowhere/out.csv"_qs);
}

QTEST_GUILESS_MAIN(TestExportSelection)
#include "tst_exportselection.moc"
