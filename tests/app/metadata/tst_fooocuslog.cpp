// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/fooocuslog.h"

#include <QJsonArray>
#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestFooocusLog : public QObject
{
    Q_OBJECT

private slots:
    void part_isTheOneOfTheImage();
    void cells_becomeSettings();
    void formerClasses_areReadToo();
    void lineEndsAndEntities_becomeText();
    void pageOfSomethingElse_saysNothing_data();
    void pageOfSomethingElse_saysNothing();
};

namespace {

QString row(const QString& label, const QString& value, const QString& labelClass = u"'label'"_s)
{
    return u"<tr><td class=%1>%2</td><td class='value'>%3</td></tr>"_s.arg(labelClass, label, value);
}

QString part(const QString& id, const QString& rows)
{
    return u"<div id=\"%1\" class=\"image-container\"><hr><table><tr><td><div>x.png</div></td><td>"
           "<table class='metadata'>%2</table></td></tr></table></div>\n\n"_s.arg(id, rows);
}

} // namespace

void TestFooocusLog::part_isTheOneOfTheImage()
{
    const QByteArray page = ("<html>"_L1 + part(u"a_png"_s, u"one"_s) + part(u"aa_png"_s, u"two"_s)).toUtf8();
    const auto found = partOfFooocusLog(page, u"aa.png"_s);
    QVERIFY(found);
    QVERIFY(found->contains(u"two"_s));
    QVERIFY(!found->contains(u"one"_s));
    QVERIFY(!partOfFooocusLog(page, u"aaa.png"_s));
    QVERIFY(!partOfFooocusLog({}, u"a.png"_s));
}

void TestFooocusLog::cells_becomeSettings()
{
    const auto metadata = readFooocusLogPart(part(
        u"a_png"_s, row(u"Prompt"_s, u"a red mug"_s) + row(u"Negative Prompt"_s, u"blurry"_s) +
                        row(u"Resolution"_s, u"(1152, 896)"_s) + row(u"Guidance Scale"_s, u"4.0"_s) +
                        row(u"Base Model"_s, u"jugger.safetensors"_s) +
                        row(u"Sampler"_s, u"dpmpp_2m_sde_gpu"_s) + row(u"Seed"_s, u"18446744073709551615"_s) +
                        row(u"LoRA 1"_s, u"offset.safetensors : 0.5"_s)));
    QVERIFY(metadata);
    QCOMPARE(metadata->generator, u"Fooocus"_s);
    QCOMPARE(metadata->prompt, u"a red mug"_s);
    QCOMPARE(metadata->negative, u"blurry"_s);
    QCOMPARE(metadata->model, u"jugger.safetensors"_s);
    QCOMPARE(metadata->settings.value("seed"_L1).toString(), u"18446744073709551615"_s);
    QCOMPARE(metadata->settings.value("sampler"_L1).toString(), u"dpmpp_2m_sde_gpu"_s);
    QCOMPARE(metadata->settings.value("loras"_L1).toArray().size(), 1);
    QVERIFY(metadata->rawText.contains(u"Guidance Scale"_s));
}

void TestFooocusLog::formerClasses_areReadToo()
{
    const QString key = u"\"key\""_s;
    const auto metadata = readFooocusLogPart(
        part(u"a_png"_s, row(u"Prompt"_s, u"a red mug"_s, key) + row(u"Base Model"_s, u"m"_s, key)));
    QVERIFY(metadata);
    QCOMPARE(metadata->prompt, u"a red mug"_s);
}

void TestFooocusLog::lineEndsAndEntities_becomeText()
{
    const auto metadata = readFooocusLogPart(
        part(u"a_png"_s, row(u"Prompt"_s, u"a &lt;b&gt; &amp;lt; </br> c"_s) + row(u"Base Model"_s, u"m"_s)));
    QVERIFY(metadata);
    QCOMPARE(metadata->prompt, u"a <b> &lt;\nc"_s);
}

void TestFooocusLog::pageOfSomethingElse_saysNothing_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("no table") << part(u"a_png"_s, {});
    QTest::newRow("no model") << part(u"a_png"_s, row(u"Prompt"_s, u"a red mug"_s));
    QTest::newRow("no value") << u"<td class='label'>Prompt</td>"_s;
    QTest::newRow("cut off") << u"<td class='label'>Prompt</td><td class='value'>a red"_s;
    QTest::newRow("open tags") << QString(u"<td class="_s).repeated(1000);
}

void TestFooocusLog::pageOfSomethingElse_saysNothing()
{
    QFETCH(const QString, text);
    QVERIFY(!readFooocusLogPart(text));
}

QTEST_APPLESS_MAIN(TestFooocusLog)
#include "tst_fooocuslog.moc"
