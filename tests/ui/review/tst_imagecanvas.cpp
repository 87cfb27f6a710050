// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/imagecanvas.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace assay;

namespace {

CanvasTransform transformOf(QSize image, QSize viewport)
{
    CanvasTransform transform;
    transform.setViewport(viewport, 20);
    transform.setImage(image);
    return transform;
}

QImage checkered(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb(x % 251, y % 241, (x ^ y) & 255));
    }
    return image;
}

} // namespace

class TestImageCanvas : public QObject
{
    Q_OBJECT

private slots:
    void fit_leavesTheMarginFree_data();
    void fit_leavesTheMarginFree();
    void zoomAt_keepsThePointUnderThePointer();
    void zoomAt_stopsAtOneHundredPercent();
    void pan_keepsTheImageOnTheCanvas();
    void resize_keepsAFittedImageFitted();
    void actualPixels_areTheFilesPixels();
    void wheel_zoomsAtThePointer();
    void shiftArrows_panAndDraggingToo();
    void nextImage_keepsFit();
};

void TestImageCanvas::fit_leavesTheMarginFree_data()
{
    QTest::addColumn<QSize>("image");
    QTest::addColumn<QRectF>("target");
    QTest::newRow("square") << QSize(2000, 2000) << QRectF(120, 20, 560, 560);
    QTest::newRow("wide") << QSize(4000, 1000) << QRectF(20, 205, 760, 190);
    QTest::newRow("tiny is enlarged four times at most") << QSize(10, 10) << QRectF(380, 280, 40, 40);
}

void TestImageCanvas::fit_leavesTheMarginFree()
{
    QFETCH(QSize, image);
    QFETCH(QRectF, target);
    const CanvasTransform transform = transformOf(image, {800, 600});
    QVERIFY(transform.isFitted());
    QCOMPARE(transform.target(), target);
}

void TestImageCanvas::zoomAt_keepsThePointUnderThePointer()
{
    CanvasTransform transform = transformOf({4000, 3000}, {800, 600});
    transform.showActualPixels();
    const QPointF pointer(200, 450);
    const QPointF before = (pointer - transform.target().topLeft()) / transform.zoom();
    transform.zoomAt(1.25, pointer);
    transform.zoomAt(1.25, pointer);
    const QPointF after = (pointer - transform.target().topLeft()) / transform.zoom();
    QVERIFY2((after - before).manhattanLength() < 1.0, "the image moved under the pointer");
    QCOMPARE(transform.zoom(), 1.5625);
}

void TestImageCanvas::zoomAt_stopsAtOneHundredPercent()
{
    CanvasTransform transform = transformOf({900, 900}, {800, 600});
    QVERIFY(transform.zoom() < 1.0);
    for (int i = 0; i < 3 && transform.zoom() < 1.0; ++i)
        transform.zoomAtCentre(1.25);
    QCOMPARE(transform.zoom(), 1.0);
    for (int i = 0; i < 100; ++i)
        transform.zoomAtCentre(1.25);
    QCOMPARE(transform.zoom(), CanvasTransform::kLargestZoom);
}

void TestImageCanvas::pan_keepsTheImageOnTheCanvas()
{
    CanvasTransform transform = transformOf({1600, 300}, {800, 600});
    transform.showActualPixels();
    transform.panBy({5000, 5000});
    QCOMPARE(transform.target().topLeft(),
             QPointF(0, 150)); // its left edge; upright it fits and stays centred
    transform.panBy({-5000, 0});
    QCOMPARE(transform.target().right(), 800.0);
}

void TestImageCanvas::resize_keepsAFittedImageFitted()
{
    CanvasTransform transform = transformOf({2000, 2000}, {800, 600});
    transform.setViewport({440, 440}, 20);
    QCOMPARE(transform.target(), QRectF(20, 20, 400, 400));
}

void TestImageCanvas::actualPixels_areTheFilesPixels()
{
    ImageCanvas canvas;
    canvas.resize(400, 300);
    canvas.show();
    const QImage image = checkered({1000, 800});
    canvas.showImage(image, {});
    canvas.showActualPixels();
    const QImage shown = canvas.grab().toImage().convertToFormat(QImage::Format_RGB32);
    const QPoint corner = canvas.transform().target().topLeft().toPoint();
    QCOMPARE(shown, image.copy(QRect(-corner, shown.size())));
}

void TestImageCanvas::wheel_zoomsAtThePointer()
{
    ImageCanvas canvas;
    canvas.resize(800, 600);
    canvas.show();
    canvas.showImage(checkered({2000, 2000}), {});
    QSignalSpy changed(&canvas, &ImageCanvas::transformChanged);
    const double before = canvas.transform().zoom();
    QWheelEvent turn({400, 300}, canvas.mapToGlobal(QPointF(400, 300)), {}, {0, 120}, Qt::NoButton,
                     Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&canvas, &turn);
    QCOMPARE(canvas.transform().zoom(), before * 1.25);
    QVERIFY(!canvas.transform().isFitted());
    QVERIFY(!changed.isEmpty());
    canvas.fit();
    QCOMPARE(canvas.transform().zoom(), before);
}

void TestImageCanvas::shiftArrows_panAndDraggingToo()
{
    ImageCanvas canvas;
    canvas.resize(400, 300);
    canvas.show();
    canvas.showImage(checkered({1000, 800}), {});
    canvas.showActualPixels();
    const QPointF start = canvas.transform().target().topLeft();
    QTest::keyClick(&canvas, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(canvas.transform().target().topLeft(), start - QPointF(64, 0));
    QTest::mousePress(&canvas, Qt::LeftButton, {}, {100, 100});
    QTest::mouseMove(&canvas, {164, 110});
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, {164, 110});
    QCOMPARE(canvas.transform().target().topLeft(), start + QPointF(0, 10));
}

void TestImageCanvas::nextImage_keepsFit()
{
    ImageCanvas canvas;
    canvas.resize(400, 300);
    canvas.showImage(checkered({1000, 800}), {});
    canvas.showPreview({}, {300, 900});
    QVERIFY(canvas.transform().isFitted());
    QCOMPARE(canvas.transform().image(), QSize(300, 900));
}

QTEST_MAIN(TestImageCanvas)
#include "tst_imagecanvas.moc"
