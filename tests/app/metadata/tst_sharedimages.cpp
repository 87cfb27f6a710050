// SPDX-License-Identifier: GPL-3.0-or-later
// Runs over real files of many generators and compares with what an independent reader found in them.
#include "app/metadata/metadatareader.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

QString dataFolder()
{
    return qEnvironmentVariable("ASSAY_SHARED") + u"/data"_s;
}

QList<QJsonObject> expectations()
{
    QFile file(dataFolder() + u"/images.jsonl"_s);
    QList<QJsonObject> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    while (!file.atEnd())
        rows.append(QJsonDocument::fromJson(file.readLine()).object());
    return rows;
}

QString flat(const QString& text)
{
    return text.simplified();
}

/// Where the independent reader went wrong, seen in the bytes: prompts it joined from both passes of a graph.
bool isJoinedByTheOther(const QString& prompt)
{
    return prompt.contains(u" || "_s);
}

bool isCovered(const QString& readAs)
{
    static const QStringList kinds{
        u"a1111-text"_s,   u"prompt graph"_s,      u"exif Make prompt:"_s, u"exif Model prompt:"_s,
        u"avif xmp"_s,     u"invokeai_metadata"_s, u"sd-metadata"_s,       u"Dream command line"_s,
        u"swarm-json"_s,   u"novelai"_s,           u"json-parameters"_s,   u"tensorart-json"_s,
        u"civitai json"_s, u"draw things json"_s};
    return kinds.contains(readAs);
}

} // namespace

class TestSharedImages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void coveredGenerators_agree_data();
    void coveredGenerators_agree();
    void controls_haveNoPrompt();
    void hostileFiles_giveAnAnswerAndInventNothing();
};

void TestSharedImages::initTestCase()
{
    if (!QFile::exists(dataFolder() + u"/images.jsonl"_s))
        QSKIP("the shared data is not there");
}

void TestSharedImages::coveredGenerators_agree_data()
{
    QTest::addColumn<QJsonObject>("row");
    for (const QJsonObject& row : expectations()) {
        if (isCovered(row.value("read_as"_L1).toString()))
            QTest::newRow(qPrintable(row.value("path"_L1).toString().section(u'/', 1))) << row;
    }
}

void TestSharedImages::coveredGenerators_agree()
{
    QFETCH(QJsonObject, row);
    const Result<FileMetadata> metadata = readMetadata(dataFolder() + u'/' + row.value("path"_L1).toString());
    QVERIFY(metadata);
    QCOMPARE(formatName(metadata->format), row.value("format"_L1).toString());
    QCOMPARE(metadata->size, QSize(row.value("width"_L1).toInt(), row.value("height"_L1).toInt()));
    const QString prompt = row.value("prompt"_L1).toString();
    QVERIFY(metadata->prompt);
    if (isJoinedByTheOther(prompt))
        QVERIFY(
            flat(prompt).startsWith(flat(metadata->prompt->section(u'\n', 0, 0, QString::SectionSkipEmpty))));
    else
        QCOMPARE(flat(*metadata->prompt), flat(prompt));
    // The other reader gives no model where the file names it as Unet or among Civitai's resources, and gives
    // a fixed "stable diffusion" for Dream, which names none.
    const QString model = row.value("model"_L1).toString();
    if (!model.isEmpty() && model != u"stable diffusion"_s)
        QCOMPARE(metadata->model.value_or(QString()), model);
    const QJsonValue seed = row.value("settings"_L1).toObject().value("seed"_L1);
    if (!seed.isUndefined() && seed.toString() != u"-1"_s) // -1 asks for a random one
        QCOMPARE(metadata->settings.value("seed"_L1).toString(), seed.toVariant().toString());
}

void TestSharedImages::controls_haveNoPrompt()
{
    int controls = 0;
    for (const QJsonObject& row : expectations()) {
        const QString generator = row.value("generator"_L1).toString();
        if (!generator.contains("C2PA"_L1) && !generator.startsWith("control: camera"_L1) &&
            !generator.contains("GIMP"_L1))
            continue;
        const Result<FileMetadata> metadata =
            readMetadata(dataFolder() + u'/' + row.value("path"_L1).toString());
        QVERIFY(metadata);
        QVERIFY2(!metadata->prompt && !metadata->negative && !metadata->model, qPrintable(generator));
        QVERIFY2(metadata->settings.isEmpty(), qPrintable(generator));
        QCOMPARE(!metadata->provenance.isEmpty(), row.value("c2pa"_L1).toBool());
        ++controls;
    }
    QVERIFY(controls >= 10);
}

void TestSharedImages::hostileFiles_giveAnAnswerAndInventNothing()
{
    QDirIterator files(dataFolder() + u"/hostile"_s, QDir::Files, QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        const QString path = files.next();
        QElapsedTimer timer;
        timer.start();
        const Result<FileMetadata> metadata = readMetadata(path);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(path));
        if (metadata)
            QVERIFY2(!metadata->prompt && !metadata->model, qPrintable(path));
        else
            QVERIFY2(!metadata.error().detail.isEmpty(), qPrintable(path));
        ++count;
    }
    QVERIFY(count > 0);
}

QTEST_GUILESS_MAIN(TestSharedImages)
#include "tst_sharedimages.moc"
