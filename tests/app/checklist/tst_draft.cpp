// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/draft.h"

#include <QTest>

#include <algorithm>
#include <utility>
#include <vector>

using namespace assay;

namespace {

struct Case
{
    const char* reason;
    QString prompt;
    QStringList expected;
};

using Cases = std::vector<Case>;

QStringList statements(const QString& prompt, ConstraintKind kind)
{
    QStringList found;
    for (const DraftConstraint& draft : draftConstraints(prompt)) {
        if (draft.kind == kind)
            found.append(draft.statement);
    }
    return found;
}

const Cases& counts()
{
    static const Cases kCases = {
        {"a number word counts", u"three mugs on a shelf"_qs, {u"3 mugs?"_qs}},
        {"digits count", u"4 lemons"_qs, {u"4 lemons?"_qs}},
        {"a pair of is two", u"a pair of owls"_qs, {u"2 owls?"_qs}},
        {"a bare plural has no count", u"mugs on a shelf"_qs, {}},
        {"a measure counts nothing", u"a lamp, 35 mm"_qs, {}},
        {"both are two", u"both hands are up"_qs, {u"2 hands?"_qs}},
        {"the number behind its set", u"garden chairs set of four"_qs, {u"4 garden chairs?"_qs}},
        {"kinds of a thing are counted", u"nine different breeds of dogs"_qs, {u"9 breeds of dogs?"_qs}},
        {"a measure within a name counts", u"two parking meters"_qs, {u"2 parking meters?"_qs}},
        {"a text stands between the number and its noun", u"two \"SALE\" signs"_qs, {u"2 signs?"_qs}},
        {"numbers with a hyphen", u"twenty-two balloons"_qs, {u"22 balloons?"_qs}},
        {"figures count nothing", u"a 3.5 stars hotel in 1847, 16:9 frame, 10% milk, $5 bills"_qs, {}},
        {"more than anybody counts", u"500 balloons"_qs, {}},
        {"one thing is counted", u"one cup on a shelf"_qs, {u"1 cup?"_qs}},
        {"a single thing is counted", u"a single rose"_qs, {u"1 rose?"_qs}},
        {"one of two hands says nothing of hands", u"holding a bag in one hand"_qs, {}},
        {"a trio", u"a trio of owls"_qs, {u"3 owls?"_qs}},
        {"dozens", u"two dozen roses and half a dozen eggs"_qs, {u"24 roses?"_qs, u"6 eggs?"_qs}},
        {"tens and ones without a hyphen", u"twenty two candles"_qs, {u"22 candles?"_qs}},
        {"a range is no number", u"2 or 3 birds, 4-5 boats"_qs, {}},
        {"how it is shown is not what is counted", u"three owls vector image"_qs, {u"3 owls?"_qs}},
        {"a thing behind a plural is another thing", u"Pack of two babies pink bunny"_qs, {u"2 babies?"_qs}},
        {"a house is not counted by its doors", u"a two door garage"_qs, {u"2 doors?"_qs}},
        {"digits behind a name", u"iphone 12 pro beside a lamp, Studio 54"_qs, {}},
        {"a measure before its noun", u"an 85 mm lens"_qs, {}},
        {"a set behind its colour", u"napkins, white, set of four"_qs, {u"4 napkins?"_qs}},
        {"a group without its things", u"a small group of five"_qs, {u"group of 5?"_qs}},
        {"two counts of one noun are told by their colour",
         u"two red apples and three green apples"_qs,
         {u"2 red apples?"_qs, u"3 green apples?"_qs}},
        {"a text between the number and an adjective",
         u"six English blue and white \"Best\" plates"_qs,
         {u"6 english plates?"_qs}},
        {"weights of parts", u"a hill::2 a kite::3"_qs, {}},
        {"booru tags", u"2girls, 1boy"_qs, {u"2 girls?"_qs, u"1 boy?"_qs}},
        {"nothing is counted that must not be there", u"without two dogs"_qs, {}},
        {"digits in a language that is not read",
         u"Ein Poster mit dem Text und 3 Ballons auf der Wiese"_qs,
         {u"3 ballons?"_qs}},
        {"a script without spaces is not cut", u"3\u53EA\u732B\u5750\u5728\u684C\u5B50\u4E0A"_qs, {}},
        {"emoji say nothing", u"two \U0001F34E apples"_qs, {u"2 apples?"_qs}},
        {"what the negative prompt counts", u"a lamp. Negative prompt: 3 hands"_qs, {}},
        {"what a JSON prompt must not show",
         u"{\"subject\": \"two foxes\", \"negative_prompt\": \"three dogs\"}"_qs,
         {u"2 foxes?"_qs}},
    };
    return kCases;
}

const Cases& colours()
{
    static const Cases kCases = {
        {"the colour of a thing", u"a red mug"_qs, {u"mug contains red?"_qs}},
        {"two colours of one thing",
         u"a black and white goat"_qs,
         {u"goat contains black?"_qs, u"goat contains white?"_qs}},
        {"a shade is one colour", u"a dark green door"_qs, {u"door contains dark green?"_qs}},
        {"said of the thing", u"The mug is yellow."_qs, {u"mug contains yellow?"_qs}},
        {"a name is no colour", u"a golden retriever"_qs, {}},
        {"the fruit is no colour", u"an orange"_qs, {}},
        {"an adjective before the colour", u"a large white plate"_qs, {u"plate contains white?"_qs}},
        {"the colour behind its noun", u"two chairs black."_qs, {u"chairs contain black?"_qs}},
        {"a shade with a hyphen",
         u"an ivory-colored card, a navy-blue door"_qs,
         {u"card contains ivory?"_qs, u"door contains navy blue?"_qs}},
        {"very is no colour", u"the sky is very blue"_qs, {u"sky contains blue?"_qs}},
        {"painted", u"a fence painted green"_qs, {u"fence contains green?"_qs}},
        {"said of the whole, not of its owner",
         u"The roof of the house is red."_qs,
         {u"roof contains red?"_qs}},
        {"said of it", u"There is a kite. It is yellow."_qs, {u"kite contains yellow?"_qs}},
        {"the glass, not the wine", u"a white wine glass"_qs, {u"wine glass contains white?"_qs}},
        {"what are red are all of them",
         u"The mug and the plate are red."_qs,
         {u"mug contains red?"_qs, u"plate contains red?"_qs}},
        {"weights are passed over", u"(red mug:1.2), <lora:soft:0.8>"_qs, {u"mug contains red?"_qs}},
        {"said of the book, not of the pile",
         u"The book on the bottom of the pile is white."_qs,
         {u"book contains white?"_qs}},
        {"said of the ground, not of her",
         u"A woman rests. The ground under her is brown."_qs,
         {u"ground contains brown?"_qs}},
        {"of two the one behind",
         u"Two boats. The one in front is white and the one behind it is black."_qs,
         {u"boat in front contains white?"_qs, u"boat behind contains black?"_qs}},
        {"a colour that is worn is that of clothes",
         u"a man dressed in black, a woman in red"_qs,
         {u"man's clothes contain black?"_qs, u"woman's clothes contain red?"_qs}},
        {"the word colour is no thing", u"the plate is in brown color"_qs, {u"plate contains brown?"_qs}},
        {"a verb with its object is no thing", u"The sky has dark gray covering the hills."_qs, {}},
        {"no shade of black", u"a dark black lamp"_qs, {u"lamp contains black?"_qs}},
        {"wearing is no part of the clothes", u"a girl wearing white shoes"_qs, {u"shoes contain white?"_qs}},
        {"one of each colour",
         u"three mugs: one red, one blue and one yellow"_qs,
         {u"mug contains red?"_qs, u"mug contains blue?"_qs, u"mug contains yellow?"_qs}},
        {"a shade with the name of a thing",
         u"a mustard-yellow coat"_qs,
         {u"coat contains mustard yellow?"_qs}},
        {"a participle behind the noun",
         u"black background dotted with stars"_qs,
         {u"background contains black?"_qs}},
    };
    return kCases;
}

const Cases& positions()
{
    static const Cases kCases = {
        {"behind him", u"A man rests. There is a fence behind him."_qs, {u"fence behind man?"_qs}},
        {"nobody stands behind himself", u"a dog in front of it"_qs, {}},
        {"the place comes first",
         u"In front of the house there is a car and a bike."_qs,
         {u"car in front of house?"_qs, u"bike in front of house?"_qs}},
        {"the one who stands there, not the jacket",
         u"a boy in a jacket standing behind a wall"_qs,
         {u"boy behind wall?"_qs}},
        {"two of one kind", u"a cube above a cube"_qs, {u"cube above cube?"_qs}},
        {"what are behind are all of them",
         u"A cat, a dog and a hen are behind a fence."_qs,
         {u"cat behind fence?"_qs, u"dog behind fence?"_qs, u"hen behind fence?"_qs}},
        {"what is behind is the last of them",
         u"a cat and a dog behind a fence"_qs,
         {u"dog behind fence?"_qs}},
        {"sides are the viewer's", u"a mug left of a plate"_qs, {u"mug left of plate, as you see it?"_qs}},
        {"in a corner of the picture",
         u"a red balloon in the top left corner"_qs,
         {u"balloon in the top left corner, as you see it?"_qs}},
        {"the centre of the picture", u"a vase in the center of the image"_qs, {u"vase in the center?"_qs}},
        {"a third",
         u"a tower in the left third of the frame"_qs,
         {u"tower in the left third, as you see it?"_qs}},
        {"on the left of the picture",
         u"a cat on the left and a dog on the right"_qs,
         {u"cat at the left, as you see it?"_qs, u"dog at the right, as you see it?"_qs}},
        {"the place in the picture comes first",
         u"In the background there is a wall and a tree."_qs,
         {u"wall in the background?"_qs, u"tree in the background?"_qs}},
        {"the left foot is no place", u"standing on the left foot"_qs, {}},
        {"looking is no place", u"a man looking to the left"_qs, {}},
        {"between two", u"a vase between a candle and a clock"_qs, {u"vase between candle and clock?"_qs}},
        {"between several of one kind", u"a lamp between two chairs"_qs, {u"lamp between 2 chairs?"_qs}},
        {"between what is not two", u"a lamp between a wall"_qs, {}},
        {"behind what the sentence speaks of",
         u"a dog sleeps with trees behind."_qs,
         {u"trees behind dog?"_qs}},
        {"the cloud hangs there, not the hill",
         u"a hill with a cloud hanging over it"_qs,
         {u"cloud above hill?"_qs}},
        {"he is the man", u"A man waits. He is standing next to a car."_qs, {u"man next to car?"_qs}},
        {"them may be one person",
         u"The person waits with the arms behind them."_qs,
         {u"arms behind person?"_qs}},
        {"on her back is no place", u"a woman with a bag on her back"_qs, {}},
        {"one sentence gives the next no place", u"On top of the hill. A dog runs."_qs, {}},
        {"an adverb of the place", u"hands right in front of a face"_qs, {u"hands in front of face?"_qs}},
        {"a participle that names the thing",
         u"a mug below dining table"_qs,
         {u"mug below dining table?"_qs}},
        {"who stands there is not the can",
         u"a robot made of cans, standing between two towers"_qs,
         {u"robot between 2 towers?"_qs}},
        {"the man, not his coat", u"a man in a coat in front of a train"_qs, {u"man in front of train?"_qs}},
        {"of one noun the colours tell which",
         u"two red cups on the left and two blue cups on the right"_qs,
         {u"red cups at the left, as you see it?"_qs, u"blue cups at the right, as you see it?"_qs}},
        {"a tag belongs to nobody", u"red hair, holding sword, sitting on bench, night sky"_qs, {}},
    };
    return kCases;
}

const Cases& texts()
{
    static const Cases kCases = {
        {"a prompt in quotes shows no text", u"\"two mugs on a shelf next to a lamp\""_qs, {}},
        {"with the text", u"a poster with the text open late."_qs, {u"reads open late?"_qs}},
        {"brackets within a text stay", u"a sign \"Exit (left)\""_qs, {u"reads Exit (left)?"_qs}},
        {"a manner of labelling is no text", u"shelves labeled sequentially"_qs, {}},
        {"quoted text keeps its case", u"a sign \"Open Late\""_qs, {u"reads Open Late?"_qs}},
        {"text without quotes", u"a sign that says SALE"_qs, {u"reads SALE?"_qs}},
        {"an apostrophe is no quote", u"the dogs' owner's hat"_qs, {}},
        {"quoted text in another language",
         u"ein Schild mit \u201EGuten Tag\u201C auf der T\u00FCr"_qs,
         {u"reads Guten Tag?"_qs}},
        {"three capital words behind a colon",
         u"New show: MAY THE LORD OPEN."_qs,
         {u"reads MAY THE LORD OPEN?"_qs}},
        {"capitals of the whole prompt are no text", u"PHOTO: A RED CAR IN RAIN"_qs, {}},
        {"several texts", u"signs that say \"A1\" and \u2018b2\u2019"_qs, {u"reads A1?"_qs, u"reads b2?"_qs}},
        {"what tells how it is written is no text",
         u"the words Happy Birthday Anna written in icing"_qs,
         {u"reads Happy Birthday Anna?"_qs}},
    };
    return kCases;
}

const Cases& presence()
{
    static const Cases kCases = {
        {"a text behind its noun ends it", u"a poster \"Summer\", beach"_qs, {}},
        {"a place in the picture is no thing", u"In the top left corner there is a kite."_qs, {u"kite?"_qs}},
        {"what must not be there", u"a street without any people, no dogs"_qs, {u"street?"_qs}},
        {"what is counted is there", u"two mugs. To the left of the mugs lies a spoon."_qs, {u"spoon?"_qs}},
        {"a relative clause is no thing", u"a sign that says HELP ME"_qs, {u"sign?"_qs}},
        {"the second verb of two", u"A girl paints a wall."_qs, {u"girl?"_qs, u"wall?"_qs}},
        {"her own hand", u"a woman with a bag in her left hand"_qs, {u"woman?"_qs, u"bag?"_qs}},
        {"a mood is nothing to see", u"a lamp with a warm mood"_qs, {u"lamp?"_qs}},
    };
    return kCases;
}

const Cases& attributes()
{
    static const Cases kCases = {
        {"what it is made of",
         u"a wooden table and a glass bottle"_qs,
         {u"table made of wood?"_qs, u"bottle made of glass?"_qs}},
        {"size and shape", u"a large round plate"_qs, {u"plate is large?"_qs, u"plate is round?"_qs}},
        {"of several", u"two striped shirts"_qs, {u"shirts are striped?"_qs}},
        {"made of", u"letters made entirely out of pencils"_qs, {u"letters made of pencils?"_qs}},
        {"shaped like", u"a pool in the shape of a heart"_qs, {u"pool shaped like heart?"_qs}},
        {"a material within a name", u"cotton candy"_qs, {}},
        {"a thing of glass is no adjective", u"a glass on a shelf"_qs, {}},
        {"the way it is painted", u"a watercolor painting of a hill"_qs, {u"style: watercolor painting?"_qs}},
        {"whose style", u"a hill in the style of Vincent van Gogh"_qs, {u"style: Vincent van Gogh?"_qs}},
        {"a style by its name",
         u"a hill in anime style, pixel art"_qs,
         {u"style: anime?"_qs, u"style: pixel art?"_qs}},
        {"a long compound adjective",
         u"a large thick-skinned animal"_qs,
         {u"thick-skinned animal is large?"_qs}},
    };
    return kCases;
}

} // namespace

