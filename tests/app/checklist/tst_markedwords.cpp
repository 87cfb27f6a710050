// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/markedwords.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace assay;

namespace {

using K = ConstraintKind;

Constraint constraint(K kind, const QString& statement, const QString& parent = {})
{
    return {statement, kind, statement, parent, {}};
}

QString teaPrompt()
{
    return u"Three red mugs standing to the left of one blue teapot on an oak table, a hanging sign with the "
           u"text "
           u"\u201CSALE\u201D, one lemon in front, steam above the mugs, soft window light, product "
           u"photograph, "
           u"50 mm"_qs;
}

Checklist teaChecklist()
{
    return {constraint(K::Count, u"three mugs"_qs),
            constraint(K::Colour, u"mugs contain red"_qs, u"three mugs"_qs),
            constraint(K::Count, u"one teapot"_qs),
            constraint(K::Colour, u"teapot contains blue"_qs, u"one teapot"_qs),
            constraint(K::Position, u"mugs left of teapot"_qs),
            constraint(K::Text, u"reads \"SALE\""_qs),
            constraint(K::Count, u"one lemon in front"_qs),
            constraint(K::Presence, u"steam above the mugs"_qs)};
}

/// The marked words of each constraint, its parts joined by "|".
QStringList marked(const QString& prompt, const Checklist& checklist)
{
    QStringList result;
    const QList<QList<PromptSpan>> marks = assay::markedWords(prompt, checklist);
    for (const QList<PromptSpan>& spans : marks) {
        QStringList parts;
        for (const PromptSpan& span : spans)
            parts.append(prompt.mid(span.start, span.length));
        result.append(parts.join(u'|'));
    }
    return result;
}

void addRow(const char* name, const QString& prompt, const Constraint& asked, const QString& expected)
{
    QTest::newRow(name) << prompt << Checklist{asked} << QStringList{expected};
}

} // namespace

class TestMarkedWords : public QObject
{
    Q_OBJECT

private slots:
    void counts_data();
    void counts();
    void colours_data();
    void colours() { compare(); }
    void positions_data();
    void positions() { compare(); }
    void texts_data();
    void texts() { compare(); }
    void phrases_data();
    void phrases() { compare(); }
    void sharedWords_data();
    void sharedWords() { compare(); }
    void spans_areInsideAndNeverOverlap_data();
    void spans_areInsideAndNeverOverlap();
    void addedWhiteSpace_changesNoWord();
    void hugePrompt_takesLinearTime();

private:
    static void columns();
    static void compare();
};

void TestMarkedWords::columns()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<Checklist>("checklist");
    QTest::addColumn<QStringList>("expected");
}

void TestMarkedWords::compare()
{
    QFETCH(QString, prompt);
    QFETCH(Checklist, checklist);
    QFETCH(QStringList, expected);
    QCOMPARE(marked(prompt, checklist), expected);
}

