// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewflow.h"

#include "ui/review/draftoffer.h"

#include "app/base/log.h"
#include "app/checklist/draftedchecklist.h"
#include "app/store/generations.h"
#include "app/store/reviews.h"
#include "app/store/storewriter.h"
#include "app/store/workspacesettings.h"

#include <chrono>

namespace assay {

namespace {

using namespace std::chrono_literals;

constexpr auto kCountsTick = 250ms;

ReviewSession::Services sessionServices(const ReviewServices& services)
{
    return {services.writer, services.zone, services.clock, services.reviewer};
}

int storedMostOffered(const Database& database)
{
    const Result<std::optional<int>> stored = WorkspaceSettings(database).mostOffered();
    if (!stored)
        qCWarning(logUi) << "setting not read:" << stored.error().detail;
    return stored ? stored->value_or(kMostOffered) : kMostOffered;
}

} // namespace

ReviewFlow::ReviewFlow(const ReviewServices& services, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_calendar(services.zone)
    , m_session(sessionServices(services))
    , m_model(services.database, m_session)
    , m_mostOffered(storedMostOffered(services.database))
{
    m_countsTick.setSingleShot(true);
    m_countsTick.setInterval(kCountsTick);
    connect(&m_countsTick, &QTimer::timeout, this, &ReviewFlow::refreshCounts);
    connect(&m_model, &QueueModel::readFailed, this, &ReviewFlow::readFailed);
    connect(&m_session, &ReviewSession::stateChanged, this,
            [this](GenerationId id) { m_model.refresh({id}); });
    connect(&m_image, &OpenImage::checklistEdited, this, [this] {
        m_image.settleChecklist();
        m_session.saveChecklist(m_image.id(), m_image.checklist());
    });
    connect(&m_session, &ReviewSession::saved, this, [this](GenerationId id, SaveKind kind) {
        if (kind == SaveKind::Template && id == m_image.id())
            m_image.settleTemplate();
    });
    connectStore(services.writer);
}

ReviewFlow::~ReviewFlow()
{
    keepDraft();
}

void ReviewFlow::connectStore(StoreWriter& writer)
{
    connect(&writer, &StoreWriter::generationsAdded, this, [this](const QList<GenerationId>& ids) {
        m_model.addArrived(ids);
        countSoon();
    });
    connect(&writer, &StoreWriter::generationsChanged, this, [this](const QList<GenerationId>& ids) {
        m_model.refresh(ids);
        countSoon();
    });
    connect(&writer, &StoreWriter::reviewSaved, this, [this](GenerationId id) {
        m_model.refresh({id});
        m_countsTick.start(); // again with each: who goes on at once does not wait for the counting
    });
}

/// Once per tick, however many arrive and for however long.
void ReviewFlow::countSoon()
{
    if (!m_countsTick.isActive())
        m_countsTick.start();
}

void ReviewFlow::followOthers(const QList<GenerationId>& added)
{
    m_model.addArrived(added);
    m_model.refreshRead();
    countSoon();
}

void ReviewFlow::readAgain()
{
    keepDraft();
    m_model.refreshRead();
    const GenerationId open = m_image.id();
    if (!m_image.isOpen())
        return;
    m_image.close();
    openImage(open);
}

void ReviewFlow::show(const QueueFilter& filter)
{
    keepDraft();
    const GenerationId before = m_image.id();
    if (const Result<void> loaded = m_model.load(filter); !loaded) {
        emit readFailed(loaded.error());
        return;
    }
    refreshCounts();
    emit laneShown();
    if (m_model.rowCount() == 0) {
        m_image.close();
        emit imageOpened();
        return;
    }
    const int same = m_model.rowOf(before);
    open(same >= 0 ? same : std::max(0, m_model.firstUndecided()));
}

Pace ReviewFlow::paceToday() const
{
    const QDate today = m_calendar.localDate(m_services.clock());
    const QDateTime from = today.startOfDay(m_services.zone);
    const QDateTime to = today.addDays(1).startOfDay(m_services.zone);
    return pace(fromEpochMs(from.toMSecsSinceEpoch()), fromEpochMs(to.toMSecsSinceEpoch()));
}

Pace ReviewFlow::paceOverall() const
{
    return pace(UtcTime{}, m_services.clock() + 24h);
}

Pace ReviewFlow::pace(UtcTime from, UtcTime to) const
{
    const Result<Pace> pace = Queue(m_services.database).pace(from, to);
    if (!pace) {
        qCWarning(logUi) << "pace not read:" << pace.error().detail;
        return {};
    }
    return *pace;
}

Result<AssetHistory> ReviewFlow::history() const
{
    Result<AssetHistory> history = Queue(m_services.database).history(m_image.id());
    if (!history || row() < 0)
        return history;
    // In its own cycle the open image stands for itself.
    const QueueRow* shown = m_model.row(row());
    for (HistoryEntry& entry : history->cycles) {
        if (!shown || entry.cycle != shown->cycle)
            continue;
        entry.id = shown->id;
        entry.candidate = shown->candidate;
        entry.imagePath = shown->imagePath;
        entry.sha256 = shown->sha256;
        entry.disposition = m_model.verdict(row());
        entry.prompt = m_image.generation().prompt.value_or(QString());
        entry.checkTotal = int(m_image.checklist().size()); // a drafted one is stored nowhere yet
    }
    return history;
}

bool ReviewFlow::isAllDecided() const
{
    return m_counts.all > 0 && m_counts.toReview == 0 && m_session.failedCount() == 0 &&
           m_session.savingCount() == 0;
}

QList<ImageSource> ReviewFlow::sourcesAhead(int count) const
{
    QList<ImageSource> sources;
    const int here = m_model.rowOf(m_image.id());
    const int step = int(m_direction);
    for (int i = 1; i <= count + 1; ++i) {
        const int row = i <= count ? here + i * step : here - step;
        const QueueRow* shown = row >= 0 && row < m_model.rowCount() ? m_model.row(row) : nullptr;
        if (shown && !shown->imagePath.isEmpty())
            sources.append({shown->imagePath, shown->sha256});
    }
    return sources;
}

bool ReviewFlow::open(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return false;
    const GenerationId id = m_model.idAt(row);
    if (id == m_image.id())
        return true;
    keepDraft();
    m_direction = row < this->row() ? Direction::Backward : Direction::Forward;
    const Result<OpenImage::Content> content = read(id);
    if (!content) {
        emit readFailed(content.error());
        return false;
    }
    m_image.open(*content);
    emit imageOpened();
    return true;
}

bool ReviewFlow::openImage(GenerationId id)
{
    return open(m_model.ensure(id));
}

bool ReviewFlow::step(Direction direction)
{
    return open(row() + int(direction));
}

void ReviewFlow::decide(Disposition disposition)
{
    const int row = this->row();
    if (row < 0)
        return;
    Decision decision;
    decision.target = {m_image.id(), m_model.targetName(row)};
    decision.before = m_model.verdict(row);
    decision.review.disposition = disposition;
    decision.review.checks = m_image.checks();
    decision.review.note = m_image.note();
    saveDraftedChecklist();
    m_session.decide(decision);
    m_image.settle();
    afterVerdict(row);
}

void ReviewFlow::undo()
{
    keepDraft();
    const std::optional<Decision> decision = m_session.undo();
    if (!decision)
        return;
    // The image may be the open one: it is read again, now with its verdict taken back.
    m_image.close();
    openImage(decision->target.id);
}

void ReviewFlow::redo()
{
    keepDraft();
    const std::optional<Decision> decision = m_session.redo();
    if (!decision)
        return;
    m_image.close();
    if (openImage(decision->target.id))
        afterVerdict(row());
}

void ReviewFlow::setMostOffered(int most)
{
    if (most == m_mostOffered)
        return;
    m_mostOffered = most;
    m_session.saveMostOffered(m_image.id(), most);
    if (!m_image.isChecklistDrafted() || m_image.isTouched())
        return;
    const GenerationId id = m_image.id();
    m_image.close(); // read again, it is drafted with the new number
    openImage(id);
}

void ReviewFlow::saveToTemplate()
{
    const QString name = m_image.isOpen() ? m_image.generation().promptTemplate : QString();
    if (name.isEmpty())
        return;
    m_session.saveTemplate(m_image.id(), name,
                           {m_image.checklist(), m_image.generation().prompt.value_or(QString())});
}

void ReviewFlow::keepDraft()
{
    if (!m_image.isTouched())
        return;
    saveDraftedChecklist();
    m_session.keepDraft(m_image.id(), m_image.draft());
    m_image.settle();
}

void ReviewFlow::afterVerdict(int row)
{
    if (m_isAutoAdvancing && !open(row + 1))
        open(m_model.firstUndecided()); // the end of the lane: back to what was left out
}

void ReviewFlow::refreshCounts()
{
    const Result<QueueCounts> counts = Queue(m_services.database).counts(m_model.filter());
    if (!counts) {
        emit readFailed(counts.error());
        return;
    }
    m_counts = *counts;
    emit countsChanged();
}

Result<OpenImage::Content> ReviewFlow::read(GenerationId id) const
{
    Generations generations(m_services.database, m_calendar);
    Reviews reviews(m_services.database);
    Result<Generation> generation = generations.get(id);
    if (!generation)
        return generation.error();
    const Result<std::optional<Review>> review = reviews.inForce(id);
    if (!review)
        return review.error();
    const Result<ReviewDraft> draft = reviews.draft(id);
    if (!draft)
        return draft.error();

    OpenImage::Content content;
    content.generation = *generation;
    content.review = *review;
    content.draft = *draft;
    // What the store does not have yet is newer than what it has.
    if (const std::optional<Checklist> checklist = m_session.unsavedChecklist(id))
        content.generation.checklist = *checklist;
    if (const std::optional<Unsaved> verdict = m_session.unsavedVerdict(id)) {
        content.review = m_session.unsavedReview(id);
        if (verdict->kind == SaveKind::Verdict)
            content.draft = {};
    }
    if (const std::optional<ReviewDraft> unsaved = m_session.unsavedDraft(id))
        content.draft = *unsaved;
    const DraftSources sources{m_services.database, m_calendar, m_session, m_mostOffered};
    if (const Result<void> offered = offerDrafts(sources, &content); !offered)
        return offered.error();
    return content;
}

/// Answers refer to it: it is stored before them, as the reviewer saw it.
void ReviewFlow::saveDraftedChecklist()
{
    if (!m_image.isChecklistDrafted())
        return;
    m_image.settleChecklist();
    m_session.saveChecklist(m_image.id(), m_image.checklist());
}

} // namespace assay
