// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/pictures.h"
#include "tests/cli/program.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestRootsCommand : public QObject
{
    Q_OBJECT

private slots:
    void wrongUse_exitsWithTwo();
    void addedRoot_isListedWithItsRules();
    void edit_changesOnlyWhatIsGiven();
    void brokenPattern_isRefusedWithItsReason();
    void removedRoot_isListedNoMore();
    void rules_holdForImport();
    void movedFolder_isRelinkedInOneStep();
};

namespace {

/// A workspace and a folder with two clients' pictures.
struct Example
{
    Example()
    {
        writePicture(folder.filePath(u"pictures/nord/hero/1.png"_s), 1);
        writePicture(folder.filePath(u"pictures/nord/drafts/2.png"_s), 2);
        run({u"import"_s, folder.filePath(u"pictures/nord/hero/1.png"_s)});
    }
    ProgramRun run(const QStringList& arguments) const
    {
        return runProgram(arguments + QStringList{u"--workspace"_s, folder.filePath(u"w.assay"_s)});
    }
    QString pictures() const { return folder.filePath(u"pictures"_s); }
    QJsonArray list() const
    {
        return QJsonDocument::fromJson(run({u"roots"_s, u"list"_s, u"--json"_s}).output).array();
    }

    QTemporaryDir folder;
};

} // namespace

void TestRootsCommand::wrongUse_exitsWithTwo()
{
    const Example example;
    QCOMPARE(example.run({u"roots"_s}).exitCode, 2);
    QCOMPARE(example.run({u"roots"_s, u"paint"_s}).exitCode, 2);
    QCOMPARE(example.run({u"roots"_s, u"add"_s}).exitCode, 2);
}

void TestRootsCommand::addedRoot_isListedWithItsRules()
{
    const Example example;
    const ProgramRun run =
        example.run({u"roots"_s, u"add"_s, example.pictures(), u"--client"_s, u"studio"_s, u"--exclude"_s,
                     u"drafts"_s, u"--exclude"_s, u"*.tmp"_s, u"--path-pattern"_s, u"{client}/{asset}/*"_s});
    QVERIFY2(run.exitCode == 0, run.problems.constData());
    const QJsonArray all = example.list();
    QCOMPARE(all.size(), 1);
    const QJsonObject root = all.first().toObject();
    QCOMPARE(root[u"name"].toString(), u"pictures"_s);
    QCOMPARE(root[u"client"].toString(), u"studio"_s);
    QCOMPARE(root[u"exclude"].toArray(), (QJsonArray{u"drafts"_s, u"*.tmp"_s}));
    QCOMPARE(root[u"path_pattern"].toString(), u"{client}/{asset}/*"_s);
}

void TestRootsCommand::edit_changesOnlyWhatIsGiven()
{
    const Example example;
    example.run(
        {u"roots"_s, u"add"_s, example.pictures(), u"--client"_s, u"studio"_s, u"--exclude"_s, u"drafts"_s});
    QCOMPARE(example.run({u"roots"_s, u"edit"_s, u"pictures"_s, u"--include"_s, u"*.png"_s}).exitCode, 0);
    QJsonObject root = example.list().first().toObject();
    QCOMPARE(root[u"client"].toString(), u"studio"_s);
    QCOMPARE(root[u"exclude"].toArray(), (QJsonArray{u"drafts"_s}));
    QCOMPARE(root[u"include"].toArray(), (QJsonArray{u"*.png"_s}));
    QCOMPARE(example.run({u"roots"_s, u"edit"_s, u"pictures"_s, u"--exclude"_s, QString()}).exitCode, 0);
    root = example.list().first().toObject();
    QVERIFY(root[u"exclude"].toArray().isEmpty());
}

void TestRootsCommand::brokenPattern_isRefusedWithItsReason()
{
    const Example example;
    const ProgramRun run =
        example.run({u"roots"_s, u"add"_s, example.pictures(), u"--path-pattern"_s, u"{klient}/*"_s});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.problems.contains("{klient}"), run.problems.constData());
    QVERIFY(example.list().isEmpty());
    QCOMPARE(example.run({u"roots"_s, u"edit"_s, u"nothing"_s}).exitCode, 1);
}

void TestRootsCommand::removedRoot_isListedNoMore()
{
    const Example example;
    example.run({u"roots"_s, u"add"_s, example.pictures()});
    QCOMPARE(example.run({u"roots"_s, u"remove"_s, example.pictures()}).exitCode, 0);
    QVERIFY(example.list().isEmpty());
}

void TestRootsCommand::rules_holdForImport()
{
    const Example example;
    example.run({u"roots"_s, u"add"_s, example.pictures(), u"--exclude"_s, u"drafts"_s, u"--path-pattern"_s,
                 u"{client}/{asset}/*"_s});
    const ProgramRun run = example.run({u"import"_s, example.pictures(), u"--json"_s});
    QCOMPARE(run.exitCode, 0);
    const ProgramRun rows = example.run({u"export"_s, u"--what"_s, u"generations"_s});
    QVERIFY2(!rows.output.contains("2.png"), rows.output.constData());
}

void TestRootsCommand::movedFolder_isRelinkedInOneStep()
{
    const Example example;
    example.run({u"import"_s, example.pictures()});
    const QString moved = example.folder.filePath(u"moved"_s);
    QVERIFY(QDir().rename(example.pictures(), moved));
    const QStringList relink{u"roots"_s, u"relink"_s, u"pictures"_s};
    QCOMPARE(example.run(relink + QStringList{example.folder.filePath(u"nowhere"_s)}).exitCode, 1);
    QCOMPARE(example.run(relink + QStringList{moved, u"--dry-run"_s}).exitCode, 0);
    QCOMPARE(example.list().first().toObject()[u"path"].toString(), example.pictures());
    const ProgramRun run = example.run(relink + QStringList{moved, u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.problems.constData());
    QCOMPARE(QJsonDocument::fromJson(run.output).object()[u"found"].toInt(), 2);
    QCOMPARE(example.list().first().toObject()[u"reachable"].toBool(), true);
    const ProgramRun again = example.run({u"import"_s, moved, u"--json"_s});
    QCOMPARE(QJsonDocument::fromJson(again.output).object()[u"taken"].toInt(-1), 0);
}

QTEST_GUILESS_MAIN(TestRootsCommand)
#include "tst_rootscommand.moc"