class TstDraft : public QObject
{
    Q_OBJECT

private slots:
    void prompt_givesStatementsOfKind_data();
    void prompt_givesStatementsOfKind();
    void spans_lieInsidePrompt_data();
    void spans_lieInsidePrompt();
    void addedWhiteSpace_changesNoStatement();
    void spans_coverTheWords();
    void colour_hangsOnItsThing();
    void repeatedPosition_keepsEachTarget();
};

void TstDraft::prompt_givesStatementsOfKind_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<ConstraintKind>("kind");
    QTest::addColumn<QStringList>("expected");
    using K = ConstraintKind;
    for (const auto& [kind, cases] :
         {std::pair(K::Count, counts()), std::pair(K::Colour, colours()), std::pair(K::Position, positions()),
          std::pair(K::Text, texts()), std::pair(K::Presence, presence()),
          std::pair(K::Attribute, attributes())}) {
        for (const Case& row : cases)
            QTest::newRow(qPrintable(toText(kind) + u": "_qs + QString::fromUtf8(row.reason)))
                << row.prompt << kind << row.expected;
    }
}

void TstDraft::prompt_givesStatementsOfKind()
{
    QFETCH(QString, prompt);
    QFETCH(ConstraintKind, kind);
    QFETCH(QStringList, expected);
    QCOMPARE(statements(prompt, kind), expected);
}

