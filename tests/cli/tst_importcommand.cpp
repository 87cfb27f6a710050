// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/pictures.h"
#include "tests/cli/program.h"

#include <QColor>
#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestImportCommand : public QObject
{
    Q_OBJECT

private slots:
    void wrongUse_exitsWithTwo_data();
    void wrongUse_exitsWithTwo();
    void help_namesTheOptions();
    void unusableWorkspace_exitsWithFour_data();
    void unusableWorkspace_exitsWithFour();
    void importTwice_changesNothing();
    void refused_exitsWithOneAndNamesThem();
    void reread_takesSidecarsThatCameLate();
    void reread_namesWhatItCannotRead();
    void namedSidecar_meansItsImage();
    void client_isStored();
    void zone_isTheWorkspaces();
    void table_isGuessedMappedAndRemembered();
    void defaultWorkspace_isThePersons();
    void exportedWorkspace_importsToTheSame();
    void export_toStdoutAndFileAreAlike();
    void export_weeklyIsWhatMetricsSays();
    void export_neverLeavesHalfAFile();
    void sharedImages_areTaken();
    void hostileFiles_neverEndTheProgram();
};

namespace {

/// A folder with ten pictures and a log of twenty generations.
struct Example
{
    Example()
    {
        for (int i = 0; i < 10; ++i)
            writePicture(path(u"pictures/%1/%2.png"_s.arg(i % 2).arg(i)), i);
        writeBytes(path(u"log.jsonl"_s), logLines(20));
    }
    QString path(const QString& name) const { return folder.filePath(name); }
    QString workspace() const { return path(u"w.assay"_s); }

    QTemporaryDir folder;
};

/// A picture that says nothing about itself.
void writeSilentPicture(const QString& path, int seed)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QImage image(16, 16, QImage::Format_RGB32);
    image.fill(QColor::fromRgb(QRgb(seed * 7919)));
    QVERIFY(image.save(path));
}

QJsonObject json(const ProgramRun& run)
{
    return QJsonDocument::fromJson(run.output).object();
}

} // namespace

void TestImportCommand::wrongUse_exitsWithTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("import nothing") << QStringList{u"import"_s};
    QTest::newRow("import, unknown option") << QStringList{u"import"_s, u"x"_s, u"--frobnicate"_s};
    QTest::newRow("import, no such zone") << QStringList{u"import"_s, u"x"_s, u"--zone"_s, u"Mars/Base"_s};
    QTest::newRow("export nothing") << QStringList{u"export"_s};
    QTest::newRow("export something else") << QStringList{u"export"_s, u"--what"_s, u"secrets"_s};
    QTest::newRow("export, unknown format")
        << QStringList{u"export"_s, u"--what"_s, u"reviews"_s, u"--format"_s, u"xml"_s};
    QTest::newRow("demo nowhere") << QStringList{u"demo"_s};
    QTest::newRow("demo, no time") << QStringList{u"demo"_s, u"x"_s, u"--now"_s, u"yesterday"_s};
}

void TestImportCommand::wrongUse_exitsWithTwo()
{
    QFETCH(QStringList, arguments);
    const ProgramRun run = runProgram(arguments);
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.output.isEmpty());
    QVERIFY(run.problems.contains("--help"));
}

void TestImportCommand::help_namesTheOptions()
{
    for (const QString& command : {u"import"_s, u"export"_s, u"demo"_s}) {
        const ProgramRun run = runProgram({command, u"--help"_s});
        QCOMPARE(run.exitCode, 0);
        const QByteArray usage = "Usage: assay-cli " + command.toUtf8();
        QVERIFY2(run.output.startsWith(usage), run.output.constData());
    }
}

void TestImportCommand::unusableWorkspace_exitsWithFour_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("import below a missing folder")
        << QStringList{u"import"_s, u"."_s, u"--workspace"_s, u"/nonexistent/w.assay"_s};
    QTest::newRow("import into what is no workspace")
        << QStringList{u"import"_s, u"."_s, u"--workspace"_s, u"/etc/passwd"_s};
    QTest::newRow("export a missing one")
        << QStringList{u"export"_s, u"--what"_s, u"reviews"_s, u"--workspace"_s, u"/nonexistent/w.assay"_s};
}

void TestImportCommand::unusableWorkspace_exitsWithFour()
{
    QFETCH(QStringList, arguments);
    const ProgramRun run = runProgram(arguments);
    QCOMPARE(run.exitCode, 4);
    QVERIFY(run.output.isEmpty());
    const QByteArray folder = QFileInfo(arguments.last()).path().toUtf8();
    QVERIFY2(run.problems.contains(folder), run.problems.constData());
}

