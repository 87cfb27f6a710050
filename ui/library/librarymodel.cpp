// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarymodel.h"

#include "ui/library/librarywords.h"

#include <algorithm>

namespace assay {

namespace {

constexpr int kKeptRows = 8192;
constexpr int kPage = 64; ///< asked for together
constexpr qsizetype kMostPages = 8;

} // namespace

LibraryModel::LibraryModel(QObject* parent)
    : QAbstractListModel(parent)
    , m_rows(kKeptRows)
{
    m_tick.setSingleShot(true);
    m_tick.setInterval(0);
    connect(&m_tick, &QTimer::timeout, this, &LibraryModel::askForRows);
}

int LibraryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

QVariant LibraryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == IdRole)
        return m_ids.at(index.row()).value;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const LibraryRow* shown = row(index.row());
    if (!shown)
        return QString();
    return role == Qt::DisplayRole ? libraryName(*shown) : spokenRow(*shown);
}

void LibraryModel::setIds(const QList<GenerationId>& ids)
{
    const qsizetype before = m_ids.size();
    const bool goesOn =
        before > 0 && ids.size() >= before && std::equal(m_ids.cbegin(), m_ids.cend(), ids.cbegin());
    if (goesOn && ids.size() == before)
        return;
    if (goesOn) {
        beginInsertRows({}, int(before), int(ids.size()) - 1);
        m_ids = ids;
        endInsertRows();
        return;
    }
    beginResetModel();
    m_ids = ids;
    m_wanted.clear();
    m_asked.clear();
    endResetModel();
}

void LibraryModel::insert(const QList<LibraryInsertion>& insertions)
{
    for (const LibraryInsertion& insertion : insertions) {
        const qsizetype count = insertion.ids.size();
        beginInsertRows({}, int(insertion.before), int(insertion.before + count) - 1);
        m_ids.insert(insertion.before, count, GenerationId{});
        std::copy(insertion.ids.cbegin(), insertion.ids.cend(), m_ids.begin() + insertion.before);
        endInsertRows();
    }
}

void LibraryModel::takeRows(const QList<LibraryRow>& rows)
{
    for (const LibraryRow& read : rows) {
        m_rows.insert(read.id, new LibraryRow(read));
        m_stale.remove(read.id);
        m_asked.remove(read.id);
    }
    if (!m_ids.isEmpty())
        emit dataChanged(index(0), index(int(m_ids.size()) - 1));
}

void LibraryModel::refresh(const QList<GenerationId>& ids)
{
    for (const GenerationId id : ids) {
        m_asked.remove(id);
        if (m_rows.contains(id))
            m_stale.insert(id);
    }
    if (!m_ids.isEmpty())
        emit dataChanged(index(0), index(int(m_ids.size()) - 1));
}

void LibraryModel::refreshAll()
{
    refresh(m_rows.keys());
}

const LibraryRow* LibraryModel::row(int row) const
{
    const GenerationId id = m_ids.at(row);
    const LibraryRow* shown = m_rows.object(id);
    if (!shown || m_stale.contains(id))
        want(row);
    return shown;
}

void LibraryModel::want(int row) const
{
    if (m_asked.contains(m_ids.at(row)))
        return;
    m_wanted.append(row);
    if (!m_tick.isActive())
        m_tick.start();
}

/// Whole pages, so that scrolling on finds its rows; of what was wanted in a long scroll, the last.
void LibraryModel::askForRows()
{
    QList<int> pages;
    for (auto row = m_wanted.crbegin(); row != m_wanted.crend() && pages.size() < kMostPages; ++row) {
        if (!pages.contains(*row / kPage))
            pages.append(*row / kPage);
    }
    m_wanted.clear();
    for (const int page : std::as_const(pages)) {
        QList<GenerationId> ids;
        for (const GenerationId id : m_ids.mid(qsizetype(page) * kPage, kPage)) {
            const bool isRead = m_rows.contains(id) && !m_stale.contains(id);
            if (isRead || m_asked.contains(id))
                continue;
            m_asked.insert(id);
            ids.append(id);
        }
        if (!ids.isEmpty())
            emit rowsWanted(ids);
    }
}

QString libraryName(const LibraryRow& row)
{
    return row.asset.isEmpty() ? row.fileName : row.asset;
}

} // namespace assay
