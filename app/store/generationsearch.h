// SPDX-License-Identifier: GPL-3.0-or-later
// Which generation a name, an image or a file belongs to. Reads only; for Generations, in its thread.
#pragma once

#include "app/domain/generation.h"
#include "app/store/database.h"
#include "app/store/statement.h"

namespace assay {

class GenerationRows;
class ImageRows;

class GenerationSearch
{
public:
    /// Both outlive it.
    GenerationSearch(const Database& database, GenerationRows& rows, ImageRows& images);

    /// "sha256:<hex>" finds the generation of that image also after a log gave it another id.
    Result<std::optional<GenerationId>> findByExternalId(const QString& externalId);
    Result<std::optional<GenerationId>> ownerOf(qint64 image);
    /// Whether no log has told of it.
    Result<bool> isBareFile(GenerationId id);
    /// The log's generation that this file is the image of: the one with its id, else the latest that states
    /// its hash, else the only one that states its place.
    Result<std::optional<GenerationId>> waitingFor(const Generation& file, qint64 image);

private:
    Result<std::optional<GenerationId>> waitingForPlace(const QString& relativePath, qint64 image);

    GenerationRows& m_rows;
    ImageRows& m_images;
    Statement m_findExternal;
    Statement m_findByImage;
    Statement m_findWaiting;
    Statement m_bareFile;
};

} // namespace assay
