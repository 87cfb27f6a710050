// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/images/imageloader.h"

#include "tests/app/images/pictures.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace assay;

class TestImageLoader : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void shown_comesFullAndFitted();
    void ahead_isInMemoryBeforeItIsShown();
    void shownTwice_isDecodedOnce();
    void otherTarget_isFittedFromMemory();
    void nextShow_dropsWhatWaits();
    void thumbnails_comeInTheOrderAsked();
    void thumbnail_isKeptOnDisk();
    void damagedThumbnailFile_isMadeAgain();
    void missingFile_failsWithItsPath();
    void cutPicture_isShownWithItsDamage();
    void destruction_whileDecoding_isClean();

private:
    ImageSource picture(const QString& name, QSize size = {400, 200}) const;
    ImageLoaderOptions options() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestImageLoader::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

ImageSource TestImageLoader::picture(const QString& name, QSize size) const
{
    const QByteArray bytes = encoded(twoColours(size), "png") + name.toUtf8();
    return {writtenTo(m_folder->filePath(name), bytes),
            QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)};
}

ImageLoaderOptions TestImageLoader::options() const
{
    ImageLoaderOptions options;
    options.thumbnailFolder = m_folder->filePath(QStringLiteral("thumbs"));
    options.threads = 2;
    return options;
}

void TestImageLoader::shown_comesFullAndFitted()
{
    ImageLoader loader(options());
    QSignalSpy loaded(&loader, &ImageLoader::imageLoaded);
    const ImageSource source = picture(QStringLiteral("a.png"));
    loader.show(source, {}, {100, 100});
    QVERIFY(loaded.wait());
    QCOMPARE(loaded[0][0].value<ImageSource>(), source);
    const auto image = loaded[0][1].value<LoadedImage>();
    QCOMPARE(image.full.size(), QSize(400, 200));
    QCOMPARE(image.fitted.size(), QSize(100, 50));
    QVERIFY(!image.damage);
    QCOMPARE(loader.cachedImage(source).full.size(), QSize(400, 200));
}

void TestImageLoader::ahead_isInMemoryBeforeItIsShown()
{
    ImageLoader loader(options());
    QSignalSpy loaded(&loader, &ImageLoader::imageLoaded);
    const ImageSource next = picture(QStringLiteral("b.png"));
    loader.show(picture(QStringLiteral("a.png")), {next}, {100, 100});
    QTRY_COMPARE(loaded.count(), 2);
    QCOMPARE(loader.cachedImage(next).fitted.size(), QSize(100, 50));
}

void TestImageLoader::shownTwice_isDecodedOnce()
{
    ImageLoader loader(options());
    QSignalSpy loaded(&loader, &ImageLoader::imageLoaded);
    const ImageSource source = picture(QStringLiteral("a.png"));
    loader.show(source, {}, {100, 100});
    loader.show(source, {source}, {100, 100});
    QVERIFY(loaded.wait());
    QTRY_COMPARE(loader.waitingCount(), 0);
    QVERIFY(!loaded.wait(100));
    QCOMPARE(loaded.count(), 1);
}

void TestImageLoader::otherTarget_isFittedFromMemory()
{
    ImageLoader loader(options());
    QSignalSpy loaded(&loader, &ImageLoader::imageLoaded);
    const ImageSource source = picture(QStringLiteral("a.png"));
    loader.show(source, {}, {100, 100});
    QVERIFY(loaded.wait());
    QVERIFY(QFile::remove(source.path)); // from here on only memory can give it
    loader.show(source, {}, {40, 40});
    QVERIFY(loaded.wait());
    QCOMPARE(loaded[1][1].value<LoadedImage>().fitted.size(), QSize(40, 20));
}

void TestImageLoader::nextShow_dropsWhatWaits()
{
    ImageLoader loader(options());
    QSignalSpy loaded(&loader, &ImageLoader::imageLoaded);
    QList<ImageSource> many;
    for (int i = 0; i < 20; ++i)
        many.append(picture(QStringLiteral("many%1.png").arg(i), {900, 900}));
    const ImageSource wanted = picture(QStringLiteral("wanted.png"));
    loader.show(many.first(), many.mid(1), {});
    loader.show(wanted, {}, {});
    QCOMPARE_LE(loader.waitingCount(), 1);
    QTRY_VERIFY(!loader.cachedImage(wanted).full.isNull());
    QTRY_COMPARE(loader.waitingCount(), 0);
    QVERIFY(!loaded.wait(300) || loaded.count() <= 4);
    QVERIFY2(loaded.count() <= 4, QByteArray::number(loaded.count()).constData());
}

