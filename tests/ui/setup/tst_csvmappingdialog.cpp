// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storewriter.h"
#include "tests/support/result.h"
#include "tests/support/workspace.h"
#include "ui/common/banner.h"
#include "ui/setup/csvcolumnmodel.h"
#include "ui/setup/csvmappingdialog.h"
#include "ui/setup/csvpreviewmodel.h"
#include "ui/setup/tableimports.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 10'000;

const QByteArray kClear = "id;sent at;prompt;model\n"
                          "a;2026-03-04T12:00:00Z;three red mugs;aurel-3\n"
                          "b;2026-03-05T12:00:00Z;one lemon;aurel-3\n";
const QByteArray kLocal = "id,sent at,prompt\na,2026-03-04 12:00,three red mugs\nb,never,one lemon\n";

} // namespace

class TestCsvMappingDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void models_areConsistent();
    void clearTable_canBeImportedAtOnce();
    void localTimes_waitForTheirZone();
    void refusedRow_saysLineAndReason();
    void fieldEditedByKeys_changesTheMapping();
    void returnInTheEditor_choosesAndImportsNothing();
    void equalHeaders_haveAMeaningEach();
    void otherSeparator_readsTheTableAgain();
    void chosenMapping_isRemembered();
    void severalTables_areAskedAboutOneByOne();
    void missingFile_isSaidInTheDialog();
    void hugeTable_opensAtOnce();
    void dialogClosedWhileReading_endsQuietly();
    void workspaceClosedWhileAsking_endsQuietly();

private:
    QString write(const QString& name, const QByteArray& content) const;
    void open(const QString& path);
    template<typename T>
    T* find(const char* name) const
    {
        return m_dialog->findChild<T*>(QLatin1String(name));
    }
    bool mayImport() const { return find<QPushButton>("csvImport")->isEnabled(); }
    QAbstractItemModel* columns() const { return find<QTableView>("csvColumns")->model(); }
    QAbstractItemModel* preview() const { return find<QTableView>("csvPreview")->model(); }

    std::unique_ptr<TemporaryWorkspace> m_workspace;
    std::unique_ptr<CsvMappingDialog> m_dialog;
};

void TestCsvMappingDialog::init()
{
    m_workspace = std::make_unique<TemporaryWorkspace>();
}

void TestCsvMappingDialog::cleanup()
{
    m_dialog.reset();
    m_workspace.reset();
}

QString TestCsvMappingDialog::write(const QString& name, const QByteArray& content) const
{
    const QString path = m_workspace->folder().filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s", qPrintable(file.errorString()));
    return path;
}

