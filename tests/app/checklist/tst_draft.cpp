// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/draft.h"

#include <QTest>

#include <algorithm>

using namespace assay;

namespace {

QStringList statements(const QString& prompt, ConstraintKind kind)
{
    QStringList found;
    for (const DraftConstraint& draft : draftConstraints(prompt)) {
        if (draft.kind == kind)
            found.append(draft.statement);
    }
    return found;
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
    void colour_hangsOnItsThing();
    void repeatedPosition_keepsEachTarget();
};

void TstDraft::prompt_givesStatementsOfKind_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<ConstraintKind>("kind");
    QTest::addColumn<QStringList>("expected");
    using K = ConstraintKind;
    QTest::newRow("a number word counts")
        << u"three mugs on a shelf"_qs << K::Count << QStringList{u"3 mugs?"_qs};
    QTest::newRow("digits count") << u"4 lemons"_qs << K::Count << QStringList{u"4 lemons?"_qs};
    QTest::newRow("a pair of is two") << u"a pair of owls"_qs << K::Count << QStringList{u"2 owls?"_qs};
    QTest::newRow("a bare plural has no count") << u"mugs on a shelf"_qs << K::Count << QStringList();
    QTest::newRow("a measure counts nothing") << u"a lamp, 35 mm"_qs << K::Count << QStringList();
    QTest::newRow("the colour of a thing")
        << u"a red mug"_qs << K::Colour << QStringList{u"mug contains red?"_qs};
    QTest::newRow("two colours of one thing")
        << u"a black and white goat"_qs << K::Colour
        << QStringList{u"goat contains black?"_qs, u"goat contains white?"_qs};
    QTest::newRow("a shade is one colour")
        << u"a dark green door"_qs << K::Colour << QStringList{u"door contains dark green?"_qs};
    QTest::newRow("said of the thing")
        << u"The mug is yellow."_qs << K::Colour << QStringList{u"mug contains yellow?"_qs};
    QTest::newRow("a name is no colour") << u"a golden retriever"_qs << K::Colour << QStringList();
    QTest::newRow("the fruit is no colour") << u"an orange"_qs << K::Colour << QStringList();
    QTest::newRow("both are two") << u"both hands are up"_qs << K::Count << QStringList{u"2 hands?"_qs};
    QTest::newRow("the number behind its set")
        << u"garden chairs set of four"_qs << K::Count << QStringList{u"4 garden chairs?"_qs};
    QTest::newRow("kinds of a thing are counted")
        << u"nine different breeds of dogs"_qs << K::Count << QStringList{u"9 breeds of dogs?"_qs};
    QTest::newRow("a measure within a name counts")
        << u"two parking meters"_qs << K::Count << QStringList{u"2 parking meters?"_qs};
    QTest::newRow("a text stands between the number and its noun")
        << u"two \"SALE\" signs"_qs << K::Count << QStringList{u"2 signs?"_qs};
    QTest::newRow("a text behind its noun ends it")
        << u"a poster \"Summer\", beach"_qs << K::Presence << QStringList();
    QTest::newRow("numbers with a hyphen")
        << u"twenty-two balloons"_qs << K::Count << QStringList{u"22 balloons?"_qs};
    QTest::newRow("figures count nothing")
        << u"a 3.5 stars hotel in 1847, 16:9 frame, 10% milk, $5 bills"_qs << K::Count << QStringList();
    QTest::newRow("more than anybody counts") << u"500 balloons"_qs << K::Count << QStringList();
    QTest::newRow("an adjective before the colour")
        << u"a large white plate"_qs << K::Colour << QStringList{u"large plate contains white?"_qs};
    QTest::newRow("the colour behind its noun")
        << u"two chairs black."_qs << K::Colour << QStringList{u"chairs contains black?"_qs};
    QTest::newRow("a shade with a hyphen")
        << u"an ivory-colored card, a navy-blue door"_qs << K::Colour
        << QStringList{u"card contains ivory?"_qs, u"door contains navy blue?"_qs};
    QTest::newRow("very is no colour")
        << u"the sky is very blue"_qs << K::Colour << QStringList{u"sky contains blue?"_qs};
    QTest::newRow("painted") << u"a fence painted green"_qs << K::Colour
                             << QStringList{u"fence contains green?"_qs};
    QTest::newRow("said of the whole, not of its owner")
        << u"The roof of the house is red."_qs << K::Colour << QStringList{u"roof contains red?"_qs};
    QTest::newRow("said of it") << u"There is a kite. It is yellow."_qs << K::Colour
                                << QStringList{u"kite contains yellow?"_qs};
    QTest::newRow("the glass, not the wine")
        << u"a white wine glass"_qs << K::Colour << QStringList{u"wine glass contains white?"_qs};
    QTest::newRow("behind him") << u"A man rests. There is a fence behind him."_qs << K::Position
                                << QStringList{u"fence behind man?"_qs};
    QTest::newRow("nobody stands behind himself")
        << u"a dog in front of it"_qs << K::Position << QStringList();
    QTest::newRow("the place comes first")
        << u"In front of the house there is a car and a bike."_qs << K::Position
        << QStringList{u"car in front of house?"_qs, u"bike in front of house?"_qs};
    QTest::newRow("the one who stands there, not the jacket")
        << u"a boy in a jacket standing behind a wall"_qs << K::Position
        << QStringList{u"boy behind wall?"_qs};
    QTest::newRow("two of one kind") << u"a cube above a cube"_qs << K::Position
                                     << QStringList{u"cube above cube?"_qs};
    QTest::newRow("what are behind are all of them")
        << u"A cat, a dog and a hen are behind a fence."_qs << K::Position
        << QStringList{u"cat behind fence?"_qs, u"dog behind fence?"_qs, u"hen behind fence?"_qs};
    QTest::newRow("what is behind is the last of them")
        << u"a cat and a dog behind a fence"_qs << K::Position << QStringList{u"dog behind fence?"_qs};
    QTest::newRow("what are red are all of them")
        << u"The mug and the plate are red."_qs << K::Colour
        << QStringList{u"mug contains red?"_qs, u"plate contains red?"_qs};
    QTest::newRow("a prompt in quotes shows no text")
        << u"\"two mugs on a shelf next to a lamp\""_qs << K::Text << QStringList();
    QTest::newRow("with the text") << u"a poster with the text open late."_qs << K::Text
                                   << QStringList{u"reads open late?"_qs};
    QTest::newRow("brackets within a text stay")
        << u"a sign \"Exit (left)\""_qs << K::Text << QStringList{u"reads Exit (left)?"_qs};
    QTest::newRow("a manner of labelling is no text")
        << u"shelves labeled sequentially"_qs << K::Text << QStringList();
    QTest::newRow("weights are passed over")
        << u"(red mug:1.2), <lora:soft:0.8>"_qs << K::Colour << QStringList{u"mug contains red?"_qs};
    QTest::newRow("sides are the viewer's")
        << u"a mug left of a plate"_qs << K::Position << QStringList{u"mug left of plate, as you see it?"_qs};
    QTest::newRow("quoted text keeps its case")
        << u"a sign \"Open Late\""_qs << K::Text << QStringList{u"reads Open Late?"_qs};
    QTest::newRow("text without quotes")
        << u"a sign that says SALE"_qs << K::Text << QStringList{u"reads SALE?"_qs};
    QTest::newRow("an apostrophe is no quote") << u"the dogs' owner's hat"_qs << K::Text << QStringList();
    QTest::newRow("quoted text in another language")
        << QString::fromUtf8("ein Schild mit „Guten Tag“ auf der Tür") << K::Text
        << QStringList{u"reads Guten Tag?"_qs};
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
    const QString prompt = u"two red mugs next to a blue plate under a lamp"_qs;
    QString spaced = prompt;
    spaced.replace(u' ', QStringLiteral("  \n"));
    for (const ConstraintKind kind :
         {ConstraintKind::Count, ConstraintKind::Colour, ConstraintKind::Position})
        QCOMPARE(statements(spaced, kind), statements(prompt, kind));
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
