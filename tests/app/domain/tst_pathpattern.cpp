// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/pathpattern.h"

#include "app/domain/rootrules.h"

#include <QElapsedTimer>
#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestPathPattern : public QObject
{
    Q_OBJECT

private slots:
    void path_isReadByItsPattern_data();
    void path_isReadByItsPattern();
    void brokenPattern_isRefusedWithReason_data();
    void brokenPattern_isRefusedWithReason();
    void wildcard_data();
    void wildcard();
    void rules_takeWhatIsIncludedAndNotExcluded();
    void brokenRule_isNamed();
    void hostilePattern_endsSoon();
};

void TestPathPattern::path_isReadByItsPattern_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("facts"); ///< client|asset|batch|cycle; "-": another shape
    const auto row = [](const char* name, const QString& pattern, const QString& path, const QString& facts) {
        QTest::newRow(name) << pattern << path << facts;
    };
    row("two folders", u"{client}/{asset}/*"_s, u"nord/hero/1.png"_s, u"nord|hero||"_s);
    row("too deep", u"{client}/{asset}/*"_s, u"nord/hero/a/1.png"_s, u"-"_s);
    row("too flat", u"{client}/{asset}/*"_s, u"nord/1.png"_s, u"-"_s);
    row("any depth", u"{client}/{asset}/**"_s, u"nord/hero/a/b/1.png"_s, u"nord|hero||"_s);
    row("any depth is not the file", u"{client}/{asset}/**"_s, u"nord/1.png"_s, u"-"_s);
    row("folders in between", u"{client}/**/{asset}/*.png"_s, u"nord/2026/03/hero/1.png"_s, u"nord|hero||"_s);
    row("no folder in between", u"{client}/**/{asset}/*.png"_s, u"nord/hero/1.png"_s, u"nord|hero||"_s);
    row("file name", u"{asset}_v{cycle}_*"_s, u"hero_v12_0003.png"_s, u"|hero||12"_s);
    row("shortest first", u"{client}-{asset}"_s, u"nord-hero-42.png"_s, u"nord|hero-42||"_s);
    row("no extension", u"{client}/{asset}"_s, u"nord/hero.final.png"_s, u"nord|hero.final||"_s);
    row("folder with a dot", u"{client}/{asset}/*"_s, u"nord.de/hero.v2/1.png"_s, u"nord.de|hero.v2||"_s);
    row("batch", u"{asset}/{batch}/c{cycle}/*.jp?g"_s, u"hero/b 7/c03/1.jpeg"_s, u"|hero|b 7|3"_s);
    row("one character", u"{asset}/?.png"_s, u"hero/12.png"_s, u"-"_s);
    row("cycle 0", u"{asset}_{cycle}"_s, u"hero_0.png"_s, u"-"_s);
    row("cycle is no number", u"{asset}/c{cycle}/*"_s, u"hero/cx/1.png"_s, u"-"_s);
    row("cycle too large", u"{asset}_{cycle}"_s, u"hero_99999999999999999999.png"_s, u"-"_s);
    row("nothing to take", u"{client}_{asset}/*"_s, u"_hero/1.png"_s, u"-"_s);
    row("other letters", u"{client}/{asset}/*"_s, u"Bäckerei/日本語/1.png"_s, u"Bäckerei|日本語||"_s);
    row("spaces around", u"{client} - {asset}/*"_s, u"nord  -  hero/1.png"_s, u"nord|hero||"_s);
}

void TestPathPattern::path_isReadByItsPattern()
{
    QFETCH(QString, pattern);
    QFETCH(QString, path);
    QFETCH(QString, facts);
    const auto parsed = PathPattern::parse(pattern);
    QVERIFY(parsed);
    const auto read = parsed->read(path);
    if (!read) {
        QCOMPARE(u"-"_s, facts);
        return;
    }
    const QString cycle = read->cycle ? QString::number(*read->cycle) : QString();
    QCOMPARE(QStringList({read->client, read->asset, read->batch, cycle}).join(u'|'), facts);
}