void TestMarkedWords::counts_data()
{
    columns();
    const Constraint mugs = constraint(K::Count, u"three mugs"_qs);
    addRow("what is between number and noun is another's", u"Three red mugs"_qs, mugs, u"Three|mugs"_qs);
    addRow("digits are numbers", u"on a table 3 mugs"_qs, mugs, u"3 mugs"_qs);
    addRow("number words match digits", u"three mugs"_qs, constraint(K::Count, u"3 mugs"_qs),
           u"three mugs"_qs);
    addRow("another number is another demand", u"four mugs"_qs, mugs, QString());
    addRow("a comma ends the number's reach", u"three cats, mugs"_qs, mugs, u"mugs"_qs);
    addRow("another number in between ends its reach", u"three cats, two mugs"_qs, mugs, QString());
    addRow("joined things are not counted together", u"three cats and mugs"_qs, mugs, u"mugs"_qs);
    addRow("joined colours are one thing", u"three red and white mugs"_qs, mugs, u"three|mugs"_qs);
    addRow("a number without its noun says nothing", u"three cups"_qs, mugs, QString());
    addRow("a noun inside another is not it", u"three mug holders"_qs, mugs, QString());
    addRow("'a' is one", u"beside a teapot"_qs, constraint(K::Count, u"one teapot"_qs), u"a teapot"_qs);
    addRow("irregular plural", u"two children"_qs, constraint(K::Count, u"2 children"_qs),
           u"two children"_qs);
    addRow("singular in the prompt", u"one shelf"_qs, constraint(K::Count, u"1 shelves"_qs), u"one shelf"_qs);
    addRow("a whole phrase", u"sign, one lemon in front, steam"_qs,
           constraint(K::Count, u"one lemon in front"_qs), u"one lemon in front"_qs);
    addRow("a place that is not there is left out", u"one lemon behind the cup"_qs,
           constraint(K::Count, u"one lemon in front"_qs), u"one lemon"_qs);
    addRow("words that say nothing", u"three mugs"_qs, constraint(K::Count, u"exactly three mugs visible"_qs),
           u"three mugs"_qs);
    addRow("an emoji is two units", u"\U0001F600 three \U0001F600 mugs"_qs, mugs, u"mugs"_qs);
    addRow("combining marks match their letter", u"two cafe\u0301 chairs, two cafe\u0301s"_qs,
           constraint(K::Count, u"two caf\u00E9s"_qs), u"two cafe\u0301s"_qs);
}

void TestMarkedWords::counts()
{
    compare();
}

void TestMarkedWords::colours_data()
{
    columns();
    const Constraint red = constraint(K::Colour, u"mugs contain red"_qs);
    addRow("before the noun", u"three red mugs"_qs, red, u"red"_qs);
    addRow("with words in between", u"red glossy tea mugs"_qs, red, u"red"_qs);
    addRow("after the noun", u"mugs in bright red, table"_qs, red, u"red"_qs);
    addRow("of another noun", u"mugs on a red table"_qs, red, QString());
    addRow("of another thing joined to it", u"mugs and red plates"_qs, red, QString());
    addRow("of a noun behind it", u"mugs in red light"_qs, red, QString());
    addRow("inside another word", u"colored mugs"_qs, red, QString());
    addRow("the right one of two", u"a red car and red mugs"_qs, red, u"red"_qs);
    addRow("'is' and the singular", u"six purple glossy bottles"_qs,
           constraint(K::Colour, u"bottle is purple"_qs), u"purple"_qs);
    addRow("two colours are one phrase", u"a red and white sign"_qs,
           constraint(K::Colour, u"sign is red and white"_qs), u"red and white"_qs);
    addRow("grey is gray", u"gray cat"_qs, constraint(K::Colour, u"cat is grey"_qs), u"gray"_qs);
    addRow("without a verb", u"dark blue sky"_qs, constraint(K::Colour, u"blue sky"_qs), u"blue"_qs);
    addRow("a compound's last part", u"a floor lamp with a yellow shade"_qs,
           constraint(K::Colour, u"lampshade contains yellow"_qs), u"yellow"_qs);
    addRow("a thing that is not there", u"a red car"_qs, red, QString());
    QTest::newRow("the parent names the thing")
        << u"a red car, red mugs"_qs
        << Checklist{constraint(K::Count, u"mugs"_qs), constraint(K::Colour, u"contain red"_qs, u"mugs"_qs)}
        << QStringList{u"mugs"_qs, u"red"_qs};
}

void TestMarkedWords::positions_data()
{
    columns();
    const Constraint left = constraint(K::Position, u"mugs left of teapot"_qs);
    addRow("another wording", u"mugs standing to the left of one blue teapot"_qs, left, u"to the left of"_qs);
    addRow("the other side", u"mugs to the right of one teapot"_qs, left, QString());
    addRow("the other way round", u"teapot to the left of the mugs"_qs, left, QString());
    addRow("of something else in the sentence", u"mugs, a cat to the left of a teapot"_qs, left, QString());
    addRow("the target is understood", u"three mugs on the left, teapot"_qs, left, u"on the left"_qs);
    addRow("the viewer's side is the side", u"mugs left of the teapot"_qs,
           constraint(K::Position, u"mugs are left of the teapot as seen by the viewer"_qs), u"left of"_qs);
    addRow("a short preposition", u"three jars on round plinths"_qs,
           constraint(K::Position, u"jars on plinths"_qs), u"on"_qs);
    addRow("the right one of two", u"a cat on a mat, jars on plinths"_qs,
           constraint(K::Position, u"jars on plinths"_qs), u"on"_qs);
    addRow("in front of", u"a dog in front of a house"_qs,
           constraint(K::Position, u"dog in front of house"_qs), u"in front of"_qs);
    addRow("a direction alone", u"toe pointing left"_qs, constraint(K::Position, u"toe points left"_qs),
           u"left"_qs);
}

