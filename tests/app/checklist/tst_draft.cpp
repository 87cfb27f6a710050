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
    QTest::newRow("a number word counts") << "three mugs on a shelf" << K::Count << QStringList{"3 mugs?"};
    QTest::newRow("digits count") << "4 lemons" << K::Count << QStringList{"4 lemons?"};
    QTest::newRow("a pair of is two") << "a pair of owls" << K::Count << QStringList{"2 owls?"};
    QTest::newRow("a bare plural has no count") << "mugs on a shelf" << K::Count << QStringList();
    QTest::newRow("a measure counts nothing") << "a lamp, 35 mm" << K::Count << QStringList();
    QTest::newRow("the colour of a thing") << "a red mug" << K::Colour << QStringList{"mug contains red?"};
    QTest::newRow("two colours of one thing") << "a black and white goat" << K::Colour
                                              << QStringList{"goat contains black?", "goat contains white?"};
    QTest::newRow("a shade is one colour")
        << "a dark green door" << K::Colour << QStringList{"door contains dark green?"};
    QTest::newRow("said of the thing")
        << "The mug is yellow." << K::Colour << QStringList{"mug contains yellow?"};
    QTest::newRow("a name is no colour") << "a golden retriever" << K::Colour << QStringList();
    QTest::newRow("the fruit is no colour") << "an orange" << K::Colour << QStringList();
    QTest::newRow("weights are passed over")
        << "(red mug:1.2), <lora:soft:0.8>" << K::Colour << QStringList{"mug contains red?"};
    QTest::newRow("sides are the viewer's")
        << "a mug left of a plate" << K::Position << QStringList{"mug left of plate, as you see it?"};
    QTest::newRow("quoted text keeps its case")
        << "a sign \"Open Late\"" << K::Text << QStringList{"reads Open Late?"};
    QTest::newRow("text without quotes") << "a sign that says SALE" << K::Text << QStringList{"reads SALE?"};
    QTest::newRow("an apostrophe is no quote") << "the dogs' owner's hat" << K::Text << QStringList();
    QTest::newRow("quoted text in another language")
        << QString::fromUtf8("ein Schild mit „Guten Tag“ auf der Tür") << K::Text
        << QStringList{"reads Guten Tag?"};
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
    QTest::newRow("plain") << "two red mugs next to a blue plate that says \"HOT\"";
    QTest::newRow("empty") << "";
    QTest::newRow("open quotes and brackets") << QString(200000, u'(') + QStringLiteral("\"'two mugs");
    QTest::newRow("control characters") << QString(1000, QChar(1)) + QStringLiteral("two mugs");
    QTest::newRow("half a JSON object") << "{\"a\": \"two mugs\\";
    QTest::newRow("JSON text left open") << "{\"text\": \"SALE";
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
    const QString prompt = "two red mugs next to a blue plate under a lamp";
    QString spaced = prompt;
    spaced.replace(u' ', QStringLiteral("  \n"));
    for (const ConstraintKind kind :
         {ConstraintKind::Count, ConstraintKind::Colour, ConstraintKind::Position})
        QCOMPARE(statements(spaced, kind), statements(prompt, kind));
}

void TstDraft::colour_hangsOnItsThing()
{
    const QList<DraftConstraint> drafts = draftConstraints("two red mugs");
    const auto colour = std::find_if(drafts.begin(), drafts.end(), [](const DraftConstraint& draft) {
        return draft.kind == ConstraintKind::Colour;
    });
    QVERIFY(colour != drafts.end());
    QVERIFY(colour->parent >= 0);
    QCOMPARE(drafts.at(colour->parent).kind, ConstraintKind::Count);
}

void TstDraft::repeatedPosition_keepsEachTarget()
{
    for (const DraftConstraint& draft : draftConstraints("sky above tree. sky above house. sky above tree")) {
        if (draft.kind == ConstraintKind::Position)
            QVERIFY(draft.statement.contains(draft.target));
    }
}

QTEST_APPLESS_MAIN(TstDraft)
#include "tst_draft.moc"
