// SPDX-License-Identifier: GPL-3.0-or-later
// The checklist beside its prompt: what the program measures, what the pointer shows, what editing changes.
#include "tests/ui/review/reviewfixture.h"
#include "ui/common/promptview.h"
#include "ui/review/checklistrow.h"
#include "ui/review/openimage.h"

#include <QComboBox>
#include <QLineEdit>

using namespace assay;

class TestChecklistPanel : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_fixture = std::make_unique<ReviewFixture>(); }
    void cleanup() { m_fixture.reset(); }
    void aspect_isAnsweredByTheProgram();
    void measuredAnswer_canBeOverruled();
    void verdict_takesTheMeasuredAnswerAlong();
    void looking_doesNotStoreTheMeasuredAnswer();
    void rowUnderThePointer_showsItsWords();
    void wordsUnderThePointer_showTheirRow();
    void editor_changesKindStatementAndParent();
    void answerToAnotherQuestion_goes();
    void childOfAMissedParent_comesBackNotApplicable();
    void twentyConstraints_scrollToTheCurrentOne();

private:
    ReviewFixture& fixture() { return *m_fixture; }
    OpenImage& image() { return fixture().flow().image(); }
    GenerationId addPrompt(QStringView externalId, const QString& prompt)
    {
        return fixture().add(aGeneration(externalId).prompt(prompt).checklist({}).asset(externalId));
    }
    ChecklistRow* row(int number)
    {
        return fixture().page().findChild<ChecklistRow*>(u"constraint%1"_qs.arg(number));
    }

    /// Moves the pointer there, as the window system tells a widget.
    static void pointAt(QWidget* widget, QPoint at)
    {
        const QPointF inside(at);
        const QPointF global(widget->mapToGlobal(at));
        QEnterEvent entered(inside, inside, global);
        QCoreApplication::sendEvent(widget, &entered);
        QMouseEvent moved(QEvent::MouseMove, inside, global, Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(widget, &moved);
    }
    static void leave(QWidget* widget)
    {
        QEvent left(QEvent::Leave);
        QCoreApplication::sendEvent(widget, &left);
    }

    std::unique_ptr<ReviewFixture> m_fixture;
};

void TestChecklistPanel::aspect_isAnsweredByTheProgram()
{
    addPrompt(u"first", u"two mugs --ar 4:3"_qs); // as the picture is
    addPrompt(u"second", u"two mugs --ar 16:9"_qs);
    fixture().openPage();
    const int last = int(image().checklist().size()) - 1;
    QCOMPARE(image().checklist().at(last).statement, u"aspect 4:3?"_qs);
    QCOMPARE(image().answer(last), Answer::Met);
    QVERIFY(image().isMeasured(last));
    QVERIFY(row(last + 1)->accessibleName().contains(u"measured"_qs));
    QCOMPARE(image().current(), 0); // the first that a person has to answer
    fixture().press(Qt::Key_Right);
    QCOMPARE(image().answer(last), Answer::Missed);
}

void TestChecklistPanel::measuredAnswer_canBeOverruled()
{
    addPrompt(u"first", u"two mugs --ar 16:9"_qs);
    fixture().openPage();
    QCOMPARE(image().checklist().size(), 2);
    QCOMPARE(image().answer(1), Answer::Missed);
    fixture().press(Qt::Key_2);
    QCOMPARE(image().answer(1), Answer::Met);
    QVERIFY(!image().isMeasured(1));
    fixture().press(Qt::Key_2);
    QCOMPARE(image().answer(1), Answer::CantTell);
    fixture().press(Qt::Key_2);
    QCOMPARE(image().answer(1), Answer::Missed);
    QVERIFY(image().isMeasured(1));
}

void TestChecklistPanel::verdict_takesTheMeasuredAnswerAlong()
{
    const GenerationId first = addPrompt(u"first", u"two mugs --ar 4:3"_qs);
    fixture().openPage();
    fixture().press(Qt::Key_1);
    fixture().press(Qt::Key_A);
    QTRY_VERIFY(fixture().inForce(first));
    const Checks expected{{u"c1"_qs, Answer::Met}, {u"c2"_qs, Answer::Met}};
    QCOMPARE(fixture().inForce(first)->checks, expected);
}

void TestChecklistPanel::looking_doesNotStoreTheMeasuredAnswer()
{
    const GenerationId first = addPrompt(u"first", u"two mugs --ar 4:3"_qs);
    addPrompt(u"second", u"a cup"_qs);
    fixture().openPage();
    fixture().press(Qt::Key_Right);
    QCOMPARE(fixture().flow().session().savingCount(), 0);
    QVERIFY(fixture().draft(first).isEmpty());
}

