// SPDX-License-Identifier: GPL-3.0-or-later
// How long the pages of the window take on a large workspace, and the longest time for which the window's
// thread was busy with one event: bench_pages WORKSPACE CLIENT MODEL TEMPLATE, for the filters. The workspace
// is one that an import has filled; one verdict is added to it. Exit 1 where a bar is missed.
#include "ui/common/appearance.h"
#include "ui/library/librarypage.h"
#include "ui/library/libraryview.h"
#include "ui/mainwindow.h"
#include "ui/openworkspace.h"
#include "ui/trends/metriccards.h"
#include "ui/trends/trendspage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace assay;

namespace {

constexpr double kMostBusyMs = 50;
constexpr int kMostSeconds = 60;

/// Watches every event of the thread that the window lives in.
class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && receiver == m_painted)
            m_wasPainted = true;
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        ++m_depth;
        const QByteArray name = receiver->metaObject()->className();
        const int type = event->type();
        QElapsedTimer busy;
        busy.start();
        const bool isTaken = QApplication::notify(receiver, event);
        const double ms = double(busy.nsecsElapsed()) / 1e6;
        --m_depth;
        if (ms > m_longest) {
            m_longest = ms;
            m_longestOf = name + " event " + QByteArray::number(type);
        }
        return isTaken;
    }

    void waitForPaintOf(QObject* widget)
    {
        m_painted = widget;
        m_wasPainted = false;
    }
    bool wasPainted() const { return m_wasPainted; }
    double takeLongest(QByteArray& of)
    {
        of = std::exchange(m_longestOf, {});
        return std::exchange(m_longest, 0);
    }

private:
    QObject* m_painted = nullptr;
    bool m_wasPainted = false;
    int m_depth = 0;
    double m_longest = 0;
    QByteArray m_longestOf;
};

WatchedApplication* s_application = nullptr;
bool s_isMissed = false;

void report(const char* what, double ms, double most)
{
    QByteArray of;
    const double busy = s_application->takeLongest(of);
    const bool isMissed = ms > most || busy > kMostBusyMs;
    s_isMissed = s_isMissed || isMissed;
    std::printf("%-44s %8.1f ms (at most %4.0f), window busy %6.1f ms (at most %.0f) %s%s\n", what, ms, most,
                busy, kMostBusyMs, busy > kMostBusyMs ? of.constData() : "", isMissed ? "  MISSED" : "");
    std::fflush(stdout);
}

template<typename Condition>
double waitFor(const QElapsedTimer& timer, Condition isMet)
{
    while (!isMet()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        if (timer.elapsed() > kMostSeconds * 1000)
            qFatal("waited too long");
    }
    return double(timer.nsecsElapsed()) / 1e6;
}

QElapsedTimer begin()
{
    QElapsedTimer idle;
    idle.start();
    waitFor(idle, [&idle] { return idle.elapsed() > 300; });
    QByteArray of;
    s_application->takeLongest(of);
    QElapsedTimer timer;
    timer.start();
    return timer;
}

qint64 reviewed(const WeeklyView& view)
{
    qint64 count = 0;
    for (const JudgedWeek& week : view.weeks)
        count += week.counts.reviewed;
    return count;
}

void measureTrends(OpenWorkspace& workspace)
{
    TrendsPage& page = workspace.trendsPage();
    const auto isRead = [&page] { return page.isComplete(); };
    const auto isPainted = [] { return s_application->wasPainted(); };
    QElapsedTimer timer = begin();
    s_application->waitForPaintOf(&page);
    workspace.window().showPage(QStringLiteral("trends"));
    report("trends opened, first paint", waitFor(timer, isPainted), 150);
    report("trends opened, complete", waitFor(timer, isRead), 300);
    timer = begin();
    page.reload();
    report("trends read again", waitFor(timer, isRead), 300);
    auto* cards = page.findChild<MetricCards*>();
    double longest = 0;
    for (const Definition& metric : definitions()) {
        timer = begin();
        s_application->waitForPaintOf(&page);
        cards->choose(metric.id);
        page.update();
        longest = std::max(longest, waitFor(timer, isPainted));
    }
    report("another metric, longest of all", longest, 50);
}

void measureFilters(OpenWorkspace& workspace, const QStringList& filters)
{
    TrendsPage& page = workspace.trendsPage();
    const auto show = [&page](const char* what, const ViewFilter& view) {
        const QElapsedTimer timer = begin();
        bool isLoaded = false;
        const auto connection =
            QObject::connect(&page, &TrendsPage::loaded, &page, [&isLoaded] { isLoaded = true; });
        page.showView(view);
        report(what, waitFor(timer, [&isLoaded] { return isLoaded; }), 200);
        QObject::disconnect(connection);
    };
    show("filter: a client", {.client = filters[0]});
    show("filter: a model", {.model = filters[1]});
    show("filter: a template", {.templateName = filters[2]});
    show("filter: a client, model and template",
         {.client = filters[0], .model = filters[1], .templateName = filters[2]});
    show("filter: all", {});
}

void measureVerdict(OpenWorkspace& workspace)
{
    TrendsPage& page = workspace.trendsPage();
    workspace.window().showPage(QStringLiteral("review"));
    auto* accept = workspace.window().findChild<QAbstractButton*>(QStringLiteral("verdict_accepted"));
    if (accept == nullptr || !accept->isEnabled()) {
        std::printf("no verdict can be given in this workspace\n");
        return;
    }
    const qint64 before = reviewed(page.shown());
    const QElapsedTimer timer = begin();
    accept->click();
    workspace.window().showPage(QStringLiteral("trends"));
    report("a verdict is in the chart", waitFor(timer, [&] { return reviewed(page.shown()) > before; }), 500);
}

void measureLibrary(OpenWorkspace& workspace)
{
    LibraryPage& page = workspace.libraryPage();
    bool isListed = false;
    QObject::connect(&page, &LibraryPage::listed, &page, [&isListed] { isListed = true; });
    QElapsedTimer timer = begin();
    s_application->waitForPaintOf(&page);
    workspace.window().showPage(QStringLiteral("library"));
    report("library opened, first paint", waitFor(timer, [] { return s_application->wasPainted(); }), 150);
    report("library, every generation listed", waitFor(timer, [&isListed] { return isListed; }), 3000);
    auto* view = page.findChild<LibraryView*>();
    timer = begin();
    constexpr int kSteps = 200;
    QScrollBar* bar = view->verticalScrollBar();
    for (int i = 1; i <= kSteps; ++i) {
        bar->setValue(int(qint64(bar->maximum()) * i / kSteps));
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    report("library scrolled through, a step", double(timer.nsecsElapsed()) / 1e6 / kSteps, 16);
}

} // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    WatchedApplication application(argc, argv);
    s_application = &application;
    if (argc != 5) {
        std::printf("usage: bench_pages WORKSPACE CLIENT MODEL TEMPLATE\n");
        return 2;
    }
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    Appearance appearance(&settings);
    auto opened = OpenWorkspace::open(QString::fromLocal8Bit(argv[1]), QTimeZone::utc(),
                                      {appearance, settings, systemClock()});
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));
    OpenWorkspace& workspace = **opened;
    workspace.window().resize(1600, 1000);
    workspace.window().show();
    QElapsedTimer started;
    started.start();
    waitFor(started, [&workspace] { return !workspace.trendsPage().shown().weeks.empty(); });
    measureTrends(workspace);
    measureFilters(workspace, {QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[3]),
                               QString::fromLocal8Bit(argv[4])});
    measureVerdict(workspace);
    measureLibrary(workspace);
    return s_isMissed ? 1 : 0;
}