void TestMarkedWords::texts_data()
{
    columns();
    const Constraint sale = constraint(K::Text, u"reads \"SALE\""_qs);
    addRow("typographic quotes and the announcing words", u"sign with the text \u201CSALE\u201D, soft"_qs,
           sale, u"the text \u201CSALE\u201D"_qs);
    addRow("single quotes", u"a 'SALE' sign"_qs, sale, u"'SALE'"_qs);
    addRow("guillemets with spaces", u"le mot \u00AB SALE \u00BB"_qs, sale, u"\u00AB SALE \u00BB"_qs);
    addRow("other case is another text", u"the text \"Sale\""_qs, sale, QString());
    addRow("part of a longer text", u"the text \"SALE NOW\""_qs, sale, QString());
    addRow("unquoted but announced", u"a sign that says SALE"_qs, sale, u"that says SALE"_qs);
    addRow("unquoted", u"SALE of the century"_qs, sale, QString());
    addRow("several words and signs", u"reading \"50% OFF!\" in red"_qs,
           constraint(K::Text, u"reads \u201C50% OFF!\u201D"_qs), u"reading \"50% OFF!\""_qs);
    addRow("a comma inside the quotes", u"the word \"SALE,\" and"_qs, sale, u"the word \"SALE,\""_qs);
    addRow("an apostrophe opens nothing", u"the artists' mugs"_qs, constraint(K::Count, u"mugs"_qs),
           u"mugs"_qs);
}

void TestMarkedWords::phrases_data()
{
    columns();
    addRow("as it stands", u"table, steam above the mugs, soft"_qs,
           constraint(K::Presence, u"steam above the mugs"_qs), u"steam above the mugs"_qs);
    addRow("the noun alone", u"steam rising"_qs, constraint(K::Presence, u"steam above the mugs"_qs),
           u"steam"_qs);
    addRow("a related word is not the word", u"a snowy peak"_qs,
           constraint(K::Presence, u"snow on the peak"_qs), QString());
    addRow("without its adjective it is another", u"a broken plant"_qs,
           constraint(K::Presence, u"potted plant"_qs), QString());
    addRow("the one with its adjective", u"a plant, a potted plant"_qs,
           constraint(K::Presence, u"potted plant"_qs), u"potted plant"_qs);
    addRow("what is said of it", u"two burning candles"_qs,
           constraint(K::Presence, u"candles are burning"_qs), u"burning"_qs);
    addRow("empty prompt", QString(), constraint(K::Presence, u"potted plant"_qs), QString());
    addRow("empty statement", u"a plant"_qs, constraint(K::Presence, QString()), QString());
    addRow("only small words", u"the plant is there"_qs, constraint(K::Other, u"it is there"_qs), QString());
}