void TestImportCommand::importTwice_changesNothing()
{
    const Example example;
    const QStringList arguments{u"import"_s,      example.path(u"pictures"_s), example.path(u"log.jsonl"_s),
                                u"--workspace"_s, example.workspace(),         u"--json"_s};
    const ProgramRun first = runProgram(arguments);
    QCOMPARE(first.exitCode, 0);
    QCOMPARE(json(first)[u"taken"_s].toInt(), 50);
    QVERIFY2(first.problems.isEmpty(), first.problems.constData());
    const ProgramRun second = runProgram(arguments);
    QCOMPARE(second.exitCode, 0);
    QCOMPARE(json(second)[u"taken"_s].toInt(), 0);
    QCOMPARE(json(second)[u"known"_s].toInt(), 50);
    QCOMPARE(runProgram({u"verify"_s, u"--workspace"_s, example.workspace()}).exitCode, 0);
}

void TestImportCommand::refused_exitsWithOneAndNamesThem()
{
    const Example example;
    writeBytes(example.path(u"pictures/none.png"_s), "no picture");
    writeBytes(example.path(u"bad.jsonl"_s), logLines(1) + "{bad\n");
    const QStringList arguments{u"import"_s, example.path(u"pictures"_s), example.path(u"bad.jsonl"_s),
                                u"--workspace"_s, example.workspace()};
    const ProgramRun run = runProgram(arguments);
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.output.contains("pictures/none.png: "), run.output.constData());
    QVERIFY2(run.output.contains("bad.jsonl:3: "), run.output.constData());
    const QJsonObject report = json(runProgram(arguments + QStringList{u"--json"_s}));
    QCOMPARE(report[u"refused"_s].toInt(), 2);
    QCOMPARE(report[u"problems"_s].toArray()[1].toObject()[u"line"_s].toInt(), 3);
}

void TestImportCommand::reread_takesSidecarsThatCameLate()
{
    QTemporaryDir folder;
    const QString workspace = folder.filePath(u"w.assay"_s);
    writeSilentPicture(folder.filePath(u"in/a.png"_s), 1);
    QCOMPARE(runProgram({u"import"_s, u"--workspace"_s, workspace, folder.filePath(u"in"_s)}).exitCode, 0);
    writeBytes(folder.filePath(u"in/a.txt"_s),
               "a late prompt\nSteps: 20, Sampler: Euler, CFG scale: 7, Seed: 5, Size: 8x8, Model: wai");
    const ProgramRun run = runProgram({u"reread"_s, u"--workspace"_s, workspace});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.output.contains("1 read, 1 changed, 0 refused"), run.output.constData());
    const ProgramRun exported =
        runProgram({u"export"_s, u"--workspace"_s, workspace, u"--what"_s, u"generations"_s});
    QVERIFY2(exported.output.contains("a late prompt"), exported.output.constData());
    const ProgramRun again = runProgram({u"reread"_s, u"--workspace"_s, workspace});
    QVERIFY2(again.output.contains("1 read, 0 changed, 0 refused"), again.output.constData());
}

void TestImportCommand::reread_namesWhatItCannotRead()
{
    QTemporaryDir folder;
    const QString workspace = folder.filePath(u"w.assay"_s);
    writeSilentPicture(folder.filePath(u"in/a.png"_s), 1);
    QCOMPARE(runProgram({u"import"_s, u"--workspace"_s, workspace, folder.filePath(u"in"_s)}).exitCode, 0);
    QVERIFY(QFile::remove(folder.filePath(u"in/a.png"_s)));
    const ProgramRun gone = runProgram({u"reread"_s, u"--workspace"_s, workspace});
    QCOMPARE(gone.exitCode, 1);
    QVERIFY2(gone.problems.contains("a.png"), gone.problems.constData());
    const ProgramRun unknown = runProgram({u"reread"_s, u"--workspace"_s, workspace, u"nothing"_s});
    QCOMPARE(unknown.exitCode, 1);
    QVERIFY2(unknown.problems.contains("nothing: no generation"), unknown.problems.constData());
}

void TestImportCommand::namedSidecar_meansItsImage()
{
    QTemporaryDir folder;
    const QString workspace = folder.filePath(u"w.assay"_s);
    writeSilentPicture(folder.filePath(u"a.b.png"_s), 1);
    writeSilentPicture(folder.filePath(u"c.png"_s), 2);
    writeBytes(folder.filePath(u"a.b.txt"_s),
               "cat\nSteps: 20, Sampler: Euler, CFG scale: 7, Seed: 5, Size: 8x8");
    writeBytes(folder.filePath(u"c.json"_s),
               R"({"prompt":"dog","seed":3,"use_stable_diffusion_model":"m","num_inference_steps":9})");
    writeBytes(folder.filePath(u"c.txt"_s), "notes of a person");
    const ProgramRun run =
        runProgram({u"import"_s, u"--workspace"_s, workspace, u"--json"_s, folder.filePath(u"a.b.png"_s),
                    folder.filePath(u"a.b.txt"_s), folder.filePath(u"c.json"_s)});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(json(run).value("taken"_L1).toInt(), 2);
    const ProgramRun exported =
        runProgram({u"export"_s, u"--workspace"_s, workspace, u"--what"_s, u"generations"_s});
    QVERIFY2(exported.output.contains("cat") && exported.output.contains("dog"), exported.output.constData());
    const ProgramRun notes =
        runProgram({u"import"_s, u"--workspace"_s, workspace, folder.filePath(u"c.txt"_s)});
    QCOMPARE(notes.exitCode, 1);
}

