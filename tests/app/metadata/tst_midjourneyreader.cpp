// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/metadata/files.h"
#include "tests/app/metadata/reading.h"

#include <QJsonArray>
#include <QTest>

using namespace assay;
using namespace assay::files;
using namespace Qt::StringLiterals;

class TestMidjourneyReader : public QObject
{
    Q_OBJECT

private slots:
    void description_isTakenApart();
    void withoutJobId_itsSiteIsKnownByTheOtherTexts();
    void ordinaryDescription_isNoPrompt();
};

void TestMidjourneyReader::description_isTakenApart()
{
    const Result<FileMetadata> metadata = metadataOf(png(
        tEXt("Description",
             "a cat -- on a well-known sofa --ar 2:1 --no dogs, rain --stylize 80 --tile --seed 7 --v 6.1 "
             "Job ID: b3ce08bd-5016-4c49-bbb5-de6857321513")));
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, u"Midjourney"_s);
    QCOMPARE(metadata->prompt, u"a cat -- on a well-known sofa"_s);
    QCOMPARE(metadata->negative, u"dogs, rain"_s);
    QVERIFY(!metadata->model);
    const QJsonObject other{{u"--ar"_s, u"2:1"_s},
                            {u"--stylize"_s, u"80"_s},
                            {u"--tile"_s, u""_s},
                            {u"--v"_s, u"6.1"_s},
                            {u"Job ID"_s, u"b3ce08bd-5016-4c49-bbb5-de6857321513"_s}};
    const QJsonObject expected{{u"seed"_s, u"7"_s}, {u"other"_s, other}};
    QCOMPARE(metadata->settings, expected);
}

void TestMidjourneyReader::withoutJobId_itsSiteIsKnownByTheOtherTexts()
{
    const QByteArray description = tEXt("Description", "a cat --niji 6");
    QVERIFY(!metadataOf(png(description))->prompt);
    const Result<FileMetadata> metadata = metadataOf(
        png(description + tEXt("Author", "a") + tEXt("Creation Time", "Thu, 06 Mar 2025 09:02:56 GMT")));
    QCOMPARE(metadata->prompt, u"a cat"_s);
    QVERIFY(metadata->createdAt);
}

void TestMidjourneyReader::ordinaryDescription_isNoPrompt()
{
    const Result<FileMetadata> metadata = metadataOf(png(tEXt("Description", "made with tool --verbose") +
                                                         tEXt("Author", "a") + tEXt("Creation Time", "now")));
    QVERIFY(metadata);
    QVERIFY(!metadata->generator && !metadata->prompt);
}

QTEST_GUILESS_MAIN(TestMidjourneyReader)
#include "tst_midjourneyreader.moc"
