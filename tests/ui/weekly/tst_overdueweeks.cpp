// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/studio.h"
#include "ui/common/appearance.h"
#include "ui/mainwindow.h"
#include "ui/openworkspace.h"
#include "ui/weekly/overduebutton.h"
#include "ui/weekly/weeklypage.h"

#include <QAction>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace assay;

/// What the window says of unsigned weeks, whatever page is shown.
class TestOverdueWeeks : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void unsignedWeek_isSaidOnEveryPageAndLeadsThere();
    void signature_takesItOffTheStatusBar();
    void noWeeks_nothingIsSaid();

private:
    void open();
    void addWeeks(int count);
    QAbstractButton* button() const
    {
        return m_open->window().findChild<QAbstractButton*>(QStringLiteral("overdueWeeks"));
    }
    QString badge() const
    {
        return m_open->window()
            .findChild<QAbstractButton*>(QStringLiteral("rail.page.weekly"))
            ->accessibleDescription();
    }

    std::unique_ptr<TemporaryWorkspace> m_workspace;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<OpenWorkspace> m_open;
};

void TestOverdueWeeks::init()
{
    m_workspace = std::make_unique<TemporaryWorkspace>();
    m_settings = std::make_unique<QSettings>(m_workspace->folder().filePath(QStringLiteral("s.ini")),
                                             QSettings::IniFormat);
    m_settings->setValue(QStringLiteral("reviewer/name"), QStringLiteral("Ines T."));
    m_appearance = std::make_unique<Appearance>(m_settings.get());
}

void TestOverdueWeeks::cleanup()
{
    m_open.reset();
    m_appearance.reset();
    m_settings.reset();
    m_workspace.reset();
}

void TestOverdueWeeks::open()
{
    auto opened = OpenWorkspace::open(
        m_workspace->path(), QTimeZone::utc(),
        {*m_appearance, *m_settings, [] { return *parseRfc3339(u"2026-04-14T14:02:00Z"); }});
    if (!opened)
        qFatal("not opened: %s", qPrintable(opened.error().detail));
    m_open = *std::move(opened);
    QSignalSpy loaded(&m_open->weeklyPage(), &WeeklyPage::loaded);
    m_open->window().show();
    QVERIFY(loaded.wait(10'000));
}

void TestOverdueWeeks::addWeeks(int count)
{
    Studio studio(*m_workspace);
    IsoWeek week = *IsoWeek::fromName(u"2026-W10");
    for (int i = 0; i < count; ++i, week = week.next())
        studio.add({.week = week});
}

void TestOverdueWeeks::unsignedWeek_isSaidOnEveryPageAndLeadsThere()
{
    addWeeks(4);
    open();
    QCOMPARE(badge(), QStringLiteral("2"));
    for (const char* page : {"trends", "review"}) {
        m_open->window().showPage(QLatin1String(page));
        QVERIFY(button()->isVisible());
        QCOMPARE(button()->text(), QStringLiteral("2 weeks unsigned"));
    }
    QTest::mouseClick(button(), Qt::LeftButton);
    QCOMPARE(m_open->window().currentPage(), QStringLiteral("weekly"));
}

void TestOverdueWeeks::signature_takesItOffTheStatusBar()
{
    addWeeks(3);
    open();
    QCOMPARE(button()->text(), QStringLiteral("1 week unsigned"));
    m_open->window().showPage(QStringLiteral("weekly"));
    m_open->window().findChild<QAbstractButton*>(QStringLiteral("signWeek"))->click();
    QTRY_VERIFY(!button()->isVisible());
    QCOMPARE(badge(), QString());
}

void TestOverdueWeeks::noWeeks_nothingIsSaid()
{
    open();
    QVERIFY(!button()->isVisible());
    QCOMPARE(badge(), QString());
    auto* notices = m_open->window().findChild<QAction*>(QStringLiteral("view.alertNotices"));
    QVERIFY(notices && notices->isChecked());
}

QTEST_MAIN(TestOverdueWeeks)
#include "tst_overdueweeks.moc"
