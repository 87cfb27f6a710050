// SPDX-License-Identifier: GPL-3.0-or-later
// How a Generation value and a row of the table are each other's image; nothing about when to write one. For
// the store thread when writing, for any connection when reading.
#pragma once

#include "app/domain/generation.h"
#include "app/store/checklists.h"
#include "app/store/database.h"
#include "app/store/statement.h"

namespace assay {

/// The row numbers that stand in a generation's row for what it shares with others, and what is derived.
struct GenerationKeys
{
    qint64 client = 0;
    std::optional<qint64> asset;
    std::optional<qint64> promptTemplate;
    std::optional<qint64> prompt;
    std::optional<qint64> negativePrompt;
    std::optional<qint64> checklist;
    std::optional<qint64> image;
    QString week;
};

class GenerationRows
{
public:
    explicit GenerationRows(const Database& database);

    Result<GenerationId> insert(const Generation& generation, const GenerationKeys& keys);
    Result<void> update(GenerationId id, const Generation& generation, const GenerationKeys& keys);
    /// NotFound when there is none.
    Result<Generation> read(GenerationId id);

private:
    Statement m_insert;
    Statement m_update;
    Statement m_read;
    Checklists m_checklists;
};

/// One generation of what a log and a file say about it: the log's fields win, the file's fill what the log
/// left open.
Generation joined(const Generation& log, const Generation& file);

} // namespace assay
