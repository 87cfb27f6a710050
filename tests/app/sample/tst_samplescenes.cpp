// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/brief.h"
#include "app/sample/briefwords.h"
#include "app/sample/sample.h"
#include "app/sample/scenes.h"

#include <QTest>

using namespace assay;
using namespace assay::sample;

namespace {

constexpr int kSide = 250;
constexpr DrawSeeds kSeeds{11, 22};

QImage draw(const Content& content)
{
    return drawContent(content, kSeeds, {kSide, kSide});
}

double differingShare(const QImage& a, const QImage& b)
{
    int differing = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            differing += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
    }
    return double(differing) / (a.width() * a.height());
}

bool isRed(QRgb p)
{
    return qRed(p) > qGreen(p) + 60 && qRed(p) > qBlue(p) + 60;
}

bool isBlue(QRgb p)
{
    return qBlue(p) > qRed(p) + 50 && qBlue(p) > qGreen(p) + 30;
}

/// How often a row goes from pixels that do not match to at least three that do.
int runsInRow(const QImage& image, int y, bool (*matches)(QRgb))
{
    int runs = 0;
    int length = 0;
    for (int x = 0; x < image.width(); ++x) {
        length = matches(image.pixel(x, y)) ? length + 1 : 0;
        runs += length == 3 ? 1 : 0;
    }
    return runs;
}

double meanX(const QImage& image, bool (*matches)(QRgb))
{
    qint64 sum = 0;
    qint64 n = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (matches(image.pixel(x, y))) {
                sum += x;
                ++n;
            }
        }
    }
    return n == 0 ? -1 : double(sum) / double(n) / image.width();
}

} // namespace

class TestSampleScenes : public QObject
{
    Q_OBJECT

private slots:
    void deviation_isVisible_data();
    void deviation_isVisible();
    void lamps_areAsManyAsTheContentSays_data();
    void lamps_areAsManyAsTheContentSays();
    void teapot_standsOnTheSideTheContentSays();
    void mugs_haveTheColourTheContentSays();
    void sameSeeds_giveTheSamePicture();
    void otherTake_givesASibling();
    void sampleScene_fillsTheSizeAsked();
};

void TestSampleScenes::deviation_isVisible_data()
{
    QTest::addColumn<int>("scene");
    QTest::addColumn<int>("field");
    for (int scene = 0; scene < kSceneCount; ++scene) {
        for (const Demand& demand : wordsOf(static_cast<Scene>(scene)).demands) {
            if (demand.field != Field::Fixed)
                QTest::addRow("scene %d: %s", scene, qPrintable(demand.statement))
                    << scene << static_cast<int>(demand.field);
        }
    }
}

void TestSampleScenes::deviation_isVisible()
{
    QFETCH(int, scene);
    QFETCH(int, field);
    const Content asked = plainBrief(static_cast<Scene>(scene)).asked;
    Random random(4);
    const Content shown = deviate(asked, static_cast<Field>(field), random);
    QVERIFY(differingShare(draw(asked), draw(shown)) > 0.002);
}

void TestSampleScenes::lamps_areAsManyAsTheContentSays_data()
{
    QTest::addColumn<int>("count");
    for (int count = 2; count <= 5; ++count)
        QTest::addRow("%d", count) << count;
}

void TestSampleScenes::lamps_areAsManyAsTheContentSays()
{
    QFETCH(int, count);
    Content content = plainBrief(Scene::Lamps).asked;
    content.tint = Tint::Red;
    content.count = count;
    QCOMPARE(runsInRow(draw(content), kSide * 345 / 1000, isRed), count);
}

void TestSampleScenes::teapot_standsOnTheSideTheContentSays()
{
    Content content = plainBrief(Scene::Tea).asked;
    QVERIFY(meanX(draw(content), isBlue) > 0.65);
    content.mirrored = true;
    QVERIFY(meanX(draw(content), isBlue) < 0.35);
}

void TestSampleScenes::mugs_haveTheColourTheContentSays()
{
    Content content = plainBrief(Scene::Tea).asked;
    content.text.clear(); // its letters are red
    const double redMugs = meanX(draw(content), isRed);
    QVERIFY(redMugs > 0.1 && redMugs < 0.5);
    content.tint = Tint::Green;
    QCOMPARE(meanX(draw(content), isRed), -1.0);
}

void TestSampleScenes::sameSeeds_giveTheSamePicture()
{
    const Content content = plainBrief(Scene::Cake).asked;
    QVERIFY(draw(content) == draw(content));
}

void TestSampleScenes::otherTake_givesASibling()
{
    const Content content = plainBrief(Scene::Tea).asked;
    const QImage one = drawContent(content, {1, 1}, {kSide, kSide});
    const QImage other = drawContent(content, {1, 2}, {kSide, kSide});
    QVERIFY(one != other);
    // The wall of one asset is the same but for the light.
    const QColor a = one.pixelColor(kSide - 4, kSide / 3);
    const QColor b = other.pixelColor(kSide - 4, kSide / 3);
    QVERIFY(qAbs(a.red() - b.red()) < 16 && qAbs(a.green() - b.green()) < 16);
}

void TestSampleScenes::sampleScene_fillsTheSizeAsked()
{
    for (int i = 0; i < kSampleSceneCount; ++i) {
        const QImage image = drawSampleScene(i, {90, 70});
        QCOMPARE(image.size(), QSize(90, 70));
        for (const QPoint corner : {QPoint(0, 0), QPoint(89, 0), QPoint(0, 69), QPoint(89, 69)})
            QVERIFY2(image.pixel(corner) != qRgb(255, 255, 255), qPrintable(QString::number(i)));
    }
}

QTEST_GUILESS_MAIN(TestSampleScenes)
#include "tst_samplescenes.moc"
