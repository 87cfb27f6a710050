// SPDX-License-Identifier: GPL-3.0-or-later
// LibraryPage: every generation, as a grid or a table, searched, filtered and sorted; what is selected can be
// opened in review, exported, its metadata read again. From the trends it shows the images that count in a
// week's number. GUI thread. Reads through a loader of its own and is never waited for; it writes nothing.
#pragma once

#include "ui/common/thumbnails.h"
#include "ui/library/librarymodel.h"
#include "ui/library/metricimages.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QSettings;
class QStackedWidget;

namespace assay {

class Banner;
class EmptyState;
class LibraryDelegate;
class LibraryDetails;
class LibraryFilters;
class LibraryHead;
class LibraryStatus;
class LibraryView;
class StoreWriter;
class TextLabel;

/// What the page works with. All of it outlives the page.
struct LibraryServices
{
    QString workspacePath;
    StoreWriter& writer; ///< says what is new
    ImageLoader& loader;
    QTimeZone zone; ///< of the workspace's weeks
    QSettings& settings;
};

class LibraryPage : public QWidget
{
    Q_OBJECT

public:
    explicit LibraryPage(const LibraryServices& services, QWidget* parent = nullptr);
    ~LibraryPage() override;

    /// The images of that week and view that count in the metric, worst first; whether there can be any.
    bool showImagesOf(const MetricWeek& shown);
    /// Somebody else changed the workspace, files are there again, or rates are different.
    void readAgain();
    /// The roll-ups are new: so may be clients, models, templates and weeks.
    void readChoices() { m_loader.readChoices(); }

    const LibraryFilter& filter() const { return m_filter; }
    LibraryModel& model() { return m_model; }
    /// What is selected, in the order shown.
    QList<GenerationId> selectedIds() const;
    /// Its part of the status bar; the page owns it until it is placed.
    QWidget* statusItems() const;
    QList<QAction*> menuActions() const { return m_actions; }
    void exportSelectionTo(const QString& path);

signals:
    void openInReviewRequested(assay::GenerationId id);
    void readMetadataRequested(const QList<assay::GenerationId>& ids);
    void trendsRequested();
    void listed(); ///< the newest list is on the page, whole

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void makeActions();
    QAction* addAction(const char* name, const QString& text, const QKeySequence& key, const char* icon = "");
    QWidget* makeBody();
    QWidget* makeFoot();
    void connectLoader();
    void connectStore();
    void connectParts();
    void takeFilter();
    void clearFilter();
    void list();
    void takeIds(const QList<GenerationId>& ids);
    void showWhole(std::chrono::milliseconds took);
    void grow(const QList<LibraryInsertion>& insertions);
    void showCount();
    void showTitle();
    void showSelection();
    void showCurrent(int row);
    void openCurrent();
    void chooseExport();
    void showProblem(const Error& error);
    void leave();
    void arrange();
    bool canReview() const;

    LibraryServices m_services;
    LibraryLoader m_loader;
    LibraryModel m_model;
    Thumbnails m_thumbnails;
    LibraryFilter m_filter;
    std::optional<LibraryFilter> m_drilled; ///< the one that a week led to
    QString m_drilledTitle;
    GenerationId m_current;
    std::optional<qint64> m_all; ///< in the workspace
    std::chrono::milliseconds m_took{};
    bool m_isWhole = false;
    bool m_isRead = false;
    bool m_isStale = false;
    QTimer m_growing;
    QTimer m_counting;
    QTimer m_detailing;
    QList<QAction*> m_actions;
    QAction* m_search = nullptr;
    QAction* m_open = nullptr;
    QAction* m_readMetadata = nullptr;
    QAction* m_export = nullptr;
    QAction* m_details = nullptr;
    LibraryFilters* m_filters;
    LibraryHead* m_head = nullptr;
    Banner* m_banner;
    QStackedWidget* m_body = nullptr;
    EmptyState* m_empty = nullptr;
    EmptyState* m_nothing = nullptr;
    LibraryDelegate* m_delegate;
    LibraryView* m_view;
    TextLabel* m_selected = nullptr;
    LibraryDetails* m_detail;
    QPointer<LibraryStatus> m_status;
    bool m_areFiltersOpen = false; ///< asked for where there is no room for both
};

} // namespace assay