void TestPathPattern::brokenPattern_isRefusedWithReason_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty") << QString() << u"empty"_s;
    QTest::newRow("unknown") << u"{klient}/*"_s << u"{klient}"_s;
    QTest::newRow("twice") << u"{asset}/{asset}/*"_s << u"twice"_s;
    QTest::newRow("adjacent") << u"{client}{asset}/*"_s << u"touch"_s;
    QTest::newRow("adjacent star") << u"{asset}*"_s << u"touch"_s;
    QTest::newRow("open") << u"{asset/*"_s << u"without its"_s;
    QTest::newRow("closed") << u"asset}/*"_s << u"without its"_s;
    QTest::newRow("absolute") << u"/srv/{client}/*"_s << u"below the folder"_s;
    QTest::newRow("up") << u"../{client}/*"_s << u"lead out"_s;
    QTest::newRow("gap") << u"{client}//*"_s << u"nothing between"_s;
    QTest::newRow("line break") << u"{client}\n/*"_s << u"line break"_s;
    QTest::newRow("long") << QString(500, u'a') << u"longer than"_s;
}

void TestPathPattern::brokenPattern_isRefusedWithReason()
{
    QFETCH(QString, pattern);
    QFETCH(QString, reason);
    const auto parsed = PathPattern::parse(pattern);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, ErrorKind::Invalid);
    QVERIFY2(parsed.error().detail.contains(reason), qPrintable(parsed.error().detail));
}

void TestPathPattern::wildcard_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isMatch");
    QTest::newRow("ending anywhere") << u"*.png"_s << u"a/b/C.PNG"_s << true;
    QTest::newRow("other ending") << u"*.png"_s << u"a/b/c.png.txt"_s << false;
    QTest::newRow("folder anywhere") << u"drafts"_s << u"a/drafts/b/1.png"_s << true;
    QTest::newRow("part of a name") << u"drafts"_s << u"a/mydrafts/1.png"_s << false;
    QTest::newRow("folders only") << u"drafts/"_s << u"a/drafts"_s << false;
    QTest::newRow("folders only, in it") << u"drafts/"_s << u"drafts/1.png"_s << true;
    QTest::newRow("from the root") << u"final/*"_s << u"final/1.png"_s << true;
    QTest::newRow("below a match") << u"final/*"_s << u"final/a/1.png"_s << true;
    QTest::newRow("not elsewhere") << u"final/*"_s << u"a/final/1.png"_s << false;
    QTest::newRow("any folder") << u"**/final/*.png"_s << u"a/b/final/1.png"_s << true;
    QTest::newRow("any folder, none") << u"**/final/*.png"_s << u"final/1.png"_s << true;
    QTest::newRow("one character") << u"shot_??.png"_s << u"shot_01.png"_s << true;
    QTest::newRow("one character too many") << u"shot_??.png"_s << u"shot_001.png"_s << false;
    QTest::newRow("star stays in its name") << u"a/*/c.png"_s << u"a/b/b/c.png"_s << false;
}

void TestPathPattern::wildcard()
{
    QFETCH(QString, pattern);
    QFETCH(QString, path);
    const auto parsed = PathWildcard::parse(pattern);
    QVERIFY(parsed);
    QTEST(parsed->matches(path), "isMatch");
}

void TestPathPattern::rules_takeWhatIsIncludedAndNotExcluded()
{
    const auto rules = PathRules::parse({{u"*.png"_s, u"*.webp"_s}, {u"tmp"_s, u"*_preview.*"_s}, {}});
    QVERIFY(rules);
    QVERIFY(rules->takes(u"a/1.png"_s));
    QVERIFY(rules->takes(u"1.webp"_s));
    QVERIFY(!rules->takes(u"1.jpg"_s));
    QVERIFY(!rules->takes(u"tmp/1.png"_s));
    QVERIFY(!rules->takes(u"a/1_preview.png"_s));
    QVERIFY(PathRules().takes(u"anything"_s));
    QCOMPARE(PathRules().factsOf(u"a/b/c.png"_s), PathFacts());
}

void TestPathPattern::brokenRule_isNamed()
{
    const auto rules = PathRules::parse({{u"*.png"_s}, {u"../x"_s}, {}});
    QVERIFY(!rules);
    QCOMPARE(rules.error().subject, u"../x"_s);
}

void TestPathPattern::hostilePattern_endsSoon()
{
    QElapsedTimer timer;
    timer.start();
    const QString folder = QString(200, u'a') + u'/';
    const QString path = folder.repeated(20) + QString(250, u'a');
    QVERIFY(!PathWildcard::parse(u"**/*a*a*a*a*a*a*a*a*b/**/*a*a*a*a*b/**/c"_s)->matches(path));
    const auto pattern = PathPattern::parse(u"**/*a*a*a*a*b/**/{client}a{asset}a{batch}a*b"_s);
    QVERIFY(pattern);
    QVERIFY(!pattern->read(path));
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestPathPattern)
#include "tst_pathpattern.moc"
