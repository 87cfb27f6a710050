// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/dialect.h"
#include "app/store/migrator.h"
#include "app/store/statement.h"
#include "app/store/workspacesettings.h"
#include "tests/support/result.h"
#include "tests/support/workspace.h"

#include <QCryptographicHash>
#include <QFile>

using namespace assay;

namespace {

const QString kOneTable = QStringLiteral("CREATE TABLE one (id INTEGER PRIMARY KEY) STRICT;\n\n"
                                         "INSERT INTO one (id) VALUES (1);\n");
const QString kTwoTables = QStringLiteral("CREATE TABLE two (id INTEGER PRIMARY KEY) STRICT;\n\n"
                                          "CREATE TABLE three (id INTEGER PRIMARY KEY) STRICT;\n");
const QString kBroken = QStringLiteral("CREATE TABLE two (id INTEGER PRIMARY KEY) STRICT;\n\n"
                                       "CREATE NONSENSE;\n\nCREATE TABLE four (id INTEGER) STRICT;\n");

QByteArray digestOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
}

QStringList tables(const Database& database)
{
    Statement statement =
        database.prepare(QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"));
    if (!statement.run())
        return {};
    return *statement.collect([](const Statement& row) { return row.text(0); });
}

} // namespace

class TestMigrator : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void newFile_isCreatedWithNewestVersion();
    void secondOpening_changesNothing();
    void upgrade_leavesCopyOfTheOldState();
    void secondUpgrade_doesNotOverwriteTheCopy();
    void failureHalfWay_leavesTheOldVersion();
    void failureInLaterStep_keepsEarlierOnes();
    void newerWorkspace_isRefusedUnchanged();
    void damagedWorkspace_isRefusedUnchanged();
    void damageFoundBeforeUpgrade_isRefusedUnchanged();
    void otherDatabase_isRefusedUnchanged();
    void emptyFile_becomesWorkspace();
    void migrationFiles_areNumberedWithoutGaps();
    void timeZone_isKeptFromCreation();
    void invalidTimeZone_becomesUtc();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("work.assay")); }
    std::unique_ptr<Database> openDatabase() const
    {
        return *Database::open(path(), Database::Mode::ReadWrite);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestMigrator::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestMigrator::newFile_isCreatedWithNewestVersion()
{
    const auto opened = openWorkspace(path(), QTimeZone::utc());
    ASSAY_VERIFY_OK(opened);
    QCOMPARE(opened->outcome, MigrationOutcome::Created);
    QVERIFY(opened->copyPath.isEmpty());
    QCOMPARE(*schemaVersionOf(*opened->database), newestSchemaVersion());
    QVERIFY(newestSchemaVersion() >= 1);
    QVERIFY(tables(*opened->database).contains(QStringLiteral("generations")));
}

void TestMigrator::secondOpening_changesNothing()
{
    ASSAY_VERIFY_OK(openWorkspace(path(), QTimeZone::utc()));
    const QByteArray before = digestOf(path());
    const auto opened = openWorkspace(path(), QTimeZone("Europe/Berlin"));
    ASSAY_VERIFY_OK(opened);
    QCOMPARE(opened->outcome, MigrationOutcome::UpToDate);
    QCOMPARE(digestOf(path()), before);
}

void TestMigrator::upgrade_leavesCopyOfTheOldState()
{
    const auto database = openDatabase();
    ASSAY_VERIFY_OK(migrate(*database, {{1, kOneTable}}));
    const auto result = migrate(*database, {{1, kOneTable}, {2, kTwoTables}});
    ASSAY_VERIFY_OK(result);
    QCOMPARE(result->outcome, MigrationOutcome::Upgraded);
    QCOMPARE(tables(*database).size(), 3);
    const auto copy = Database::open(result->copyPath, Database::Mode::ReadOnly);
    ASSAY_VERIFY_OK(copy);
    QCOMPARE(*schemaVersionOf(**copy), 1);
    QCOMPARE(tables(**copy), QStringList{QStringLiteral("one")});
    QVERIFY(!QFile::exists(result->copyPath + QStringLiteral(".part")));
}

void TestMigrator::secondUpgrade_doesNotOverwriteTheCopy()
{
    const auto database = openDatabase();
    ASSAY_VERIFY_OK(migrate(*database, {{1, kOneTable}}));
    ASSAY_VERIFY_ERROR(migrate(*database, {{1, kOneTable}, {2, kBroken}}), ErrorKind::Io);
    const auto result = migrate(*database, {{1, kOneTable}, {2, kTwoTables}});
    ASSAY_VERIFY_OK(result);
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*copy*")}).size(), 2);
}

void TestMigrator::failureHalfWay_leavesTheOldVersion()
{
    const auto database = openDatabase();
    ASSAY_VERIFY_OK(migrate(*database, {{1, kOneTable}}));
    ASSAY_VERIFY_ERROR(migrate(*database, {{1, kOneTable}, {2, kBroken}}), ErrorKind::Io);
    QCOMPARE(*schemaVersionOf(*database), 1);
    QCOMPARE(tables(*database), QStringList{QStringLiteral("one")});
}

void TestMigrator::failureInLaterStep_keepsEarlierOnes()
{
    const auto database = openDatabase();
    const QString brokenThird = QStringLiteral("CREATE NONSENSE;\n");
    ASSAY_VERIFY_ERROR(migrate(*database, {{1, kOneTable}, {2, kTwoTables}, {3, brokenThird}}),
                       ErrorKind::Io);
    QCOMPARE(*schemaVersionOf(*database), 2);
    QCOMPARE(tables(*database).size(), 3);
}

void TestMigrator::newerWorkspace_isRefusedUnchanged()
{
    {
        const auto opened = openWorkspace(path(), QTimeZone::utc());
        ASSAY_VERIFY_OK(opened);
        ASSAY_VERIFY_OK(opened->database->execute(dialect::setSchemaVersion(newestSchemaVersion() + 1)));
    }
    const QByteArray before = digestOf(path());
    ASSAY_VERIFY_ERROR(openWorkspace(path()), ErrorKind::TooNew);
    QCOMPARE(digestOf(path()), before);
}

void TestMigrator::damagedWorkspace_isRefusedUnchanged()
{
    ASSAY_VERIFY_OK(openWorkspace(path(), QTimeZone::utc()));
    QFile file(path());
    QVERIFY(file.resize(file.size() / 2));
    const QByteArray before = digestOf(path());
    ASSAY_VERIFY_ERROR(openWorkspace(path()), ErrorKind::Damaged);
    QCOMPARE(digestOf(path()), before);
}

void TestMigrator::damageFoundBeforeUpgrade_isRefusedUnchanged()
{
    {
        const auto database = openDatabase();
        ASSAY_VERIFY_OK(migrate(*database, {{1, kOneTable}}));
        ASSAY_VERIFY_OK(database->checkpoint());
    }
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(4096));
    file.write(QByteArray(4096, '\x7f'));
    file.close();
    const QByteArray before = digestOf(path());
    ASSAY_VERIFY_ERROR(migrate(*openDatabase(), {{1, kOneTable}, {2, kTwoTables}}), ErrorKind::Damaged);
    QCOMPARE(digestOf(path()), before);
}