void TestMarkedWords::sharedWords_data()
{
    columns();
    QTest::newRow("the design's example")
        << teaPrompt() << teaChecklist()
        << QStringList{u"Three|mugs"_qs,         u"red"_qs,
                       u"one|teapot"_qs,         u"blue"_qs,
                       u"to the left of"_qs,     u"the text \u201CSALE\u201D"_qs,
                       u"one lemon in front"_qs, u"steam above the mugs"_qs};
    Checklist stored = {constraint(K::Other, u"x"_qs), constraint(K::Count, u"three mugs"_qs),
                        constraint(K::Other, u"y"_qs)};
    stored[0].span = {0, 5};
    stored[2].span = {90, 5};
    QTest::newRow("a stored span wins, one outside the prompt is none")
        << u"three red mugs"_qs << stored << QStringList{u"three"_qs, u"mugs"_qs, QString()};
    stored[0].span = {0, 14};
    stored[2].span = {6, 3};
    Checklist ofColour = {constraint(K::Count, u"3 mugs?"_qs),
                          constraint(K::Colour, u"mug contains red?"_qs)};
    ofColour[0].span = {0, 14};
    ofColour[1].span = {6, 8};
    QTest::newRow("of a colour's stored span the colour is its own")
        << u"three red mugs"_qs << ofColour << QStringList{u"three|mugs"_qs, u"red"_qs};
    QTest::newRow("a stored span inside another splits it")
        << u"three red mugs"_qs << stored << QStringList{u"three|mugs"_qs, QString(), u"red"_qs};
    QTest::newRow("the second of the same demand gets the second place, or none")
        << u"a red mug, a red mug"_qs << Checklist(3, constraint(K::Colour, u"mug is red"_qs))
        << QStringList{u"red"_qs, u"red"_qs, QString()};
    QTest::newRow("a counted thing comes before a named one")
        << u"two cats"_qs
        << Checklist{constraint(K::Presence, u"cats"_qs), constraint(K::Count, u"2 cats"_qs)}
        << QStringList{QString(), u"two cats"_qs};
}

void TestMarkedWords::spans_areInsideAndNeverOverlap_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::newRow("the example") << teaPrompt();
    QTest::newRow("twice") << QString(teaPrompt() + teaPrompt());
    QTest::newRow("quotes alone") << QString(teaPrompt().split(u' ').size(), u'"');
    QTest::newRow("lone surrogates") << QString(QChar(0xD800)) + u"three mugs"_qs + QChar(0xDC00);
    QTest::newRow("no spaces") << teaPrompt().remove(u' ');
    QTest::newRow("right to left") << u"\u202E three mugs \u05D0\u05D1 \"SALE\""_qs;
}

void TestMarkedWords::spans_areInsideAndNeverOverlap()
{
    QFETCH(QString, prompt);
    Checklist checklist = teaChecklist();
    checklist += teaChecklist();
    checklist[9].span = {2, 9};
    QList<int> marks(prompt.size(), 0);
    for (const QList<PromptSpan>& spans : assay::markedWords(prompt, checklist)) {
        for (const PromptSpan& span : spans) {
            QVERIFY(span.length > 0 && span.start >= 0 && span.start + span.length <= prompt.size());
            for (int i = span.start; i < span.start + span.length; ++i)
                ++marks[i];
        }
    }
    QVERIFY(std::all_of(marks.begin(), marks.end(), [](int count) { return count <= 1; }));
}

void TestMarkedWords::addedWhiteSpace_changesNoWord()
{
    const QString spaced = QString(teaPrompt()).replace(u' ', u" \n\t "_qs);
    QStringList words = marked(spaced, teaChecklist());
    for (QString& text : words)
        text = text.simplified();
    QCOMPARE(words, marked(teaPrompt(), teaChecklist()));
}

void TestMarkedWords::hugePrompt_takesLinearTime()
{
    const auto took = [](const QString& prompt) {
        QElapsedTimer timer;
        timer.start();
        const QStringList found = marked(prompt, teaChecklist());
        Q_ASSERT(!found.isEmpty());
        return std::max<qint64>(timer.elapsed(), 1);
    };
    const QString tenth = teaPrompt().repeated(520); // 104,000 characters
    const qint64 small = took(tenth);
    const qint64 large = took(tenth.repeated(10));
    qInfo("100 k characters %lld ms, 1 M %lld ms", small, large);
    // Ten times the prompt; a quadratic search would need a hundred times as long.
    QVERIFY2(large < 40 * (small + 5), qPrintable(u"%1 ms, then %2 ms"_qs.arg(small).arg(large)));
}

QTEST_APPLESS_MAIN(TestMarkedWords)
#include "tst_markedwords.moc"
