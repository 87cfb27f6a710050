// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/generations.h"
#include "app/store/imageroots.h"
#include "app/store/reviews.h"
#include "app/store/rootrulesstore.h"
#include "app/store/transaction.h"
#include "tests/app/intake/importfixture.h"

#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestRootRules : public QObject
{
    Q_OBJECT

private slots:
    void path_givesClientAssetBatchAndCycle();
    void otherPath_saysNothing();
    void excludedFiles_areNoProblem();
    void namedFile_isTakenAnyway();
    void logWins_inEitherOrder();
    void logOfAnotherClient_takesNoAssetFromThePlace();
    void brokenRules_areRefusedAndNothingIsStored();
    void newImage_isCandidateOfTheOpenCycle();
    void newImageAfterRework_opensTheNextCycle();
    void acceptedCycle_staysOpen();
    void setAside_countsAsDecided();
};

namespace {

/// A folder that is a root with rules.
struct RuledFolder : ImportFixture
{
    explicit RuledFolder(const RootRules& rules)
    {
        const auto root = storeRoot(database(), {folder(), u"studio"_s}, systemClock()());
        if (!root)
            qFatal("no root");
        id = root->id;
        if (const auto set = RootRulesStore(database()).set(id, rules); !set)
            qFatal("%s", qPrintable(describe(set.error())));
    }

    /// client/asset/batch/cycle of the image at the place.
    QString facts(const QString& name) const
    {
        return value(u"SELECT c.name || '/' || coalesce(a.name, '?') || '/' || g.batch || '/' || g.cycle"
                     " FROM generations g JOIN clients c ON c.id = g.client_id"
                     " LEFT JOIN assets a ON a.id = g.asset_id JOIN images i ON i.id = g.image_id"
                     " WHERE i.relative_path = '%1'"_s.arg(name));
    }

    void review(const QString& name, Disposition disposition) const
    {
        const QString id = value(u"SELECT g.id FROM generations g JOIN images i ON i.id = g.image_id"
                                 " WHERE i.relative_path = '%1'"_s.arg(name));
        Review review;
        review.externalId = u"r-"_s + name;
        review.generation = GenerationId{id.toLongLong()};
        review.reviewedAt = systemClock()();
        review.disposition = disposition;
        auto transaction = Transaction::begin(database());
        if (!transaction || !Reviews(database()).add(review) || !transaction->commit())
            qFatal("no review");
    }

    ImageRootId id;
};

RootRules byPath(const QString& pattern)
{
    return {{}, {}, pattern};
}

} // namespace

void TestRootRules::path_givesClientAssetBatchAndCycle()
{
    const RuledFolder fixture(byPath(u"{client}/{asset}/{batch}/c{cycle}_*"_s));
    fixture.writeImage(u"nord/hero/b1/c3_1.png"_s, 1);
    fixture.importFolder();
    QCOMPARE(fixture.facts(u"nord/hero/b1/c3_1.png"_s), u"nord/hero/b1/3"_s);
}

void TestRootRules::otherPath_saysNothing()
{
    const RuledFolder fixture(byPath(u"{client}/{asset}/*"_s));
    fixture.writeImage(u"1.png"_s, 1);
    fixture.importFolder();
    QCOMPARE(fixture.facts(u"1.png"_s), u"studio/?//1"_s);
}

void TestRootRules::excludedFiles_areNoProblem()
{
    const RuledFolder fixture({{u"*.png"_s, u"*.jpg"_s}, {u"tmp"_s}, {}});
    fixture.writeImage(u"1.png"_s, 1);
    fixture.writeImage(u"tmp/2.png"_s, 2);
    fixture.writeFile(u"tmp/broken.png"_s, {});
    fixture.writeFile(u"old.bmp"_s, "BM nothing that is taken");
    const auto report = fixture.importFolder();
    QCOMPARE(report.counts, (ImportCounts{1, 0, 1, 0}));
}

void TestRootRules::namedFile_isTakenAnyway()
{
    const RuledFolder fixture({{}, {u"tmp"_s}, {}});
    fixture.writeImage(u"tmp/2.png"_s, 2);
    QCOMPARE(fixture.import({fixture.path(u"tmp/2.png"_s)}).counts.taken, 1);
}

void TestRootRules::logWins_inEitherOrder()
{
    for (const bool isLogFirst : {true, false}) {
        const RuledFolder fixture(byPath(u"{client}/{asset}/*"_s));
        fixture.writeImage(u"elsewhere/other/1.png"_s, 1);
        QFile image(fixture.path(u"elsewhere/other/1.png"_s));
        QVERIFY(image.open(QIODevice::ReadOnly));
        const QByteArray hash = QCryptographicHash::hash(image.readAll(), QCryptographicHash::Sha256);
        fixture.writeFile(u"../log.jsonl"_s, logGeneration("g1", "sha256:" + hash.toHex()) + '\n');
        QStringList paths{fixture.folder(), fixture.path(u"../log.jsonl"_s)};
        if (isLogFirst)
            paths.swapItemsAt(0, 1);
        fixture.import(paths);
        QCOMPARE(fixture.count(u"generations"_s), 1);
        QCOMPARE(fixture.facts(u"elsewhere/other/1.png"_s), u"nord/a1/a1/1/1"_s);
    }
}