void TestMigrator::otherDatabase_isRefusedUnchanged()
{
    ASSAY_VERIFY_OK(openDatabase()->execute(QStringLiteral("CREATE TABLE songs (name TEXT)")));
    const QByteArray before = digestOf(path());
    ASSAY_VERIFY_ERROR(openWorkspace(path()), ErrorKind::Unsupported);
    QCOMPARE(digestOf(path()), before);
}

void TestMigrator::emptyFile_becomesWorkspace()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const auto opened = openWorkspace(path(), QTimeZone::utc());
    ASSAY_VERIFY_OK(opened);
    QCOMPARE(opened->outcome, MigrationOutcome::Created);
}

void TestMigrator::migrationFiles_areNumberedWithoutGaps()
{
    const QList<Migration> migrations = builtInMigrations();
    QVERIFY(!migrations.isEmpty());
    for (int i = 0; i < migrations.size(); ++i)
        QCOMPARE(migrations.at(i).version, i + 1);
}

void TestMigrator::timeZone_isKeptFromCreation()
{
    ASSAY_VERIFY_OK(openWorkspace(path(), QTimeZone("Asia/Tokyo")));
    const auto again = openWorkspace(path(), QTimeZone::utc());
    ASSAY_VERIFY_OK(again);
    QCOMPARE(WorkspaceSettings(*again->database).timeZone()->id(), QByteArray("Asia/Tokyo"));
}

void TestMigrator::invalidTimeZone_becomesUtc()
{
    const auto opened = openWorkspace(path(), QTimeZone("Nowhere/Atlantis"));
    ASSAY_VERIFY_OK(opened);
    QCOMPARE(WorkspaceSettings(*opened->database).timeZone()->id(), QByteArray("UTC"));
}

QTEST_GUILESS_MAIN(TestMigrator)
#include "tst_migrator.moc"
