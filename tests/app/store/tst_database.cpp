// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"
#include "app/store/dialect.h"
#include "app/store/statement.h"
#include "app/store/transaction.h"
#include "app/store/workspacesettings.h"
#include "tests/support/builders.h"
#include "tests/support/result.h"
#include "tests/support/workspace.h"

#include <QFile>

using namespace assay;

namespace {

Result<void> addClient(const Database& database, const QString& name)
{
    Statement statement = database.prepare(QStringLiteral("INSERT INTO clients (name) VALUES (?)"));
    return statement.run(name);
}

qint64 clientCount(const Database& database)
{
    Statement statement = database.prepare(QStringLiteral("SELECT count(*) FROM clients"));
    return statement.firstInteger()->value_or(-1);
}

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private slots:
    void values_comeBackAsTheyWereBound();
    void nothing_isBoundAsNull();
    void emptyText_isNotNull();
    void connection_hasTheSettingsThatKeepDataSafe();
    void transaction_rollsBackUnlessCommitted();
    void missingFile_isNotFoundWhenReading();
    void missingFolder_isNotFoundWhenWriting();
    void folder_isInvalid();
    void fileThatIsNoDatabase_isDamagedAndUnchanged();
    void truncatedFile_isDamaged();
    void writingThroughReader_isNoPermission();
    void secondWriter_isBusyAfterTimeout();
    void fullDisk_isNoSpaceAndLosesNothingBefore();
    void brokenForeignKey_isInvalid();
    void mistakeInSql_showsWhenItIsRun();
    void dataVersion_changesWithAnotherConnectionsCommit();
    void unfinishedRead_doesNotHoldAnOldState();
};

void TestDatabase::values_comeBackAsTheyWereBound()
{
    TemporaryWorkspace workspace;
    Statement statement = workspace.database().prepare(QStringLiteral("SELECT ?, ?, ?, ?, ?"));
    const QString text = QStringLiteral("a'b\"c;--\u00e4\U0001F3A8");
    const QByteArray bytes("\0\x01\xff", 3);
    ASSAY_VERIFY_OK(statement.run(qint64(1) << 62, 0.1, text, bytes, kNoon));
    QVERIFY(statement.next());
    QCOMPARE(statement.integer(0), qint64(1) << 62);
    QCOMPARE(statement.real(1), 0.1);
    QCOMPARE(statement.text(2), text);
    QCOMPARE(statement.bytes(3), bytes);
    QCOMPARE(statement.time(4), kNoon);
    QVERIFY(!statement.next());
    QVERIFY(!statement.error());
}

void TestDatabase::nothing_isBoundAsNull()
{
    TemporaryWorkspace workspace;
    Statement statement = workspace.database().prepare(QStringLiteral("SELECT ?, ?, ?"));
    ASSAY_VERIFY_OK(statement.run(std::optional<int>(), std::optional<QString>(), QVariant()));
    QVERIFY(statement.next());
    for (int column = 0; column < 3; ++column)
        QVERIFY(statement.isNull(column));
    QCOMPARE(statement.optionalInteger(0), std::nullopt);
    QCOMPARE(statement.optionalText(1), std::nullopt);
}

void TestDatabase::emptyText_isNotNull()
{
    TemporaryWorkspace workspace;
    Statement statement = workspace.database().prepare(QStringLiteral("SELECT ?, ?"));
    ASSAY_VERIFY_OK(statement.run(QString(), std::optional(QString())));
    QVERIFY(statement.next());
    QCOMPARE(statement.optionalText(0), std::optional(QString()));
    QVERIFY(!statement.isNull(1));
}

void TestDatabase::connection_hasTheSettingsThatKeepDataSafe()
{
    TemporaryWorkspace workspace;
    const auto setting = [&workspace](const char* name) {
        Statement statement = workspace.database().prepare(QStringLiteral("PRAGMA ") + QLatin1String(name));
        return statement.run() && statement.next() ? statement.text(0) : QString();
    };
    QCOMPARE(setting("foreign_keys"), QStringLiteral("1"));
    QCOMPARE(setting("journal_mode"), QStringLiteral("wal"));
    QCOMPARE(setting("synchronous"), QStringLiteral("2"));
    QCOMPARE(setting("wal_autocheckpoint"), QStringLiteral("0"));
    QCOMPARE(setting("busy_timeout"), QStringLiteral("5000"));
}

void TestDatabase::transaction_rollsBackUnlessCommitted()
{
    TemporaryWorkspace workspace;
    const int before = workspace.database().rollbackCount();
    {
        auto transaction = Transaction::begin(workspace.database());
        ASSAY_VERIFY_OK(transaction);
        ASSAY_VERIFY_OK(addClient(workspace.database(), QStringLiteral("gone")));
    }
    QCOMPARE(clientCount(workspace.database()), 1);
    QCOMPARE(workspace.database().rollbackCount(), before + 1);
    {
        auto transaction = Transaction::begin(workspace.database());
        ASSAY_VERIFY_OK(transaction);
        ASSAY_VERIFY_OK(addClient(workspace.database(), QStringLiteral("kept")));
        ASSAY_VERIFY_OK(transaction->commit());
    }
    QCOMPARE(clientCount(*workspace.openReader()), 2);
}

