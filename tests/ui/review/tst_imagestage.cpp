// SPDX-License-Identifier: GPL-3.0-or-later
// Files as they really are: whole, cut short, gone, no picture at all.
#include "ui/common/thumbnails.h"
#include "ui/review/imagecanvas.h"
#include "ui/review/imagestage.h"
#include "ui/review/problemtile.h"

#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace assay;

class TestImageStage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void wholeFile_isShown();
    void cutFile_isATileWithThePart();
    void repairedFile_isShownWhenReadAgain();
    void missingFile_isATileUntilItIsBack();
    void noPicture_isATile();
    void unknownFolder_isATile();
    void damagedFile_isMarkedInTheQueue();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    void write(const QString& name)
    {
        QImage image(400, 300, QImage::Format_RGB32);
        for (int y = 0; y < 300; ++y) {
            for (int x = 0; x < 400; ++x)
                image.setPixel(x, y, qRgb((x * 7 + y * 13) & 255, (x * y) & 255, (x ^ y) & 255));
        }
        QVERIFY(image.save(path(name)));
    }
    void show(const QString& name) { m_stage->show({{path(name), {}}, name, 1000, {400, 300}}, {}); }
    ProblemTile* tile() const { return m_stage->findChild<ProblemTile*>(u"problemTile"_qs); }
    QPushButton* button(const QString& name) const { return m_stage->findChild<QPushButton*>(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ImageLoader> m_loader;
    std::unique_ptr<Thumbnails> m_thumbnails;
    std::unique_ptr<ImageStage> m_stage;
};

void TestImageStage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_loader = std::make_unique<ImageLoader>(ImageLoaderOptions{path(u"thumbnails"_qs)});
    m_thumbnails = std::make_unique<Thumbnails>(*m_loader);
    m_stage = std::make_unique<ImageStage>(*m_loader, *m_thumbnails);
    m_stage->resize(800, 600);
    m_stage->QWidget::show();
}

void TestImageStage::cleanup()
{
    m_stage.reset();
    m_thumbnails.reset();
    m_loader.reset();
    m_folder.reset();
}

void TestImageStage::wholeFile_isShown()
{
    write(u"a.png"_qs);
    show(u"a.png"_qs);
    QCOMPARE(m_stage->state(), ImageStage::State::Loading);
    QCOMPARE(m_stage->canvas().transform().image(), QSize(400, 300)); // its place is known before it is read
    QTRY_COMPARE(m_stage->state(), ImageStage::State::Shown);
    QVERIFY(m_stage->canvas().hasImage());
}

void TestImageStage::cutFile_isATileWithThePart()
{
    write(u"a.png"_qs);
    QVERIFY(QFile::resize(path(u"a.png"_qs), QFile(path(u"a.png"_qs)).size() / 2));
    show(u"a.png"_qs);
    QTRY_COMPARE(m_stage->state(), ImageStage::State::Problem);
    QVERIFY(tile()->isVisible());
    QCOMPARE(tile()->title(), u"This picture ends too early"_qs);
    QVERIFY(button(u"showPart"_qs)->isVisible());
    button(u"showPart"_qs)->click();
    QCOMPARE(m_stage->state(), ImageStage::State::Shown);
    QVERIFY(m_stage->canvas().hasImage());
}

void TestImageStage::repairedFile_isShownWhenReadAgain()
{
    write(u"a.png"_qs);
    QVERIFY(QFile::resize(path(u"a.png"_qs), QFile(path(u"a.png"_qs)).size() / 2));
    show(u"a.png"_qs);
    QTRY_COMPARE(m_stage->state(), ImageStage::State::Problem);
    write(u"a.png"_qs);
    button(u"readAgain"_qs)->click();
    QTRY_COMPARE(m_stage->state(), ImageStage::State::Shown);
}

void TestImageStage::missingFile_isATileUntilItIsBack()
{
    show(u"gone.png"_qs);
    QTRY_COMPARE(m_stage->state(), ImageStage::State::Problem);
    QCOMPARE(tile()->title(), u"This picture is not at its place"_qs);
    QVERIFY(!button(u"showPart"_qs)->isVisible());
    write(u"gone.png"_qs);
    button(u"readAgain"_qs)->click();
    QTRY_COMPARE(m_stage->state(), ImageStage::State::Shown);
}

void TestImageStage::noPicture_isATile()
{
    QFile file(path(u"text.png"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no picture");
    file.close();
    show(u"text.png"_qs);
    QTRY_COMPARE(m_stage->state(), ImageStage::State::Problem);
    QCOMPARE(tile()->title(), u"This is no picture that can be read"_qs);
}

void TestImageStage::unknownFolder_isATile()
{
    m_stage->show({{{}, {}}, u"a.png"_qs, 0, {}}, {});
    QCOMPARE(m_stage->state(), ImageStage::State::Problem);
    QCOMPARE(m_thumbnails->thumbnail({{}, {}}).state, Thumbnail::State::Missing);
}

void TestImageStage::damagedFile_isMarkedInTheQueue()
{
    write(u"a.png"_qs);
    QVERIFY(QFile::resize(path(u"a.png"_qs), QFile(path(u"a.png"_qs)).size() / 2));
    show(u"a.png"_qs);
    QTRY_COMPARE(m_thumbnails->thumbnail({path(u"a.png"_qs), {}}).state, Thumbnail::State::Damaged);
}

QTEST_MAIN(TestImageStage)
#include "tst_imagestage.moc"