void TestImportCommand::client_isStored()
{
    const Example example;
    runProgram({u"import"_s, example.path(u"pictures"_s), u"--workspace"_s, example.workspace(),
                u"--client"_s, u"Nord & Söhne"_s});
    const ProgramRun run =
        runProgram({u"export"_s, u"--what"_s, u"generations"_s, u"--workspace"_s, example.workspace()});
    QCOMPARE(run.output.count("\"client\":\"Nord & Söhne\""), 10);
}

void TestImportCommand::zone_isTheWorkspaces()
{
    const Example example;
    // 23:30 UTC on a Sunday is Monday, the next week, in Berlin.
    QByteArray log = logLines(1);
    log.replace("2026-03-04T12:00", "2026-03-08T23:30");
    writeBytes(example.path(u"sunday.jsonl"_s), log);
    const QStringList import{u"import"_s, example.path(u"sunday.jsonl"_s), u"--workspace"_s,
                             example.workspace()};
    for (const QString& zone : {u"UTC"_s, u"Europe/Berlin"_s}) {
        QCOMPARE(runProgram(import + QStringList{u"--zone"_s, zone}).exitCode, 0);
        const ProgramRun verified = runProgram({u"verify"_s, u"--workspace"_s, example.workspace()});
        QVERIFY2(verified.exitCode == 0, verified.output.constData());
    }
}

void TestImportCommand::table_isGuessedMappedAndRemembered()
{
    const Example example;
    writeBytes(example.path(u"t.csv"_s), "Datum;Prompt;Freigabe\n4.3.2026 12:00;drei Tassen;ja\n");
    const QStringList import{u"import"_s, example.path(u"t.csv"_s), u"--workspace"_s, example.workspace()};
    const ProgramRun open = runProgram(import);
    QCOMPARE(open.exitCode, 1);
    QVERIFY2(open.output.contains("zone") && open.output.contains("reviewed_at"), open.output.constData());
    const ProgramRun guess = runProgram(
        {u"import"_s, example.path(u"t.csv"_s), u"--guess"_s, u"--times-in"_s, u"Europe/Berlin"_s});
    QCOMPARE(guess.exitCode, 1);
    QVERIFY2(guess.problems.contains("reviewed_at"), guess.problems.constData());
    QByteArray map = guess.output;
    writeBytes(example.path(u"m.json"_s), map.replace("\"refuse\"", "\"sent_at\""));
    const ProgramRun mapped = runProgram(import + QStringList{u"--map"_s, example.path(u"m.json"_s)});
    QCOMPARE(mapped.exitCode, 0);
    const ProgramRun again = runProgram(import + QStringList{u"--json"_s});
    QCOMPARE(again.exitCode, 0);
    QCOMPARE(json(again)[u"known"_s].toInt(), 2);
    writeBytes(example.path(u"m.json"_s), R"({"columns":{"When":"sent_at"}})");
    const ProgramRun wrong = runProgram(import + QStringList{u"--map"_s, example.path(u"m.json"_s)});
    QCOMPARE(wrong.exitCode, 1);
    QVERIFY2(wrong.problems.contains("When") && wrong.problems.contains("Datum"), wrong.problems.constData());
}

void TestImportCommand::defaultWorkspace_isThePersons()
{
    const Example example;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, example.path(u"data"_s));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(ASSAY_CLI), {u"import"_s, example.path(u"log.jsonl"_s)});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(QFile::exists(example.path(u"data/assay/default.assay"_s)));
}

void TestImportCommand::exportedWorkspace_importsToTheSame()
{
    const Example example;
    const QString second = example.path(u"second.assay"_s);
    QCOMPARE(runProgram({u"import"_s, example.path(u"pictures"_s), example.path(u"log.jsonl"_s),
                         u"--workspace"_s, example.workspace()})
                 .exitCode,
             0);
    for (const QString& what : {u"generations"_s, u"reviews"_s}) {
        const QString file = example.path(what + u".jsonl"_s);
        QCOMPARE(
            runProgram({u"export"_s, u"--what"_s, what, u"-o"_s, file, u"--workspace"_s, example.workspace()})
                .exitCode,
            0);
        QCOMPARE(runProgram({u"import"_s, file, u"--workspace"_s, second}).exitCode, 0);
    }
    for (const QString& what : {u"generations"_s, u"reviews"_s}) {
        const ProgramRun again = runProgram({u"export"_s, u"--what"_s, what, u"--workspace"_s, second});
        QCOMPARE(again.output, readBytes(example.path(what + u".jsonl"_s)));
    }
    QCOMPARE(runProgram({u"verify"_s, u"--workspace"_s, second}).exitCode, 0);
}

