// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/problem.h"

#include <QTest>

using namespace assay;

class TestProblem : public QObject
{
    Q_OBJECT

private slots:
    void everyError_hasSentenceAndAdvice();
    void fullDisk_whileSaving_saysItIsKept();
    void subjectWithPlaceholder_isShownAsItIs();
    void newerWorkspace_offersAnother();
    void everyRemedy_hasWords();
};

void TestProblem::everyError_hasSentenceAndAdvice()
{
    for (int attempt = 0; attempt <= int(Attempt::MakeSample); ++attempt) {
        QStringList sentences;
        for (int kind = 0; kind <= int(ErrorKind::Io); ++kind) {
            const Error error{ErrorKind(kind), u"/data/studio.assay"_qs, u"errno 5"_qs};
            const Problem problem = describe(error, Attempt(attempt));
            QVERIFY2(problem.sentence.contains(error.subject), qPrintable(problem.sentence));
            QVERIFY(problem.sentence.endsWith(u'.'));
            QVERIFY(!problem.sentence.contains(u'%'));
            QVERIFY2(problem.whatToDo.endsWith(u'.'), qPrintable(problem.whatToDo));
            QCOMPARE(problem.detail, error.detail);
            QVERIFY(!sentences.contains(problem.sentence));
            sentences << problem.sentence;
        }
    }
}

void TestProblem::fullDisk_whileSaving_saysItIsKept()
{
    const Problem problem = describe({ErrorKind::NoSpace, u"studio.assay"_qs, {}}, Attempt::SaveReview);
    QCOMPARE(problem.sentence, u"A verdict could not be saved in studio.assay: the disk is full."_qs);
    QVERIFY(problem.whatToDo.contains(u"kept"_qs));
    QCOMPARE(problem.remedy, Remedy::Retry);
}

void TestProblem::subjectWithPlaceholder_isShownAsItIs()
{
    const Problem problem = describe({ErrorKind::NotFound, u"sale %2 <b>.png"_qs, {}}, Attempt::ReadImage);
    QCOMPARE(problem.sentence, u"The picture sale %2 <b>.png could not be shown: it is not there."_qs);
}

void TestProblem::newerWorkspace_offersAnother()
{
    const Problem problem = describe({ErrorKind::TooNew, u"studio.assay"_qs, {}}, Attempt::OpenWorkspace);
    QVERIFY(problem.whatToDo.contains(u"Nothing was changed"_qs));
    QCOMPARE(problem.remedy, Remedy::ChooseOther);
}

void TestProblem::everyRemedy_hasWords()
{
    QVERIFY(remedyText(Remedy::None).isEmpty());
    for (const Remedy remedy : {Remedy::Retry, Remedy::ShowInFolder, Remedy::ChooseOther})
        QVERIFY(!remedyText(remedy).isEmpty());
}

QTEST_GUILESS_MAIN(TestProblem)
#include "tst_problem.moc"
