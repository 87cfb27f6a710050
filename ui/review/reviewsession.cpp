// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewsession.h"

#include "ui/review/savejobs.h"

#include "app/base/log.h"
#include "app/store/storewriter.h"

#include <QFutureWatcher>
#include <QUuid>

#include <algorithm>
#include <ranges>

namespace assay {

namespace {

bool keepsAnswers(SaveKind kind)
{
    return kind == SaveKind::Verdict || kind == SaveKind::Withdrawal || kind == SaveKind::Draft;
}

} // namespace

ReviewSession::ReviewSession(Services services, QObject* parent)
    : QObject(parent)
    , m_services(std::move(services))
{
}

ReviewSession::~ReviewSession() = default;

void ReviewSession::decide(Decision decision)
{
    Review& review = decision.review;
    review.generation = decision.target.id;
    review.externalId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    review.reviewedAt = m_services.clock();
    review.reviewer = m_services.reviewer;

    Operation operation;
    operation.withdrawn = supersedeVerdicts(decision.target.id);
    supersedeDrafts(decision.target.id);
    operation.what = {decision.target.id, SaveKind::Verdict, review.disposition, {}};
    operation.review = review;
    m_undo.push_back(std::move(decision));
    m_redo.clear();
    submit(std::move(operation));
    emit undoChanged();
}

std::optional<Decision> ReviewSession::undo()
{
    if (m_undo.empty())
        return std::nullopt;
    const Decision decision = m_undo.back();
    m_undo.pop_back();
    m_redo.push_back(decision);
    const ReviewDraft draft{decision.review.checks, decision.review.note};
    Operation operation;
    operation.what = {decision.target.id, SaveKind::Withdrawal, decision.before, {}};
    if (const std::optional<Operation> failed = takeFailed(decision.review))
        operation.withdrawn = failed->withdrawn;
    else
        operation.withdrawn = supersedeVerdicts(decision.target.id) << decision.review;
    if (operation.withdrawn.isEmpty()) {
        keepDraft(decision.target.id, draft);
    } else {
        supersedeDrafts(decision.target.id);
        operation.draft = draft;
        submit(std::move(operation));
    }
    emit undoChanged();
    return decision;
}

std::optional<Decision> ReviewSession::redo()
{
    if (m_redo.empty())
        return std::nullopt;
    std::vector<Decision> rest = std::move(m_redo);
    Decision decision = std::move(rest.back());
    rest.pop_back();
    decide(decision);
    m_redo = std::move(rest);
    emit undoChanged();
    return decision;
}

const Decision* ReviewSession::undoable() const
{
    return m_undo.empty() ? nullptr : &m_undo.back();
}

const Decision* ReviewSession::redoable() const
{
    return m_redo.empty() ? nullptr : &m_redo.back();
}

void ReviewSession::keepDraft(GenerationId id, const ReviewDraft& draft)
{
    supersedeDrafts(id);
    Operation operation;
    operation.what = {id, SaveKind::Draft, {}, {}};
    operation.draft = draft;
    submit(std::move(operation));
}

void ReviewSession::saveChecklist(GenerationId id, const Checklist& checklist)
{
    supersede(id, SaveKind::Checklist);
    // Sent again, they must not bring the list back as it was.
    for (Operation& operation : m_operations) {
        if (operation.what.generation == id && operation.answered)
            operation.answered = checklist;
    }
    Operation operation;
    operation.what = {id, SaveKind::Checklist, {}, {}};
    operation.checklist = checklist;
    submit(std::move(operation));
}

void ReviewSession::saveTemplate(GenerationId id, const QString& name, const TemplateChecklist& checklist)
{
    const int failedBefore = failedCount();
    std::erase_if(m_operations, [&](const Operation& o) {
        return o.what.kind == SaveKind::Template && o.what.error && o.templateName == name;
    });
    Operation operation;
    operation.what = {id, SaveKind::Template, {}, {}};
    operation.templateName = name;
    operation.saved = checklist;
    submit(std::move(operation));
    if (failedBefore != failedCount())
        emit failedCountChanged(failedCount());
}

void ReviewSession::saveMostOffered(GenerationId id, int most)
{
    const int failedBefore = failedCount();
    std::erase_if(m_operations, [](const Operation& o) {
        return o.what.kind == SaveKind::MostOffered && o.what.error.has_value();
    });
    Operation operation;
    operation.what = {id, SaveKind::MostOffered, {}, {}};
    operation.most = most;
    submit(std::move(operation));
    if (failedBefore != failedCount())
        emit failedCountChanged(failedCount());
}

void ReviewSession::retry()
{
    const int failedBefore = failedCount();
    QList<GenerationId> ids;
    for (Operation& operation : m_operations) {
        if (!operation.what.error)
            continue;
        operation.what.error.reset();
        ids.append(operation.what.generation);
        send(operation);
    }
    for (const GenerationId id : std::as_const(ids))
        emit stateChanged(id);
    if (failedBefore != failedCount())
        emit failedCountChanged(failedCount());
}

int ReviewSession::failedCount() const
{
    return int(
        std::ranges::count_if(m_operations, [](const Operation& o) { return o.what.error.has_value(); }));
}

int ReviewSession::failedCount(SaveKind kind) const
{
    return int(std::ranges::count_if(m_operations, [kind](const Operation& o) {
        return o.what.error.has_value() && o.what.kind == kind;
    }));
}

int ReviewSession::savingCount() const
{
    return int(m_operations.size()) - failedCount();
}

std::optional<Unsaved> ReviewSession::unsaved(GenerationId id, SaveKind kind) const
{
    const Operation* operation = latest(id, kind);
    return operation ? std::optional(operation->what) : std::nullopt;
}

std::optional<Unsaved> ReviewSession::unsavedVerdict(GenerationId id) const
{
    for (const Operation& operation : std::views::reverse(m_operations)) {
        const bool isVerdict =
            operation.what.kind == SaveKind::Verdict || operation.what.kind == SaveKind::Withdrawal;
        if (operation.what.generation == id && isVerdict)
            return operation.what;
    }
    return std::nullopt;
}

std::optional<Review> ReviewSession::unsavedReview(GenerationId id) const
{
    const std::optional<Unsaved> what = unsavedVerdict(id);
    if (!what || what->kind != SaveKind::Verdict)
        return std::nullopt;
    return latest(id, SaveKind::Verdict)->review;
}

std::optional<ReviewDraft> ReviewSession::unsavedDraft(GenerationId id) const
{
    for (const Operation& operation : std::views::reverse(m_operations)) {
        if (operation.what.generation != id)
            continue;
        if (operation.draft)
            return operation.draft;
        if (operation.what.kind == SaveKind::Verdict)
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<Checklist> ReviewSession::unsavedChecklist(GenerationId id) const
{
    const Operation* operation = latest(id, SaveKind::Checklist);
    return operation ? std::optional(operation->checklist) : std::nullopt;
}

std::optional<TemplateChecklist> ReviewSession::unsavedTemplate(const QString& name) const
{
    for (const Operation& operation : std::views::reverse(m_operations)) {
        if (operation.what.kind == SaveKind::Template && operation.templateName == name)
            return operation.saved;
    }
    return std::nullopt;
}

std::optional<Unsaved> ReviewSession::firstFailed() const
{
    const auto it =
        std::ranges::find_if(m_operations, [](const Operation& o) { return o.what.error.has_value(); });
    return it == m_operations.end() ? std::nullopt : std::optional(it->what);
}

void ReviewSession::submit(Operation operation)
{
    const GenerationId id = operation.what.generation;
    operation.serial = ++m_lastSerial;
    // Its own saving may fail where this one does not: answers without their list would mean nothing.
    if (keepsAnswers(operation.what.kind))
        operation.answered = unsavedChecklist(id);
    m_operations.push_back(std::move(operation));
    send(m_operations.back());
    emit stateChanged(id);
}

void ReviewSession::send(Operation& operation)
{
    // A watcher and not QFuture::then(): with Qt 6.4 a continuation outlives its context.
    auto* watcher = new QFutureWatcher<Result<void>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, serial = operation.serial] {
        watcher->deleteLater();
        finish(serial, watcher->result());
    });
    watcher->setFuture(m_services.writer.run<void>(StoreWriter::Priority::Urgent, job(operation)));
}

void ReviewSession::finish(quint64 serial, const Result<void>& result)
{
    const auto it = std::ranges::find(m_operations, serial, &Operation::serial);
    if (it == m_operations.end())
        return;
    const int failedBefore = failedCount();
    const Unsaved what = it->what;
    const std::optional<Checklist> stored = result ? it->answered : std::nullopt;
    if (result || it->isObsolete) {
        m_operations.erase(it);
        if (stored)
            dropSavedChecklist(what.generation, *stored);
    } else {
        it->what.error = result.error();
        qCWarning(logUi) << "not saved:" << result.error().subject << result.error().detail;
    }
    announce(what.generation, failedBefore);
    if (result)
        emit saved(what.generation, what.kind);
}

/// The list that could not be saved by itself came with the answers.
void ReviewSession::dropSavedChecklist(GenerationId id, const Checklist& stored)
{
    std::erase_if(m_operations, [&](const Operation& o) {
        return o.what.generation == id && o.what.kind == SaveKind::Checklist && o.what.error &&
               o.checklist == stored;
    });
}

/// A new verdict or withdrawal comes in the place of those that are not saved yet. What they were to withdraw
/// is given back, for the new one to do: run after it, they would change what it says.
QList<Review> ReviewSession::supersedeVerdicts(GenerationId id)
{
    QList<Review> withdrawn;
    for (const Operation& operation : m_operations) {
        if (operation.what.generation == id)
            withdrawn += operation.withdrawn;
    }
    supersede(id, SaveKind::Verdict);
    supersede(id, SaveKind::Withdrawal);
    return withdrawn;
}

/// What is kept from now on is newer than every draft that is not saved yet.
void ReviewSession::supersedeDrafts(GenerationId id)
{
    supersede(id, SaveKind::Draft);
    for (Operation& operation : m_operations) {
        if (operation.what.generation == id)
            operation.draft.reset();
    }
}

/// Those that failed are dropped; those on their way are not tried again should they fail.
void ReviewSession::supersede(GenerationId id, SaveKind kind)
{
    const int failedBefore = failedCount();
    const auto isMeant = [&](const Operation& o) { return o.what.generation == id && o.what.kind == kind; };
    std::erase_if(m_operations, [&](const Operation& o) { return isMeant(o) && o.what.error.has_value(); });
    for (Operation& operation : m_operations)
        operation.isObsolete = operation.isObsolete || isMeant(operation);
    if (failedBefore != failedCount())
        emit failedCountChanged(failedCount());
}

/// The verdict, when the store does not have it because it failed: it is not tried again.
std::optional<ReviewSession::Operation> ReviewSession::takeFailed(const Review& review)
{
    const auto it = std::ranges::find_if(m_operations, [&](const Operation& o) {
        return o.what.kind == SaveKind::Verdict && o.review.externalId == review.externalId;
    });
    if (it == m_operations.end() || !it->what.error)
        return std::nullopt;
    Operation failed = std::move(*it);
    m_operations.erase(it);
    emit failedCountChanged(failedCount());
    return failed;
}

ReviewSession::Job ReviewSession::job(const Operation& operation) const
{
    const GenerationId id = operation.what.generation;
    const SaveContext context{&m_services.writer, m_services.zone, m_services.clock()};
    switch (operation.what.kind) {
    case SaveKind::Verdict:
        return addReviewJob(context, operation.review, operation.withdrawn, operation.answered);
    case SaveKind::Withdrawal:
        return withdrawReviewsJob(context, operation.withdrawn, operation.draft, operation.answered);
    case SaveKind::Draft:
        return saveDraftJob(context, id, *operation.draft, operation.answered);
    case SaveKind::Checklist:
        return saveChecklistJob(context, id, operation.checklist);
    case SaveKind::Template:
        return saveTemplateJob(operation.templateName, operation.saved);
    case SaveKind::MostOffered:
        return saveMostOfferedJob(operation.most);
    }
    Q_UNREACHABLE();
}

const ReviewSession::Operation* ReviewSession::latest(GenerationId id, SaveKind kind) const
{
    for (const Operation& operation : std::views::reverse(m_operations)) {
        if (operation.what.generation == id && operation.what.kind == kind)
            return &operation;
    }
    return nullptr;
}

void ReviewSession::announce(GenerationId id, int failedBefore)
{
    emit stateChanged(id);
    if (failedBefore != failedCount())
        emit failedCountChanged(failedCount());
}

} // namespace assay
