// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/promptview.h"
#include "ui/review/generationfacts.h"
#include "ui/review/openimage.h"
#include "ui/review/promptdifference.h"
#include "ui/review/promptpanel.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace assay;

namespace {

OpenImage::Content contentOf(const std::optional<QString>& prompt, const Checklist& checklist = {})
{
    OpenImage::Content content;
    content.generation.id = GenerationId{1};
    content.generation.prompt = prompt;
    content.generation.checklist = checklist;
    return content;
}

/// Runs as text, for example "0[red]2".
QStringList runsOf(const MarkedPrompt& marked)
{
    QStringList result;
    for (const PromptRun& run : marked.runs)
        result.append(
            u"%1:%2"_qs.arg(run.constraint).arg(marked.text.mid(run.start, run.end - run.start).trimmed()));
    return result;
}

Constraint withSpan(int start, int length)
{
    return {QString::number(start), ConstraintKind::Other, u"x"_qs, {}, {start, length}};
}

} // namespace

class TestPromptPanel : public QObject
{
    Q_OBJECT

private slots:
    void markPrompt_cutsTheWords_data();
    void markPrompt_cutsTheWords();
    void longPrompt_scrollsInBoundedHeight();
    void missingPrompt_saysSo();
    void markup_staysText();
    void clickOnMarkedWord_choosesItsConstraint();
    void difference_namesAddedAndRemovedWords_data();
    void difference_namesAddedAndRemovedWords();
    void facts_callUnknownUnknown();
    void facts_tellWhatTheFileDeclaresOfItsOrigin();
    void facts_tellAnEstimateFromABill();
};

void TestPromptPanel::markPrompt_cutsTheWords_data()
{
    QTest::addColumn<Checklist>("checklist");
    QTest::addColumn<QStringList>("runs");
    const QString prompt = u"three red mugs"_qs;
    QTest::newRow("none") << Checklist{} << QStringList{};
    QTest::newRow("one") << Checklist{withSpan(6, 3)} << QStringList{u"0:red1"_qs};
    QTest::newRow("inner span splits the outer one, whose number is on its last part")
        << Checklist{withSpan(0, 14), withSpan(6, 3)}
        << QStringList{u"0:three"_qs, u"1:red2"_qs, u"0:mugs1"_qs};
    QTest::newRow("out of range is ignored") << Checklist{withSpan(10, 40), withSpan(-1, 2)} << QStringList{};
    QTest::newRow("space at the edges is not marked")
        << Checklist{withSpan(5, 5)} << QStringList{u"0:red1"_qs};
    const Constraint mugs{u"c1"_qs, ConstraintKind::Count, u"3 mugs"_qs, {}, {}};
    const Constraint red{u"c2"_qs, ConstraintKind::Colour, u"mugs contain red"_qs, u"c1"_qs, {}};
    QTest::newRow("without spans the statements' words are marked")
        << Checklist{mugs, red} << QStringList{u"0:three"_qs, u"1:red2"_qs, u"0:mugs1"_qs};
}

void TestPromptPanel::markPrompt_cutsTheWords()
{
    QFETCH(Checklist, checklist);
    QFETCH(QStringList, runs);
    QCOMPARE(runsOf(assay::markPrompt(u"three red mugs"_qs, checklist)), runs);
}

void TestPromptPanel::longPrompt_scrollsInBoundedHeight()
{
    OpenImage image;
    PromptPanel panel(image);
    panel.setFixedWidth(375);
    panel.setHeightLimit(280);
    panel.show();
    image.open(contentOf(u"steam above the mugs, "_qs.repeated(228))); // 5,016 characters
    auto* scroll = panel.findChild<QScrollArea*>();
    QTRY_COMPARE(scroll->height(), 280);
    QTRY_VERIFY(scroll->verticalScrollBar()->maximum() > 1000);
    image.open(contentOf(u"short"_qs));
    QTRY_VERIFY(scroll->height() < 60);
}

void TestPromptPanel::missingPrompt_saysSo()
{
    OpenImage image;
    PromptPanel panel(image);
    image.open(contentOf(std::nullopt));
    auto* view = panel.findChild<PromptView*>(u"promptText"_qs);
    QCOMPARE(view->accessibleDescription(), u"No prompt in this file"_qs);
}