void TestDatabase::missingFile_isNotFoundWhenReading()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("none.assay"));
    ASSAY_VERIFY_ERROR(Database::open(path, Database::Mode::ReadOnly), ErrorKind::NotFound);
    QVERIFY(!QFile::exists(path));
}

void TestDatabase::missingFolder_isNotFoundWhenWriting()
{
    QTemporaryDir folder;
    ASSAY_VERIFY_ERROR(
        Database::open(folder.filePath(QStringLiteral("no/such.assay")), Database::Mode::ReadWrite),
        ErrorKind::NotFound);
}

void TestDatabase::folder_isInvalid()
{
    QTemporaryDir folder;
    ASSAY_VERIFY_ERROR(Database::open(folder.path(), Database::Mode::ReadWrite), ErrorKind::Invalid);
}

void TestDatabase::fileThatIsNoDatabase_isDamagedAndUnchanged()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("text.assay"));
    const QByteArray content = QByteArray("This is a letter.\n").repeated(100);
    writeFile(path, content);
    ASSAY_VERIFY_ERROR(Database::open(path, Database::Mode::ReadWrite), ErrorKind::Damaged);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void TestDatabase::truncatedFile_isDamaged()
{
    TemporaryWorkspace workspace;
    workspace.close();
    QFile file(workspace.path());
    QVERIFY(file.resize(file.size() / 2));
    ASSAY_VERIFY_ERROR(Database::open(workspace.path(), Database::Mode::ReadWrite), ErrorKind::Damaged);
}

void TestDatabase::writingThroughReader_isNoPermission()
{
    TemporaryWorkspace workspace;
    const auto reader = workspace.openReader();
    const auto written = addClient(*reader, QStringLiteral("x"));
    ASSAY_VERIFY_ERROR(written, ErrorKind::NoPermission);
    QCOMPARE(written.error().subject, workspace.path());
}

void TestDatabase::secondWriter_isBusyAfterTimeout()
{
    TemporaryWorkspace workspace;
    auto second = Database::open(workspace.path(), Database::Mode::ReadWrite);
    ASSAY_VERIFY_OK(second);
    ASSAY_VERIFY_OK((*second)->execute(QStringLiteral("PRAGMA busy_timeout = 50")));
    auto first = Transaction::begin(workspace.database());
    ASSAY_VERIFY_OK(first);
    ASSAY_VERIFY_ERROR(Transaction::begin(**second), ErrorKind::Busy);
    ASSAY_VERIFY_OK(first->commit());
    ASSAY_VERIFY_OK(Transaction::begin(**second));
}

void TestDatabase::fullDisk_isNoSpaceAndLosesNothingBefore()
{
    TemporaryWorkspace workspace;
    const Database& database = workspace.database();
    ASSAY_VERIFY_OK(addClient(database, QStringLiteral("kept")));
    ASSAY_VERIFY_OK(database.execute(QStringLiteral("PRAGMA max_page_count = 1")));
    Result<void> written;
    {
        auto transaction = Transaction::begin(database);
        ASSAY_VERIFY_OK(transaction);
        const QString longName(10'000, u'x');
        for (int i = 0; i < 100 && written; ++i)
            written = addClient(database, longName + QString::number(i));
    }
    ASSAY_VERIFY_ERROR(written, ErrorKind::NoSpace);
    QCOMPARE(clientCount(database), 2);
    ASSAY_VERIFY_OK(database.execute(QStringLiteral("PRAGMA max_page_count = 1000000")));
    ASSAY_VERIFY_OK(addClient(database, QStringLiteral("again")));
}

void TestDatabase::brokenForeignKey_isInvalid()
{
    TemporaryWorkspace workspace;
    Statement statement =
        workspace.database().prepare(QStringLiteral("INSERT INTO assets (client_id, name) VALUES (?, ?)"));
    ASSAY_VERIFY_ERROR(statement.run(999, QStringLiteral("a")), ErrorKind::Invalid);
}

void TestDatabase::mistakeInSql_showsWhenItIsRun()
{
    TemporaryWorkspace workspace;
    Statement statement = workspace.database().prepare(QStringLiteral("SELEKT 1"));
    const auto ran = statement.run();
    ASSAY_VERIFY_ERROR(ran, ErrorKind::Io);
    QVERIFY(ran.error().detail.contains(QStringLiteral("SELEKT 1")));
    QVERIFY(!statement.next());
}

void TestDatabase::dataVersion_changesWithAnotherConnectionsCommit()
{
    TemporaryWorkspace workspace;
    const auto reader = workspace.openReader();
    const qint64 before = *reader->dataVersion();
    QCOMPARE(*reader->dataVersion(), before);
    ASSAY_VERIFY_OK(addClient(workspace.database(), QStringLiteral("new")));
    QVERIFY(*reader->dataVersion() != before);
}

void TestDatabase::unfinishedRead_doesNotHoldAnOldState()
{
    TemporaryWorkspace workspace;
    const auto reader = workspace.openReader();
    {
        Statement read = reader->prepare(QStringLiteral("SELECT name FROM sqlite_schema"));
        ASSAY_VERIFY_OK(read.run());
        QVERIFY(read.next());
    }
    ASSAY_VERIFY_OK(addClient(workspace.database(), QStringLiteral("new")));
    QCOMPARE(clientCount(*reader), 2);
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