void TestRootRules::logOfAnotherClient_takesNoAssetFromThePlace()
{
    const RuledFolder fixture(byPath(u"{client}/{asset}/*"_s));
    fixture.writeImage(u"elsewhere/other/1.png"_s, 1);
    QFile image(fixture.path(u"elsewhere/other/1.png"_s));
    QVERIFY(image.open(QIODevice::ReadOnly));
    const QByteArray hash = QCryptographicHash::hash(image.readAll(), QCryptographicHash::Sha256);
    QByteArray line = logGeneration("g1", "sha256:" + hash.toHex());
    line.replace(R"("asset":"a1")", R"("asset":null)");
    fixture.writeFile(u"../log.jsonl"_s, line + '\n');
    fixture.import({fixture.folder(), fixture.path(u"../log.jsonl"_s)});
    QCOMPARE(fixture.facts(u"elsewhere/other/1.png"_s), u"nord/?//1"_s);
}

void TestRootRules::brokenRules_areRefusedAndNothingIsStored()
{
    const RuledFolder fixture(byPath(u"{client}/*"_s));
    const auto set = RootRulesStore(fixture.database()).set(fixture.id, byPath(u"{nobody}/*"_s));
    QVERIFY(!set);
    QCOMPARE(set.error().kind, ErrorKind::Invalid);
    const auto none = RootRulesStore(fixture.database()).set(ImageRootId{77}, {});
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::NotFound);
    const auto all = RootRulesStore(fixture.database()).all();
    QVERIFY(all);
    QCOMPARE(all->size(), size_t(1));
    QCOMPARE(all->at(fixture.id), byPath(u"{client}/*"_s));
}

void TestRootRules::newImage_isCandidateOfTheOpenCycle()
{
    const RuledFolder fixture(byPath(u"{client}/{asset}/*"_s));
    fixture.writeImage(u"nord/hero/1.png"_s, 1);
    fixture.writeImage(u"nord/hero/2.png"_s, 2);
    fixture.importFolder();
    fixture.review(u"nord/hero/1.png"_s, Disposition::Revised);
    fixture.writeImage(u"nord/hero/3.png"_s, 3);
    fixture.importFolder();
    QCOMPARE(fixture.facts(u"nord/hero/3.png"_s), u"nord/hero/hero/1/1"_s);
}

void TestRootRules::newImageAfterRework_opensTheNextCycle()
{
    const RuledFolder fixture(byPath(u"{client}/{asset}/*"_s));
    fixture.writeImage(u"nord/hero/1.png"_s, 1);
    fixture.writeImage(u"nord/pack/1.png"_s, 11);
    fixture.importFolder();
    fixture.review(u"nord/hero/1.png"_s, Disposition::Revised);
    fixture.writeImage(u"nord/hero/2.png"_s, 2);
    fixture.writeImage(u"nord/hero/3.png"_s, 3);
    fixture.writeImage(u"nord/pack/2.png"_s, 12);
    fixture.importFolder();
    QCOMPARE(fixture.facts(u"nord/hero/1.png"_s), u"nord/hero/hero/1/1"_s);
    QCOMPARE(fixture.facts(u"nord/hero/2.png"_s), u"nord/hero/hero/2/2"_s);
    QCOMPARE(fixture.facts(u"nord/hero/3.png"_s), u"nord/hero/hero/2/2"_s);
    QCOMPARE(fixture.facts(u"nord/pack/2.png"_s), u"nord/pack/pack/1/1"_s);
    fixture.importFolder();
    QCOMPARE(fixture.count(u"generations"_s), 5);
}

void TestRootRules::acceptedCycle_staysOpen()
{
    const RuledFolder fixture(byPath(u"{client}/{asset}/*"_s));
    fixture.writeImage(u"nord/hero/1.png"_s, 1);
    fixture.importFolder();
    fixture.review(u"nord/hero/1.png"_s, Disposition::Accepted);
    fixture.writeImage(u"nord/hero/2.png"_s, 2);
    fixture.importFolder();
    QCOMPARE(fixture.facts(u"nord/hero/2.png"_s), u"nord/hero/hero/1/1"_s);
}

void TestRootRules::setAside_countsAsDecided()
{
    const RuledFolder fixture(byPath(u"{client}/{asset}/*"_s));
    fixture.writeImage(u"nord/hero/1.png"_s, 1);
    fixture.writeImage(u"nord/hero/2.png"_s, 2);
    fixture.importFolder();
    fixture.review(u"nord/hero/1.png"_s, Disposition::Rejected);
    QVERIFY(
        fixture.database().execute(u"UPDATE generations SET set_aside_at = 1 WHERE disposition IS NULL"_s));
    fixture.writeImage(u"nord/hero/3.png"_s, 3);
    fixture.importFolder();
    QCOMPARE(fixture.facts(u"nord/hero/3.png"_s), u"nord/hero/hero/2/2"_s);
}

QTEST_GUILESS_MAIN(TestRootRules)
#include "tst_rootrules.moc"
