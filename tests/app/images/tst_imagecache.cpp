// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/images/imagecache.h"

#include <QTest>

using namespace assay;

namespace {

LoadedImage picture(int side)
{
    LoadedImage image;
    image.full = QImage(side, side, QImage::Format_RGB32);
    image.full.fill(Qt::red);
    return image;
}

} // namespace

class TestImageCache : public QObject
{
    Q_OBJECT

private slots:
    void overItsBytes_theLeastUsedLeaves();
    void tooLargeForTheCache_isNotKept();
    void unknownKey_isNull();
};

void TestImageCache::overItsBytes_theLeastUsedLeaves()
{
    const qint64 one = picture(100).bytes();
    ImageCache cache(2 * one);
    cache.insert("a", picture(100));
    cache.insert("b", picture(100));
    QVERIFY(!cache.find("a").full.isNull()); // a is now the one used last
    cache.insert("c", picture(100));
    QVERIFY(!cache.find("a").full.isNull());
    QVERIFY(cache.find("b").full.isNull());
    QVERIFY(!cache.find("c").full.isNull());
    QCOMPARE(cache.bytes(), 2 * one);
}

void TestImageCache::tooLargeForTheCache_isNotKept()
{
    ImageCache cache(1000);
    cache.insert("a", picture(100));
    QVERIFY(cache.find("a").full.isNull());
    QCOMPARE(cache.bytes(), 0);
}

void TestImageCache::unknownKey_isNull()
{
    const ImageCache cache(1000);
    QVERIFY(cache.find("a").full.isNull());
}

QTEST_GUILESS_MAIN(TestImageCache)
#include "tst_imagecache.moc"
