// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/images/thumbnailstore.h"

#include "tests/app/images/pictures.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace assay;

class TestThumbnailStore : public QObject
{
    Q_OBJECT

private slots:
    void saved_isFoundAgain_data();
    void saved_isFoundAgain();
    void unknown_isNull();
    void damagedFile_countsAsNotThere();
    void folderThatCantBeMade_isAnError();

private:
    static QByteArray hash() { return QCryptographicHash::hash("picture", QCryptographicHash::Sha256); }
};

void TestThumbnailStore::saved_isFoundAgain_data()
{
    QTest::addColumn<QImage>("image");
    QTest::newRow("opaque") << twoColours({256, 128});
    QImage transparent(100, 256, QImage::Format_ARGB32_Premultiplied);
    transparent.fill(QColor(0, 255, 0, 50));
    QTest::newRow("transparent") << transparent;
}

void TestThumbnailStore::saved_isFoundAgain()
{
    QFETCH(QImage, image);
    QTemporaryDir folder;
    const ThumbnailStore store(folder.filePath(QStringLiteral("thumbs")));
    QVERIFY(store.save(hash(), image));
    const QImage found = store.find(hash());
    QCOMPARE(found.size(), image.size());
    QCOMPARE(found.hasAlphaChannel(), image.hasAlphaChannel());
}

void TestThumbnailStore::unknown_isNull()
{
    QTemporaryDir folder;
    QVERIFY(ThumbnailStore(folder.path()).find(hash()).isNull());
}

void TestThumbnailStore::damagedFile_countsAsNotThere()
{
    QTemporaryDir folder;
    const ThumbnailStore store(folder.path());
    QVERIFY(store.save(hash(), twoColours({256, 256})));
    QDirIterator files(folder.path(), QDir::Files, QDirIterator::Subdirectories);
    QFile file(files.next());
    QVERIFY(file.resize(file.size() / 2));
    QVERIFY(store.find(hash()).isNull());
    QVERIFY(store.save(hash(), twoColours({256, 256})));
    QVERIFY(!store.find(hash()).isNull());
}

void TestThumbnailStore::folderThatCantBeMade_isAnError()
{
    QTemporaryDir folder;
    const QString file = writtenTo(folder.filePath(QStringLiteral("file")), "not a folder");
    const Result<void> saved = ThumbnailStore(file).save(hash(), twoColours({10, 10}));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Io);
}

QTEST_GUILESS_MAIN(TestThumbnailStore)
#include "tst_thumbnailstore.moc"
