// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/result.h"
#include "tests/ui/trends/exampleweeks.h"
#include "ui/report/pdfreport.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace assay;

namespace {

/// What a poppler tool says about the file; null where the tool is not installed.
QString toolOutput(const QString& tool, const QStringList& arguments)
{
    if (QStandardPaths::findExecutable(tool).isEmpty())
        return {};
    QProcess process;
    process.start(tool, arguments);
    process.waitForFinished(60'000);
    return QString::fromUtf8(process.readAllStandardOutput()) + u' ';
}

ClientReport exampleReport(const QString& client = QStringLiteral("Cedarhaus"))
{
    const ExampleStudio studio;
    ClientReport report;
    report.client = client;
    report.from = QDate(2026, 1, 1);
    report.to = QDate(2026, 3, 31);
    report.madeOn = QDate(2026, 5, 5);
    report.images = 1486;
    report.reviewed = 1391;
    Sums shipped;
    Sums cycles;
    for (int i = 0; i < 124; ++i) {
        shipped.add(i < 117, 1);
        cycles.add(i < 117 ? 1 : 2, 1);
    }
    report.assets = {
        .count = 124, .firstTime = 117, .shipped = rateEstimate(shipped), .cycles = meanEstimate(cycles)};
    for (const JudgedWeek& week : studio.judged()) {
        if (week.week >= *IsoWeek::fromName(u"2026-W01") && week.week <= *IsoWeek::fromName(u"2026-W13"))
            report.weeks.push_back(week);
    }
    return report;
}

} // namespace

class TestPdfReport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void text_isRealText();
    void fonts_areEmbedded();
    void chart_isNoPicture();
    void document_hasATitleAndOnePage();
    void longOrOddNames_areOnThePage_data();
    void longOrOddNames_areOnThePage();
    void reportWithoutWeeks_isAPage();
    void missingFolder_leavesNothing();
    void failedWrite_keepsTheOldFile();

private:
    QString write(const ClientReport& report);

    QTemporaryDir m_folder;
};

void TestPdfReport::initTestCase()
{
    useReportFonts();
}

QString TestPdfReport::write(const ClientReport& report)
{
    const QString path = m_folder.filePath(QStringLiteral("report.pdf"));
    const auto written = writeClientReportPdf(report, ReportLook::plain(), path);
    if (!written)
        qWarning("%s", qPrintable(describe(written.error())));
    return path;
}

void TestPdfReport::text_isRealText()
{
    const QString text = toolOutput(QStringLiteral("pdftotext"),
                                    {QStringLiteral("-layout"), QStringLiteral("-enc"),
                                     QStringLiteral("UTF-8"), write(exampleReport()), QStringLiteral("-")});
    if (text.isEmpty())
        QSKIP("pdftotext is not installed");
    const QString spaced = QString(text).replace(QChar(0x00A0), u' ').simplified();
    for (const char* words :
         {"94 % of assets shipped", "117 of 124 finished assets", "Cedarhaus", "1.06", "no images", "W02",
          "W13", "Jan 2026", "Made on 5 May 2026", "How this is counted", "Page 1 of 1"})
        QVERIFY2(spaced.contains(QString::fromUtf8(words)), words);
    QVERIFY(!spaced.contains(QStringLiteral("aurel")));
    QVERIFY(!spaced.contains(QStringLiteral("USD")));
}

void TestPdfReport::fonts_areEmbedded()
{
    const QString text = toolOutput(QStringLiteral("pdffonts"), {write(exampleReport())});
    if (text.isEmpty())
        QSKIP("pdffonts is not installed");
    const QStringList lines = text.trimmed().split(u'\n').mid(2);
    QVERIFY(!lines.isEmpty());
    for (const QString& line : lines)
        QVERIFY2(line.contains(QStringLiteral(" yes ")), qPrintable(line));
}

void TestPdfReport::chart_isNoPicture()
{
    const QString text =
        toolOutput(QStringLiteral("pdfimages"), {QStringLiteral("-list"), write(exampleReport())});
    if (text.isEmpty())
        QSKIP("pdfimages is not installed");
    QCOMPARE(text.trimmed().split(u'\n').size(), 2);
}

void TestPdfReport::document_hasATitleAndOnePage()
{
    const QString text = toolOutput(QStringLiteral("pdfinfo"), {write(exampleReport())});
    if (text.isEmpty())
        QSKIP("pdfinfo is not installed");
    QVERIFY(text.contains(QStringLiteral("Image quality report, Cedarhaus, 1 January – 31 March 2026")));
    QVERIFY(text.simplified().contains(QStringLiteral("Pages: 1 ")));
    QVERIFY(text.contains(QStringLiteral("A4")));
}

void TestPdfReport::longOrOddNames_areOnThePage_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    QTest::newRow("60 characters") << QStringLiteral(
                                          "The Quite Long Winded Furniture and Lighting Company of Nord")
                                   << QStringLiteral("Lighting Company");
    QTest::newRow("one word of 60") << QString(60, u'w') << QString(20, u'w');
    QTest::newRow("markup") << QStringLiteral("<img src=file:///etc/passwd>")
                            << QStringLiteral("<img src=file:///etc/passwd>");
    QTest::newRow("override") << QStringLiteral("Nord\u202E tseW") << QStringLiteral("Nord tseW");
    QTest::newRow("emoji") << QStringLiteral("Balloon 🎈 works") << QStringLiteral("works");
}

void TestPdfReport::longOrOddNames_areOnThePage()
{
    QFETCH(QString, name);
    QFETCH(QString, shown);
    const QString text =
        toolOutput(QStringLiteral("pdftotext"), {QStringLiteral("-enc"), QStringLiteral("UTF-8"),
                                                 write(exampleReport(name)), QStringLiteral("-")});
    if (text.isEmpty())
        QSKIP("pdftotext is not installed");
    QVERIFY2(text.simplified().contains(shown), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("Image quality report")));
}

void TestPdfReport::reportWithoutWeeks_isAPage()
{
    ClientReport report;
    report.client = QStringLiteral("Cedarhaus");
    report.from = QDate(2026, 1, 1);
    report.to = QDate(2026, 1, 31);
    report.madeOn = QDate(2026, 2, 1);
    QVERIFY(clientReportPdf(report, ReportLook::plain()).startsWith("%PDF-"));
}

void TestPdfReport::missingFolder_leavesNothing()
{
    const QString path = m_folder.filePath(QStringLiteral("no/such/folder/report.pdf"));
    const auto written = writeClientReportPdf(exampleReport(), ReportLook::plain(), path);
    QVERIFY(!written);
    QCOMPARE(written.error().subject, QFileInfo(path).absolutePath());
    QVERIFY(!QFile::exists(path));
}

void TestPdfReport::failedWrite_keepsTheOldFile()
{
    // A folder stands where the file should go: it can't be replaced.
    const QString path = m_folder.filePath(QStringLiteral("taken.pdf"));
    QVERIFY(QDir().mkpath(path + QStringLiteral("/inside")));
    const auto written = writeClientReportPdf(exampleReport(), ReportLook::plain(), path);
    QVERIFY(!written);
    QVERIFY(QFileInfo::exists(path + QStringLiteral("/inside")));
}

QTEST_MAIN(TestPdfReport)
#include "tst_pdfreport.moc"
