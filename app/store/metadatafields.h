// SPDX-License-Identifier: GPL-3.0-or-later
// The fields that an image file's metadata can give a generation, and which of them it gave where a log gave
// the others. Decides what may be replaced when a file is read again; knows nothing about reading files. For
// the store thread, inside the caller's Transaction.
#pragma once

#include "app/domain/generation.h"
#include "app/store/statement.h"

namespace assay {

class Database;

/// The numbers stand in the database.
enum class MetadataField { Prompt = 1, Negative = 2, Model = 4, Settings = 8, Latency = 16, Aesthetic = 32 };

using MetadataFieldSet = qint64; ///< a sum of MetadataField's numbers
inline constexpr MetadataFieldSet kAllMetadataFields = 63;

/// The fields that the generation has no value for.
MetadataFieldSet openFields(const Generation& generation);

/// Takes these fields from `file`, also where it has none.
void takeFields(Generation& generation, const Generation& file, MetadataFieldSet fields);

class MetadataFields
{
public:
    explicit MetadataFields(const Database& database);

    /// 0 where nothing was noted.
    Result<MetadataFieldSet> given(GenerationId id);
    Result<void> note(GenerationId id, MetadataFieldSet fields);

private:
    Statement m_find;
    Statement m_note;
};

} // namespace assay
