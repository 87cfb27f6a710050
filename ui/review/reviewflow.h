// SPDX-License-Identifier: GPL-3.0-or-later
// ReviewFlow: what happens on the review page, without its widgets: which lane is shown, which image is open,
// what a verdict, an undo and a step do to both. Reads on the GUI thread's read-only connection; everything
// written goes through the session. GUI thread, owned by the page.
#pragma once

#include "app/base/isoweek.h"
#include "app/images/imagesource.h"

#include "ui/review/openimage.h"
#include "ui/review/queuemodel.h"
#include "ui/review/reviewsession.h"

#include <QObject>
#include <QTimer>

namespace assay {

/// What the page works with. All of it outlives the page.
struct ReviewServices
{
    const Database& database; ///< read-only, of the GUI thread
    StoreWriter& writer;
    QTimeZone zone; ///< of the workspace's weeks and of "today"
    Clock clock;
    QString reviewer; ///< name or initials; may be empty
};

class ReviewFlow : public QObject
{
    Q_OBJECT

public:
    enum class Direction { Backward = -1, Forward = 1 };

    explicit ReviewFlow(const ReviewServices& services, QObject* parent = nullptr);
    ~ReviewFlow() override;

    QueueModel& model() { return m_model; }
    const QueueModel& model() const { return m_model; }
    ReviewSession& session() { return m_session; }
    OpenImage& image() { return m_image; }

    /// Somebody else changed the workspace; these generations are new.
    void followOthers(const QList<GenerationId>& added);
    /// What is known about the images is different now: the rows that were read and the open image are read
    /// again, with what was ticked.
    void readAgain();

    /// Loads the lane and opens its first undecided image.
    void show(const QueueFilter& filter);
    const QueueCounts& counts() const { return m_counts; }
    Pace paceToday() const;
    Pace paceOverall() const;
    Result<AssetHistory> history() const;
    /// Something is in the workspace, and all of it has a verdict that is saved.
    bool isAllDecided() const;

    /// Row of the open image; -1: none.
    int row() const { return m_model.rowOf(m_image.id()); }
    /// The next images in the direction of travel, then the one behind, for decoding ahead.
    QList<ImageSource> sourcesAhead(int count) const;
    bool open(int row);
    bool openImage(GenerationId id); ///< inserted into the list where the lane does not hold it
    bool step(Direction direction);

    bool isAutoAdvancing() const { return m_isAutoAdvancing; }
    void setAutoAdvancing(bool isOn) { m_isAutoAdvancing = isOn; }
    void decide(Disposition disposition);
    void undo();
    void redo();

    /// How many constraints a drafted checklist offers; the rest is folded away.
    int mostOffered() const { return m_mostOffered; }
    void setMostOffered(int most);
    /// The open image's checklist becomes its template's, for images that have none yet.
    void saveToTemplate();
    /// Keeps ticks and note of the open image that have no verdict yet; done by itself when it is left.
    void keepDraft();

signals:
    void laneShown();
    void imageOpened();
    void countsChanged();
    void readFailed(const assay::Error& error);

private:
    void connectStore(StoreWriter& writer);
    void countSoon();
    void refreshCounts();
    void afterVerdict(int row);
    Result<OpenImage::Content> read(GenerationId id) const;
    void saveDraftedChecklist();
    Pace pace(UtcTime from, UtcTime to) const;

    ReviewServices m_services;
    WeekCalendar m_calendar;
    ReviewSession m_session;
    QueueModel m_model;
    OpenImage m_image;
    QueueCounts m_counts;
    QTimer m_countsTick;
    Direction m_direction = Direction::Forward;
    bool m_isAutoAdvancing = true;
    int m_mostOffered;
};

} // namespace assay
