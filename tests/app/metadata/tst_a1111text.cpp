// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/a1111text.h"

#include <QElapsedTimer>
#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestA1111Text : public QObject
{
    Q_OBJECT

private slots:
    void prompt_negativeAndSettings_areToldApart();
    void lines_belongToTheMarkerBeforeThem();
    void lastLine_needsThreeSettings_data();
    void lastLine_needsThreeSettings();
    void quotedAndJsonValues_keepTheirCommas();
    void oneLine_isCutAgain();
    void templates_areNeitherPromptNorNegative_data();
    void templates_areNeitherPromptNorNegative();
    void emptyNegative_isEmptyAndMissingIsUnknown();
    void hostileText_takesLinearTime_data();
    void hostileText_takesLinearTime();
};

void TestA1111Text::prompt_negativeAndSettings_areToldApart()
{
    const auto text =
        parseA1111(u"a cat\nNegative prompt: blurry\nSteps: 20, Sampler: DPM++ 2M, CFG scale: 7"_s);
    QVERIFY(text);
    QCOMPARE(text->prompt, u"a cat"_s);
    QCOMPARE(text->negative, u"blurry"_s);
    QCOMPARE(text->settings.size(), 3);
    QCOMPARE(text->setting(u"Sampler"), u"DPM++ 2M"_s);
    QVERIFY(!text->setting(u"Seed"));
}

void TestA1111Text::lines_belongToTheMarkerBeforeThem()
{
    const auto text = parseA1111(u"a cat,\r\na hat\r\nNegative prompt: one\r\ntwo, Negative prompt: in it\r\n"
                                 "Steps: 20, Sampler: x, Seed: 1"_s);
    QVERIFY(text);
    QCOMPARE(text->prompt, u"a cat,\na hat"_s);
    QCOMPARE(text->negative, u"one\ntwo, Negative prompt: in it"_s);
}

void TestA1111Text::lastLine_needsThreeSettings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isRecognised");
    QTest::newRow("three") << u"a\nSteps: 1, Sampler: x, Seed: 2"_s << true;
    QTest::newRow("two") << u"a\nSteps: 1, Seed: 2"_s << false;
    QTest::newRow("prompt with colons") << u"a: b, (c:1.2), d"_s << false;
    QTest::newRow("settings in the middle") << u"Steps: 1, Sampler: x, Seed: 2\na cat"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestA1111Text::lastLine_needsThreeSettings()
{
    QFETCH(QString, text);
    QFETCH(bool, isRecognised);
    QCOMPARE(parseA1111(text).has_value(), isRecognised);
}

void TestA1111Text::quotedAndJsonValues_keepTheirCommas()
{
    const auto text =
        parseA1111(u"a\nSteps: 20, Lora hashes: \"a: 45b5, b: \\\"q\\\"\", Hashes: {\"model\": \"x, y\"}, "
                   "Targets: [\"white\", \"black\"], Created Date: 2026-01-04T01:27:21.27Z, Version: v1"_s);
    QVERIFY(text);
    QCOMPARE(text->setting(u"Lora hashes"), u"a: 45b5, b: \"q\""_s);
    QCOMPARE(text->setting(u"Hashes"), u"{\"model\": \"x, y\"}"_s);
    QCOMPARE(text->setting(u"Targets"), u"[\"white\", \"black\"]"_s);
    QCOMPARE(text->setting(u"Created Date"), u"2026-01-04T01:27:21.27Z"_s);
    QCOMPARE(text->setting(u"Version"), u"v1"_s);
}

void TestA1111Text::oneLine_isCutAgain()
{
    const auto text =
        parseA1111(u"a cat, with a hat. Negative prompt: blurry, bad. Steps: 20, Sampler: x, Seed: 3"_s);
    QVERIFY(text);
    QCOMPARE(text->prompt, u"a cat, with a hat."_s);
    QCOMPARE(text->negative, u"blurry, bad."_s);
    QCOMPARE(text->setting(u"Seed"), u"3"_s);
}

void TestA1111Text::templates_areNeitherPromptNorNegative_data()
{
    QTest::addColumn<QString>("text");
    const QString settings = u"Steps: 20, Sampler: x, Seed: 3"_s;
    const QString templates = u"Template: a {cat|dog}\nNegative Template: bad"_s;
    QTest::newRow("after the settings") << u"a cat\nNegative prompt: no\n%1\n%2"_s.arg(settings, templates);
    QTest::newRow("before the settings") << u"a cat\nNegative prompt: no\n%2\n%1"_s.arg(settings, templates);
}

void TestA1111Text::templates_areNeitherPromptNorNegative()
{
    QFETCH(QString, text);
    const auto parsed = parseA1111(text);
    QVERIFY(parsed);
    QCOMPARE(parsed->prompt, u"a cat"_s);
    QCOMPARE(parsed->negative, u"no"_s);
    QCOMPARE(parsed->promptTemplate, u"a {cat|dog}"_s);
    QCOMPARE(parsed->negativeTemplate, u"bad"_s);
    QCOMPARE(parsed->settings.size(), 3);
}

void TestA1111Text::emptyNegative_isEmptyAndMissingIsUnknown()
{
    const auto empty = parseA1111(u"a\nNegative prompt: \nSteps: 20, Sampler: x, Seed: 3"_s);
    QVERIFY(empty && empty->negative);
    QVERIFY(empty->negative->isEmpty());
    const auto missing = parseA1111(u"a\nSteps: 20, Sampler: x, Seed: 3"_s);
    QVERIFY(missing);
    QVERIFY(!missing->negative);
}

void TestA1111Text::hostileText_takesLinearTime_data()
{
    QTest::addColumn<QString>("unit");
    QTest::newRow("open brackets") << u"a1: [,"_s;
    QTest::newRow("open quotes") << u"a1: \"x,"_s;
    QTest::newRow("long keys") << u"key key "_s;
    QTest::newRow("colons") << u"a:b:c:"_s;
    QTest::newRow("joined lines") << u"x. Steps: 1, "_s;
    QTest::newRow("templates") << u"Template: \n"_s;
}

void TestA1111Text::hostileText_takesLinearTime()
{
    QFETCH(QString, unit);
    QElapsedTimer timer;
    timer.start();
    const auto text = parseA1111(unit.repeated(2'000'000 / unit.size()));
    QVERIFY2(timer.elapsed() < 10'000, QByteArray::number(timer.elapsed()).constData());
    Q_UNUSED(text)
}

QTEST_GUILESS_MAIN(TestA1111Text)
#include "tst_a1111text.moc"