void TestCsvMappingDialog::open(const QString& path)
{
    m_dialog = std::make_unique<CsvMappingDialog>(
        CsvMappingRequest{m_workspace->path(), path, QTimeZone("Europe/Berlin"), systemClock()}, nullptr);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void TestCsvMappingDialog::models_areConsistent()
{
    CsvColumnModel columnModel;
    CsvPreviewModel previewModel;
    const auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;
    const QAbstractItemModelTester columnTester(&columnModel, mode);
    const QAbstractItemModelTester previewTester(&previewModel, mode);
    const CsvSample sample{{u"prompt"_s, u"n"_s}, {{2, {u"a mug"_s, u"1"_s}}}};
    columnModel.setTable(sample, columnsOf({}, sample.headers));
    previewModel.setPreview(sample.headers, previewCsv(sample, {}, systemClock()).rows);
    QCOMPARE(columnModel.rowCount(), 2);
    QVERIFY(
        columnModel.setData(columnModel.index(0, CsvColumnModel::FieldColumn), u"prompt"_s, Qt::EditRole));
    QCOMPARE(columnModel.columns().constFirst().field, CsvField::Prompt);
    QCOMPARE(previewModel.columnCount(), 4);
}

void TestCsvMappingDialog::clearTable_canBeImportedAtOnce()
{
    open(write(u"clear.csv"_s, kClear));
    QTRY_VERIFY_WITH_TIMEOUT(mayImport(), kPatience);
    QVERIFY(!m_dialog->findChild<Banner*>()->isVisible());
    QCOMPARE(columns()->rowCount(), 4);
    QCOMPARE(preview()->rowCount(), 2);
    QCOMPARE(preview()->index(0, CsvPreviewModel::ResultColumn).data().toString(), u"Taken"_s);
    QSignalSpy asked(m_dialog.get(), &CsvMappingDialog::importRequested);
    QTest::keyClick(m_dialog.get(), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QVERIFY(!m_dialog->isVisible());
}

void TestCsvMappingDialog::localTimes_waitForTheirZone()
{
    open(write(u"local.csv"_s, kLocal));
    QTRY_COMPARE_WITH_TIMEOUT(preview()->rowCount(), 2, kPatience);
    QVERIFY(!mayImport());
    QVERIFY(m_dialog->findChild<Banner*>()->sentence().contains(u"time zone"_s));
    auto* zone = find<QComboBox>("csvZone");
    QCOMPARE(zone->currentData().toString(), QString());
    zone->setFocus();
    QTest::keyClick(zone, Qt::Key_Down);
    QCOMPARE(zone->currentData().toString(), u"Europe/Berlin"_s);
    QTRY_VERIFY_WITH_TIMEOUT(mayImport(), kPatience);
    QSignalSpy asked(m_dialog.get(), &CsvMappingDialog::importRequested);
    find<QPushButton>("csvImport")->click();
    QCOMPARE(asked.first()[1].value<CsvMapping>().zone, u"Europe/Berlin"_s);
}

void TestCsvMappingDialog::refusedRow_saysLineAndReason()
{
    open(write(u"local.csv"_s, kLocal));
    QTRY_COMPARE_WITH_TIMEOUT(preview()->rowCount(), 2, kPatience);
    find<QComboBox>("csvZone")->setCurrentIndex(1);
    QTRY_COMPARE_WITH_TIMEOUT(preview()->index(0, CsvPreviewModel::ResultColumn).data().toString(),
                              u"Taken"_s, kPatience);
    QVERIFY(preview()->index(1, CsvPreviewModel::ResultColumn).data().toString().startsWith(u"Refused: "_s));
    QCOMPARE(preview()->index(1, CsvPreviewModel::LineColumn).data().toString(), u"3"_s);
    const QString summary = find<QLabel>("csvSummary")->text();
    QVERIFY2(summary.startsWith(u"Of the first 2 rows, 1 would be refused."_s), qPrintable(summary));
    QVERIFY2(summary.contains(u"line 3"_s), qPrintable(summary));
}

void TestCsvMappingDialog::fieldEditedByKeys_changesTheMapping()
{
    open(write(u"clear.csv"_s, kClear));
    QTRY_VERIFY_WITH_TIMEOUT(mayImport(), kPatience);
    auto* table = find<QTableView>("csvColumns");
    const QModelIndex sentAt = columns()->index(1, CsvColumnModel::FieldColumn);
    QCOMPARE(sentAt.data(Qt::EditRole).toString(), u"sent_at"_s);
    table->setFocus();
    table->setCurrentIndex(sentAt);
    QTest::keyClick(table, Qt::Key_F2);
    auto* combo = table->findChild<QComboBox*>(u"csvField"_s);
    QVERIFY(combo);
    QTest::keyClick(combo, Qt::Key_Home); // "Kept as it is"
    QTest::keyClick(combo, Qt::Key_Tab);
    QTRY_COMPARE(sentAt.data(Qt::EditRole).toString(), u"keep"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->findChild<Banner*>()->isVisible(), kPatience);
    QVERIFY(!mayImport());
}

void TestCsvMappingDialog::returnInTheEditor_choosesAndImportsNothing()
{
    open(write(u"clear.csv"_s, kClear));
    QTRY_VERIFY_WITH_TIMEOUT(mayImport(), kPatience);
    QSignalSpy asked(m_dialog.get(), &CsvMappingDialog::importRequested);
    auto* table = find<QTableView>("csvColumns");
    table->setFocus();
    table->setCurrentIndex(columns()->index(3, CsvColumnModel::HeaderColumn));
    QTest::keyClick(table, Qt::Key_Return);
    auto* combo = table->findChild<QComboBox*>(u"csvField"_s);
    QVERIFY(combo);
    QCOMPARE(combo->currentData().toString(), u"model"_s);
    QTest::keyClick(combo, Qt::Key_Down);
    QTest::keyClick(combo, Qt::Key_Return);
    QTRY_VERIFY(!table->findChild<QComboBox*>(u"csvField"_s));
    QCOMPARE(columns()->index(3, CsvColumnModel::FieldColumn).data(Qt::EditRole).toString(), u"template"_s);
    QCOMPARE(asked.size(), 0);
    QVERIFY(m_dialog->isVisible());
    QTest::keyClick(table, Qt::Key_Return);
    combo = table->findChild<QComboBox*>(u"csvField"_s);
    QVERIFY(combo);
    QTest::keyClick(combo, Qt::Key_Escape); // leaves the editor, not the dialog
    QTRY_VERIFY(!table->findChild<QComboBox*>(u"csvField"_s));
    QVERIFY(m_dialog->isVisible());
}

void TestCsvMappingDialog::equalHeaders_haveAMeaningEach()
{
    open(write(u"twice.csv"_s, "sent at,prompt,by,by\n2026-03-04T12:00:00Z,three red mugs,aurel-3,x\n"));
    QTRY_COMPARE_WITH_TIMEOUT(columns()->rowCount(), 4, kPatience);
    QCOMPARE(columns()->index(2, CsvColumnModel::HeaderColumn).data().toString(), u"by"_s);
    QCOMPARE(columns()->index(3, CsvColumnModel::HeaderColumn).data().toString(), u"by (2)"_s);
    QVERIFY(columns()->setData(columns()->index(2, CsvColumnModel::FieldColumn), u"model"_s, Qt::EditRole));
    QVERIFY(columns()->setData(columns()->index(3, CsvColumnModel::FieldColumn), u"ignore"_s, Qt::EditRole));
    QTRY_VERIFY_WITH_TIMEOUT(mayImport(), kPatience);
    QSignalSpy asked(m_dialog.get(), &CsvMappingDialog::importRequested);
    find<QPushButton>("csvImport")->click();
    const auto mapping = asked.first()[1].value<CsvMapping>();
    QCOMPARE(mapping.columns[2], (CsvColumn{u"by"_s, CsvField::Model}));
    QCOMPARE(mapping.columns[3], (CsvColumn{u"by (2)"_s, CsvField::Ignored}));
}

void TestCsvMappingDialog::otherSeparator_readsTheTableAgain()
{
    open(write(u"clear.csv"_s, kClear));
    QTRY_COMPARE_WITH_TIMEOUT(columns()->rowCount(), 4, kPatience);
    auto* separator = find<QComboBox>("csvSeparator");
    separator->setCurrentIndex(separator->findData(int('|')));
    QTRY_COMPARE_WITH_TIMEOUT(columns()->rowCount(), 1, kPatience);
    QVERIFY(!mayImport());
    separator->setCurrentIndex(0);
    QTRY_COMPARE_WITH_TIMEOUT(columns()->rowCount(), 4, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(mayImport(), kPatience);
}

void TestCsvMappingDialog::chosenMapping_isRemembered()
{
    auto writer = StoreWriter::start(m_workspace->path());
    ASSAY_VERIFY_OK(writer);
    TableImports tables(**writer, {m_workspace->path(), {}, QTimeZone::utc(), systemClock()}, nullptr);
    QSignalSpy ready(&tables, &TableImports::tableReady);
    const QString path = write(u"local.csv"_s, kLocal);
    tables.add(path, u"Nordwind"_s);
    QPointer<CsvMappingDialog> dialog;
    const auto shown = [] {
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (auto* found = qobject_cast<CsvMappingDialog*>(widget))
                return found;
        return static_cast<CsvMappingDialog*>(nullptr);
    };
    dialog = shown();
    QVERIFY(dialog);
    auto* import = dialog->findChild<QPushButton*>(u"csvImport"_s);
    const auto* view = dialog->findChild<QTableView*>(u"csvPreview"_s);
    QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 2, kPatience);
    dialog->findChild<QComboBox*>(u"csvZone"_s)->setCurrentIndex(1);
    QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), kPatience);
    import->click();
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, kPatience);
    QCOMPARE(ready.first()[0].toString(), path);
    QCOMPARE(ready.first()[1].toString(), u"Nordwind"_s);
    QTRY_VERIFY(!dialog);
    open(path); // the same headers again: nothing is asked
    QTRY_VERIFY_WITH_TIMEOUT(mayImport(), kPatience);
    QVERIFY(find<QLabel>("csvWords")->text().startsWith(u"As you chose"_s));
}

