// SPDX-License-Identifier: GPL-3.0-or-later
// Runs over real files of many generators and compares with what an independent reader found in them.
#include "app/metadata/metadatareader.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

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

/// How a prompt of ours compares with the other reader's, where the two differ for a reason that lies in the
/// format and not in the file.
enum class Agreement { Same, SameWithoutOptions, NotFromWorkflow, Different };

Agreement agreement(const QJsonObject& row, const std::optional<QString>& ours)
{
    const QString theirs = flat(row.value("prompt"_L1).toString());
    // It takes texts out of a workflow, where none says which of them was the prompt.
    if (!ours && row.value("read_as"_L1).toString() == u"workflow"_s)
        return Agreement::NotFromWorkflow;
    const QString prompt = flat(ours.value_or(QString()));
    if (prompt == theirs)
        return Agreement::Same;
    // It leaves Midjourney's options and job id in the prompt.
    if (!prompt.isEmpty() && theirs.startsWith(prompt + u" --"_s))
        return Agreement::SameWithoutOptions;
    return Agreement::Different;
}

/// Whether each word of a value stands in what the file says.
bool standsIn(const QString& raw, const QString& value)
{
    const QStringList words = value.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.cbegin(), words.cend(), [&raw](const QString& word) {
        return raw.contains(word) || raw.contains(QString(word).replace(u'\\', u"\\\\"_s)) ||
               raw.contains(QString(word).replace(u'\\', u"\\\\\\\\"_s));
    });
}

} // namespace

class TestSharedImages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFile_agrees_data();
    void everyFile_agrees();
    void promptsReadTheSame_areNearlyAll();
    void nothing_isInvented();
    void controls_haveNoPrompt();
    void hostileFiles_giveAnAnswerAndInventNothing();
};

void TestSharedImages::initTestCase()
{
    if (!QFile::exists(dataFolder() + u"/images.jsonl"_s))
        QSKIP("the shared data is not there");
}

void TestSharedImages::everyFile_agrees_data()
{
    QTest::addColumn<QJsonObject>("row");
    for (const QJsonObject& row : expectations())
        QTest::newRow(qPrintable(row.value("path"_L1).toString().section(u'/', 1))) << row;
}

void TestSharedImages::everyFile_agrees()
{
    QFETCH(QJsonObject, row);
    const Result<FileMetadata> metadata = readMetadata(dataFolder() + u'/' + row.value("path"_L1).toString());
    QVERIFY(metadata);
    QCOMPARE(formatName(metadata->format), row.value("format"_L1).toString());
    QCOMPARE(metadata->size, QSize(row.value("width"_L1).toInt(), row.value("height"_L1).toInt()));
    const Agreement prompts = agreement(row, metadata->prompt);
    if (prompts == Agreement::Different)
        QCOMPARE(flat(metadata->prompt.value_or(QString())), flat(row.value("prompt"_L1).toString()));
    // The other reader gives no model where the file names it as Unet or among Civitai's resources, a fixed
    // "stable diffusion" for Dream, which names none, a whole Python dict instead of the name in it, and the
    // claimed signing program for files that only declare their origin.
    const QString model = row.value("model"_L1).toString();
    const bool isComparable = !model.isEmpty() && model != u"stable diffusion"_s && !model.startsWith(u'{') &&
                              !row.value("c2pa"_L1).toBool() && prompts != Agreement::NotFromWorkflow;
    if (isComparable)
        QCOMPARE(metadata->model.value_or(QString()), model);
    const QJsonValue seed = row.value("settings"_L1).toObject().value("seed"_L1);
    if (!seed.isUndefined() && seed.toString() != u"-1"_s) // -1 asks for a random one
        QCOMPARE(metadata->settings.value("seed"_L1).toString(), seed.toVariant().toString());
}

void TestSharedImages::promptsReadTheSame_areNearlyAll()
{
    QMap<Agreement, int> counts;
    int prompts = 0;
    for (const QJsonObject& row : expectations()) {
        if (row.value("prompt"_L1).toString().isEmpty())
            continue;
        const Result<FileMetadata> metadata =
            readMetadata(dataFolder() + u'/' + row.value("path"_L1).toString());
        QVERIFY(metadata);
        ++prompts;
        ++counts[agreement(row, metadata->prompt)];
    }
    qInfo("%d prompts: %d the same, %d the same without options, %d only in a workflow", prompts,
          counts[Agreement::Same], counts[Agreement::SameWithoutOptions], counts[Agreement::NotFromWorkflow]);
    QVERIFY(prompts >= 50);
    // Apart from the two kinds that are deliberate, and that are few.
    const int deliberate = counts[Agreement::SameWithoutOptions] + counts[Agreement::NotFromWorkflow];
    QVERIFY(counts[Agreement::Same] * 100 >= (prompts - deliberate) * 98);
    QVERIFY(counts[Agreement::Same] * 100 >= prompts * 95);
}

void TestSharedImages::nothing_isInvented()
{
    for (const QJsonObject& row : expectations()) {
        const QString path = row.value("path"_L1).toString();
        const Result<FileMetadata> metadata = readMetadata(dataFolder() + u'/' + path);
        QVERIFY(metadata);
        if (metadata->prompt && !metadata->prompt->isEmpty())
            QVERIFY2(!row.value("prompt"_L1).toString().isEmpty(), qPrintable(path));
        const QString raw = metadata->rawText;
        QVERIFY2(standsIn(raw, metadata->model.value_or(QString())), qPrintable(path));
        QVERIFY2(raw.contains(metadata->settings.value("seed"_L1).toString()), qPrintable(path));
    }
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
