// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/framedemands.h"

#include <QTest>

using namespace assay;

namespace {

/// "aspect 16:9? @ --ar 16:9", one of each demand.
QStringList found(const QString& prompt)
{
    QStringList result;
    for (const FrameDemand& demand : frameDemands(prompt))
        result.append(demand.statement + u" @ "_qs + prompt.mid(demand.span.start, demand.span.length));
    return result;
}

Constraint frame(const QString& statement, ConstraintKind kind = ConstraintKind::Attribute)
{
    return {u"c1"_qs, kind, statement, {}, {}};
}

} // namespace

class TestFrameDemands : public QObject
{
    Q_OBJECT

private slots:
    void demands_areFound_data();
    void demands_areFound();
    void answer_followsFromTheSize_data();
    void answer_followsFromTheSize();
    void unknownSize_answersNothing();
    void hugePrompt_takesLinearTime();
};

void TestFrameDemands::demands_areFound_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QStringList>("demands");
    const auto row = [](const char* why, const QString& prompt, const QStringList& demands) {
        QTest::newRow(why) << prompt << demands;
    };
    row("a flag", u"a cup --ar 16:9 --v 6"_qs, {u"aspect 16:9? @ --ar 16:9"_qs});
    row("a flag in full", u"a cup --aspect 2:3"_qs, {u"aspect 2:3? @ --aspect 2:3"_qs});
    row("the dash that editors make of two", u"a cup \u2014ar 4:5"_qs, {u"aspect 4:5? @ \u2014ar 4:5"_qs});
    row("the last flag counts", u"a cup --ar 16:9 --ar 1:1"_qs, {u"aspect 1:1? @ --ar 1:1"_qs});
    row("a flag wins over words", u"16:9 format cup --ar 1:1"_qs, {u"aspect 1:1? @ --ar 1:1"_qs});
    row("in words", u"a cup, aspect ratio 3:2, warm"_qs, {u"aspect 3:2? @ aspect ratio 3:2"_qs});
    row("before the word", u"a cup in 9:16 vertical"_qs, {u"aspect 9:16? @ 9:16 vertical"_qs});
    row("a tag of its own", u"a cup, 16:9, warm"_qs, {u"aspect 16:9? @ 16:9"_qs});
    row("JSON", u"{\"prompt\":\"a cup\",\"aspect_ratio\":\"16:9\"}"_qs,
        {u"aspect 16:9? @ aspect_ratio\":\"16:9"_qs});
    row("a time is no aspect", u"a clock that shows 10:30 in the morning"_qs, {});
    row("a weight is no aspect", u"(cup:1.2), (plate:0.8)"_qs, {});
    row("a text is no aspect", u"a sign that says \"16:9\""_qs, {});
    row("nonsense is no aspect", u"a cup --ar 0:9"_qs, {});
    row("a size", u"a cup, 1920x1080, warm"_qs, {u"1920 \u00d7 1080 pixels? @ 1920x1080"_qs});
    row("a size with its unit", u"a cup, 1024 \u00d7 768 px"_qs,
        {u"1024 \u00d7 768 pixels? @ 1024 \u00d7 768 px"_qs});
    row("size flags", u"a cup --w 512 --h 768"_qs, {u"512 \u00d7 768 pixels? @ --w 512 --h 768"_qs});
    row("size in JSON", u"{\"width\": 1024, \"height\": 768}"_qs,
        {u"1024 \u00d7 768 pixels? @ width\": 1024, \"height\": 768"_qs});
    row("a size in quotes is a text", u"a screen that reads \"1920x1080\""_qs, {});
    row("a small grid is no size", u"a 4x4 grid of cups, 35x50 cm"_qs, {});
    row("a LoRA's name is no size", u"<lora:fine_1024x1024:0.8> cup"_qs, {});
    row("both", u"a cup, 1920x1080 --ar 16:9"_qs,
        {u"aspect 16:9? @ --ar 16:9"_qs, u"1920 \u00d7 1080 pixels? @ 1920x1080"_qs});
    row("none", u""_qs, {});
}

void TestFrameDemands::demands_areFound()
{
    QFETCH(QString, prompt);
    QFETCH(QStringList, demands);
    QCOMPARE(found(prompt), demands);
}

void TestFrameDemands::answer_followsFromTheSize_data()
{
    QTest::addColumn<Constraint>("constraint");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("answer");
    const QString met = toText(Answer::Met);
    const QString missed = toText(Answer::Missed);
    const Constraint wide = frame(u"aspect 16:9?"_qs);
    QTest::newRow("exact") << wide << QSize(1920, 1080) << met;
    QTest::newRow("rounded to 64 pixels") << wide << QSize(1344, 768) << met;
    QTest::newRow("as one service rounds it") << wide << QSize(1408, 768) << met;
    QTest::newRow("upright") << wide << QSize(1080, 1920) << missed;
    QTest::newRow("16:10") << wide << QSize(1280, 800) << missed;
    QTest::newRow("3:4 is not 4:5") << frame(u"aspect 4:5?"_qs) << QSize(768, 1024) << missed;
    QTest::newRow("as a person writes it")
        << frame(u"Aspect ratio 2.39 : 1"_qs, ConstraintKind::Other) << QSize(2390, 1000) << met;
    QTest::newRow("size") << frame(u"1920 \u00d7 1080 pixels?"_qs) << QSize(1920, 1080) << met;
    QTest::newRow("another size") << frame(u"1920x1080"_qs) << QSize(1920, 1088) << missed;
    QTest::newRow("about something else") << frame(u"cup is tall?"_qs) << QSize(10, 10) << QString();
    QTest::newRow("a text that looks like it")
        << frame(u"16:9"_qs, ConstraintKind::Text) << QSize(1920, 1080) << QString();
}

void TestFrameDemands::answer_followsFromTheSize()
{
    QFETCH(Constraint, constraint);
    QFETCH(QSize, size);
    QFETCH(QString, answer);
    const std::optional<Answer> given = frameAnswer(constraint, size);
    QCOMPARE(given ? toText(*given) : QString(), answer);
}

void TestFrameDemands::unknownSize_answersNothing()
{
    QVERIFY(!frameAnswer(frame(u"aspect 16:9?"_qs), QSize()));
    QVERIFY(!frameAnswer(frame(u"aspect 16:9?"_qs), QSize(0, 9)));
}

void TestFrameDemands::hugePrompt_takesLinearTime()
{
    QVERIFY(frameDemands(u"--ar "_qs.repeated(200'000)).isEmpty());
    QVERIFY(frameDemands(u"width 1 "_qs.repeated(100'000)).isEmpty());
    QVERIFY(frameDemands(QString(1'000'000, u'9')).isEmpty());
}

QTEST_APPLESS_MAIN(TestFrameDemands)
#include "tst_framedemands.moc"
