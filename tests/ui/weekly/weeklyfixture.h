// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace of weeks with the weekly page on it, for tests that drive it by keys. Adherence holds until
// addWeeks() is told otherwise; nothing was imported, so every judged week asks for a signature.
#pragma once

#include "app/store/storewriter.h"
#include "app/store/weeklyreviews.h"
#include "tests/support/studio.h"
#include "ui/weekly/decisioncard.h"
#include "ui/weekly/signbar.h"
#include "ui/weekly/weeklist.h"
#include "ui/weekly/weeklypage.h"

#include <QAbstractButton>
#include <QListView>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

namespace assay {

class WeeklyFixture
{
public:
    WeeklyFixture()
        : settings(workspace.folder().filePath(QStringLiteral("s.ini")), QSettings::IniFormat)
        , studio(workspace)
    {
    }

    void addWeeks(int count, const StudioWeek& like = {})
    {
        for (int i = 0; i < count; ++i, week = week.next()) {
            StudioWeek added = like;
            added.week = week;
            studio.add(added);
        }
    }

    /// As after a start of the program: nothing is left of the page before.
    void open(QSize size = {1536, 940})
    {
        close();
        auto started = StoreWriter::start(workspace.path());
        if (!started)
            qFatal("no writer: %s", qPrintable(started.error().detail));
        writer = *std::move(started);
        page = std::make_unique<WeeklyPage>(WeeklyServices{workspace.path(), *writer, [this] { return now; },
                                                           settings, QStringLiteral("Ines T.")});
        page->resize(size);
        QSignalSpy loaded(page.get(), &WeeklyPage::loaded);
        page->show();
        if (!loaded.wait(10'000))
            qWarning("the page was not loaded");
        if (!QTest::qWaitForWindowActive(page.get()))
            qWarning("the page did not become active");
    }

    void close()
    {
        page.reset();
        writer.reset(); // what was handed over is stored
    }

    template<typename T>
    T* find(const char* name) const
    {
        return page->findChild<T*>(QLatin1String(name));
    }
    DecisionCard* card(const char* metric) const
    {
        return page->findChild<DecisionCard*>(QStringLiteral("finding_") + QLatin1String(metric));
    }
    const SignContent& bar() const { return page->findChild<SignBar*>()->content(); }
    QListView* weeks() const { return find<QListView>("weeks"); }
    const std::vector<WeekEntry>& entries() const { return page->findChild<WeekList*>()->weeks(); }
    void choose(QStringView name) const
    {
        page->findChild<WeekList*>()->setCurrent(*IsoWeek::fromName(name));
    }
    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    std::vector<WeeklyReview> stored(const ViewFilter& view = {}) const
    {
        return *WeeklyReviews(workspace.database()).ofView(view);
    }
    std::vector<DraftedDecision> drafts() const { return *WeeklyReviews(workspace.database()).drafts({}); }

    TemporaryWorkspace workspace;
    QSettings settings;
    Studio studio;
    IsoWeek week = *IsoWeek::fromName(u"2026-W10");
    UtcTime now = *parseRfc3339(u"2026-04-14T14:02:00Z");
    std::unique_ptr<StoreWriter> writer;
    std::unique_ptr<WeeklyPage> page;
};

} // namespace assay
