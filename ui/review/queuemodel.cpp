// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/queuemodel.h"

#include "ui/review/reviewsession.h"

#include "app/base/log.h"

#include <algorithm>
#include <chrono>

namespace assay {

namespace {

using namespace std::chrono_literals;

constexpr int kPage = 64;
constexpr auto kArrivalTick = 100ms;
/// Above this the order of arrival is kept until the lane is loaded again: asking for all ids each time costs
/// too much.
constexpr qsizetype kMergeLimit = 50'000;

} // namespace

QList<GenerationId> mergedOrder(const QList<GenerationId>& existing, const QList<GenerationId>& fresh)
{
    const QSet<GenerationId> known(existing.cbegin(), existing.cend());
    QHash<GenerationId, QList<GenerationId>> followers; // invalid id: before everything
    GenerationId anchor;
    for (const GenerationId id : fresh) {
        if (known.contains(id))
            anchor = id;
        else
            followers[anchor].append(id);
    }
    QList<GenerationId> merged = followers.value(GenerationId{});
    merged.reserve(existing.size() + fresh.size());
    for (const GenerationId id : existing) {
        merged.append(id);
        if (const auto it = followers.constFind(id); it != followers.cend())
            merged.append(*it);
    }
    return merged;
}

QueueModel::QueueModel(const Database& database, const ReviewSession& session, QObject* parent)
    : QAbstractListModel(parent)
    , m_database(database)
    , m_session(session)
{
    m_arrivalTick.setSingleShot(true);
    m_arrivalTick.setInterval(kArrivalTick);
    connect(&m_arrivalTick, &QTimer::timeout, this, &QueueModel::insertArrived);
}

int QueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int at = index.row();
    const QueueRow* shown = row(at);
    switch (role) {
    case IdRole:
        return m_ids.at(at).value;
    case Qt::DisplayRole:
    case NameRole:
        return shown ? nameText(*shown) : QString();
    case PlaceRole:
        return shown ? placeText(*shown) : QString();
    case Qt::AccessibleTextRole:
        return shown ? QString(nameText(*shown) % QStringLiteral(", ") % placeText(*shown)) : QString();
    case VerdictRole: {
        const std::optional<Disposition> given = verdict(at);
        return given ? QVariant(int(*given)) : QVariant();
    }
    case NotSavedRole:
        return isNotSaved(at);
    case BatchRole:
        return int(batchPlace(at));
    default:
        return {};
    }
}

Result<void> QueueModel::load(const QueueFilter& filter)
{
    const Result<QList<GenerationId>> ids = Queue(m_database).ids(filter);
    if (!ids)
        return ids.error();
    beginResetModel();
    m_filter = filter;
    m_ids = *ids;
    m_rows.clear();
    m_arrived.clear();
    m_arrivalTick.stop();
    reindex();
    endResetModel();
    return {};
}

int QueueModel::rowOf(GenerationId id) const
{
    return m_rowById.value(id, -1);
}

const QueueRow* QueueModel::row(int row) const
{
    if (!m_rows.contains(m_ids.at(row)))
        readPage(row);
    const auto it = m_rows.constFind(m_ids.at(row));
    return it == m_rows.cend() ? nullptr : &*it;
}

std::optional<Disposition> QueueModel::verdict(int row) const
{
    if (const std::optional<Unsaved> unsaved = m_session.unsavedVerdict(m_ids.at(row)))
        return unsaved->disposition;
    const QueueRow* shown = this->row(row);
    return shown ? shown->disposition : std::nullopt;
}

bool QueueModel::isNotSaved(int row) const
{
    const std::optional<Unsaved> unsaved = m_session.unsavedVerdict(m_ids.at(row));
    return unsaved && unsaved->error;
}

int QueueModel::firstUndecided(int row) const
{
    for (int at = row; at < m_ids.size(); ++at) {
        if (!verdict(at))
            return at;
    }
    return -1;
}

QString QueueModel::targetName(int row) const
{
    const QueueRow* shown = this->row(row);
    if (!shown)
        return {};
    if (!shown->candidate)
        return nameText(*shown);
    return tr("%1 %2/%3").arg(nameText(*shown)).arg(*shown->candidate).arg(shown->batchSize);
}

void QueueModel::addArrived(const QList<GenerationId>& ids)
{
    m_arrived.append(ids);
    if (!m_arrivalTick.isActive())
        m_arrivalTick.start();
}

