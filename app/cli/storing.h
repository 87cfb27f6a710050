// SPDX-License-Identifier: GPL-3.0-or-later
// Writing to the workspace from a command that has no writer thread: one transaction. Main thread only.
#pragma once

#include "app/store/transaction.h"

namespace assay {

/// What `write` returns, once it is committed; its error, or that of the transaction, otherwise.
template<typename Write>
auto inTransaction(const Database& database, Write write) -> decltype(write())
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    auto written = write();
    if (!written)
        return written;
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return written;
}

} // namespace assay
