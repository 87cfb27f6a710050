// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/generations.h"
#include "app/store/reviews.h"
#include "app/store/statement.h"
#include "tests/support/builders.h"
#include "tests/support/result.h"
#include "tests/support/workspace.h"

using namespace assay;

class TestReviews : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everyField_comesBack();
    void latestReview_isInForce_data();
    void latestReview_isInForce();
    void sameExternalId_addsNothing();
    void failedGeneration_cantBeReviewed();
    void unknownGeneration_isNotFound();
    void generation_isFoundByItsExternalId();
    void withdrawnReview_givesWayToTheOneBefore();
    void lastReviewWithdrawn_leavesNoVerdict();
    void withdrawnReview_staysInHistory();
    void unknownReview_cantBeWithdrawn();
    void waitingReviews_areTakenInOrder();
    void waitingReviewOfFailedGeneration_isDropped();
    void waitingReviewTwice_isOne();
    void draft_isKeptUntilTheVerdict();
    void emptyDraft_isDeleted();
    void untoldCheckUnderAMissedParent_doesNotApply();
    void answers_areKnownWithAndWithoutAVerdict();
    void reviewOfClosedPast_makesItsWeekStale();

private:
    const Database& database() const { return m_workspace->database(); }
    GenerationId add(const Generation& generation)
    {
        return Generations(database(), m_workspace->calendar()).add(generation)->id;
    }
    QString dispositionInRow(GenerationId id) const
    {
        Statement statement =
            database().prepare(QStringLiteral("SELECT disposition FROM generations WHERE id = ?"));
        return statement.run(id) && statement.next() ? statement.text(0) : QStringLiteral("?");
    }

    std::unique_ptr<TemporaryWorkspace> m_workspace;
    std::unique_ptr<Reviews> m_reviews;
};

void TestReviews::init()
{
    m_workspace = std::make_unique<TemporaryWorkspace>();
    m_reviews = std::make_unique<Reviews>(database());
}

void TestReviews::cleanup()
{
    m_reviews.reset();
    m_workspace.reset();
}

void TestReviews::everyField_comesBack()
{
    const GenerationId id = add(aGeneration());
    Review review = aReview(id)
                        .externalId(u"r1")
                        .revised()
                        .check(u"c1", Answer::Met)
                        .check(u"c2", Answer::Missed)
                        .check(u"c3", Answer::CantTell)
                        .note(u"the \"mug\" <b>is</b> blue");
    review.reasons = QStringList{QStringLiteral("Wrong colour"), QStringLiteral("a,b")};
    const auto added = m_reviews->add(review);
    ASSAY_VERIFY_OK(added);
    review.id = *added;
    review.generationExternalId = QStringLiteral("g1");
    QVERIFY(**m_reviews->inForce(id) == review);
}

void TestReviews::latestReview_isInForce_data()
{
    QTest::addColumn<int>("firstHour");
    QTest::addColumn<int>("secondHour");
    QTest::addColumn<QString>("inForce");
    QTest::newRow("later entry is later") << 1 << 2 << QStringLiteral("rejected");
    QTest::newRow("later entry is earlier") << 2 << 1 << QStringLiteral("accepted");
    QTest::newRow("one instant: later entry") << 1 << 1 << QStringLiteral("rejected");
}

void TestReviews::latestReview_isInForce()
{
    QFETCH(int, firstHour);
    QFETCH(int, secondHour);
    QFETCH(QString, inForce);
    const GenerationId id = add(aGeneration());
    ASSAY_VERIFY_OK(m_reviews->add(aReview(id).accepted().at(kNoon + std::chrono::hours(firstHour))));
    ASSAY_VERIFY_OK(m_reviews->add(aReview(id).rejected().at(kNoon + std::chrono::hours(secondHour))));
    QCOMPARE(dispositionInRow(id), inForce);
    QCOMPARE(toText((*m_reviews->inForce(id))->disposition), inForce);
    QCOMPARE(m_reviews->ofGeneration(id)->size(), 2);
}

void TestReviews::sameExternalId_addsNothing()
{
    const GenerationId id = add(aGeneration());
    const auto first = m_reviews->add(aReview(id).externalId(u"r1").accepted());
    const auto second = m_reviews->add(aReview(id).externalId(u"r1").rejected());
    ASSAY_VERIFY_OK(second);
    QCOMPARE(*second, *first);
    QCOMPARE(dispositionInRow(id), QStringLiteral("accepted"));
    QVERIFY(*m_reviews->isKnown(QStringLiteral("r1")));
    QVERIFY(!*m_reviews->isKnown(QStringLiteral("r2")));
}

