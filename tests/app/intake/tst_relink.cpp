// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/relink.h"

#include "app/store/imageroots.h"
#include "tests/app/intake/importfixture.h"

#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestRelink : public QObject
{
    Q_OBJECT

private slots:
    void movedFolder_isFoundCompletely();
    void renamedFile_isFoundByItsContent();
    void otherContentAtThePlace_isMissing();
    void copies_areAmbiguousAndListed();
    void swappedFiles_areBothFound();
    void missingFile_comesBackWithTheNextImport();
    void folderOfAnotherRoot_isRefusedAndNothingChanges();
    void noFolder_isRefused();
    void stopped_isCancelled();
};

namespace {

/// A root with three images, and the folder it is moved to.
struct MovedFolder : ImportFixture
{
    MovedFolder()
    {
        for (int i = 1; i <= 3; ++i)
            writeImage(u"a/%1.png"_s.arg(i), i, QString(i, u'x'));
        importFolder();
        const auto roots = ImageRoots(database()).all();
        if (!roots || roots->size() != 1)
            qFatal("no root");
        root = roots->first().id;
        images = ImageRows(database()).ofRoot(root).value();
        moved = folder() + u".moved"_s;
        if (!QDir().rename(folder(), moved))
            qFatal("can't move");
    }
    QString at(const QString& name) const { return moved + u'/' + name; }
    int missingCount() const { return count(u"images WHERE missing_since IS NOT NULL"_s); }

    ImageRootId root;
    QList<PlacedImage> images;
    QString moved;
};

} // namespace

void TestRelink::movedFolder_isFoundCompletely()
{
    const MovedFolder fixture;
    const auto plan = planRelink(fixture.images, fixture.moved);
    QVERIFY(plan);
    QCOMPARE(plan->found.size(), 3);
    QCOMPARE(plan->moved, 0);
    QVERIFY(storeRelink(fixture.database(), fixture.root, fixture.moved, *plan, systemClock()()));
    QCOMPARE(fixture.missingCount(), 0);
    const auto report = fixture.import({fixture.moved});
    QCOMPARE(report.counts, (ImportCounts{0, 3, 0, 0}));
    QCOMPARE(fixture.count(u"image_roots"_s), 1);
}

void TestRelink::renamedFile_isFoundByItsContent()
{
    const MovedFolder fixture;
    QVERIFY(QDir().mkpath(fixture.at(u"b"_s)));
    QVERIFY(QFile::rename(fixture.at(u"a/2.png"_s), fixture.at(u"b/two.png"_s)));
    const auto plan = planRelink(fixture.images, fixture.moved);
    QVERIFY(plan);
    QCOMPARE(plan->found.size(), 3);
    QCOMPARE(plan->moved, 1);
    QVERIFY(storeRelink(fixture.database(), fixture.root, fixture.moved, *plan, systemClock()()));
    QCOMPARE(fixture.count(u"images WHERE relative_path = 'b/two.png' AND missing_since IS NULL"_s), 1);
}

void TestRelink::otherContentAtThePlace_isMissing()
{
    const MovedFolder fixture;
    QFile file(fixture.at(u"a/2.png"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() - 5));
    QCOMPARE(file.write("?"), 1);
    file.close();
    const auto plan = planRelink(fixture.images, fixture.moved);
    QVERIFY(plan);
    QCOMPARE(plan->missing, QStringList(u"a/2.png"_s));
}

void TestRelink::copies_areAmbiguousAndListed()
{
    const MovedFolder fixture;
    QVERIFY(QFile::copy(fixture.at(u"a/2.png"_s), fixture.at(u"a/y.png"_s)));
    QVERIFY(QFile::rename(fixture.at(u"a/2.png"_s), fixture.at(u"a/x.png"_s)));
    const auto plan = planRelink(fixture.images, fixture.moved);
    QVERIFY(plan);
    QCOMPARE(plan->found.size(), 2);
    QCOMPARE(plan->ambiguous, QList<AmbiguousImage>({{u"a/2.png"_s, {u"a/x.png"_s, u"a/y.png"_s}}}));
    QVERIFY(storeRelink(fixture.database(), fixture.root, fixture.moved, *plan, systemClock()()));
    QCOMPARE(fixture.missingCount(), 1);
}

void TestRelink::swappedFiles_areBothFound()
{
    const MovedFolder fixture;
    QVERIFY(QFile::rename(fixture.at(u"a/1.png"_s), fixture.at(u"a/t.png"_s)));
    QVERIFY(QFile::rename(fixture.at(u"a/2.png"_s), fixture.at(u"a/1.png"_s)));
    QVERIFY(QFile::rename(fixture.at(u"a/t.png"_s), fixture.at(u"a/2.png"_s)));
    const auto plan = planRelink(fixture.images, fixture.moved);
    QVERIFY(plan);
    QCOMPARE(plan->found.size(), 3);
    QCOMPARE(plan->moved, 2);
    QVERIFY(storeRelink(fixture.database(), fixture.root, fixture.moved, *plan, systemClock()()));
    QCOMPARE(fixture.missingCount(), 0);
}

void TestRelink::missingFile_comesBackWithTheNextImport()
{
    const MovedFolder fixture;
    QVERIFY(QFile::rename(fixture.at(u"a/3.png"_s), fixture.folder() + u".aside"_s));
    const auto plan = planRelink(fixture.images, fixture.moved);
    QVERIFY(plan);
    QVERIFY(storeRelink(fixture.database(), fixture.root, fixture.moved, *plan, systemClock()()));
    QCOMPARE(fixture.missingCount(), 1);
    QVERIFY(QFile::rename(fixture.folder() + u".aside"_s, fixture.at(u"a/3.png"_s)));
    fixture.import({fixture.moved});
    QCOMPARE(fixture.missingCount(), 0);
    QCOMPARE(fixture.count(u"generations"_s), 3);
}

void TestRelink::folderOfAnotherRoot_isRefusedAndNothingChanges()
{
    const MovedFolder fixture;
    fixture.import({fixture.moved});
    const auto plan = planRelink(fixture.images, fixture.moved);
    QVERIFY(plan);
    const auto stored = storeRelink(fixture.database(), fixture.root, fixture.moved, *plan, systemClock()());
    ASSAY_VERIFY_ERROR(stored, ErrorKind::Invalid);
    QCOMPARE(fixture.count(u"image_roots"_s), 2);
}

void TestRelink::noFolder_isRefused()
{
    const MovedFolder fixture;
    ASSAY_VERIFY_ERROR(planRelink(fixture.images, fixture.at(u"nowhere"_s)), ErrorKind::NotFound);
    ASSAY_VERIFY_ERROR(planRelink(fixture.images, fixture.at(u"a/1.png"_s)), ErrorKind::Invalid);
}

void TestRelink::stopped_isCancelled()
{
    const MovedFolder fixture;
    std::stop_source stop;
    stop.request_stop();
    ASSAY_VERIFY_ERROR(planRelink(fixture.images, fixture.moved, stop.get_token()), ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestRelink)
#include "tst_relink.moc"
