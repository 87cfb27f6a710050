// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/draftedchecklist.h"

#include <QSet>
#include <QTest>

using namespace assay;

namespace {

const QString kPrompt = u"two red mugs, a blue plate, a lamp, a chair and a sign that says \"OPEN\""_qs;

QStringList statements(const Checklist& checklist)
{
    QStringList found;
    for (const Constraint& constraint : checklist)
        found.append(constraint.statement);
    return found;
}

const Constraint* keyed(const Checklist& checklist, const QString& key)
{
    const auto found = std::ranges::find(checklist, key, &Constraint::key);
    return found == checklist.end() ? nullptr : &*found;
}

} // namespace

class TstDraftedChecklist : public QObject
{
    Q_OBJECT

private slots:
    void shortPrompt_isOfferedWholeInReadingOrder();
    void longPrompt_offersWhatHelpsMostAndFoldsTheRest();
    void keys_areUniqueAndParentsExist();
    void parentReadAfterItsChild_isItsParent();
    void nothingCountable_givesNothing();
    void veryLongPrompt_isReadOnlyAtItsBeginning();
    void frame_standsAtTheEnd();
    void savedWithTheTemplate_comesFirstOnce();
    void leftOutOfTheTemplate_isFoldedAway();
    void emptyTemplate_foldsAllOfItsPromptAway();
    void more_isWhatADraftedListLacks();
    void more_ofAPersonsListIsNothing();
};

void TstDraftedChecklist::shortPrompt_isOfferedWholeInReadingOrder()
{
    const DraftedChecklist drafted = draftedChecklist(u"two red mugs and a lamp"_qs);
    QCOMPARE(statements(drafted.offered),
             (QStringList{u"2 mugs?"_qs, u"mugs contain red?"_qs, u"lamp?"_qs}));
    QVERIFY(drafted.more.isEmpty());
    QCOMPARE(drafted.offered.at(1).parent, drafted.offered.at(0).key);
}

void TstDraftedChecklist::longPrompt_offersWhatHelpsMostAndFoldsTheRest()
{
    const DraftedChecklist all = draftedChecklist(kPrompt, 100);
    const DraftedChecklist few = draftedChecklist(kPrompt, 3);
    QCOMPARE(few.offered.size(), 3);
    QCOMPARE(few.offered.size() + few.more.size(), all.offered.size());
    // The text and the number outrank a lamp; they stand as they are read.
    QCOMPARE(statements(few.offered).constFirst(), u"2 mugs?"_qs);
    QCOMPARE(statements(few.offered).constLast(), u"reads OPEN?"_qs);
}

void TstDraftedChecklist::keys_areUniqueAndParentsExist()
{
    for (int most = 0; most < 10; ++most) {
        const DraftedChecklist drafted = draftedChecklist(kPrompt, most);
        const Checklist all = drafted.offered + drafted.more;
        QSet<QString> keys;
        for (const Constraint& constraint : all)
            keys.insert(constraint.key);
        QCOMPARE(keys.size(), all.size());
        for (const Constraint& constraint : drafted.offered)
            QVERIFY(constraint.parent.isEmpty() || keyed(drafted.offered, constraint.parent) != nullptr);
        for (const Constraint& constraint : drafted.more)
            QVERIFY(constraint.parent.isEmpty() || keyed(all, constraint.parent) != nullptr);
    }
}

void TstDraftedChecklist::parentReadAfterItsChild_isItsParent()
{
    const QString prompt =
        u"behind the cat, a tall plant leans against a brick wall, steam above the mugs"_qs;
    for (const auto& saved : {std::optional<TemplateChecklist>(),
                              std::optional(TemplateChecklist{
                                  {{u"c1"_qs, ConstraintKind::Other, u"logo?"_qs, {}, {}}}, prompt})}) {
        const DraftedChecklist drafted = draftedChecklist(prompt, {20, saved});
        const Checklist all = drafted.offered + drafted.more;
        for (const Constraint& constraint : all)
            QVERIFY(constraint.parent.isEmpty() || keyed(all, constraint.parent) != nullptr);
    }
}

void TstDraftedChecklist::nothingCountable_givesNothing()
{
    QCOMPARE(draftedChecklist(u""_qs), DraftedChecklist());
    QCOMPARE(draftedChecklist(u"masterpiece, best quality"_qs), DraftedChecklist());
}