void TestReviews::failedGeneration_cantBeReviewed()
{
    const GenerationId id = add(aGeneration().status(GenerationStatus::Timeout));
    ASSAY_VERIFY_ERROR(m_reviews->add(aReview(id)), ErrorKind::Invalid);
    QVERIFY(m_reviews->ofGeneration(id)->isEmpty());
}

void TestReviews::unknownGeneration_isNotFound()
{
    ASSAY_VERIFY_ERROR(m_reviews->add(aReview(GenerationId{7})), ErrorKind::NotFound);
    ASSAY_VERIFY_ERROR(m_reviews->add(aReview().ofExternal(u"nobody")), ErrorKind::NotFound);
}

void TestReviews::generation_isFoundByItsExternalId()
{
    const GenerationId id = add(aGeneration(u"g7"));
    ASSAY_VERIFY_OK(m_reviews->add(aReview().ofExternal(u"g7").rejected()));
    QCOMPARE(dispositionInRow(id), QStringLiteral("rejected"));
}

void TestReviews::withdrawnReview_givesWayToTheOneBefore()
{
    const GenerationId id = add(aGeneration());
    ASSAY_VERIFY_OK(m_reviews->add(aReview(id).accepted()));
    const auto second = m_reviews->add(aReview(id).rejected().at(kNoon + kDay));
    ASSAY_VERIFY_OK(m_reviews->withdraw(*second, kNoon + kDay));
    QCOMPARE(dispositionInRow(id), QStringLiteral("accepted"));
    ASSAY_VERIFY_OK(m_reviews->withdraw(*second, kNoon + kDay));
    QCOMPARE(dispositionInRow(id), QStringLiteral("accepted"));
}

void TestReviews::lastReviewWithdrawn_leavesNoVerdict()
{
    const GenerationId id = add(aGeneration());
    const auto review = m_reviews->add(aReview(id).accepted());
    ASSAY_VERIFY_OK(m_reviews->withdraw(*review, kNoon));
    QCOMPARE(dispositionInRow(id), QString());
    QVERIFY(!*m_reviews->inForce(id));
}

void TestReviews::withdrawnReview_staysInHistory()
{
    const GenerationId id = add(aGeneration());
    const auto review = m_reviews->add(aReview(id).accepted());
    ASSAY_VERIFY_OK(m_reviews->withdraw(*review, kNoon));
    const auto all = m_reviews->ofGeneration(id);
    QCOMPARE(all->size(), 1);
    QVERIFY(all->first().withdrawn);
}

void TestReviews::unknownReview_cantBeWithdrawn()
{
    ASSAY_VERIFY_ERROR(m_reviews->withdraw(ReviewId{9}, kNoon), ErrorKind::NotFound);
}

void TestReviews::waitingReviews_areTakenInOrder()
{
    const QString line = QStringLiteral("{}");
    ASSAY_VERIFY_OK(
        m_reviews->addWaiting(aReview().externalId(u"z").ofExternal(u"g1").accepted().note(u"n"), line));
    ASSAY_VERIFY_OK(m_reviews->addWaiting(aReview().externalId(u"a").ofExternal(u"g1").rejected(), line));
    ASSAY_VERIFY_OK(m_reviews->addWaiting(aReview().externalId(u"o").ofExternal(u"g2"), line));
    QVERIFY(*m_reviews->isKnown(QStringLiteral("z")));
    const GenerationId id = add(aGeneration(u"g1"));
    // Of one instant, so the later line is in force.
    QCOMPARE(dispositionInRow(id), QStringLiteral("rejected"));
    QCOMPARE(m_reviews->ofGeneration(id)->first().note, QStringLiteral("n"));
    Statement left = database().prepare(QStringLiteral("SELECT count(*) FROM waiting_reviews"));
    QCOMPARE(left.firstInteger()->value_or(-1), 1);
}

void TestReviews::waitingReviewOfFailedGeneration_isDropped()
{
    ASSAY_VERIFY_OK(
        m_reviews->addWaiting(aReview().externalId(u"r").ofExternal(u"g1"), QStringLiteral("{}")));
    const GenerationId id = add(aGeneration(u"g1").status(GenerationStatus::Error));
    QVERIFY(m_reviews->ofGeneration(id)->isEmpty());
    QVERIFY(!*m_reviews->isKnown(QStringLiteral("r")));
}

void TestReviews::waitingReviewTwice_isOne()
{
    for (int i = 0; i < 2; ++i) {
        ASSAY_VERIFY_OK(
            m_reviews->addWaiting(aReview().externalId(u"r").ofExternal(u"g1"), QStringLiteral("{}")));
    }
    QCOMPARE(m_reviews->ofGeneration(add(aGeneration(u"g1")))->size(), 1);
}

