// SPDX-License-Identifier: GPL-3.0-or-later
// ReviewDrafts: what is decided on the weekly page and not signed yet. A decision is stored as it is made and
// a note when the typing pauses, so that both are there after another week was looked at, a restart or a
// crash. What was changed here wins over what a reading of the store, which may be a moment older, brings.
// Lives in the GUI thread; the writer outlives it. Destroying it hands over what is not stored yet.
#pragma once

#include "app/base/result.h"
#include "app/domain/weeklyreview.h"

#include <QObject>
#include <QTimer>

namespace assay {

class StoreWriter;

class ReviewDrafts : public QObject
{
    Q_OBJECT

public:
    explicit ReviewDrafts(StoreWriter& writer, QObject* parent = nullptr);
    ~ReviewDrafts() override;

    /// As read from the store; from now on everything is about this view.
    void setStored(const ViewFilter& view, const std::vector<DraftedDecision>& drafts);
    /// What is drafted about the metric; an empty one when nothing is.
    DraftedDecision of(IsoWeek week, MetricId metric) const;

    void decide(IsoWeek week, MetricId metric, AlertDecision decision);
    void setNote(IsoWeek week, MetricId metric, const QString& note);
    /// The store has done so already, with the signature. What was written since stays.
    void forget(const ViewFilter& view, IsoWeek week, const DecidedAlert& decided);
    /// Hands over at once what waits for a pause, and what could not be stored.
    void flush();
    bool isRefused() const; ///< the store did not take something, and was not asked again with success

signals:
    void failed(const assay::Error& error);
    void stored();

private:
    struct Entry
    {
        ViewFilter view{};
        DraftedDecision draft{};
        bool isChanged = false; ///< here: wins over the store
        bool isWaiting = false; ///< not handed over yet
        bool isRefused = false; ///< by the store, the last time
    };

    Entry& entryOf(IsoWeek week, MetricId metric);
    void handOver(Entry& entry);
    void takeAnswer(const ViewFilter& view, const DraftedDecision& draft, bool isStored);

    StoreWriter& m_writer;
    ViewFilter m_view;
    std::vector<Entry> m_entries;
    QTimer m_pause;
};

} // namespace assay
