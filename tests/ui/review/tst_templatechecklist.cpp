// SPDX-License-Identifier: GPL-3.0-or-later
// Checklists saved with a template: offered before the drafts, following the template's variables.
#include "tests/support/result.h"
#include "tests/ui/review/reviewfixture.h"
#include "ui/common/promptview.h"
#include "ui/review/openimage.h"

#include "app/store/templates.h"

#include <QAbstractButton>
#include <QLineEdit>

using namespace assay;

class TestTemplateChecklist : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_fixture = std::make_unique<ReviewFixture>(); }
    void cleanup() { m_fixture.reset(); }
    void edit_canBeSavedToTheTemplate();
    void savedOnes_comeFirstAndDraftsFillTheRest();
    void variables_areMarkedAndFollowed();
    void removedDraft_isFoldedAwayInTheNextImage();
    void answeredImage_keepsItsList();
    void imageWithoutTemplate_cannotSave();
    void failedSave_isKeptAndRetried();

private:
    ReviewFixture& fixture() { return *m_fixture; }
    OpenImage& image() { return fixture().flow().image(); }
    GenerationId addPrompt(QStringView externalId, const QString& prompt,
                           const QString& promptTemplate = u"hero@3"_qs)
    {
        return fixture().add(aGeneration(externalId)
                                 .prompt(prompt)
                                 .checklist({})
                                 .asset(externalId)
                                 .promptTemplate(promptTemplate));
    }
    std::optional<TemplateChecklist> saved() const
    {
        return *Templates(m_fixture->database()).saved(u"hero@3"_qs);
    }
    QAbstractButton* button() { return fixture().find<QAbstractButton>("saveToTemplateButton"); }
    /// Adds a constraint of one's own by keys.
    void addOwn(const QString& statement)
    {
        fixture().press(Qt::Key_Insert);
        QTest::keyClicks(fixture().find<QLineEdit>("constraintStatement"), statement);
        const qsizetype before = image().checklist().size();
        fixture().press(Qt::Key_Return);
        QTRY_COMPARE(image().checklist().size(), before + 1);
        QCoreApplication::processEvents();
    }
    QStringList statements()
    {
        QStringList result;
        for (const Constraint& constraint : image().checklist())
            result.append(constraint.statement);
        return result;
    }

    std::unique_ptr<ReviewFixture> m_fixture;
};

void TestTemplateChecklist::edit_canBeSavedToTheTemplate()
{
    addPrompt(u"first", u"three red mugs"_qs);
    fixture().openPage();
    QVERIFY(!button()->isVisible()); // nothing was changed
    addOwn(u"logo at the lower right"_qs);
    QVERIFY(button()->isVisible());
    fixture().press(Qt::Key_T);
    QTRY_VERIFY(saved());
    QCOMPARE(saved()->constraints, image().checklist());
    QCOMPARE(saved()->prompt, u"three red mugs"_qs);
    QTRY_VERIFY(image().isSavedToTemplate());
    QVERIFY(!fixture().page().actions().saveToTemplate->isEnabled());
}

void TestTemplateChecklist::savedOnes_comeFirstAndDraftsFillTheRest()
{
    ASSAY_VERIFY_OK(Templates(fixture().database())
                        .save(u"hero@3"_qs, {{{u"c1"_qs, ConstraintKind::Other, u"logo?"_qs, {}, {}}}, {}}));
    addPrompt(u"first", u"three red mugs"_qs);
    fixture().openPage();
    QCOMPARE(statements().constFirst(), u"logo?"_qs);
    QVERIFY(statements().contains(u"3 mugs?"_qs));
    QVERIFY(image().isFromTemplate(0));
    QVERIFY(!image().isFromTemplate(1));
}

void TestTemplateChecklist::variables_areMarkedAndFollowed()
{
    addPrompt(u"first", u"three red mugs on a wooden table"_qs);
    addPrompt(u"second", u"five red mugs on a wooden table"_qs);
    fixture().openPage();
    QCOMPARE(statements().constFirst(), u"3 mugs?"_qs);
    addOwn(u"no brand name"_qs);
    fixture().press(Qt::Key_T);
    fixture().press(Qt::Key_Right); // also before it is saved
    QCOMPARE(statements().constFirst(), u"5 mugs?"_qs);
    QVERIFY(statements().contains(u"no brand name"_qs));
    QCOMPARE(image().variables(), (QList<PromptSpan>{{0, 4}}));
    QVERIFY(fixture().find<QWidget>("variablesLegend")->isVisible());
    fixture().press(Qt::Key_Left);
    QVERIFY(image().variables().isEmpty());
    QVERIFY(!fixture().find<QWidget>("variablesLegend")->isVisible());
}

void TestTemplateChecklist::removedDraft_isFoldedAwayInTheNextImage()
{
    addPrompt(u"first", u"three red mugs and a lamp"_qs);
    addPrompt(u"second", u"three blue mugs and a lamp"_qs);
    fixture().openPage();
    QVERIFY(statements().contains(u"lamp?"_qs));
    image().removeConstraint(int(statements().indexOf(u"lamp?"_qs)));
    fixture().press(Qt::Key_T);
    fixture().press(Qt::Key_Right);
    QVERIFY(!statements().contains(u"lamp?"_qs));
    fixture().press(Qt::Key_M);
    QVERIFY(statements().contains(u"lamp?"_qs));
}

void TestTemplateChecklist::answeredImage_keepsItsList()
{
    const GenerationId first = addPrompt(u"first", u"three red mugs"_qs);
    addPrompt(u"second", u"three red mugs"_qs);
    fixture().openPage();
    const Checklist seen = image().checklist();
    fixture().press(Qt::Key_1);
    fixture().press(Qt::Key_Right);
    addOwn(u"no brand name"_qs);
    fixture().press(Qt::Key_T);
    fixture().press(Qt::Key_Left);
    QCOMPARE(image().checklist(), seen);
    QCOMPARE(image().answer(0), Answer::Met);
    QTRY_COMPARE(fixture().checklist(first), seen);
}

void TestTemplateChecklist::imageWithoutTemplate_cannotSave()
{
    addPrompt(u"first", u"three red mugs"_qs, {});
    fixture().openPage();
    addOwn(u"no brand name"_qs);
    QVERIFY(!button()->isVisible());
    QVERIFY(!fixture().page().actions().saveToTemplate->isEnabled());
}

void TestTemplateChecklist::failedSave_isKeptAndRetried()
{
    addPrompt(u"first", u"three red mugs"_qs);
    fixture().openPage();
    addOwn(u"no brand name"_qs);
    QTRY_COMPARE(fixture().flow().session().savingCount(), 0);
    QVERIFY(fixture().database().execute(u"CREATE TRIGGER blocked BEFORE UPDATE ON templates"
                                         " BEGIN SELECT RAISE(ABORT, 'full'); END"_qs));
    fixture().press(Qt::Key_T);
    ReviewSession& session = fixture().flow().session();
    QTRY_COMPARE(session.failedCount(SaveKind::Template), 1);
    QVERIFY(!image().isSavedToTemplate());
    QVERIFY(fixture().database().execute(u"DROP TRIGGER blocked"_qs));
    session.retry();
    QTRY_VERIFY(saved());
    QTRY_VERIFY(image().isSavedToTemplate());
}

QTEST_MAIN(TestTemplateChecklist)
#include "tst_templatechecklist.moc"
