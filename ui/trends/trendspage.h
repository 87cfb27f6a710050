// SPDX-License-Identifier: GPL-3.0-or-later
// TrendsPage: the ops lead's page: cards of all metrics, the chart of the chosen one, what happened. GUI
// thread. Reads through a loader of its own and is never waited for; it does not watch the store.
// Left and Right walk the weeks, Home and End go to the first and the last, Tab reaches the cards.
#pragma once

#include "ui/trends/trendsloader.h"

#include <QWidget>

class QAction;
class QPushButton;
class QSettings;
class QStackedWidget;
class QVBoxLayout;

namespace assay {

class Banner;
class ChartPanel;
class EmptyState;
class FindingsPanel;
class MetricCards;
class TrendsFilter;
class TrendsStatus;

class TrendsPage : public QWidget
{
    Q_OBJECT

public:
    /// Starts reading at once. The settings must outlive the page.
    TrendsPage(const QString& workspacePath, const Clock& clock, QSettings* settings,
               QWidget* parent = nullptr);

    /// Reads again, for when the store's weeks are new. Asked for several times, it shows the last answer
    /// only.
    void reload();
    /// Reads again now, or when the page is shown.
    void workspaceChanged();

    /// As if the person had chosen it in the filter.
    void showView(const ViewFilter& view);

    const WeeklyView& shown() const { return m_view; }
    /// Nothing that it shows, or should show, is being read.
    bool isComplete() const { return !m_isStale && m_loader.isIdle(); }
    /// The page's part of the status bar; the page owns it until it is placed.
    QWidget* statusItems() const;
    QWidget* zoneItem() const; ///< the same for the bar's right end
    /// What the page can do, for the menu and the sheet of keys; the page owns them.
    QList<QAction*> menuActions() const;

signals:
    /// The newest reading is on the page, with or without weeks.
    void loaded();
    void reviewWanted();
    /// The images that the chart's metric of that week and view is made from.
    void imagesWanted(assay::MetricId metric, assay::IsoWeek week, const assay::ViewFilter& view);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildBody();
    void addActions();
    void addWeekAction(const char* name, const QString& text, int key);
    void showContent(const TrendsContent& content);
    void showProblem(const Error& error);
    void showEmptiness();
    void askWhere(MetricId metric, Dimension dimension);
    void showMisses();
    void saveData(const QString& path, const std::vector<MetricId>& metrics);
    void tellSaved(const QString& path);
    void tellNotSaved(const Error& error);
    void showWeeks();
    std::span<const JudgedWeek> visibleWeeks() const;
    void walk(QStringView action);
    void openWeek(int index);
    void setSmall(bool isSmall);

    QString m_workspacePath;
    TrendsLoader m_loader;
    QSettings* m_settings;
    WeeklyView m_view;
    std::optional<IsoWeek> m_chosenWeek; ///< by the person; else the week of the cards
    TrendsFilter* m_filter;
    Banner* m_banner;
    QStackedWidget* m_body;
    EmptyState* m_empty;
    QPushButton* m_review = nullptr;
    QPushButton* m_showAll = nullptr;
    MetricCards* m_cards;
    ChartPanel* m_chart;
    FindingsPanel* m_findings;
    QList<QAction*> m_weekActions;
    TrendsStatus* m_status;
    QVBoxLayout* m_column = nullptr;
    QVBoxLayout* m_content = nullptr;
    bool m_isStale = false; ///< the workspace changed while the page was hidden
    bool m_isSmall = false;
};

} // namespace assay