void TstDraft::spans_lieInsidePrompt_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::newRow("plain") << u"two red mugs next to a blue plate that says \"HOT\""_qs;
    QTest::newRow("empty") << u""_qs;
    QTest::newRow("open quotes and brackets") << QString(200000, u'(') + QStringLiteral("\"'two mugs");
    QTest::newRow("control characters") << QString(1000, QChar(1)) + QStringLiteral("two mugs");
    QTest::newRow("half a JSON object") << u"{\"a\": \"two mugs\\"_qs;
    QTest::newRow("JSON text left open") << u"{\"text\": \"SALE"_qs;
    QTest::newRow("a pronoun's thing stands in another sentence") << u"with a dog. it is behind"_qs;
    QTest::newRow("half a pair") << QString(QChar(0xD83D)) + QStringLiteral(" two mugs");
}

void TstDraft::spans_lieInsidePrompt()
{
    QFETCH(QString, prompt);
    const QList<DraftConstraint> drafts = draftConstraints(prompt);
    QCOMPARE(draftConstraints(prompt), drafts);
    for (const DraftConstraint& draft : drafts) {
        QVERIFY(draft.span.start >= 0 && draft.span.length > 0);
        QVERIFY(draft.span.start + draft.span.length <= prompt.size());
    }
}

void TstDraft::addedWhiteSpace_changesNoStatement()
{
    const auto all = [](const QString& prompt) {
        QStringList found;
        for (const DraftConstraint& draft : draftConstraints(prompt))
            found.append(draft.statement);
        return found;
    };
    for (const Cases& cases : {counts(), colours(), positions(), presence(), attributes()}) {
        for (const Case& row : cases) {
            QString spaced = row.prompt;
            spaced.replace(u' ', QStringLiteral("  \n"));
            QVERIFY2(all(spaced) == all(row.prompt), qPrintable(row.prompt));
        }
    }
}

