// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/xmp.h"

#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestXmp : public QObject
{
    Q_OBJECT

private slots:
    void attributesAndElements_areRead();
    void cutPacket_keepsWhatCameBefore();
    void noXml_isAProblem();
    void entityBomb_ends();
};

void TestXmp::attributesAndElements_areRead()
{
    const XmpReading reading = readXmp(R"(<?xpacket begin="" id="W5M0"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
 xmp:CreatorTool="Tool"><exif:UserComment><rdf:Alt><rdf:li xml:lang="x-default">{&quot;c&quot;:1}</rdf:li></rdf:Alt></exif:UserComment>
</rdf:Description></rdf:RDF></x:xmpmeta>   )");
    QCOMPARE(reading.problem, QString());
    const QList<NamedText> expected{{TextSource::Xmp, u"xmp:CreatorTool"_s, u"Tool"_s},
                                    {TextSource::Xmp, u"exif:UserComment"_s, u"{\"c\":1}"_s}};
    QCOMPARE(reading.texts, expected);
}

void TestXmp::cutPacket_keepsWhatCameBefore()
{
    const XmpReading reading = readXmp(R"(<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<r:Description xmlns:p="urn:p" p:A="1"><p:B>2</p:B><p:C>3)");
    QCOMPARE(reading.texts.size(), 2);
    QCOMPARE(reading.texts[1].text, u"2"_s);
}

void TestXmp::noXml_isAProblem()
{
    QVERIFY(!readXmp("<<<>").problem.isEmpty());
    QVERIFY(readXmp("no xml").texts.isEmpty());
}

void TestXmp::entityBomb_ends()
{
    QByteArray bomb = R"(<!DOCTYPE r [<!ENTITY a "aaaaaaaaaaaaaaaa">)";
    for (char c = 'b'; c < 'j'; ++c) {
        const QByteArray before(1, char(c - 1));
        bomb += QByteArray("<!ENTITY ") + c + " \"" + QByteArray("&" + before + ";").repeated(16) + "\">";
    }
    const XmpReading reading = readXmp(QByteArray(bomb + R"(]><r xmlns:p="urn:p"><p:B>&i;</p:B></r>)"));
    for (const NamedText& text : reading.texts)
        QVERIFY(text.text.size() < 100'000);
}

QTEST_GUILESS_MAIN(TestXmp)
#include "tst_xmp.moc"
