// SPDX-License-Identifier: GPL-3.0-or-later
// ReviewPage: queue, image and panel joined, driven by keys. GUI thread; the frame owns it, shows its actions
// in the menu and places its status items. It decides nothing itself: the flow does, and what is shown as
// saved is saved.
#pragma once

#include "ui/common/thumbnails.h"
#include "ui/review/reviewactions.h"
#include "ui/review/reviewflow.h"
#include "ui/review/reviewstatus.h"

#include <QPointer>
#include <QWidget>

class QStackedWidget;

namespace assay {

class AllDecided;
class ImageColumn;
class QueueView;
class ReviewPanel;

class ReviewPage : public QWidget
{
    Q_OBJECT

public:
    ReviewPage(const ReviewServices& services, ImageLoader& loader, QWidget* parent = nullptr);
    ~ReviewPage() override;

    /// Reads the queue and opens the first image without a verdict.
    void start();

    const ReviewActions& actions() const { return *m_actions; }
    /// For the status bar; the page keeps it up to date, the frame owns it once it is placed.
    ReviewStatus* status() const { return m_status; }
    ReviewFlow& flow() { return m_flow; }

    /// Who decides from now on.
    void setReviewer(const QString& name) { m_flow.session().setReviewer(name); }

    /// `lastImageTime`: when the last image arrived, in words; empty: none did.
    void setWatched(int folders, const QString& lastImageTime);

    /// What is known about the images is different now, or their files are there again.
    void readAgain();

    /// Keeps the ticks of the open image; called before the window closes.
    void keepDraft() { m_flow.keepDraft(); }

signals:
    /// How many verdicts or changes are not saved, for menu and status bar.
    void notSavedChanged(int count);
    void addFolderRequested();
    /// The metadata of these images, selected in the queue.
    void readMetadataRequested(const QList<assay::GenerationId>& ids);

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void connectFlow();
    void connectVerdicts();
    void connectChecklist();
    void connectQueue();
    void connectColumn();
    void showFilter(const QueueFilter& filter);
    void askForMetadata();
    void showLane();
    void showImage();
    void showHistory();
    void showCounts();
    void showSaving();
    void showUndo();
    void showReadProblem(const Error& error);
    void arrange();
    void updateActions();
    void setDetailsShown(bool areShown);
    void openFolderOf(const QString& path);

    ReviewServices m_services;
    ReviewFlow m_flow;
    Thumbnails m_thumbnails;
    ReviewActions* m_actions;
    QueueView* m_queue;
    QStackedWidget* m_stack;
    QWidget* m_work;
    ImageColumn* m_column;
    ReviewPanel* m_panel;
    AllDecided* m_done;
    QPointer<ReviewStatus> m_status;
    QTimer m_historyTick;
};

} // namespace assay