void TestImageLoader::thumbnails_comeInTheOrderAsked()
{
    ImageLoader loader(options());
    QSignalSpy loaded(&loader, &ImageLoader::thumbnailLoaded);
    QList<ImageSource> rows;
    for (int i = 0; i < 6; ++i)
        rows.append(picture(QStringLiteral("row%1.png").arg(i)));
    loader.setVisibleThumbnails(rows);
    QTRY_COMPARE(loaded.count(), 6);
    for (int i = 0; i < 6; ++i) {
        QCOMPARE(loaded[i][0].value<ImageSource>(), rows[i]);
        QCOMPARE(loaded[i][1].value<QImage>().size(), QSize(256, 128));
    }
    QCOMPARE(loader.cachedThumbnail(rows[3]).size(), QSize(256, 128));
}

void TestImageLoader::thumbnail_isKeptOnDisk()
{
    const ImageSource source = picture(QStringLiteral("a.png"));
    {
        ImageLoader loader(options());
        QSignalSpy loaded(&loader, &ImageLoader::thumbnailLoaded);
        loader.setVisibleThumbnails({source});
        QVERIFY(loaded.wait());
    }
    QVERIFY(QFile::remove(source.path));
    ImageLoader later(options());
    QSignalSpy loaded(&later, &ImageLoader::thumbnailLoaded);
    later.setVisibleThumbnails({source});
    QVERIFY(loaded.wait());
    QCOMPARE(loaded[0][1].value<QImage>().size(), QSize(256, 128));
}

void TestImageLoader::damagedThumbnailFile_isMadeAgain()
{
    const ImageSource source = picture(QStringLiteral("a.png"));
    {
        ImageLoader loader(options());
        QSignalSpy loaded(&loader, &ImageLoader::thumbnailLoaded);
        loader.setVisibleThumbnails({source});
        QVERIFY(loaded.wait());
    }
    QDirIterator files(options().thumbnailFolder, QDir::Files, QDirIterator::Subdirectories);
    QFile file(files.next());
    const qint64 size = file.size();
    QVERIFY(file.resize(size / 3));
    ImageLoader later(options());
    QSignalSpy loaded(&later, &ImageLoader::thumbnailLoaded);
    later.setVisibleThumbnails({source});
    QVERIFY(loaded.wait());
    QCOMPARE(file.size(), size);
}

void TestImageLoader::missingFile_failsWithItsPath()
{
    ImageLoader loader(options());
    QSignalSpy failed(&loader, &ImageLoader::imageFailed);
    QSignalSpy thumbnailFailed(&loader, &ImageLoader::thumbnailFailed);
    const ImageSource source{m_folder->filePath(QStringLiteral("missing.png")), {}};
    loader.show(source, {}, {});
    loader.setVisibleThumbnails({source});
    QTRY_COMPARE(failed.count(), 1);
    QTRY_COMPARE(thumbnailFailed.count(), 1);
    QCOMPARE(failed[0][1].value<Error>(), (Error{ErrorKind::NotFound, source.path, {}}));
}

void TestImageLoader::cutPicture_isShownWithItsDamage()
{
    const QByteArray bytes = encoded(twoColours({600, 600}), "png");
    const ImageSource source{
        writtenTo(m_folder->filePath(QStringLiteral("cut.png")), bytes.first(bytes.size() / 2)), {}};
    ImageLoader loader(options());
    QSignalSpy loaded(&loader, &ImageLoader::imageLoaded);
    loader.show(source, {}, {});
    QVERIFY(loaded.wait());
    const auto image = loaded[0][1].value<LoadedImage>();
    QVERIFY(image.damage);
    QCOMPARE(image.damage->subject, source.path);
    QCOMPARE(image.full.size(), QSize(600, 600));
}

void TestImageLoader::destruction_whileDecoding_isClean()
{
    QList<ImageSource> many;
    for (int i = 0; i < 8; ++i)
        many.append(picture(QStringLiteral("many%1.png").arg(i), {800, 800}));
    auto loader = std::make_unique<ImageLoader>(options());
    QSignalSpy loaded(loader.get(), &ImageLoader::imageLoaded);
    loader->show(many.first(), many.mid(1), {});
    loader->setVisibleThumbnails(many);
    loader.reset();
    QCOMPARE(loaded.count(), 0); // nothing arrives after its end
}

QTEST_GUILESS_MAIN(TestImageLoader)
#include "tst_imageloader.moc"
