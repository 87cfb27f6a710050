// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/generations.h"
#include "app/store/templates.h"
#include "app/store/transaction.h"
#include "tests/support/builders.h"
#include "tests/support/result.h"
#include "tests/support/workspace.h"

#include <QTest>

using namespace assay;

class TestTemplates : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_workspace = std::make_unique<TemporaryWorkspace>();
        m_templates = std::make_unique<Templates>(m_workspace->database());
    }
    void cleanup()
    {
        m_templates.reset();
        m_workspace.reset();
    }
    void unknownTemplate_hasNothingSaved();
    void knownTemplate_hasNothingSavedAtFirst();
    void saved_comesBackWithItsPrompt();
    void savedAgain_replaces();
    void emptyList_isSavedAsSuch();
    void withoutAName_isInvalid();
    void keyTwice_isInvalid();
    void saving_leavesGenerationsAlone();

private:
    static TemplateChecklist mugs()
    {
        return {{{u"c1"_qs, ConstraintKind::Count, u"3 mugs?"_qs, {}, {0, 10}},
                 {u"c2"_qs, ConstraintKind::Colour, u"mug contains red?"_qs, u"c1"_qs, {}}},
                u"three mugs"_qs};
    }

    std::unique_ptr<TemporaryWorkspace> m_workspace;
    std::unique_ptr<Templates> m_templates;
};

void TestTemplates::unknownTemplate_hasNothingSaved()
{
    QVERIFY(!*m_templates->saved(u"hero@3"_qs));
    QVERIFY(!*m_templates->saved(QString()));
}

void TestTemplates::knownTemplate_hasNothingSavedAtFirst()
{
    Generation generation = aGeneration().build();
    generation.promptTemplate = u"hero@3"_qs;
    ASSAY_VERIFY_OK(Generations(m_workspace->database(), m_workspace->calendar()).add(generation));
    QVERIFY(!*m_templates->saved(u"hero@3"_qs));
}

void TestTemplates::saved_comesBackWithItsPrompt()
{
    ASSAY_VERIFY_OK(m_templates->save(u"hero@3"_qs, mugs()));
    const auto reader = m_workspace->openReader();
    const auto saved = Templates(*reader).saved(u"hero@3"_qs);
    ASSAY_VERIFY_OK(saved);
    QCOMPARE(**saved, mugs());
    QVERIFY(!*m_templates->saved(u"hero@4"_qs));
}

void TestTemplates::savedAgain_replaces()
{
    ASSAY_VERIFY_OK(m_templates->save(u"hero@3"_qs, mugs()));
    TemplateChecklist other = mugs();
    other.constraints.removeLast();
    other.prompt.clear();
    ASSAY_VERIFY_OK(m_templates->save(u"hero@3"_qs, other));
    QCOMPARE(**m_templates->saved(u"hero@3"_qs), other);
}

void TestTemplates::emptyList_isSavedAsSuch()
{
    ASSAY_VERIFY_OK(m_templates->save(u"hero@3"_qs, {{}, u"three mugs"_qs}));
    const auto saved = m_templates->saved(u"hero@3"_qs);
    QVERIFY(saved->has_value());
    QVERIFY((*saved)->constraints.isEmpty());
}

void TestTemplates::withoutAName_isInvalid()
{
    const auto saved = m_templates->save(QString(), mugs());
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Invalid);
}

void TestTemplates::keyTwice_isInvalid()
{
    TemplateChecklist twice = mugs();
    twice.constraints[1].key = u"c1"_qs;
    const auto saved = m_templates->save(u"hero@3"_qs, twice);
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Invalid);
    QVERIFY(!*m_templates->saved(u"hero@3"_qs));
}

void TestTemplates::saving_leavesGenerationsAlone()
{
    Generations generations(m_workspace->database(), m_workspace->calendar());
    Generation generation = aGeneration().build();
    generation.promptTemplate = u"hero@3"_qs;
    generation.checklist = {{u"c1"_qs, ConstraintKind::Other, u"as it came"_qs, {}, {}}};
    const auto added = generations.add(generation);
    ASSAY_VERIFY_OK(m_templates->save(u"hero@3"_qs, mugs()));
    QCOMPARE(generations.get(added->id)->checklist, generation.checklist);
}

QTEST_GUILESS_MAIN(TestTemplates)
#include "tst_templates.moc"
