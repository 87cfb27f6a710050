// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/ratekeeper.h"

#include "app/base/whenfinished.h"
#include "app/store/rates.h"
#include "app/store/storewriter.h"

namespace assay {

namespace {

constexpr std::chrono::milliseconds kRetryDelay{5000};

} // namespace

RateKeeper::RateKeeper(StoreWriter& writer, QObject* parent)
    : QObject(parent)
    , m_writer(writer)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(kRetryDelay);
    connect(&m_retry, &QTimer::timeout, this, &RateKeeper::countSome);
    countSome();
}

/// A count under way begins anew by itself: the store noted the change of the card. A question under way may
/// have been answered before the change, so it is asked again.
void RateKeeper::recount()
{
    m_asksAgain = m_isAsking;
    if (!m_isCounting) {
        m_isCounting = true;
        emit started();
    }
    countSome();
}

void RateKeeper::countSome()
{
    if (m_isAsking)
        return;
    m_isAsking = true;
    const auto counting = m_writer.run<bool>(
        StoreWriter::Priority::Bulk, [](const Database& database) { return Rates(database).recountSome(); });
    whenFinished(counting, this, [this](const Result<bool>& hasMore) { goOn(hasMore); });
}

void RateKeeper::goOn(const Result<bool>& hasMore)
{
    m_isAsking = false;
    if (!hasMore) {
        m_retry.start();
        emit failed(hasMore.error());
    } else if (std::exchange(m_asksAgain, false)) {
        countSome();
    } else if (*hasMore) {
        if (!std::exchange(m_isCounting, true))
            emit started();
        countSome();
    } else if (std::exchange(m_isCounting, false)) {
        emit finished();
    }
}

} // namespace assay
