// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/thumbnails.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestThumbnails : public QObject
{
    Q_OBJECT

private slots:
    void fileThatComesBack_isShownAgain();
    void damagedFile_staysDamaged();

private:
    static constexpr int kPatience = 30'000;
};

namespace {

struct Fixture
{
    Fixture()
        : loader(ImageLoaderOptions{folder.filePath(u"thumbnails"_s)})
        , thumbnails(loader)
    {
    }

    ImageSource source(const QString& name) const
    {
        return {folder.filePath(name), QByteArray(32, name.at(0).toLatin1())};
    }

    QTemporaryDir folder; // also of the stored thumbnails, so the first of all
    ImageLoader loader;
    Thumbnails thumbnails;
};

} // namespace

void TestThumbnails::fileThatComesBack_isShownAgain()
{
    Fixture fixture;
    const ImageSource source = fixture.source(u"a.png"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.thumbnails.thumbnail(source).state, Thumbnail::State::Missing,
                              kPatience);
    QImage picture(32, 24, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QVERIFY(picture.save(source.path));
    QCOMPARE(fixture.thumbnails.thumbnail(source).state, Thumbnail::State::Missing);
    QSignalSpy changed(&fixture.thumbnails, &Thumbnails::changed);
    fixture.thumbnails.lookForMissing();
    QCOMPARE(changed.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.thumbnails.thumbnail(source).state, Thumbnail::State::Ready, kPatience);
}

void TestThumbnails::damagedFile_staysDamaged()
{
    Fixture fixture;
    const ImageSource source = fixture.source(u"b.png"_s);
    QFile file(source.path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no picture") > 0);
    file.close();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.thumbnails.thumbnail(source).state, Thumbnail::State::Damaged,
                              kPatience);
    QSignalSpy changed(&fixture.thumbnails, &Thumbnails::changed);
    fixture.thumbnails.lookForMissing();
    QCOMPARE(changed.size(), 0);
    QCOMPARE(fixture.thumbnails.thumbnail(source).state, Thumbnail::State::Damaged);
}

QTEST_MAIN(TestThumbnails)
#include "tst_thumbnails.moc"
