// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/metadatarereader.h"

#include "app/store/storewriter.h"
#include "tests/app/intake/importfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestMetadataRereader : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void changedSidecars_areReadAndAnnounced();
    void missingFiles_areProblemsOfTheReport();
    void nothingToRead_staysQuiet();
    void cancelled_keepsWhatWasRead();
    void goneInMidWork_endsQuietly();

private:
    static constexpr int kImages = 50;

    /// Images without a prompt; then each gets a sidecar that has one.
    void importImages();
    int withPrompt() const { return m_fixture->count(u"generations WHERE prompt_id IS NOT NULL"_s); }

    std::unique_ptr<ImportFixture> m_fixture;
    std::unique_ptr<StoreWriter> m_writer;
    QList<GenerationId> m_ids;
};

void TestMetadataRereader::init()
{
    m_fixture = std::make_unique<ImportFixture>();
    auto writer = StoreWriter::start(m_fixture->workspace().path());
    ASSAY_VERIFY_OK(writer);
    m_writer = *std::move(writer);
    importImages();
}

void TestMetadataRereader::cleanup()
{
    m_writer.reset();
    m_fixture.reset();
}

void TestMetadataRereader::importImages()
{
    for (int i = 1; i <= kImages; ++i)
        m_fixture->writeImage(u"%1.png"_s.arg(i), i);
    m_fixture->importFolder();
    m_ids.clear();
    for (int i = 1; i <= kImages; ++i) {
        m_ids.append(GenerationId{i});
        m_fixture->writeFile(u"%1.txt"_s.arg(i),
                             "a red mug\nSteps: 20, Sampler: Euler, CFG scale: 7, Seed: 7");
    }
    QCOMPARE(m_fixture->count(u"generations"_s), kImages);
    QCOMPARE(withPrompt(), 0);
}

void TestMetadataRereader::changedSidecars_areReadAndAnnounced()
{
    MetadataRereader rereader(*m_writer, systemClock());
    QSignalSpy changed(m_writer.get(), &StoreWriter::generationsChanged);
    QSignalSpy progressed(&rereader, &MetadataRereader::progressed);
    QSignalSpy finished(&rereader, &MetadataRereader::finished);
    rereader.read(m_ids);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 10'000);
    const auto report = finished.first()[0].value<RereadReport>();
    QCOMPARE(report.read, kImages);
    QCOMPARE(report.changed.size(), kImages);
    QCOMPARE(withPrompt(), kImages);
    QVERIFY(progressed.size() > 1);
    QCOMPARE(progressed.last()[0].value<qsizetype>(), kImages);
    QVERIFY(!changed.isEmpty());
    rereader.read({m_ids.constFirst()});
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 10'000);
    QCOMPARE(finished.last()[0].value<RereadReport>().read, 1);
    QCOMPARE(finished.last()[0].value<RereadReport>().changed.size(), 0);
}

void TestMetadataRereader::missingFiles_areProblemsOfTheReport()
{
    QVERIFY(QFile::remove(m_fixture->path(u"7.png"_s)));
    MetadataRereader rereader(*m_writer, systemClock());
    QSignalSpy finished(&rereader, &MetadataRereader::finished);
    rereader.read(m_ids);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 10'000);
    const auto report = finished.first()[0].value<RereadReport>();
    QCOMPARE(report.read, kImages - 1);
    QCOMPARE(report.problems.size(), 1);
    QCOMPARE(report.problems.first().source, m_fixture->path(u"7.png"_s));
}

void TestMetadataRereader::nothingToRead_staysQuiet()
{
    MetadataRereader rereader(*m_writer, systemClock());
    QSignalSpy finished(&rereader, &MetadataRereader::finished);
    rereader.read({});
    rereader.read({m_ids.constFirst()});
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 10'000);
    QCOMPARE(finished.first()[0].value<RereadReport>().read, 1);
}

void TestMetadataRereader::cancelled_keepsWhatWasRead()
{
    MetadataRereader rereader(*m_writer, systemClock());
    QSignalSpy finished(&rereader, &MetadataRereader::finished);
    rereader.read(m_ids);
    rereader.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 10'000);
    const auto report = finished.first()[0].value<RereadReport>();
    QVERIFY(report.read > 0 && report.read < kImages);
    QCOMPARE(withPrompt(), report.read);
}

void TestMetadataRereader::goneInMidWork_endsQuietly()
{
    auto rereader = std::make_unique<MetadataRereader>(*m_writer, systemClock());
    rereader->read(m_ids);
    rereader.reset();
    m_writer.reset();
    QCoreApplication::processEvents();
}

QTEST_MAIN(TestMetadataRereader)
#include "tst_metadatarereader.moc"