void TestReviews::draft_isKeptUntilTheVerdict()
{
    const GenerationId id = add(aGeneration());
    const ReviewDraft draft{{{QStringLiteral("c1"), Answer::Met}}, QStringLiteral("hm")};
    ASSAY_VERIFY_OK(m_reviews->saveDraft(id, {}, kNoon));
    ASSAY_VERIFY_OK(m_reviews->saveDraft(id, {{}, QStringLiteral("first")}, kNoon));
    ASSAY_VERIFY_OK(m_reviews->saveDraft(id, draft, kNoon));
    QVERIFY(*m_reviews->draft(id) == draft);
    ASSAY_VERIFY_OK(m_reviews->add(aReview(id)));
    QVERIFY(m_reviews->draft(id)->isEmpty());
}

void TestReviews::emptyDraft_isDeleted()
{
    const GenerationId id = add(aGeneration());
    ASSAY_VERIFY_OK(m_reviews->saveDraft(id, {{}, QStringLiteral("first")}, kNoon));
    ASSAY_VERIFY_OK(m_reviews->saveDraft(id, {}, kNoon));
    QVERIFY(m_reviews->draft(id)->isEmpty());
}

void TestReviews::untoldCheckUnderAMissedParent_doesNotApply()
{
    const Checklist list{{u"c1"_qs, ConstraintKind::Count, u"3 mugs?"_qs, {}, {}},
                         {u"c2"_qs, ConstraintKind::Colour, u"mug contains red?"_qs, u"c1"_qs, {}},
                         {u"c3"_qs, ConstraintKind::Text, u"reads SALE?"_qs, {}, {}},
                         {u"c4"_qs, ConstraintKind::Other, u"handles?"_qs, u"c1"_qs, {}}};
    const GenerationId id = add(aGeneration().checklist(list));
    ASSAY_VERIFY_OK(m_reviews->add(aReview(id)
                                       .check(u"c1", Answer::Missed)
                                       .check(u"c2", Answer::CantTell)
                                       .check(u"c3", Answer::CantTell)
                                       .check(u"c4", Answer::Met)));
    const Checks checks = (*m_reviews->inForce(id))->checks;
    QCOMPARE(checks.value(u"c2"_qs), Answer::NotApplicable);
    QCOMPARE(checks.value(u"c3"_qs), Answer::CantTell);
    QCOMPARE(checks.value(u"c4"_qs), Answer::Met); // as it was given
}

void TestReviews::answers_areKnownWithAndWithoutAVerdict()
{
    const GenerationId id = add(aGeneration());
    QVERIFY(!*m_reviews->hasAnswers(id));
    ASSAY_VERIFY_OK(m_reviews->saveDraft(id, {{}, u"a note"_qs}, kNoon));
    QVERIFY(!*m_reviews->hasAnswers(id));
    ASSAY_VERIFY_OK(m_reviews->saveDraft(id, {{{u"c1"_qs, Answer::Met}}, {}}, kNoon));
    QVERIFY(*m_reviews->hasAnswers(id));
    ASSAY_VERIFY_OK(m_reviews->add(aReview(id))); // without a check
    QVERIFY(!*m_reviews->hasAnswers(id));
    ASSAY_VERIFY_OK(m_reviews->add(aReview(id).externalId(u"r2").check(u"c1", Answer::Missed)));
    QVERIFY(*m_reviews->hasAnswers(id));
}

void TestReviews::reviewOfClosedPast_makesItsWeekStale()
{
    const GenerationId id = add(aGeneration().asset(u"a"));
    ASSAY_VERIFY_OK(database().execute(QStringLiteral("DELETE FROM stale_weeks")));
    ASSAY_VERIFY_OK(database().execute(QStringLiteral("DELETE FROM stale_assets")));
    ASSAY_VERIFY_OK(m_reviews->add(aReview(id).at(kNoon + 60 * kDay)));
    Statement week = database().prepare(QStringLiteral("SELECT week FROM stale_weeks"));
    ASSAY_VERIFY_OK(week.run());
    QVERIFY(week.next());
    QCOMPARE(week.text(0), QStringLiteral("2026-W10"));
    Statement assets = database().prepare(QStringLiteral("SELECT count(*) FROM stale_assets"));
    QCOMPARE(assets.firstInteger()->value_or(-1), 1);
}

QTEST_GUILESS_MAIN(TestReviews)
#include "tst_reviews.moc"
