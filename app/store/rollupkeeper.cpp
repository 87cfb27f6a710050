// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/rollupkeeper.h"

#include "app/base/whenfinished.h"
#include "app/store/rollups.h"
#include "app/store/storewriter.h"

namespace assay {

namespace {

// A burst of announcements is counted once; a verdict is still in the chart within half a second.
constexpr std::chrono::milliseconds kDelay{100};
constexpr std::chrono::milliseconds kRetryDelay{5000};

} // namespace

RollupKeeper::RollupKeeper(StoreWriter& writer, QObject* parent)
    : QObject(parent)
    , m_writer(writer)
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &RollupKeeper::countSome);
    connect(&writer, &StoreWriter::generationsAdded, this, &RollupKeeper::countLater);
    connect(&writer, &StoreWriter::generationsChanged, this, &RollupKeeper::countLater);
    connect(&writer, &StoreWriter::reviewSaved, this, &RollupKeeper::countLater);
    countLater();
}

void RollupKeeper::countLater()
{
    m_isStale = true;
    if (!m_later.isActive())
        m_later.start(kDelay);
}

void RollupKeeper::countSome()
{
    if (m_isCounting)
        return;
    m_isCounting = true;
    m_isStale = false;
    const auto counting = m_writer.run<bool>(StoreWriter::Priority::Bulk, [](const Database& database) {
        return Rollups(database).refreshSome();
    });
    whenFinished(counting, this, [this](const Result<bool>& hasMore) { goOn(hasMore); });
}

void RollupKeeper::goOn(const Result<bool>& hasMore)
{
    m_isCounting = false;
    if (!hasMore) {
        m_later.start(kRetryDelay);
        emit failed(hasMore.error());
    } else if (*hasMore || m_isStale) {
        countSome();
    } else {
        emit refreshed();
    }
}

} // namespace assay
