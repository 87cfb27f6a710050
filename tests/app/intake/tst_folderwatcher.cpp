// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/folderwatcher.h"
#include "tests/app/intake/importfixture.h"

#include <QSignalSpy>
#include <QTest>

#include <array>
#include <ctime>
#include <fcntl.h>
#include <sys/stat.h>

using namespace assay;
using namespace Qt::StringLiterals;

class TestFolderWatcher : public QObject
{
    Q_OBJECT

private slots:
    void newFile_isToldOnceItIsSettled();
    void fileThatGrows_waits();
    void truncatedFile_waits();
    void vanishedFile_isTold();
    void vanishedFolder_isToldByItsFiles();
    void writtenOverInItsFolder_isToldAgain();
    void oldFiles_areNotTold();
    void unreachableRoot_isNotEmpty();
    void unreachableRoot_isToldOnceAndWhenItReturns();
    void unreadableSubFolder_keepsItsFiles();
    void rootThatAppearsLater_isTold();
    void keepOnly_endsWatching();
    void stopped_endsTheLook();
    void networkFolder_isFollowedWithoutNotes();
    void networkFolder_isListedOftenEnoughForChangesInPlace();
    void watchLimit_isToldAndNothingIsMissed();
    void ordinaryFolder_isFollowedByNotes();
    void networkFileSystems_areKnownByTheirNumber_data();
    void networkFileSystems_areKnownByTheirNumber();
};

namespace {

/// A watcher with a root, and what it told.
struct Watching
{
    explicit Watching(const ImportFixture& fixture, WatchSystem system = {})
        : watcher(systemClock(), {}, nullptr, std::move(system))
        , settled(&watcher, &FolderWatcher::filesSettled)
        , vanished(&watcher, &FolderWatcher::filesVanished)
        , ways(&watcher, &FolderWatcher::followedBy)
    {
        watcher.watch({ImageRootId{1}, u"r"_s, fixture.folder(), {}},
                      systemClock()() + std::chrono::hours(1));
    }

    static QStringList paths(const QSignalSpy& spy)
    {
        QStringList all;
        for (const QList<QVariant>& arguments : spy)
            all += arguments[1].toStringList();
        all.sort();
        return all;
    }

    FolderWatcher watcher;
    QSignalSpy settled;
    QSignalSpy vanished;
    QSignalSpy ways;

    FollowedBy way() const { return ways.last()[1].value<FollowedBy>(); }
};

} // namespace

void TestFolderWatcher::newFile_isToldOnceItIsSettled()
{
    const ImportFixture fixture;
    const Watching watching(fixture);
    fixture.writeImage(u"a/b/x.png"_s, 1);
    QTRY_COMPARE_WITH_TIMEOUT(Watching::paths(watching.settled), QStringList(fixture.path(u"a/b/x.png"_s)),
                              3000);
    QVERIFY(!QTest::qWaitFor([&] { return watching.settled.size() > 1; }, 1500));
    QCOMPARE(watching.vanished.size(), 0);
}

