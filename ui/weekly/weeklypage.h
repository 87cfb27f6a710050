// SPDX-License-Identifier: GPL-3.0-or-later
// WeeklyPage: the ops lead's half hour: the weeks and who signed them; of the chosen one everything that is
// out of band, what is decided about it, and the signature. GUI thread. Reads through a loader of its own and
// writes through the store's writer; neither is waited for. 1, 2 and 3 decide about the finding with the
// focus, N goes to its note, Tab to the next open one.
#pragma once

#include "app/base/clock.h"
#include "ui/weekly/decisionpanel.h"
#include "ui/weekly/reviewdrafts.h"
#include "ui/weekly/weeklyloader.h"

#include <QWidget>

class QSettings;
class QStackedWidget;

namespace assay {

class Banner;
class EmptyState;
class MarkLabel;
class SignBar;
class TextLabel;
class WeekFindings;
class WeekList;
class WeeklyHead;

/// All of it outlives the page.
struct WeeklyServices
{
    QString workspacePath;
    StoreWriter& writer;
    Clock clock;
    QSettings& settings;
    QString owner; ///< who signs
};

class WeeklyPage : public QWidget
{
    Q_OBJECT

public:
    /// Starts reading at once.
    explicit WeeklyPage(const WeeklyServices& services, QWidget* parent = nullptr);
    ~WeeklyPage() override;

    /// Reads again, for when the store's weeks are new. Asked for several times, it shows the last answer
    /// only.
    void reload();
    void setOwner(const QString& name);

    const WeeklyContent& shown() const { return m_content; }
    QList<QAction*> menuActions() const;
    /// The page's parts of the status bar; the page owns them until they are placed.
    MarkLabel* asOfItem() const { return m_asOf; }
    TextLabel* zoneItem() const { return m_zone; }

signals:
    /// The newest reading is on the page.
    void loaded();
    void overdueChanged(const assay::UnsignedWeeks& weeks);
    void firingRead(const std::vector<assay::AlertNews>& firing);
    void reviewWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void addActions();
    QAction* addDecision(const char* name, AlertDecision decision, int key);
    void buildPage();
    QWidget* makeBody();
    void showContent(const WeeklyContent& content);
    void showProblem(const Error& error);
    void showUnsaved(const Error& error);
    void hideUnsaved();
    void chooseClient(const std::optional<QString>& client);
    void showWeek();
    void orderTabs();
    void showDecisions();
    void showSigning();
    void takeMovements(const WeekMovements& movements);
    const JudgedWeek* chosenWeek() const;
    bool focusNextOpen();
    void decide(MetricId metric, AlertDecision decision);
    void sign();
    void addNote(MetricId metric, const QString& note);
    void store(const WeeklyReview& review);

    WeeklyServices m_services;
    WeeklyLoader m_loader;
    ReviewDrafts m_drafts;
    WeeklyContent m_content;
    std::optional<QString> m_client; ///< nothing: all
    std::optional<IsoWeek> m_signing;
    QTimer m_hourly; ///< weeks end and alerts fire without anything being stored
    DecisionActions m_actions;
    WeekList* m_list;
    WeeklyHead* m_head;
    Banner* m_banner;
    QStackedWidget* m_body;
    EmptyState* m_empty;
    WeekFindings* m_findings = nullptr;
    SignBar* m_bar;
    MarkLabel* m_asOf;
    TextLabel* m_zone;
    bool m_isUnsaved = false; ///< the banner is about it
};

} // namespace assay
