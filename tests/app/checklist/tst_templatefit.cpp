// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/templatefit.h"

#include <QTest>

using namespace assay;

namespace {

const QString kPrompt = u"three red mugs on a wooden table, a sign that reads \"SALE\", soft light"_qs;

/// A constraint about these words of the saved prompt.
Constraint about(const QString& words, const QString& statement, const QString& key = u"c1"_qs)
{
    const int start = int(kPrompt.indexOf(words));
    return {key, ConstraintKind::Other, statement, {}, {start, words.isEmpty() ? 0 : int(words.size())}};
}

TemplateFit fit(const Checklist& constraints, const QString& prompt)
{
    return fitTemplate({constraints, kPrompt}, prompt);
}

QStringList texts(const QList<PromptSpan>& spans, const QString& prompt)
{
    QStringList result;
    for (const PromptSpan& span : spans)
        result.append(prompt.mid(span.start, span.length));
    return result;
}

} // namespace

class TestTemplateFit : public QObject
{
    Q_OBJECT

private slots:
    void samePrompt_changesNothing();
    void variables_areWhatIsOtherwise_data();
    void variables_areWhatIsOtherwise();
    void statement_speaksOfTheNewWords_data();
    void statement_speaksOfTheNewWords();
    void span_isInTheOtherPrompt();
    void wordsThatAreGone_takeTheirConstraintAlong();
    void parentThatIsGone_isNoParent();
    void constraintOfNoWords_alwaysStays();
    void anotherText_keepsOnlyWhatNeedsNoWords();
    void hugePrompts_areFitted();
};

void TestTemplateFit::samePrompt_changesNothing()
{
    const Checklist saved{about(u"three red mugs"_qs, u"3 mugs?"_qs)};
    const TemplateFit fitted = fit(saved, kPrompt);
    QCOMPARE(fitted.constraints, saved);
    QVERIFY(fitted.variables.isEmpty());
}

void TestTemplateFit::variables_areWhatIsOtherwise_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QStringList>("variables");
    QTest::newRow("one word") << QString(kPrompt).replace(u"red"_qs, u"blue"_qs) << QStringList{u"blue"_qs};
    QTest::newRow("several") << QString(kPrompt)
                                    .replace(u"three red mugs"_qs, u"five green bowls"_qs)
                                    .replace(u"SALE"_qs, u"NEW"_qs)
                             << QStringList{u"five green bowls"_qs, u"NEW"_qs};
    QTest::newRow("more words than before")
        << QString(kPrompt).replace(u"red"_qs, u"dark blue"_qs) << QStringList{u"dark blue"_qs};
    QTest::newRow("joined by a sign") << QString(kPrompt).replace(u"soft light"_qs, u"black-white light"_qs)
                                      << QStringList{u"black-white"_qs};
    QTest::newRow("signs are none") << QString(kPrompt).replace(u", soft"_qs, u"; soft"_qs) << QStringList{};
    QTest::newRow("case is none") << kPrompt.toUpper() << QStringList{};
    QTest::newRow("left out") << QString(kPrompt).remove(u", soft light"_qs) << QStringList{};
}

void TestTemplateFit::variables_areWhatIsOtherwise()
{
    QFETCH(QString, prompt);
    QFETCH(QStringList, variables);
    QCOMPARE(texts(fit({}, prompt).variables, prompt), variables);
}

