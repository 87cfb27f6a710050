// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/metadata/files.h"
#include "tests/cli/program.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace assay;
using namespace assay::files;
using namespace Qt::StringLiterals;

class TestInspect : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void json_isOneObjectALineWithAllKeys();
    void unknownIsNull_emptyIsEmpty();
    void folder_isWalkedSortedAndOnlyForImages();
    void unreadableFile_isAProblemAndTheRestIsDone();
    void people_getLabels();
    void wrongUse_exitsWithTwo();

private:
    QString write(const QString& name, const QByteArray& bytes) const;
    static QList<QJsonObject> lines(const QByteArray& output);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestInspect::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QString TestInspect::write(const QString& name, const QByteArray& bytes) const
{
    const QString path = m_folder->filePath(name);
    QDir().mkpath(path.section(u'/', 0, -2));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

QList<QJsonObject> TestInspect::lines(const QByteArray& output)
{
    QList<QJsonObject> objects;
    for (const QByteArray& line : output.split('\n')) {
        if (!line.isEmpty())
            objects.append(QJsonDocument::fromJson(line).object());
    }
    return objects;
}

void TestInspect::json_isOneObjectALineWithAllKeys()
{
    const QString path =
        write(u"a.png"_s, png(tEXt("parameters", "a\ncat\nSteps: 1, Sampler: x, Seed: 2, Model: m")));
    const ProgramRun run = runProgram({u"inspect"_s, u"--json"_s, path});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.problems.isEmpty(), run.problems.constData());
    QCOMPARE(run.output.count('\n'), 1);
    const QJsonObject object = lines(run.output).value(0);
    for (const char* key : {"path", "format", "width", "height", "generator", "prompt", "negative", "model",
                            "settings", "provenance", "problems"})
        QVERIFY2(object.contains(QLatin1StringView(key)), key);
    QCOMPARE(object.value("path"_L1).toString(), path);
    QCOMPARE(object.value("format"_L1).toString(), u"PNG"_s);
    QCOMPARE(object.value("width"_L1).toInt(), 6);
    QCOMPARE(object.value("height"_L1).toInt(), 4);
    QCOMPARE(object.value("prompt"_L1).toString(), u"a\ncat"_s);
    QCOMPARE(object.value("model"_L1).toString(), u"m"_s);
    QCOMPARE(object.value("settings"_L1).toObject().value("seed"_L1).toString(), u"2"_s);
}

void TestInspect::unknownIsNull_emptyIsEmpty()
{
    const QString bare = write(u"bare.png"_s, png({}));
    const QString empty = write(u"empty.png"_s, png(tEXt("invokeai_metadata", R"({"positive_prompt":""})")));
    const ProgramRun run = runProgram({u"inspect"_s, bare, empty, u"--json"_s});
    QCOMPARE(run.exitCode, 0);
    const QList<QJsonObject> objects = lines(run.output);
    QCOMPARE(objects.size(), 2);
    QVERIFY(objects[0].value("prompt"_L1).isNull());
    QVERIFY(objects[0].value("generator"_L1).isNull());
    QCOMPARE(objects[1].value("prompt"_L1), QJsonValue(QString()));
    QVERIFY(objects[1].value("negative"_L1).isNull());
}

void TestInspect::folder_isWalkedSortedAndOnlyForImages()
{
    write(u"b.png"_s, png({}));
    write(u"a/z.webp"_s, webp({}));
    write(u"a/jpeg named.txt"_s, jpeg({}));
    write(u"notes.txt"_s, "no image");
    const ProgramRun run = runProgram({u"inspect"_s, u"--json"_s, m_folder->path()});
    QCOMPARE(run.exitCode, 0);
    QStringList names;
    for (const QJsonObject& object : lines(run.output))
        names.append(object.value("path"_L1).toString().mid(m_folder->path().size() + 1));
    QCOMPARE(names, (QStringList{u"a/jpeg named.txt"_s, u"a/z.webp"_s, u"b.png"_s}));
}

void TestInspect::unreadableFile_isAProblemAndTheRestIsDone()
{
    const QString good = write(u"good.png"_s, png({}));
    const QString empty = write(u"empty.png"_s, {});
    const ProgramRun run =
        runProgram({u"inspect"_s, u"--json"_s, m_folder->filePath(u"missing.png"_s), empty, good});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(lines(run.output).size(), 1);
    QVERIFY2(run.problems.contains("missing.png: not found"), run.problems.constData());
    QVERIFY2(run.problems.contains("empty.png: damaged"), run.problems.constData());
}

void TestInspect::people_getLabels()
{
    const QString path = write(u"a.png"_s, png({}));
    const ProgramRun run = runProgram({u"inspect"_s, path});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.output.startsWith(path.toUtf8()));
    QVERIFY2(run.output.contains("prompt      unknown"), run.output.constData());
}

void TestInspect::wrongUse_exitsWithTwo()
{
    QCOMPARE(runProgram({u"inspect"_s}).exitCode, 2);
    QCOMPARE(runProgram({u"inspect"_s, u"--frobnicate"_s}).exitCode, 2);
    const ProgramRun help = runProgram({u"inspect"_s, u"--help"_s});
    QCOMPARE(help.exitCode, 0);
    QVERIFY2(help.output.startsWith("Usage: assay-cli inspect"), help.output.constData());
}

QTEST_GUILESS_MAIN(TestInspect)
#include "tst_inspect.moc"
