// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/entries.h"

#include <QDir>
#include <QTest>

#include <random>

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Changes, doubles, removes or cuts; the same seed gives the same bytes.
QByteArray mutated(QByteArray bytes, std::mt19937& random)
{
    const auto below = [&random](qsizetype limit) {
        return qsizetype(random() % quint32(qMax<qsizetype>(1, limit)));
    };
    const int changes = 1 + int(random() % 8);
    for (int i = 0; i < changes && !bytes.isEmpty(); ++i) {
        const qsizetype at = below(bytes.size());
        const qsizetype length = qMin<qsizetype>(bytes.size() - at, 1 + below(16));
        switch (random() % 6) {
        case 0:
            bytes[at] = char(random());
            break;
        case 1:
            bytes[at] = char(quint8(bytes[at]) ^ (1U << random() % 8));
            break;
        case 2:
            bytes.replace(at, length, QByteArray(length, random() % 2 == 0 ? '\xff' : '\0'));
            break;
        case 3:
            bytes.insert(at, bytes.mid(at, length).repeated(2));
            break;
        case 4:
            bytes.remove(at, length);
            break;
        default:
            if (random() % 4 == 0)
                bytes.truncate(at);
        }
    }
    return bytes;
}

} // namespace

class TestFuzzReplay : public QObject
{
    Q_OBJECT

private slots:
    void everySeedAndItsMutations_giveAnAnswer_data();
    void everySeedAndItsMutations_giveAnAnswer();
    void everyReader_hasASeed();
};

void TestFuzzReplay::everySeedAndItsMutations_giveAnAnswer_data()
{
    QTest::addColumn<qsizetype>("entry");
    QTest::addColumn<QString>("path");
    const QDir corpus(QStringLiteral(ASSAY_CORPUS));
    const auto& entries = assay::fuzz::entries();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QDir folder(corpus.filePath(QString::fromLatin1(entries[i].name)));
        for (const QString& name : folder.entryList(QDir::Files, QDir::Name))
            QTest::newRow(qPrintable(folder.dirName() + QLatin1Char('/') + name))
                << i << folder.filePath(name);
    }
}

void TestFuzzReplay::everySeedAndItsMutations_giveAnAnswer()
{
    constexpr int kMutations = 1000; // what the entry finds wrong aborts, and so does a sanitizer
    QFETCH(qsizetype, entry);
    QFETCH(QString, path);
    const auto run = assay::fuzz::entries()[entry].run;
    const QByteArray seed = contentOf(path);
    QVERIFY(!seed.isEmpty());
    run(seed);
    run({});
    std::mt19937 random(20260404);
    for (int i = 0; i < kMutations; ++i)
        run(mutated(seed, random));
}

void TestFuzzReplay::everyReader_hasASeed()
{
    const QDir corpus(QStringLiteral(ASSAY_CORPUS));
    const QStringList walkers{QStringLiteral("png"),  QStringLiteral("jpeg"),
                              QStringLiteral("webp"), QStringLiteral("bmff"),
                              QStringLiteral("jxl"),  QStringLiteral("pixels")}; // they share those of "file"
    for (const assay::fuzz::Entry& entry : assay::fuzz::entries()) {
        const QString name = QString::fromLatin1(entry.name);
        QVERIFY2(walkers.contains(name) || !QDir(corpus.filePath(name)).isEmpty(), qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(TestFuzzReplay)
#include "tst_fuzzreplay.moc"
