// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/setup/windowtest.h"
#include "ui/common/banner.h"
#include "ui/setup/relinkdialog.h"
#include "ui/setup/relinkmodel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace assay;
using namespace Qt::StringLiterals;

class TestRelinkDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void model_isConsistent();
    void movedFolder_isFoundAndUsed();
    void ambiguousImages_areListedAndRefused();
    void folderWithoutTheImages_isRefused();
    void noFolder_isSaid();
    void otherPlaceTyped_forgetsWhatWasFound();
    void folderOfAnotherRoot_isRefused();
    void closedWhileLooking_endsQuietly();

private:
    void open();
    void look(const QString& folder);
    QTableView* table() const { return part<QTableView>(m_dialog, "relinkTable"); }
    QPushButton* use() const { return part<QPushButton>(m_dialog, "relinkUse"); }
    Banner* banner() const { return part<Banner>(m_dialog, "relinkBanner"); }
    QString words() const { return part<QLabel>(m_dialog, "relinkWords")->text(); }
    QString at(const QString& name) const { return m_moved + u'/' + name; }

    std::unique_ptr<WindowFixture> m_fixture;
    QPointer<RelinkDialog> m_dialog;
    ImageRoot m_root;
    QString m_moved;
};

void TestRelinkDialog::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_root = m_fixture->followPictures();
    m_moved = m_fixture->folder() + u".moved"_s;
    QVERIFY(QDir().rename(m_fixture->folder(), m_moved));
}

void TestRelinkDialog::cleanup()
{
    m_fixture.reset();
}

void TestRelinkDialog::open()
{
    m_dialog = new RelinkDialog({m_fixture->workspace().path(), m_fixture->writer(), systemClock(), m_root},
                                &m_fixture->window());
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

/// By keys alone: the place, then Return.
void TestRelinkDialog::look(const QString& folder)
{
    auto* place = part<QLineEdit>(m_dialog, "relinkPlace");
    place->setText(folder);
    place->setFocus();
    QTest::keyClick(place, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(part<QPushButton>(m_dialog, "relinkLook")->isEnabled(), kPatience);
}

void TestRelinkDialog::model_isConsistent()
{
    RelinkModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    RelinkPlan plan;
    plan.missing = QStringList{u"gone.png"_s};
    plan.ambiguous = {{u"two.png"_s, {u"a.png"_s, u"b.png"_s}}};
    plan.unreadable = QStringList{u"/x/locked"_s};
    model.setPlan(plan);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, RelinkModel::ImageColumn).data().toString(), u"two.png"_s);
    QVERIFY(model.index(0, RelinkModel::ReasonColumn).data().toString().contains(u"a.png, b.png"_s));
    QCOMPARE(model.index(2, RelinkModel::ImageColumn).data().toString(), u"/x/locked"_s);
}

void TestRelinkDialog::movedFolder_isFoundAndUsed()
{
    QVERIFY(QFile::rename(at(u"hero/1.png"_s), at(u"hero/one.png"_s)));
    open();
    QVERIFY(!use()->isEnabled());
    look(m_moved);
    QVERIFY(use()->isEnabled());
    QCOMPARE(words(), u"3 of 3 images are there, 1 of them under another name."_s);
    QVERIFY(!table()->isVisible());
    QSignalSpy relinked(m_dialog, &RelinkDialog::relinked);
    QTest::keyClick(m_dialog, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(relinked.size(), 1, kPatience);
    QCOMPARE(m_fixture->roots().constFirst().path, m_moved);
    QCOMPARE(m_fixture->count(u"images WHERE missing_since IS NOT NULL"_s), 0);
    QCOMPARE(m_fixture->value(u"SELECT count(*) FROM images WHERE relative_path = 'hero/one.png'"_s), u"1"_s);
    QTRY_VERIFY(!m_dialog);
}

void TestRelinkDialog::ambiguousImages_areListedAndRefused()
{
    QVERIFY(QFile::copy(at(u"hero/1.png"_s), at(u"copy.png"_s)));
    QVERIFY(QFile::rename(at(u"hero/1.png"_s), at(u"original.png"_s)));
    QVERIFY(QFile::remove(at(u"hero/2.png"_s)));
    open();
    look(m_moved);
    QCOMPARE(words(), u"1 of 3 images are there."_s);
    QCOMPARE(banner()->kind(), Banner::Kind::Warning);
    QVERIFY(banner()->isVisible());
    QCOMPARE(table()->model()->rowCount(), 2);
    const auto cell = [this](int row, int column) {
        return table()->model()->index(row, column).data().toString();
    };
    QCOMPARE(cell(0, RelinkModel::ImageColumn), u"hero/1.png"_s);
    QVERIFY(cell(0, RelinkModel::ReasonColumn).contains(u"copy.png, original.png"_s));
    QCOMPARE(cell(1, RelinkModel::ImageColumn), u"hero/2.png"_s);
    use()->click();
    QTRY_VERIFY_WITH_TIMEOUT(!m_dialog, kPatience);
    QCOMPARE(m_fixture->count(u"images WHERE missing_since IS NOT NULL"_s), 2); // nobody guessed
}

void TestRelinkDialog::folderWithoutTheImages_isRefused()
{
    const QString other = m_fixture->workspace().folder().filePath(u"other"_s);
    QVERIFY(QDir().mkpath(other));
    open();
    look(other);
    QVERIFY(!use()->isEnabled());
    QCOMPARE(banner()->kind(), Banner::Kind::Problem);
    QVERIFY2(banner()->sentence().contains(other), qPrintable(banner()->sentence()));
    QCOMPARE(m_fixture->roots().constFirst().path, m_root.path);
}

void TestRelinkDialog::noFolder_isSaid()
{
    open();
    look(u"/nowhere/at/all"_s);
    QVERIFY(!use()->isEnabled());
    QVERIFY(banner()->isVisible());
    QVERIFY2(banner()->sentence().contains(u"/nowhere/at/all"_s), qPrintable(banner()->sentence()));
}

void TestRelinkDialog::otherPlaceTyped_forgetsWhatWasFound()
{
    open();
    look(m_moved);
    QVERIFY(use()->isEnabled());
    QTest::keyClicks(part<QLineEdit>(m_dialog, "relinkPlace"), u"x"_s);
    QVERIFY(!use()->isEnabled());
    QCOMPARE(words(), QString());
}

void TestRelinkDialog::folderOfAnotherRoot_isRefused()
{
    QVERIFY(ImageRoots(m_fixture->database()).add(m_moved, {}, UtcTime{}).has_value());
    open();
    look(m_moved);
    QVERIFY(use()->isEnabled());
    use()->click();
    QTRY_VERIFY_WITH_TIMEOUT(banner()->isVisible() && banner()->kind() == Banner::Kind::Problem, kPatience);
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(m_fixture->roots().constFirst().path, m_root.path);
}

void TestRelinkDialog::closedWhileLooking_endsQuietly()
{
    for (int i = 0; i < 10; ++i) {
        open();
        part<QLineEdit>(m_dialog, "relinkPlace")->setText(m_moved);
        part<QPushButton>(m_dialog, "relinkLook")->click();
        delete m_dialog.data();
    }
    QCoreApplication::processEvents();
}

QTEST_MAIN(TestRelinkDialog)
#include "tst_relinkdialog.moc"
