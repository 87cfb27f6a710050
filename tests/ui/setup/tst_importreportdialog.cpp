// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/importproblemmodel.h"
#include "ui/setup/importreportdialog.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace assay;

class TestImportReportDialog : public QObject
{
    Q_OBJECT

private slots:
    void model_isConsistent();
    void problem_saysFileLineAndReason();
    void tenThousandProblems_openAtOnce();
    void nothingRefused_hasNoTable();
    void refused_canBeReadAgain();
    void reread_saysWhatIsDifferent();
};

namespace {

ImportReport reportWith(int count)
{
    ImportReport report;
    report.counts.refused = count;
    for (int i = 0; i < count; ++i) {
        report.problems.append({QStringLiteral("/logs/day.jsonl"),
                                i + 1,
                                {ErrorKind::Invalid, {}, QStringLiteral("\"ts\" is missing")}});
    }
    return report;
}

} // namespace

void TestImportReportDialog::model_isConsistent()
{
    ImportProblemModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setProblems(reportWith(3).problems);
    QCOMPARE(model.rowCount(), 3);
    model.setProblems({});
    QCOMPARE(model.rowCount(), 0);
}

void TestImportReportDialog::problem_saysFileLineAndReason()
{
    ImportProblemModel model;
    model.setProblems(reportWith(1).problems);
    const auto text = [&model](int column) {
        return model.index(0, column).data(Qt::DisplayRole).toString();
    };
    QCOMPARE(text(ImportProblemModel::FileColumn), QStringLiteral("day.jsonl"));
    QCOMPARE(text(ImportProblemModel::LineColumn), QStringLiteral("1"));
    QCOMPARE(text(ImportProblemModel::ReasonColumn),
             QStringLiteral("day.jsonl could not be imported: its content breaks a rule."));
    QVERIFY(model.index(0, ImportProblemModel::ReasonColumn)
                .data(Qt::ToolTipRole)
                .toString()
                .contains(QStringLiteral("is missing")));
}

void TestImportReportDialog::tenThousandProblems_openAtOnce()
{
    const ImportReport report = reportWith(10'000);
    QElapsedTimer timer;
    timer.start();
    ImportReportDialog dialog(report, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const auto* table = dialog.findChild<QTableView*>(QStringLiteral("importProblems"));
    QCOMPARE(table->model()->rowCount(), 10'000);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void TestImportReportDialog::nothingRefused_hasNoTable()
{
    ImportReportDialog dialog(reportWith(0), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(!dialog.findChild<QTableView*>(QStringLiteral("importProblems")));
}

void TestImportReportDialog::refused_canBeReadAgain()
{
    ImportReport report = reportWith(3);
    report.problems.append({QStringLiteral("/pictures/a.png"), {}, {ErrorKind::Damaged, {}, {}}});
    auto* dialog = new ImportReportDialog(report, nullptr);
    QSignalSpy asked(dialog, &ImportReportDialog::importRequested);
    const QPointer retry = dialog->findChild<QPushButton*>(QStringLiteral("importReportRetry"));
    QVERIFY(retry);
    retry->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first()[0].toStringList(),
             QStringList({QStringLiteral("/logs/day.jsonl"), QStringLiteral("/pictures/a.png")}));
    QTRY_VERIFY(!retry);
}

void TestImportReportDialog::reread_saysWhatIsDifferent()
{
    RereadReport report;
    report.read = 12;
    report.changed = {GenerationId{1}, GenerationId{2}};
    report.problems = reportWith(1).problems;
    const ImportReportDialog dialog(report, nullptr);
    QStringList words;
    for (const QLabel* label : dialog.findChildren<QLabel*>())
        words << label->text();
    QVERIFY(words.contains(QStringLiteral("12")) && words.contains(QStringLiteral("2")));
    QVERIFY(dialog.findChild<QTableView*>());
    QVERIFY(!dialog.findChild<QPushButton*>(QStringLiteral("importReportRetry")));
}

QTEST_MAIN(TestImportReportDialog)
#include "tst_importreportdialog.moc"
