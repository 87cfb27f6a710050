// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weekly/reviewdrafts.h"

#include "app/base/whenfinished.h"
#include "app/store/storewriter.h"
#include "app/store/transaction.h"
#include "app/store/weeklyreviews.h"

#include <algorithm>
#include <chrono>

namespace assay {

namespace {

using namespace std::chrono_literals;

constexpr auto kTypingPause = 400ms;

Result<void> put(const Database& database, const ViewFilter& view, const DraftedDecision& draft)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto written = WeeklyReviews(database).putDraft(view, draft); !written)
        return written;
    return transaction->commit();
}

bool isAbout(const DraftedDecision& draft, IsoWeek week, MetricId metric)
{
    return draft.week == week && draft.metric == metric;
}

} // namespace

ReviewDrafts::ReviewDrafts(StoreWriter& writer, QObject* parent)
    : QObject(parent)
    , m_writer(writer)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kTypingPause);
    connect(&m_pause, &QTimer::timeout, this, &ReviewDrafts::flush);
}

ReviewDrafts::~ReviewDrafts()
{
    flush();
}

void ReviewDrafts::setStored(const ViewFilter& view, const std::vector<DraftedDecision>& drafts)
{
    m_view = view;
    std::erase_if(m_entries, [&view](const Entry& entry) { return entry.view == view && !entry.isChanged; });
    for (const DraftedDecision& draft : drafts) {
        const bool isKnown = std::ranges::any_of(m_entries, [&](const Entry& entry) {
            return entry.view == view && isAbout(entry.draft, draft.week, draft.metric);
        });
        if (!isKnown)
            m_entries.push_back({view, draft});
    }
}

DraftedDecision ReviewDrafts::of(IsoWeek week, MetricId metric) const
{
    for (const Entry& entry : m_entries) {
        if (entry.view == m_view && isAbout(entry.draft, week, metric))
            return entry.draft;
    }
    return {.week = week, .metric = metric};
}

void ReviewDrafts::decide(IsoWeek week, MetricId metric, AlertDecision decision)
{
    Entry& entry = entryOf(week, metric);
    entry.draft.decision = decision;
    handOver(entry);
}

void ReviewDrafts::setNote(IsoWeek week, MetricId metric, const QString& note)
{
    Entry& entry = entryOf(week, metric);
    if (entry.draft.note == note)
        return;
    entry.draft.note = note;
    entry.isChanged = true;
    entry.isWaiting = true;
    m_pause.start();
}

void ReviewDrafts::forget(const ViewFilter& view, IsoWeek week, const DecidedAlert& decided)
{
    std::erase_if(m_entries, [&](const Entry& entry) {
        return entry.view == view && isAbout(entry.draft, week, decided.metric) &&
               entry.draft.note.trimmed() == decided.note;
    });
}

void ReviewDrafts::flush()
{
    m_pause.stop();
    for (Entry& entry : m_entries) {
        if (entry.isWaiting)
            handOver(entry);
    }
}

bool ReviewDrafts::isRefused() const
{
    return std::ranges::any_of(m_entries, &Entry::isRefused);
}

ReviewDrafts::Entry& ReviewDrafts::entryOf(IsoWeek week, MetricId metric)
{
    for (Entry& entry : m_entries) {
        if (entry.view == m_view && isAbout(entry.draft, week, metric))
            return entry;
    }
    return m_entries.emplace_back(Entry{m_view, {.week = week, .metric = metric}});
}

void ReviewDrafts::handOver(Entry& entry)
{
    entry.isChanged = true;
    entry.isWaiting = false;
    const auto storing = m_writer.run<void>(
        StoreWriter::Priority::Urgent, [view = entry.view, draft = entry.draft](const Database& database) {
            return put(database, view, draft);
        });
    whenFinished(storing, this, [this, view = entry.view, draft = entry.draft](const Result<void>& result) {
        takeAnswer(view, draft, result.has_value());
        if (result)
            emit stored();
        else
            emit failed(result.error());
    });
}

/// What could not be stored is tried again by the next flush(), with what stands there by then.
void ReviewDrafts::takeAnswer(const ViewFilter& view, const DraftedDecision& draft, bool isStored)
{
    for (Entry& entry : m_entries) {
        if (entry.view != view || !isAbout(entry.draft, draft.week, draft.metric))
            continue;
        entry.isRefused = !isStored;
        entry.isWaiting = entry.isWaiting || !isStored;
    }
}

} // namespace assay