void TestPromptPanel::markup_staysText()
{
    const QString prompt = u"<b>three</b> & <img src=x> mugs\nsecond line"_qs;
    const MarkedPrompt marked = assay::markPrompt(prompt, {});
    QCOMPARE(QString(marked.text).replace(QChar(QChar::LineSeparator), u'\n'), prompt);
}

void TestPromptPanel::clickOnMarkedWord_choosesItsConstraint()
{
    PromptView view;
    view.setFixedWidth(320);
    view.setPrompt(u"three red mugs"_qs, {withSpan(0, 14), withSpan(6, 3)});
    view.setCurrent(1);
    view.resize(320, view.heightForWidth(320));
    view.show();
    const QRect words = view.currentRect();
    QVERIFY(!words.isEmpty());
    view.setCurrent(0);
    QSignalSpy clicked(&view, &PromptView::constraintClicked);
    QTest::mouseClick(&view, Qt::LeftButton, {}, words.center());
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked.at(0).at(0).toInt(), 1);
}

void TestPromptPanel::difference_namesAddedAndRemovedWords_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QStringList>("added");
    QTest::addColumn<QStringList>("removed");
    QTest::newRow("same") << u"a b"_qs << u"a  b"_qs << QStringList{} << QStringList{};
    QTest::newRow("exchange") << u"mugs beside one teapot"_qs << u"mugs to the left of one teapot"_qs
                              << QStringList{u"to the left of"_qs} << QStringList{u"beside"_qs};
    QTest::newRow("at the end") << u"mugs"_qs << u"mugs, one lemon"_qs << QStringList{u"one lemon"_qs}
                                << QStringList{};
    QTest::newRow("two places") << u"b c"_qs << u"a b c d"_qs << QStringList{u"a"_qs, u"d"_qs}
                                << QStringList{};
    QTest::newRow("from nothing") << QString() << u"a"_qs << QStringList{u"a"_qs} << QStringList{};
}

void TestPromptPanel::difference_namesAddedAndRemovedWords()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QStringList, added);
    QFETCH(QStringList, removed);
    const PromptDifference difference = assay::promptDifference(before, after);
    QCOMPARE(difference.added, added);
    QCOMPARE(difference.removed, removed);
}

void TestPromptPanel::facts_callUnknownUnknown()
{
    Generation generation;
    generation.settings = u"{\"steps\":30,\"sampler\":\"Euler\"}"_qs;
    generation.negativePrompt = QString();
    const QList<GenerationFact> facts = assay::generationFacts(generation);
    QVERIFY(facts.contains(GenerationFact{u"Model"_qs, u"unknown"_qs}));
    QVERIFY(facts.contains(GenerationFact{u"Negative"_qs, u"empty"_qs}));
    QVERIFY(facts.contains(GenerationFact{u"steps"_qs, u"30"_qs}));
    QVERIFY(facts.contains(GenerationFact{u"sampler"_qs, u"Euler"_qs}));
    QVERIFY(facts.contains(GenerationFact{u"Cost"_qs, u"unknown"_qs}));
}

void TestPromptPanel::facts_tellWhatTheFileDeclaresOfItsOrigin()
{
    Generation generation;
    const QString name = u"The file says of its origin"_qs;
    const auto isThere = [&](const QString& value) {
        return assay::generationFacts(generation).contains(GenerationFact{name, value});
    };
    QVERIFY(!isThere({}));
    generation.provenance = {u"C2PA manifest, not verified"_qs, u"declares: made with Foo"_qs};
    QVERIFY(isThere(u"C2PA manifest, not verified; declares: made with Foo"_qs));
    QVERIFY(assay::generationFacts(generation).contains(GenerationFact{u"Model"_qs, u"unknown"_qs}));
}

void TestPromptPanel::facts_tellAnEstimateFromABill()
{
    Generation generation;
    generation.cost = Money{40'000, u"USD"_qs};
    QVERIFY(assay::generationFacts(generation).contains(GenerationFact{u"Cost"_qs, u"0.04\u00a0USD"_qs}));
    generation.cost = Money{4'100, u"USD"_qs};
    generation.costSource = CostSource::Rate;
    QVERIFY(assay::generationFacts(generation)
                .contains(GenerationFact{u"Cost"_qs, u"0.0041\u00a0USD (estimated)"_qs}));
}

QTEST_MAIN(TestPromptPanel)
#include "tst_promptpanel.moc"