void QueueModel::refresh(const QList<GenerationId>& ids)
{
    QList<GenerationId> present;
    for (const GenerationId id : ids) {
        if (m_rowById.contains(id))
            present.append(id);
    }
    if (present.isEmpty())
        return;
    const Result<QList<QueueRow>> rows = Queue(m_database).rows(present);
    if (!rows) {
        emit readFailed(rows.error());
    } else {
        for (const QueueRow& row : *rows)
            m_rows.insert(row.id, row);
    }
    for (const GenerationId id : std::as_const(present)) {
        const QModelIndex changed = index(rowOf(id));
        emit dataChanged(changed, changed);
    }
}

int QueueModel::ensure(GenerationId id)
{
    if (const int row = rowOf(id); row >= 0)
        return row;
    insertMerged(mergedOrder(m_ids, {id}));
    return rowOf(id);
}

void QueueModel::insertArrived()
{
    const QList<GenerationId> arrived = std::exchange(m_arrived, {});
    const Queue queue(m_database);
    const bool isOrdered = m_ids.size() <= kMergeLimit;
    const Result<QList<GenerationId>> shown =
        isOrdered ? queue.ids(m_filter) : queue.matching(m_filter, arrived);
    if (!shown) {
        emit readFailed(shown.error());
        return;
    }
    if (isOrdered) {
        insertMerged(mergedOrder(m_ids, *shown));
        return;
    }
    QList<GenerationId> appended = m_ids;
    for (const GenerationId id : *shown) {
        if (!m_rowById.contains(id))
            appended.append(id);
    }
    insertMerged(appended);
}

/// `merged` is the present list with more ids in between: each run of new ones is one insertion. The
/// places of the ids are counted once, behind the last of them.
void QueueModel::insertMerged(const QList<GenerationId>& merged)
{
    int at = 0;
    while (at < merged.size()) {
        if (at < m_ids.size() && m_ids.at(at) == merged.at(at)) {
            ++at;
            continue;
        }
        int end = at;
        while (end < merged.size() && (at >= m_ids.size() || merged.at(end) != m_ids.at(at)))
            ++end;
        beginInsertRows({}, at, end - 1);
        m_ids.insert(at, end - at, GenerationId{});
        std::copy(merged.cbegin() + at, merged.cbegin() + end, m_ids.begin() + at);
        endInsertRows();
        at = end;
    }
    if (m_ids.size() == m_rowById.size())
        return;
    reindex();
    emit rowsMerged();
}

void QueueModel::reindex()
{
    m_rowById.clear();
    m_rowById.reserve(m_ids.size());
    for (int row = 0; row < m_ids.size(); ++row)
        m_rowById.insert(m_ids.at(row), row);
}

void QueueModel::readPage(int row) const
{
    const Result<QList<QueueRow>> rows = Queue(m_database).rows(m_ids.mid(row / kPage * kPage, kPage));
    if (!rows) {
        qCWarning(logUi) << "queue rows not read:" << rows.error().detail;
        return;
    }
    for (const QueueRow& read : *rows)
        m_rows.insert(read.id, read);
}

QueueModel::BatchPlace QueueModel::batchPlace(int row) const
{
    const bool joinsAbove = isSameBatch(row, row - 1);
    const bool joinsBelow = isSameBatch(row, row + 1);
    if (joinsAbove)
        return joinsBelow ? BatchPlace::Middle : BatchPlace::Last;
    return joinsBelow ? BatchPlace::First : BatchPlace::None;
}

bool QueueModel::isSameBatch(int row, int other) const
{
    if (other < 0 || other >= m_ids.size())
        return false;
    // One at a time: reading the second row may move the first.
    const QueueRow* first = this->row(row);
    const QString batch = first ? first->batch : QString();
    const QString client = first ? first->client : QString();
    const QueueRow* second = this->row(other);
    return second && !batch.isEmpty() && second->batch == batch && second->client == client;
}

QString nameText(const QueueRow& row)
{
    return row.asset.isEmpty() ? row.fileName : row.asset;
}

QString placeText(const QueueRow& row)
{
    QStringList parts;
    parts.append(row.client.isEmpty() ? QueueModel::tr("No client") : row.client);
    if (row.cycle > 1 || row.batchSize > 1)
        parts.append(QueueModel::tr("cycle %1").arg(row.cycle));
    if (row.candidate)
        parts.append(QueueModel::tr("%1/%2").arg(*row.candidate).arg(row.batchSize));
    return parts.join(QStringLiteral(" · "));
}

} // namespace assay