void TestFolderWatcher::fileThatGrows_waits()
{
    const ImportFixture fixture;
    const Watching watching(fixture);
    QFile file(fixture.path(u"x.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 2500) {
        file.write("more");
        file.flush();
        QVERIFY(!QTest::qWaitFor([&] { return !watching.settled.isEmpty(); }, 200));
    }
    file.close();
    QTRY_COMPARE_WITH_TIMEOUT(watching.settled.size(), 1, 3000);
}

void TestFolderWatcher::truncatedFile_waits()
{
    const ImportFixture fixture;
    fixture.writeImage(u"whole.png"_s, 1);
    QFile whole(fixture.path(u"whole.png"_s));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray png = whole.readAll();
    const Watching watching(fixture);
    fixture.writeFile(u"x.png"_s, png.first(png.size() - 20));
    QVERIFY(!QTest::qWaitFor([&] { return !watching.settled.isEmpty(); }, 3000));
    fixture.writeFile(u"x.png"_s, png);
    QTRY_COMPARE_WITH_TIMEOUT(watching.settled.size(), 1, 3000);
}

void TestFolderWatcher::vanishedFile_isTold()
{
    const ImportFixture fixture;
    fixture.writeImage(u"a/x.png"_s, 1);
    const Watching watching(fixture);
    QVERIFY(QFile::remove(fixture.path(u"a/x.png"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(Watching::paths(watching.vanished), QStringList(fixture.path(u"a/x.png"_s)),
                              3000);
}

void TestFolderWatcher::vanishedFolder_isToldByItsFiles()
{
    const ImportFixture fixture;
    fixture.writeImage(u"a/x.png"_s, 1);
    fixture.writeImage(u"a/b/y.png"_s, 2);
    const Watching watching(fixture);
    QVERIFY(QDir(fixture.path(u"a"_s)).removeRecursively());
    QTRY_COMPARE_WITH_TIMEOUT(Watching::paths(watching.vanished),
                              (QStringList{fixture.path(u"a/b/y.png"_s), fixture.path(u"a/x.png"_s)}), 3000);
}

void TestFolderWatcher::writtenOverInItsFolder_isToldAgain()
{
    const ImportFixture fixture;
    fixture.writeImage(u"x.png"_s, 1);
    const Watching watching(fixture);
    fixture.writeImage(u"new.png"_s, 2, u"a longer one"_s);
    QVERIFY(QFile::remove(fixture.path(u"x.png"_s)));
    QVERIFY(QFile::rename(fixture.path(u"new.png"_s), fixture.path(u"x.png"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(Watching::paths(watching.settled), QStringList(fixture.path(u"x.png"_s)), 3000);
}

void TestFolderWatcher::oldFiles_areNotTold()
{
    const ImportFixture fixture;
    fixture.writeImage(u"x.png"_s, 1);
    const Watching watching(fixture);
    QVERIFY(!QTest::qWaitFor([&] { return !watching.settled.isEmpty(); }, 2500));
}

void TestFolderWatcher::unreachableRoot_isNotEmpty()
{
    const ImportFixture fixture;
    fixture.writeImage(u"x.png"_s, 1);
    const Watching watching(fixture);
    const QString away = fixture.folder() + u".away"_s;
    QVERIFY(QDir().rename(fixture.folder(), away));
    QVERIFY(!QTest::qWaitFor([&] { return !watching.vanished.isEmpty(); }, 2500));
    QVERIFY(QDir().rename(away, fixture.folder()));
    QVERIFY(!QTest::qWaitFor([&] { return !watching.settled.isEmpty(); }, 2500));
}

void TestFolderWatcher::unreachableRoot_isToldOnceAndWhenItReturns()
{
    const ImportFixture fixture;
    fixture.writeImage(u"x.png"_s, 1);
    const Watching watching(fixture);
    QSignalSpy gone(&watching.watcher, &FolderWatcher::rootVanished);
    QSignalSpy back(&watching.watcher, &FolderWatcher::rootReturned);
    const QString away = fixture.folder() + u".away"_s;
    QVERIFY(QDir().rename(fixture.folder(), away));
    QTRY_COMPARE_WITH_TIMEOUT(gone.size(), 1, 3000);
    QVERIFY(!QTest::qWaitFor([&] { return gone.size() > 1 || !back.isEmpty(); }, 1500));
    QVERIFY(QDir().rename(away, fixture.folder()));
    QTRY_COMPARE_WITH_TIMEOUT(back.size(), 1, 3000);
    QVERIFY(watching.vanished.isEmpty());
}

void TestFolderWatcher::unreadableSubFolder_keepsItsFiles()
{
    const ImportFixture fixture;
    fixture.writeImage(u"sub/x.png"_s, 1);
    const QString sub = fixture.path(u"sub"_s);
    const Watching watching(fixture);
    QVERIFY(QFile::setPermissions(sub, {}));
    if (QFileInfo(sub).isReadable()) {
        QVERIFY(QFile::setPermissions(sub, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QSKIP("this user may read everything");
    }
    fixture.writeImage(u"y.png"_s, 2);
    QTRY_COMPARE_WITH_TIMEOUT(Watching::paths(watching.settled), QStringList(fixture.path(u"y.png"_s)), 3000);
    QVERIFY(watching.vanished.isEmpty());
    QVERIFY(QFile::setPermissions(sub, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(QFile::remove(fixture.path(u"sub/x.png"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(Watching::paths(watching.vanished), QStringList(fixture.path(u"sub/x.png"_s)),
                              3000);
}

void TestFolderWatcher::rootThatAppearsLater_isTold()
{
    const ImportFixture fixture;
    QVERIFY(QDir().rmdir(fixture.folder()));
    const Watching watching(fixture);
    fixture.writeImage(u"a/x.png"_s, 1);
    QTRY_COMPARE_WITH_TIMEOUT(Watching::paths(watching.settled), QStringList(fixture.path(u"a/x.png"_s)),
                              4000);
}

void TestFolderWatcher::keepOnly_endsWatching()
{
    const ImportFixture fixture;
    Watching watching(fixture);
    watching.watcher.keepOnly({{ImageRootId{1}, u"r"_s, fixture.folder(), {}}});
    QVERIFY(watching.watcher.isWatched(ImageRootId{1}));
    watching.watcher.keepOnly({{ImageRootId{1}, u"r"_s, fixture.folder() + u".moved"_s, {}}});
    QVERIFY(!watching.watcher.isWatched(ImageRootId{1}));
    fixture.writeImage(u"x.png"_s, 1);
    QVERIFY(!QTest::qWaitFor([&] { return !watching.settled.isEmpty(); }, 2500));
}

void TestFolderWatcher::stopped_endsTheLook()
{
    const ImportFixture fixture;
    fixture.writeImage(u"x.png"_s, 1);
    std::stop_source stop;
    RootScan scan(fixture.folder(), systemClock(), stop.get_token());
    QCOMPARE(scan.look(RootScan::Look::Everything).appeared.size(), 1);
    stop.request_stop();
    fixture.writeImage(u"y.png"_s, 2);
    QVERIFY(QFile::remove(fixture.path(u"x.png"_s)));
    const RootNews news = scan.look(RootScan::Look::Everything);
    QVERIFY(news.appeared.isEmpty());
    QVERIFY(news.vanished.isEmpty());
}

void TestFolderWatcher::networkFolder_isFollowedWithoutNotes()
{
    const ImportFixture fixture;
    const Watching watching(fixture, {[](const QString&) { return true; }});
    QCOMPARE(watching.way(), FollowedBy::NetworkLooks);
    fixture.writeImage(u"a/x.png"_s, 1);
    QTRY_COMPARE_WITH_TIMEOUT(Watching::paths(watching.settled), QStringList(fixture.path(u"a/x.png"_s)),
                              3000);
    QVERIFY(QFile::remove(fixture.path(u"a/x.png"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(Watching::paths(watching.vanished), QStringList(fixture.path(u"a/x.png"_s)),
                              3000);
}

void TestFolderWatcher::networkFolder_isListedOftenEnoughForChangesInPlace()
{
    const ImportFixture fixture;
    fixture.writeFile(u"a.txt"_s, "first");
    // A folder that changed lately is listed with each look, and proves nothing.
    const std::array<timespec, 2> anHourAgo{timespec{::time(nullptr) - 3600, 0},
                                            timespec{::time(nullptr) - 3600, 0}};
    QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(fixture.folder()).constData(), anHourAgo.data(), 0), 0);
    const Watching watching(fixture, {[](const QString&) { return true; }});
    fixture.writeFile(u"a.txt"_s, "another length"); // the folder's time of change stays
    QTRY_COMPARE_WITH_TIMEOUT(Watching::paths(watching.settled), QStringList(fixture.path(u"a.txt"_s)),
                              10'000);
}

void TestFolderWatcher::watchLimit_isToldAndNothingIsMissed()
{
    const ImportFixture fixture;
    QDir().mkpath(fixture.path(u"a/b"_s));
    const Watching watching(fixture, {[](const QString&) { return false; }, 1});
    QCOMPARE(watching.way(), FollowedBy::LimitedLooks);
    fixture.writeImage(u"a/b/x.png"_s, 1);
    fixture.writeImage(u"a/y.png"_s, 2);
    QTRY_COMPARE_WITH_TIMEOUT(Watching::paths(watching.settled).size(), 2, 3000);
    QVERIFY(QDir(fixture.path(u"a"_s)).removeRecursively());
    QTRY_COMPARE_WITH_TIMEOUT(watching.way(), FollowedBy::Notes, 5000);
}

void TestFolderWatcher::ordinaryFolder_isFollowedByNotes()
{
    const ImportFixture fixture;
    const Watching watching(fixture);
    QCOMPARE(watching.way(), FollowedBy::Notes);
}

void TestFolderWatcher::networkFileSystems_areKnownByTheirNumber_data()
{
    QTest::addColumn<quint32>("type");
    QTest::addColumn<bool>("isNetwork");
    QTest::newRow("NFS") << 0x6969U << true;
    QTest::newRow("CIFS") << 0xff534d42U << true;
    QTest::newRow("SMB 2") << 0xfe534d42U << true;
    QTest::newRow("FUSE") << 0x65735546U << true;
    QTest::newRow("9P") << 0x01021997U << true;
    QTest::newRow("ext4") << 0xef53U << false;
    QTest::newRow("Btrfs") << 0x9123683eU << false;
    QTest::newRow("tmpfs") << 0x01021994U << false;
    QTest::newRow("overlay") << 0x794c7630U << false;
}

void TestFolderWatcher::networkFileSystems_areKnownByTheirNumber()
{
    QFETCH(quint32, type);
    QFETCH(bool, isNetwork);
    QCOMPARE(isNetworkFileSystem(type), isNetwork);
}

QTEST_GUILESS_MAIN(TestFolderWatcher)
#include "tst_folderwatcher.moc"