void TestChecklistPanel::rowUnderThePointer_showsItsWords()
{
    addPrompt(u"first", u"two red mugs and a lamp"_qs);
    fixture().openPage();
    pointAt(row(2), row(2)->rect().center());
    QCOMPARE(image().pointed(), 1);
    leave(row(2));
    QCOMPARE(image().pointed(), -1);
}

void TestChecklistPanel::wordsUnderThePointer_showTheirRow()
{
    addPrompt(u"first", u"two red mugs and a lamp"_qs);
    fixture().openPage();
    auto* prompt = fixture().find<PromptView>("promptText");
    image().setCurrent(1);
    const QPoint words = prompt->currentRect().center();
    image().setCurrent(0);
    pointAt(prompt, words);
    QCOMPARE(image().pointed(), 1);
    QVERIFY(row(2)->content().isPointed);
    pointAt(prompt, {prompt->width() - 1, prompt->height() - 1});
    QCOMPARE(image().pointed(), -1);
    QVERIFY(!row(2)->content().isPointed);
    QTest::mouseClick(prompt, Qt::LeftButton, {}, words);
    QCOMPARE(image().current(), 1);
}

void TestChecklistPanel::editor_changesKindStatementAndParent()
{
    const GenerationId first = addPrompt(u"first", u"two red mugs and a lamp"_qs);
    fixture().openPage();
    image().setCurrent(2);
    row(3)->parentWidget()->setFocus();
    fixture().find<QWidget>("checklistPanel")->setFocus();
    fixture().press(Qt::Key_F2);
    auto* statement = fixture().find<QLineEdit>("constraintStatement");
    QVERIFY(statement);
    statement->clear();
    QTest::keyClicks(statement, u"lamp is lit"_qs);
    auto* kind = fixture().find<QComboBox>("constraintKind");
    kind->setCurrentIndex(kind->findData(int(ConstraintKind::Attribute)));
    auto* parent = fixture().find<QComboBox>("constraintParent");
    parent->setCurrentIndex(parent->findData(image().checklist().at(0).key));
    fixture().press(Qt::Key_Return);
    QTRY_COMPARE(image().checklist().at(2).statement, u"lamp is lit"_qs);
    QTRY_COMPARE(fixture().checklist(first).size(), 3);
    const Constraint stored = fixture().checklist(first).at(2);
    QCOMPARE(stored.kind, ConstraintKind::Attribute);
    QCOMPARE(stored.parent, image().checklist().at(0).key);
    QVERIFY(stored.span.length > 0); // still about the same words
}

void TestChecklistPanel::answerToAnotherQuestion_goes()
{
    fixture().addTea(u"first");
    fixture().openPage();
    fixture().press(Qt::Key_1);
    Constraint edited = image().checklist().at(0);
    edited.statement = u"3 mugs?"_qs;
    image().replaceConstraint(0, edited);
    QCOMPARE(image().answer(0), Answer::Met); // the same in other words
    edited.statement = u"5 mugs?"_qs;
    image().replaceConstraint(0, edited);
    QVERIFY(!image().answer(0));
}

void TestChecklistPanel::childOfAMissedParent_comesBackNotApplicable()
{
    const GenerationId first = fixture().addTea(u"first");
    fixture().addTea(u"second");
    fixture().openPage();
    fixture().press(Qt::Key_1);
    fixture().press(Qt::Key_1);
    QCOMPARE(image().answer(1), Answer::NotApplicable);
    fixture().press(Qt::Key_Right);
    fixture().press(Qt::Key_Left);
    QCOMPARE(image().answer(1), Answer::NotApplicable);
    fixture().press(Qt::Key_R);
    QTRY_VERIFY(fixture().inForce(first));
    fixture().closePage();
    fixture().openPage();
    QVERIFY(fixture().flow().openImage(first));
    QCOMPARE(image().answer(1), Answer::NotApplicable);
    QCOMPARE(fixture().inForce(first)->checks.value(u"c2"_qs), Answer::NotApplicable);
}

void TestChecklistPanel::twentyConstraints_scrollToTheCurrentOne()
{
    Checklist many;
    for (int i = 1; i <= 20; ++i)
        many.append({u"c%1"_qs.arg(i), ConstraintKind::Other, u"constraint number %1?"_qs.arg(i), {}, {}});
    fixture().add(aGeneration(u"first").prompt(u"mugs"_qs).checklist(many).asset(u"first"));
    fixture().openPage();
    QCOMPARE(image().checklist().size(), 20);
    image().setCurrent(19);
    QCoreApplication::processEvents();
    QVERIFY(!row(20)->visibleRegion().isEmpty());
    fixture().find<QWidget>("checklistPanel")->setFocus();
    fixture().press(Qt::Key_Return); // no number key reaches it
    QCOMPARE(image().answer(19), Answer::Met);
}

QTEST_MAIN(TestChecklistPanel)
#include "tst_checklistpanel.moc"