/// The words of a count are its number and its thing, those of a colour name the colour.
void TstDraft::spans_coverTheWords()
{
    for (const Cases& cases : {counts(), colours(), positions(), texts(), presence(), attributes()}) {
        for (const Case& row : cases) {
            for (const DraftConstraint& draft : draftConstraints(row.prompt)) {
                const QString words = row.prompt.mid(draft.span.start, draft.span.length);
                QVERIFY(!words.trimmed().isEmpty());
                QCOMPARE(words.trimmed(), words);
                if (draft.kind == ConstraintKind::Text)
                    QVERIFY2(words.simplified().contains(draft.value), qPrintable(words));
                if (draft.kind == ConstraintKind::Colour)
                    QVERIFY2(words.toLower().contains(draft.value.section(u' ', -1)), qPrintable(words));
                if (draft.kind == ConstraintKind::Count)
                    QVERIFY2(words.toLower().contains(draft.object.section(u' ', -1)), qPrintable(words));
            }
        }
    }
}

void TstDraft::colour_hangsOnItsThing()
{
    const QList<DraftConstraint> drafts = draftConstraints(u"two red mugs"_qs);
    const auto colour = std::find_if(drafts.begin(), drafts.end(), [](const DraftConstraint& draft) {
        return draft.kind == ConstraintKind::Colour;
    });
    QVERIFY(colour != drafts.end());
    QVERIFY(colour->parent >= 0);
    QCOMPARE(drafts.at(colour->parent).kind, ConstraintKind::Count);
}

void TstDraft::repeatedPosition_keepsEachTarget()
{
    for (const DraftConstraint& draft :
         draftConstraints(u"sky above tree. sky above house. sky above tree"_qs)) {
        if (draft.kind == ConstraintKind::Position)
            QVERIFY(draft.statement.contains(draft.target));
    }
}

QTEST_APPLESS_MAIN(TstDraft)
#include "tst_draft.moc"