void TestCsvMappingDialog::severalTables_areAskedAboutOneByOne()
{
    auto writer = StoreWriter::start(m_workspace->path());
    ASSAY_VERIFY_OK(writer);
    QWidget window;
    TableImports tables(**writer, {m_workspace->path(), {}, QTimeZone::utc(), systemClock()}, &window);
    tables.add(write(u"first.csv"_s, kClear), {});
    tables.add(write(u"second.csv"_s, kLocal), {});
    const auto dialogs = [&window] { return window.findChildren<CsvMappingDialog*>(); };
    QCOMPARE(dialogs().size(), 1);
    const QPointer<CsvMappingDialog> first = dialogs().constFirst();
    first->findChild<QPushButton*>(u"csvCancel"_s)->click();
    QTRY_VERIFY(!first);
    QTRY_COMPARE(dialogs().size(), 1);
}

void TestCsvMappingDialog::missingFile_isSaidInTheDialog()
{
    open(m_workspace->folder().filePath(u"nowhere.csv"_s));
    const auto* banner = m_dialog->findChild<Banner*>();
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), kPatience);
    QVERIFY2(banner->sentence().contains(u"nowhere.csv"_s), qPrintable(banner->sentence()));
    QVERIFY(!mayImport());
}

void TestCsvMappingDialog::hugeTable_opensAtOnce()
{
    const QString path = write(u"huge.csv"_s, "id,sent at,prompt\n");
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    QByteArray rows;
    while (rows.size() < 1024 * 1024)
        rows += "a" + QByteArray::number(rows.size()) + ",2026-03-04T12:00:00Z,three red mugs\n";
    for (int i = 0; i < 100; ++i)
        QCOMPARE(file.write(rows), rows.size());
    file.close();
    QElapsedTimer timer;
    timer.start();
    open(path);
    QTRY_VERIFY_WITH_TIMEOUT(mayImport(), kPatience);
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
}

