// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/generations.h"
#include "app/store/rates.h"
#include "tests/cli/program.h"
#include "tests/support/builders.h"
#include "tests/support/result.h"
#include "tests/support/workspace.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace assay;

class TestRatesCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void emptyCard_isSaid();
    void addedRate_pricesWhatHasNoCost();
    void day_beginsInTheWorkspacesZone();
    void refusedRate_exitsWithOneAndSaysWhy();
    void wrongUse_exitsWithTwo_data();
    void wrongUse_exitsWithTwo();
    void removedRate_leavesCostsUnknown();
    void unknownRate_exitsWithOne();
    void exportedCard_importsOnce();
    void badLine_refusesTheFile();
    void missingWorkspace_exitsWithFour();

private:
    ProgramRun rates(const QStringList& arguments) const
    {
        return runProgram(QStringList{QStringLiteral("rates")} + arguments +
                          QStringList{QStringLiteral("--workspace"), m_workspace->path()});
    }
    ProgramRun add(const QStringList& more = {}) const
    {
        return rates(QStringList{QStringLiteral("add"), QStringLiteral("--model"), QStringLiteral("m-*"),
                                 QStringLiteral("--price"), QStringLiteral("0.04"),
                                 QStringLiteral("--currency"), QStringLiteral("USD")} +
                     more);
    }
    QString writeFile(const QByteArray& content) const
    {
        const QString path = m_workspace->folder().filePath(QStringLiteral("card.jsonl"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("no file");
        return path;
    }
    RateCard card() const { return *Rates(m_workspace->database()).all(); }

    std::unique_ptr<TemporaryWorkspace> m_workspace;
};

void TestRatesCommand::init()
{
    m_workspace = std::make_unique<TemporaryWorkspace>(QTimeZone("Europe/Berlin"));
    Generations generations(m_workspace->database(), m_workspace->calendar());
    ASSAY_VERIFY_OK(generations.add(aGeneration(u"g1")));
    ASSAY_VERIFY_OK(generations.add(aGeneration(u"g2").model(u"other")));
    ASSAY_VERIFY_OK(generations.add(aGeneration(u"g3").cost(u"0.5", u"EUR")));
}

void TestRatesCommand::emptyCard_isSaid()
{
    const ProgramRun run = rates({QStringLiteral("list")});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.output.contains("The rate card is empty."));
    QVERIFY(run.output.contains("2 have no cost"));
}

void TestRatesCommand::addedRate_pricesWhatHasNoCost()
{
    const ProgramRun run = add({QStringLiteral("--json")});
    QVERIFY2(run.exitCode == 0, run.problems.constData());
    const QJsonObject json = QJsonDocument::fromJson(run.output).object();
    QCOMPARE(json.value(QLatin1String("priced")).toInt(), 1);
    QCOMPARE(json.value(QLatin1String("unknown")).toInt(), 1);
    const QJsonObject rate = json.value(QLatin1String("rates")).toArray().at(0).toObject();
    QCOMPARE(rate.value(QLatin1String("price")).toString(), QStringLiteral("0.040000"));
    QCOMPARE(rate.value(QLatin1String("id")).toInt(), 1);
    const Generations generations(m_workspace->database(), m_workspace->calendar());
    const auto priced = generations.get(**generations.findByExternalId(QStringLiteral("g1")));
    QCOMPARE(priced->cost->micro, qint64(40'000));
    QCOMPARE(priced->costSource, CostSource::Rate);
}

void TestRatesCommand::day_beginsInTheWorkspacesZone()
{
    QCOMPARE(add({QStringLiteral("--from"), QStringLiteral("2026-03-04")}).exitCode, 0);
    QCOMPARE(card().constFirst().validFrom, kNoon - std::chrono::hours(13)); // midnight in Berlin
}

void TestRatesCommand::refusedRate_exitsWithOneAndSaysWhy()
{
    QCOMPARE(add().exitCode, 0);
    const ProgramRun again = add();
    QCOMPARE(again.exitCode, 1);
    QVERIFY2(again.problems.contains("another rate of the same day"), again.problems.constData());
    QCOMPARE(card().size(), 1);
}

void TestRatesCommand::wrongUse_exitsWithTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char* name, const char* arguments, const char* said) {
        QTest::newRow(name) << QString::fromLatin1(arguments).split(u' ', Qt::SkipEmptyParts)
                            << QByteArray(said);
    };
    row("nothing", "", "is missing");
    row("other verb", "change", "not change");
    row("no price", "add --model m --currency EUR", "--price is missing");
    row("comma", "add --model m --currency EUR --price 0,04", "--price takes");
    row("negative", "add --model m --currency EUR --price=-1", "--price takes");
    row("unit", "add --model m --currency EUR --price 1 --per week", "--per takes");
    row("no day", "add --model m --currency EUR --price 1 --from 2026-02-30", "--from takes");
    row("no number", "remove all", "number of a rate");
    row("no file", "import", "takes a file");
    row("too much", "list all", "unexpected argument all");
}

void TestRatesCommand::wrongUse_exitsWithTwo()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, said);
    const ProgramRun run = rates(arguments);
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.problems.contains(said), run.problems.constData());
    QVERIFY(card().isEmpty());
}

void TestRatesCommand::removedRate_leavesCostsUnknown()
{
    QCOMPARE(add().exitCode, 0);
    const ProgramRun run = rates({QStringLiteral("remove"), QStringLiteral("1")});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(*Rates(m_workspace->database()).coverage(), (RateCoverage{0, 2}));
}

void TestRatesCommand::unknownRate_exitsWithOne()
{
    const ProgramRun run = rates({QStringLiteral("remove"), QStringLiteral("7")});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.problems.contains("no such rate"), run.problems.constData());
}

void TestRatesCommand::exportedCard_importsOnce()
{
    QCOMPARE(add({QStringLiteral("--from"), QStringLiteral("2026-03-04"), QStringLiteral("--client"),
                  QStringLiteral("nord"), QStringLiteral("--per"), QStringLiteral("gpu-second")})
                 .exitCode,
             0);
    const RateCard before = card();
    const ProgramRun exported = rates({QStringLiteral("export")});
    QCOMPARE(exported.exitCode, 0);
    const QString path = writeFile(exported.output);
    QCOMPARE(rates({QStringLiteral("remove"), QStringLiteral("1")}).exitCode, 0);
    QCOMPARE(rates({QStringLiteral("import"), path}).exitCode, 0);
    QCOMPARE(card(), before);
    QCOMPARE(rates({QStringLiteral("import"), path}).exitCode, 0);
    QCOMPARE(card(), before);
}

void TestRatesCommand::badLine_refusesTheFile()
{
    const QString path = writeFile("{\"model\":\"a\",\"price\":\"1\",\"currency\":\"EUR\"}\n"
                                   "{\"model\":\"b\",\"price\":\"1\",\"currency\":\"euro\"}\n");
    const ProgramRun run = rates({QStringLiteral("import"), path});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.problems.contains("card.jsonl:2: not valid (the currency"), run.problems.constData());
    QVERIFY(card().isEmpty());
}

void TestRatesCommand::missingWorkspace_exitsWithFour()
{
    const ProgramRun run = runProgram({QStringLiteral("rates"), QStringLiteral("list"),
                                       QStringLiteral("--workspace"), QStringLiteral("/nowhere/w.assay")});
    QCOMPARE(run.exitCode, 4);
}

QTEST_GUILESS_MAIN(TestRatesCommand)
#include "tst_ratescommand.moc"
