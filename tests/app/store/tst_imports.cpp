// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/imports.h"
#include "tests/support/builders.h"
#include "tests/support/result.h"
#include "tests/support/workspace.h"

using namespace assay;

class TestImports : public QObject
{
    Q_OBJECT

private slots:
    void record_growsAndFinishes();
    void latestOf_isTheNewestOfThatSource();
    void problems_keepKindAndLine_data();
    void problems_keepKindAndLine();
    void refusedSources_areNamedOnce();
    void laterImport_settlesWhatItTook();
    void whatOnlyArrived_settlesNothing();
    void unknownImport_isNotFound();
};

namespace {

const QString kFolder = QStringLiteral("/in");

/// One that is finished and refused these files.
ImportId importOf(const Imports& imports, const QString& source, const QStringList& refused)
{
    const auto id = imports.begin(source, kNoon);
    for (const QString& file : refused)
        (void)imports.addProblem(*id, {file, {}, {ErrorKind::Damaged, {}, {}}});
    (void)imports.finish(*id, ImportScope::Whole, kNoon);
    return *id;
}

} // namespace

void TestImports::record_growsAndFinishes()
{
    TemporaryWorkspace workspace;
    const Imports imports(workspace.database());
    const auto id = imports.begin(QStringLiteral("/logs/a.jsonl"), kNoon);
    ASSAY_VERIFY_OK(id);
    QVERIFY(!imports.recent(5)->first().finishedAt);
    const ImportCounts counts{5, 4, 3, 2};
    ASSAY_VERIFY_OK(imports.update(*id, counts, 1234));
    ASSAY_VERIFY_OK(imports.finish(*id, ImportScope::Whole, kNoon + kDay));
    const ImportRecord record = imports.recent(5)->first();
    QVERIFY(record.counts == counts);
    QCOMPARE(record.position, 1234);
    QCOMPARE(record.startedAt, kNoon);
    QCOMPARE(record.finishedAt, std::optional(kNoon + kDay));
}

void TestImports::latestOf_isTheNewestOfThatSource()
{
    TemporaryWorkspace workspace;
    const Imports imports(workspace.database());
    const QString log = QStringLiteral("a.jsonl");
    QVERIFY(!*imports.latestOf(log));
    ASSAY_VERIFY_OK(imports.begin(log, kNoon));
    const auto second = imports.begin(log, kNoon);
    ASSAY_VERIFY_OK(imports.begin(QStringLiteral("b.jsonl"), kNoon));
    QCOMPARE((*imports.latestOf(log))->id, *second);
    QCOMPARE(imports.recent(2)->size(), 2);
    QCOMPARE(imports.recent(2)->first().source, QStringLiteral("b.jsonl"));
}

void TestImports::problems_keepKindAndLine_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind <= int(ErrorKind::Io); ++kind)
        QTest::addRow("kind %d", kind) << kind;
}

void TestImports::problems_keepKindAndLine()
{
    QFETCH(int, kind);
    TemporaryWorkspace workspace;
    const Imports imports(workspace.database());
    const auto id = imports.begin(QStringLiteral("folder"), kNoon);
    const ImportProblem inLog{
        QStringLiteral("a.jsonl"), 17, {ErrorKind(kind), QStringLiteral("g1"), QStringLiteral("why")}};
    const ImportProblem file{QStringLiteral("x.png"), {}, {ErrorKind(kind), {}, {}}};
    ASSAY_VERIFY_OK(imports.addProblem(*id, inLog));
    ASSAY_VERIFY_OK(imports.addProblem(*id, file));
    const auto problems = imports.problems(*id);
    ASSAY_VERIFY_OK(problems);
    QVERIFY((*problems == QList<ImportProblem>{inLog, file}));
}

void TestImports::refusedSources_areNamedOnce()
{
    TemporaryWorkspace workspace;
    const Imports imports(workspace.database());
    const QStringList files{QStringLiteral("b.jsonl"), QStringLiteral("b.jsonl"), QStringLiteral("a.png")};
    const ImportId id = importOf(imports, kFolder, files);
    QCOMPARE(*imports.refusedSources(id), (QStringList{QStringLiteral("b.jsonl"), QStringLiteral("a.png")}));
    QVERIFY(imports.refusedSources(ImportId{99})->isEmpty());
}

void TestImports::laterImport_settlesWhatItTook()
{
    TemporaryWorkspace workspace;
    const Imports imports(workspace.database());
    const QString a = QStringLiteral("/in/a.png");
    const QString b = QStringLiteral("/in/b.png");
    importOf(imports, kFolder, {a, b});
    QCOMPARE(*imports.unsettledSources(), (QStringList{a, b}));
    importOf(imports, a, {});
    QCOMPARE(*imports.unsettledSources(), QStringList{b});
    importOf(imports, b, {b});
    QCOMPARE(*imports.unsettledSources(), QStringList{b});
    importOf(imports, kFolder, {});
    QCOMPARE(*imports.unsettledSources(), QStringList{b}); // the file's own import refused it still
    importOf(imports, b, {});
    QVERIFY(imports.unsettledSources()->isEmpty());
}

void TestImports::whatOnlyArrived_settlesNothing()
{
    TemporaryWorkspace workspace;
    const Imports imports(workspace.database());
    const QString file = QStringLiteral("/in/x.png");
    importOf(imports, kFolder, {file});
    const auto arrival = imports.begin(kFolder, kNoon);
    ASSAY_VERIFY_OK(imports.update(*arrival, {1, 0, 0, 0}, 0));
    ASSAY_VERIFY_OK(imports.finish(*arrival, ImportScope::Part, kNoon));
    QCOMPARE(*imports.unsettledSources(), QStringList(file));
    const ImportId again = importOf(imports, kFolder, {file});
    QVERIFY(!*imports.hasNews(again, ImportScope::Whole));
    ASSAY_VERIFY_OK(imports.forget(again));
    QCOMPARE(*imports.unsettledSources(), QStringList(file));
    const ImportId whole = importOf(imports, kFolder, {});
    QVERIFY(*imports.hasNews(whole, ImportScope::Whole));
    QCOMPARE(*imports.unsettledSources(), QStringList());
}

void TestImports::unknownImport_isNotFound()
{
    TemporaryWorkspace workspace;
    QCOMPARE(Imports(workspace.database()).get(ImportId{3}).error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(TestImports)
#include "tst_imports.moc"