void TestTemplateFit::statement_speaksOfTheNewWords_data()
{
    QTest::addColumn<Constraint>("saved");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("statement");
    const Constraint count = about(u"three red mugs"_qs, u"3 mugs?"_qs);
    const Constraint colour = about(u"red mugs"_qs, u"mug contains red?"_qs);
    QTest::newRow("a number") << count << u"three"_qs << u"five"_qs << u"5 mugs?"_qs;
    QTest::newRow("a number in digits") << count << u"three"_qs << u"12"_qs << u"12 mugs?"_qs;
    QTest::newRow("a thing") << count << u"mugs"_qs << u"plates"_qs << u"3 plates?"_qs;
    QTest::newRow("a thing in the singular")
        << colour << u"mugs"_qs << u"plates"_qs << u"plate contains red?"_qs;
    QTest::newRow("a colour") << colour << u"red"_qs << u"blue"_qs << u"mug contains blue?"_qs;
    QTest::newRow("two words for one")
        << colour << u"red"_qs << u"dark blue"_qs << u"mug contains dark blue?"_qs;
    QTest::newRow("one word for two")
        << about(u"wooden table"_qs, u"wooden table?"_qs) << u"wooden table"_qs << u"tray"_qs << u"tray?"_qs;
    QTest::newRow("a text keeps its case") << about(u"\"SALE\""_qs, u"reads SALE?"_qs) << u"SALE"_qs
                                           << u"Spring Days"_qs << u"reads Spring Days?"_qs;
    QTest::newRow("a person's own words")
        << about(u"three red mugs"_qs, u"exactly three mugs, none cut off"_qs) << u"three"_qs << u"two"_qs
        << u"exactly 2 mugs, none cut off"_qs;
    QTest::newRow("a variable that it does not name")
        << about(u"a wooden table"_qs, u"table?"_qs) << u"wooden"_qs << u"marble"_qs << u"table?"_qs;
}

void TestTemplateFit::statement_speaksOfTheNewWords()
{
    QFETCH(Constraint, saved);
    QFETCH(QString, before);
    QFETCH(QString, now);
    QFETCH(QString, statement);
    const TemplateFit fitted = fit({saved}, QString(kPrompt).replace(before, now));
    QCOMPARE(fitted.constraints.size(), 1);
    QCOMPARE(fitted.constraints.at(0).statement, statement);
}

void TestTemplateFit::span_isInTheOtherPrompt()
{
    const QString prompt = u"A large kitchen: "_qs + QString(kPrompt).replace(u"red"_qs, u"dark blue"_qs);
    const TemplateFit fitted = fit({about(u"three red mugs"_qs, u"3 mugs?"_qs)}, prompt);
    QCOMPARE(texts({fitted.constraints.at(0).span}, prompt), QStringList{u"three dark blue mugs"_qs});
}

void TestTemplateFit::wordsThatAreGone_takeTheirConstraintAlong()
{
    const QString prompt = QString(kPrompt).remove(u", a sign that reads \"SALE\""_qs);
    QVERIFY(fit({about(u"\"SALE\""_qs, u"reads SALE?"_qs)}, prompt).constraints.isEmpty());
}

void TestTemplateFit::parentThatIsGone_isNoParent()
{
    Constraint child = about(u"wooden table"_qs, u"table?"_qs, u"c2"_qs);
    child.parent = u"c1"_qs;
    const QString prompt = QString(kPrompt).remove(u", a sign that reads \"SALE\""_qs);
    const TemplateFit fitted = fit({about(u"\"SALE\""_qs, u"reads SALE?"_qs), child}, prompt);
    QCOMPARE(fitted.constraints.size(), 1);
    QVERIFY(fitted.constraints.at(0).parent.isEmpty());
}

void TestTemplateFit::constraintOfNoWords_alwaysStays()
{
    const Checklist saved{about(QString(), u"logo at the lower right"_qs)};
    QCOMPARE(fit(saved, QString(kPrompt).replace(u"red"_qs, u"blue"_qs)).constraints, saved);
}

void TestTemplateFit::anotherText_keepsOnlyWhatNeedsNoWords()
{
    const Checklist saved{about(u"three red mugs"_qs, u"3 mugs?"_qs),
                          about(QString(), u"logo at the lower right"_qs, u"c2"_qs)};
    const TemplateFit fitted = fit(saved, u"a portrait of an old sailor"_qs);
    QCOMPARE(fitted.constraints, Checklist{saved.at(1)});
    QVERIFY(fitted.variables.isEmpty());
}

void TestTemplateFit::hugePrompts_areFitted()
{
    const QString one = u"mugs and plates "_qs.repeated(30'000);
    const QString other = u"bowls or spoons "_qs.repeated(30'000);
    QVERIFY(fitTemplate({{}, one}, other).variables.isEmpty());
    QVERIFY(fitTemplate({{}, QString()}, other).variables.isEmpty());
    QCOMPARE(fitTemplate({{}, one}, one + u"in rain"_qs).variables.size(), 1);
}

QTEST_APPLESS_MAIN(TestTemplateFit)
#include "tst_templatefit.moc"
