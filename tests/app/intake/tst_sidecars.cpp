// SPDX-License-Identifier: GPL-3.0-or-later
// Files beside an image that say what it was made from: with it, after it, changed.
#include "tests/app/intake/importfixture.h"

#include "app/store/generations.h"
#include "app/store/imageroots.h"

#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestSidecars : public QObject
{
    Q_OBJECT

private slots:
    void sidecar_givesThePromptTheImageLacks_data();
    void sidecar_givesThePromptTheImageLacks();
    void sidecar_yieldsToTheImage();
    void lateSidecar_givesItsPrompt_data();
    void lateSidecar_givesItsPrompt();
    void changedSidecar_givesItsNewPrompt();
    void lateSidecar_leavesWhatTheImageOrALogSays();
    void lateSidecar_keepsAPersonsChecklist();
    void imageAndSidecar_mayArriveTogether();
};

void TestSidecars::sidecar_givesThePromptTheImageLacks_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("txt") << u"a.b.txt"_s
                         << QByteArray("three mugs\nSteps: 20, Sampler: Euler, CFG scale: 7, Seed: 5, "
                                       "Size: 32x24, Version: v1.10.1");
    QTest::newRow("json") << u"a.b.json"_s
                          << QByteArray(R"({"prompt":"three mugs","seed":5,"num_inference_steps":20,)"
                                        R"("use_stable_diffusion_model":"sd-v1-5"})");
    QTest::newRow("Fooocus' page")
        << u"log.html"_s
        << QByteArray(
               "<html><body><div id=\"z_png\"><table class='metadata'><tr><td class='label'>Prompt</td>"
               "<td class='value'>two cups</td></tr></table></div>\n\n"
               "<div id=\"a_b_png\"><table><tr><td>a.b.png</td><td><table class='metadata'>"
               "<tr><td class='label'>Prompt</td><td class='value'>three mugs</td></tr>"
               "<tr><td class='label'>Base Model</td><td class='value'>m.safetensors</td></tr>"
               "<tr><td class='label'>Seed</td><td "
               "class='value'>5</td></tr></table></td></tr></table></div>");
}

void TestSidecars::sidecar_givesThePromptTheImageLacks()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    const ImportFixture fixture;
    fixture.writeImage(u"a.b.png"_s, 1);
    fixture.writeFile(name, content);
    const ImportReport report = fixture.importFolder();
    QCOMPARE(report.counts, (ImportCounts{1, 0, 0, 0}));
    QVERIFY(report.problems.isEmpty());
    const WeekCalendar calendar(QTimeZone::utc());
    const auto generation = Generations(fixture.database(), calendar).get(GenerationId{1});
    ASSAY_VERIFY_OK(generation);
    QCOMPARE(generation->prompt, u"three mugs"_s);
    QVERIFY(generation->settings.contains(u"\"seed\":\"5\""_s));
    QVERIFY(generation->rawMetadata.contains(u"three mugs"_s));
}

void TestSidecars::sidecar_yieldsToTheImage()
{
    const ImportFixture fixture;
    fixture.writeImage(u"a.png"_s, 1, u"two cups"_s);
    fixture.writeFile(u"a.txt"_s, "three mugs\nSteps: 20, Sampler: Euler, CFG scale: 7, Seed: 5");
    fixture.importFolder();
    const WeekCalendar calendar(QTimeZone::utc());
    const auto generation = Generations(fixture.database(), calendar).get(GenerationId{1});
    ASSAY_VERIFY_OK(generation);
    QCOMPARE(generation->prompt, u"two cups"_s);
    QVERIFY(!generation->rawMetadata.contains(u"three mugs"_s));
}

void TestSidecars::lateSidecar_givesItsPrompt_data()
{
    sidecar_givesThePromptTheImageLacks_data();
}

void TestSidecars::lateSidecar_givesItsPrompt()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    const ImportFixture fixture;
    fixture.writeImage(u"day/a.b.png"_s, 1);
    fixture.writeImage(u"day/a.png"_s, 2); // not meant
    QCOMPARE(fixture.importFolder().counts, (ImportCounts{2, 0, 2, 0}));
    fixture.writeFile(u"day/"_s + name, content);
    QCOMPARE(fixture.importFolder().counts, (ImportCounts{0, 2, 0, 0}));
    const QString prompts = u"SELECT group_concat(i.relative_path || ': ' || p.text) FROM generations g"
                            " JOIN images i ON i.id = g.image_id JOIN prompts p ON p.id = g.prompt_id"_s;
    QCOMPARE(fixture.value(prompts), u"day/a.b.png: three mugs"_s);
    QVERIFY(fixture.value(u"SELECT settings FROM generations WHERE prompt_id IS NOT NULL"_s)
                .contains(u"\"seed\":\"5\""_s));
    QCOMPARE(fixture.count(u"prompt_search WHERE prompt_search MATCH 'mugs'"_s), 1);
    fixture.importFolder();
    QCOMPARE(fixture.count(u"prompts"_s), 1);
}