void TstDraftedChecklist::veryLongPrompt_isReadOnlyAtItsBeginning()
{
    const DraftedChecklist drafted = draftedChecklist(QString(1'000'000, u' ') + u"two mugs"_qs);
    QVERIFY(drafted.offered.isEmpty());
}

void TstDraftedChecklist::frame_standsAtTheEnd()
{
    const DraftedChecklist drafted = draftedChecklist(u"two mugs --ar 16:9"_qs);
    QCOMPARE(statements(drafted.offered), (QStringList{u"2 mugs?"_qs, u"aspect 16:9?"_qs}));
    QCOMPARE(drafted.offered.at(1).kind, ConstraintKind::Attribute);
    const DraftedChecklist few = draftedChecklist(u"two mugs, three lamps --ar 16:9"_qs, 1);
    QCOMPARE(statements(few.offered), (QStringList{u"2 mugs?"_qs, u"aspect 16:9?"_qs}));
}

void TstDraftedChecklist::savedWithTheTemplate_comesFirstOnce()
{
    const QString prompt = u"two red mugs and a lamp"_qs;
    const Checklist saved{{u"x"_qs, ConstraintKind::Other, u"logo?"_qs, {}, {}},
                          {u"y"_qs, ConstraintKind::Count, u"Two mugs"_qs, u"x"_qs, {0, 12}}};
    const DraftedChecklist drafted = draftedChecklist(prompt, {9, TemplateChecklist{saved, prompt}});
    QCOMPARE(statements(drafted.offered).mid(0, 2), (QStringList{u"logo?"_qs, u"Two mugs"_qs}));
    QVERIFY(!statements(drafted.offered + drafted.more).contains(u"2 mugs?"_qs)); // the same in other words
    QCOMPARE(drafted.templateKeys, (QStringList{u"c1"_qs, u"c2"_qs}));
    QCOMPARE(drafted.offered.at(1).parent, u"c1"_qs);
    // Somebody wanted both; the drafts only fill what room is left.
    QCOMPARE(draftedChecklist(prompt, {1, TemplateChecklist{saved, prompt}}).offered.size(), 2);
}

void TstDraftedChecklist::leftOutOfTheTemplate_isFoldedAway()
{
    const Checklist saved{{u"x"_qs, ConstraintKind::Count, u"2 mugs?"_qs, {}, {0, 12}}};
    const TemplateChecklist fromPrompt{saved, u"two red mugs and a lamp, a chair"_qs};
    const DraftedChecklist drafted = draftedChecklist(u"two red mugs and a lamp, a bed"_qs, {9, fromPrompt});
    QVERIFY(!statements(drafted.offered).contains(u"lamp?"_qs));
    QVERIFY(statements(drafted.more).contains(u"lamp?"_qs));
    QVERIFY(statements(drafted.offered).contains(u"bed?"_qs)); // nobody left that out
}

void TstDraftedChecklist::emptyTemplate_foldsAllOfItsPromptAway()
{
    const QString prompt = u"two red mugs and a lamp"_qs;
    const DraftedChecklist drafted = draftedChecklist(prompt, {9, TemplateChecklist{{}, prompt}});
    QVERIFY(drafted.offered.isEmpty());
    QCOMPARE(drafted.more.size(), draftedChecklist(prompt).offered.size());
}

void TstDraftedChecklist::more_isWhatADraftedListLacks()
{
    const DraftedChecklist all = draftedChecklist(kPrompt);
    Checklist present = all.offered;
    present.removeFirst();
    present.removeLast();
    present.append({u"own"_qs, ConstraintKind::Other, u"a window"_qs, {}, {}});
    const Checklist more = moreFor(present, all);
    QCOMPARE(more.size(), all.offered.size() + all.more.size() - (present.size() - 1));
    for (const Constraint& constraint : more) {
        QVERIFY(keyed(present, constraint.key) == nullptr);
        QVERIFY(constraint.parent.isEmpty() || keyed(present + more, constraint.parent) != nullptr);
    }
}

void TstDraftedChecklist::more_ofAPersonsListIsNothing()
{
    const Checklist own{{u"c1"_qs, ConstraintKind::Count, u"two mugs"_qs, {}, {}}};
    QVERIFY(moreFor(own, draftedChecklist(kPrompt)).isEmpty());
}

QTEST_APPLESS_MAIN(TstDraftedChecklist)
#include "tst_draftedchecklist.moc"
