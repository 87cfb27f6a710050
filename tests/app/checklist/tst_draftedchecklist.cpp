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
    void nothingCountable_givesNothing();
    void veryLongPrompt_isReadOnlyAtItsBeginning();
};

void TstDraftedChecklist::shortPrompt_isOfferedWholeInReadingOrder()
{
    const DraftedChecklist drafted = draftedChecklist(u"two red mugs and a lamp"_qs);
    QCOMPARE(statements(drafted.offered),
             (QStringList{u"2 mugs?"_qs, u"mugs contains red?"_qs, u"lamp?"_qs}));
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

QTEST_APPLESS_MAIN(TstDraftedChecklist)
#include "tst_draftedchecklist.moc"