void TestSidecars::changedSidecar_givesItsNewPrompt()
{
    const QByteArray settings("\nSteps: 20, Sampler: Euler, CFG scale: 7, Seed: 5");
    const ImportFixture fixture;
    fixture.writeImage(u"a.png"_s, 1);
    fixture.writeFile(u"a.txt"_s, "three mugs" + settings);
    fixture.importFolder();
    fixture.writeFile(u"a.txt"_s, "four mugs" + settings);
    fixture.importFolder();
    const WeekCalendar calendar(QTimeZone::utc());
    const auto generation = Generations(fixture.database(), calendar).get(GenerationId{1});
    ASSAY_VERIFY_OK(generation);
    QCOMPARE(generation->prompt, u"four mugs"_s);
    QVERIFY(QFile::remove(fixture.path(u"a.txt"_s)));
    fixture.importFolder();
    QCOMPARE(Generations(fixture.database(), calendar).get(GenerationId{1})->prompt, u"four mugs"_s);
}

void TestSidecars::lateSidecar_leavesWhatTheImageOrALogSays()
{
    const QByteArray sidecar("four cups\nSteps: 20, Sampler: Euler, CFG scale: 7, Seed: 5, Model: wai");
    const ImportFixture fixture;
    fixture.writeImage(u"own.png"_s, 1, u"two cups"_s);
    fixture.writeImage(u"logged.png"_s, 2);
    fixture.writeFile(u"log.jsonl"_s, logGeneration("g1", "logged.png") + '\n');
    fixture.importFolder();
    fixture.writeFile(u"own.txt"_s, sidecar);
    fixture.writeFile(u"logged.txt"_s, sidecar);
    fixture.importFolder();
    QCOMPARE(fixture.count(u"generations"_s), 2);
    QCOMPARE(
        fixture.value(u"SELECT group_concat(text, '; ') FROM (SELECT text FROM prompts ORDER BY text)"_s),
        u"three mugs; two cups"_s);
    QCOMPARE(fixture.value(u"SELECT model FROM generations WHERE external_id = 'g1'"_s), u"m-1"_s);
}

void TestSidecars::lateSidecar_keepsAPersonsChecklist()
{
    const ImportFixture fixture;
    fixture.writeImage(u"a.png"_s, 1);
    fixture.importFolder();
    const WeekCalendar calendar(QTimeZone::utc());
    Generations generations(fixture.database(), calendar);
    Constraint mugs;
    mugs.key = u"c1"_s;
    mugs.statement = u"a mug"_s;
    ASSAY_VERIFY_OK(generations.setChecklist(GenerationId{1}, {mugs}));
    fixture.writeFile(u"a.txt"_s, "four mugs\nSteps: 20, Sampler: Euler, CFG scale: 7, Seed: 5");
    fixture.importFolder();
    const auto generation = generations.get(GenerationId{1});
    ASSAY_VERIFY_OK(generation);
    QCOMPARE(generation->prompt, u"four mugs"_s);
    QCOMPARE(generation->checklist.size(), 1);
}

/// The watcher tells both when both are whole, the sidecar first by its name, and both are young.
void TestSidecars::imageAndSidecar_mayArriveTogether()
{
    const ImportFixture fixture;
    fixture.importFolder();
    const auto roots = ImageRoots(fixture.database()).all();
    ASSAY_VERIFY_OK(roots);
    fixture.writeImage(u"a.png"_s, 1);
    fixture.writeFile(u"a.json"_s, R"({"prompt":"three mugs","seed":5,"num_inference_steps":20,)"
                                   R"("use_stable_diffusion_model":"sd-v1-5"})");
    DirectTarget target(fixture.database(), systemClock());
    Importer importer(fixture.database(), target);
    importer.addFiles(roots->first(), {fixture.path(u"a.json"_s), fixture.path(u"a.png"_s)}, {});
    while (importer.hasWork())
        ASSAY_VERIFY_OK(importer.step());
    QCOMPARE(fixture.value(u"SELECT text FROM prompts"_s), u"three mugs"_s);
}

QTEST_GUILESS_MAIN(TestSidecars)

#include "tst_sidecars.moc"