void TestImportCommand::export_toStdoutAndFileAreAlike()
{
    const Example example;
    runProgram({u"import"_s, example.path(u"log.jsonl"_s), u"--workspace"_s, example.workspace()});
    const QString file = example.path(u"all.jsonl"_s);
    const QStringList arguments{u"export"_s, u"--what"_s, u"all"_s, u"--workspace"_s, example.workspace()};
    QCOMPARE(runProgram(arguments + QStringList{u"--output"_s, file}).output, QByteArray());
    QCOMPARE(runProgram(arguments + QStringList{u"-o"_s, u"-"_s}).output, readBytes(file));
    QCOMPARE(readBytes(file).count('\n'), 40);
}

void TestImportCommand::export_weeklyIsWhatMetricsSays()
{
    const Example example;
    runProgram({u"import"_s, example.path(u"log.jsonl"_s), u"--workspace"_s, example.workspace()});
    const QStringList rest{u"--workspace"_s, example.workspace(), u"--now"_s, u"2026-05-05T12:00:00Z"_s};
    const ProgramRun exported = runProgram(QStringList{u"export"_s, u"--what"_s, u"weekly"_s} + rest);
    QCOMPARE(exported.exitCode, 0);
    const QByteArrayList lines = exported.output.trimmed().split('\n');
    QCOMPARE(lines.size(), 2); // one week, of everybody and of one client
    const ProgramRun told = runProgram(QStringList{u"metrics"_s, u"--json"_s} + rest);
    const QJsonObject week = json(told)[u"weeks"_s].toArray()[0].toObject();
    for (const QByteArray& line : lines) {
        const QJsonObject row = QJsonDocument::fromJson(line).object();
        QCOMPARE(row[u"week"_s], week[u"week"_s]);
        QCOMPARE(row[u"role"_s], week[u"role"_s]);
        for (const QString& metric : {u"acceptance"_s, u"adherence"_s}) {
            for (const QString& key : {u"value"_s, u"n"_s, u"clusters"_s}) {
                QCOMPARE(row[u"metrics"_s][metric][key], week[u"metrics"_s][metric][key]);
                QVERIFY(row[u"metrics"_s][metric][key].isDouble());
            }
        }
    }
}

void TestImportCommand::export_neverLeavesHalfAFile()
{
    const Example example;
    runProgram({u"import"_s, example.path(u"log.jsonl"_s), u"--workspace"_s, example.workspace()});
    const QString file = example.path(u"missing/all.jsonl"_s);
    const ProgramRun run = runProgram(
        {u"export"_s, u"--what"_s, u"all"_s, u"-o"_s, file, u"--workspace"_s, example.workspace()});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(run.problems.contains(file.toUtf8()));
}

namespace {

/// A folder of the shared material, or nothing where it is not there.
QString sharedFolder(const QString& name)
{
    const QString folder = qEnvironmentVariable("ASSAY_SHARED") + u"/data/"_s + name;
    return QFileInfo(folder).isDir() ? folder : QString();
}

} // namespace

void TestImportCommand::sharedImages_areTaken()
{
    const QString folder = sharedFolder(u"images"_s);
    if (folder.isEmpty())
        QSKIP("the shared images are not there");
    const Example example;
    const QJsonObject report =
        json(runProgram({u"import"_s, folder, u"--workspace"_s, example.workspace(), u"--json"_s}));
    QVERIFY(report[u"taken"_s].toInt() > 80);
    QVERIFY(report[u"incomplete"_s].toInt() < report[u"taken"_s].toInt() / 2);
    for (const QJsonValue& problem : report[u"problems"_s].toArray())
        QVERIFY(problem.toObject()[u"source"_s].toString().endsWith(u".avif"));
}

void TestImportCommand::hostileFiles_neverEndTheProgram()
{
    const QString folder = sharedFolder(u"hostile"_s);
    if (folder.isEmpty())
        QSKIP("the hostile files are not there");
    const Example example;
    const ProgramRun run =
        runProgram({u"import"_s, folder, u"--workspace"_s, example.workspace(), u"--json"_s});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(json(run)[u"taken"_s].toInt() > 100);
    QCOMPARE(runProgram({u"verify"_s, u"--workspace"_s, example.workspace()}).exitCode, 0);
}

QTEST_GUILESS_MAIN(TestImportCommand)
#include "tst_importcommand.moc"