void TestCsvMappingDialog::dialogClosedWhileReading_endsQuietly()
{
    const QString path = write(u"clear.csv"_s, kClear);
    for (int i = 0; i < 20; ++i) {
        open(path);
        if (i % 2)
            QTRY_COMPARE_WITH_TIMEOUT(columns()->rowCount(), 4, kPatience); // its rows are being tried
        m_dialog.reset();
    }
}

void TestCsvMappingDialog::workspaceClosedWhileAsking_endsQuietly()
{
    auto writer = StoreWriter::start(m_workspace->path());
    ASSAY_VERIFY_OK(writer);
    auto window = std::make_unique<QWidget>();
    auto tables = std::make_unique<TableImports>(
        **writer, CsvMappingRequest{m_workspace->path(), {}, QTimeZone::utc(), systemClock()}, window.get());
    tables->add(write(u"first.csv"_s, kClear), {});
    tables->add(write(u"second.csv"_s, kClear), {});
    const QPointer<CsvMappingDialog> dialog = window->findChild<CsvMappingDialog*>();
    QVERIFY(dialog);
    auto* import = dialog->findChild<QPushButton*>(u"csvImport"_s);
    QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), kPatience);
    import->click(); // remembering is under way, and the second table waits
    tables.reset();
    window.reset();
    QVERIFY(!dialog);
    QCoreApplication::processEvents();
}

QTEST_MAIN(TestCsvMappingDialog)
#include "tst_csvmappingdialog.moc"
